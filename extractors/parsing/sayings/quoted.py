"""Sentences of nobody's own that are somebody's word: inside a quotation, between two of one
speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.parsing.quotations import Quotation
from extractors.parsing.sayings.sources import Chain, Saying, Spoken
from extractors.parsing.sayings.speakers import Speakers
from extractors.parsing.status import Stretch


def read_spoken(
    lines: Sequence[Spoken], quotations: Sequence[Quotation], speakers: Speakers
) -> None:
    """Sentences inside a quotation take its speaker, named in a sentence of it or right before;
    whomever he quotes in it speaks before him.
    """
    rank = 0
    for number, quotation in enumerate(quotations):
        while rank < len(lines) and lines[rank].sentence.span.end <= quotation.outer.start:
            rank += 1
        inside = _lines_of(lines, rank, quotation)
        if inside and _fills_sentences(inside, quotation):
            before = lines[rank - 1] if rank else None
            ahead = _tagged_ahead(lines, rank, quotations, number)
            chain = ahead or _speaker_of(before, inside, quotation, speakers)
            for line in inside:
                if chain and not any(_tags(line, quotation)):
                    reach = Stretch(0, len(line.tape.text))
                    line.sayings = (*line.sayings, Saying(chain=chain, reach=reach))


_AHEAD = 4  # paragraphs of one quotation before the one with its tag


def _tagged_ahead(
    lines: Sequence[Spoken], rank: int, quotations: Sequence[Quotation], number: int
) -> Chain:
    """Who is named at the end of a quotation that this paragraph of it leaves open."""
    for quotation in quotations[number : number + _AHEAD]:
        left_open = quotation.outer.end == quotation.span.end
        if not left_open:
            while rank < len(lines) and lines[rank].sentence.span.end <= quotation.outer.start:
                rank += 1
            tags = (
                tag for line in _lines_of(lines, rank, quotation) for tag in _tags(line, quotation)
            )
            first = quotation is quotations[number]
            return () if first else next((tag.chain for tag in tags), ())
    return ()


def _tags(line: Spoken, quotation: Quotation) -> Iterator[Saying]:
    """The sayings of a sentence that are not a part of the words quoted."""
    for saying in line.sayings:
        if not quotation.span.covers(saying.chain[0].span):
            yield saying


def _lines_of(lines: Sequence[Spoken], rank: int, quotation: Quotation) -> list[Spoken]:
    inside: list[Spoken] = []
    while rank < len(lines) and lines[rank].sentence.span.start < quotation.outer.end:
        inside.append(lines[rank])
        rank += 1
    return inside


def _fills_sentences(inside: Sequence[Spoken], quotation: Quotation) -> bool:
    """Whether the quotation is more than a few quoted words of the article's own sentence."""
    only = inside[0].sentence.span
    length = min(only.end, quotation.outer.end) - max(only.start, quotation.outer.start)
    return len(inside) > 1 or 4 * length > 3 * (only.end - only.start)


def _speaker_of(
    before: Spoken | None, inside: Sequence[Spoken], quotation: Quotation, speakers: Speakers
) -> Chain:
    for line in inside:
        for saying in _tags(line, quotation):
            return saying.chain
    if any(_STRANGER.search(line.tape.text) or _UNKNOWN.search(line.tape.cased) for line in inside):
        return ()
    sayings = before.sayings if before else ()
    told = [saying for saying in sayings if not speakers.is_quoted(saying.chain[0].span)]
    return (told or sayings)[-1].chain if sayings else ()


#: '…," the suspect said': somebody without a name, and not who spoke before.
_STRANGER = re.compile(
    r"[,.!?]\" (?:the|an?|one|another) (?:[\w-]+ ){1,4}(?:said|says|told|added|asked|recalled"
    r"|explained|wrote)\b"
)
#: '…," said Mother Agnes': a name that is nobody's here, and not who spoke before either.
_UNKNOWN = re.compile(
    r"[,.!?…][\"”’] (?:(?:said|says|added|told|recalled|explained) (?:[a-z]+ )?[A-Z][\w’'-]+"
    r"|(?:[A-Z][\w.’'-]+ ){1,4}(?:said|says|added|told|recalled|explained|wrote)\b)"
)
#: "…, Yusov said. Another 450 came back": more of what was told.
_MORE = re.compile(
    r"(?:another|a further) \S|(?:of|among) (?:them|these|those)\b|the (?:rest|others|remaining)\b"
    r"|(?:the|its) (?:deal|plan|proposal|offer|agreement|draft|text)\b.{0,40}\breportedly\b",
    re.IGNORECASE,
)


def read_more(lines: Sequence[Spoken]) -> None:
    """A sentence of nobody's that only adds to what one told in the sentence before."""
    for before, line in pairwise(lines):
        told = before.sayings and before.sentence.paragraph == line.sentence.paragraph
        if told and not line.sayings and _MORE.match(line.sentence.text):
            saying = before.sayings[-1]
            if saying.reach == Stretch(0, len(before.tape.text)):
                whole = Stretch(0, len(line.tape.text))
                line.sayings = (Saying(chain=saying.chain, reach=whole),)


def read_between(lines: Sequence[Spoken]) -> None:
    """A sentence of nobody's, between two of one speaker in its paragraph, goes on with his word:
    "According to X, … This brings the total to 900. It was a hard day, X noted."
    """
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        if line.sayings or not before.sayings or not after.sayings:
            continue
        if len({one.sentence.paragraph for one in (before, line, after)}) > 1:
            continue
        saying = before.sayings[-1]
        goes_on = saying.reach.end == len(before.tape.text)
        if goes_on and saying.chain[0].name == after.sayings[0].chain[0].name:
            reach = Stretch(0, len(line.tape.text))
            line.sayings = (Saying(chain=saying.chain, reach=reach),)
