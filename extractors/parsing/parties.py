"""Whom words of a party mean: names and lists of them, "he", "it", "the group", and who speaks.

Which of the parties named acts at a verb is told by subjects.py. Known gap: "it" after a sentence
that names two states in its subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractors.fact import Role
from extractors.parsing.document import Document
from extractors.parsing.line import Line, Side
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.tape import SIGNS, pattern
from extractors.values import Span


class Agent(NamedTuple):
    """An actor, the person who acts for it where one is named, and the words that say so."""

    actor: str
    person: str | None
    span: Span


class Named(NamedTuple):
    """Where a party is named: a sentence and a place on its tape."""

    line: Line
    place: int


#: A state or group, or a person who acts for one.
PARTY = re.compile(r"[\ue005\ue006]")
LISTED = re.compile(r"[\ue005\ue006](?:(?:, | and |, and | or )(?:the )?[\ue005\ue006]){1,7}")
_NO_SUBJECT = pattern(
    r"\b(?:with|to|from|of|for|against|in|by|on|at|near|about|behind|over|into|told|between|beside"
    r"|alongside|gave|urged|pressed|like|than|un-|anti-)(?: the| an?| its| his| her| their)? \Z"
)
OF_LEADERS = pattern(
    r"\b(?:leaders?|presidents?|ministers?|governments?|ministry|army|military|heads?|bloc"
    r"|authorities|rulers|delegations?|spokes\w+|envoys?|ambassadors?|diplomats|officials"
    r"|factions?|wing|separatists"
    r"|lawmakers|states|fighters|rebels|militants|insurgents|forces|troops|soldiers"
    r"|units|members)(?: of| from| for) (?:the )?\Z"
)


def party_at(line: Line, place: int) -> Agent | None:
    """The actor whose sign stands at a place, or that a person there acts for."""
    name = line.tape.at(place)
    if not isinstance(name, Name) or not name.actor:
        return None
    if name.type not in (NameType.ACTOR, NameType.PERSON):
        return None
    person = name.name if name.type is NameType.PERSON else None
    return Agent(name.actor, person, name.head if person else name.span)


def side_at(line: Line, place: int) -> Side | None:
    """The party at a place as a side of a war: its group for a state told only by an adjective,
    and a person with the words of his office."""
    party = party_at(line, place)
    return party and _as_side(line, party, line.tape.span(place, place + 1))


def _as_side(line: Line, party: Agent, span: Span) -> Side:
    return Side(actor=line.stand_ins.get(party.actor, party.actor), span=span)


def parties_listed(line: Line, place: int) -> tuple[Agent, ...]:
    """The party at a place with the others of its list: "Russia, China and Iran"."""
    match = LISTED.match(line.text, place)
    end = match.end() if match else place + 1
    found = (party_at(line, sign.start()) for sign in PARTY.finditer(line.text, place, end))
    return tuple(party for party in found if party)


def is_no_subject(text: str, place: int) -> bool:
    """Whether a preposition makes a name no subject; "the leaders of France" are one."""
    start = max(0, place - 40)
    if _LAND_OF_CITY.search(text, start, place) and text.startswith(",", place + 1):
        return True
    return bool(_NO_SUBJECT.search(text, start, place)) and not OF_LEADERS.search(
        text, start, place
    )


#: "after talks in Jeddah, Saudi Arabia, the United States agreed".
_LAND_OF_CITY = re.compile(r"\b(?:in|at|to|from|near) \ue007, \Z")


def last_group(document: Document, line: Line, place: int) -> Named | None:
    """Where the armed group that "the group" means is named: the one named last."""
    return _last_named(document, line, place, ("armed_group",))


def last_body(document: Document, line: Line, place: int) -> Named | None:
    """Where the body that "the mission" or "the bloc" means is named: the one named last."""
    return _last_named(document, line, place, ("body", "alliance"))


def _last_named(
    document: Document, line: Line, place: int, details: tuple[str, ...]
) -> Named | None:
    rank = line.sentence.rank
    for near in reversed(document.lines[max(0, rank - 4) : rank + 1]):
        end = place if near is line else len(near.text)
        for at, name in reversed(list(near.names(NameType.ACTOR, 0, end))):
            if name.actor and name.detail in details:
                return Named(near, at)
    return None


def antecedent(document: Document, line: Line, place: int, *, persons: bool) -> Named | None:
    """The first party named before in the sentence, else in the last one of its paragraph that
    names any."""
    for near in _so_far(document, line):
        end = place if near is line else len(near.text)
        for sign in PARTY.finditer(near.text, _behind_opening(near, end, persons=persons), end):
            if near is not line and not persons and not _may_lead(near.text, sign.start()):
                continue
            if not persons and _OF_A_LAND.match(near.text, sign.start(), end):
                continue
            party = party_at(near, sign.start())
            if party and (party.person is not None) >= persons:
                return Named(near, sign.start())
        if near is not line and not persons:
            break
    return None


def _behind_opening(line: Line, end: int, *, persons: bool) -> int:
    """Of "In a call with Trump, Putin agreed" the name behind the comma is the subject."""
    opening = _OPENING.match(line.text, 0, end)
    party = party_at(line, opening.end() - 1) if opening else None
    return opening.end() - 1 if opening and party and (party.person is not None) >= persons else 0


_OPENING = pattern(
    r"\W{0,2}(?:in|at|after|during|before|following|on|over"
    r"|despite) [^,;]{0,80}?{person}[^,;]{0,40},"
    r" (?:(?:the|\w+ly) )?(?:{actor}(?:'s)? )?(?:[\w-]+ ){0,4}?{person}(?! (?:and|or)\b)"
)
#: "Yemen's Houthi rebels": whom "they" means stands behind the land.
_OF_A_LAND = pattern(r"[{actor}{place}]'s (?:[\w-]+ ){0,2}[{actor}{person}]")


def _may_lead(text: str, place: int) -> bool:
    """Whether a name may be what its sentence is about: near its beginning, by no preposition."""
    return place < _EARLY and not is_no_subject(text, place)


_EARLY = 70  # places of a sentence in which its subject is named


def _so_far(document: Document, line: Line) -> Iterator[Line]:
    """The sentence and those before it in its paragraph, nearest first."""
    for near in reversed(document.lines[max(0, line.sentence.rank - 3) : line.sentence.rank + 1]):
        if near.sentence.paragraph == line.sentence.paragraph:
            yield near


def speaker_at(document: Document, line: Line, place: int) -> Agent | None:
    """The party in whose name the words at a place are said."""
    hop = next(iter(line.attribution(place)), None)
    if hop is None or not (hop.role in (Role.SPEAKER, Role.BODY) or _OFFICIAL.search(hop.name)):
        return None
    for near in _lines_around(document, line):
        for sign in PARTY.finditer(near.text):
            party = party_at(near, sign.start())
            if party and (party.person == hop.name or hop.span.overlaps(party.span)):
                return party._replace(span=hop.span)
    return None


_CARRIES_ON = pattern(
    r"\W{0,2}(?:(?:in addition|alternatively|meanwhile|separately|however|but|and|at the same time"
    r"|on {date}),? ){0,2}(?P<who>it|they|he|she) (?:(?:has|have|had|also|further|again|then"
    r"|\w+ly) ){0,3}\Z"
)


def carried_over(document: Document, line: Line, place: int) -> Agent | None:
    """Who opened the sentence before, where "It also …" begins a paragraph of its own."""
    rank = line.sentence.rank
    goes_on = _CARRIES_ON.match(line.text, 0, place) if rank else None
    if goes_on is None:
        return None
    earlier = document.lines[rank - 1]
    sign = PARTY.search(earlier.text, 0, _EARLY)
    person = sign is not None and sign.group() == SIGNS["person"]
    if (
        sign is None
        or (goes_on["who"] in ("he", "she") and not person)
        or is_no_subject(earlier.text, sign.start())
    ):
        return None
    return party_at(earlier, sign.start())


def side_speaking(document: Document, line: Line, place: int) -> Side | None:
    """The same as a side."""
    speaker = speaker_at(document, line, place)
    return speaker and _as_side(line, speaker, speaker.span)


#: Unnamed, but speaking for his side: "a White House official".
_OFFICIAL = re.compile(r"\b(?:officials?|spokes\w+|negotiators?|ministers?|delegation)\b")


def _lines_around(document: Document, line: Line) -> Iterator[Line]:
    rank = line.sentence.rank
    yield line
    yield from reversed(document.lines[max(0, rank - 4) : rank])
    yield from document.lines[rank + 1 : rank + 2]
