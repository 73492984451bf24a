"""Lengths of time: "50-day", "less than 40 minutes", "an hour and a half"; no vague ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import get_args

from extractors.parsing.folding import Page, before
from extractors.parsing.numbers.qualifiers import qualify
from extractors.parsing.numbers.quantities import Duration, Number, Unit, scaled
from extractors.values import Count, Qualifier, Span

_AFTER_NUMBER = re.compile(
    r"[\s-](?:(?:full|whole|consecutive|straight|calendar|working|business|long|more|additional"
    r"|further|extra|other|such)[\s-]){0,2}(?P<unit>minute|min|hour|hr|day|week|month|year)s?\b"
    r"(?![\s-]olds?\b)(?!\sof\sage\b)(?:[\s-]long\b)?(?P<and_half>\sand\sa\shalf\b)?"
)
_WITHOUT_NUMBER = re.compile(
    r"(?<![\w-])(?:(?P<half>half[\s-](?:an?[\s-])?)|(?P<quarter>(?:a\s)?quarter(?:\sof\san\s|[\s-]))"
    r"|(?P<one>(?:an?|another|one\s(?:more|further|last))\s(?:(?:full|whole)\s)?))?(?P<unit>minute|hour|day|week|month|year)"
    r"(?!\w)(?P<long>[\s-]long\b)?(?P<and_half>\sand\sa\shalf\b)?"
)
_GLUED = re.compile(r"(?<![\w-])(?P<unit>hour|day|week|month|year)long(?!\w)")
#: "three days later" is a distance, not a length; "for three days after" is one.
_DISTANCE_AFTER = re.compile(
    r"\s(?:ago|later|earlier|prior|into|apart|hence|from\s(?:now|today)|(?:after|before|since)(?!\w))"
)
#: "in the last 24 hours" looks back, "every two weeks" is a rhythm.
_NO_LENGTH_BEFORE = re.compile(
    r"(?<!\w)(?:past|(?<!to )(?<!will )(?<!would )last|previous|preceding|every)\s\Z"
)
#: "the previous 30-hour truce" is called after its length.
_CALLED = ("-minute", "-hour", "-day", "-week", "-month", "-year")
_LENGTH_BEFORE = re.compile(r"(?<!\w)(?:for|within|lasting|lasted|lasts?|least|than)\s\Z")
_RATE_BEFORE = re.compile(
    r"(?:[0-9%)\0]|(?<!\w)(?:times|twice|once|quarters\sof|miles|km|kilomet(?:er|re)s|barrels|people"
    r"|soldiers|troops|casualties|deaths|bodies|dollars|million|billion|thousand|hundred|hours|per))\s\Z"
)
_LENGTH_OF_ONE = re.compile(
    r"(?<!\w)(?:for|within|lasting|lasted|lasts?|in|took|takes?|taking|of|to|by|another|than)\s\Z"
)
_SPREAD_BEFORE = re.compile(
    r"(?<!\w)(?:held|spread|out|place|staged|conducted|completed|exchanged|released|returned|freed"
    r"|phases|stages|talks|negotiations|meetings|rounds?|swaps?|exchanges?|istanbul|geneva|doha)\s\Z"
)
_JOIN = re.compile(r"(?:\sand)?\s|,\s(?:and\s)?")
#: The next finer unit in which a half is whole.
_FINER: tuple[tuple[Unit, Unit, int], ...] = (
    ("hours", "minutes", 60),
    ("days", "hours", 24),
    ("weeks", "hours", 168),
    ("years", "months", 12),
)
_UNITS: tuple[Unit, ...] = get_args(Unit)


def read_durations(text: str, numbers: Sequence[Number]) -> tuple[Duration, ...]:
    """The lengths of time in a text, from its numbers and from "an hour", "half a day"."""
    page = Page.of(text).folded
    found = [*_of_numbers(page, numbers), *_of_articles(page), *_of_glued(page)]
    return tuple(_joined(page, sorted(found, key=lambda duration: duration.span)))


# -- with a number


def _of_numbers(page: str, numbers: Sequence[Number]) -> Iterator[Duration]:
    for number in numbers:
        match = _AFTER_NUMBER.match(page, max(number.core.end, number.span.end))
        if not match or number.ordinal or number.age or number.count.qualifier is Qualifier.VAGUE:
            continue
        if not _is_distance(page, number.span.start, match.end()):
            yield from _of_number(page, number, match)


def _of_number(page: str, number: Number, match: re.Match[str]) -> Iterator[Duration]:
    around = qualify(page, number.core.start, match.end())
    span = Span(number.span.start, around.end)
    value = number.value + (0.5 if match["and_half"] else 0)
    said = number.count.qualifier
    if said is Qualifier.EXACT or value != int(value):
        said = around.qualifier
    if _is_spread(page, number, match):
        span, said = Span(number.core.start, span.end), Qualifier.EXACT
    count = number.count if said is Qualifier.RANGE else None
    yield from _duration(span, _unit(match), value, said, count)


def _is_spread(page: str, number: Number, match: re.Match[str]) -> bool:
    """ "talks held over three days" took three days, not more."""
    start = number.span.start
    over = page.startswith("over ", start) and match["unit"] in ("day", "week", "month")
    return over and bool(_SPREAD_BEFORE.search(before(page, start, 20)))


def _unit(match: re.Match[str]) -> Unit:
    said = {"min": "minute", "hr": "hour"}.get(match["unit"], match["unit"])
    return next(unit for unit in _UNITS if unit == f"{said}s")


def _is_distance(page: str, start: int, end: int) -> bool:
    if _NO_LENGTH_BEFORE.search(before(page, start, 12)):
        return not page.endswith(_CALLED, start, end) or page.startswith(" period", end)
    if not _DISTANCE_AFTER.match(page, end):
        return False
    measured = _LENGTH_BEFORE.search(before(page, start, 12))
    return not measured or page.startswith(" ago", end)


def _duration(
    span: Span, unit: Unit, value: float, said: Qualifier, count: Count | None = None
) -> Iterator[Duration]:
    """One duration, in a finer unit when the value has a fraction; none where no unit fits."""
    if count is None and value != int(value):
        finer = next((each for each in _FINER if each[0] == unit), None)
        if finer is None or value * finer[2] != int(value * finer[2]):
            return
        unit, value = finer[1], value * finer[2]
    yield Duration(span=span, unit=unit, count=count or Count.of(int(value), said))


# -- without one


def _of_articles(page: str) -> Iterator[Duration]:
    for match in _WITHOUT_NUMBER.finditer(page):
        value = _share(match)
        around = qualify(page, match.start(), match.end())
        if value and _is_length(page, match, around.start):
            span = Span(around.start, around.end)
            yield from _duration(span, _unit(match), value, around.qualifier)


def _share(match: re.Match[str]) -> float:
    """How much of the unit: a half, a quarter, one, one and a half; 0 for the bare unit."""
    if match["half"] or match["quarter"]:
        return 0.5 if match["half"] else 0.25
    if not match["one"] and not match["long"]:
        return 0
    return 1.5 if match["and_half"] else 1


def _is_length(page: str, match: re.Match[str], start: int) -> bool:
    """ "for a week" is a length; "40 a day", "a day after", "once a year" are none."""
    window = before(page, start, 16)
    if _RATE_BEFORE.search(window) or _is_distance(page, start, match.end()):
        return False
    if match["long"] or match["half"] or match["quarter"] or match["unit"] in ("hour", "minute"):
        return True
    if start < match.start() or page.startswith(" of ", match.end()):
        return True
    return bool(_LENGTH_OF_ONE.search(window))


def _of_glued(page: str) -> Iterator[Duration]:
    for match in _GLUED.finditer(page):
        yield from _duration(Span(*match.span()), _unit(match), 1, Qualifier.EXACT)


# -- hours and minutes together


def _joined(page: str, durations: list[Duration]) -> Iterator[Duration]:
    """ "an hour and 20 minutes" is 80 minutes."""
    held: Duration | None = None
    for duration in durations:
        both = held and _sum(page, held, duration)
        if held and not both:
            yield held
        held = both or duration
    if held:
        yield held


def _sum(page: str, first: Duration, second: Duration) -> Duration | None:
    factor = {("hours", "minutes"): 60, ("days", "hours"): 24, ("weeks", "days"): 7}.get(
        (first.unit, second.unit)
    )
    if factor is None or not _JOIN.fullmatch(page, first.span.end, second.span.start):
        return None
    if second.count.qualifier is not Qualifier.EXACT or not second.count.best:
        return None
    total = _plus(scaled(first.count, factor), second.count.best)
    return Duration(span=first.span.hull(second.span), unit=second.unit, count=total)


def _plus(count: Count, more: int) -> Count:
    ends = (None if end is None else end + more for end in (count.low, count.best, count.high))
    low, best, high = ends
    return Count(low=low, best=best, high=high, qualifier=count.qualifier)
