"""Who is named in a sentence on a deed and is no side of it: who only speaks or helps, one of
those freed, a place that somebody passes.
"""

from __future__ import annotations

import re

from extractors.parsing.document import Document
from extractors.parsing.line import Line, Side
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.tape import pattern
from extractors.parsing.usual_sides import Sides, only_brokers, proposes

_PASSED = re.compile(r"\b(?:into|in|inside|via|through|near|across|outside) (?:the )?\Z")
_INCLUDED = re.compile(
    r"\b(?:including|among them|among whom)(?: [\w-]+){0,2} \ue000 (?:\ue005(?:,| and) \ue000 )?\Z"
)
_PLANE = re.compile(r" (?:[\w-]+ )?(?:planes?|aircraft|jets?|helicopters?|airliner)\b")
_AMONG = re.compile(r"(?: [\w-]+)? among (?:them|whom|those)\b")
_FLOWN = re.compile(
    r"\b(?:flights?|planes?|aircraft|shuttles?|flown|travelled) (?:between|from) [^.;]{0,120}\Z"
)
#: "Egypt said 27 of its soldiers had come home": who says so is a side.
_ITS_OWN = re.compile(r"\ue000 of (?:its|our)\b")
#: A person who gives acts for his state: "Lukashenko released 31 Ukrainians".
_GIVES = re.compile(
    r" (?:has |had |also |later )?(?:freed|releas\w+|pardon\w+|hand(?:ed|s) over|let \ue000)\b"
)


def stands_by(document: Document, line: Line, named: tuple[int, Side], usual: Sides | None) -> bool:
    """Whether an outsider at a place of the tape is no side of what the sentence tells."""
    place, side = named
    return (
        _passed(line, place)
        or place in line.doubles
        or _only_speaks(document, line, side)
        or _only_a_person(document, line, side, usual)
    )


def gives(line: Line, side: Side) -> bool:
    """Whether somebody of a side lets people go: "Lukashenko released 31 Ukrainians"."""
    return any(
        one.actor == side.actor and _GIVES.match(line.text, place + 1) for place, one in line.actors
    )


def _only_speaks(document: Document, line: Line, side: Side) -> bool:
    """Whether a side is but the source of what is told of others."""
    if _ITS_OWN.search(line.text):
        return False
    foes = any(document.at_war(side.actor, other.actor) for other in line.sides)
    return not foes and any(side.span.covers(source) for source in line.sources)


def _only_a_person(document: Document, line: Line, side: Side, usual: Sides | None) -> bool:
    """Whether a third side of a known war is there only by a person or by what it proposes:
    "under Trump's plan", "the U.S. proposal"."""
    persons = {
        name.span
        for place, name in line.names(NameType.PERSON)
        if not _GIVES.match(line.text, place + 1)
    }
    at_war = usual is not None and document.at_war(*(one.actor for one in usual))
    if not at_war:
        return False
    named = (one for _, one in line.actors if one.actor == side.actor)
    return all(one.span in persons for one in named) or (
        only_brokers(document, side) and not gives(line, side)
    )


def _passed(line: Line, place: int) -> bool:
    """Whether a name is only where somebody passes: "driven into Egypt"."""
    return bool(
        _PASSED.search(line.text, max(0, place - 14), place)
        or _INCLUDED.search(line.text, max(0, place - 40), place)
        or _FLOWN.search(line.text, max(0, place - 70), place)
        or _AMONG.match(line.text, place + 1)
        or _is_one_of_them(line, place)
        or _PLANE.match(line.text, place + 1)
        or proposes(line, place)
        or in_dateline(line, place)
    )


def _is_one_of_them(line: Line, place: int) -> bool:
    """ "Freed three more, including American citizen X": whose citizen one of many is."""
    before = _INCLUDING.search(line.text, max(0, place - 40), place)
    return before is not None and bool(_CITIZEN.match(line.text, place + 1))


_INCLUDING = re.compile(r"\b(?:including|among them)(?: [\w-]+){0,2} \Z")
_CITIZEN = re.compile(
    r"(?: dual)? (?:citizen|national|soldier|hostage|resident|journalist|teacher|serviceman)s?\b"
)


def in_dateline(line: Line, place: int) -> bool:
    """ "RAMALLAH, West Bank, Jan 25 (Agency) -": where it was written."""
    match = _DATELINE.match(line.text)
    return match is not None and place < match.end()


_DATELINE = pattern(
    r"\W{0,2}[{actor}{place}](?:[, /]{1,2}[{actor}{place}])?,? {date}"
    r" ?(?:\([^)]{1,30}\))?[ .,]{0,2}[\u2014\u2013-]"
)
