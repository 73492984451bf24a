"""What each of two sides at war lets go or gets back, told apart: one exchange, by FACTS.md.

"230 came home, said Kyiv", and further on "248 were returned, said Moscow". Only where the article
has one figure for each side of those days, and no exchange of theirs that has both.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from extractors.claims import Claim
from extractors.fact import Status
from extractors.kinds.prisoner_exchange.exchange import fields_of
from extractors.kinds.prisoner_exchange.halves import whole
from extractors.kinds.prisoner_exchange.same_number import one_way
from extractors.kinds.prisoner_exchange.sameness import agree, days_agree
from extractors.parsing.document import Document

_DONE = {Status.COMPLETED, Status.ONGOING}


def with_both_told(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, where two halves told apart are joined to one."""
    done = [one for one in claims if one.status in _DONE and fields_of(one).returned]
    told = list(claims)
    for pair, exchanges in groupby(sorted(done, key=_pair), key=_pair):
        halves = list(exchanges)
        if _is_one_exchange(document, pair, halves):
            told = _joined(told, halves)
    return told


def _pair(claim: Claim) -> tuple[str, ...]:
    return fields_of(claim).parties


def _joined(claims: Sequence[Claim], halves: Sequence[Claim]) -> list[Claim]:
    first = halves[0]
    other = next(one for one in halves if _whose(one) != _whose(first))
    if other.span == first.span:  # two deeds of one sentence
        return list(claims)
    joined = whole(first, other)
    return [joined if one is first else one for one in claims if one is not other]


def _is_one_exchange(document: Document, pair: tuple[str, ...], done: Sequence[Claim]) -> bool:
    """Whether all that was done are halves of the two sides, with the same figure for each."""
    if len(pair) != 2 or not document.at_war(*pair) or not all(one_way(one) for one in done):
        return False
    people = {document.people_of(*pair), document.people_of(*reversed(pair))}
    if {_whose(one) for one in done} != people:
        return False
    return all(_fit(one, other) for one in done for other in done)


def _fit(one: Claim, other: Claim) -> bool:
    mine, theirs = fields_of(one).returned or {}, fields_of(other).returned or {}
    figures = all(agree(mine[actor], theirs[actor]) for actor in set(mine) & set(theirs))
    return figures and days_agree(one.date, other.date)


def _whose(claim: Claim) -> str:
    return next(iter(fields_of(claim).returned or {}))
