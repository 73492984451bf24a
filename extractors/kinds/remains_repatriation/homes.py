"""Who gets the dead of a handover that names one side alone."""

from __future__ import annotations

import re

from extractors.kinds.remains_repatriation import words
from extractors.kinds.remains_repatriation.figures import Bodies
from extractors.kinds.remains_repatriation.handovers import Handover
from extractors.kinds.remains_repatriation.whose import named_in
from extractors.parsing.document import Document
from extractors.parsing.line import Side
from extractors.parsing.names import Name


def home_of_dead(document: Document, handover: Handover, bodies: Bodies) -> Side | None:
    """Who gets the dead of a handover that names one side alone."""
    found = _back_to(handover) or _own_dead(document, handover, bodies)
    return found or _of_its_own(document, handover) or _getter(document, handover)


_BACK_TO = re.compile(r"\b(?:to|by) (?P<a>[\ue005\ue007])")


def _back_to(handover: Handover) -> Side | None:
    """Who gets the dead, where the clause says so."""
    line = handover.line
    match = _BACK_TO.search(line.text, *handover.clause)
    name = line.tape.at(match.start("a")) if match else None
    return Side(actor=name.actor, span=name.span) if isinstance(name, Name) and name.actor else None


#: What tells a handover between sides from a coffin flown home.
_BETWEEN_SIDES = re.compile(
    r"prisoners? of war|red cross|icrc|exchange|swap|hand(?:ed|ing) over|repatriat"
    r"|geneva convention"
)


def _own_dead(document: Document, handover: Handover, bodies: Bodies) -> Side | None:
    """ "Ukraine has returned the bodies of 77 Ukrainian defenders": its own, and nobody else is
    named."""
    whose = named_in(handover.line, bodies.after)
    sides = {side.actor: side for _, side in handover.line.actors}
    if whose is None or set(sides) != {whose} or not _BETWEEN_SIDES.search(document.lowered):
        return None
    return sides[whose]


def _of_its_own(document: Document, handover: Handover) -> Side | None:
    """ "Ukraine returned the bodies of another 25 of its defenders"."""
    line = handover.line
    sides = {side.actor: side for _, side in line.actors}
    own = words.OWN_DEAD.search(line.text, *handover.clause)
    if len(sides) != 1 or not own or not _BETWEEN_SIDES.search(document.lowered):
        return None
    return next(iter(sides.values()))


def _getter(document: Document, handover: Handover) -> Side | None:
    """ "In total, Ukraine has received 6,057 bodies": who gets them, where nobody else is named."""
    sides = {side.actor: side for _, side in handover.line.actors}
    if handover.verb != "get" or len(sides) != 1 or not _BETWEEN_SIDES.search(document.lowered):
        return None
    home = next(iter(sides.values()))
    return home if home.span.end <= handover.line.tape.span(*handover.trigger).start else None
