"""Calendar expression + publication date → EDTF, with how it was settled; nothing is guessed."""

from __future__ import annotations

from calendar import monthrange
from datetime import MINYEAR, date, timedelta
from typing import assert_never

from extractors.parsing.dates.counting import (
    MONTHS_A_YEAR,
    Frame,
    Settled,
    existing_day,
    settle_day_number,
    settle_period,
    settle_weekday,
)
from extractors.parsing.dates.expressions import (
    Day,
    DayNumber,
    Expression,
    Interval,
    Month,
    Part,
    Period,
    Simple,
    Slice,
    Weekday,
    Year,
    YearOf,
)
from extractors.values import DateBasis, date_end, date_start

#: A day so short a time ago is meant even where it was told as one to come: "starting 18 March".
_JUST_OVER = timedelta(days=60)
#: Years that a named weekday may settle: no news is older, none lies further ahead.
_FIRST_FIT, _LAST_FIT = 2022, 2100


def settle(expression: Expression, frame: Frame) -> Settled | None:
    """The date an expression means; None where only a publication date could tell it."""
    if isinstance(expression, Interval):
        return _settle_interval(expression, frame)
    if isinstance(expression, Part):
        return _settle_part(expression, frame)
    if isinstance(expression, Slice):
        return _settle_slice(expression, frame)
    return _settle_simple(expression, frame)


def _settle_simple(expression: Simple, frame: Frame) -> Settled | None:
    match expression:
        case Day():
            return _settle_day(expression, frame)
        case Month():
            return _settle_month(expression, frame)
        case Year():
            return Settled(f"{expression.year:04}", DateBasis.EXPLICIT)
        case Weekday():
            return settle_weekday(expression, frame)
        case Period():
            return settle_period(expression, frame.published)
        case DayNumber():
            return settle_day_number(expression, frame)
    assert_never(expression)


# -- day and month


def _settle_day(day: Day, frame: Frame) -> Settled | None:
    year = _said_year(day.year, frame.published)
    if year is not None:
        found = existing_day(year, day.month, day.day)
        basis = DateBasis.EXPLICIT if day.year.figure else DateBasis.RELATIVE
        return Settled(found.isoformat(), basis, _said_anchor(day.year, frame)) if found else None
    if day.year.shift is not None or not 1 <= day.month <= MONTHS_A_YEAR:
        return None
    if frame.published:
        return _nearest_day(day, frame, frame.published)
    return _weekday_year(day, frame) or _open_day(day)


def _said_year(year: YearOf, published: date | None) -> int | None:
    if year.figure is not None or year.shift is None or published is None:
        return year.figure
    return published.year + year.shift


def _said_anchor(year: YearOf, frame: Frame) -> str | None:
    return f"year counted from {frame.published}" if year.shift is not None else None


def _open_day(day: Day) -> Settled | None:
    """29 February exists in some year, 30 February in none."""
    if not existing_day(2024, day.month, day.day):
        return None
    return Settled(f"XXXX-{day.month:02}-{day.day:02}", DateBasis.EXPLICIT, "year not known")


def _weekday_year(day: Day, frame: Frame) -> Settled | None:
    if day.weekday is None:
        return None
    for year in range(frame.latest_year or _FIRST_FIT, _LAST_FIT):
        found = existing_day(year, day.month, day.day)
        if found and found.weekday() == day.weekday:
            return Settled(found.isoformat(), DateBasis.WEEKDAY, f"weekday fits {year}")
    return None


def _nearest_day(day: Day, frame: Frame, published: date) -> Settled | None:
    """The year that brings it nearest to the publication; a weekday that fits outranks nearness."""
    years = range(published.year - 6, published.year + 7)
    days = [found for year in years if (found := existing_day(year, day.month, day.day))]
    if frame.over:
        days = [found for found in days if found <= published]
    if not days:
        return None
    nearest = min(days, key=lambda found: abs(found - published))
    if frame.ahead and published - nearest > _JUST_OVER:
        nearest = min(found for found in days if found >= published)
    fitting = [found for found in days if found.weekday() == day.weekday]
    if not fitting or nearest.weekday() == day.weekday:
        return Settled(nearest.isoformat(), DateBasis.CONTEXT, _nearness(nearest.year, published))
    fitted = min(fitting, key=lambda found: (found > published, abs(found - published)))
    return Settled(fitted.isoformat(), DateBasis.WEEKDAY, f"weekday fits {fitted.year}")


