"""Ingesting: every reference ends in one outcome, twice is once, and stopping loses nothing."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import hostile_readers
import pytest
from flow_samples import SWAP, TALKS, as_html

from extractors import extracting
from extractors.errors import InterruptedRunError, RejectLimitError, UsageError
from flows import ingesting, plain, reextracting, runs
from flows.ends import BatchSummary
from flows.runs import Refs, RunSummary
from flows.settings import Settings
from warehouse.home import Home
from warehouse.snapshot import connect


@pytest.fixture
def settings(home: Path) -> Settings:
    return Settings(home=home)


def rows(home: Path, sql: str) -> list[tuple[Any, ...]]:
    with connect(Home.open(home)) as connection:
        return connection.execute(sql).fetchall()


def outcomes(home: Path) -> dict[str, str]:
    """How each reference ended, last run first."""
    ended = rows(home, "SELECT reference, code, reason FROM outcomes ORDER BY ended_at")
    return {reference: f"{code}:{why}" if why else code for reference, code, why in ended}


def counts(summary: RunSummary) -> dict[str, int]:
    return dict(summary.batches.outcomes)


def test_a_folder_gives_articles_facts_and_a_run(news: Path, settings: Settings) -> None:
    summary = plain.ingest([str(news)], settings)
    assert counts(summary) == {"stored": 2}
    assert summary.batches.article_count == 2
    assert summary.batches.facts["prisoner_exchange"] >= 1
    assert rows(settings.home, "SELECT run_id, command, listed_count FROM runs") == [
        (summary.run.run_id, "ingest", 2)
    ]
    summary.check()


def test_the_second_time_is_a_no_op(news: Path, settings: Settings) -> None:
    plain.ingest([str(news)], settings)
    before = rows(settings.home, "SELECT * FROM facts ORDER BY ALL")
    again = plain.ingest([str(news / "talks.html"), str(news)], settings)
    assert counts(again) == {"known": 2}
    assert again.batches.facts == {}
    assert rows(settings.home, "SELECT * FROM facts ORDER BY ALL") == before


def bad_news(folder: Path) -> None:
    """One file of each kind that goes wrong."""
    (folder / "empty.txt").touch()
    (folder / "binary.html").write_bytes(bytes(range(256)) * 40)
    (folder / "latin.txt").write_bytes("Caf\xe9 talks. \x81\x8d\x8f\x90\x9d".encode("latin-1"))
    (folder / "menu.html").write_text("<html><body><nav><a href='/'>Home</a></nav></body></html>")
    with (folder / "huge.html").open("wb") as sparse:
        sparse.truncate(200 * 1024 * 1024)
    os.mkfifo(folder / "pipe.txt")
    (folder / "manifest.csv").write_text("file\nswap.txt\ngone.txt\n")
    for name in ("hostile.html", "empty_body.html"):
        (folder / name).write_text("<" * 2000 if name == "hostile.html" else "<html></html>")


def test_what_goes_wrong_ends_in_its_outcome_and_the_rest_goes_on(
    news: Path, settings: Settings
) -> None:
    bad_news(news)
    summary = plain.ingest([str(news)], settings)
    ended = outcomes(settings.home)
    assert ended.pop("news/latin.txt") in ("stored", "rejected:undecodable", "rejected:no_article")
    assert ended == {
        "news/swap.txt": "stored",
        "news/talks.html": "stored",
        "news/empty.txt": "rejected:empty",
        "news/binary.html": "rejected:binary",
        "news/menu.html": "rejected:no_article",
        "news/empty_body.html": "rejected:no_article",
        "news/hostile.html": "rejected:no_article",
        "news/huge.html": "rejected:too_large",
        "news/pipe.txt": "rejected:not_a_file",
        "news/gone.txt": "rejected:missing",
    }
    assert sum(counts(summary).values()) == summary.run.listed_count == 11
    with pytest.raises(RejectLimitError, match=r"of 11 references were rejected.*parley outcomes"):
        summary.check()


def test_a_fault_of_our_own_is_one_outcome_and_is_tried_again(
    news: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingesting, "read_page", hostile_readers.fail)
    plain.ingest([str(news)], settings)
    query = "SELECT reason, detail FROM outcomes WHERE code = 'rejected'"
    assert rows(settings.home, query) == [("internal_error", "ZeroDivisionError: of all things")]
    monkeypatch.undo()
    assert counts(plain.ingest([str(news)], settings)) == {"known": 1, "stored": 1}


def test_batches_are_of_the_size_asked_for(news: Path, home: Path) -> None:
    for number in range(5):
        (news / f"{number}.txt").write_text(f"Words about {number}.", encoding="utf-8")
    summary = plain.ingest([str(news)], Settings(home=home, batch_size=3))
    with_ends = "FROM batches WHERE outcome_count + run_count > 0 ORDER BY batch_id"
    assert rows(home, f"SELECT outcome_count, run_count {with_ends}") == [
        (3, 0),
        (3, 0),
        (1, 0),
        (0, 1),
    ]
    assert sum(counts(summary).values()) == 7


def test_more_workers_give_the_same(news: Path, tmp_path: Path) -> None:
    for number in range(20):
        (news / f"{number}.txt").write_text(f"{SWAP}\n\nNumber {number}.", encoding="utf-8")
    one, two = (Settings(home=tmp_path / str(count), workers=count) for count in (1, 3))
    first, second = (plain.ingest([str(news)], it) for it in (one, two))
    assert first.batches == second.batches
    facts = "SELECT fact_id, article_id, quote FROM facts ORDER BY ALL"
    assert rows(one.home, facts) == rows(two.home, facts)


def stopped_after_one(
    work: Callable[[Refs], BatchSummary], batches: Iterable[Refs]
) -> Iterator[BatchSummary]:
    for batch in batches:
        os.kill(os.getpid(), signal.SIGTERM)
        yield work(batch)


def test_a_signal_lets_the_batch_finish_and_accounts_for_the_rest(news: Path, home: Path) -> None:
    settings = Settings(home=home, batch_size=1)
    summary = plain.ingest([str(news)], settings, stopped_after_one)
    assert counts(summary) == {"stored": 1, "deferred:interrupted": 1}
    with pytest.raises(InterruptedRunError, match="what it read is committed"):
        summary.check()
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    assert counts(plain.ingest([str(news)], settings)) == {"known": 1, "stored": 1}


def test_a_backfill_keeps_to_its_days(news: Path, settings: Settings) -> None:
    (news / "old.html").write_text(as_html(SWAP).replace("2025-07-24", "2024-01-01"))
    (news / "listed.txt").write_text(TALKS)
    (news / "manifest.csv").write_text("file,published\nlisted.txt,2024-02-02\n")
    summary = plain.backfill([str(news)], settings, since=date(2025, 1, 1))
    assert counts(summary) == {"stored": 2, "rejected:outside_range": 1}
    assert counts(plain.backfill([str(news)], settings)) == {"known": 2, "stored": 2}
    with pytest.raises(UsageError, match="the range runs backwards"):
        plain.backfill([str(news)], settings, since=date(2025, 1, 2), until=date(2025, 1, 1))


def test_a_night_reads_the_shipped_samples(settings: Settings) -> None:
    summary = plain.nightly([], settings)
    assert set(counts(summary)) == {"stored"}
    assert rows(settings.home, "SELECT DISTINCT source FROM outcomes") == [("samples",)]


def test_a_bumped_version_reads_stored_articles_again(
    news: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain.ingest([str(news)], settings)
    before = rows(settings.home, "SELECT * FROM facts ORDER BY ALL")
    assert reextracting.reextract(settings).run.listed_count == 0
    monkeypatch.setattr(reextracting, "extract", hostile_readers.extract_bumped)
    versions = extracting.VERSIONS
    monkeypatch.setitem(versions, "talks", versions["talks"] + 1)
    summary = reextracting.reextract(settings)
    assert counts(summary) == {"stored": 2}
    after = rows(settings.home, "SELECT * FROM facts ORDER BY ALL")
    assert set(before) < set(after)
    versions = "SELECT extractor, max(extractor_version) - min(extractor_version) FROM extractions"
    grown = dict(rows(settings.home, f"{versions} GROUP BY extractor"))
    assert {kind for kind, growth in grown.items() if growth} == {"talks"}
    assert reextracting.reextract(settings).run.listed_count == 0


def test_an_unknown_kind_is_a_usage_error(settings: Settings) -> None:
    with pytest.raises(UsageError, match="there is no kind 'talk'; kinds are"):
        reextracting.reextract(settings, ["talk"])


def test_run_ids_differ() -> None:
    assert len({runs.new_run_id() for _ in range(100)}) == 100
