"""Comparing an outlet's pages: the same whatever the batches, runs and order; nothing is lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import hostile_readers
import pytest
from filelock import FileLock
from flow_samples import Run
from test_ingesting import counts, rows

from extractors.errors import DiskError, LockHeldError
from flows import ingesting, plain, reextracting, rereading, runs, settling
from flows.settings import Settings
from warehouse.home import Home
from warehouse.publishing import rebuild

PITCH = "Our desk in the valley works for you on Sundays, too."
LEDGER, COURIER = "Valley Ledger", "Border Courier"
STORIES = (
    "Russia and Ukraine swapped 250 prisoners of war each on Wednesday, officials in Kyiv said.",
    "Delegations of Russia and Ukraine met in Istanbul on 23 July 2025 for a third round of talks.",
    "Armenia and Azerbaijan exchanged 100 captives each on Friday, both foreign ministries said.",
    "Hamas released three hostages on Saturday and Israel freed 90 prisoners, mediators said.",
)


@pytest.fixture
def settings(home: Path) -> Settings:
    return Settings(home=home)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Four pages of an outlet that end in a pitch, and one of another with the same words."""
    folder = tmp_path / "pages"
    folder.mkdir()
    listed = ["file,outlet,title"]
    for rank, story in enumerate((*STORIES, STORIES[0])):
        written = f"{story}\n\nThe story has part {rank}, it was said.\n\n{PITCH}"
        (folder / f"{rank}.txt").write_text(written, encoding="utf-8")
        listed.append(f"{rank}.txt,{COURIER if rank == 4 else LEDGER},Story number {rank}")
    (folder / "manifest.csv").write_text("\n".join(listed), encoding="utf-8")
    return folder


CURRENT = """SELECT reference, revision, contains(text, 'Our desk') FROM current_readings
JOIN articles USING (article_id) ORDER BY reference"""
FACTS = "SELECT fact_id, reference, quote FROM current_facts ORDER BY ALL"


def cleared(home: Path) -> list[str]:
    """The pages whose current article lacks the pitch."""
    return [Path(name).stem for name, _, holds in rows(home, CURRENT) if not holds]


def content(home: Path) -> dict[str, list[tuple[Any, ...]]]:
    """What is current, without what tells of runs."""
    readings = "SELECT capture_id, article_id FROM current_readings ORDER BY ALL"
    removed = """SELECT capture_id, position, text_offset, kind, rule, text FROM removed_blocks
        JOIN current_readings USING (capture_id, reader_version, revision) ORDER BY ALL"""
    return {query: rows(home, query) for query in (FACTS, readings, removed)}


def test_what_an_outlet_repeats_is_taken_out_with_its_rule(pages: Path, settings: Settings) -> None:
    summary = plain.ingest([str(pages)], settings)
    assert counts(summary) == {"stored": 5}
    assert summary.compared_count == 4
    assert cleared(settings.home) == ["0", "1", "2", "3"]  # a wire copy elsewhere is not touched
    blocks = "SELECT DISTINCT revision, kind, rule, text FROM removed_blocks"
    assert rows(settings.home, blocks) == [(1, "notice", "repeated", PITCH)]
    kinds = {row[0] for row in rows(settings.home, "SELECT kind FROM current_facts")}
    assert kinds >= {"talks", "prisoner_exchange"}
    lacking = "SELECT * FROM article_sources ANTI JOIN extractions USING (article_id)"
    assert rows(settings.home, lacking) == []
    assert reextracting.reextract(settings).run.listed_count == 0


def test_batches_runs_and_their_order_do_not_matter(
    pages: Path, settings: Settings, tmp_path: Path
) -> None:
    plain.ingest([str(pages)], settings)
    small = Settings(home=tmp_path / "small", batch_size=1)
    plain.ingest([str(pages)], small)
    single = Settings(home=tmp_path / "single")
    for path in sorted(pages.glob("*.txt"), reverse=True):
        plain.ingest([str(path)], single)
    assert content(settings.home) == content(small.home) == content(single.home)
    assert cleared(single.home) == ["0", "1", "2", "3"]


