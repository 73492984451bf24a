"""Between whom an exchange stands, under whose names their people are counted, and what was told
before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extractors.claims import Claim
from extractors.kinds.prisoner_exchange import share_words
from extractors.parsing.document import Document
from extractors.parsing.headcounts import Headcount
from extractors.parsing.line import Line
from extractors.parsing.sides import Sides


class Dealing(NamedTuple):
    """Two sides, under whose names their people are counted, and what was told before."""

    document: Document
    sides: Sides
    people: tuple[str, str]
    earlier: Sequence[Claim]


def dealing(document: Document, sides: Sides, earlier: Sequence[Claim]) -> Dealing:
    """The sides of an exchange with the names of their peoples."""
    one, other = (side.actor for side in sides)
    people = (document.people_of(one, other), document.people_of(other, one))
    return Dealing(document, sides, people, earlier)


def is_in_return(line: Line, count: Headcount) -> bool:
    return bool(share_words.IN_RETURN.search(line.text, max(0, count.place - 30), count.place))
