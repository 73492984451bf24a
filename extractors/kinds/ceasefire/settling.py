"""What the other truces of an article settle of one: whether a side's own is still to come or over,
who only answers to it, and which are too bare to be told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.claims import Claim
from extractors.fact import Status
from extractors.kinds.ceasefire.joining import same, wants
from extractors.kinds.ceasefire.model import ASKED, EXTENSION, IN_PASSING, Ceasefire
from extractors.values import DateBasis, date_start


def settled(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims of an article, each as the others let it stand."""
    for claim in claims:
        if not _only_answers(claims, claim):
            yield _settled(claims, claim)


def _only_answers(claims: Sequence[Claim], claim: Claim) -> bool:
    """Whether nothing is told but that a side takes some truce, of which the article says no more:
    "is ready for a truce"."""
    fields = claim.fields
    assert isinstance(fields, Ceasefire)  # noqa: S101  # only this kind's claims come here
    told = fields.proposer or fields.duration_hours or fields.scope or fields.unconditional
    if told or claim.status is not Status.PROPOSED:
        return False
    others = (one for one in claims if one is not claim and one.fields != fields)
    return not any(same(one, claim) for one in others)


def _settled(claims: Sequence[Claim], claim: Claim) -> Claim:
    """What other mentions settle of a side's own truce: that it is to come, and is not of both.

    Who refuses it only answers: it is declared all the same.
    """
    if claim.rule == "declared" and claim.status is Status.ONGOING:
        return _still_to_come(claims, claim)
    if claim.rule == "declared" and any(_began(one) and same(claim, one) for one in claims):
        return claim.model_copy(update={"status": Status.ONGOING})
    if claim.rule == IN_PASSING and any(one is not claim and same(one, claim) for one in claims):
        return claim.model_copy(update={"answers": True})
    if claim.rule == "observed" and any(_ran_out(one) and same(claim, one) for one in claims):
        return claim.model_copy(update={"status": Status.COMPLETED})
    if ended := next((one for one in claims if _ends(claim, one)), None):
        return claim.model_copy(update={"status": ended.status})
    owned = [one for one in claims if one.status not in ASKED and wants(one)]
    if claim.status is Status.REJECTED and any(same(one, claim) for one in owned):
        return claim.model_copy(update={"answers": True})
    if claim.status is Status.PROPOSED and claim.rule == "accepts" and not wants(claim):
        return claim.model_copy(update={"answers": True})
    declared = [one for one in owned if one.rule == "declared"]
    if claim.status not in ASKED and any(same(one, claim) for one in declared if one != claim):
        fields = claim.fields.model_copy(update={"parties": None})
        kept = {slot: why for slot, why in claim.grounding.items() if "parties" not in slot}
        return claim.model_copy(update={"fields": fields, "grounding": kept})
    return claim


def _breaks(broken: Claim, claim: Claim) -> bool:
    """Whether it is the end of a side's own truce: told beside it, or with its day."""
    near = broken.date is not None or abs(broken.span.start - claim.span.start) <= _NEAR
    return broken.rule == "broken" and near and same(claim, broken)


def _began(claim: Claim) -> bool:
    return claim.status is Status.ONGOING and claim.rule == "in force"


def _ran_out(claim: Claim) -> bool:
    return claim.status is Status.COMPLETED and claim.rule == "ran out"


def _ends(claim: Claim, later: Claim) -> bool:
    """Whether the words right behind an agreement say that it is over: "… a truce that lasted
    until February, when the rebels broke it"."""
    near = 0 <= later.span.start - claim.span.start <= _NEAR
    agreed = claim.status is Status.AGREED and EXTENSION not in claim.rule
    return agreed and near and later.status in _OVER and same(claim, later)


_NEAR = 300  # characters
_OVER = (Status.FAILED, Status.COMPLETED)


def _still_to_come(claims: Sequence[Claim], claim: Claim) -> Claim:
    """One without a day, or with that on which it was announced, is scheduled where the article
    says elsewhere when it begins; one of which it says that it has run out is over.
    """
    begins = (one.date for one in claims if one.status is Status.SCHEDULED and same(claim, one))
    over = (one for one in claims if one.status is Status.COMPLETED and wants(one))
    told = (one for one in over if one.rule.startswith("ran out") or one.date)
    if any(same(claim, one) for one in told):
        return claim.model_copy(update={"status": Status.COMPLETED})
    if any(_breaks(one, claim) for one in claims):
        return claim.model_copy(update={"status": Status.FAILED})
    starts = [start for day in begins if day and (start := date_start(day))]
    day = date_start(claim.date) if claim.date else None
    if not starts or (day and day >= min(starts)):
        return claim
    grounding = {slot: why for slot, why in claim.grounding.items() if slot != "date"}
    undated = {"date": None, "date_basis": DateBasis.NONE, "grounding": grounding}
    return claim.model_copy(update={"status": Status.SCHEDULED, **undated})
