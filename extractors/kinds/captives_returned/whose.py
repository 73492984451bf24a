"""Whose people a running total counts: by adjective, by who brings home or lets go, or of all."""

from __future__ import annotations

import re
from collections.abc import Callable

from extractors.fact import Role
from extractors.kinds.captives_returned import words
from extractors.kinds.captives_returned.frames import BESIDE
from extractors.kinds.captives_returned.totals import BY_IT, Total
from extractors.parsing.captors import captor
from extractors.parsing.document import Document
from extractors.parsing.line import Line, Side
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import Form, NameType
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern
from extractors.parsing.usual_sides import Sides, usual_sides

ALL = "all"
_ABOUT = pattern(r"\b(?:prisoners?|captivity|hostages?|exchang\w+|swap\w*|released|freed)\b")


def side_of(document: Document, total: Total, last: Side | None) -> Side | None:
    """The side whose people a total counts; `last`: that of a total right before.

    None where the words do not say.
    """
    if total.frame == BY_IT and last:
        return last
    sides = usual_sides(document, _ABOUT)
    for rule in RULES:
        if side := rule(document, total, sides):
            return side
    return last if _ANOTHER.match(total.line.text[: total.place + 1]) else None


_ANOTHER = re.compile(r"\W{0,3}\ue000")


def _named(line: Line, stretch: Stretch) -> Side | None:
    """The people that words name, a captor aside: "Ukrainians", not "Russian captivity"."""
    for place, name in line.names(NameType.ACTOR, *stretch):
        held = _CAPTOR.match(line.text, place + 1) or _BY.search(
            line.text, max(0, place - 14), place
        )
        if not held and name.actor and name.form in (Form.DEMONYM, Form.NAME):
            return Side(actor=name.actor, span=name.span)
    return None


_CAPTOR = re.compile(
    r"(?:'s)?(?:-\w+| \w+)? (?:captivity|jails?|prisons?|custody|detention"
    r"|mediat\w+|hands)\b"
)
_BY = re.compile(r"\b(?:by|from|between|between \ue005 and|in|through|with|to)(?: the)? \Z")


def _by_adjective(_document: Document, total: Total, _sides: Sides | None) -> Side | None:
    if total.line.text.startswith(" hostages and ", total.place + 1):
        return None  # "18 hostages and 550 Palestinian prisoners": the latter are told of so
    end = min(total.stretch.end + 2, len(total.line.text))
    aside = _ASIDE.search(total.line.text, total.place, end)
    tail = Stretch(total.place, aside.start() if aside else end)
    before = Stretch(total.stretch.start, total.place)
    return _named(total.line, tail) or _named(total.line, before)


_ASIDE = re.compile(r", (?:including|among them|with) ")


def _of_all(_document: Document, total: Total, _sides: Sides | None) -> Side | None:
    """A mediator's total, or one of both sides."""
    text, clause = total.line.text, total.clause
    match = words.BOTH.search(text, *clause) or words.MEDIATED.search(text, *clause)
    match = match or words.SWAPPED_BY.search(text, clause.start, total.place)
    return Side(actor=ALL, span=total.line.tape.span(*match.span())) if match else None


def _by_mediator(_document: Document, total: Total, _sides: Sides | None) -> Side | None:
    """ "captives exchanged through the UAE's mediation": of all, whatever nations are named."""
    match = words.MEDIATED.search(total.line.text, *total.stretch)
    people = _named(total.line, Stretch(total.place, total.stretch.end))
    if match is None or people or _home_to(_document, total, _sides):
        return None
    return Side(actor=ALL, span=total.line.tape.span(*match.span()))


def _home_to(_document: Document, total: Total, _sides: Sides | None) -> Side | None:
    """ "400 children have been returned to Ukraine": that state's people."""
    line = total.line
    match = _TO.match(line.text, total.stretch.end, total.clause.end)
    name = line.tape.at(match.end() - 1) if match else None
    if match and _TO_BOTH.match(line.text, match.end()):
        return Side(actor=ALL, span=line.tape.span(*match.span()))
    if isinstance(name, Name) and name.actor and name.actor.isupper():
        return Side(actor=name.actor, span=name.span)
    return None


_TO_BOTH = pattern(r" and (?:to )?(?:the )?[{actor}{place}]")
_TO = pattern(r"(?: from (?:the )?[{actor}{place}])? (?:home )?to (?:the )?[{actor}{place}]")


def _by_captor(document: Document, total: Total, sides: Sides | None) -> Side | None:
    """ "returned from Russian captivity": the other side's people."""
    if sides is None:
        return None
    holder = captor(total.line, *total.clause)
    return _other(document, sides, holder)


def _other(document: Document, sides: Sides, actor: str | None) -> Side | None:
    one, other = sides
    for mine, theirs in ((one, other), (other, one)):
        if actor in (mine.actor, document.people_of(mine.actor, theirs.actor)):
            return Side(actor=document.people_of(theirs.actor, mine.actor), span=theirs.span)
    return None


def _own(document: Document, sides: Sides, actor: str | None) -> Side | None:
    one, other = sides
    for mine, theirs in ((one, other), (other, one)):
        people = document.people_of(mine.actor, theirs.actor)
        if actor in (mine.actor, people):
            return Side(actor=people, span=mine.span)
    return None


_GETS = re.compile(
    r"\b(?:led to|resulted in|brought|bring|got|get|secured|managed to"
    r"|been able to|helped|rescued|recovered"
    r"|received|return)\b"
)


