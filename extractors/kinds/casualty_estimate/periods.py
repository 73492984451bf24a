"""The period over which a toll was counted, from the dates around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from extractors.claims import Slots
from extractors.kinds.casualty_estimate.toll import Toll
from extractors.parsing.dates import DateMention
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.status import Stretch
from extractors.values import DateBasis, date_end, date_start


def named_periods(line: Line, reach: Stretch) -> list[DateMention]:
    """Periods told by name: "in June", "this year", "between May and July"."""
    return [
        mention
        for _, mention in line.tape.annotations(*reach)
        if isinstance(mention, DateMention)
        and (mention.role in ("at", "between", "from") or mention.role in _BOUND)
        and (len(mention.edtf) != 10 or mention.role in ("after", "until"))
        and mention.basis is not DateBasis.NONE
    ]


_BOUND = ("by", "until", "before", "after")


def put_period(slots: Slots, document: Document, toll: Toll) -> None:
    """Fill `since` and `until` from the dates around a toll."""
    for place, mention in dates_in(toll.line):
        before = toll.line.text[max(0, place - 60) : place]
        if mention.role in ("since", "from") or _SINCE_BEFORE.search(before):
            _put(slots, document, "since", mention)
        elif mention.role == "between" and "/" in mention.edtf:
            start, end = mention.edtf.split("/")
            slots.put("since", start, mention.span)
            slots.put("until", end, mention.span)
        elif mention.role in ("until", "by") or _AS_OF.search(before):
            _put(slots, document, "until", mention)
    _put_named(slots, toll)


def _put_named(slots: Slots, toll: Toll) -> None:
    named = named_periods(toll.line, toll.clause)
    if named and "since" not in slots.values and "until" not in slots.values:
        start, end = date_start(named[0].edtf), date_end(named[0].edtf)
        if start and end and "/" not in named[0].edtf:
            slots.put("since", named[0].edtf, named[0].span)
            before = toll.line.text[: toll.line.tape.place(named[0].span.start)]
            if not _BEGAN.search(before):
                slots.put("until", named[0].edtf, named[0].span)


_BEGAN = re.compile(r"\b(?:began|started|erupted|broke out|launched|dates back)[^.;,]{0,20} \Z")
_SINCE_BEFORE = re.compile(
    r"\bsince (?:[\w'\ue005\ue007-]+ ){1,9}?(?:(?:on|in|,) )?\Z|\bsince[^.;]{0,40}, on \Z"
)
_AS_OF = re.compile(r"\bas of (?:the )?(?:\w+ of )?\Z")


def dates_in(line: Line) -> Iterator[tuple[int, DateMention]]:
    for place, mention in line.tape.annotations():
        if isinstance(mention, DateMention):
            yield place, mention


#: Days that mean one year, even where the text leaves it out: the attack on Israel, the invasion.
FAMOUS = {"10-07": "2023", "02-24": "2022"}


def _put(slots: Slots, document: Document, field: str, mention: DateMention) -> None:
    published = document.article.published_on or date.max
    year = FAMOUS.get(mention.edtf[5:])
    if year and mention.basis is not DateBasis.EXPLICIT and not mention.edtf.startswith(year):
        return
    if (begun := date_start(mention.edtf)) and begun > published:
        return
    slots.put(field, mention.edtf, mention.span)
