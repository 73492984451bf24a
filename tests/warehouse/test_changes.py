"""Versions of articles and what an edit or a new extractor did to their facts, as views show it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from extractors.article import Article
from extractors.fact import Extraction, Mention
from extractors.scoring.values import CORE
from tests.warehouse.made_batches import (
    NOON,
    made_article,
    made_batch,
    made_facts,
    made_page,
    span_of,
)
from warehouse.home import Home
from warehouse.log import append
from warehouse.publishing import publish
from warehouse.records import Batch, Capture, Reading, Visit
from warehouse.snapshot import connect

URL = "https://example.org/story"


def rows(home: Home, sql: str) -> list[tuple[Any, ...]]:
    publish(home)
    with connect(home) as connection:
        return connection.execute(sql).fetchall()


def seen(
    home: Home,
    article: Article,
    extractions: tuple[Extraction, ...],
    hours: int,
    reference: str = "http://example.org/story",
    run: str | None = None,
) -> None:
    """A visit of the story that found this article."""
    run, at = run or f"run-{hours}", NOON + timedelta(hours=hours)
    capture = Capture(page=made_page(reference, article, at), source="wire", run_id=run)
    visit = Visit(
        run_id=run,
        reference=reference,
        url=reference.replace("http:", "https:"),
        canonical_url=URL,
        status=200,
        fetched_at=at,
        capture_id=capture.capture_id,
    )
    reading = Reading(capture_id=capture.capture_id, reader_version=1, article=article)
    append(
        home,
        Batch(
            run_id=run,
            captures=(capture,),
            visits=(visit,),
            readings=(reading,),
            extractions=extractions,
        ),
    )


def edited(
    facts: tuple[Extraction, ...], article: Article, **fields: object
) -> tuple[Extraction, ...]:
    """The talks of these facts with other values, the ultimatum left out."""
    talks, exchange, _ = facts
    fact = talks.facts[0]
    changed = fact.model_copy(update={"fields": fact.fields.model_copy(update=fields)})
    none = Extraction(
        article_id=article.article_id, extractor="ultimatum", extractor_version=1, facts=()
    )
    return (talks.model_copy(update={"facts": (changed,)}), exchange, none)


def test_versions_are_linked_by_their_canonical_url(home: Home) -> None:
    first, second = made_article("first"), made_article("second")
    for hours, article in enumerate((first, first, second, first)):
        seen(home, article, made_facts(article), hours)
    found = rows(home, "SELECT version, article_id, article_before FROM article_versions")
    assert sorted(found) == [
        (1, first.article_id, None),
        (2, second.article_id, first.article_id),
        (3, first.article_id, second.article_id),
    ]


def test_two_links_of_one_run_are_no_edit(home: Home) -> None:
    for run, hours in (("run-1", 0), ("run-2", 5)):
        for name in ("page", "page-for-print"):
            article = made_article(name)
            seen(home, article, made_facts(article), hours, f"http://example.org/{name}", run)
    assert rows(home, "SELECT version FROM article_versions") == [(1,)]
    assert rows(home, "FROM fact_changes") == []


def test_an_edit_shows_what_it_changed_field_by_field(home: Home) -> None:
    first, second = made_article("first"), made_article("second")
    seen(home, first, made_facts(first), 0)
    seen(home, second, edited(made_facts(second), second, ordinal=4, city=None), 1)
    found = rows(
        home,
        "SELECT cause, canonical_url, kind, change, field, before, after, paired_by, outlet, "
        "known_at - TIMESTAMPTZ '2025-07-24 12:00+00' FROM fact_changes "
        "ORDER BY change, field",
    )
    hour, of_edit = timedelta(hours=1), ("edit", URL)
    assert found == [
        (*of_edit, "talks", "changed", "city", "Istanbul", None, "quote", "example", hour),
        (*of_edit, "talks", "changed", "ordinal", "3", "4", "quote", "example", hour),
        (*of_edit, "ultimatum", "dropped", None, None, None, None, "example", hour),
    ]


REWRITTEN = "The delegations sat together for the third time, again by the Bosporus, yesterday."


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"direct": False}, [("changed", "direct", "true", "false", "core fields")]),
        ({"ordinal": 4}, [("added", *[None] * 4), ("dropped", *[None] * 4)]),
    ],
    ids=["the same talks", "other talks"],
)
def test_of_rewritten_words_core_fields_tell_what_is_one_fact(
    home: Home, fields: dict[str, Any], expected: list[tuple[Any, ...]]
) -> None:
    first, second = made_article("first"), made_article("second")
    second = made_article("second", text=f"{second.text}\n\n{REWRITTEN}")
    seen(home, first, made_facts(first), 0)
    talks, *others = made_facts(second)
    fact = talks.facts[0]
    said = Mention(span=span_of(second, REWRITTEN), quote=REWRITTEN, rule="made")
    changed = {"fields": fact.fields.model_copy(update=fields), "mentions": (said,)}
    rewritten = talks.model_copy(update={"facts": (fact.model_copy(update=changed),)})
    seen(home, second, (rewritten, *others), 1)
    assert (
        rows(home, "SELECT change, field, before, after, paired_by FROM fact_changes ORDER BY ALL")
        == expected
    )


def test_a_newer_extractor_shows_what_it_reads_otherwise(home: Home) -> None:
    article = made_article("first")
    seen(home, article, made_facts(article), 0)
    talks, exchange, ultimatum = made_facts(article, 2)
    fact = talks.facts[0]
    other = fact.model_copy(update={"fields": fact.fields.model_copy(update={"direct": False})})
    newer = (
        talks.model_copy(update={"facts": (other,)}),
        exchange,
        ultimatum.model_copy(update={"facts": ()}),
    )
    append(home, Batch(run_id="again", extractions=newer))
    found = rows(
        home,
        "SELECT cause, canonical_url, kind, change, field, before, after, paired_by, "
        "version_before, version_after FROM fact_changes ORDER BY change",
    )
    of_reading = ("extractor", URL)
    assert found == [
        (*of_reading, "talks", "changed", "direct", "true", "false", "both", 1, 2),
        (*of_reading, "ultimatum", "dropped", None, None, None, None, 1, 2),
    ]


def test_an_edit_read_by_another_version_waits_for_the_same_one(home: Home) -> None:
    first, second = made_article("first"), made_article("second")
    seen(home, first, made_facts(first), 0)
    seen(home, second, (made_facts(second, 2)[0],), 1)
    assert rows(home, "FROM fact_changes") == []
    append(home, Batch(run_id="again", extractions=(made_facts(first, 2)[0],)))
    assert rows(home, "FROM fact_changes WHERE cause = 'edit'") == []  # and then nothing changed


def test_a_file_has_versions_by_its_reference(home: Home) -> None:
    append(home, made_batch("a"))
    article = made_article("b")
    capture = Capture(
        page=made_page("pages/a.txt", article, NOON + timedelta(1)),
        source="command line",
        run_id="run-2",
    )
    reading = Reading(capture_id=capture.capture_id, reader_version=1, article=article)
    append(home, Batch(run_id="run-2", captures=(capture,), readings=(reading,)))
    found = rows(home, "SELECT canonical_url, version FROM article_versions ORDER BY version")
    assert found == [("pages/a.txt", 1), ("pages/a.txt", 2)]


def test_core_fields_are_those_that_are_scored(home: Home) -> None:
    append(home, made_batch("a"))
    kinds = ", ".join(f"core_fields('{kind}')" for kind in CORE)
    assert rows(home, f"SELECT {kinds}") == [tuple(list(fields) for fields in CORE.values())]
