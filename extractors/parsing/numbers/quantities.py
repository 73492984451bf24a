"""What quantities are read into: numbers, durations, exchange formulas. Reads no text itself."""

from __future__ import annotations

from typing import Literal

from extractors.values import Count, Qualifier, Span, Value

Unit = Literal["minutes", "hours", "days", "weeks", "months", "years"]

#: Minutes in a unit; months and years have none.
_MINUTES = {"minutes": 1, "hours": 60, "days": 1440, "weeks": 10080}


class Number(Value):
    """A figure that can count things, with the words that qualify it."""

    span: Span  # with its qualifier: "at least 1,200", "between 24 and 48"
    core: Span  # the figure alone: "1,200", "24 and 48"
    count: Count
    value: float  # the bare figure; the low end of a range
    ordinal: bool = False  # "third" and "63rd" are 3 and 63
    more: bool = False  # "250 more", "another 250"
    age: bool = False  # "under 25" said of people: it counts nobody


class Duration(Value):
    """A length of time: `count` is in `unit`."""

    span: Span
    count: Count
    unit: Unit

    def minutes(self) -> Count | None:
        return self._in("minutes")

    def hours(self) -> Count | None:
        return self._in("hours")

    def days(self) -> Count | None:
        return self._in("days")

    def _in(self, unit: Unit) -> Count | None:
        """The count in another unit; None from months and years, and where a rest would remain."""
        if self.unit == unit:
            return self.count
        if self.unit not in _MINUTES:
            return None
        factor, divisor = _MINUTES[self.unit], _MINUTES[unit]
        ends = [end * factor for end in (self.count.low, self.count.best, self.count.high) if end]
        return None if any(end % divisor for end in ends) else scaled(self.count, factor, divisor)


class Formula(Value):
    """ "1,000-for-1,000", "all for all": how an exchange is to be done."""

    span: Span
    left: int | None
    right: int | None
    text: str  # normalised: 1000-for-1000, all-for-all


def scaled(count: Count, factor: int, divisor: int = 1) -> Count:
    """The count times factor / divisor, with the same qualifier."""

    def times(end: int | None) -> int | None:
        return None if end is None else end * factor // divisor

    return Count(
        low=times(count.low),
        best=times(count.best),
        high=times(count.high),
        qualifier=count.qualifier,
    )


def counted(value: float, qualifier: Qualifier) -> Count:
    """The count of a figure; a fraction cannot be counted exactly, so it is `about` its floor."""
    if value == int(value):
        return Count.of(int(value), qualifier)
    exact = qualifier is Qualifier.EXACT
    return Count.of(int(value), Qualifier.ABOUT if exact else qualifier)
