"""Whether two facts can be of one event (vetoes), and by what they are the same (evidence).

A wrong link costs more than a missing one: whatever both say and say differently keeps them apart,
save where people who speak of one thing are known to differ (a sum by a few, the number of a
round counted from another beginning on the same day).
"""

from __future__ import annotations

from collections.abc import Mapping

from extractors.linking.link import Basis
from extractors.linking.linkable import Figure, Linkable

#: How much smaller a number may be that means the same: "nearly 300" of 250 is one exchange, 31 is
#: another. Where nothing but the time speaks for one event, less.
WIDE, DEAL, CLOSE = 2 / 3, 0.75, 0.9

_MANY, _SAME = 500, 0.99


def kept_apart(
    one: Linkable, other: Linkable, *, same_day: bool = False, share: float = WIDE
) -> bool:
    """Whether something that both say cannot be true of one event."""
    return (
        _other_parties(one, other)
        or _differ(one.terms, other.terms)
        or (one.kind == "talks" and _elsewhere(one, other))
        or not _near(one.figures, other.figures, share)
        or _both_differ(one.formula, other.formula)
        or _not_of_formula(one, other)
        or _not_of_formula(other, one)
        or (not same_day and _both_differ(one.ordinal, other.ordinal))
        or (not same_day and _other_days(one, other))
    )


def _other_parties(one: Linkable, other: Linkable) -> bool:
    """Some outlets count the mediator among the parties, so one set may hold the other."""
    return not (one.parties <= other.parties or other.parties <= one.parties)


def _elsewhere(one: Linkable, other: Linkable) -> bool:
    return _both_differ(one.place, other.place) or _both_differ(one.country, other.country)


def _both_differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def _differ(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    return any(one[name] != other[name] for name in one.keys() & other.keys())


def _near(one: Mapping[str, Figure], other: Mapping[str, Figure], share: float) -> bool:
    return all(one[side].near(other[side], share) for side in one.keys() & other.keys())


def _other_days(one: Linkable, other: Linkable) -> bool:
    mine, theirs = _month_day(one), _month_day(other)
    if (one.month_day or other.month_day) and mine and theirs:
        return not (mine.startswith(theirs) or theirs.startswith(mine))
    return bool(
        (one.end and other.start and one.end < other.start)
        or (other.end and one.start and other.end < one.start)
    )


def _not_of_formula(deal: Linkable, fact: Linkable) -> bool:
    """A deal that goes by its numbers is no deal of others: 1000-for-1000, and at least 1,200."""
    named = deal.formula is not None and fact.formula is None
    return named and not _near(deal.figures, fact.figures, CLOSE)


def _month_day(fact: Linkable) -> str | None:
    return fact.month_day or (f"{fact.day:%m-%d}" if fact.day else None)


def evidence(one: Linkable, other: Linkable) -> Basis | None:
    """By what two facts without a common day are the same, the strongest first; None: nothing."""
    if one.formula and one.formula == other.formula:
        return Basis.SAME_FORMULA
    if one.ordinal and one.ordinal == other.ordinal:
        return Basis.SAME_ROUND
    if _same_figures(one.figures, other.figures):
        return Basis.SAME_FIGURES if one.kind in _OF_PEOPLE else Basis.SAME_TERMS
    if _same_terms(one, other) or _same_names(one, other):
        return Basis.SAME_TERMS
    return None


_OF_PEOPLE = {"prisoner_exchange", "remains_repatriation"}


def _same_figures(one: Mapping[str, Figure], other: Mapping[str, Figure]) -> bool:
    both = one.keys() & other.keys()
    return bool(both) and all(_same_number(one[side].number, other[side].number) for side in both)


def _same_number(one: int | None, other: int | None) -> bool:
    """Equal, or of hundreds as good as equal: 6,057 bodies and 6,060."""
    if one is None or other is None:
        return False
    return one == other or (min(one, other) >= _MANY and min(one, other) >= _SAME * max(one, other))


def _same_terms(one: Linkable, other: Linkable) -> bool:
    common = {name for name in one.terms.keys() & other.terms.keys() if name != "proposer"}
    return bool(common)


def _same_names(one: Linkable, other: Linkable) -> bool:
    common = one.names & other.names
    return len(common) > 1 and common in (one.names, other.names)