def test_again_is_a_no_op_and_a_later_page_is_compared_with_those_there(
    pages: Path, settings: Settings
) -> None:
    late = (pages / "3.txt").rename(pages.parent / "3.txt")
    plain.ingest([str(pages)], settings)
    before = content(settings.home)
    again = plain.ingest([str(pages)], settings)
    assert again.compared_count == 0
    assert content(settings.home) == before
    late.rename(pages / "3.txt")
    assert plain.backfill([str(pages / "3.txt")], settings).compared_count == 1
    assert cleared(settings.home) == ["0", "1", "2", "3"]
    rebuild(Home.open(settings.home))
    assert cleared(settings.home) == ["0", "1", "2", "3"]


def test_pages_that_lower_the_share_put_a_line_back(pages: Path, settings: Settings) -> None:
    plain.ingest([str(pages)], settings)
    listed = (pages / "manifest.csv").read_text()
    for rank in range(10, 50):
        others = f"Crossing {rank} was open on Friday. It had been closed for {rank} days."
        (pages / f"{rank}.txt").write_text(others)
        listed += f"\n{rank}.txt,{LEDGER},Crossing number {rank}"
    (pages / "manifest.csv").write_text(listed)
    assert plain.ingest([str(pages)], settings).compared_count == 4
    assert cleared(settings.home) == [str(rank) for rank in range(10, 50)]
    back = """SELECT count(DISTINCT article_id), list(revision ORDER BY revision) FROM readings
        WHERE revision <> 1 GROUP BY capture_id HAVING max(revision) = 2"""
    assert rows(settings.home, back) == [(1, [0, 2])] * 4


def test_a_run_killed_before_it_compares_is_made_up_for(
    pages: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(runs, "settle", die)
    with pytest.raises(KeyboardInterrupt):
        plain.ingest([str(pages)], settings)
    assert cleared(settings.home) == []
    monkeypatch.undo()
    summary = rereading.reread(settings)
    assert (summary.run.listed_count, summary.compared_count) == (0, 4)
    assert cleared(settings.home) == ["0", "1", "2", "3"]


def test_pages_read_again_are_compared_again(
    pages: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(ingesting, "read_page", hostile_readers.read_as_before)
        plain.ingest([str(pages)], settings)
    assert cleared(settings.home) == ["0", "1", "2", "3"]
    summary = rereading.reread(settings)
    assert (summary.run.listed_count, summary.compared_count) == (5, 4)
    assert cleared(settings.home) == ["0", "1", "2", "3"]
    anew = Settings(home=tmp_path / "anew")
    plain.ingest([str(pages)], anew)
    assert content(settings.home) == content(anew.home)


def test_another_settler_that_does_not_end_is_told(
    pages: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settling, "_WAIT_SECONDS", 0.1)
    lock = Home.open(settings.home).settle_lock
    with FileLock(lock):
        summary = plain.ingest([str(pages)], settings)
    assert counts(summary) == {"stored": 5}
    with pytest.raises(
        LockHeldError, match=r"settle\.lock is held.*run parley relink.*parley reread"
    ):
        summary.check()
    assert rereading.reread(settings).compared_count == 4


def test_a_lock_that_cannot_be_opened_is_told(pages: Path, settings: Settings) -> None:
    Home.open(settings.home).settle_lock.mkdir()
    with pytest.raises(DiskError, match=r"settle\.lock"):
        plain.ingest([str(pages)], settings).check()


@pytest.mark.slow
def test_runs_at_once_agree(pages: Path, home: Path, parley: Run, settings: Settings) -> None:
    """Each brings half of an outlet's pages; whoever compares last has seen them all."""
    halves = [(pages / "0.txt", pages / "1.txt"), (pages / "2.txt", pages / "3.txt")]
    with ThreadPoolExecutor() as threads:
        done = list(threads.map(lambda half: parley("ingest", *half), halves))
    assert [it.returncode for it in done] == [0, 0], done
    assert cleared(home) == ["0", "1", "2", "3"]
    before = content(home)
    assert rereading.reread(settings).compared_count == 0
    assert content(home) == before


def test_show_tells_what_was_taken_out(pages: Path, called: Run) -> None:
    done = called("ingest", pages)
    assert "changed beside other pages of their outlet: 4" in done.stdout
    shown = called("show", "pages/0.txt", "--removed").stdout
    assert "notice, repeated" in shown
    assert PITCH in shown
    assert called("doctor").returncode == 0
