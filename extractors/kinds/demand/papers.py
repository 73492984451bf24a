"""Whose paper it is of which a later sentence tells what stands in it: "Russia handed over its
memorandum. The document lists …"."""

from __future__ import annotations

import re

from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.parties import Agent, party_at


def memorandum_before(document: Document, line: Line, match: re.Match[str]) -> Agent | None:
    """The side of the war that handed in the paper with which the sentence opens."""
    opens = OPENS_PAPER.match(line.text, 0, match.start())
    if opens is None or match.start() - opens.end() > _NEAR:
        return None
    earlier: Line | None = line
    for _ in range(1 if opens["it"] else _BACK):
        rank = earlier.sentence.rank if earlier else 0
        earlier = document.lines[rank - 1] if rank else None
        submits = _SUBMITS.search(earlier.text) if earlier else None
        owner = party_at(earlier, submits.start("i")) if earlier and submits else None
        if owner:
            return owner if document.has_foes(owner.actor) else None
    return None


OWN_PAPER = re.compile(r"'s? own (?:[\w-]+ )?(?:document|paper|draft|text|proposals?)\b")
_NEAR = 90  # places behind the paper in which it is said to hold something
_BACK = 3  # sentences back in which it is told who handed it in
#: "The document lists …": of what stands in a paper no time makes an ultimatum.
OPENS_PAPER = re.compile(
    r"\W{0,3}(?:(?:the|this|that) (?:[\w-]+ )?(?:document|memorandum|paper|text)\b|(?P<it>it)\b)"
)
_SUBMITS = re.compile(
    r"(?P<i>[\ue005\ue006])(?:'s)? (?:(?!and\b)[\w'-]+ ){0,5}?(?:present|hand|submit|deliver"
    r"|publish"
    r"|unveil|releas|gave|pass)\w*\b[^.;]{0,50}?\bmemorandum\b"
)
