"""What a negotiating meeting is, and when two claims speak of one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, NamedTuple

from extractors.claims import Claim
from extractors.fact import Fields, Status
from extractors.kinds.talks.spells import may_be_one
from extractors.parsing.line import Side
from extractors.values import Count, Span


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
#: Names of mentions that speak of another meeting than the one that was named before.
APART = ("earlier", "next", "one of them", "another")
#: The cue of a claim that tells of a meeting as what something is to be done at.
AHEAD = "setting ahead"
#: How the rule of a claim ends its name when it takes up one of those: "the meeting".
TAKEN_UP = ", again"


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
    if full.rule.startswith(APART) or claim.rule.startswith(APART):
        return TAKEN_UP in full.rule + claim.rule and _one_ground(full, claim)
    if full.rule.endswith(AHEAD) or claim.rule.endswith(AHEAD):
        return True
    return Status.REPORTED in (full.status, claim.status) or _when(full) == _when(claim)


def _one_ground(full: Claim, claim: Claim) -> bool:
    """Whether a claim took the day or the city of another one over, with the words that say so."""
    return any(
        name in full.grounding and full.grounding[name] == claim.grounding.get(name)
        for name in ("date", "city", "ordinal")
    )


def _when(claim: Claim) -> str:
    if claim.status in (Status.FAILED, Status.REJECTED, Status.DENIED):
        return "not held"
    return "to come" if claim.status in TO_COME else "held"


class Told(NamedTuple):
    """Meetings read so far: that which a mention takes up, one told in the same sentence, and that
    of the article."""

    before: Claim | None
    here: Claim | None
    main: Claim | None


def parties_of(claim: Claim | None) -> tuple[Side, ...]:
    """The parties of a claim with the words that name them."""
    if claim is None or not isinstance(claim.fields, Talks):
        return ()
    spans = ((actor, claim.grounding[f"parties.{actor}"]) for actor in claim.fields.parties)
    return tuple(Side(actor=actor, span=span) for actor, span in spans if isinstance(span, Span))
