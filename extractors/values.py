"""The small values that facts are made of: spans, counts and EDTF dates."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, NamedTuple, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, model_validator


class Value(BaseModel):
    """Base of all value types: frozen, strict, closed."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class Span(NamedTuple):
    """A stretch of text, 0-based and half-open, in Unicode code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def hull(self, other: Span) -> Span:
        """The smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def shift(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)


class Qualifier(StrEnum):
    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    ABOUT = "about"
    RANGE = "range"
    VAGUE = "vague"


#: Which of low, best and high each qualifier fills (FACTS.md, "Counts"; UCDP GED low/best/high).
_FILLED = {
    Qualifier.EXACT: (True, True, True),
    Qualifier.AT_LEAST: (True, True, False),
    Qualifier.MORE_THAN: (True, True, False),
    Qualifier.AT_MOST: (False, True, True),
    Qualifier.LESS_THAN: (False, True, True),
    Qualifier.ABOUT: (False, True, False),
    Qualifier.RANGE: (True, False, True),
    Qualifier.VAGUE: (True, False, False),
}


class Count(Value):
    """How many, as UCDP's low / best / high with the words' own qualifier."""

    low: int | None = None
    best: int | None = None
    high: int | None = None
    qualifier: Qualifier

    @classmethod
    def of(cls, number: int, qualifier: Qualifier = Qualifier.EXACT) -> Self:
        """A count of one number; for a range use `Count.between`."""
        low, best, high = (number if filled else None for filled in _FILLED[qualifier])
        return cls(low=low, best=best, high=high, qualifier=qualifier)

    @classmethod
    def between(cls, low: int, high: int) -> Self:
        return cls(low=low, high=high, qualifier=Qualifier.RANGE)

    @model_validator(mode="after")
    def _check(self) -> Self:
        numbers = (self.low, self.best, self.high)
        if tuple(number is not None for number in numbers) != _FILLED[self.qualifier]:
            raise ValueError(f"{numbers!r} does not fit the qualifier {self.qualifier!r}")
        given = [number for number in numbers if number is not None]
        if given != sorted(given) or given[0] < 0:
            raise ValueError(f"low ≤ best ≤ high does not hold for {numbers!r}")
        return self


class DateBasis(StrEnum):
    """How a date is known: said in full, or settled by publication date, weekday or context."""

    EXPLICIT = "explicit"
    RELATIVE = "relative"
    WEEKDAY = "weekday"
    CONTEXT = "context"
    DERIVED = "derived"
    NONE = "none"


class DatePrecision(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    RANGE = "range"
    UNKNOWN = "unknown"


_YEAR = r"(?:\d{4}|XXXX)"
_POINT = rf"{_YEAR}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
_EDTF = re.compile(rf"(?:{_POINT}|\.\.)(?:/(?:{_POINT}|\.\.))?\Z")


def _checked_edtf(text: str) -> str:
    if not _EDTF.match(text) or text.strip("./") == "":
        raise ValueError(f"{text!r} is no EDTF date of the forms 2025-07-23, XXXX-07, 2025/..")
    for point in text.split("/"):
        _first_day(point)
    return text


#: An ISO 8601-2 (EDTF) date: a day, month or year, a year not known (XXXX), or an interval.
Edtf = Annotated[str, AfterValidator(_checked_edtf)]


def _first_day(point: str) -> date | None:
    """First day of an EDTF point; None where the year is open or the end is (..)."""
    if point in ("", "..") or point.startswith("XXXX"):
        if point.startswith("XXXX-") and len(point) == 10:
            date(2024, int(point[5:7]), int(point[8:10]))  # the day must exist in some year
        return None
    year, month, day = (*(int(part) for part in point.split("-")), 1, 1)[:3]
    return date(year, month, day)


def _last_day(point: str) -> date | None:
    first = _first_day(point)
    if first is None or len(point) == 10:
        return first
    if len(point) == 4:
        return date(first.year, 12, 31)
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def date_start(edtf: str) -> date | None:
    """First day that an EDTF date can mean; None where it is open."""
    return _first_day(edtf.split("/")[0])


def date_end(edtf: str) -> date | None:
    """Last day that an EDTF date can mean; None where it is open."""
    return _last_day(edtf.split("/")[-1])


def date_precision(edtf: str) -> DatePrecision:
    """How fine an EDTF date is (UCDP's date_prec in words)."""
    if "/" in edtf:
        start, end = date_start(edtf), date_end(edtf)
        if start and end and (end - start).days == 6 and start.weekday() == 0:
            return DatePrecision.WEEK
        return DatePrecision.RANGE
    if edtf.startswith("XXXX"):
        return DatePrecision.UNKNOWN
    return {4: DatePrecision.YEAR, 7: DatePrecision.MONTH, 10: DatePrecision.DAY}[len(edtf)]
