"""Which claims speak of one exchange: nothing differs, and something ties them."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.claims import Claim
from extractors.fact import Status
from extractors.kinds.prisoner_exchange.exchange import PrisonerExchange, fields_of, is_one_before
from extractors.values import Count, Qualifier, Span, date_end, date_start


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
    return _is_rounded(figure, exact) or (loose and _within(exact, figure))


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
        if one.status in _SETTLED and one_source and same_words and _nothing_differs(one, claim):
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


_STAGES = (
    {Status.COMPLETED, Status.ONGOING, Status.REPORTED},
    {Status.AGREED, Status.SCHEDULED},
    {Status.PROPOSED, Status.DEMANDED},
    {Status.REJECTED, Status.DENIED, Status.FAILED},
)


def stage(status: Status) -> int:
    return next(number for number, stage in enumerate(_STAGES) if status in stage)


def same(full: Claim, claim: Claim) -> bool:
    """Whether two claims speak of one exchange: nothing differs, and something ties them."""
    mine, theirs = fields_of(full), fields_of(claim)
    if set(mine.parties) != set(theirs.parties) or not _nothing_differs(full, claim):
        return False
    if full.span == claim.span and is_one_before(full) != is_one_before(claim):
        return False
    if claim.again and marks(claim) == {"ordinal"} and claim.span.start < full.span.start:
        return False  # "this is the second swap": of one that was told before
    if len(mine.parties) > 2 or _is_sum(mine, theirs) or _is_sum(theirs, mine):
        return True
    stages = {stage(full.status), stage(claim.status)}
    counted = set(mine.returned or {}) & set(theirs.returned or {})
    if len(stages) > 1 and (not counted or 3 in stages or not _equal(mine, theirs)):
        return False
    common = marks(full) & marks(claim)
    if mine.returned and theirs.returned and not counted and not _near_halves(full, claim):
        common -= {"returned"}
    tied = common or not marks(claim) or not marks(full)
    day_only = marks(claim) == {"date"} and full.date is None and _leads_to(claim, full)
    near = day_only or adjoining(full.span, claim.span) or _is_half_of(full, claim)
    return bool(tied) or claim.again or full.again or near


def _is_half_of(full: Claim, claim: Claim) -> bool:
    """ "218 were exchanged", and not far from it "108 Ukrainians came home": of those."""
    mine, theirs = fields_of(full), fields_of(claim)
    total, shares = (mine.total, theirs.returned) if mine.total else (theirs.total, mine.returned)
    if total is None or not shares or len(shares) > 1 or (mine.total and theirs.total):
        return False
    apart = max(full.span.start, claim.span.start) - min(full.span.end, claim.span.end)
    return apart <= _LEAD


def _equal(mine: PrisonerExchange, theirs: PrisonerExchange) -> bool:
    """Whether the figures of what was agreed and of what was done are the very same."""
    ours, others = mine.returned or {}, theirs.returned or {}
    return all(ours[actor] == others[actor] for actor in set(ours) & set(others))


def _near_halves(full: Claim, claim: Claim) -> bool:
    """The same figure for each side, told not far from each other: two halves of one exchange."""
    mine, theirs = fields_of(full).returned or {}, fields_of(claim).returned or {}
    apart = max(full.span.start, claim.span.start) - min(full.span.end, claim.span.end)
    return apart <= _LEAD and set(mine.values()) == set(theirs.values())


def _leads_to(lead: Claim, full: Claim) -> bool:
    """A lead that names only the day, and its figures within the next sentences."""
    return 0 <= full.span.start - lead.span.end <= _LEAD


_LEAD = 400  # characters from a lead to the figures of what it tells


def _is_sum(one: PrisonerExchange, other: PrisonerExchange) -> bool:
    """Whether one tells the sum of what comes home in the other."""
    shares = [share.best or 0 for share in (other.returned or {}).values()]
    if one.total and one.total.qualifier is Qualifier.VAGUE:
        return False
    return one.total is not None and len(shares) > 1 and agree(one.total, Count.of(sum(shares)))


def _nothing_differs(full: Claim, claim: Claim) -> bool:
    mine, theirs = fields_of(full), fields_of(claim)
    pairs = [
        (getattr(mine, name), getattr(theirs, name)) for name in ("formula", "ordinal", "total")
    ]
    if not days_agree(full.date, claim.date):
        return False
    ours, others = mine.returned or {}, theirs.returned or {}
    pairs += [(ours[side], others[side]) for side in set(ours) & set(others)]
    if _too_small(mine, theirs) or _too_small(theirs, mine):
        return False
    plan, figures = (full, claim) if _of_all(mine) else (claim, full)
    if _of_all(mine) != _of_all(theirs) and not (
        figures.again and plan.span.start < figures.span.start
    ):
        return False
    return all(one is None or other is None or agree(one, other) for one, other in pairs)


def _of_all(fields: PrisonerExchange) -> bool:
    """All for all, whatever number that may be: another plan than so many for so many."""
    return fields.formula == "all-for-all"


def days_agree(one: str | None, other: str | None) -> bool:
    """One day, or a day of the days that the other tells."""
    if one is None or other is None or one == other:
        return True
    bounds = [(date_start(day), date_end(day)) for day in (one, other) if "/" in day]
    days = [date_start(day) for day in (one, other) if "/" not in day]
    if len(bounds) != 1 or days[0] is None or len(one) == len(other):
        return False
    start, end = bounds[0]
    return start is not None and end is not None and start <= days[0] <= end


def _too_small(one: PrisonerExchange, other: PrisonerExchange) -> bool:
    """Whether the sum that one tells is less than a share of the other."""
    total = one.total.best if one.total else None
    shares = [share.low or 0 for share in (other.returned or {}).values()]
    return total is not None and total < max(shares, default=0)


def marks(claim: Claim) -> set[str]:
    """By what an exchange can be told from others."""
    fields = fields_of(claim)
    names = ("returned", "total", "formula", "ordinal", "agreed_at")
    marks = {name for name in names if getattr(fields, name) is not None}
    marks |= set(fields.categories) - {"pow", "hostage"}
    return marks | ({"date"} if claim.date else set())


def adjoining(one: Span, other: Span) -> bool:
    return 0 <= max(one.start, other.start) - min(one.end, other.end) <= 1


def agree(one: object, other: object) -> bool:
    """Whether two values can be one: equal, or one count within the other's bounds."""
    if not (isinstance(one, Count) and isinstance(other, Count)):
        return one == other
    rounded = _is_rounded(one, other) or _is_rounded(other, one)
    return one == other or rounded or _within(one, other) or _within(other, one)


def _is_rounded(round_figure: Count, figure: Count) -> bool:
    """ "4,000 prisoners" in the lead for 4,208 in the text; "some 230" for 230."""
    mine, theirs = round_figure.best or 0, figure.best or 0
    if figure.qualifier is not Qualifier.EXACT or abs(mine - theirs) > _ROUNDING * theirs:
        return False
    if round_figure.qualifier is Qualifier.ABOUT:
        return True
    thousands = mine >= _THOUSANDS and mine % _THOUSANDS == 0 and theirs % 100 > 0
    return thousands and round_figure.qualifier is Qualifier.EXACT


_THOUSANDS = 1000
_ROUNDING = 0.06

_NEAR = 2  # nobody says "more than 200" of three times as many


def _within(exact: Count, loose: Count) -> bool:
    best, near = exact.best, _NEAR if loose.qualifier is not Qualifier.VAGUE else None
    if best is None or loose.qualifier in (Qualifier.EXACT, Qualifier.ABOUT):
        return False
    low, high = loose.low or 0, loose.high or best
    if near and loose.low and not loose.high:
        high = loose.low * near
    if near and loose.high and not loose.low:
        low = loose.high // near
    return low <= best <= high
