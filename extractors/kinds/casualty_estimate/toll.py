"""A figure tied to what befell people, and how far the words about it reach."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.parsing.line import Line
from extractors.parsing.status import Stretch
from extractors.values import Count


class Toll(NamedTuple):
    """A figure and what befell those it counts."""

    line: Line
    clause: Stretch
    place: int  # of the figure on the tape
    stretch: Stretch  # figure and measure
    words: Stretch  # of the measure
    figure: Count
    measure: str
    population: str | None
    frame: str
    beside: Toll | None = None  # the last of a list, whose fate it shares


def size(toll: Toll) -> int:
    """The figure itself, whatever its qualifier."""
    return toll.figure.best or toll.figure.low or toll.figure.high or 0


_TAIL = re.compile(r"\W{0,3}(?:since|as of|in what|in the war|during|according)\b")
#: "April was the deadliest month for civilians in the land: 209 were killed".
_DEADLIEST = re.compile(
    r"\b(?:deadliest|bloodiest|worst) (?:month|year|week|period)\b[^:]{0,80}:\Z"
)
_RELATIVE = re.compile(r"\W{0,3}(?:that|which|in which|with) ")


def reach_of(toll: Toll) -> Stretch:
    """The clause of a toll, with what goes before "that" and what follows to tell the time."""
    text, (start, end) = toll.line.text, toll.clause
    for part in toll.line.clauses:
        if part.start == end and _TAIL.match(text, part.start):
            end = part.end
        if part.end == toll.clause.start and _RELATIVE.match(text, toll.clause.start):
            start = part.start
        if part.end == toll.clause.start and _DEADLIEST.search(text, *part):
            start = part.start
    return Stretch(min(start, toll.stretch.start), max(end, toll.stretch.end))
