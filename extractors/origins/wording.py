"""The wording of an article, as far as copying shows in it: runs of words, and figures.

Four words in a row, without capitals and marks, are common to two texts hardly ever by chance. What
stands in quotation marks is kept apart: two reporters at one press conference have the same
quotations and nothing else in common. So are figures and days: a ministry that fills in the same
form every week writes each time something new, however few of its words change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from extractors.parsing.quotations import read_quotations

_RUN = 4  # words in a shingle
_WORD = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*")
_INNER = str.maketrans("", "", ".,'’")  # 1,200 is 1200, Ukraine's is ukraines
_NUMBERS_AND_DAYS = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred thousand million dozen dozens hundreds thousands
    second third fourth fifth sixth seventh eighth ninth tenth
    monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december
"""
_FIGURES = frozenset(_NUMBERS_AND_DAYS.split())

Shingles = frozenset[str]


class Wording(NamedTuple):
    """What of an article's text can be held against another's."""

    shingles: Shingles  # of the whole text
    own_shingles: Shingles  # of what stands outside quotation marks
    figures: frozenset[str]  # numbers and days named


def wording_of(text: str) -> Wording:
    """The wording of an article's text; of an empty one everything is empty."""
    words = _words(text)
    return Wording(
        shingles=frozenset(_shingles(words)),
        own_shingles=frozenset(_shingles(_words(_without_quotations(text)))),
        figures=frozenset(word for word in words if word[0].isdigit() or word in _FIGURES),
    )


def shingles_of(text: str) -> list[str]:
    """The runs of words of a text, in order."""
    return list(_shingles(_words(text)))


def _words(text: str) -> list[str]:
    return [word.translate(_INNER) for word in _WORD.findall(text.casefold())]


def _shingles(words: list[str]) -> Iterable[str]:
    """Runs of words; a text shorter than one run is one."""
    last = max(1, len(words) - _RUN + 1) if words else 0
    return (" ".join(words[start : start + _RUN]) for start in range(last))


def _without_quotations(text: str) -> str:
    """The text with a mark no word crosses where a quotation stood."""
    kept, end = [], 0
    for quotation in read_quotations(text):
        kept.append(text[end : quotation.outer.start])
        end = quotation.outer.end
    return " ".join((*kept, text[end:]))
