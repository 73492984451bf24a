"""The three European powers, who negotiate as one side: "the E3", "European diplomats".

In an article that names Britain, France and Germany beside each other, or the E3, the Europeans who
negotiate are those three. Known gaps: Europeans in another company; the EU's envoy beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from extractors.parsing.document import Document
from extractors.parsing.line import Side
from extractors.parsing.tape import pattern
from extractors.parsing.vague_sides import with_readings

_BLOC = "e3"
_POWERS = ("DEU", "FRA", "GBR")
ONE_SIDE = frozenset((_BLOC, *_POWERS, "eu"))

_EUROPEAN = pattern(
    r"\b(?P<w>(?:top |senior )?european|europe's(?: top)?)(?= (?:[\w-]+ ){0,2}?(?:diplomats"
    r"|ministers|powers"
    r"|countries|nations|officials|signatories|negotiators|delegations?|counterparts|parties)\b)"
)
_LIST = pattern(r"{actor}(?:(?:,| and|, and) (?:the )?{actor}){2,4}")


_MOST = 8  # lists of a sentence that are read: bounds the work on hostile text


def with_europeans_named(document: Document) -> Document:
    """The document with "European diplomats" read as the bloc, where it is known to be meant."""
    if not any(_EUROPEAN.search(line.text) for line in document.lines):
        return document
    if not _names_powers(document):
        return document
    return with_readings(document, ((_EUROPEAN, _BLOC),))


def _names_powers(document: Document) -> bool:
    for line in document.lines:
        for match in islice(_LIST.finditer(line.text), _MOST):
            part = range(*match.span())
            if {side.actor for place, side in line.actors if place in part} >= set(_POWERS):
                return True
    return any(side.actor == _BLOC for line in document.lines for _, side in line.actors)


def one_by_one(sides: Iterable[Side]) -> Iterator[Side]:
    """Sides with the bloc as the three who make it."""
    for side in sides:
        if side.actor == _BLOC:
            yield from (Side(actor=power, span=side.span) for power in _POWERS)
        else:
            yield side


def is_one_side(sides: Iterable[Side]) -> bool:
    """Whether all belong to the bloc: "ministers from France, Germany and Britain" sit together."""
    return {side.actor for side in sides} <= ONE_SIDE
