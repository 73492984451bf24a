"""Whether a fact is the expected one, in the manner of the gold files.

A list where a single value is meant holds the accepted alternatives, null among them where the
field may stay empty; a field written null must be absent; what is not named is not compared.

A known gap carries its reason: `"gap"` beside an expected fact that is not read yet, and under
`"spurious"` the kind and the start of the quote of a fact that is read wrongly. Both are strict.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from extractors.article import Article
from extractors.extracting import extract
from extractors.fact import Fact
from extractors.reading import read
from tests.reading.pages import GOLDEN, SAMPLES, page_in, references

EXPECTED = GOLDEN / "facts.jsonl"

#: The values that make a fact this fact; the other expected ones are for the score.
CORE = {
    "prisoner_exchange": ("parties", "returned", "total", "formula"),
    "talks": ("parties", "ordinal", "city", "date"),
    "ultimatum": ("issuer", "target", "days"),
}
_SETS = {"parties", "mediators", "categories", "consequences"}
Expected = dict[str, Any]


@cache
def expectations() -> dict[str, Expected]:
    """What was written down for each sample: its facts, and the starts of blocks to be removed."""
    lines = EXPECTED.read_text("utf-8").splitlines()
    return {entry["article"]: entry for entry in map(json.loads, lines)}


@cache
def sample(name: str) -> tuple[Article, tuple[Fact, ...]]:
    """A sample page as it is read, and all the facts of it."""
    article = read(page_in(Path(SAMPLES / name)), references())
    assert isinstance(article, Article), article
    extractions = extract(article, references(), kinds=set(CORE))
    return article, tuple(fact for extraction in extractions for fact in extraction.facts)


def paired(
    expected: Sequence[Expected], facts: Sequence[Fact]
) -> tuple[list[Expected], list[Fact]]:
    """The expected facts that were not read, and the read ones that nobody expected.

    One to one, the most particular expectation first, and the required before the optional.
    """
    left = list(facts)
    missing: list[Expected] = []
    for one in sorted(expected, key=lambda one: (bool(one.get("optional")), -len(one["fields"]))):
        fitting = [fact for fact in left if not differences(one, fact)]
        if fitting:
            left.remove(max(fitting, key=lambda fact: one["evidence"] in fact.quote))
        elif not one.get("optional"):
            missing.append(one)
    return missing, left


def unexplained(
    spurious: Sequence[Expected], facts: Sequence[Fact]
) -> tuple[list[str], list[Fact]]:
    """The marks of wrongly read facts that no fact bears any more, and the facts without a mark."""
    left = list(facts)
    gone: list[str] = []
    for mark in spurious:
        marked = [f for f in left if f.kind == mark["kind"] and f.quote.startswith(mark["quote"])]
        if marked:
            left.remove(marked[0])
        else:
            gone.append(f"{mark['kind']} {mark['quote']!r} ({mark['gap']})")
    return gone, left


def differences(one: Expected, fact: Fact) -> list[str]:
    """What of an expectation's status and core values does not hold for a fact."""
    if one["kind"] != fact.kind:
        return [f"kind {fact.kind}"]
    told = {"date": fact.date, **fact.fields.model_dump(mode="json")}
    named = {field: one["fields"][field] for field in CORE[fact.kind] if field in one["fields"]}
    wrong = [field for field, value in named.items() if not _fits(field, value, told[field])]
    status = [] if fact.status.value in _alternatives(one["status"]) else ["status"]
    return status + wrong


def _fits(field: str, expected: Any, told: Any) -> bool:
    if field in _SETS:
        nested = isinstance(expected, list) and isinstance(expected[0], list)
        choices = expected if nested else [expected]
        return any(set(choice or ()) == set(told or ()) for choice in choices)
    return any(_is(choice, told) for choice in _alternatives(expected))


def _alternatives(expected: Any) -> list[Any]:
    return expected if isinstance(expected, list) else [expected]


def _is(expected: Any, told: Any) -> bool:
    """Equality; of a mapping the expected entries must be there, others are not compared."""
    if isinstance(expected, dict) and "qualifier" not in expected:
        return isinstance(told, dict) and all(told.get(key) == expected[key] for key in expected)
    return bool(expected == told)
