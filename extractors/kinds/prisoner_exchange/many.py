"""Deals of many states: a swap of people held in seven countries, and who went where.

Known gap: what is told of such a deal between two of its states alone is told of the whole deal,
unless it has figures or a day of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.claims import Slots
from extractors.fact import Status
from extractors.kinds.prisoner_exchange import words
from extractors.kinds.prisoner_exchange.triggers import Event
from extractors.parsing.document import Document
from extractors.parsing.headcounts import read_headcounts
from extractors.parsing.line import Line, Side
from extractors.parsing.names import Name
from extractors.parsing.numbers import Number
from extractors.parsing.scenes import date_in
from extractors.parsing.sides import Sides
from extractors.parsing.status import Standing, Stretch
from extractors.parsing.tape import pattern
from extractors.values import date_end

_FEWEST = 3  # states of a deal of many
_STATE = r"(?:the )?[{actor}{place}]"
_LIST = rf"{_STATE}(?:, {_STATE}){{1,8}},? and (?:{_STATE}|{{count}} (?:\w+ )?(?:countries|states))"
_WHOM = (
    r"(?:prisoners?|detainees?|people|individuals|persons|captives?|prisons?|jails?|exchanges?"
    r"|swaps?|operation|marine|journalist|reporter)"
)
#: "26 prisoners from the US, Russia and Germany", "from the prisons of seven countries".
_OF_MANY = pattern(
    rf"\b{_WHOM}(?: [\w'{{person}}-]+){{0,4}}?,? (?:from|in|of|between|involving|across)"
    rf" (?:(?:the )?(?:prisons|jails) (?:of|in) )?(?:(?P<list>{_LIST})"
    r"|(?:{count}|three|four|five|six|seven|eight|nine) (?:different |other )?"
    r"(?:countries|states|nations)\b)"
)
#: "10 were transferred to Russia, 13 to Germany"
_SENT = pattern(
    r"(?P<n>{count})(?: (?!to\b)[\w-]+){0,3}?(?:, (?:including|among them) {count} [\w-]+,)?"
    r"(?: (?!to\b)[\w{actor}-]+){0,8}? to (?:the )?(?P<to>[{actor}{place}])"
)
#: "Russia and its ally Belarus let go 16 people"
_GIVER = pattern(
    r"(?P<a>{actor})(?: and (?:[\w-]+ ){0,2}(?P<b>{actor}))?(?: (?:has|had|have|also|both)){0,2}"
    r" (?:let go|freed|releas(?:ed|es)|hand(?:ed|s) over|pardoned)\b"
)
_TO_COME = re.compile(r"\b(?:will|shall|due|set|to be)\b")
_NEAR = 20  # places from a sum to its noun
_LONG_AGO = 20  # days before publication of which another exchange is told


def states_of_deal(document: Document, usual: Sides | None) -> tuple[Side, ...]:
    """The states that gave or got in the deal of many that an article tells; empty: none."""
    if usual and (document.at_war(*(side.actor for side in usual)) or _has_group(usual)):
        return ()
    found: dict[str, Side] = {}
    for line in document.lines:
        if words.HELD.search(line.text) or words.PRISON.search(line.text):
            for side in _listed(line):
                found.setdefault(side.actor, side)
    if len(found) < _FEWEST:
        return ()
    for side in (side for line in document.lines for side in _givers(line)):
        found.setdefault(side.actor, side)
    return tuple(found.values())


def _has_group(sides: Sides) -> bool:
    return any(side.actor.islower() for side in sides)


def _listed(line: Line) -> Iterator[Side]:
    for match in _OF_MANY.finditer(line.text):
        if match.group("list"):
            yield from _states(line, *match.span("list"))


def _givers(line: Line) -> Iterator[Side]:
    for match in _GIVER.finditer(line.text):
        if line.helpers.isdisjoint((match.start("a"), match.start("b"))):
            yield from _states(line, *match.span())


def _states(line: Line, start: int, end: int) -> Iterator[Side]:
    for _, name in line.tape.annotations(start, end):
        if isinstance(name, Name) and name.actor and name.actor.isupper():
            yield Side(actor=name.actor, span=name.span)


def is_of_many(event: Event, document: Document, states: Sequence[Side]) -> bool:
    """Whether an event is that deal: it lists the states, says who went where, names no other."""
    if not states:
        return False
    if _OF_MANY.search(event.line.text) or len(list(_sent(event, states))) > 1:
        return True
    day, published = date_in(event.line, event.clause), document.article.published_on
    end = date_end(day.edtf) if day else None
    if end and published and (published - end).days > _LONG_AGO:
        return False
    known = {side.actor for side in states}
    named = {
        side.actor
        for place, side in event.line.actors
        if event.clause.holds(place) and side.actor in known
    }
    return len(named) < 2 or not read_headcounts(event.line, event.clause)


def sent_in(line: Line, states: Sequence[Side]) -> Iterator[Event]:
    """ "Three went to the United States and 13 to Germany", in an article about such a deal."""
    places = [match.span() for match in _SENT.finditer(line.text)] if states else []
    if len(places) > 1:
        whole, trigger = Stretch(0, len(line.text)), Stretch(places[0][0], places[-1][1])
        to_come = _TO_COME.search(line.text, *trigger)
        status = Status.AGREED if to_come else Status.COMPLETED
        event = Event(line, whole, trigger, "give", Standing(status, trigger, "sent"))
        if len({actor for actor, _ in _sent(event, states)}) > 1:
            yield event


def put_many(slots: Slots, event: Event, states: Sequence[Side]) -> None:
    """The parties, who went where, and the sum."""
    for side in states:
        slots.member("parties", side.actor, side.span)
    sent = list(_sent(event, states))
    for actor, number in sent:
        slots.entry("returned", actor, number.count, number.span)
    if sent:
        return
    listed = _OF_MANY.search(event.line.text)
    for one in read_headcounts(event.line, event.clause):
        if listed and listed.start() - _NEAR <= one.place < listed.end():
            slots.put("total", one.count, one.span)
        elif one.whose and one.whose in slots.values["parties"]:
            slots.entry("returned", one.whose, one.count, one.span)


def _sent(event: Event, states: Sequence[Side]) -> Iterator[tuple[str, Number]]:
    """Who went where, by states."""
    known = {side.actor for side in states}
    for match in _SENT.finditer(event.line.text):
        number, name = (event.line.tape.at(match.start(label)) for label in ("n", "to"))
        if isinstance(name, Name) and isinstance(number, Number) and name.actor in known:
            yield name.actor, number
