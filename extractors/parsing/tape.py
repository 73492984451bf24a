"""A sentence as a tape: lower-case words, with one sign for each number, date, name … read from it.

Rules are patterns over tapes, so they speak of `{count} prisoners from each side` and not of digits
(in the manner of JAPE, Cunningham 1999, and FASTUS, Hobbs 1997). Every place on a tape leads back
to the characters it stands for.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from extractors.parsing.dates import DateMention
from extractors.parsing.folding import folded
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.numbers import Duration, Formula, Number
from extractors.parsing.patterns import Pattern, scan
from extractors.values import Span

Annotation = Number | Duration | Formula | DateMention | Name

SIGNS = {
    "count": "\ue000",
    "ordinal": "\ue001",
    "duration": "\ue002",
    "formula": "\ue003",
    "date": "\ue004",
    "actor": "\ue005",
    "person": "\ue006",
    "place": "\ue007",
    "outlet": "\ue008",
    "age": "\ue009",
}
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "\u00a0": " "})
#: One number or name alone in these stands on the tape without them: “at least 1,000” prisoners.
_MARKS = frozenset(("“”", "‘’", "«»", '""', "''", "„“"))
_SLOT = re.compile(r"\{([a-z]\w*)(?::(\w+))?\}")


def sign_of(annotation: Annotation) -> str:
    """The sign that stands for an annotation on the tape."""
    match annotation:
        case Number():
            kind = "ordinal" if annotation.ordinal else "age" if annotation.age else "count"
            return SIGNS[kind]
        case Duration():
            return SIGNS["duration"]
        case Formula():
            return SIGNS["formula"]
        case DateMention():
            return SIGNS["date"]
        case Name(type=NameType.PERSON):
            return SIGNS["person"]
        case Name(type=NameType.PLACE):
            return SIGNS["place"]
        case Name(type=NameType.OUTLET):
            return SIGNS["outlet"]
        case Name():
            return SIGNS["actor"]


class Tape:
    """The tape of one sentence. `text` is what patterns are matched on, `cased` shows names."""

    def __init__(self, words: str, start: int, annotations: Sequence[Annotation]) -> None:
        """`words` begin at `start` in the article; annotations are in order, none overlapping."""
        self._words, self._start = words, start
        self._from: list[int] = []  # tape offset at which each piece begins
        self._source: list[int] = []  # where it begins in the article
        self._annotations: dict[int, Annotation] = {}
        self._length = 0
        pieces: list[str] = []
        cased: list[str] = []
        small, position = folded(words.translate(_PLAIN)), 0
        for annotation in annotations:
            begin, end = annotation.span.start - start, annotation.span.end - start
            marks = words[max(0, begin - 1) : begin] + words[end : end + 1] in _MARKS
            sign, before = sign_of(annotation), slice(position, begin - marks)
            pieces += self._noted(small[before], start + position)
            self._annotations[self._length] = annotation
            pieces += self._noted(sign, start + begin)
            cased += words[before], sign
            position = end + marks
        pieces += self._noted(small[position:], start + position)
        self.text = "".join(pieces)
        self.cased = "".join(cased) + words[position:]  # the same, with the capitals of the page
        self._places = list(self._annotations)  # in order
        scan(self.text, self.cased)

    def _noted(self, piece: str, source: int) -> tuple[str, ...]:
        """A piece of the tape, its places noted; none where there is nothing between two others."""
        if not piece:
            return ()
        self._from.append(self._length)
        self._source.append(source)
        self._length += len(piece)
        return (piece,)

    def span(self, start: int, end: int) -> Span:
        """The article's characters under the tape's places start..end."""
        return Span(self._offset(start, at_end=False), self._offset(end - 1, at_end=True))

    def words(self, start: int, end: int) -> str:
        """The article's own words under the tape's places start..end."""
        return self.span(start, end).shift(-self._start).of(self._words)

    def _offset(self, place: int, *, at_end: bool) -> int:
        index = max(bisect_right(self._from, place) - 1, 0)
        begin = self._from[index]
        if annotation := self._annotations.get(begin):
            return annotation.span.end if at_end else annotation.span.start
        return self._source[index] + place - begin + (1 if at_end else 0)

    def place(self, offset: int) -> int:
        """Where on the tape the article's character at `offset` stands."""
        index = bisect_right(self._source, offset) - 1
        if index < 0:
            return 0
        begin = self._from[index]
        inside = 0 if begin in self._annotations else offset - self._source[index]
        return min(begin + inside, self._length)

    def at(self, place: int) -> Annotation:
        """The annotation whose sign stands at a place of the tape."""
        return self._annotations[place]

    def annotations(
        self, start: int = 0, end: int | None = None
    ) -> Iterator[tuple[int, Annotation]]:
        """All annotations between two places, in order, with their places."""
        if not start and end is None:
            return iter(self._annotations.items())
        stop = self._length if end is None else end
        first, last = bisect_left(self._places, start), bisect_left(self._places, stop)
        return ((place, self._annotations[place]) for place in self._places[first:last])


@lru_cache(maxsize=2048)
def _written(written: str, lexicon: tuple[tuple[str, str], ...]) -> Pattern:
    words = dict(lexicon)

    def slot(match: re.Match[str]) -> str:
        name, label = match.group(1), match.group(2)
        inner = SIGNS.get(name) or f"(?:{words[name]})"
        return f"(?P<{label}>{inner})" if label else inner

    filled = written
    for _ in range(len(words) + 1):  # the words of a lexicon may be made of other words
        filled = _SLOT.sub(slot, filled)
    return Pattern(filled)


def pattern(written: str, lexicon: Mapping[str, str] | None = None) -> Pattern:
    """A pattern over tapes: `{count}` stands for a sign, `{captives}` for a lexicon's words.

    `{count:n}` is a named group n. Braces with digits keep their meaning as repetition.
    """
    return _written(written, tuple(sorted((lexicon or {}).items())))
