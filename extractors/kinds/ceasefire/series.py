"""Truces told one by one by their number: "Three truces broke down. The first was reached on …".

Only after a sentence that says of several that they did not hold, in its paragraph, and with a day.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from extractors.fact import Status
from extractors.kinds.ceasefire.model import ONE_OF_SEVERAL
from extractors.kinds.ceasefire.phrases import Phrase
from extractors.kinds.ceasefire.telling import Telling
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern

_MOST = 6  # truces of one sentence


def one_by_one(document: Document, line: Line) -> Iterator[tuple[Phrase, Telling]]:
    """The truces that a sentence counts, of those that had broken down."""
    if not (_ONE.search(line.text) and _broke_down(document, line)):
        return
    for match in islice(_ONE.finditer(line.text), _MOST):
        start, end = match.span("one")
        if any(True for _ in line.tape.annotations(end, match.end())):
            phrase = Phrase(line, start, start, end, "the", "", deed=False)
            told = Telling(Status.FAILED, ONE_OF_SEVERAL, Stretch(start, end), between=True)
            yield phrase, told


def _broke_down(document: Document, line: Line) -> bool:
    """Whether the paragraph said before that several truces did."""
    before = document.before(line)
    while before is not None and not _SEVERAL.search(before.text):
        before = document.before(before)
    return before is not None


_SEVERAL = pattern(
    r"\b(?:truces|cease-?fires)\b[^.;]{0,60}? (?:broke(?:n)? down|collapsed|fell apart|failed"
    r"|fallen apart|unravell?ed|been (?:broken|violated)|(?:were|was) (?:broken|violated)"
    r"|lasted (?:only|barely|less than|mere)|did not hold|had not held)\b"
)
#: "The first was hammered out in Moscow on 10 October", "; the third, announced on 25 October".
_ONE = pattern(
    r"(?:\A\W{0,2}|[,;] (?:and )?|\band )(?:[{actor}{person}] (?:brokered|announced|mediated) )?"
    r"the (?P<one>{ordinal}|last|latest)(?: one)?,? (?:which |that |had )?"
    r"(?:(?:was|were|had been|came|began|started|took|announced|agreed|reached|brokered|signed"
    r"|declared|mediated|negotiated|struck|lasted|hammered|collapsed|broke)\b[^.;,]{0,60}?)?"
    r"(?:on )?{date}"
)
