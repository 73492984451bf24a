"""The two sides that the sentences of an article about a deed are about; a sentence without names
is about them. Between whom a deed of its own clause stands is left to sides.py.
"""

from __future__ import annotations

import re
from itertools import combinations

from extractors.parsing.document import Document
from extractors.parsing.line import Line, Side
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import Form, NameType
from extractors.parsing.patterns import Pattern

Sides = tuple[Side, Side]


def usual_sides(document: Document, about: Pattern) -> Sides | None:
    """The sides that the article's sentences `about` something are about.

    Where that is a group and a state that only deals with it ("Trump gave Hamas …"), the state
    that fights the group is meant.
    """
    pair = document.opponents(about) or _from_places(document) or _from_group(document)
    if pair and _are_strangers(document, pair):
        return None
    pair = _by_group(document, _by_state(document, _without_guests(document, pair)))
    if pair is None or document.at_war(*(side.actor for side in pair)):
        return pair
    for group in (side for side in pair if side.actor.islower()):
        foes = {
            side.actor: side
            for line in reversed(document.lines)
            for side in line.sides
            if document.at_war(side.actor, group.actor)
        }
        if len(foes) == 1:
            (foe,) = foes.values()
            return (foe, group) if foe.span < group.span else (group, foe)
    return None if _are_of_one_land(document, pair) else _without_broker(document, pair)


def _are_of_one_land(document: Document, pair: Sides) -> bool:
    """Whether two groups of one state stand beside each other, each in a dealing of its own."""
    homes = {document.home_of(side.actor) for side in pair}
    return len(homes) == 1 and None not in homes


def _without_broker(document: Document, pair: Sides) -> Sides:
    """The group and the state that it fights, where the other is only he who proposes: "Trump's
    ultimatum", "the U.S. proposal", "a White House plan"."""
    for group, other in (pair, pair[::-1]):
        foe = document.foe_of(group.actor)
        if foe and other.actor.isupper() and only_brokers(document, other):
            return group, Side(actor=foe, span=group.span)
    return pair


_BROKERS = re.compile(
    r"(?:'s)?(?: [\w-]+){0,2}? (?:envoys?|officials?|proposals?|plans?|outline|framework|mediat\w+"
    r"|diplomats?|negotiators?|ultimatums?|deadlines?)\b"
)


def only_brokers(document: Document, side: Side) -> bool:
    """Whether a state is named only by persons, its seat, its envoys or what it proposes."""
    places = [
        (line, place)
        for line in document.lines
        for place, one in line.actors
        if one.actor == side.actor
    ]
    return all(
        isinstance(name := line.tape.at(place), Name)
        and (
            name.type is NameType.PERSON
            or name.form is Form.SEAT
            or _BROKERS.match(line.text, place + 1) is not None
            or proposes(line, place)
        )
        for line, place in places
    )


def proposes(line: Line, place: int) -> bool:
    """Whether a plan or a deal is told to be the work of a side: "put forward by Egypt"."""
    return _PROPOSER.search(line.text, max(0, place - 60), place) is not None


_PROPOSER = Pattern(
    r"\b(?:proposals?|plan|offer|outline|draft|framework|initiative|formula|deal|agreement|text)"
    r"(?: (?:that |which )?(?:was |is )?(?:originally |first )?|, )"
    r"(?:put forward|proposed|drafted|drawn up|presented|submitted|made|tabled|suggested|floated"
    r"|announced|brokered|mediated|arranged|worked out) by (?:the )?\Z"
)


def _are_strangers(document: Document, pair: Sides) -> bool:
    """Whether two groups of different states stand only beside each other, in a round-up."""
    homes = {document.home_of(side.actor) for side in pair}
    return (
        all(document.foe_of(side.actor) for side in pair)
        and len(homes) == 2
        and not document.at_war(*(side.actor for side in pair))
    )


