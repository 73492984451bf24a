"""Facts of made articles in a real warehouse, for tests that link them there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from extractors.fact import Extraction, Fact, Fields, Mention, Status
from extractors.values import Count, DateBasis, Span
from flows.linking import link_facts
from tests.linking.cases import CONFLICTS
from tests.warehouse.made_batches import NOON, Exchange, Talks, made_article, made_page
from warehouse.home import Home
from warehouse.log import append
from warehouse.publishing import publish
from warehouse.records import Batch, Capture, Reading
from warehouse.snapshot import connect

#: What is current of linking, without what tells of runs and batches.
LINKS = """
SELECT fact_id, block, event_id, part_of, basis, linked_with, settled_start, settled_from
FROM current_links WHERE basis <> 'not_current' ORDER BY fact_id"""


def told(name: str, published: date | None, *facts: tuple[Fields, Status, str | None]) -> Batch:
    """A batch of one article that says these things."""
    lines = [f"{name} says thing number {number}." for number in range(len(facts))]
    article = made_article(name, text="\n\n".join(lines), published=published, removed=())
    capture = Capture(page=made_page(f"{name}.txt", article, NOON), source="s", run_id="r")
    extractions: dict[str, Extraction] = {}
    for line, (fields, status, dated) in zip(lines, facts, strict=True):
        start = article.text.index(line)
        span = Span(start, start + len(line))
        fact = Fact(
            article_id=article.article_id,
            status=status,
            date=dated,
            date_basis=DateBasis.EXPLICIT if dated else DateBasis.NONE,
            fields=fields,
            grounding={},
            mentions=(Mention(span=span, quote=line, rule="made"),),
            confidence=0.9,
            extractor=fields.kind,
            extractor_version=1,
        )
        before = extractions[fields.kind].facts if fields.kind in extractions else ()
        extractions[fields.kind] = Extraction(
            article_id=article.article_id,
            extractor=fields.kind,
            extractor_version=1,
            facts=(*before, fact),
        )
    return Batch(
        run_id="r",
        captures=(capture,),
        readings=(Reading(capture_id=capture.capture_id, reader_version=1, article=article),),
        extractions=tuple(extractions.values()),
    )


def exchange(number: int | None) -> Exchange:
    """An exchange of so many people of each side."""
    sides = ("RUS", "UKR")
    return _swap(sides, number) if number else Exchange(parties=sides)


def talks(ordinal: int | None = None, city: str | None = None) -> Talks:
    return Talks(parties=("RUS", "UKR"), ordinal=ordinal, city=city)


def settle(home: Home) -> int:
    """Publish, link what is new, publish that too; as a run does at its end."""
    publish(home)
    count = link_facts(home, "r", CONFLICTS)
    publish(home)
    return count


def store(home: Home, groups: Sequence[Sequence[Batch]]) -> None:
    """Append and link one group after the other."""
    for group in groups:
        for batch in group:
            append(home, batch)
        settle(home)


def rows(home: Home, query: str) -> list[tuple[Any, ...]]:
    with connect(home) as connection:
        return connection.execute(query).fetchall()


def many(count: int, wars: int) -> Batch:
    """A batch of so many exchanges, ten to an article, spread over wars and days."""
    parts = [_article(rank, wars) for rank in range(count // 10)]
    return Batch(
        run_id="r",
        captures=tuple(capture for batch in parts for capture in batch.captures),
        readings=tuple(reading for batch in parts for reading in batch.readings),
        extractions=tuple(extraction for batch in parts for extraction in batch.extractions),
    )


def _article(rank: int, wars: int) -> Batch:
    sides = (f"A{rank % wars:02}", f"B{rank % wars:02}")
    last = date(2020, 1, 1) + timedelta(days=rank // 10)
    days = [last - timedelta(days=number) for number in range(10)]
    facts = [(_swap(sides, 10 + day.day), Status.COMPLETED, day.isoformat()) for day in days]
    return told(f"article {rank}", last, *facts)


def _swap(sides: tuple[str, ...], number: int) -> Exchange:
    return Exchange(parties=sides, returned={side: Count.of(number) for side in sides})
