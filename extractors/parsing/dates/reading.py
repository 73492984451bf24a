"""Text → calendar expressions in its order; no publication date is looked at, no year guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from extractors.parsing.dates import words
from extractors.parsing.dates.calendar import (
    BETWEEN,
    SHIFT,
    Found,
    read_ago,
    read_digit,
    read_month,
)
from extractors.parsing.dates.expressions import (
    Day,
    DayNumber,
    Expression,
    Interval,
    Month,
    Part,
    Period,
    Slice,
    Weekday,
    YearOf,
)
from extractors.parsing.folding import Page
from extractors.values import Span

_DATED = frozenset({"digit", "month"})
_NAMED = frozenset({"weekday", "month"})
_WHOLE = frozenset({"digit", "month", "weekday", "now", "which"})
_SAME_AGAIN = frozenset({"digit", "month", "weekday", "which"})
_NO_DAY_BEFORE = re.compile(
    r"(?<!\w)(?:black|good|bloody|easter|ash|palm|super|cyber|following|previous|preceding)\s\Z"
)
_NO_DAY_AFTER = re.compile(r"\s(?:times|telegraph|mirror|express|post)\b")
_COUNTED_FROM = re.compile(r"(?:days?|weeks?|months?|years?)\sfrom\s\Z")
_NAMED_TODAY = re.compile(r"(?<!\w)(?:russia|usa|pakistan|india|ukraine|turkey|europe|world)\s\Z")
_NO_PERIOD_BEFORE = re.compile(r"(?<!\w)(?:the|over|his|her|its|their|every)\s\Z")
_ON = re.compile(r"(?<!\w)(?:on|by|until|till|from|since|before|after)\s\Z")


@lru_cache(maxsize=4)  # the numbers of an article ask for what its dates have just read
def find_expressions(text: str) -> Found:
    """All calendar expressions in the order of the text; none overlaps another."""
    return tuple(_each_expression(Page.of(text)))


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
    between = BETWEEN.search(page.before(first.span.start))
    join = (words.BETWEEN_JOIN if between else words.RANGE_JOIN).match(page.folded, first.span.end)
    if not join or isinstance(first, Interval | Part | Slice):
        return ()
    follower = _read_at(page, join.end(), _SAME_AGAIN)
    if len(follower) != 1 or type(follower[0]) is not type(first):
        return ()
    last = follower[0]
    assert not isinstance(last, Interval | Part | Slice)  # noqa: S101 - the type check above, for mypy
    return (Interval(first.span.hull(last.span), first, last),)


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
        return (Weekday(span.hull(Span(*week.span())), weekday, week=SHIFT[week["which"]]),)
    return (Weekday(span, weekday),)


def _day_of_weekday(page: Page, span: Span, weekday: int) -> Found:
    """ "Wednesday, July 23", "Wednesday of July 23", "Wednesday (23 July)"."""
    join = words.BEFORE_DAY.match(page.folded, span.end)
    found = _read_at(page, join.end(), _DATED) if join and join.end() > span.end else ()
    if not found or not isinstance(found[0], Day) or found[0].weekday is not None:
        return ()
    return (found[0]._replace(span=span.hull(found[0].span), weekday=weekday), *found[1:])


def _read_now(page: Page, anchor: re.Match[str]) -> Found:
    said, window = anchor["now"], page.before(anchor.start())
    named = page.capital(anchor.start()) and _NAMED_TODAY.search(window)  # the channel
    if said == "today" and (named or _COUNTED_FROM.search(window)):
        return ()
    shift = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(said.split()[0], 0)
    if "day" in said.split():
        shift = -2 if "yesterday" in said else 2
    return (Period(Span(*anchor.span()), "day", shift),)


def _read_which(page: Page, anchor: re.Match[str]) -> Found:
    """ "last week", "next Monday", "this May"; "the last week" and "the next year" are lengths."""
    said = anchor["which"].split()[-1]
    which = {"coming": "next", "past": "last"}.get(said, said)
    gap = words.ONE_GAP.match(page.folded, anchor.end())
    if not gap:
        return ()
    period = words.PERIOD.match(page.folded, gap.end())
    if period:
        span = Span(anchor.start(), period.end())
        whole = which == said and not _NO_PERIOD_BEFORE.search(page.before(span.start))
        return (Period(span, period["unit"], SHIFT[which]),) if whole else ()
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
    shift = SHIFT[match["which"]] if match["which"] else None
    return (DayNumber(Span(*match.span()), int(match["day"]), shift),)


def _read_part(page: Page, anchor: re.Match[str]) -> Found:
    """ "the end of August", "early 2022", "later this month", "year's end"."""
    span, said = Span(*anchor.span()), anchor["part"]
    if own := words.PERIOD_END.match(said):
        return (Part(span, Period(span, own["unit"], 0), end=True),)
    join = words.AFTER_PART.match(page.folded, span.end)
    if not join:
        return ()
    period = words.PERIOD.match(page.folded, join.end()) if join["the"] or "-" in said else None
    if period:
        found: Found = (Period(Span(*period.span()), period["unit"], 0),)
    else:
        found = _read_at(page, join.end(), _WHOLE)
    if not found or isinstance(found[0], Interval | Part | Slice | Day):
        return ()
    end = "end" in said or "close" in said
    return (Part(span.hull(found[0].span), found[0], end), *found[1:])


def _read_slice(page: Page, anchor: re.Match[str]) -> Found:
    """ "the last week of June"."""
    which, what = anchor["slice"].removeprefix("the").split()[:2]
    gap = words.ONE_GAP.match(page.folded, anchor.end())
    found = _read_at(page, gap.end(), frozenset({"month"})) if gap else ()
    if not found or not isinstance(found[0], Month) or (which, what) not in words.SLICES:
        return ()
    span = Span(anchor.start(), found[0].span.end)
    return (Slice(span, found[0], *words.SLICES[which, what]), *found[1:])


_READERS: dict[str, Callable[[Page, re.Match[str]], Found]] = {
    "digit": read_digit,
    "month": read_month,
    "weekday": _read_weekday,
    "now": _read_now,
    "part": _read_part,
    "slice": _read_slice,
    "which": _read_which,
    "ago": read_ago,
    "the": _read_the,
}
