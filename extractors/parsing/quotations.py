"""Where quotations begin and end, those over several paragraphs included. Who speaks them is left
to sayings; what is a statement, to that kind.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from extractors.values import Span, Value


class Quotation(Value):
    """Words in quotation marks; `span` is without the marks, `outer` with them."""

    span: Span
    outer: Span


_PARAGRAPH = re.compile(r"[^\n]+")
_PAIRS = {"“": "”", "«": "»", "„": "“”", '"': '"”', "‘": "’", "'": "'"}
_OPENING = re.compile(r"(?:(?<=[\s(\[—–\-:])|^)(?:[“«„\"‘]|'(?=[A-Z]))|[“«„]")
#: A paragraph whose quotation is still open, before one that opens with a mark.
_OPEN = re.compile(
    r"(?:(?<=[\s(:—–-])|^)[\"“](?P<words>[^\"“”\n]{10,3000})\n\n(?=[\"“])", re.MULTILINE
)
#: A quotation over several paragraphs that opens in the first and closes in the last one only.
_OVER = re.compile(
    r"(?:(?<=[\s(:—–-])|^)[\"“](?P<words>[^\"“”\n]{10,3000}(?:\n\n[^\"“”\n]{1,3000}){1,3}[,.!?…])"
    r"[\"”](?!\w)",
    re.MULTILINE,
)


def read_quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations in order, outermost only. One that never closes is none, but one that goes on
    in the next paragraph.
    """
    open_ended = sorted([*_left_open(text), *_over_paragraphs(text)], key=lambda one: one.span)
    starts = [quotation.outer.start for quotation in open_ended]
    within = [
        quotation
        for paragraph in _PARAGRAPH.finditer(text)
        for quotation in _quotations(text, Span(*paragraph.span()))
        if not _is_part(quotation, open_ended, bisect_left(starts, quotation.outer.end))
    ]
    return tuple(sorted([*within, *open_ended], key=lambda quotation: quotation.span))


def _is_part(quotation: Quotation, open_ended: Sequence[Quotation], before: int) -> bool:
    """Whether it stands in the last of the open-ended ones that begin before it ends."""
    return before > 0 and open_ended[before - 1].outer.overlaps(quotation.outer)


def _left_open(text: str) -> Iterator[Quotation]:
    for match in _OPEN.finditer(text):
        words = Span(*match.span("words"))
        yield Quotation(span=words, outer=Span(match.start(), words.end))


def _over_paragraphs(text: str) -> Iterator[Quotation]:
    for match in _OVER.finditer(text):
        yield Quotation(span=Span(*match.span("words")), outer=Span(*match.span()))


def _quotations(text: str, paragraph: Span) -> Iterator[Quotation]:
    position = paragraph.start
    while opening := _OPENING.search(text, position, paragraph.end):
        close = _closing(text, opening.end(), paragraph.end, _PAIRS[opening.group()])
        position = opening.end() if close is None else close + 1
        if close is not None and close > opening.end():
            outer = Span(opening.start(), close + 1)
            yield Quotation(span=Span(opening.end(), close), outer=outer)


def _closing(text: str, start: int, end: int, marks: str) -> int | None:
    """Where the quotation that begins at `start` closes; an apostrophe in a word closes nothing.

    A straight single mark does only behind a comma or full stop: else it is an apostrophe.
    """
    within = text.find("“", start, end)  # where the next one opens
    if marks == "”" and _closes_straight(text, start, end if within < 0 else within):
        marks = '"'
    for position in range(start, end):
        if text[position] in marks:
            following = text[position + 1 : position + 2]
            inside = marks == "’" and following.isalnum()
            inside = inside or (marks == '"”' and text[position] == "”" and -1 < within < position)
            if not inside and (marks != "'" or text[position - 1] in ",.!?…"):
                return position
    return None


def _closes_straight(text: str, start: int, end: int) -> bool:
    """Whether only a straight mark stands before the next quotation: “We met," he said."""
    return text.find("”", start, end) < 0 <= text.find('"', start, end)