def _nearness(year: int, published: date) -> str:
    return "year of publication" if year == published.year else f"year nearest to {published}"


def _settle_month(month: Month, frame: Frame) -> Settled | None:
    year = _said_year(month.year, frame.published)
    if year is not None:
        basis = DateBasis.EXPLICIT if month.year.figure else DateBasis.RELATIVE
        return Settled(f"{year:04}-{month.month:02}", basis, _said_anchor(month.year, frame))
    if month.year.shift is not None or (month.which and not frame.published):
        return None
    if not frame.published:
        return Settled(f"XXXX-{month.month:02}", DateBasis.EXPLICIT, "year not known")
    year = _month_year(month, frame, frame.published)
    if year < MINYEAR:
        return None  # the July before January of the year 1
    basis = DateBasis.RELATIVE if month.which else DateBasis.CONTEXT
    return Settled(f"{year:04}-{month.month:02}", basis, _nearness(year, frame.published))


def _month_year(month: Month, frame: Frame, published: date) -> int:
    """ "in July" is the latest July up to now, "by July" the coming one; "last July" is over."""
    if month.which == "this":
        return published.year
    if month.which == "next":
        return published.year + (month.month <= published.month)
    if month.which == "last":
        return published.year - (month.month >= published.month)
    if frame.ahead:
        return published.year + (month.month < published.month)
    return published.year - (month.month > published.month)


# -- intervals and parts


def _settle_interval(interval: Interval, frame: Frame) -> Settled | None:
    """Both ends settled, the later first: "30 December to 2 January" crosses the new year."""
    last = _settle_simple(interval.last, frame)
    if last is None:
        return None
    first = _settle_first(interval.first, last, frame)
    if first is None or not _in_order(first.edtf, last.edtf):
        return None
    return Settled(f"{_left(first.edtf)}/{_right(last.edtf)}", last.basis, last.anchor)


def _settle_first(first: Simple, last: Settled, frame: Frame) -> Settled | None:
    """The start of an interval: without a year of its own it is the last one before the end."""
    end = date_start(last.edtf)
    if end is None:
        return _settle_simple(first, frame)
    if isinstance(first, Day) and first.year == YearOf():
        year = end.year - ((first.month, first.day) > (end.month, end.day))
        first = first._replace(year=YearOf(year))
    if isinstance(first, Month) and first.year == YearOf():
        first = first._replace(year=YearOf(end.year - (first.month > end.month)))
    if isinstance(first, Weekday) and not first.which and first.week is None:
        start = end - timedelta(days=(end.weekday() - first.weekday) % 7)
        return Settled(start.isoformat(), last.basis, last.anchor)
    return _settle_simple(first, frame)


def _left(edtf: str) -> str:
    return edtf.split("/")[0]


def _right(edtf: str) -> str:
    return edtf.split("/")[-1]


def _in_order(first: str, last: str) -> bool:
    start, end = date_start(first), date_end(last)
    if start is None or end is None:
        return first.startswith("XXXX") and last.startswith("XXXX") and _left(first) < _right(last)
    return start < end


def _settle_part(part: Part, frame: Frame) -> Settled | None:
    """ "by the end of August" is its last day; "early August" is no finer than August."""
    whole = _settle_simple(part.whole, frame)
    if whole is None or not part.end or not frame.due:
        return whole
    last = date_end(whole.edtf)
    basis = DateBasis.RELATIVE if whole.basis is DateBasis.CONTEXT else whole.basis
    if last is not None:
        return whole._replace(edtf=last.isoformat(), basis=basis)
    month = int(whole.edtf[5:7])
    return whole._replace(edtf=f"XXXX-{month:02}-{monthrange(2023, month)[1]:02}")


def _settle_slice(part: Slice, frame: Frame) -> Settled | None:
    month = _settle_month(part.month, frame)
    if month is None:
        return None
    end = date_end(month.edtf)
    days = end.day if end else monthrange(2023, int(month.edtf[5:7]))[1]
    first, last = (day if day > 0 else days + day for day in (part.first, part.last))
    return month._replace(edtf=f"{month.edtf}-{first:02}/{month.edtf}-{last:02}")
