"""Text → calendar expressions in text order; no publication date is looked at, no year guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from extractors.parsing import date_words as words
from extractors.parsing.date_expressions import (
    Day,
    DayNumber,
    Expression,
    Interval,
    Month,
    Part,
    Period,
    Weekday,
    Year,
    YearOf,
)
from extractors.values import Span


class Page(NamedTuple):
    """The text and its lower-case twin of the same length."""

    text: str
    folded: str

    def before(self, at: int, length: int = 20) -> str:
        return self.folded[max(0, at - length) : at]

    def capital(self, at: int) -> bool:
        return self.text[at].isupper()


Found = tuple[Expression, ...]

_DATED = frozenset({"digit", "month"})
_NAMED = frozenset({"weekday", "month"})
_WHOLE = frozenset({"digit", "month", "weekday", "now", "which"})
_SAME_AGAIN = frozenset({"digit", "month", "weekday", "which"})
_SHIFT = {"last": -1, "this": 0, "next": 1}
_NO_DAY_BEFORE = re.compile(
    r"(?<!\w)(?:black|good|bloody|easter|ash|palm|super|cyber|following|previous|preceding)\s\Z"
)
_NO_DAY_AFTER = re.compile(r"\s(?:times|telegraph|mirror|express|post)\b")
_MONTH_BEFORE = re.compile(
    r"(?<!\w)(?:in|of|last|next|this|early|late|mid|since|until|till|by|from|during|before|after"
    r"|between|through|to|for|around|throughout|earlier|later)[\s-]\Z"
)
_ARTICLE_BEFORE = re.compile(r"(?<!\w)(?:the|a|an|both|these)\s\Z")
_NOUN_AFTER = re.compile(r"\s(?!(?:of|on|to|for|in|and|or|by|at|with|from)\b)[a-z]")
_CAPITAL_AFTER = re.compile(r"\s[^\W\d_a-z]")
_BETWEEN = re.compile(r"(?<!\w)between\s(?:the\s)?\Z")
_NAMED_TODAY = re.compile(r"(?<!\w)(?:russia|usa|pakistan|india|ukraine|turkey|europe|world)\s\Z")
_NO_PERIOD_BEFORE = re.compile(r"(?<!\w)(?:the|over|his|her|its|their|every)\s\Z")
_ON = re.compile(r"(?<!\w)(?:on|by|until|till|from|since|before|after)\s\Z")
_MODEL_BEFORE = re.compile(r"[^\W\d_](?<!mid)-\Z")  # F-16, Covid-19
_ROUGH_AGO = re.compile(r"(?<!\w)(?:half|to|or)\s\Z")


def find_expressions(text: str) -> Found:
    """All calendar expressions in the order of the text; none overlaps another."""
    masked = words.masked(text)
    return tuple(_each_expression(Page(masked, words.folded(masked))))


def _each_expression(page: Page) -> Iterator[Expression]:
    end = 0
    for anchor in words.ANCHOR.finditer(page.folded):
        if anchor.start() >= end and (found := _read_anchor(page, anchor)):
            yield from found
            end = found[-1].span.end


def _read_anchor(page: Page, anchor: re.Match[str]) -> Found:
    found = _READERS[str(anchor.lastgroup)](page, anchor)
    return (_joined(page, found[0]) or found) if len(found) == 1 else found


def _read_at(page: Page, at: int, groups: frozenset[str]) -> Found:
    """What begins here, if its first word is of these groups: no reader comes back to itself."""
    anchor = words.ANCHOR.match(page.folded, at)
    if not anchor or anchor.lastgroup not in groups:
        return ()
    return _READERS[anchor.lastgroup](page, anchor)


def _joined(page: Page, first: Expression) -> Found:
    """An interval, when an expression of the same type follows after "to" ("and" after between)."""
    between = _BETWEEN.search(page.before(first.span.start))
    join = (words.BETWEEN_JOIN if between else words.RANGE_JOIN).match(page.folded, first.span.end)
    if not join or isinstance(first, Interval | Part):
        return ()
    follower = _read_at(page, join.end(), _SAME_AGAIN)
    if len(follower) != 1 or type(follower[0]) is not type(first):
        return ()
    last = follower[0]
    assert not isinstance(last, Interval | Part)  # noqa: S101 - the type check above, for mypy
    return (Interval(first.span.hull(last.span), first, last),)


# -- figures: 23 July, 2025-07-23, 23/07/2025, 2022, 3 weeks ago


def _read_digit(page: Page, anchor: re.Match[str]) -> Found:
    at = anchor.start()
    if _MODEL_BEFORE.search(page.before(at)):
        return ()
    if iso := words.ISO.match(page.folded, at):
        year, month, day = (int(part) for part in iso.groups())
        return (Day(Span(*iso.span()), day, month, YearOf(year)),)
    if numeric := words.NUMERIC.match(page.folded, at):
        return _numeric_day(numeric)
    match = words.DAY_MONTH.match(page.folded, at)
    if match and page.capital(match.start("month")):
        return _days(page, match)
    return _read_ago(page, anchor) or _year(page, at)


def _numeric_day(match: re.Match[str]) -> Found:
    """23/07/2025 and 07/23/2025; which part of 05/07/2025 is the month nobody can say."""
    first, second, year = int(match["first"]), int(match["second"]), YearOf(int(match["year"]))
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


def _read_ago(page: Page, anchor: re.Match[str]) -> Found:
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
    tied = not words.LISTED.search(match["days"]) or _BETWEEN.search(page.before(match.start()))
    follow_on = numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    if len(days) > 1 and (tied or follow_on):
        return (Interval(Span(*match.span()), days[0], days[-1]),)
    return tuple(days)


def _year_of(match: re.Match[str]) -> YearOf:
    return YearOf(
        int(match["year"]) if match["year"] else None,
        _SHIFT[match["which"]] if match["which"] else None,
    )


def _read_month(page: Page, anchor: re.Match[str]) -> Found:
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


# -- weekdays and words that count from the publication


def _read_weekday(page: Page, anchor: re.Match[str]) -> Found:
    at = anchor.start()
    if not page.capital(at):
        return ()
    span, weekday = Span(*anchor.span()), words.weekday_number(anchor["weekday"])
    if dated := _day_of_weekday(page, span, weekday):
        return dated
    if anchor["weekday"] not in words.FULL_WEEKDAYS:
        return ()
    if _NO_DAY_BEFORE.search(page.before(at)) or _NO_DAY_AFTER.match(page.folded, span.end):
        return ()
    week = words.WEEK_AFTER.match(page.folded, span.end)
    if week:
        return (Weekday(span.hull(Span(*week.span())), weekday, week=_SHIFT[week["which"]]),)
    return (Weekday(span, weekday),)


def _day_of_weekday(page: Page, span: Span, weekday: int) -> Found:
    """ "Wednesday, July 23", "Wednesday of July 23", "Wednesday (23 July)"."""
    join = words.BEFORE_DAY.match(page.folded, span.end)
    found = _read_at(page, join.end(), _DATED) if join and join.end() > span.end else ()
    if not found or not isinstance(found[0], Day) or found[0].weekday is not None:
        return ()
    return (found[0]._replace(span=span.hull(found[0].span), weekday=weekday), *found[1:])


def _read_now(page: Page, anchor: re.Match[str]) -> Found:
    said = anchor["now"]
    if (
        said == "today"
        and page.capital(anchor.start())
        and _NAMED_TODAY.search(page.before(anchor.start()))
    ):
        return ()  # the channel
    shift = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(said.split()[0], 0)
    if "day" in said.split():
        shift = -2 if "yesterday" in said else 2
    return (Period(Span(*anchor.span()), "day", shift),)


def _read_which(page: Page, anchor: re.Match[str]) -> Found:
    """ "last week", "next Monday", "this May"; "the last week" and "the next year" are durations."""
    said = anchor["which"].split()[-1]
    which = {"coming": "next", "past": "last"}.get(said, said)
    gap = words.ONE_GAP.match(page.folded, anchor.end())
    if not gap:
        return ()
    period = words.PERIOD.match(page.folded, gap.end())
    if period:
        span = Span(anchor.start(), period.end())
        whole = which == said and not _NO_PERIOD_BEFORE.search(page.before(span.start))
        return (Period(span, period["unit"], _SHIFT[which]),) if whole else ()
    found = _read_at(page, gap.end(), _NAMED)
    if found and isinstance(found[0], Weekday | Month | Day):
        return (_narrowed(found[0], anchor.start(), which), *found[1:])
    return ()


def _narrowed(found: Weekday | Month | Day, start: int, which: str) -> Expression:
    span = Span(start, found.span.end)
    if isinstance(found, Day) or (isinstance(found, Month) and found.year != YearOf()):
        return found._replace(span=span)
    return found._replace(span=span, which=which)


def _read_the(page: Page, anchor: re.Match[str]) -> Found:
    match = words.THE_DAY.match(page.folded, anchor.start())
    if not match or not _ON.search(page.before(anchor.start())):
        return ()
    shift = _SHIFT[match["which"]] if match["which"] else None
    return (DayNumber(Span(*match.span()), int(match["day"]), shift),)


def _read_part(page: Page, anchor: re.Match[str]) -> Found:
    """ "the end of August", "early 2022", "later this month", "year's end"."""
    span, said = Span(*anchor.span()), anchor["part"]
    if own := words.PERIOD_END.match(said):
        return (Part(span, Period(span, own["unit"], 0), end=True),)
    join = words.AFTER_PART.match(page.folded, span.end)
    if not join:
        return ()
    period = words.PERIOD.match(page.folded, join.end()) if join["the"] else None
    if period:
        found: Found = (Period(Span(*period.span()), period["unit"], 0),)
    else:
        found = _read_at(page, join.end(), _WHOLE)
    if not found or isinstance(found[0], Interval | Part | Day):
        return ()
    end = "end" in said or "close" in said
    return (Part(span.hull(found[0].span), found[0], end), *found[1:])


_READERS: dict[str, Callable[[Page, re.Match[str]], Found]] = {
    "digit": _read_digit,
    "month": _read_month,
    "weekday": _read_weekday,
    "now": _read_now,
    "part": _read_part,
    "which": _read_which,
    "ago": _read_ago,
    "the": _read_the,
}
