"""A warehouse of facts given by kind, status, date and fields, for tests of views over them."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import NamedTuple

from extractors.article import Article
from extractors.fact import Extraction, Fact, Fields, Mention, Status
from extractors.kinds.casualty_estimate import CasualtyEstimate
from extractors.kinds.ceasefire.model import Ceasefire
from extractors.kinds.demand import Demand
from extractors.kinds.military_aid import MilitaryAid
from extractors.kinds.proposal import Proposal
from extractors.kinds.remains_repatriation import RemainsRepatriation
from extractors.kinds.sanctions import Sanctions
from extractors.values import DateBasis
from tests.warehouse.made_batches import (
    NOON,
    SENTENCES,
    Exchange,
    Talks,
    Ultimatum,
    made_article,
    made_page,
    span_of,
)
from warehouse.home import Home
from warehouse.log import append
from warehouse.publishing import publish
from warehouse.records import Batch, Capture, Reading

_MODELS: dict[str, type[Fields]] = {
    model.kind: model
    for model in (
        CasualtyEstimate,
        Ceasefire,
        Demand,
        Exchange,
        MilitaryAid,
        Proposal,
        RemainsRepatriation,
        Sanctions,
        Talks,
        Ultimatum,
    )
}


class Told(NamedTuple):
    """A fact in few words."""

    kind: str
    status: str
    date: str | None
    fields: dict[str, object]


def publish_told(home: Home, told: list[Told], *, days: int = 0, **article: object) -> None:
    """Append one article that tells all these facts, got so many days later, and publish."""
    made = made_article("told", **article)
    page = made_page("told.txt", made, NOON + timedelta(days=days))
    run = f"run-{days}"
    capture = Capture(page=page, source="s", run_id=run)
    reading = Reading(capture_id=capture.capture_id, reader_version=1, article=made)
    by_kind: dict[str, list[Fact]] = defaultdict(list)
    for rank, one in enumerate(told):
        by_kind[one.kind].append(_fact(made, one, rank))
    extractions = tuple(
        Extraction(
            article_id=made.article_id, extractor=kind, extractor_version=1, facts=tuple(facts)
        )
        for kind, facts in by_kind.items()
    )
    append(
        home,
        Batch(run_id=run, captures=(capture,), readings=(reading,), extractions=extractions),
    )
    publish(home)


def _fact(article: Article, told: Told, rank: int) -> Fact:
    quote = SENTENCES[0]
    mention = Mention(span=span_of(article, quote), quote=quote, rule=f"told {rank}")
    return Fact(
        article_id=article.article_id,
        status=Status(told.status),
        date=told.date,
        date_basis=DateBasis.EXPLICIT if told.date else DateBasis.NONE,
        fields=_MODELS[told.kind].model_validate(told.fields),
        grounding={"status": span_of(article, "held")},
        attribution=(),
        mentions=(mention,),
        confidence=0.5,
        extractor=told.kind,
        extractor_version=1,
    )