def _by_state(document: Document, pair: Sides | None) -> Sides | None:
    """The state that a group belongs to, where it acts itself and more than the group does:
    "Beirut says that six of its citizens, Hezbollah fighters most of them, are held"."""
    for group, other in (pair, pair[::-1]) if pair else ():
        home = document.home_of(group.actor)
        if home in (None, other.actor) or document.at_war(group.actor, home or ""):
            continue
        if other.actor.islower():
            continue
        acting = sum(1 for line in document.lines if _acts(line, home or ""))
        own = _named_state(document, home or "")
        if own and acting > sum(1 for line in document.lines if _names(line, group)):
            return (own, other) if own.span < other.span else (other, own)
    return pair


def _by_group(document: Document, pair: Sides | None) -> Sides | None:
    """The group that fights in a state's place, where the state is but an adjective: "Israel let
    Palestinian prisoners go; Hamas had freed four"."""
    for state, other in (pair, pair[::-1]) if pair else ():
        groups = {
            side.actor: side
            for line in reversed(document.lines)
            for side in line.sides
            if document.home_of(side.actor) == state.actor
            and document.at_war(side.actor, other.actor)
        }
        if len(groups) != 1 or any(_acts(line, state.actor) for line in document.lines):
            continue
        (group,) = groups.values()
        return (group, other) if group.span < other.span else (other, group)
    return pair


def _acts(line: Line, state: str) -> bool:
    """Whether a state is named there other than by an adjective or as a place."""
    return any(
        name.actor == state and name.form is not Form.DEMONYM
        for _, name in line.names(NameType.ACTOR)
    )


def _without_guests(document: Document, pair: Sides | None) -> Sides | None:
    """ "1,200 people, seven Saudis among them": the deal is with the group's own state."""
    for group, other in (pair, pair[::-1]) if pair else ():
        home = document.home_of(group.actor)
        if home is None or home == other.actor or not document.at_war(group.actor, home):
            continue
        own = _named_state(document, home)
        guests = [line for line in document.lines if _names(line, other)]
        if own and all(is_people(line, other) or _is_beside(line, other) for line in guests):
            return (group, own) if group.span < own.span else (own, group)
    return pair


_BESIDE = re.compile(r"\b(?:in|between|to|from) (?:the )?[\ue005\ue007],? and (?:the )?\Z")


def _is_beside(line: Line, side: Side) -> bool:
    """Whether a state is only a place beside another one: "cities in Yemen and Saudi Arabia"."""
    places = [place for place, one in line.actors if one.actor == side.actor]
    return all(_BESIDE.search(line.text, max(0, place - 20), place) for place in places)


def _named_state(document: Document, state: str) -> Side | None:
    """Where a state or its country is first named other than by an adjective."""
    for line in document.lines:
        for kind in (NameType.ACTOR, NameType.PLACE):
            for _, name in line.names(kind):
                if name.actor == state and name.form is not Form.DEMONYM:
                    return Side(actor=state, span=name.span)
    return None


def _names(line: Line, side: Side) -> bool:
    return any(one.actor == side.actor for _, one in line.actors)


def _from_places(document: Document) -> Sides | None:
    """The one known war between the countries named, those that are only places included."""
    named: dict[str, Side] = {}
    for line in document.lines:
        for _, name in line.tape.annotations():
            if isinstance(name, Name) and name.actor and name.type is not NameType.OUTLET:
                named.setdefault(name.actor, Side(actor=name.actor, span=name.span))
    wars = [pair for pair in combinations(named, 2) if document.at_war(*pair)]
    return (named[wars[0][0]], named[wars[0][1]]) if len(wars) == 1 else None


def _from_group(document: Document) -> Sides | None:
    """The one armed group that is named, and the state that it fights: derived from the group."""
    groups = {
        side.actor: side
        for line in reversed(document.lines)
        for side in line.sides
        if document.foe_of(side.actor)
    }
    if len(groups) != 1:
        return None
    ((actor, group),) = groups.items()
    return group, Side(actor=document.foe_of(actor) or "", span=group.span)


def is_people(line: Line, side: Side) -> bool:
    """Whether a nation is named only for its people: "ten Thais"."""
    forms = {name.form for _, name in line.names(NameType.ACTOR) if name.actor == side.actor}
    return forms == {Form.DEMONYM}
