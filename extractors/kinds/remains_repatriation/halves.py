"""Two halves of one handover, told in sentences that follow each other: "Moscow got 41 back. Kyiv
said that 909 had been returned"."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.claims import Claim
from extractors.kinds.remains_repatriation.fields import fields_of

_NEXT = 2  # characters between a sentence and the next


def with_halves(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, the last two as one where each tells of one side's dead and nothing differs."""
    if len(claims) < 2 or not _are_halves(claims[-2], claims[-1]):
        return list(claims)
    return [*claims[:-2], _whole(claims[-2], claims[-1])]


def _are_halves(one: Claim, other: Claim) -> bool:
    mine, theirs = fields_of(one), fields_of(other)
    shares = set(mine.returned or {}), set(theirs.returned or {})
    return (
        len(shares[0]) == len(shares[1]) == 1
        and not shares[0] & shares[1]
        and one.status is other.status
        and set(mine.parties) == set(theirs.parties)
        and 0 <= other.span.start - one.span.end <= _NEXT
        and (one.date is None or other.date is None or one.date == other.date)
        and not one.rule.endswith("in all")
        and not other.rule.endswith("in all")
    )


def _whole(one: Claim, other: Claim) -> Claim:
    mine, theirs = fields_of(one), fields_of(other)
    returned = {**(mine.returned or {}), **(theirs.returned or {})}
    dated = one if one.date else other
    return one.model_copy(
        update={
            "fields": mine.model_copy(update={"returned": returned}),
            "grounding": {**other.grounding, **one.grounding},
            "span": one.span.hull(other.span),
            "date": dated.date,
            "date_basis": dated.date_basis,
        }
    )
