"""The building in which a meeting was, and the city that its name tells."""

from __future__ import annotations

import re

from extractors.claims import Slots
from extractors.kinds.talks.mention import Mention
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import Form, NameType
from extractors.parsing.tape import pattern
from extractors.values import Span

_VENUE = re.compile(
    r"\b(?:in|at|inside) (?:the |a |an )?(?:[\w-]+ ){0,2}?(?:\w{2,20}['’]s )?"
    r"((?:[A-ZÇŞİÖÜ][\w’'-]+ ){1,4}(?:Palace"
    r"|Hotel|Embassy|Residence|Villa|Castle|Resort|Cent(?:er|re)|Mission|Base))\b"
)
_LEGATION = pattern(
    r"\b(?:in|at|inside) the (?P<v>(?:{place}|{actor}) (?:embassy|consulate|mission))\b"
)


def put_venue(slots: Slots, mention: Mention) -> None:
    line = mention.line
    for window in mention.windows:
        if window.end <= window.start:
            continue
        span = line.tape.span(*window)
        words_there = said_at(span, line)
        if match := _VENUE.search(words_there):
            slots.put("venue", match.group(1), Span(*match.span(1)).shift(span.start))
        if hit := _LEGATION.search(line.text, *window):
            place = line.tape.span(*hit.span("v"))
            slots.put("venue", said_at(place, line), place)


def put_city_of_venue(slots: Slots, line: Line, venue: Name) -> None:
    """ "at the Ritz-Carlton in Riyadh", a venue by that name: in Riyadh."""
    said = said_at(venue.span, line)
    _, there, city = said.rpartition(" in ")
    if there:
        slots.put("city", city, Span(venue.span.end - len(city), venue.span.end))


#: "Vienna hosted the third round", "Muscat was the venue".
_CITY_HOSTS = pattern(
    r"(?P<c>[{place}{actor}])(?:,[^.;,]{1,60},)?(?: (?:will|would|could|may|might|is|are|was|to"
    r"|due|set"
    r"|ready|also|again|has|had|have|once|then|later|offered|agreed|expected|previously"
    r"|on {date}|{date})){0,4}"
    r" (?:host(?:ed|s|ing)?|(?:the|its) (?:venue|site|scene|setting))\b"
)


def put_city_of_host(slots: Slots, mention: Mention, document: Document) -> None:
    """A capital that hosts is where they meet, unless the article names another city there."""
    line, start = mention.line, mention.clause.start
    match = _CITY_HOSTS.search(line.text, start, mention.trigger.start)
    name = line.tape.at(match.start("c")) if match else None
    pointed_at = {"date", "ordinal"} & slots.values.keys()
    if not pointed_at or "city" in slots.values or not isinstance(name, Name) or not _is_city(name):
        return
    others = (
        other
        for each in document.lines
        for _, other in each.names(NameType.PLACE)
        if other.detail == "city" and other.actor == name.actor
    )
    said = said_at(name.span, line)
    if all(other.name == said for other in others):
        slots.put("city", said, name.span)


def _is_city(name: Name) -> bool:
    return name.detail == "city" or name.form is Form.CAPITAL


def said_at(span: Span, line: Line) -> str:
    return span.shift(-line.sentence.span.start).of(line.sentence.text)
