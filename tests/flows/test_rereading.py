"""Reading again: a newer reader's rows stand beside the old ones, whatever stops it on the way."""

from __future__ import annotations

import signal
import subprocess
import time
from datetime import UTC, datetime
from pathlib import Path

import hostile_readers as hostile
import pytest
from flow_samples import PARLEY, SWAP, Run, environment
from test_ingesting import counts, rows

from extractors.page import ManifestEntry, Page
from flows import ingesting, plain, rereading
from flows.reading import reader_version
from flows.settings import Settings
from warehouse.home import Home
from warehouse.kept import stale_pages
from warehouse.log import append, batch_ids
from warehouse.publishing import publish
from warehouse.records import Batch, Capture, Reading

NOW = reader_version()


@pytest.fixture
def settings(home: Path) -> Settings:
    return Settings(home=home, page_seconds=3.0, page_memory_mb=200)


@pytest.fixture
def old(news: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A warehouse of which an older reader read the pages, and left junk in one."""
    (news / "menu.html").write_text("<html><body><nav><a href='/'>Home</a></nav></body></html>")
    with monkeypatch.context() as patched:
        patched.setattr(ingesting, "read_page", hostile.read_as_before)
        plain.ingest([str(news)], settings)
    return settings


CURRENT = """SELECT reference, reader_version, reason, contains(coalesce(text, ''), 'Click here')
FROM current_readings LEFT JOIN articles USING (article_id) ORDER BY reference"""


def test_a_newer_reader_reads_kept_pages_again(old: Settings, news: Path) -> None:
    before = rows(old.home, "SELECT * EXCLUDE (batch_id) FROM readings ORDER BY ALL")
    assert ("news/swap.txt", NOW - 1, None, True) in rows(old.home, CURRENT)
    for path in news.iterdir():
        path.unlink()  # nothing is fetched: the pages are in the log
    summary = rereading.reread(old)
    assert counts(summary) == {"stored": 2, "rejected:no_article": 1}
    assert (summary.run.listed_count, summary.batches.article_count) == (3, 2)
    assert rows(old.home, CURRENT) == [
        ("news/menu.html", NOW, "no_article", False),
        ("news/swap.txt", NOW, None, False),
        ("news/talks.html", NOW, None, False),
    ]
    after = rows(old.home, "SELECT * EXCLUDE (batch_id) FROM readings ORDER BY ALL")
    assert set(map(str, before)) < set(map(str, after))
    quotes = rows(old.home, "SELECT DISTINCT reference FROM current_facts ORDER BY ALL")
    assert quotes == [("news/swap.txt",), ("news/talks.html",)]
    assert rereading.reread(old).run.listed_count == 0


def test_it_gives_what_ingesting_with_the_newer_reader_gives(
    old: Settings, news: Path, tmp_path: Path
) -> None:
    rereading.reread(old)
    plain.ingest([str(news)], Settings(home=tmp_path / "anew"))
    facts = "SELECT fact_id, reference FROM current_facts ORDER BY ALL"
    assert rows(old.home, facts) == rows(tmp_path / "anew", facts)


def test_what_the_machine_ended_is_tried_again_by_the_same_reader(
    news: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    (news / "leave.txt").write_text(f"{SWAP}\n\nA last word.", encoding="utf-8")
    monkeypatch.setattr(ingesting, "read_page", hostile.read_hostile)
    monkeypatch.setattr(rereading, "read_page", hostile.read_hostile)
    plain.ingest([str(news)], settings)
    readings = """SELECT revision, reason FROM readings JOIN captures USING (capture_id)
        WHERE reference = 'news/leave.txt' ORDER BY revision"""
    assert rows(settings.home, readings) == [(0, "worker_died")]
    assert counts(rereading.reread(settings)) == {"rejected:worker_died": 1}
    assert rows(settings.home, readings) == [(0, "worker_died")]
    monkeypatch.undo()
    assert counts(rereading.reread(settings)) == {"stored": 1}
    assert rows(settings.home, readings) == [(0, "worker_died"), (1, None)]
    assert counts(plain.ingest([str(news)], settings)) == {"known": 3}
    assert rereading.reread(settings).run.listed_count == 0


def test_a_fault_of_our_own_leaves_the_old_reading(
    old: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rereading, "read_page", hostile.fail)
    assert counts(rereading.reread(old))["rejected:internal_error"] == 1
    assert ("news/swap.txt", NOW - 1, None, True) in rows(old.home, CURRENT)
    monkeypatch.undo()
    assert counts(rereading.reread(old)) == {"stored": 1}


def test_a_damaged_page_is_one_outcome(old: Settings) -> None:
    home = Home.open(old.home)
    held = next(it for it in stale_pages(home, NOW, ()) if it.reference == "news/swap.txt")
    warc = home.log / held.batch_id / "pages.warc.gz"
    damaged = bytearray(warc.read_bytes())
    damaged[held.warc_offset + 20] ^= 0xFF
    warc.write_bytes(damaged)
    assert counts(rereading.reread(old))["rejected:unreadable"] == 1


def test_a_limit_leaves_the_rest_for_the_next_time(old: Settings) -> None:
    assert rereading.reread(old, limit=2).run.listed_count == 2
    assert rereading.reread(old, limit=2).run.listed_count == 1


@pytest.mark.slow
def test_killed_at_work_it_goes_on_where_it_was(
    news: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(40):
        (news / f"{number}.txt").write_text(f"{SWAP}\n\nIt was number {number}.")
    with monkeypatch.context() as patched:
        patched.setattr(ingesting, "read_page", hostile.read_as_before)
        plain.ingest([str(news)], settings)
    home = Home.open(settings.home)
    held = len(batch_ids(home))
    process = subprocess.Popen(
        [PARLEY, "reread"],
        env=environment(PARLEY_HOME=str(home.path), PARLEY_BATCH_SIZE="1", PARLEY_WORKERS="1"),
        stdout=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 60
    while len(batch_ids(home)) < held + 3 and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait(timeout=30)
    left = rereading.reread(settings).run.listed_count
    assert 0 < left <= 42 - 3
    versions = rows(home.path, "SELECT DISTINCT reader_version FROM current_readings")
    assert versions == [(NOW,)]


def test_a_page_comes_back_as_it_was_kept(home: Path) -> None:
    pages = [
        Page(
            reference=f"{rank}.txt",
            content=b"<p>\xff\x00 words",
            media_type="text/html",
            charset="latin-1" if rank else None,
            url="https://example.org/a" if rank else None,
            fetched_at=datetime(2025, 7, 24, 12, 30, tzinfo=UTC),
            manifest=manifest,
        )
        for rank, manifest in enumerate(
            (
                ManifestEntry(language="en"),
                ManifestEntry(published="2025-07-24", outlet="x", title="t", upstream="y"),
                ManifestEntry(published=datetime(2025, 7, 24, 9, tzinfo=UTC), url="https://x.y/"),
            )
        )
    ]
    captures = [Capture(page=page, source="s", run_id="r") for page in pages]
    readings = [
        Reading(capture_id=it.capture_id, reader_version=1, article=None, reason="empty")
        for it in captures
    ]
    made = Home.open(home)
    append(made, Batch(run_id="r", captures=tuple(captures), readings=tuple(readings)))
    publish(made)
    kept = {it.reference: it for it in stale_pages(made, 2, ())}
    assert [kept[page.reference].page(made) for page in pages] == pages
    assert stale_pages(made, 1, ()) == ()
    assert len(stale_pages(made, 1, ("empty",))) == 3


@pytest.mark.usefixtures("old")
def test_the_command_lists_and_reads(called: Run) -> None:
    listed = called("reread", "--dry-run")
    assert listed.returncode == 0
    assert "3 pages; nothing was read" in listed.stdout
    assert "news/swap.txt" in listed.stdout
    done = called("reread")
    assert done.returncode == 0
    assert "reread" in called("runs").stdout
    assert "0 pages" in called("reread", "--dry-run").stdout
    assert called("doctor").returncode == 0
