"""An office that a sentence gives to a person, and when it is a company's or another person's."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.kinds.role.offices import Office
from extractors.kinds.role.words import PRIVATE
from extractors.parsing.names import Name
from extractors.parsing.tape import Tape


class Held(NamedTuple):
    """A person, an office and the rule that found it."""

    name: Name
    place: int  # of the name on the bare tape
    office: Office
    rule: str
    bare: bool = False  # nothing but the noun: "a leader"
    rank: bool = False


_PRIVATE_BEFORE = re.compile(rf"\b{PRIVATE}(?:['’]s?)?(?: [\w-]+)? \Z")
_PRIVATE_IN = re.compile(rf"\b{PRIVATE}\b")


def is_foreign(office: Office, name: Name) -> bool:
    """Whether a person of one state is beside an office of another: two in a list."""
    states = {office.organisation, name.actor}
    return (
        bool(name.detail)
        and office.tenure is None
        and len(states) == 2
        and all(state is not None and state.isupper() for state in states)
    )


def is_private(tape: Tape, match: re.Match[str], title: int) -> bool:
    """Whether the words around an office are those of a company, a club or a school."""
    before = _PRIVATE_BEFORE.search(tape.cased, max(0, match.start() - 40), title)
    return bool(before or _PRIVATE_IN.search(tape.cased, match.start(), match.end()))
