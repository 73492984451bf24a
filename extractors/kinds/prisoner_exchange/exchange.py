"""What a fact of an exchange states: the fields of the kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from extractors.claims import Claim
from extractors.fact import Fields
from extractors.values import Count


class PrisonerExchange(Fields):
    """FACTS.md, kind 2. `returned` maps an actor to how many people of that side come home."""

    kind: ClassVar[str] = "prisoner_exchange"

    parties: tuple[str, ...]
    returned: Mapping[str, Count] | None = None
    total: Count | None = None
    formula: str | None = None
    categories: tuple[str, ...] = ()
    ordinal: int | None = None
    place: str | None = None
    mediators: tuple[str, ...] = ()
    agreed_at: int | None = None


def fields_of(claim: Claim) -> PrisonerExchange:
    """The fields of a claim of this kind."""
    assert isinstance(claim.fields, PrisonerExchange)  # noqa: S101  # only this kind's come here
    return claim.fields


#: The cue of an exchange of which a stage is told.
A_STAGE = "a stage of it"
#: The cue of an exchange that was to be on a day and did not come about.
BUT_UNDONE = "but undone"
#: The cue of an exchange that is told by its figure and day alone.
BY_ITS_DAY = "by its day"
#: The cue of an exchange that is told beside another one, as the one before it.
ONE_BEFORE = "the one before"


def is_one_before(claim: Claim) -> bool:
    """Whether a claim tells of the exchange before another one of its sentence."""
    return claim.rule.endswith(ONE_BEFORE)
