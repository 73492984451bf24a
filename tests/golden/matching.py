"""Whether a fact is the expected one: by the core slots of its kind, as the score counts them.

Expectations are gold lines (extractors.scoring), of all kinds, with the starts of the blocks that
must be removed. A known gap carries its reason: `gap` beside an expected fact that is not read
yet, and under `spurious` the kind and the start of the quote of a fact that is read wrongly. Both
are strict.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from pydantic import BaseModel

from extractors.article import Article
from extractors.extracting import extract
from extractors.fact import Fact
from extractors.reading import read
from extractors.scoring import GoldArticle, GoldFact, ReadFact
from extractors.scoring.values import CORE, is_right
from tests.reading.pages import GOLDEN, SAMPLES, page_in, references

EXPECTED = GOLDEN / "facts.jsonl"


class Expected(GoldFact):
    gap: str = ""  # why it is not read yet


class Spurious(BaseModel):
    """A fact that is read and should not be."""

    kind: str
    quote: str  # how its quote starts
    gap: str


class Expectation(GoldArticle):
    """What was written down for a sample: its facts, and the starts of blocks to be removed."""

    facts: tuple[Expected, ...]
    removed: tuple[str, ...]
    spurious: tuple[Spurious, ...] = ()


@cache
def expectations() -> dict[str, Expectation]:
    lines = EXPECTED.read_text("utf-8").splitlines()
    return {one.article: one for one in map(Expectation.model_validate, map(json.loads, lines))}


@cache
def sample(name: str) -> tuple[Article, tuple[Fact, ...]]:
    """A sample page as it is read, and all the facts of it."""
    article = read(page_in(Path(SAMPLES / name)), references())
    assert isinstance(article, Article), article
    extractions = extract(article, references())
    return article, tuple(fact for extraction in extractions for fact in extraction.facts)


def paired(
    expected: Sequence[Expected], facts: Sequence[Fact]
) -> tuple[list[Expected], list[Fact]]:
    """The expected facts that were not read, and the read ones that nobody expected.

    One to one, the most particular expectation first, and the required before the optional.
    """
    left = list(facts)
    missing: list[Expected] = []
    for one in sorted(expected, key=lambda one: (one.optional, -len(one.fields))):
        fitting = [fact for fact in left if not differences(one, fact)]
        if fitting:
            left.remove(max(fitting, key=lambda fact: one.evidence in fact.quote))
        elif not one.optional:
            missing.append(one)
    return missing, left


def unexplained(
    spurious: Sequence[Spurious], facts: Sequence[Fact]
) -> tuple[list[str], list[Fact]]:
    """The marks of wrongly read facts that no fact bears any more, and the facts without a mark."""
    left = list(facts)
    gone: list[str] = []
    for mark in spurious:
        marked = [f for f in left if f.kind == mark.kind and f.quote.startswith(mark.quote)]
        if marked:
            left.remove(marked[0])
        else:
            gone.append(f"{mark.kind} {mark.quote!r} ({mark.gap})")
    return gone, left


def differences(one: Expected, fact: Fact) -> list[str]:
    """What of an expectation's status and core values does not hold for a fact."""
    if one.kind != fact.kind:
        return [f"kind {fact.kind}"]
    status = [] if fact.status.value in one.status else ["status"]
    told = ReadFact(
        reference="",
        kind=fact.kind,
        status=fact.status.value,
        date=fact.date,
        quote=fact.quote,
        fields=fact.fields.model_dump(mode="json"),
    ).slots
    core = [field for field in CORE[fact.kind] if field in one.fields]
    return status + [f for f in core if not is_right(f, one.fields[f], told.get(f))]
