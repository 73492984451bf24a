"""Sentences that say who told what stands before them: "This was reported by X", "X said this"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from extractors.parsing.sayings.sources import Saying, Spoken
from extractors.parsing.sayings.words import WORDS
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern

_MADE = r"(?:reported|announced|stated|confirmed|said|disclosed|revealed|shared|written|posted)"
#: The word that takes up what was told, in the words of its teller.
_TELLS_BACK = pattern(
    rf"\A\W{{0,2}}(?:according to {{outlet}}, )?"
    rf"(?:this|that|it|(?:the|this) (?:information|news|announcement|statement|report))"
    rf" (?P<it>was|were|has been|had been)(?: \w+ly| also| first| earlier)? (?:{_MADE}|made|given)"
    r"(?: [^.;,]{1,50})? by\b"
    r"|\A\W{0,2}the (?:relevant|corresponding) (?:statement|announcement|information)"
    r" (?P<made>was|has been) (?:made|published|released|posted) [^.;,]{0,50}?\bby\b"
    r"|\b{say} (?P<this>this|as much)"
    r"(?=[,.]|\Z| (?:on|in|via|at|during|to|after|when|through|while|by|{date})\b| {date})",
    WORDS,
)
_MOST = 3  # sentences of a paragraph that one such sentence speaks of


def read_told_back(lines: Sequence[Spoken]) -> None:
    """Give what stands before such a sentence, and is nobody's yet, to the one who tells it."""
    for rank, line in enumerate(lines):
        match = _TELLS_BACK.search(line.tape.text) if rank and line.sayings else None
        chain = line.attribution(match.start(match.lastgroup or 0)) if match else ()
        if chain:
            for told in _told(lines, rank):
                whole = Saying(chain=chain, reach=Stretch(0, len(told.tape.text)))
                told.sayings = (*told.sayings, whole)


def _told(lines: Sequence[Spoken], rank: int) -> Iterator[Spoken]:
    """The sentences right before one, of nobody's as a whole so far, in one paragraph."""
    paragraph = lines[rank - 1].sentence.paragraph
    before = reversed(lines[max(0, rank - _MOST) : rank])
    return takewhile(lambda one: one.sentence.paragraph == paragraph and not _is_told(one), before)


def _is_told(line: Spoken) -> bool:
    """Whether somebody's saying reaches the end of a sentence: an aside's does not."""
    return any(saying.reach.end == len(line.tape.text) for saying in line.sayings)
