"""Which claims speak of one exchange: nothing differs, and something ties them."""

from __future__ import annotations

from extractors.claims import Claim
from extractors.fact import Status
from extractors.kinds.prisoner_exchange.exchange import PrisonerExchange, fields_of, is_one_before
from extractors.values import Count, Qualifier, Span, date_end, date_start

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
    if set(mine.parties) != set(theirs.parties) or not nothing_differs(full, claim):
        return False
    if full.span == claim.span and is_one_before(full) != is_one_before(claim):
        return False
    if claim.again and marks(claim) == {"ordinal"} and claim.span.start < full.span.start:
        return False  # "this is the second swap": of one that was told before
    stages = {stage(full.status), stage(claim.status)}
    sums = len(stages) == 1 and (_is_sum(mine, theirs) or _is_sum(theirs, mine))
    if len(mine.parties) > 2 or sums:
        return True
    counted = set(mine.returned or {}) & set(theirs.returned or {})
    if len(stages) > 1 and (not counted or 3 in stages or not _equal(mine, theirs)):
        return False
    if is_one_before(full) != is_one_before(claim) and not (counted and _equal(mine, theirs)):
        return False
    common = marks(full) & marks(claim)
    if mine.returned and theirs.returned and not counted and not _near_halves(full, claim):
        common -= {"returned"}
    if _is_one_for_one(mine) and full.span != claim.span and full.date != claim.date:
        common -= {"returned"}
    tied = common or not marks(claim) or not marks(full)
    children = mine.categories == ("child",) != theirs.categories
    day_only = marks(claim) == {"date"} and full.date is None and _leads_to(claim, full)
    day_only = day_only and not children
    near = day_only or adjoining(full.span, claim.span) or _is_half_of(full, claim)
    return bool(tied) or claim.again or full.again or near


def _is_one_for_one(fields: PrisonerExchange) -> bool:
    """One man for another: figures that tell no exchange from others."""
    counts = (fields.returned or {}).values()
    return bool(counts) and all(count.best == 1 for count in counts)


def _is_half_of(full: Claim, claim: Claim) -> bool:
    """ "218 were exchanged", and not far from it "108 Ukrainians came home": of those."""
    mine, theirs = fields_of(full), fields_of(claim)
    total, shares = (mine.total, theirs.returned) if mine.total else (theirs.total, mine.returned)
    if total is None or not shares or len(shares) > 1 or (mine.total and theirs.total):
        return False
    if full.date != claim.date and full.date and full.span.start > claim.span.start:
        return False  # "103 came home. On 24 August 230 were exchanged"
    if full.date != claim.date and claim.date and claim.span.start > full.span.start:
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


def nothing_differs(full: Claim, claim: Claim) -> bool:
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
    rounded = is_rounded(one, other) or is_rounded(other, one)
    return one == other or rounded or is_within(one, other) or is_within(other, one)


def is_rounded(round_figure: Count, figure: Count) -> bool:
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


def is_within(exact: Count, loose: Count) -> bool:
    best, near = exact.best, _NEAR if loose.qualifier is not Qualifier.VAGUE else None
    if best is None or loose.qualifier in (Qualifier.EXACT, Qualifier.ABOUT):
        return False
    low, high = loose.low or 0, loose.high or best
    if near and loose.low and not loose.high:
        high = loose.low * near
    if near and loose.high and not loose.low:
        low = loose.high // near
    return low <= best <= high
