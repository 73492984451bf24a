"""Quotations as they were said: parts that a tag breaks are joined, so are whole paragraphs.

"…," he said, "…" is one; a tag that ends with a full stop parts two (FACTS.md, "Small print"). A
quotation that goes on in the next paragraph opens anew there and closes in the last one only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractors.parsing.quotations import Quotation
from extractors.parsing.sayings.words import WORDS
from extractors.values import Span

_TAG_MOST = 160  # characters of a tag between two parts
_SAYS = re.compile(rf"\b{WORDS['say_words']}\b")
_STOP = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bLt)(?<!\bGen)(?<!\bSen)(?<!\b[A-WYZ])[.!?](?:\s|\Z)"
)
#: "…," he said, adding: "…", "…," he said, adding that it is "…": what comes is another one.
_ANEW = re.compile(r"(?:[:;]|\bas)\s{0,2}\Z|\b(?:that|adding|and|but|while)\b")
#: "…," he said on Monday, proposing an "immediate" one: another clause begins behind the tag.
_ASIDE = re.compile(r", [\w-]+ing\b[^,]*\Z")
_BROKEN_OFF = (",", "?", "!", "…", "—", "–", "-")


class Quoted(NamedTuple):
    """The parts of one quotation, in order."""

    parts: tuple[Span, ...]  # without the marks

    @property
    def span(self) -> Span:
        return self.parts[0].hull(self.parts[-1])

    def words(self, text: str) -> str:
        said = " ".join(part.of(text).strip() for part in self.parts)
        return said.replace("\n\n", " ")


def read_quoted(text: str, quotations: Sequence[Quotation]) -> Iterator[Quoted]:
    """All quotations of a text in order, joined."""
    parts: list[Quotation] = []
    for quotation in quotations:
        if parts and not _goes_on(text, parts[-1], quotation):
            yield Quoted(tuple(part.span for part in parts))
            parts = []
        parts.append(quotation)
    if parts:
        yield Quoted(tuple(part.span for part in parts))


def _goes_on(text: str, one: Quotation, other: Quotation) -> bool:
    """Whether the second quotation continues the first."""
    between = text[one.outer.end : other.outer.start]
    if one.outer.end == one.span.end:  # left open at the end of its paragraph
        return not between.strip()
    if len(between) > _TAG_MOST or "\n" in between or _STOP.search(between):
        return False
    broken = one.span.of(text).rstrip().endswith(_BROKEN_OFF) or between.startswith(
        (",", " –", " —", " -")
    )
    tag = _SAYS.search(between)
    if tag is None or tag.group() == "adding":
        return False
    return broken and not (_ANEW.search(between, tag.end()) or _ASIDE.search(between, tag.end()))
