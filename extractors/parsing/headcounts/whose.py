"""Whose people a count's own words name: "31 Ukrainians", "prisoners of the army of Ukraine"."""

from __future__ import annotations

import re

from extractors.parsing.lexicon import LEXICON
from extractors.parsing.line import Line
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import Form, NameType
from extractors.parsing.tape import pattern

_APPOSED = pattern(r", (?:an?|the|another) (?:(?!or\b)[\w'-]+ ){0,2}?(?P<a>{actor})(?!'s|-{actor})")


def apposed(line: Line, end: int) -> str | None:
    """ "Khan Mohammed, an Afghan": the nation told behind a name; of two nations, neither."""
    match = _APPOSED.match(line.text, end)
    name = line.tape.at(match.start("a")) if match else None
    return name.actor if isinstance(name, Name) and name.form is Form.DEMONYM else None


_CAPTOR = re.compile(
    r"(?:-held|-controlled|-run|-occupied|'s)? (?:captivity|jails?|prisons?|custody"
    r"|detention)\b|-held"
)


_BY = re.compile(r"\bby (?:the )?\Z")


#: "the German-Russian businessman": which of the two he comes home to is not said.
_OF_TWO_NATIONS = re.compile(r".{0,2}?\ue005-\ue005")


def whose(line: Line, start: int, end: int) -> str | None:
    """The actor whose people the words name: "90 Palestinian prisoners"; a captor is not it."""
    for place, name in line.names(NameType.ACTOR, start, end):
        if _OF_TWO_NATIONS.match(line.text, max(0, place - 2)):
            continue
        holder = _CAPTOR.match(line.text, place + 1) or _BY.search(line.text, start, place)
        if name.actor and name.actor.islower() and line.text.startswith(" hostage", place + 1):
            continue  # "three Hamas hostages": whom it took
        if not holder and name.form in (Form.DEMONYM, Form.NAME, Form.AUTHORITY):
            return None if _AND_OTHERS.match(line.text, place + 1) else name.actor
    forces = _OF_FORCES.match(line.text, end)
    state = line.tape.at(forces.start("a")) if forces else None
    return state.actor if isinstance(state, Name) else None


#: "205 prisoners of war of the armed forces of Ukraine": the army's own, whoever holds them;
#: "146 people loyal to Damascus".
_OF_FORCES = pattern(
    r"(?: of war)? (?:of the (?:armed forces|army|military) of|(?:affiliated|aligned|allied) with"
    r"|loyal to|belonging to) (?:the )?(?P<a>{actor})"
)


#: "500 Russian and Ukrainian prisoners": of both.
_AND_OTHERS = pattern(r" and {actor} {captives}\b", LEXICON)
