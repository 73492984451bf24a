"""Who held the people who come home: "released from Russian captivity", "held by the rebels"."""

from __future__ import annotations

import re

from extractors.parsing.headcounts.words import IN_STATE_HANDS
from extractors.parsing.line import Line
from extractors.parsing.names import Name
from extractors.parsing.tape import pattern

_HELD_BY = (
    pattern(
        r"(?:from|in) (?:the )?(?P<by>{actor})(?:'s)?"
        r" (?:captivity|jails?|prisons?|custody|detention)"
    ),
    pattern(
        r"(?:held|captured|detained|seized|kidnapped|abducted|jailed|imprisoned|kept"
        r"|taken (?:hostage|captive|prisoner))"
        r" (?:(?:in )?{date} |{duration} ago )?(?:by|in) (?:the )?"
        r"(?P<by>{actor})(?! (?:ranks|uniforms?|service)\b)"
    ),
    pattern(
        r"\b(?:whom|that|which) (?:the )?(?P<by>{actor}) (?:still |had |has ){0,2}"
        r"(?:holds?|held|kept|keeps?|jailed|imprisoned)\b"
    ),
    pattern(r"from (?:the )?territory (?:controlled|held) by (?:the )?(?P<by>{actor})"),
)
_HELD_BY_REBELS = re.compile(
    r"\b(?:held|captured|detained|seized|kidnapped|abducted) by (?:the )?(?:rebels?|guerrillas"
    r"|militants|insurgents"
    r"|group|militia|militiamen|jihadists|fighters)\b"
)


_HELD_BY_STATE = re.compile(IN_STATE_HANDS)


def held_by_state(line: Line, start: int, end: int) -> bool:
    """Whether a state without a name held the people: "had been in government hands"."""
    return bool(_HELD_BY_STATE.search(line.text, start, end))


def held_by_rebels(line: Line, start: int, end: int) -> bool:
    """Whether an armed group without a name held the people: "held by the guerrillas"."""
    return bool(_HELD_BY_REBELS.search(line.text, start, end))


def captor(line: Line, start: int, end: int) -> str | None:
    """Who held the people: "released from Russian captivity", "held by Hamas"."""
    for rule in _HELD_BY:
        for match in rule.finditer(line.text, start, end):
            name = line.tape.at(match.start("by"))
            if isinstance(name, Name):
                return line.stand_ins.get(name.actor or "", name.actor)
    return None
