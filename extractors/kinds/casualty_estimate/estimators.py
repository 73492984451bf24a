"""Who counted: the bodies, outlets and persons to whom a toll's sentence gives the figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.claims import Slots
from extractors.kinds.casualty_estimate.toll import Toll
from extractors.parsing.line import Line
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.tape import pattern
from extractors.values import Span

_NAME = r"[\ue005\ue006\ue008]"
_BODY = (
    r"(?:(?:the |its |their |a )?(?:(?:\ue005|\ue007)(?:'s|-based|-run)? )?(?:(?:[\w'-]+"
    r"|\ue005-run) ){0,3}?(?:ministry|general staff|headquarters|authorities|officials"
    r"|researchers|intelligence|army|military|office|institute|university|study|commission|group"
    r"|observatory|agency|monitors?|think[- ]tank|report|watchdog|ministry of health)"
    r"(?: of (?:defen[cs]e|health|the armed forces))?(?: (?:of|in|for) [\ue005\ue007](?!-))?)"
)
_SOURCES = (
    pattern(
        rf"\b(?:according to|figures (?:from|by)|data (?:from|by)|estimates? (?:from|by|of)"
        rf"|count(?:ed)? by|tally by|tallied by|compiled by|echoed by|citing|verified by"
        rf"|confirmed by|study by|reported by|published by) (?:an? "
        rf"|the )?(?:\w+ ){{0,2}}?(?P<who>{_NAME})(?:'s)?(?: (?:and"
        rf"|with) (?:the )?(?:\w+ ){{0,2}}?(?P<other>{_NAME}))?"
    ),
    pattern(
        rf"(?P<who>{_NAME})(?: (?:and|with) (?:the )?(?P<other>{_NAME}))?(?:'s)?(?: (?!(?:losses"
        rf"|casualties|deaths|fatalities|toll|are|is)\b)\w+){{0,3}}?"
        r" (?:estimat(?:es|ed)|puts?|counted|counts|reckons|believes?|confirmed|verified"
        r"|documented|recorded|identified)\b"
    ),
    pattern(rf"\baccording to (?P<body>{_BODY})"),
    pattern(
        rf"(?P<body>{_BODY}) (?:(?:has|have|recently|says?|said) )?(?:say|says|said|estimate[sd]?"
        rf"|puts?|counted"
        r"|believe|reported|announced)\b"
    ),
)


def put_estimators(slots: Slots, toll: Toll) -> None:
    """Everybody to whom the sentence gives the figure, speakers included."""
    line = toll.line
    for hop in line.attribution(toll.place):
        slots.member("estimators", hop.name, hop.span)
    known = [hop.span for hop in line.attribution(toll.place)]
    for name, span in _named(line):
        if not any(span.overlaps(one) for one in known):
            known.append(span)
            slots.member("estimators", name, span)


def _named(line: Line) -> Iterator[tuple[str, Span]]:
    for rule in _SOURCES:
        for match in rule.finditer(line.text):
            groups = match.groupdict()
            if groups.get("body"):
                start, end = match.span("body")
                yield _plain(line.tape.words(start, end)), line.tape.span(start, end)
            for label in ("who", "other"):
                if groups.get(label):
                    yield _called(line, match.start(label))


def _called(line: Line, place: int) -> tuple[str, Span]:
    name = line.tape.at(place)
    words = _plain(line.tape.words(place, place + 1))
    person = isinstance(name, Name) and name.type is NameType.PERSON
    return (name.name if isinstance(name, Name) and person else words), name.span


_ARTICLE = re.compile(r"\A(?:the|an?|its|their) ", re.IGNORECASE)


def _plain(words: str) -> str:
    return _ARTICLE.sub("", words)
