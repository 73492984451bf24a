"""What an article tells of one exchange at several places, taken together before its mentions are
merged: rounded figures that are counted further on, and what became of what was agreed.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.claims import Claim
from extractors.fact import Status
from extractors.kinds.prisoner_exchange.exchange import fields_of
from extractors.kinds.prisoner_exchange.sameness import (
    is_rounded,
    is_within,
    nothing_differs,
    same,
)
from extractors.values import Count, Qualifier


def with_day_of_lead(claims: Sequence[Claim]) -> list[Claim]:
    """ "They exchanged prisoners on Thursday. A freed X": on that day, not that of another one."""
    told: list[Claim] = []
    for claim in claims:
        lead = told[-1] if told else claim
        told.append(_on_day_of(lead, claim) if _leads(lead, claim) else claim)
    return told


def _leads(lead: Claim, claim: Claim) -> bool:
    """Whether a deed goes on right behind an exchange of which but the day is told."""
    a_day = lead.date is not None and len(lead.date) >= len("2025-05-16")  # no "similar one in May"
    bare = a_day and not _figures(lead) and lead.status in _DONE
    bare = bare and lead.rule.startswith(("swap", "noun"))
    goes_on = bool(_figures(claim)) and claim.date is None and claim.status in _DONE
    goes_on = goes_on and claim.rule.startswith(("give", "get", "come"))
    alike = set(fields_of(lead).parties) == set(fields_of(claim).parties)
    return bare and goes_on and alike and 0 <= claim.span.start - lead.span.end <= _NEAR


_NEAR = 2  # characters between two sentences that follow each other


def _on_day_of(lead: Claim, claim: Claim) -> Claim:
    ground = {**claim.grounding, "date": lead.grounding["date"]}
    update = {"date": lead.date, "date_basis": lead.date_basis, "grounding": ground}
    return claim.model_copy(update=update)


def with_exact_figures(claims: Sequence[Claim]) -> list[Claim]:
    """ "4,000 prisoners" in the lead becomes the 4,208 of the text."""
    return [_as_exact(claim, claims) for claim in claims]


def _as_exact(claim: Claim, claims: Sequence[Claim]) -> Claim:
    mine = fields_of(claim).returned or {}
    for one in claims:
        theirs = fields_of(one).returned or {}
        both = set(mine) & set(theirs)
        rounded = [who for who in both if _is_looser(mine[who], theirs[who])]
        if rounded and same(one, claim):
            ground = {f"returned.{who}": one.grounding[f"returned.{who}"] for who in rounded}
            returned = {**mine, **{who: theirs[who] for who in rounded}}
            fields = fields_of(claim).model_copy(update={"returned": returned})
            update = {"fields": fields, "grounding": {**claim.grounding, **ground}}
            return claim.model_copy(update=update)
    return claim


def _is_looser(figure: Count, exact: Count) -> bool:
    """ "More than 100" in the lead, where 130 are counted further on."""
    loose = figure.qualifier is not Qualifier.EXACT and exact.qualifier is Qualifier.EXACT
    return is_rounded(figure, exact) or (loose and is_within(exact, figure))


_OPEN = {Status.REPORTED, Status.PROPOSED, Status.AGREED, Status.SCHEDULED, Status.FAILED}
_DONE = {Status.COMPLETED, Status.ONGOING}
_SETTLED = {Status.AGREED, Status.SCHEDULED}


def with_what_became(claims: Sequence[Claim]) -> list[Claim]:
    """What was agreed or only named, and is told as done with the same figures: done."""
    done = [claim for claim in claims if claim.status in _DONE]
    told = [_as_done(claim, done) if claim.status in _OPEN else claim for claim in claims]
    told = [_as_settled(claim, told) for claim in told]
    return [_as_introduced(claim, told) for claim in told]


def _as_settled(claim: Claim, told: Sequence[Claim]) -> Claim:
    """ "Discussed a swap of 1,000 for 1,000 … We have agreed on it", says the same man."""
    if claim.status is not Status.PROPOSED:
        return claim
    mine = fields_of(claim)
    for one in told:
        theirs = fields_of(one)
        same_words = mine.returned is not None and mine.returned == theirs.returned
        one_source = claim.attribution == one.attribution
        if one.status in _SETTLED and one_source and same_words and nothing_differs(one, claim):
            ground = {**claim.grounding, "status": one.grounding["status"]}
            return claim.model_copy(update={"status": one.status, "grounding": ground})
    return claim


def _as_introduced(claim: Claim, told: Sequence[Claim]) -> Claim:
    """ "They agreed on a swap. It involves 1,000 on each side": the figures of what was agreed."""
    if claim.status is not Status.REPORTED or not claim.again or not _figures(claim):
        return claim
    parties = set(fields_of(claim).parties)
    before = [
        one
        for one in told
        if one.span.end <= claim.span.start and set(fields_of(one).parties) == parties
    ]
    if not before or before[-1].status is Status.REPORTED or _figures(before[-1]):
        return claim
    ground = {**claim.grounding, "status": before[-1].grounding["status"]}
    return claim.model_copy(update={"status": before[-1].status, "grounding": ground})


def _figures(claim: Claim) -> bool:
    fields = fields_of(claim)
    return bool(fields.returned or fields.total or fields.formula or fields.ordinal)


def _as_done(claim: Claim, done: Sequence[Claim]) -> Claim:
    for one in done:
        if _told_as_done(claim, one):
            ground = {
                name: one.grounding["status"] if name == "status" else words
                for name, words in claim.grounding.items()
                if not name.startswith("categories.")
            }
            fields = fields_of(claim).model_copy(update={"categories": ()})  # as its own mention
            update = {"status": one.status, "grounding": ground, "fields": fields}
            return claim.model_copy(update=update)
    return claim


def _told_as_done(claim: Claim, done: Claim) -> bool:
    """The same figures, or those of one side; "this exchange will go on", without any, after one
    that has begun; "on 19 March 175 would be swapped", and a swap of that day."""
    mine, theirs = fields_of(claim), fields_of(done)
    ours, others = mine.returned or {}, theirs.returned or {}
    if claim.status is Status.FAILED:  # put off, and done after all
        return bool(ours) and ours.items() <= others.items()
    if others and others.items() <= ours.items():
        return same(done, claim)
    alike = set(mine.parties) == set(theirs.parties)
    if _figures(claim) or claim.date:
        return alike and bool(ours and claim.date) and claim.date == done.date and not others
    return alike and claim.again and done.span.start <= claim.span.start


def without_loose_totals(claims: Sequence[Claim]) -> list[Claim]:
    """ "swapped 205 prisoners", and then "205 each": the first was no sum of both sides; nor is
    "the release of 230", where 230 of one side came home."""
    each = {
        (frozenset(fields.parties), count)
        for fields in map(fields_of, claims)
        if fields.returned
        for count in {*fields.returned.values()}
    }
    return [_without_total(claim) if _key(claim) in each else claim for claim in claims]


def _key(claim: Claim) -> tuple[frozenset[str], Count | None]:
    fields = fields_of(claim)
    return frozenset(fields.parties), None if fields.returned else fields.total


def _without_total(claim: Claim) -> Claim:
    fields = fields_of(claim).model_copy(update={"total": None})
    grounding = {name: ground for name, ground in claim.grounding.items() if name != "total"}
    return claim.model_copy(update={"fields": fields, "grounding": grounding})
