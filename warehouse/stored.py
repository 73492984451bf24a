"""Facts and articles as the warehouse gives them back: values made from rows of its views."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date as day
from datetime import datetime
from typing import Any, Self

from pydantic import JsonValue

from extractors.article import (
    AiGenerated,
    Article,
    ArticleFlag,
    BlockKind,
    DateCandidate,
    DateSource,
    Disclosures,
    PublishedBasis,
    RemovedBlock,
)
from extractors.errors import DamagedWarehouseError
from extractors.fact import Attribution, Ground, Mention, Role
from extractors.values import Span, Value

#: A query for `StoredFact.of`; `{conditions}` is about current_facts.
SELECT_FACTS = """
WITH wanted AS MATERIALIZED (FROM current_facts WHERE {conditions}),
grounds AS (
    SELECT fact_id, list({{
        'field': field, 'start': char_start, 'end': char_end, 'derived_from': derived_from
    }} ORDER BY field) AS grounds
    FROM groundings SEMI JOIN wanted USING (fact_id) GROUP BY fact_id),
sayers AS (
    SELECT fact_id, list({{
        'name': name, 'role': role, 'start': char_start, 'end': char_end
    }} ORDER BY hop) AS sayers
    FROM attributions SEMI JOIN wanted USING (fact_id) GROUP BY fact_id),
places AS (
    SELECT fact_id, list({{
        'start': char_start, 'end': char_end, 'quote': quote, 'rule': rule
    }} ORDER BY mention_rank) AS places
    FROM mentions SEMI JOIN wanted USING (fact_id) GROUP BY fact_id)
SELECT wanted.* EXCLUDE (published_on, mention_count, said_by, batch_id), grounds, sayers, places
FROM wanted LEFT JOIN grounds USING (fact_id) LEFT JOIN sayers USING (fact_id)
    LEFT JOIN places USING (fact_id)
ORDER BY reference, char_start, kind, fact_id"""

#: A query for `StoredArticle.of`; `{conditions}` is about articles and their sources.
SELECT_ARTICLES = """
WITH blocks AS (
    SELECT capture_id, reader_version, revision, list({{
        'position': position, 'text_offset': text_offset, 'kind': kind, 'rule': rule, 'text': text
    }} ORDER BY position) AS removed
    FROM removed_blocks GROUP BY ALL),
fact_counts AS (SELECT article_id, count(*) AS fact_count FROM current_facts GROUP BY ALL)
SELECT article_id, sources.reference, sources.url, sources.outlet, title, authors, published,
    published_basis, language, text, removed, ai_generated_words, upstream, modified,
    date_candidates, flags, capture_id, capture_count, coalesce(fact_count, 0) AS fact_count,
    source, fetched_at
FROM articles JOIN article_sources AS sources USING (article_id)
LEFT JOIN fact_counts USING (article_id)
LEFT JOIN blocks USING (capture_id, reader_version, revision)
WHERE {conditions}
ORDER BY sources.reference, article_id"""

#: A query for `StoredReading.of`; `{conditions}` is about current readings.
SELECT_READINGS = """
WITH wanted AS MATERIALIZED (FROM current_readings WHERE {conditions}),
blocks AS (
    SELECT capture_id, reader_version, revision, list({{
        'position': position, 'text_offset': text_offset, 'kind': kind, 'rule': rule, 'text': text
    }} ORDER BY position) AS removed
    FROM removed_blocks SEMI JOIN wanted USING (capture_id) GROUP BY ALL)
SELECT article_id, reference, url, outlet, title, authors, published, published_basis, language,
    text, removed, ai_generated_words, upstream, modified, date_candidates, flags, capture_id,
    reader_version, revision
