"""Terms in writing: a paper that a side hands over, or is to set out."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.fact import Status
from extractors.kinds.proposal.offer import Offer
from extractors.kinds.proposal.words import DEMANDED, HANDED, ON_TABLE, PREPARE, RELATIVE, TO
from extractors.parsing.document import Document
from extractors.parsing.governing import Governed, governing
from extractors.parsing.line import Line
from extractors.parsing.offers import floor_of
from extractors.parsing.parties import side_at
from extractors.parsing.status import Stretch
from extractors.parsing.subjects import nearest_subject


def papers_in(document: Document, line: Line) -> Iterator[Offer]:
    """Terms that a side hands over, or is to set out, in writing."""
    match = next(filter(None, (one.search(line.text) for one in (HANDED, ON_TABLE, PREPARE))), None)
    if match is None:
        yield from _paper_of(line)
        return
    verb = match.start("v") if match.groupdict().get("v") else match.start()
    if DEMANDED.search(line.text, max(0, verb - 40), verb):
        return
    governed, start = governing(line.text, floor_of(line, verb), verb)
    doer = nearest_subject(document, line, start)
    undone = governed in (Governed.NOT_DONE, Governed.REFUSED, Governed.POSSIBLE, Governed.AGREED)
    if doer is None or (undone and not line.text.startswith("would", start)):
        return
    to = match.groupdict().get("to")
    behind = TO.match(line.text, match.end())
    place = match.start("to") if to else behind.start("to") if behind else None
    addressee = side_at(line, place) if place is not None else None
    words = Stretch(start, match.end())
    yield Offer("written_terms", Status.PROPOSED, doer, words, "in writing", addressee)


def _paper_of(line: Line) -> Iterator[Offer]:
    """ "awaits an answer to the memorandum that Moscow's officials handed to its side"."""
    match = RELATIVE.search(line.text)
    label = next((one for one in ("who", "by", "own") if match and match[one]), None)
    doer = side_at(line, match.start(label)) if match and label else None
    if match is None or doer is None:
        return
    behind = TO.match(line.text, match.end())
    place = match.start("to") if match["to"] else behind.start("to") if behind else None
    addressee = side_at(line, place) if place is not None else None
    words = Stretch(*match.span())
    yield Offer("written_terms", Status.PROPOSED, doer, words, "in writing", addressee)
