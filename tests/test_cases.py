"""Every case of every kind, and that no kind lacks its cases."""

from __future__ import annotations

import json

import pytest

from extractors.extracting import VERSIONS
from extractors.fact import Fact
from extractors.values import Span
from tests.cases.reading import (
    FINGERPRINTS,
    FOLDER,
    Case,
    cases_of,
    differences,
    facts_of,
    fingerprints,
)

ALL = [
    pytest.param(
        kind,
        case,
        id=f"{kind}-{number}-{case.why[:50]}",
        marks=[pytest.mark.xfail(reason=case.gap, strict=True)] if case.gap else [],
    )
    for kind in sorted(VERSIONS)
    if (FOLDER / f"{kind}.toml").exists()
    for number, case in enumerate(cases_of(kind), start=1)
]


@pytest.mark.parametrize(("kind", "case"), ALL)
def test_case(kind: str, case: Case) -> None:
    facts = facts_of(kind, case)
    left = list(facts)
    problems: list[str] = []
    for expected in case.facts:
        best = min(left, key=lambda fact: len(differences(expected, fact)), default=None)
        if best is None:
            problems.append(f"not read: {expected}")
            continue
        problems += differences(expected, best)
        left.remove(best)
    problems += [f"too much: {_short(fact)}" for fact in left]
    assert not problems, f"{case.why}\n{case.text}\n" + "\n".join(problems)
    for fact in facts:
        _verify(case.text.strip(), fact)


def _short(fact: Fact) -> str:
    return f"{fact.status} {fact.fields!r} by rule {fact.rule!r}"


def _verify(text: str, fact: Fact) -> None:
    """Every quote stands where it says, and every value has words that support it."""
    for mention in fact.mentions:
        assert mention.span.of(text) == mention.quote
    for field, ground in fact.grounding.items():
        assert not isinstance(ground, Span) or ground.of(text).strip(), (
            f"{field} grounded in nothing"
        )
    grounded = {field.split(".")[0] for field in fact.grounding}
    stated = {name for name, value in fact.fields if value not in (None, ())}
    assert stated <= grounded, f"no grounding for {stated - grounded}"


def test_every_kind_has_cases_and_every_case_file_a_kind() -> None:
    assert {path.stem for path in FOLDER.glob("*.toml")} == set(VERSIONS)


def test_no_output_changes_without_a_new_version() -> None:
    kept = json.loads(FINGERPRINTS.read_text(encoding="utf-8"))
    now = fingerprints()
    forgotten = [
        kind
        for kind in now
        if kept.get(kind) != now[kind] and kept.get(kind, {}).get("version") == now[kind]["version"]
    ]
    assert not forgotten, (
        f"output of {forgotten} changed: raise VERSION, then run python -m tests.cases"
    )
    assert kept == now, "run python -m tests.cases and commit what it writes"
