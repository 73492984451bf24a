"""Losses of those whom a side sent to a war: "sent 15,000 troops, and 4,700 of them have died"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.kinds.casualty_estimate.told import Told, actors_in
from extractors.kinds.casualty_estimate.toll import Toll
from extractors.parsing.document import Document
from extractors.parsing.line import Side
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern

_BEFORE = 150  # places before a toll in which those stand of whom it is
_OF_THEM = re.compile(r" of (?:them|whom|those)\b")
_SENT = pattern(
    r"(?P<a>{actor})(?:'s)?(?: (?:has|had|have|is believed to have|reportedly|also|already)){0,2}"
    r" (?:sent|deployed|dispatched|contributed|committed) {count} [^.;]{3,90}\Z"
)


def of_those_sent(_document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """The side that sent those of whom a toll is."""
    sent = _sent(toll)
    return (
        dict(actors_in(toll.line, Stretch(*sent.span("a")))).get(sent.start("a")) if sent else None
    )


def is_of_contingent(toll: Toll) -> bool:
    """Whether it is the toll of all that a side sent: of their whole time there."""
    return _sent(toll) is not None


def _sent(toll: Toll) -> re.Match[str] | None:
    if not _OF_THEM.match(toll.line.text, toll.place + 1):
        return None
    return _SENT.search(toll.line.text, max(0, toll.place - _BEFORE), toll.place)
