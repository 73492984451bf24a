"""Text → calendar expressions, not yet resolved: what the words name, without any year guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from extractors.parsing import date_words as words
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
    """"the 23rd", with the shift in months of "of next month"."""

    span: Span
    day: int
    shift: int | None


Simple = Day | Month | Year | Weekday | Period | DayNumber


class Interval(NamedTuple):
    span: Span
    first: Simple
    last: Simple


class Part(NamedTuple):
    """"the end of August", "early 2022": `part` is end or some."""

    span: Span
    part: str
    whole: Simple


Expression = Simple | Interval | Part


class Page(NamedTuple):
    text: str
    folded: str


_SHIFT = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
_NO_TITLE = re.compile(r"(?:black|good|bloody|easter|ash|palm|super|cyber|giving|holy)\s\Z")
_FOLLOWING = re.compile(r"(?:following|previous|preceding|every|each)\s\Z")
_NO_WEEKDAY_AFTER = re.compile(r"\s(?:times|telegraph|mirror|express|mail|post)\b")
_MONTH_BEFORE = re.compile(
    r"(?<!\w)(?:in|of|last|next|this|early|late|mid|since|until|till|by|from|during|before|after"
    r"|between|through|to|for|around|throughout|following|earlier|later|when in|back in)[\s-]\Z"
)
_THE_BEFORE = re.compile(r"(?<!\w)(?:the|a|an)\s\Z")
_NOUN_AFTER = re.compile(r"\s(?!(?:of|on|to|for|in|and|or|by|at|with|from)\b)[a-z]")
_NAME_AFTER = re.compile(r"\s[A-Z]")
_BETWEEN_BEFORE = re.compile(r"(?<!\w)between\s(?:the\s)?\Z")
_TO_DAY = re.compile(r"(?:russia|usa|pakistan|india|ukraine|turkey|israel|arab news|europe)\s\Z")
_NOT_A_PERIOD = re.compile(r"(?<!\w)(?:the|over|his|her|its|their|every)\s\Z")


def find_expressions(text: str) -> tuple[Expression, ...]:
    """All calendar expressions in the order of the text; none overlaps another."""
    return tuple(_each_expression(Page(words.masked(text), words.folded(words.masked(text)))))


def _each_expression(page: Page) -> Iterator[Expression]:
    end = 0
    for anchor in words.ANCHOR.finditer(page.folded):
        if anchor.start() < end:
            continue
        found = _read_at(page, anchor.start(), str(anchor.lastgroup))
        if found:
            yield from found
            end = found[-1].span.end


def _read_at(page: Page, at: int, group: str) -> tuple[Expression, ...]:
    """What begins here, joined with what a "to" ties to it."""
    if group == "part":
        return _read_part(page, at)
    found = _READERS[group](page, at)
    return _joined(page, found[0]) or found if len(found) == 1 else found


def _joined(page: Page, first: Simple) -> tuple[Expression, ...]:
    """An interval when the same kind of expression follows after "to", or "and" of a between."""
    between = _BETWEEN_BEFORE.search(page.folded, max(0, first.span.start - 14), first.span.start)
    pattern = words.BETWEEN_JOIN if between else words.RANGE_JOIN
    join = pattern.match(page.folded, first.span.end)
    anchor = join and words.ANCHOR.match(page.folded, join.end())
    if not anchor or anchor.lastgroup == "part":
        return ()
    found = _READERS[str(anchor.lastgroup)](page, anchor.start())
    if len(found) != 1 or type(found[0]) is not type(first):
        return ()
    return (Interval(first.span.hull(found[0].span), first, found[0]),)
