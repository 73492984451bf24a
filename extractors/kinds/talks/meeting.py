"""What a negotiating meeting is, and when two claims speak of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from extractors.claims import Claim
from extractors.fact import Fields, Status
from extractors.kinds.talks.spells import may_be_one
from extractors.values import Count


class Talks(Fields):
    """FACTS.md, kind 1: one negotiating meeting, however many sentences speak of it."""

    kind: ClassVar[str] = "talks"

    parties: tuple[str, ...]
    ordinal: int | None = None
    city: str | None = None
    venue: str | None = None
    country: str | None = None
    duration_minutes: Count | None = None
    host: str | None = None
    mediators: tuple[str, ...] = ()
    heads: Mapping[str, str] | None = None
    direct: bool | None = None


# -- which mentions are of one meeting

TO_COME = {Status.SCHEDULED, Status.PROPOSED, Status.AGREED, Status.DEMANDED}
_APART = ("earlier", "next", "one of them")


def same_meeting(full: Claim, claim: Claim) -> bool:
    """Whether two claims speak of one meeting."""
    mine, theirs = full.fields, claim.fields
    assert isinstance(mine, Talks)  # noqa: S101  # only this kind's claims come here
    assert isinstance(theirs, Talks)  # noqa: S101  # only this kind's claims come here
    if set(mine.parties) != set(theirs.parties) or not may_be_one(full.date, claim.date):
        return False
    pairs = [(getattr(mine, name), getattr(theirs, name)) for name in ("ordinal", "city")]
    if any(a is not None and b is not None and a != b for a, b in pairs):
        return False
    known = (mine.ordinal is not None and mine.ordinal == theirs.ordinal) or (
        full.date is not None and claim.date is not None
    )
    if known:
        return (full.status is Status.FAILED) == (claim.status is Status.FAILED)
    if full.rule.startswith(_APART) or claim.rule.startswith(_APART):
        return False
    return _when(full) == _when(claim)


def with_finest_date(claim: Claim, claims: Sequence[Claim]) -> Claim:
    """ "a week ago" and "on May 16" of one meeting: the day."""
    for other in claims:
        finer = claim.date and other.date and "/" in claim.date and len(other.date) == 10
        if finer and same_meeting(claim, other):
            grounding = {**claim.grounding, "date": other.grounding["date"]}
            update = {"date": other.date, "date_basis": other.date_basis}
            return claim.model_copy(update={**update, "grounding": grounding})
    return claim


def with_its_end(claim: Claim, claims: Sequence[Claim]) -> Claim:
    """ "have been meeting in Jeddah since May 6", after one side "walked out of talks in Jeddah":
    what went on was broken off."""
    fields = claim.fields
    for other in claims:
        broken = other.status is Status.FAILED and other.date is None
        if claim.status is Status.ONGOING and broken and _one_place(fields, other.fields):
            grounding = {**claim.grounding, "status": other.grounding["status"]}
            return claim.model_copy(update={"status": other.status, "grounding": grounding})
    return claim


def _one_place(mine: Fields, theirs: Fields) -> bool:
    assert isinstance(mine, Talks)  # noqa: S101  # only this kind's claims come here
    assert isinstance(theirs, Talks)  # noqa: S101  # only this kind's claims come here
    return mine.parties == theirs.parties and mine.city == theirs.city is not None


def _when(claim: Claim) -> str:
    if claim.status in (Status.FAILED, Status.REJECTED, Status.DENIED):
        return "not held"
    return "to come" if claim.status in TO_COME else "held"
