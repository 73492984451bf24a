"""People counted by their names: "freed X and Y in exchange for Z", "X returned home"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from extractors.parsing.document import Line
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern

#: A name, known or not: at least two words with capitals.
_NAME = r"(?:(?:[A-Z][\w'’-]+ ){0,2}{person}|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,3})"
#: Those whom one verb frees by their names: "freed X and Y in exchange for Z". On the cased tape.
_NAMED = pattern(
    r"\b(?:freed|released|repatriated|hand(?:ed|s) (?:over|back)|let go"
    r"|(?:exchanged|swapped|traded|in (?:exchange|return)) for)"
    r"(?:(?! (?:to|by|in|from|after|with|under|at|on|for|and|that|of|through)\b)"
    r" (?:[\w'’-]+|{actor}(?:['’]s)?|{outlet})){0,6}?"
    rf" (?P<n>{_NAME}(?:(?:, | and |, and ){_NAME}){{0,5}})"
    r"(?=[,.;]|\Z| (?:in|on|to|from|after|for"
    r"|who|as|at|under|last|this|early|late)\b| \ue004)"
)
#: "Gilad Shalit returned home", "X and Y were freed".
_NAMED_HOME = pattern(
    rf"(?:{{actor}}(?: [\w-]+){{0,2}} )?(?P<n>{_NAME}(?:(?:, | and |, and ){_NAME}){{0,5}})"
    r",? (?:(?:was|were|has been|have been|had been) (?:freed|released|repatriated"
    r"|handed (?:over|back)|let go|set free)"
    r"|(?:returned|came|flew|walked|went) (?:home|free|out))\b"
)
_LINK = re.compile(r", and |, | and ")


class Called(NamedTuple):
    """How many people a list of names holds; `start` is where the words about them begin."""

    number: int
    stretch: Stretch
    start: int


def read_called(line: Line, clause: Stretch) -> Iterator[Called]:
    """The people called by their names; those who hold an office are not the ones freed."""
    found = (rule.finditer(line.tape.cased, *clause) for rule in (_NAMED, _NAMED_HOME))
    for match in chain.from_iterable(found):
        start, end = match.span("n")
        if not any(name.actor for _, name in line.names(NameType.PERSON, start, end)):
            number = len(_LINK.split(match.group("n")))
            yield Called(number, Stretch(start, end), match.start())


#: "Arbel Yehud and two other hostages", on the cased tape.
_BEFORE_OTHERS = pattern(
    rf"(?P<n>{_NAME}(?:(?:, and |, | and )(?:the [a-z]+ )?{_NAME}){{0,4}}),? and \Z"
)
_OTHERS = re.compile(r" (?:other|more|further|others)\b")


def called_with(line: Line, place: int) -> int:
    """How many people are called by their names before a count of others at a place."""
    if not _OTHERS.match(line.text, place + 1):
        return 0
    match = _BEFORE_OTHERS.search(line.tape.cased, max(0, place - 120), place)
    if match is None or any(
        name.actor for _, name in line.names(NameType.PERSON, *match.span("n"))
    ):
        return 0
    return len(_LINK.split(match.group("n")))
