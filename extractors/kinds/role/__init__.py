"""Offices that persons are said to hold: "Turkish Foreign Minister Hakan Fidan".

Every person of a sentence is asked for an office before the name (before.py) and after it, by
apposition or by a verb (after.py). The organisation is the state or body in the office's own words,
else that of the person whose office it is, else the one the person is known to act for, else
(context.py) the one that the sentence or the article is about. "The Russian president" alone is the
one whom the article names elsewhere. Leading a delegation ("X, who led the talks") is no office;
being its head is. Offices to come are none.
Known gaps: "the minister" for somebody named elsewhere, strangers whom nothing but an unknown
office introduces, mere members.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from extractors.claims import Claim, Kind, Slots
from extractors.fact import Fields, Ground, Status
from extractors.fact import Role as Hop
from extractors.kinds.role.context import Alone, Context
from extractors.kinds.role.frames import read_held
from extractors.kinds.role.held import Held
from extractors.kinds.role.offices import bare_tape
from extractors.kinds.role.same import is_same_office, is_vague
from extractors.kinds.role.words import HEAD, OF_STATE, PLURAL, RANK
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.tape import pattern

VERSION = 9


class Role(Fields):
    """FACTS.md, kind 12. `tenure` is current, former or acting."""

    kind: ClassVar[str] = "role"

    person: str
    title: str
    organisation: str | None = None
    tenure: str | None = None


_LEADS = "deputy|heads|leads|chairs|commands|runs|directs"
_OFFICES = rf"\b(?:{HEAD}|{PLURAL}|{RANK}|{_LEADS})(?!\w)"
_TRIGGER = pattern(_OFFICES.replace("(?i:", "(?:"))  # met by small letters only
_OF_STATE = re.compile(rf"\b{OF_STATE}\b")


def _read(document: Document) -> Iterator[Claim]:
    context = Context(document)
    claims = [
        (held, claim)
        for line in document.lines
        if any(line.names(NameType.PERSON))
        for held in read_held(bare_tape(line))
        if (claim := _claim(context, line, held))
    ]
    officers = {held.name.name for held, _ in claims if not held.rank}
    for held, claim in claims:
        if not held.rank:
            yield claim
        elif held.name.name not in officers:  # a rank beside an office is none of its own
            officers.add(held.name.name)
            yield claim
    for line in document.lines:
        for alone in context.alone(line):
            yield _claim_alone(line, alone)


def _claim(context: Context, line: Line, held: Held) -> Claim | None:
    """The claim of an office; None where nothing says that it is one of a state or body."""
    office, name = held.office, held.name
    actor = office.organisation or name.actor
    ground: Ground = office.of or "person"
    if actor is None:
        owner = context.owner(line, office.words, office.title, of_state=_is_of_state(office.title))
        actor, ground = owner or (None, "person")
    known = actor is not None or (not held.rank and _is_of_state(office.title))
    if held.bare or not known:
        return None
    slots = Slots()
    slots.put("person", name.name, name.head)
    slots.put("title", office.title, office.words)
    if actor:
        slots.put("organisation", actor, ground)
    if office.tenure or not is_vague(office.title):
        slots.put("tenure", office.tenure or "current", office.cue or "title")
    place = line.tape.place(name.head.start)
    claim = slots.claim(Role, (Status.REPORTED, office.words), (line, place), held.rule)
    return _vouched_by_the_article(claim)


def _vouched_by_the_article(claim: Claim) -> Claim:
    """ "Witkoff, the U.S. envoy, said": the article, or the outlet it cites, says what office he
    has; the one who speaks in the sentence does not."""
    told = tuple(hop for hop in claim.attribution if hop.role in (Hop.OUTLET, Hop.BODY))
    return claim.model_copy(update={"attribution": told})


def _is_of_state(title: str) -> bool:
    """Whether a title names an office of a state by itself; "of the minister" does not."""
    match = _OF_STATE.search(title)
    return match is not None and " of " not in title[: match.start()]


def _claim_alone(line: Line, alone: Alone) -> Claim:
    slots = Slots()
    slots.put("person", alone.name.name, alone.name.head)
    slots.put("title", alone.title, alone.words)
    slots.put("organisation", alone.name.actor, "person")
    slots.put("tenure", "current", "title")
    return slots.claim(Role, (Status.REPORTED, alone.words), (line, alone.place), "office alone")


def _same(full: Claim, claim: Claim) -> bool:
    mine, theirs = full.fields, claim.fields
    assert isinstance(mine, Role)  # noqa: S101  # only this kind's claims come here
    assert isinstance(theirs, Role)  # noqa: S101  # only this kind's claims come here
    if mine.person != theirs.person:
        return False
    if mine.organisation and theirs.organisation and mine.organisation != theirs.organisation:
        return False
    return is_same_office(mine.title, theirs.title)


KIND = Kind(Role.kind, VERSION, _TRIGGER, _read, _same, of_any_time=True)
