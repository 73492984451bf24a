"""The side of a toll by who counts it: a ministry, an army or an office tells of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from extractors.kinds.casualty_estimate.told import Told, actors_in
from extractors.kinds.casualty_estimate.toll import Toll, reach_of
from extractors.parsing.document import Document
from extractors.parsing.line import Side
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern

_MINISTRY = re.compile(
    r"\b(?:health ministry|ministry of health|health (?:officials|authorities)"
    r"|(?:government )?media office)\b"
)


def by_ministry(document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """A health ministry counts the dead of its own territory, and no soldiers."""
    if toll.population == "military" or toll.measure == "captured":
        return None
    match = None if " between " in toll.line.text else _HEALTH_OF.search(toll.line.text)
    if match:
        return dict(actors_in(toll.line, Stretch(*match.span()))).get(match.start())
    for _, name in toll.line.tape.annotations():
        if not isinstance(name, Name) or not name.actor:
            continue
        if name.actor == "PSE":
            return Side(actor="PSE", span=name.span)
        if name.type is NameType.PERSON and name.detail == "health minister":
            return Side(actor=name.actor, span=name.span)
    for match in islice(_MINISTRY.finditer(toll.line.text), 1):
        if any(side.actor == "hamas" for _, side in toll.line.actors) or _in_gaza(document):
            return Side(actor="PSE", span=toll.line.tape.span(*match.span()))
    told = _in_gaza(document) and _MINISTRY.search(document.lowered)
    if again := told and _THE_MINISTRY.search(toll.line.text):
        return Side(actor="PSE", span=toll.line.tape.span(*again.span()))
    return None


_HEALTH_OF = pattern(
    r"{actor}(?:'s)? health (?:ministry|minister|{person}|authorities|officials|service)"
)
#: "The ministry said the toll had risen", after a word of Gaza's health ministry.
_THE_MINISTRY = re.compile(r"\bthe ministry(?:'s)?\b")


def _in_gaza(document: Document) -> bool:
    pair = document.dyad
    return bool(pair) and {side.actor for side in pair or ()} == {"ISR", "hamas"}


def by_who_counts(document: Document, toll: Toll, _earlier: Sequence[Told]) -> Side | None:
    """ "India said that 15 civilians and five soldiers died": its own, if it names no other."""
    if toll.frame == "verb first" or toll.measure == "captured":
        return None
    before = Stretch(reach_of(toll).start, toll.place)
    named = [side for _, side in actors_in(toll.line, before)]
    spans = [hop.span for hop in toll.line.attribution(toll.place)]
    whole = actors_in(toll.line, Stretch(0, len(toll.line.text)))
    speaking = [
        side
        for place, side in whole
        if any(side.span.overlaps(span) for span in spans)
        or _ITS_MINISTRY.match(toll.line.text, place + 1)
    ]
    if len(named) > 1 or {side.actor for side in named} - {side.actor for side in speaking}:
        return None
    own = toll.population == "military"
    states = [
        side for side in speaking if (side.actor.isupper() or own) and _fights(document, side)
    ]
    return states[0] if len(states) == 1 else None


_ITS_MINISTRY = re.compile(r"'s (?:health|defen[cs]e|interior) ministry\b")


def _fights(document: Document, side: Side) -> bool:
    """Whether a side fights another side of the article."""
    return any(document.at_war(side.actor, other.actor) for other in document.dyad or ())
