"""The count of a running total: what has been passed, and what two kinds of people add up to."""

from __future__ import annotations

import re

from extractors.parsing.line import Line
from extractors.parsing.numbers import Number
from extractors.parsing.tape import pattern
from extractors.values import Count, Qualifier


def figure_at(line: Line, place: int, number: Number) -> Count:
    """The figure at a place, with that of the people it is added to."""
    figure = number.count
    if figure.qualifier is Qualifier.EXACT and _EXCEEDS.search(line.text, 0, place):
        figure = figure.model_copy(update={"high": None, "qualifier": Qualifier.MORE_THAN})
    other = _ADDED.search(line.text, max(0, place - 60), place)
    if other and not _OF_A_NATION.match(line.text, place + 1):  # "19 Israelis and five Thais"
        figure = _sum(line.tape.at(other.start("m")), figure)
    return figure


#: "The number of those freed has passed 1,000": more than that.
_EXCEEDS = re.compile(r"\b(?:exceed|surpass|pass|topp?)(?:s|es|ed)?(?: now)? \Z")


def _sum(other: object, figure: Count) -> Count:
    """ "2,600 fishermen and 71 civilians have been repatriated": both."""
    if not isinstance(other, Number):
        return figure
    if figure.qualifier is not Qualifier.EXACT or other.count.qualifier not in _ADDS_UP:
        return figure
    more = figure.best or 0
    both = {"low": (other.count.low or 0) + more, "best": (other.count.best or 0) + more}
    exact = other.count.qualifier is Qualifier.EXACT
    return Count.of(both["best"]) if exact else other.count.model_copy(update=both)


_ADDS_UP = (Qualifier.EXACT, Qualifier.MORE_THAN)
_ADDED = pattern(r"(?P<m>{count})(?: {actor})?(?: [\w-]+){1,2} and \Z")
_OF_A_NATION = pattern(r" {actor}")
