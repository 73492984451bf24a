"""Revisions: a page read again by the same version, and batches of before there were any."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pyarrow.parquet as parquet

from extractors.article import Article, ArticleFlag, DateCandidate, DateSource
from tests.warehouse.made_batches import dump, made_article, made_batch
from warehouse.home import Home
from warehouse.kept import readings_of, repeating_outlets, stale_pages
from warehouse.log import append
from warehouse.manifest import MANIFEST, StoredFile, manifest_bytes, read_manifest
from warehouse.publishing import publish, rebuild
from warehouse.queries import articles, facts
from warehouse.records import Batch, Reading


def again(name: str, article: Article | None, revision: int, version: int = 1) -> Reading:
    """Another reading of the page of that name."""
    before = made_batch(name).readings[0]
    changes = {"article": article, "revision": revision, "reader_version": version}
    return before.model_copy(update=changes | ({} if article else {"reason": "clean_timeout"}))


def test_the_highest_revision_of_the_newest_version_is_current(home: Home) -> None:
    second, third = made_article("second"), made_article("third")
    append(home, made_batch("a"))
    append(home, Batch(run_id="run-2", readings=(again("a", second, 1),)))
    append(home, Batch(run_id="run-3", readings=(again("a", second, 0, version=2),)))
    append(home, Batch(run_id="run-4", readings=(again("a", third, 2),)))  # of the old version
    publish(home)
    assert [it.article() for it in articles(home)] == [second]
    append(home, Batch(run_id="run-5", readings=(again("a", made_article("a"), 1, version=2),)))
    publish(home)
    assert [it.article() for it in articles(home)] == [made_article("a")]
    assert len(list(facts(home))) == 3  # read of this article at first, and true of it again
    published = dump(home)
    rebuild(home)
    assert dump(home) == published


def test_of_two_writers_of_one_revision_the_first_counts(home: Home) -> None:
    append(home, made_batch("a"))
    for run, name in (("run-2", "first"), ("run-3", "second")):
        append(home, Batch(run_id=run, readings=(again("a", made_article(name), 1),)))
        publish(home)
    assert [it.title for it in articles(home)] == ["Talks in Istanbul (first)"]


def test_a_reading_comes_back_as_it_was(home: Home) -> None:
    article = made_article(
        "a",
        modified=datetime(2025, 7, 25, 8, tzinfo=UTC),
        date_candidates=(
            DateCandidate(source=DateSource.JSON_LD, value=datetime(2025, 7, 24, 8, tzinfo=UTC)),
            DateCandidate(source=DateSource.ADDRESS, value=date(2025, 7, 20)),
        ),
        flags=(ArticleFlag.DATES_DISAGREE, ArticleFlag.PARTIAL),
    )
    assert article.article_id != made_article("a").article_id  # an extractor may know the latter
    append(home, made_batch("b"))
    append(home, Batch(run_id="run-2", readings=(again("b", article, 3),)))
    publish(home)
    (reading,) = readings_of(home, "example")
    assert reading.article() == article
    assert (reading.reader_version, reading.revision) == (1, 3)
    assert [it.article() for it in articles(home)] == [article]


def test_outlets_with_a_paragraph_in_several_articles_are_named(home: Home) -> None:
    append(home, made_batch("a"))
    publish(home)
    assert repeating_outlets(home) == ()
    append(home, made_batch("b", run="run-2"))
    append(home, Batch(run_id="run-3"))
    publish(home)
    assert repeating_outlets(home) == repeating_outlets(home, "run-2") == ("example",)
    assert repeating_outlets(home, "run-3") == ()


def test_what_the_machine_ended_is_stale_until_it_was_read(home: Home) -> None:
    append(home, made_batch("a", "b"))
    append(home, Batch(run_id="run-2", readings=(again("a", None, 1),)))
    publish(home)
    (stale,) = stale_pages(home, 1, ("clean_timeout",))
    assert (stale.reference, stale.revision, stale.reason) == ("pages/a.txt", 1, "clean_timeout")
    assert len(stale_pages(home, 2, ())) == 2
    append(home, Batch(run_id="run-3", readings=(again("a", made_article("a"), 2),)))
    publish(home)
    assert stale_pages(home, 1, ("clean_timeout",)) == ()


def test_a_log_of_before_there_were_revisions_is_still_read(home: Home) -> None:
    old = append(home, made_batch("a", "b"))
    age(home, old)
    append(home, made_batch("b", "c", run="run-2"))
    append(home, Batch(run_id="run-3", readings=(again("a", made_article("a again"), 1),)))
    publish(home)
    assert [it.title for it in articles(home)] == [
        f"Talks in Istanbul ({name})" for name in ("a again", "b", "c")
    ]
    assert len(dump(home)["removed_blocks"]) == 8
    published = dump(home)
    rebuild(home)
    assert dump(home) == published


def age(home: Home, batch_id: str) -> None:
    """Make a batch one of schema 2."""
    folder = home.log / batch_id
    for table in ("readings", "removed_blocks"):
        path = folder / f"{table}.parquet"
        parquet.write_table(parquet.read_table(path).drop_columns(["revision"]), path)
    manifest = read_manifest(folder)
    files = tuple(StoredFile.of(folder / file.name) for file in manifest.files)
    aged = manifest.model_copy(update={"schema_version": 2, "files": files})
    (folder / MANIFEST).write_bytes(manifest_bytes(aged))
