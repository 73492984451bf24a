"""Sanctions of those who follow: "the EU blacklisted 20 bodies; Canada followed on Tuesday".

Whom they hit is left open here: it was said before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from extractors.fact import Status
from extractors.kinds.sanctions.found import Found
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.parties import party_at
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern

_MOST = 3  # followers of one sentence: bounds the work on hostile text
_FOLLOWED = pattern(
    r"(?:\A\W{0,2}|[;,] (?:and |while )?)(?:the )?(?P<i>[{actor}{person}])"
    r" (?:has |have |had )?(?:followed(?: suit)?|did (?:so|the same|likewise))"
    r"(?= (?:(?:on )?{date}|on [a-z]{3,6}day|within (?:hours|minutes|{duration})|(?:hours|shortly"
    r"|soon|{duration}) (?:later|after\w*)|with (?:[\w-]+ ){0,3}(?:measures|sanctions|penalties"
    r"|restrictions|steps|package))|[.,;]|\Z)"
)
_TOLD = re.compile(
    r"\b(?:imposed|adopted|announced|introduced|unveiled|hit|approved|agreed"
    r"|signed off)\b[^.;]{0,60}"
    r"(?:\bsanctions\b|\ue001 (?:round|package)\b)|\b(?:sanctioned|blacklist(?:ed|s))\b"
)


def followers_in(document: Document, line: Line) -> Iterator[Found]:
    """Who followed sanctions told before in the sentence, or in the one before it."""
    rank = line.sentence.rank
    earlier = document.lines[rank - 1].text if rank else ""
    for match in islice(_FOLLOWED.finditer(line.text), _MOST):
        told = _TOLD.search(line.text, 0, match.start()) or _TOLD.search(earlier)
        if told and (issuer := party_at(line, match.start("i"))):
            yield Found("followed", Status.COMPLETED, issuer, Stretch(*match.span()))
