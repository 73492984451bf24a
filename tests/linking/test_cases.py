"""Which facts are one event and which are two: the tables *.toml of this folder."""

from __future__ import annotations

import pytest

from extractors.linking import Link
from tests.linking.cases import Case, cases, events_of, linked

CASES = tuple(cases())


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_links(case: Case) -> None:
    links = linked(case.rows)
    assert set(links) == {row.fact_id for row in case.rows}
    assert events_of(links) == case.events
    assert _said(case, links) == case.said


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_order_does_not_matter(case: Case) -> None:
    assert linked(case.rows[::-1]) == linked(case.rows)


def test_there_are_cases_for_every_kind() -> None:
    assert len(CASES) >= 80
    kinds = {row.kind for case in CASES for row in case.rows}
    assert kinds == {
        *("talks", "prisoner_exchange", "remains_repatriation", "ultimatum"),
        *("proposal", "meeting_proposal", "ceasefire"),
    }


def _said(case: Case, links: dict[str, Link]) -> dict[str, dict[str, str]]:
    """What the links say of that which the case says something of."""
    found = {
        "basis": {fact: links[fact].basis.value for fact in case.said["basis"]},
        "id": {fact: links[fact].event_id for fact in case.said["id"]},
        "part_of": {fact: links[fact].part_of for fact in case.said["part_of"]},
        "settled": {fact: str(links[fact].settled_start) for fact in case.said["settled"]},
    }
    return {what: {fact: value or "" for fact, value in of.items()} for what, of in found.items()}
