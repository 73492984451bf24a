"""Figures of bodies in a clause, each with the words around it that may say whose they are."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from extractors.kinds.remains_repatriation import figure_words
from extractors.parsing.line import Line
from extractors.parsing.numbers import Number
from extractors.parsing.sides import Sides
from extractors.parsing.status import Stretch
from extractors.values import Count

_MOST = 8  # figures of one wording in a sentence: bounds the work on hostile text


class Bodies(NamedTuple):
    """A figure of bodies, with the words around it."""

    figure: Count
    place: int
    stretch: Stretch
    after: Stretch  # the words that may say whose they are


class Dealing(NamedTuple):
    """Between whom a handover stands: the sides, and under whose name the dead of each count."""

    sides: Sides
    people: tuple[str, str]
    last: str | None  # whose dead the handover told before was about
    homes: frozenset[str] = frozenset()  # to whom, elsewhere in the article, dead come back


def bodies_in(line: Line, clause: Stretch) -> tuple[Bodies, ...]:
    """The figures of bodies in a clause, in order."""
    found: dict[int, Bodies] = {}
    for rules in (figure_words.COUNTS, figure_words.ONE):
        for rule in rules:
            for match in islice(rule.finditer(line.text, *clause), _MOST):
                bodies = _bodies(line, match, one=rules is figure_words.ONE)
                if bodies:
                    found.setdefault(bodies.place, bodies)
        if found:
            break
    return tuple(found[place] for place in sorted(found))


def figures_of_people(line: Line) -> tuple[int, ...]:
    """The bare figures of a sentence, ordinals and ages left out."""
    return tuple(
        one.count.best
        for _, one in line.tape.annotations()
        if isinstance(one, Number) and one.count.best and not (one.ordinal or one.age)
    )


_PART = re.compile(
    r"\b(?:leaving|including|among them|of (?:them|whom)|out of|of the|of more than"
    r"|(?:batch|inst?allment|tranche|part|share|most|half|percent|%) of) \Z"
)


_BELONGING = re.compile(r" (?:\w+ ){0,2}belong(?:ing|ed)? to\b")


def _bodies(line: Line, match: re.Match[str], *, one: bool) -> Bodies | None:
    place = match.start("n")
    after = Stretch(match.start("mid"), match.end("after"))
    if one:
        return Bodies(Count.of(1), place, Stretch(place, match.end("after")), after)
    number = line.tape.at(place)
    if not isinstance(number, Number) or number.ordinal or number.age:
        return None
    part = _PART.search(line.text, max(0, place - 16), place)
    if part and not _BELONGING.match(line.text, place + 1):
        return None
    return Bodies(number.count, place, Stretch(place, max(place + 1, match.end("after"))), after)
