"""A count of people, as it is read from a clause."""

from __future__ import annotations

from enum import StrEnum

from extractors.parsing.status import Stretch
from extractors.values import Count, Span, Value


class Share(StrEnum):
    """How a headcount is to be shared out between the sides."""

    EACH = "each"
    BOTH = "both"  # said of both sides together: a sum, unless something else says otherwise
    PLAIN = "plain"


class Headcount(Value):
    """A count of people with the words around it."""

    count: Count
    place: int  # of the number's sign on the tape
    stretch: Stretch  # number and noun on the tape
    span: Span  # number, noun and sharing words in the article
    share: Share
    whose: str | None  # the actor that the words themselves name as theirs: "31 Ukrainians"
    own: bool  # "of its soldiers", "our people"
    noun: str  # on the tape; empty for "250 each"
