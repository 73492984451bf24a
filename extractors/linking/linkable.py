"""A fact as linking sees it: what of it tells one event from another, whatever its kind."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from extractors.values import Value

ALL = "all"  # in the place of a side: all sides together


class Figure(NamedTuple):
    """A number as a fact gives it; a bound that it leaves open is None."""

    low: int | None
    best: int | None
    high: int | None

    @property
    def number(self) -> int | None:
        """The best number; None for a range and for vague words."""
        return self.best

    def near(self, other: Figure, share: float) -> bool:
        """Whether both can be the same number, or are as near as `share` of the greater one."""
        one, two = self.number, other.number
        if one is not None and two is not None:
            return min(one, two) >= share * max(one, two)
        return _reaches(self, other) and _reaches(other, self)


def _reaches(one: Figure, other: Figure) -> bool:
    """Whether the one's least is no more than the other's most."""
    least = one.low if one.low is not None else one.best
    most = other.high if other.high is not None or other.low is not None else other.best
    return least is None or most is None or least <= most


class Linkable(Value):
    """One fact. `start` and `end` bound the day of the thing: when it happened, or is due."""

    fact_id: str
    article_id: str
    kind: str
    block: str
    status: str
    parties: frozenset[str] = frozenset()
    start: date | None = None
    end: date | None = None
    month_day: str | None = None  # 05-16, or 05, where the year is open
    told_on: date | None = None  # issued, else published, else the last day that the article names
    told_days: int = 1  # how many days that may be, from told_on on: "in January"
    ordinal: int | None = None
    place: str | None = None
    country: str | None = None
    figures: Mapping[str, Figure] = {}  # by side; of terms by what they count: days, hours
    formula: str | None = None
    stage_of: str | None = None  # a formula whose numbers are not those of the fact
    terms: Mapping[str, str] = {}  # of an offer: who makes it, what about, how far
    names: frozenset[str] = frozenset()  # who shall meet

    @property
    def day(self) -> date | None:
        """The one day that it can be."""
        return self.start if self.start == self.end else None

    @property
    def width(self) -> int | None:
        """How many days its bounds span; None where one is open."""
        return (self.end - self.start).days + 1 if self.start and self.end else None

    @property
    def is_month(self) -> bool:
        """Whether its bounds are those of a whole month: it fell within it."""
        if self.start is None or self.end is None or self.start.day > 1:
            return False
        return (self.end + timedelta(days=1)).day == 1

    @property
    def days_left(self) -> int | None:
        """How many days an ultimatum gives at most: by then it is due, whenever it was told."""
        days = self.figures.get("days")
        return (days.high or days.best) if days else None

    @property
    def fullness(self) -> int:
        """How much it says that could tell it from another."""
        said = (self.ordinal, self.place, self.formula, self.country)
        counted = sum(figure.number is not None for figure in self.figures.values())
        return sum(value is not None for value in said) + 2 * counted + len(self.terms)

    @property
    def counts_people(self) -> bool:
        """Whether it says how many."""
        return any(figure.number is not None for figure in self.figures.values())

    @property
    def is_distinct(self) -> bool:
        """Whether it says enough, without a day, to be told from others of its kind."""
        offered = set(self.terms) - {"proposer"}
        return bool(
            self.formula or self.ordinal or self.counts_people or offered or len(self.names) > 1
        )