FROM wanted JOIN articles USING (article_id)
LEFT JOIN blocks USING (capture_id, reader_version, revision)
ORDER BY capture_id"""


class StoredFact(Value):
    """A current fact with the article that it was read from."""

    fact_id: str
    article_id: str
    reference: str  # the file or URL that the article was read from; of several the smallest
    url: str | None
    outlet: str | None
    title: str | None
    published: str | None  # ISO day, or time with its offset
    kind: str
    status: str
    date: str | None
    date_start: day | None
    date_end: day | None
    date_precision: str | None
    date_basis: str
    quote: str
    char_start: int
    char_end: int
    fields: Mapping[str, JsonValue]  # as FACTS.md names them, without nulls
    grounding: Mapping[str, Ground]
    attribution: tuple[Attribution, ...]
    mentions: tuple[Mention, ...]
    confidence: float
    extractor: str
    extractor_version: int
    rule: str

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Self:
        """Make it from a row of `SELECT_FACTS`."""
        values = dict(row)
        grounds, sayers = values.pop("grounds") or (), values.pop("sayers") or ()
        places = values.pop("places") or ()
        values["fields"] = json.loads(values["fields"])
        values["grounding"] = {ground["field"]: _ground(ground) for ground in grounds}
        values["attribution"] = tuple(
            Attribution(name=by["name"], role=Role(by["role"]), span=_span(by)) for by in sayers
        )
        values["mentions"] = tuple(
            Mention(span=_span(place), quote=place["quote"], rule=place["rule"]) for place in places
        )
        return cls(**values)


def _span(place: Mapping[str, Any]) -> Span:
    return Span(place["start"], place["end"])


def _ground(ground: Mapping[str, Any]) -> Ground:
    derived_from: str | None = ground["derived_from"]
    return _span(ground) if derived_from is None else derived_from


class ReadArticle(Value):
    """An article as one page gave it: what the ledger of readings and the article together say."""

    article_id: str
    reference: str
    url: str | None
    outlet: str | None
    title: str | None
    authors: tuple[str, ...]
    published: str | None  # ISO day, or time with its offset
    published_basis: str
    language: str | None
    text: str
    removed: tuple[RemovedBlock, ...]
    ai_generated_words: str | None
    upstream: tuple[str, ...]
    modified: str | None
    date_candidates: tuple[DateCandidate, ...]
    flags: tuple[ArticleFlag, ...]
    capture_id: str

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Self:
        """Make it from a row of the query that belongs to it."""
        made = {
            "authors": tuple(row["authors"]),
            "upstream": tuple(row["upstream"]),
            "removed": tuple(map(_block, row["removed"] or ())),
            "date_candidates": tuple(map(_candidate, row["date_candidates"] or ())),
            "flags": tuple(map(ArticleFlag, row["flags"] or ())),
        }
        return cls(**{**row, **made})

    def article(self) -> Article:
        """The article as it was stored. Raises DamagedWarehouseError if its id does not fit."""
        words = self.ai_generated_words
        article = Article(
            title=self.title,
            text=self.text,
            published=_time(self.published) if self.published else None,
            published_basis=PublishedBasis(self.published_basis),
            language=self.language,
            url=self.url,
            outlet=self.outlet,
            authors=self.authors,
            removed=self.removed,
            disclosures=Disclosures(
                ai_generated=AiGenerated(words=words) if words is not None else None,
                upstream=self.upstream,
            ),
            modified=_time(self.modified) if self.modified else None,
            date_candidates=self.date_candidates,
            flags=self.flags,
        )
        if article.article_id != self.article_id:
            raise DamagedWarehouseError(
                f"article {self.article_id}: its text or date was altered; run parley rebuild"
            )
        return article


class StoredArticle(ReadArticle):
    """A current article, with the page that stands for all its captures."""

    capture_count: int
    fact_count: int
    source: str
    fetched_at: datetime


class StoredReading(ReadArticle):
    """The current reading of one page that gave an article."""

    reader_version: int
    revision: int


def _block(row: Mapping[str, Any]) -> RemovedBlock:
    return RemovedBlock(**{**row, "kind": BlockKind(row["kind"])})


def _candidate(row: Mapping[str, Any]) -> DateCandidate:
    return DateCandidate(source=DateSource(row["source"]), value=_time(row["value"]))


def _time(text: str) -> day | datetime:
    return datetime.fromisoformat(text) if "T" in text else day.fromisoformat(text)
