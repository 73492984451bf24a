"""What the page itself tells of where and when a meeting was: a dateline, a chronicle's heading,
the clock of a live page."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from extractors.claims import Slots
from extractors.kinds.talks.mention import Mention
from extractors.kinds.talks.venues import said_at
from extractors.parsing.dates import DateMention
from extractors.parsing.line import Line
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import Form, NameType
from extractors.parsing.tape import SIGNS, pattern
from extractors.values import DateBasis, Span


def put_heading(slots: Slots, mention: Mention, opening: Line) -> None:
    """A chronicle's "April 19 – Rome." dates and places what its paragraph tells."""
    match = _HEADING.match(opening.text)
    if match is None or opening.sentence.paragraph != mention.line.sentence.paragraph:
        return
    on = opening.tape.at(match.start("d"))
    if not isinstance(on, DateMention) or slots.values.get("date", on.edtf) != on.edtf:
        return
    if len(on.edtf) >= len("2025-04-19"):
        slots.date(on)
    city = opening.tape.at(match.start("c")) if match["c"] else None
    if isinstance(city, Name) and (city.detail == "city" or city.form is Form.CAPITAL):
        slots.put("city", said_at(city.span, opening), city.span)


_CLOCK = re.compile(r"\d{1,2}[:.]?\d{2}(?: ?(?:gmt|utc|[ap]\.?m\.?))?\b", re.IGNORECASE)


def put_live(slots: Slots, opening: Line, published: date | None) -> None:
    """An entry of a live page, "1248 GMT – They're done", tells of the day of its page."""
    match = _CLOCK.match(opening.sentence.text)
    if match and published:
        span = Span(*match.span()).shift(opening.sentence.span.start)
        slots.put("date", published.isoformat(), span)
        slots.values.setdefault("date_basis", DateBasis.CONTEXT)


_HEADING = pattern(
    r"\A(?P<d>{date})(?::| ?[–—-])"
    r"(?: (?P<c>[{place}{actor}])(?=[.,:;]| again| ?[–—-]|\Z))?"
)


def put_city_of_dateline(slots: Slots, mention: Mention, lead: Line) -> None:
    """A report from Istanbul about a palace in Turkey: the palace is in Istanbul."""
    venues = [
        name.actor for _, name in mention.line.names(NameType.PLACE) if name.detail == "venue"
    ]
    for place, name in lead.names(NameType.PLACE, 0, 1):
        if place == 0 and name.detail == "city" and name.actor in venues and name.actor:
            slots.put("city", name.name, name.span)


def city_of_dateline(lead: Line, hosts: Collection[str]) -> tuple[str, Span] | None:
    """Where a report was filed, "GENEVA, May 3 (Agency) -", if that is where its talks are: a city
    that is no capital, since reporters sit in those, or the capital of a host or mediator."""
    if dateline_end(lead.text) == 0:
        return None
    name = lead.tape.at(0) if lead.text[0] in (SIGNS["place"], SIGNS["actor"]) else None
    if not isinstance(name, Name):
        return None
    if name.detail == "city" and name.form is not Form.CAPITAL:
        return name.name, name.span
    if name.form is Form.CAPITAL and name.actor in hosts:
        city = name.name if name.detail == "city" else said_at(name.span, lead).title()
        return city, name.span
    return None


_DATELINE = pattern(
    r"\A[^.;:()\"]{0,50}?(?:\.? ?/[^/]{1,20}/\.?|\([^()]{1,30}\)) ?[-–—]{0,2} ?"
    r"|\A[{place}{actor}\w/ ]{1,25}, {date}\.?,? ?(?=[-–—])"
    r"|\A[{place}{actor}](?:[/ ,.]{1,2}[\w{place}{actor}]{1,12}){0,4} ?[—–-]{1,2} "
)


def dateline_end(text: str) -> int:
    """ "MOSCOW, August 14. /TASS/." and "GENEVA, May 3 (Reuters) -" date the report."""
    match = _DATELINE.match(text)
    return match.end() if match else 0
