"""What each of two sides at war lets go or gets back, told apart: one exchange, by FACTS.md.

"230 came home, said Kyiv", and further on "248 were returned, said Moscow". Only where the article
has one figure for each side of those days, and no exchange of theirs that has both.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby

from extractors.claims import Claim
from extractors.fact import Status
from extractors.kinds.prisoner_exchange.exchange import fields_of
from extractors.kinds.prisoner_exchange.halves import whole
from extractors.kinds.prisoner_exchange.sameness import agree, days_agree
from extractors.parsing.document import Document

_DONE = {Status.COMPLETED, Status.ONGOING}


def with_both_told(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, where two halves told apart are joined to one."""
    done = [one for one in claims if one.status in _DONE and fields_of(one).returned]
    told = list(claims)
    for pair, exchanges in groupby(sorted(done, key=_pair), key=_pair):
        told = _joined(told, _two_halves(document, pair, list(exchanges)))
    return told


def _pair(claim: Claim) -> tuple[str, ...]:
    return fields_of(claim).parties


def _joined(claims: Sequence[Claim], halves: Sequence[Claim]) -> list[Claim]:
    """The claims with two halves as one; two deeds of one sentence stay apart."""
    if not halves or halves[0].span == halves[1].span:
        return list(claims)
    first, other = halves
    joined = whole(first, other)
    return [joined if one is first else one for one in claims if one is not other]


def _two_halves(
    document: Document, pair: tuple[str, ...], done: Sequence[Claim]
) -> Sequence[Claim]:
    """The first half of each of two foes, where all that was done are such halves and agree."""
    if len(pair) != 2 or not document.at_war(*pair):
        return ()
    people = (document.people_of(*pair), document.people_of(*reversed(pair)))
    halves = {half: one for one in reversed(done) if (half := _half(one, people))}
    if set(halves) != set(people) or not all(_half(one, people) for one in done):
        return ()
    if not all(_fit(one, other) for one in done for other in done):
        return ()
    return sorted(halves.values(), key=lambda one: (one.status is Status.ONGOING, done.index(one)))


def _fit(one: Claim, other: Claim) -> bool:
    mine, theirs = fields_of(one).returned or {}, fields_of(other).returned or {}
    figures = all(agree(mine[actor], theirs[actor]) for actor in set(mine) & set(theirs))
    return figures and days_agree(one.date, other.date)


def _half(claim: Claim, people: Collection[str]) -> str | None:
    """Which of two sides' people come home; guests of other nations beside them do not count."""
    own = [actor for actor in fields_of(claim).returned or {} if actor in people]
    return own[0] if len(own) == 1 else None