def _by_doer(document: Document, total: Total, sides: Sides | None) -> Side | None:
    """ "Israel has freed 1,000": the other side's; "Ukraine has brought home 4,000": its own."""
    if sides is None or total.frame not in ("has freed", "freed in all"):
        return None
    line = total.line
    before = [side for place, side in line.actors if total.clause.start <= place < total.place]
    if not before:
        return None
    if _OF_ITS_OWN.match(line.text, total.place + 1):
        return _own(document, sides, before[-1].actor)
    said = line.text[total.stretch.start : total.place]
    returned = _RETURNED.search(said) is not None and _own_land(sides)
    led = line.text[max(0, total.stretch.start - 12) : total.place]
    if _GETS.search(led) or returned:
        return _own(document, sides, before[-1].actor)
    return _other(document, sides, before[-1].actor)


#: "Ukraine has freed 4,552 of its people": whoever holds prisoners, they are its own.
_OF_ITS_OWN = re.compile(
    r" of (?:its|their|our|his) (?:own )?(?:people|citizens|nationals|soldiers|defenders|troops"
    r"|service ?m[ae]n|fighters|children|civilians|men)\b"
)
_RETURNED = re.compile(r"\b(?:returned|repatriated) (?:only |just |a total of ){0,2}\Z")


def _own_land(sides: Sides) -> bool:
    """ "Ukraine has returned 4,000 people": between states the one that says so got them back."""
    return all(one.actor.isupper() for one in sides)


def _beside_hostages(document: Document, total: Total, sides: Sides | None) -> Side | None:
    """ "Freeing 18 hostages and nearly 500 prisoners": the latter are the group's people."""
    groups = [side for side in sides or () if side.actor.islower()]
    before = total.line.text[max(0, total.place - _BESIDE) : total.place]
    if sides is None or total.frame != BESIDE or "hostage" not in before or len(groups) != 1:
        return None
    return _own(document, sides, groups[0].actor)


_BESIDE = 40  # places before a figure in which that of the hostages stands
_HOSTAGES = re.compile(r"hostage|\bcaptives\b|people (?:abducted|kidnapped|seized|taken)\b")


def _hostages(document: Document, total: Total, sides: Sides | None) -> Side | None:
    """Hostages belong to the foe of the group that held them."""
    groups = [side for side in sides or () if side.actor.islower()]
    said = total.line.text[total.stretch.start : total.stretch.end + 40]
    if sides is None or len(groups) != 1 or not _HOSTAGES.search(said):
        return None
    return _other(document, sides, groups[0].actor)


def _of_speaker(document: Document, total: Total, sides: Sides | None) -> Side | None:
    """ "Our people": the speaker's; without any word of whose, too, where a side's man speaks."""
    if sides is None:
        return None
    before = document.before(total.line)
    told = total.line.attribution(total.place)
    if before and all(hop.role is Role.ANONYMOUS for hop in told):
        told = (*told, *before.attribution(len(before.text) - 1))
    for hop in told:
        for line in document.lines:
            for _, name in line.tape.annotations():
                if not isinstance(name, Name):
                    continue
                spoken = name.name == hop.name or hop.span.covers(name.span)
                if spoken and (side := _own(document, sides, name.actor)):
                    return Side(actor=side.actor, span=hop.span)
    return None


def _captive_group(document: Document, total: Total, _sides: Sides | None) -> Side | None:
    """ "The ELN has let go 20 captives": people of the state that the group fights."""
    for place, side in total.line.actors:
        if place < total.place and (foe := document.foe_of(side.actor)):
            return Side(actor=foe, span=side.span)
    return None


def _own_prisoners(_document: Document, total: Total, _sides: Sides | None) -> Side | None:
    """ "Belarus has freed 314 political prisoners": its own people."""
    if not words.POLITICAL.match(total.line.text, total.place + 2):
        return None
    before = [
        side for place, side in total.line.actors if total.clause.start <= place < total.place
    ]
    return before[-1] if before else None


def _same_people(document: Document, total: Total, _sides: Sides | None) -> Side | None:
    """ "20,000 Ukrainian children have been abducted. Only 1,359 children have been returned"."""
    noun = _NOUN.match(total.line.text, total.place + 1)
    rank = total.line.sentence.rank
    for line in reversed(document.lines[max(0, rank - _NEAR) : rank]):
        if noun is None or line.sentence.paragraph != total.line.sentence.paragraph:
            break
        for place, side in line.actors:
            if line.text.startswith(f" {noun['noun']}", place + 1):
                return side
    return None


_NEAR = 3  # sentences back in which the people were told of by their nation
_NOUN = re.compile(
    r" (?:more )?(?P<noun>children|hostages|prisoners|soldiers|captives|civilians)\b"
)


def _sole(_document: Document, total: Total, sides: Sides | None) -> Side | None:
    """The one side that the sentence names, where it is not where they were held."""
    known = {side.actor for side in sides or ()}
    named = {
        side.actor: side
        for place, side in total.line.actors
        if side.actor in known
        and not _BY.search(total.line.text, max(0, place - 14), place)
        and not _CAPTOR.match(total.line.text, place + 1)
    }
    return next(iter(named.values())) if len(named) == 1 else None


def _as_before(document: Document, total: Total, sides: Sides | None) -> Side | None:
    """ "Ukraine's staff counts 65 exchanges. In that time 5,757 have come home": of the one side
    that the sentence before names, where this one names none."""
    before = document.before(total.line)
    if before is None or sides is None or total.line.actors:
        return None
    return _sole(document, total._replace(line=before), sides)


Rule = Callable[[Document, Total, Sides | None], Side | None]
RULES: tuple[Rule, ...] = (
    _beside_hostages,
    _own_prisoners,
    _by_mediator,
    _by_adjective,
    _home_to,
    _of_all,
    _by_captor,
    _by_doer,
    _hostages,
    _captive_group,
    _same_people,
    _of_speaker,
    _sole,
    _as_before,
)
