"""Figures of bodies in a clause, each with the words around it that may say whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from extractors.kinds.remains_repatriation import elided, figure_words
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
    here: bool = False  # whether `last` was told of in the same sentence


def bodies_in(line: Line, clause: Stretch) -> tuple[Bodies, ...]:
    """The figures of bodies in a clause, in order; one body where there is no figure."""
    found: dict[int, Bodies] = {}
    for bodies in _counted(line, clause) or _single(line, clause):
        found.setdefault(bodies.place, bodies)
    return tuple(found[place] for place in sorted(found))


def _counted(line: Line, clause: Stretch) -> list[Bodies]:
    named = (
        _bodies(line, match.start("n"), Stretch(match.start("mid"), match.end("after")))
        for rule in figure_words.COUNTS
        for match in islice(rule.finditer(line.text, *clause), _MOST)
    )
    alone = (
        _bodies(line, match.start("b"), Stretch(match.end("b"), _end_of_more(match)))
        for _, rule in elided.ELLIPTIC
        for match in islice(rule.finditer(line.text, *clause), _MOST)
        if not elided.OF_THE_LIVING.search(line.text, 0, match.start())
    )
    return [bodies for bodies in (*named, *alone) if bodies]


def _end_of_more(match: re.Match[str]) -> int:
    return match.end("more") if match.groupdict().get("more") else match.end("b")


def _single(line: Line, clause: Stretch) -> Iterator[Bodies]:
    for rule in figure_words.ONE:
        for match in islice(rule.finditer(line.text, *clause), _MOST):
            place, end = match.start("n"), match.end("after")
            yield Bodies(Count.of(1), place, Stretch(place, end), Stretch(match.start("mid"), end))


def figures_of_people(line: Line) -> tuple[int, ...]:
    """The bare figures of a sentence, ordinals and ages left out."""
    return tuple(
        one.count.best
        for _, one in line.tape.annotations()
        if isinstance(one, Number) and one.count.best and not (one.ordinal or one.age)
    )


_PART = re.compile(
    r"\b(?:leaving|(?<!\ue000 hostages, )(?<!\ue000 captives, )including|among them"
    r"|of (?:them|whom)|out of|(?<!bodies )(?<!remains )(?<!corpses )(?<!coffins )of the"
    r"|of more than"
    r"|(?:batch|inst?allment|tranche|part|share|most|half|percent|%) of) \Z"
)
#: "320 of the remains": some of those told of.
_OF_THOSE = re.compile(r" of (?:the|these|those) ")
#: "the bodies of four hostages for hundreds of Palestinian prisoners": those live.
_OF_THE_LIVING = re.compile(
    r" (?:of )?(?:(?:the|living|live|jailed|\ue005) ){0,3}(?:prisoners|detainees|inmates)\b"
    r"(?!'| of war)"
)
#: "the body of Tsachi Idan (50)": how old he was.
_NAME_BEFORE = re.compile(r"[A-Z][\w'’-]{1,20} [A-Z][\w'’-]{1,20} \(\Z")
_BELONGING = re.compile(r" (?:\w+ ){0,2}belong(?:ing|ed)? to\b")


def _bodies(line: Line, place: int, after: Stretch) -> Bodies | None:
    number = line.tape.at(place)
    if not isinstance(number, Number) or number.ordinal or number.age:
        return None
    if _OF_THOSE.match(line.text, place + 1) or _OF_THE_LIVING.match(line.text, place + 1):
        return None
    if _NAME_BEFORE.search(line.tape.cased, max(0, place - 30), place):
        return None
    part = _PART.search(line.text, max(0, place - 40), place)
    if part and not _BELONGING.match(line.text, place + 1):
        return None
    return Bodies(number.count, place, Stretch(place, max(place + 1, after.end)), after)
