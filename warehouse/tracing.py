"""Where a fact came from, as values: its words, its article, the pages and the runs.

`prov` writes it down as W3C PROV-O.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from extractors.errors import UsageError
from extractors.values import Value
from warehouse.home import Home
from warehouse.queries import ArticleFilter, FactFilter, articles, facts, run_sql
from warehouse.stored import StoredArticle, StoredFact


class TracedValue(Value):
    """A value of the fact, and the words or the fields that it came from."""

    field: str
    value: str | None
    words: str | None
    char_start: int | None  # code points of the article's text, from 0
    char_end: int | None
    derived_from: str | None  # names of fields, joined by +


class TracedPage(Value):
    """A page that the article was read from, and how it was got and read."""

    capture_id: str
    page_id: str  # sha256 of its bytes
    reference: str
    url: str | None
    media_type: str
    fetched_at: datetime
    fetch_run: str
    page_batch: str
    warc_offset: int
    warc_length: int
    reader_version: int
    reading_batch: str
    fetched_with: str  # version of parley
    read_with: str


class TracedRun(Value):
    """A run that had a part in it; one that was killed has no times."""

    run_id: str
    command: str | None
    started_at: datetime | None
    ended_at: datetime | None


class Trace(Value):
    """One fact with all it came from."""

    fact: StoredFact
    article: StoredArticle
    values: tuple[TracedValue, ...]
    pages: tuple[TracedPage, ...]
    runs: tuple[TracedRun, ...]
    extraction_run: str
    fact_batch: str
    extracted_with: str  # version of parley


_VALUES = """
SELECT field, value, words, char_start, char_end, derived_from
FROM provenance WHERE fact_id = ? ORDER BY field"""

_PAGES = """
SELECT captures.capture_id, page_id, captures.reference, captures.url, media_type,
    captures.fetched_at, captures.run_id AS fetch_run, captures.batch_id AS page_batch,
    warc_offset, warc_length, reader_version, readings.batch_id AS reading_batch,
    got.parley_version AS fetched_with, read.parley_version AS read_with
FROM current_readings AS readings
JOIN captures USING (capture_id)
JOIN batches AS got ON got.batch_id = captures.batch_id
JOIN batches AS read ON read.batch_id = readings.batch_id
WHERE article_id = ? ORDER BY captures.reference, captures.capture_id"""

_EXTRACTION = """
SELECT extractions.run_id AS extraction_run, facts.batch_id AS fact_batch,
    batches.parley_version AS extracted_with
FROM facts JOIN extractions USING (article_id, extractor, extractor_version)
JOIN batches ON batches.batch_id = facts.batch_id
WHERE fact_id = ?"""

_RUNS = """
SELECT DISTINCT wanted.run_id, command, started_at, ended_at
FROM (SELECT unnest(?::VARCHAR[]) AS run_id) AS wanted LEFT JOIN runs USING (run_id)
ORDER BY wanted.run_id"""

_EVENT = "SELECT fact_id FROM event_facts WHERE event_id = ? ORDER BY fact_id"


def traces_of(home: Home, which: str) -> tuple[Trace, ...]:
    """The fact whose id begins so, or all facts of the event of that id.

    Raises UsageError where there is none, or the beginning fits several facts.
    """
    ids = [str(row[0]) for row in run_sql(home, _EVENT, parameters=[which]).rows]
    if ids:
        return tuple(_trace(home, fact_id) for fact_id in ids)
    found = list(facts(home, FactFilter(fact_id=which))) if which else []
    if len(found) != 1:
        raise UsageError(
            f"{len(found)} current facts and no event have the id {which!r}; parley facts and the "
            "view events list them"
        )
    return (_trace(home, found[0].fact_id),)


def _trace(home: Home, fact_id: str) -> Trace:
    (fact,) = facts(home, FactFilter(fact_id=fact_id))
    (article,) = articles(home, ArticleFilter(article_id=fact.article_id))
    pages = [TracedPage(**row) for row in _rows(home, _PAGES, fact.article_id)]
    (extraction,) = _rows(home, _EXTRACTION, fact_id)
    run_ids = sorted({extraction["extraction_run"], *(page.fetch_run for page in pages)})
    return Trace(
        fact=fact,
        article=article,
        values=tuple(TracedValue(**row) for row in _rows(home, _VALUES, fact_id)),
        pages=tuple(pages),
        runs=tuple(TracedRun(**row) for row in _rows(home, _RUNS, run_ids)),
        **extraction,
    )


def _rows(home: Home, query: str, parameter: object) -> list[dict[str, Any]]:
    result = run_sql(home, query, parameters=[parameter])
    names = [column.name for column in result.columns]
    return [dict(zip(names, row, strict=True)) for row in result.rows]
