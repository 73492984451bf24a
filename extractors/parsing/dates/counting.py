"""Weekdays and words that count from the publication date → EDTF: "on Friday", "last week"."""

from __future__ import annotations

from datetime import MAXYEAR, date, timedelta
from typing import NamedTuple

from extractors.parsing.dates.expressions import DayNumber, Period, Weekday
from extractors.values import DateBasis

MONTHS_A_YEAR = 12


class Frame(NamedTuple):
    """What surrounds an expression: when the article came out, and whether the words look ahead."""

    published: date | None
    latest_year: int | None = None  # named elsewhere in the text
    ahead: bool = False  # "by", "until", "will … on"
    due: bool = False  # by, until, before: an end is a day
    over: bool = False  # "since October 7", "the October 7 attack": a day that was


class Settled(NamedTuple):
    edtf: str
    basis: DateBasis
    anchor: str | None = None


def existing_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def settle_weekday(said: Weekday, frame: Frame) -> Settled | None:
    published = frame.published
    if published is None:
        return None
    found = published + timedelta(days=_days_to(said, frame, published))
    anchor = f"{found:%A} counted from {published}"
    return Settled(found.isoformat(), DateBasis.RELATIVE, anchor)


def _days_to(said: Weekday, frame: Frame, published: date) -> int:
    """Days from the publication to the weekday: the nearest past one, itself included, or next."""
    forward = (said.weekday - published.weekday()) % 7
    if said.week is not None or said.which == "this":
        return said.weekday - published.weekday() + 7 * (said.week or 0)
    if said.which == "next":
        return forward or 7
    if said.which == "last":
        return forward - 7
    return forward if frame.ahead or not forward else forward - 7


def settle_period(period: Period, published: date | None) -> Settled | None:
    edtf = _within_calendar(period, published) if published else None
    anchor = f"{period.unit} counted from {published}"
    return Settled(edtf, DateBasis.RELATIVE, anchor) if edtf else None


def _within_calendar(period: Period, published: date) -> str | None:
    try:
        return _period_edtf(period, published)
    except OverflowError:  # a day before the year 1 or after 9999
        return None


def _period_edtf(period: Period, published: date) -> str | None:
    match period.unit:
        case "day":
            return _shifted(published, period.shift).isoformat()
        case "week" | "weekend":
            monday = _shifted(published, 7 * period.shift - published.weekday())
            first = monday + timedelta(days=5 if period.unit == "weekend" else 0)
            return f"{first}/{monday + timedelta(days=6)}"
        case "month":
            year, month = _shifted_month(published, period.shift)
            return f"{year:04}-{month:02}" if 0 < year <= MAXYEAR else None
        case "year":
            year = published.year + period.shift
            return f"{year:04}" if 0 < year <= MAXYEAR else None
    raise ValueError(f"unknown unit of a period: {period.unit!r}")


def _shifted(start: date, days: int) -> date:
    return start + timedelta(days=days)


def _shifted_month(start: date, months: int) -> tuple[int, int]:
    years, month = divmod(start.year * MONTHS_A_YEAR + start.month - 1 + months, MONTHS_A_YEAR)
    return years, month + 1


def settle_day_number(said: DayNumber, frame: Frame) -> Settled | None:
    """ "on the 23rd": of the month that brings it nearest, unless a month is said."""
    published = frame.published
    if published is None:
        return None
    shifts = (-1, 0, 1) if said.shift is None else (said.shift,)
    months = [_shifted_month(published, shift) for shift in shifts]
    days = [found for year, month in months if (found := existing_day(year, month, said.day))]
    if frame.ahead and said.shift is None:
        days = [found for found in days if found >= published] or days
    if not days:
        return None
    nearest = min(days, key=lambda found: abs(found - published))
    return Settled(nearest.isoformat(), DateBasis.RELATIVE, f"month counted from {published}")
