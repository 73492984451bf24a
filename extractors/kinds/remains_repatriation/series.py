"""Handovers told one after another by their months: "in January 757 for 49; in May 909 for 34".

Whose dead each figure counts is said beside it, or is the same as in the handover told before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from extractors.parsing.dates import DateMention
from extractors.parsing.line import Line
from extractors.parsing.names import Name
from extractors.parsing.numbers import Formula, Number
from extractors.parsing.tape import pattern
from extractors.values import Count, Span

_MOST = 12  # handovers of one sentence: bounds the work on hostile text
_DATED = (
    pattern(
        r"\b(?:in|on) (?P<date>{date}),? (?:(?:the (?:numbers|figures) were|it was"
        r"|another (?:swap|exchange) (?:occurred|took place) involving) )?"
        r"(?P<one>{count})(?: (?P<of_one>{actor}))?(?: [a-z]{3,10}){0,4}?"
        r" (?:for|against|and|in exchange for|in return for)"
        r" (?P<other>{count})(?: (?P<of_other>{actor}))?"
    ),
    pattern(r"\b(?:in|on) (?P<date>{date}),? (?P<formula>{formula})"),
    pattern(r"(?P<formula>{formula}) (?:on|in) (?P<date>{date})"),
)


class Pair(NamedTuple):
    """The two figures of one handover in a series, with whose dead they count where it is said."""

    date: DateMention
    figures: tuple[Count, Count]
    spans: tuple[Span, Span]
    owners: tuple[str | None, str | None] = (None, None)


def pairs_in(line: Line) -> Iterator[Pair]:
    """The handovers that a sentence lists."""
    for rule in _DATED:
        for match in islice(rule.finditer(line.text), _MOST):
            date = line.tape.at(match.start("date"))
            if isinstance(date, DateMention):
                yield from _pair(line, match, date)


def _pair(line: Line, match: re.Match[str], date: DateMention) -> Iterator[Pair]:
    groups = match.groupdict()
    if "formula" in groups:
        formula = line.tape.at(match.start("formula"))
        if isinstance(formula, Formula) and formula.left and formula.right:
            counts = Count.of(formula.left), Count.of(formula.right)
            yield Pair(date, counts, (formula.span, formula.span))
        return
    one, other = (line.tape.at(match.start(label)) for label in ("one", "other"))
    if isinstance(one, Number) and isinstance(other, Number):
        owners = _actor(line, match, "of_one"), _actor(line, match, "of_other")
        yield Pair(date, (one.count, other.count), (one.span, other.span), owners)


def _actor(line: Line, match: re.Match[str], label: str) -> str | None:
    name = line.tape.at(match.start(label)) if match[label] else None
    return name.actor if isinstance(name, Name) else None
