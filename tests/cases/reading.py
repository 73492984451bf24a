"""Case files → values, and what the extractors give for them."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from extractors.article import Article, PublishedBasis
from extractors.extracting import VERSIONS, extract
from extractors.fact import Fact
from extractors.references import References, read_references
from extractors.values import Count, Qualifier

FOLDER = Path(__file__).parent
SEEDS = FOLDER.parent.parent / "seeds"
FINGERPRINTS = FOLDER / "fingerprints.json"


class Case(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    why: str
    text: str
    facts: list[dict[str, Any]]
    published: date | None = None
    gap: str | None = None  # why the rules do not read it yet


@lru_cache(maxsize=1)
def references() -> References:
    return read_references(SEEDS)


def cases_of(kind: str) -> list[Case]:
    written = tomllib.loads((FOLDER / f"{kind}.toml").read_text(encoding="utf-8"))
    return [Case.model_validate(case) for case in written["case"]]


def facts_of(kind: str, case: Case) -> list[Fact]:
    article = Article(
        title=None,
        text=case.text.strip(),
        published=case.published,
        published_basis=PublishedBasis.MANIFEST if case.published else PublishedBasis.NONE,
        language="en",
        url=None,
        outlet=None,
    )
    (extraction,) = extract(article, references(), kinds={kind})
    return list(extraction.facts)


def count(written: str) -> Count:
    """'at least 1200', '24 to 48', '250' → a count."""
    *words, last = written.split()
    if words[1:] == ["to"]:
        return Count.between(int(words[0]), int(last))
    qualifier = "_".join(words) or "exact"
    return Count.of(int(last), Qualifier(qualifier))


def differences(expected: dict[str, Any], fact: Fact) -> list[str]:
    """What of an expected fact does not hold for a fact, in words."""
    fields = fact.fields
    actual = {
        "status": fact.status.value,
        "date": fact.date,
        "said_by": [hop.name for hop in fact.attribution],
        **{name: getattr(fields, name) for name in type(fields).model_fields},
    }
    wanted = {name: _value(value, actual.get(name)) for name, value in expected.items()}
    return [
        f"{name}: expected {value!r}, read {actual.get(name)!r}"
        for name, value in wanted.items()
        if value != _plain(actual.get(name))
    ]


def _value(written: Any, actual: Any) -> Any:
    if isinstance(actual, Count):
        return count(written) if written else None
    if isinstance(written, dict):
        sample = next(iter(actual.values()), None) if isinstance(actual, dict) else None
        counted = isinstance(sample, Count) or actual is None
        return {
            key: count(value) if counted and value[-1:].isdigit() else value
            for key, value in written.items()
        }
    if isinstance(written, list):
        return list(written)
    return written if written != "" else None


def _plain(actual: Any) -> Any:
    if isinstance(actual, tuple):
        return list(actual) or None
    return dict(actual) if isinstance(actual, dict) else actual


def fingerprint(kind: str) -> str:
    """A hash of everything the cases of a kind give."""
    given = [
        [fact.model_dump(mode="json") for fact in facts_of(kind, case)] for case in cases_of(kind)
    ]
    for facts in given:
        for fact in facts:
            fact.pop("fact_id"), fact.pop("extractor_version"), fact.pop("article_id")
    written = json.dumps(given, ensure_ascii=False, sort_keys=True)
    return sha256(written.encode()).hexdigest()[:16]


def fingerprints(kinds: Sequence[str] | None = None) -> dict[str, dict[str, Any]]:
    """Version and fingerprint of the named kinds, or of all."""
    return {
        kind: {"version": VERSIONS[kind], "fingerprint": fingerprint(kind)}
        for kind in sorted(kinds or VERSIONS)
    }
