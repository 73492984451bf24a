"""Dates that name a day, month or year: "23–25 July", "May and June", "early 2022", "2014–22"."""

from __future__ import annotations

import re

from extractors.parsing.dates import words
from extractors.parsing.dates.expressions import (
    Day,
    Expression,
    Interval,
    Month,
    Period,
    Year,
    YearOf,
)
from extractors.parsing.folding import Page
from extractors.values import Span

Found = tuple[Expression, ...]

#: Shifts against the publication.
SHIFT = {"last": -1, "this": 0, "next": 1}
BETWEEN = re.compile(r"(?<!\w)between\s(?:the\s)?\Z")
_MODEL_BEFORE = re.compile(r"[^\W\d_](?<!mid)-\Z")  # F-16, Covid-19
_ROUGH_AGO = re.compile(r"(?<!\w)(?:half|to|or)\s\Z|[-–]\Z")
_MONTH_BEFORE = re.compile(
    r"(?<!\w)(?:in|of|last|next|this|early|late|mid|since|until|till|by|from|during|before|after"
    r"|between|through|to|for|around|throughout|earlier|later)[\s-]\Z"
)
_ARTICLE_BEFORE = re.compile(r"(?<!\w)(?:the|a|an|both|these)\s\Z")
_NOUN_AFTER = re.compile(r"\s(?!(?:of|on|to|for|in|and|or|by|at|with|from)\b)[a-z]")
_CAPITAL_AFTER = re.compile(r"\s[^\W\d_a-z]")


# -- figures: 23 July, 2025-07-23, 23/07/2025, 2022, 3 weeks ago


def read_digit(page: Page, anchor: re.Match[str]) -> Found:
    at = anchor.start()
    if _MODEL_BEFORE.search(page.before(at)):
        return ()
    if iso := words.ISO.match(page.folded, at):
        year, month, day = (int(part) for part in iso.groups())
        return (Day(Span(*iso.span()), day, month, YearOf(year)),)
    for form in (words.NUMERIC, words.SHORT_NUMERIC):
        if numeric := form.match(page.folded, at):
            return _numeric_day(numeric)
    match = words.DAY_MONTH.match(page.folded, at)
    if match and page.capital(match.start("month")):
        return _days(page, match)
    return read_ago(page, anchor) or _year(page, at)


def _numeric_day(match: re.Match[str]) -> Found:
    """23/07/2025 and 07/23/2025; which part of 05/07/2025 is the month nobody can say."""
    first, second, figure = int(match["first"]), int(match["second"]), int(match["year"])
    year = YearOf(figure + 2000 if figure < 100 else figure)
    span = Span(*match.span())
    if second > 12:
        return (Day(span, second, first, year),)
    return (Day(span, first, second, year),) if first > 12 or match["mark"] == "." else ()


def _year(page: Page, at: int) -> Found:
    match = words.YEARS.match(page.folded, at)
    if not match or words.COUNTED_AFTER.match(page.folded, match.end("year")):
        return ()
    if words.COUNTED_BEFORE.search(page.before(at)):
        return ()
    first = Year(Span(*match.span("year")), int(match["year"]))
    last = _closing_year(match)
    if last is None:
        return (first,)
    closing = Year(Span(*match.span("last")), last)
    return (Interval(Span(*match.span()), first, closing),)


def _closing_year(match: re.Match[str]) -> int | None:
    """2022 of "2014–2022", 2023 of "2022/23"; None where what follows is no later year."""
    if not match["last"]:
        return None
    first = int(match["year"])
    last = int(match["year"][: 4 - len(match["last"])] + match["last"])
    return last if last == first + 1 or (last > first and match["mark"] != "/") else None


def read_ago(page: Page, anchor: re.Match[str]) -> Found:
    """ "two days ago" is a day, "three weeks ago" a week: no finer than the unit that is said."""
    match = words.AGO.match(page.folded, anchor.start())
    if not match or _ROUGH_AGO.search(page.before(anchor.start())):
        return ()
    number = words.small_number(match["number"])
    return (Period(Span(*match.span()), match["unit"], -number if match["past"] else number),)


# -- days and months by name


def _days(page: Page, match: re.Match[str]) -> Found:
    """The day or days of one month: an interval when tied by "to" or following on each other."""
    month, year = words.month_number(match["month"]), _year_of(match)
    at = match.start("days")
    days = [
        Day(Span(at + day.start(), at + day.end()), int(day[1]), month, year)
        for day in words.DAY_FIGURE.finditer(match["days"])
    ]
    days[0] = days[0]._replace(span=Span(min(match.start(), days[0].span.start), days[0].span.end))
    days[-1] = days[-1]._replace(span=Span(days[-1].span.start, match.end()))
    numbers = [day.day for day in days]
    tied = not words.LISTED.search(match["days"]) or BETWEEN.search(page.before(match.start()))
    if tied and len(days) > 1 and numbers[0] >= numbers[-1]:
        return (days[0] if match.start("month") < at else days[-1],)  # "since May 19 to 18"
    follow_on = numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    if len(days) > 1 and (tied or follow_on):
        return (Interval(Span(*match.span()), days[0], days[-1]),)
    return tuple(days)


def _year_of(match: re.Match[str]) -> YearOf:
    return YearOf(
        int(match["year"]) if match["year"] else None,
        SHIFT[match["which"]] if match["which"] else None,
    )


def read_month(page: Page, anchor: re.Match[str]) -> Found:
    at = anchor.start()
    if not page.capital(at):
        return ()
    if match := words.MONTH_DAY.match(page.folded, at):
        return _days(page, match)
    return _months(page, at) if _stands_alone(page, at) else ()


def _stands_alone(page: Page, at: int) -> bool:
    """Whether a month without a day is one: not Theresa May, the March on Rome, or Jan Egeland."""
    match = words.MONTH_ALONE.match(page.folded, at)
    if not match or match.end("month") - at < 3:
        return False
    if match["year"] or match["which"]:
        return True
    if match["month"] not in words.FULL_MONTHS:
        return False
    if _MONTH_BEFORE.search(page.before(at)):
        return True
    noun_after = bool(_NOUN_AFTER.match(page.text, match.end()))
    if match["month"] in ("may", "march"):
        return (bool(_ARTICLE_BEFORE.search(page.before(at))) and noun_after) or _listed(page, at)
    return not _CAPITAL_AFTER.match(page.text, match.end())


def _listed(page: Page, at: int) -> bool:
    return len(_months(page, at)) > 1


def _months(page: Page, at: int) -> Found:
    """ "May", "May 2025", "April, May and June 2025": a year at the end is the year of all."""
    months: list[Month] = []
    while match := words.MONTH_ALONE.match(page.folded, at):
        if not page.capital(at) or words.MONTH_DAY.match(page.folded, at) or len(months) == 12:
            break
        span = Span(*match.span())
        months.append(Month(span, words.month_number(match["month"]), _year_of(match)))
        join = words.NEXT_IN_LIST.match(page.folded, match.end())
        if not join or months[-1].year != YearOf():
            break
        at = join.end()
    return tuple(month._replace(year=months[-1].year) for month in months)
