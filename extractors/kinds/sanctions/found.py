"""What is found of sanctions in a sentence, by which deed, and whom they hit."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.fact import Status
from extractors.kinds.sanctions.words import DEEDS
from extractors.parsing.line import Line
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.parties import Agent, party_at
from extractors.parsing.status import Stretch


class Found(NamedTuple):
    """Sanctions in a sentence: whose, how far they are, and the words that say so."""

    rule: str
    status: Status
    issuer: Agent
    words: Stretch
    hit: Agent | None = None


def deed_of(verb: str) -> tuple[str, Status]:
    for rule, status, words in DEEDS:
        if words.fullmatch(verb):
            return rule, status
    raise ValueError(f"{verb!r} stands in no row of DEEDS; add it there")


def hit_at(line: Line, place: int) -> Agent | None:
    """Whom they hit: a party, or the country that a name of a place is."""
    if theirs := _GROUP_OF.match(line.text, place + 1):
        name = line.tape.at(theirs.start("g"))
        if isinstance(name, Name) and name.actor and name.actor.islower():
            return Agent(name.actor, None, name.span)
    name = line.tape.at(place)
    if line.text.startswith(" settlers", place + 1):  # of a land, not its people
        return None
    if isinstance(name, Name) and name.type is NameType.PLACE and name.actor:
        return Agent(name.actor, None, name.span)
    return party_at(line, place)


#: "Yemen's Houthis": the group is hit, not its country.
_GROUP_OF = re.compile(r"'s (?:[\w-]+ ){0,2}?(?P<g>\ue005)")
