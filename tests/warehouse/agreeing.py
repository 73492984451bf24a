"""Two or three reports of one event, given in few words, as a warehouse: for views on agreement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from extractors.article import AiGenerated, Article, Disclosures
from extractors.fact import Attribution, Extraction, Fact, Fields, Mention, Role, Status
from extractors.linking import VERSION
from extractors.linking.link import Basis, Link
from extractors.values import DateBasis
from tests.warehouse.made_batches import NOON, SENTENCES, made_article, made_page, span_of
from warehouse.home import Home
from warehouse.log import append
from warehouse.publishing import publish
from warehouse.records import Batch, Capture, Origin, OriginBasis, Reading, StoredLink


class Says(NamedTuple):
    """What one article says of an event."""

    fields: Fields
    day: int = 25  # of May 2025, when it was published
    status: str = "completed"
    date: str | None = None
    outlet: str = "Northern Wire"
    said_by: str | None = None
    upstream: tuple[str, ...] = ()
    by_machine: bool = False
    copies_first: bool = False  # it has its words from the first article of the event
    part_of: str | None = None
    quote: str = SENTENCES[0]  # without a number but a day's


def publish_events(home: Home, events: Iterable[tuple[str, tuple[Says, ...]]]) -> None:
    """Append the articles of all events by id, linked as given, and publish."""
    for event_id, sayings in events:
        articles = [_article(f"{event_id} {rank}", says) for rank, says in enumerate(sayings)]
        for article, says in zip(articles, sayings, strict=True):
            append(home, _batch(event_id, article, says, articles[0]))
    publish(home)


def _article(name: str, says: Says) -> Article:
    machine = AiGenerated(words="AI-made") if says.by_machine else None
    return made_article(
        name,
        text=f"Told in {name}.\n\n{says.quote}",
        published=date(2025, 5, says.day),
        outlet=says.outlet,
        url=None,
        removed=(),
        disclosures=Disclosures(ai_generated=machine, upstream=says.upstream),
    )


def _batch(event_id: str, article: Article, says: Says, first: Article) -> Batch:
    page = made_page(f"{article.title}.txt", article, NOON)
    capture = Capture(page=page, source="s", run_id="r")
    fact = _fact(article, says)
    link = Link(
        fact_id=fact.fact_id,
        block=event_id.rsplit("/", 1)[0],
        event_id=event_id,
        part_of=says.part_of,
        basis=Basis.SAME_DAY,
    )
    return Batch(
        run_id="r",
        captures=(capture,),
        readings=(Reading(capture_id=capture.capture_id, reader_version=1, article=article),),
        extractions=(
            Extraction(
                article_id=article.article_id,
                extractor=fact.kind,
                extractor_version=1,
                facts=(fact,),
            ),
        ),
        links=(StoredLink(link=link, linker_version=VERSION, revision=0),),
        origins=tuple(_origins(article, says, first)),
    )


def _fact(article: Article, says: Says) -> Fact:
    quote, span = says.quote, span_of(article, says.quote)
    return Fact(
        article_id=article.article_id,
        status=Status(says.status),
        date=says.date,
        date_basis=DateBasis.EXPLICIT if says.date else DateBasis.NONE,
        fields=says.fields,
        grounding={"status": span},
        attribution=(
            (Attribution(name=says.said_by, role=Role.SPEAKER, span=span),) if says.said_by else ()
        ),
        mentions=(Mention(span=span, quote=quote, rule="made"),),
        confidence=0.9,
        extractor=says.fields.kind,
        extractor_version=1,
    )


def _origins(article: Article, says: Says, first: Article) -> Iterator[Origin]:
    if says.copies_first:
        yield Origin(
            article_id=article.article_id,
            version=1,
            revision=0,
            origin_id=first.article_id,
            basis=OriginBasis.SAME_TEXT,
            similarity=1.0,
        )
