"""Where paragraphs and sentences begin and end; quotations.py says where quotations do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.values import Span, Value


class Sentence(Value):
    """A sentence of the article; `span` counts from the start of the article's text."""

    span: Span
    text: str
    paragraph: int
    rank: int  # 0-based in the article


_PARAGRAPH = re.compile(r"[^\n]+")
_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«„(\[]*(?P<next>\w))")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“‘«-])(?:[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Brig"
    r"|Cmdr|Sen|Rep|Gov|Hon|Rev|St|Mt|Ft|No|Nos|vs|v|cf|ca|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?"
    r"|Oct|Nov|Dec|Inc|Ltd|Co|Corp|Bros|Jr|Sr|Arts?|Fig|Eq|Ch|Vol|pp?|e\.g|i\.e|a\.m|p\.m)\.\Z"
)
_ALWAYS_INSIDE = re.compile(r"(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Sen|Rep|Gov|St)\.\Z")
_STARTS_ANEW = re.compile(
    r"\s{1,4}[\"“‘«(]{0,4}(?:The|A|An|In|On|At|He|She|It|They|We|But|And|This|That|These|Those|His|Her|Its"
    r"|Their|However|Meanwhile|After|Before|As|If|When|While|For|Both|Earlier|Since|Under|With)\b"
)
#: "“Why now?” Macron asked.": the tag belongs to the words before it.
_TAGGED = re.compile(
    r"[!?…][\"'”’»]\s(?:[A-Z][\w.’'-]{1,20}\s){1,6}(?:said|says|told|asked|asks|wrote|writes|added|posted"
    r"|warned|tweeted|declared|shouted|replied)\b"
)


def read_sentences(text: str) -> tuple[Sentence, ...]:
    """All sentences in order. A line break always ends one; marks of an abbreviation do not."""
    spans = [
        (number, span)
        for number, paragraph in enumerate(_PARAGRAPH.finditer(text))
        for span in _split(text, Span(*paragraph.span()))
    ]
    return tuple(
        Sentence(span=span, text=span.of(text), paragraph=number, rank=rank)
        for rank, (number, span) in enumerate(spans)
    )


def _split(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for stop in _STOP.finditer(text, paragraph.start, paragraph.end):
        if _opens(stop["next"]) and _ends_sentence(text, start, stop.end(), paragraph.end):
            yield from _trimmed(text, Span(start, stop.end()))
            start = stop.end()
    yield from _trimmed(text, Span(start, paragraph.end))


def _opens(letter: str) -> bool:
    """A sentence begins with a capital, of whatever alphabet, or a figure; al-Sharaa does not."""
    return not letter.islower() and letter != "_"


def _ends_sentence(text: str, start: int, stop: int, end: int) -> bool:
    if _TAGGED.match(text, stop - 2, end):
        return False
    tail = text[max(start, stop - 12) : stop]
    if tail.endswith(" on X."):
        return True
    if not _ABBREVIATION.search(tail):
        return True
    return not _ALWAYS_INSIDE.search(tail) and bool(_STARTS_ANEW.match(text, stop, end))


def _trimmed(text: str, span: Span) -> Iterator[Span]:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    end = start + len(words.strip())
    if end > start:
        yield Span(start, end)
