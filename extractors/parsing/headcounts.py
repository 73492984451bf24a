"""How many people, and whose: "250 prisoners from each side", "31 Ukrainians", "15 of its soldiers".

Which deed the people belong to is left to the kinds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from extractors.parsing.document import Line
from extractors.parsing.gazetteer import Form, NameType
from extractors.parsing.lexicon import EACH, LEXICON
from extractors.parsing.names import Name
from extractors.parsing.numbers import Number
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern
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
    more: bool  # "1,200 more", "another 300"


_MIDDLE = (
    r"(?P<mid>(?: (?!(?:and|or|from|for|in|by|to|with|at|on|were|was|had|have|are|is|who|that|of)\b)[\w'-]+"
    r"| {actor}(?:'s)?(?=[ -])| of (?:its|their|our|his|her|the)(?: own)?){0,6}?)"
)
_RULES = (
    pattern(rf"(?P<n>{{count}}){_MIDDLE} (?P<who>{{captives}})\b(?!')", LEXICON),
    pattern(rf"(?P<n>{{count}})(?: more)? (?={EACH})", LEXICON),
    pattern(
        r"(?P<n>{count})(?P<mid>(?: more| other| captured| freed| jailed| imprisoned| living| elderly| wounded)? (?P<a>{actor}))",
        LEXICON,
    ),
)
_EACH_NEXT = pattern(rf"(?: of war)?(?: (?!and\b|for\b|while\b)[\w-]+){{0,3}}? {EACH}\b", LEXICON)
_EACH_FIRST = pattern(
    r"\b(?:each|respectively)(?: side| country)?(?: of them)?(?: \w+){0,4}?\s\Z", LEXICON
)
_BOTH_NEXT = pattern(
    r"(?: (?!and\b|for\b|while\b)[\w-]+){0,3}? (?:from|on|by|of) (?:both|the two|the) {side}\b",
    LEXICON,
)


def read_headcounts(line: Line, clause: Stretch) -> tuple[Headcount, ...]:
    """All counts of people in a clause, in order, each number once."""
    found: dict[int, Headcount] = {}
    for rule in _RULES:
        for match in rule.finditer(line.text, clause.start, clause.end):
            headcount = _headcount(line, clause, match)
            if headcount and headcount.place not in found:
                found[headcount.place] = headcount
    return tuple(found[place] for place in sorted(found))


def _headcount(line: Line, clause: Stretch, match: re.Match[str]) -> Headcount | None:
    groups = match.groupdict()
    place = match.start("n")
    number = line.tape.at(place)
    if not isinstance(number, Number):
        return None
    if groups.get("a") and not _people(line.tape.at(match.start("a")), line):
        return None
    middle = groups.get("mid") or ""
    end = match.end() if groups.get("who") or groups.get("a") else place + 1
    share, stop = _share(line, clause, place, end)
    return Headcount(
        count=number.count,
        place=place,
        stretch=Stretch(place, end),
        span=line.tape.span(place, stop),
        share=share,
        whose=_whose(line, place, end),
        own=bool(re.search(r"\b(?:its|their|our)\b", middle)),
        noun=groups.get("who") or "",
        more=number.more or " more" in middle,
    )


def _people(annotation: object, line: Line) -> bool:
    """Whether a name after a number means people: "31 Ukrainians" but not "31 Ukrainian"."""
    if not isinstance(annotation, Name) or annotation.form is not Form.DEMONYM:
        return False
    words = annotation.span.shift(-line.sentence.span.start).of(line.sentence.text)
    return words.endswith("s")


def _share(line: Line, clause: Stretch, place: int, end: int) -> tuple[Share, int]:
    """How the headcount is shared, and where the words that say so end."""
    after = _EACH_NEXT.match(line.text, end, clause.end)
    if after:
        return Share.EACH, after.end()
    if _EACH_FIRST.search(line.text, max(clause.start, place - 60), place):
        return Share.EACH, end
    both = _BOTH_NEXT.match(line.text, end, clause.end)
    return (Share.BOTH, both.end()) if both else (Share.PLAIN, end)


_CAPTOR = re.compile(
    r"(?:-held|-controlled|-run|-occupied|'s)? (?:captivity|jails?|prisons?|custody|detention)|-held"
)


def _whose(line: Line, start: int, end: int) -> str | None:
    """The actor whose people the words name: "90 Palestinian prisoners"; a captor is not it."""
    for place, name in line.names(NameType.ACTOR, start, end):
        if not _CAPTOR.match(line.text, place + 1) and name.form in (Form.DEMONYM, Form.NAME):
            return name.actor
    return None


_HELD_BY = (
    pattern(r"(?:from|in) (?P<by>{actor})(?:'s)? (?:captivity|jails?|prisons?|custody|detention)"),
    pattern(r"(?:held|captured|detained|seized) by (?:the )?(?P<by>{actor})"),
)


def captor(line: Line, clause: Stretch) -> str | None:
    """Who held the people: "released from Russian captivity", "held by Hamas"."""
    for rule in _HELD_BY:
        for match in rule.finditer(line.text, clause.start, clause.end):
            name = line.tape.at(match.start("by"))
            if isinstance(name, Name):
                return name.actor
    return None
