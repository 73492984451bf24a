"""Calendar expressions as types: what words name before any publication date is looked at."""

from __future__ import annotations

from typing import NamedTuple

from extractors.values import Span


class YearOf(NamedTuple):
    """A year as said: a figure, "last year" as a shift against the publication, or neither."""

    figure: int | None = None
    shift: int | None = None


class Day(NamedTuple):
    span: Span
    day: int
    month: int
    year: YearOf = YearOf()
    weekday: int | None = None


class Month(NamedTuple):
    span: Span
    month: int
    year: YearOf = YearOf()
    which: str = ""  # last | this | next


class Year(NamedTuple):
    span: Span
    year: int


class Weekday(NamedTuple):
    span: Span
    weekday: int
    which: str = ""  # last | this | next
    week: int | None = None  # "Monday last week": shift in weeks


class Period(NamedTuple):
    """A day, week, weekend, month or year, counted from the publication: yesterday is day −1."""

    span: Span
    unit: str
    shift: int


class DayNumber(NamedTuple):
    """ "the 23rd"; `shift` in months when "of next month" follows."""

    span: Span
    day: int
    shift: int | None = None


Simple = Day | Month | Year | Weekday | Period | DayNumber


class Interval(NamedTuple):
    span: Span
    first: Simple
    last: Simple


class Part(NamedTuple):
    """ "the end of August" (`end`), "early 2022" (not): a part of a whole month, year or week."""

    span: Span
    whole: Simple
    end: bool


class Slice(NamedTuple):
    """ "the last week of June", "the first half of July": days of a month, the last as 0."""

    span: Span
    month: Month
    first: int
    last: int


Expression = Simple | Interval | Part | Slice
