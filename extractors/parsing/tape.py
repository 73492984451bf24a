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
        pieces: list[str] = []
        cased: list[str] = []
        self._from: list[int] = []  # tape offset at which each piece begins
        self._source: list[Span] = []
        self._annotations: dict[int, Annotation] = {}
        self._length = 0
        self._words, self._start = words, start
        position = start
        for annotation in annotations:
            marks = int(_is_in_marks(words, annotation.span.shift(-start)))
            before = Span(position, annotation.span.start - marks)
            self._add_words(pieces, words, start, before)
            cased.append(before.shift(-start).of(words))
            self._annotations[self._length] = annotation
            self._add(pieces, sign_of(annotation), annotation.span)
            cased.append(sign_of(annotation))
            position = annotation.span.end + marks
        self._add_words(pieces, words, start, Span(position, start + len(words)))
        cased.append(words[position - start :])
        self.text = "".join(pieces)
        scan(self.text)
        self.cased = "".join(cased)  # the same, with the capitals of the page
        self._places = list(self._annotations)  # in order

    def _add_words(self, pieces: list[str], words: str, start: int, span: Span) -> None:
        if span.end > span.start:
            plain = words[span.start - start : span.end - start].translate(_PLAIN)
            lowered = plain.lower()
            self._add(pieces, lowered if len(lowered) == len(plain) else plain, span)

    def _add(self, pieces: list[str], piece: str, span: Span) -> None:
        pieces.append(piece)
        self._from.append(self._length)
        self._source.append(span)
        self._length += len(piece)

    def span(self, start: int, end: int) -> Span:
        """The article's characters under the tape's places start..end."""
        return Span(self._offset(start, at_end=False), self._offset(end - 1, at_end=True))

    def words(self, start: int, end: int) -> str:
        """The article's own words under the tape's places start..end."""
        return self.span(start, end).shift(-self._start).of(self._words)

    def _offset(self, place: int, *, at_end: bool) -> int:
        index = max(bisect_right(self._from, place) - 1, 0)
        source = self._source[index]
        if self._from[index] in self._annotations:
            return source.end if at_end else source.start
        return source.start + place - self._from[index] + (1 if at_end else 0)

    def place(self, offset: int) -> int:
        """Where on the tape the article's character at `offset` stands."""
        for begin, source in zip(reversed(self._from), reversed(self._source), strict=True):
            if source.start <= offset:
                inside = 0 if begin in self._annotations else offset - source.start
                return min(begin + inside, self._length)
        return 0

    def at(self, place: int) -> Annotation:
        """The annotation whose sign stands at a place of the tape."""
        return self._annotations[place]

    def annotations(
        self, start: int = 0, end: int | None = None
    ) -> Iterator[tuple[int, Annotation]]:
        """All annotations between two places, in order, with their places."""
        stop = self._length if end is None else end
        first, last = bisect_left(self._places, start), bisect_left(self._places, stop)
        for place in self._places[first:last]:
            yield place, self._annotations[place]


def _is_in_marks(words: str, span: Span) -> bool:
    """Whether one number or name alone stands in quotation marks, which the tape then leaves out:
    “at least 1,000” prisoners, “Israeli” captives."""
    around = words[max(0, span.start - 1) : span.start] + words[span.end : span.end + 1]
    return around in _MARKS


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
