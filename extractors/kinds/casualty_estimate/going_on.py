"""Tolls that go on from words before their clause: the war that cost them, the dead elsewhere."""

from __future__ import annotations

import re

from extractors.kinds.casualty_estimate import words
from extractors.kinds.casualty_estimate.tolls import Toll
from extractors.parsing.tape import pattern

#: "More than 70 people have been killed in northern Israel", behind the toll of the war elsewhere.
KILLED_THERE = pattern(
    r"\W{0,2}(?:[a-z]+ ){0,2}{count}(?: [\w-]+){0,2}(?:, [^.;]{1,50},)? have (?:been killed|died)"
    r" in (?:the )?(?:(?:north|south|east|west)(?:ern)? )?[{actor}{place}]"
)


def by_war_before(toll: Toll) -> re.Match[str] | None:
    """ "The war before it cost 4,000 lives": what the clause of the toll goes on from."""
    match = words.WAR_KILLED.search(toll.line.text, 0, toll.place)
    return match if match and toll.place - match.end() < _BESIDE_IT else None


_BESIDE_IT = 15  # places between a verb and its figure
