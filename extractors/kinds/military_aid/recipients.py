"""Who gets military aid: named at the verb, helped all through the article, or met by the donor."""

from __future__ import annotations

import re
from itertools import islice

from extractors.kinds.military_aid.words import HELPED, MET, TO
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import Form, NameType
from extractors.parsing.parties import PARTY, Agent, last_group, party_at
from extractors.values import Span

_MOST = 3  # helped sides of one sentence: bounds the work on hostile text


def recipient_of(line: Line, match: re.Match[str], donors: tuple[Agent, ...]) -> Agent | None:
    """Who gets it: named right behind the verb, else behind "to" or "for"."""
    givers = {donor.actor for donor in donors}
    places = [match.start("r")] if match["r"] and _receives(line, match) else []
    to = TO.match(line.text, match.start("what"))
    if to:
        places.append(to.start("r"))
    for place in places:
        party = side_at(line, place)
        if party and party.actor not in givers:
            return party
    return None


_FORCES = re.compile(r" (?:army|armed forces|forces|troops|military|coast guard|rebels|fighters)\b")


def _receives(line: Line, match: re.Match[str]) -> bool:
    """'gave Ukraine tanks', 'sent the Lebanese army'; of 'buy American weapons' nobody."""
    name = line.tape.at(match.start("r"))
    demonym = isinstance(name, Name) and name.form is Form.DEMONYM
    return not demonym or bool(_FORCES.match(line.text, match.start("r") + 1))


def side_at(line: Line, place: int) -> Agent | None:
    """The party at a place, or the country that a name of a place is."""
    name = line.tape.at(place)
    if isinstance(name, Name) and name.type is NameType.PLACE and name.actor:
        return Agent(name.actor, None, name.span) if name.detail in ("country", "city") else None
    return party_at(line, place)


def helped_in(document: Document) -> Agent | None:
    """Whom the article names as helped, where that is one side alone."""
    found: dict[str, Agent] = {}
    for line in document.lines:
        for match in islice(HELPED.finditer(line.text), _MOST):
            place = match.start("r") if match["r"] else match.start("s")
            if (side := side_at(line, place)) and side.actor not in ("nato", "eu"):
                found.setdefault(side.actor, side)
    if not found and (group := _CONTACT_GROUP.search(document.article.text)):
        return Agent("UKR", None, Span(*group.span("r")))
    return next(iter(found.values())) if len(found) == 1 else None


#: Whom its members help stands in the group's name.
_CONTACT_GROUP = re.compile(
    r"\b(?P<r>Ukraine(?= Defen[cs]e Contact Group\b)|Ramstein(?=[- ](?:format|group|meeting)\b))"
)


def meant_by_it(
    document: Document, line: Line, verb: int, donors: tuple[Agent, ...]
) -> Agent | None:
    """Of "fought beside the M23, and that Kigali had supplied it with missiles" the M23."""
    if not _IT.match(line.text, verb):
        return None
    givers = {donor.actor for donor in donors}
    before = document.before(line)
    for near, end in ((line, verb), (before, len(before.text) if before else 0)):
        signs = PARTY.finditer(near.text, 0, end) if near else ()
        for sign in reversed(list(signs)):
            party = party_at(near, sign.start()) if near else None
            if party and party.actor not in givers:
                return party
    return None


def unnamed_army(document: Document, line: Line, verb: int) -> Agent | None:
    """Of "sent the army drones", in a land at war with a group of its own, that land; of "armed the
    rebels" the group named last."""
    told = _ARMY.match(line.text, verb)
    if told is None:
        return None
    if told["group"]:
        named = last_group(document, line, verb)
        return party_at(*named) if named else None
    groups = {
        name.actor
        for near in document.lines
        for _, name in near.names(NameType.ACTOR)
        if name.detail == "armed_group" and name.actor
    }
    homes = {home for group in groups if (home := document.home_of(group))}
    span = line.tape.span(told.start("army"), told.end("army"))
    return Agent(homes.pop(), None, span) if len(homes) == 1 else None


_ARMY = re.compile(
    r"\w+ (?:the )?(?:(?P<army>(?:regular |government )?(?:army|military|forces|troops))"
    r"|(?P<group>rebels|paramilitar(?:y|ies)(?: group)?|militia|group))\b"
)
_IT = re.compile(r"\w+ (?:it|them)\b(?! (?:would|will|was|is|had|has|were))")


def met_in(line: Line) -> Agent | None:
    """'Merz pledged weapons and told Zelenskyy': whom the donor meets."""
    match = MET.search(line.text)
    return side_at(line, match.start("r")) if match else None
