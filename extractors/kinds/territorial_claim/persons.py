"""People who are taken somewhere: what a passive tells of them is no deed done to land."""

from __future__ import annotations

import re

from extractors.parsing.line import Line
from extractors.parsing.territories import Territories

#: "The defenders of Mariupol were held captive by": people, not the town.
_PEOPLE_OF = re.compile(
    r"\b(?:defenders|residents|people|inhabitants|citizens|children|families|civilians|mayor"
    r"|governor|head|leaders?|soldiers|troops|fighters|marines|prisoners|hostages|captives|men"
    r"|women|officers|sailors|journalists|workers) (?:of|in|from|at|near) (?:the )?\Z"
    r"|\b(?:soldiers|citizens|nationals|hostages|captives|prisoners|men)(?: named|,|, including) \Z"
)
_PEOPLE = re.compile(r"\b(?:citizens|nationals|hostages|prisoners|captives|detainees|americans)\b")
_CAPTIVE = re.compile(
    r" (?:captive|hostage|prisoner|incommunicado|in (?:prison|custody|captivity))"
)


_IN_PLACE = re.compile(r" in (?:the )?(?:\w+ (?:of )?){0,2}[\ue005\ue007]")


def is_person(line: Line, match: re.Match[str], land: Territories) -> bool:
    """ "Hassan, seized in Kunduz": a name that no list knows, taken somewhere."""
    unknown = all(one.state is None for one in land.names)
    return (
        unknown and match.group().startswith(",") and bool(_IN_PLACE.match(line.text, match.end()))
    )


def of_people(line: Line, match: re.Match[str], land: Territories) -> bool:
    start = line.tape.place(land.names[0].span.start)
    people = _PEOPLE_OF.search(line.text, max(0, start - 30), start)
    unknown = all(one.state is None for one in land.names)
    among = unknown and _PEOPLE.search(line.text, 0, start)
    return bool(people or among or _CAPTIVE.match(line.text, match.end()))
