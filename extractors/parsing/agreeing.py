"""Whether two counts can be one number said twice: exactly once, and once in round words."""

from __future__ import annotations

from extractors.values import Count, Qualifier

_ROUNDING = 0.05  # how far a round figure may lie from the exact one: "nearly 57,000" for 56,812


def agree(one: Count, other: Count) -> bool:
    """Equal, or not both exact and within what rounding does."""
    if one == other:
        return True
    if one.qualifier == other.qualifier == Qualifier.EXACT:
        return False
    mine, theirs = _middle(one), _middle(other)
    return abs(mine - theirs) <= _ROUNDING * max(mine, theirs)


def _middle(count: Count) -> float:
    if count.best is not None:
        return count.best
    ends = [end for end in (count.low, count.high) if end is not None]
    return sum(ends) / len(ends)
