"""How many of a side's people have been brought back so far: a running total, not one event.

Bodies, refugees and what is only promised are none. Known gaps: totals told without a word of
summing up; sums that the reader would have to add; the side named only in an earlier paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from extractors.claims import Claim, Kind, Slots
from extractors.fact import Fields, Status
from extractors.kinds.captives_returned import words
from extractors.kinds.captives_returned.totals import Total, told_again, totals_in
from extractors.kinds.captives_returned.whose import side_of
from extractors.parsing.agreeing import agree
from extractors.parsing.dates import DateMention
from extractors.parsing.document import Document
from extractors.parsing.line import Side
from extractors.parsing.tape import pattern
from extractors.values import Count, Edtf, Qualifier

VERSION = 11


class CaptivesReturned(Fields):
    """FACTS.md, kind 3. `side` is `all` for what a mediator sums up of both sides."""

    kind: ClassVar[str] = "captives_returned"

    side: str
    count: Count
    since: Edtf | None = None
    under: str | None = None


def _read(document: Document) -> Iterator[Claim]:
    """The totals; "more than 3,500" is not told where it is the 3,672 told as well."""
    claims = list(_totals(document))
    for claim in claims:
        exact = _fields(claim).count.qualifier is Qualifier.EXACT
        if exact or not any(_is_exactly(claim, one) for one in claims):
            yield claim


def _is_exactly(loose: Claim, exact: Claim) -> bool:
    return _fields(exact).count.qualifier is Qualifier.EXACT and _same(exact, loose)


def _totals(document: Document) -> Iterator[Claim]:
    told: tuple[int, Side] | None = None
    for line in document.lines:
        if told and line.sentence.rank == told[0] + 1 and (more := told_again(line)):
            yield _claim(more, told[1])
        if not _BACK.search(line.text):
            continue
        for total in totals_in(document, line):
            last = told[1] if told and line.sentence.rank - told[0] <= 1 else None
            if side := side_of(document, total, last):
                told = line.sentence.rank, side
                yield _claim(total, side)


def _claim(total: Total, side: Side) -> Claim:
    line, slots = total.line, Slots()
    slots.put("side", side.actor, side.span)
    slots.put("count", total.figure, line.tape.span(total.place, total.place + 1))
    _put_since(slots, total)
    if match := words.UNDER.search(line.text):
        slots.put("under", line.tape.words(*match.span("w")), line.tape.span(*match.span("w")))
    said = line.tape.span(*total.stretch)
    standing = (Status.COMPLETED, said)
    return slots.claim(CaptivesReturned, standing, (line, total.place), total.frame)


def _put_since(slots: Slots, total: Total) -> None:
    """Since when: a date after "since", or the year that is summed up."""
    for place, mention in total.line.tape.annotations():
        if not isinstance(mention, DateMention):
            continue
        before = total.line.text[max(0, place - 60) : place]
        since = mention.role in ("since", "from") and not _HELD_SINCE.search(before)
        a_year = len(mention.edtf) == 4 and total.clause.holds(place)
        if since or a_year or _SINCE_BEFORE.search(before):
            slots.put("since", mention.edtf, mention.span)


_HELD_SINCE = re.compile(
    r"\b(?:held|captured|detained|imprisoned|jailed|captive)(?: [\w\ue005]+){0,4} since \Z"
)
_SINCE_BEFORE = re.compile(r"\bsince (?:[\w'\ue005\ue007-]+ ){1,9}?(?:(?:on|in) )?\Z")


def _fields(claim: Claim) -> CaptivesReturned:
    assert isinstance(claim.fields, CaptivesReturned)  # noqa: S101  # only this kind's come here
    return claim.fields


def _same(full: Claim, claim: Claim) -> bool:
    mine, theirs = _fields(full), _fields(claim)
    return mine.side == theirs.side and agree(mine.count, theirs.count)


_BACK = pattern(
    r"return|free|releas|liberat|repatriat|exchang|swap|trade|rescue|secur|home|back\b|let go"
    r"|\bout\b|saved|reunited|handed over|evacuat|recovered"
)
_TRIGGER = pattern(
    r"return|freed|\bfree\b|releas|liberat|repatriat|exchang|swap|traded|rescued|secured|\bhome\b"
    r"|\bback\b|let go|come out|reunited|handed over|recovered",
)

KIND = Kind(CaptivesReturned.kind, VERSION, _TRIGGER, _read, _same)
