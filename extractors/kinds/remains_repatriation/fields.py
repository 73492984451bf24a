"""The fields of a handover of the dead (FACTS.md, kind 4)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from extractors.claims import Claim
from extractors.fact import Fields
from extractors.values import Count


class RemainsRepatriation(Fields):
    """FACTS.md, kind 4. `returned` maps an actor to how many of that side's dead come home."""

    kind: ClassVar[str] = "remains_repatriation"

    parties: tuple[str, ...] = ()
    returned: Mapping[str, Count] | None = None
    place: str | None = None
    agreed_at: int | None = None


def fields_of(claim: Claim) -> RemainsRepatriation:
    """The fields of a claim of this kind."""
    assert isinstance(claim.fields, RemainsRepatriation)  # noqa: S101  # only this kind's come here
    return claim.fields
