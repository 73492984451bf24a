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
