"""Numbers in an article's text with their qualifiers; what a number counts is left to the kinds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from extractors.parsing.dates import date_spans
from extractors.parsing.dates.words import PEOPLE
from extractors.parsing.folding import Page, before
from extractors.parsing.numbers.context import counts_nothing
from extractors.parsing.numbers.durations import read_durations
from extractors.parsing.numbers.figures import Figure, Sort, find_figures
from extractors.parsing.numbers.formulas import find_formulas
from extractors.parsing.numbers.qualifiers import Qualified, qualify
from extractors.parsing.numbers.quantities import Duration, Formula, Number, counted
from extractors.values import Count, Qualifier, Span

__all__ = ["Duration", "Formula", "Number", "read_durations", "read_formulas", "read_numbers"]

_TO = re.compile(r"\s?[-‐‑–]\s?|[-‐‑]?\sto\s(?:as\smany\sas\s|about\s)?|[-‐‑]to[-‐‑]|[-‐‑]\s?or\s")
_OR = re.compile(r"\sor\s(?:even\s)?")
_AND = re.compile(r"\sand\s(?:about\s)?")
_BETWEEN = re.compile(r"(?<!\w)between\s(?:about\s|some\s|roughly\s)?\Z")
_FROM = re.compile(r"(?<!\w)from\s\Z")
_CHANGED = re.compile(
    r"(?<!\w)(?:ris\w{1,3}|rose|increas\w{1,3}|gr[eo]w\w{0,3}|dropp?\w{0,3}|f[ae]ll\w{0,3}|cut|reduc\w{1,3}"
    r"|declin\w{1,3}|climb\w{0,3}|jump\w{0,3}|rais\w{1,3}|extend\w{0,3}|up|down|chang\w{1,3})"
    r"(?:\s\w{1,20}){0,3}\s\Z"
)
_AGED = re.compile(
    r"(?<!\w)(?:aged|people|those|all|men|women|children|anyone|everyone|\w{3,20}s)\s\Z"
)
_NO_NOUN = re.compile(
    r"\s?(?:[.,;:!?)\]”\"’]|\Z|\n|s\b)|\s(?:and|or|were|who|as|in|are|on|to|from|by|will|years)(?!\w)"
)
_PEOPLE = re.compile(rf"\s{PEOPLE}")
_AGREEMENT = re.compile(
    r"\s(?:\w{1,20}\s)?(?:agreements?|deals?|accords?|articles?|presidents?|formats?)(?!\w)"
)
_STAGE_BEFORE = re.compile(r"(?<!\w)(?:round|stage|phase)\s\Z")
_STAGE_AFTER = re.compile(
    r"\s?(?:[.,;:)]|\Z|\n)|\s(?:of|in|talks|negotiations|was|is|will|has|began|ended)(?!\w)"
)


class _Found(NamedTuple):
    page: Page
    figures: tuple[Figure, ...]
    formulas: tuple[Formula, ...]


def read_numbers(text: str, taken: tuple[Span, ...] = ()) -> tuple[Number, ...]:
    """The numbers of a text that can count things, outside dates, formulas and `taken` spans."""
    page, figures, formulas = _found(text, taken)
    starts, ends = ({formula.span[end] for formula in formulas} for end in (0, 1))
    free = [each for each in figures if each.span.start not in starts and each.span.end not in ends]
    return tuple(_each_number(page, free))


def read_formulas(text: str, taken: tuple[Span, ...] = ()) -> tuple[Formula, ...]:
    """The formulas of a text in its order, outside dates and `taken` spans; the numbers inside are
    no counts."""
    return _found(text, taken).formulas


@lru_cache(maxsize=1)
def _found(text: str, taken: tuple[Span, ...]) -> _Found:
    page = Page.of(_blanked(text, (*taken, *date_spans(text))))
    figures = tuple(find_figures(page.folded))
    return _Found(page, figures, find_formulas(page.folded, figures))


def _blanked(text: str, spans: tuple[Span, ...]) -> str:
    pieces, at = [], 0
    for span in sorted(spans):
        start = max(at, span.start)
        pieces += [text[at:start], "\0" * (span.end - start)]
        at = max(at, span.end)
    return "".join([*pieces, text[at:]])


class _Reading(NamedTuple):
    """A figure, or two that make a range, before its surroundings are read."""

    figure: Figure
    span: Span  # with "between"
    core: Span
    low: float
    high: float | None = None


def _each_number(page: Page, figures: Sequence[Figure]) -> Iterator[Number]:
    at = 0
    while at < len(figures):
        second = figures[at + 1] if at + 1 < len(figures) else None
        reading = second and _range(page.folded, figures[at], second)
        at += 2 if reading else 1
        reading = reading or _single(figures[at - 1])
        if not counts_nothing(page, reading.figure, reading.core.end):
            yield _number(page.folded, reading)


def _single(figure: Figure) -> _Reading:
    return _Reading(figure, figure.span, figure.span, figure.value)


# -- ranges


def _range(page: str, first: Figure, second: Figure) -> _Reading | None:
    """ "24–48", "24 to 48", "between 24 and 48", "two or three"; not "2-1", not "from 3 to 2"."""
    if {first.sort, second.sort} != {Sort.CARDINAL} or second.span.start - first.span.end > 20:
        return None
    start = _range_start(page, first, second)
    low, high = _shared_scale(first, second), second.value
    if start is None or low >= high:
        return None
    core = first.span.hull(second.span)
    return _Reading(first, Span(start, core.end), core, low, high)


def _range_start(page: str, first: Figure, second: Figure) -> int | None:
    """Where the words of a range begin; None when the gap does not tie the two."""
    gap, window = (first.span.end, second.span.start), before(page, first.span.start, 50)
    if between := _BETWEEN.search(window):
        tied = _AND.fullmatch(page, *gap) or _TO.fullmatch(page, *gap)
        return first.span.start - len(window) + between.start() if tied else None
    if _OR.fullmatch(page, *gap):
        return first.span.start if second.value <= 2 * _shared_scale(first, second) else None
    if not _TO.fullmatch(page, *gap):
        return None
    origin = _FROM.search(window)
    if not origin:
        return first.span.start
    changed = _CHANGED.search(window[: origin.start()])
    return None if changed else first.span.start - len(window) + origin.start()


def _shared_scale(first: Figure, second: Figure) -> float:
    """2,000,000 for the 2 of "2 to 3 million": the scale is said once."""
    shared = first.scale == 1 and second.scale > 1 and first.value < second.value / second.scale
    return first.value * second.scale if shared else first.value


# -- one number


def _number(page: str, reading: _Reading) -> Number:
    sort = reading.figure.sort
    around = qualify(page, reading.span.start, reading.core.end)
    if sort is Sort.ORDINAL:
        return _ordinal(reading.figure)
    if reading.high is None and _is_stage(page, reading):
        return _ordinal(reading.figure)
    if _is_under_agreements(page, around):
        around = around._replace(start=reading.span.start, qualifier=Qualifier.EXACT)
    return Number(
        span=Span(around.start, around.end),
        core=reading.core,
        count=_count(reading, around.qualifier),
        value=float(reading.low),
        more=around.more,
        age=_is_age_group(page, reading, around),
    )


def _count(reading: _Reading, said: Qualifier) -> Count:
    if reading.high is not None:
        return Count.between(int(reading.low), int(reading.high))
    if reading.figure.sort is Sort.VAGUE:
        return Count.of(int(reading.low), Qualifier.VAGUE)
    about = reading.figure.sort is Sort.ABOUT and said is Qualifier.EXACT
    return counted(reading.low, Qualifier.ABOUT if about else said)


def _ordinal(figure: Figure) -> Number:
    count = Count.of(int(figure.value))
    span = figure.span
    return Number(span=span, core=span, count=count, value=float(figure.value), ordinal=True)


def _is_stage(page: str, reading: _Reading) -> bool:
    """ "round three of talks" is the third; "in this round 250 prisoners" is none."""
    start, end = reading.core
    staged = _STAGE_BEFORE.search(before(page, start, 10))
    return bool(reading.low <= 30 and staged and _STAGE_AFTER.match(page, end))


def _is_under_agreements(page: str, around: Qualified) -> bool:
    """ "released under two agreements" is no "less than two"."""
    under = page.startswith("under ", around.start)
    return under and bool(_AGREEMENT.match(page, around.end))


def _is_age_group(page: str, reading: _Reading, around: Qualified) -> bool:
    """ "those under 25", "prisoners younger than 25"; "under 25 prisoners" is a count."""
    if (reading.figure.written and reading.low > 80) or not 10 <= reading.low <= 80:
        return False
    said = page[around.start : reading.core.start]
    if said.startswith(("younger", "older")) or said.endswith(" age of "):
        return True
    if not said.startswith(("under ", "over ")):
        return False
    of_people = bool(_AGED.search(before(page, around.start, 24)))
    if _NO_NOUN.match(page, around.end):
        return of_people or said[0] == "u"
    return of_people and not _PEOPLE.match(page, around.end)
