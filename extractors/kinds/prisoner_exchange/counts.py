"""The counts of people of an exchange: those with their noun, and the bare numbers that a deed
moves ("let 22 of them go", "600 in all would be freed") or that stand beside another count."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.kinds.prisoner_exchange.words import WORDS
from extractors.parsing.headcounts import Headcount, Share, read_headcounts
from extractors.parsing.line import Line
from extractors.parsing.numbers import Number
from extractors.parsing.patterns import Pattern
from extractors.parsing.status import Stretch
from extractors.parsing.tape import SIGNS, pattern

#: What follows a bare number that counts people.
_PEOPLE_NEXT = pattern(
    r"(?=[,.;:)\u2013\u2014]|\Z| [\u2013\u2014-]|\")"
    r"| (?:of (?:its|their|our|his|her|the|them|those|[\w{actor}{person}-]+'s) ?"
    r"|(?:more|others?)(?=[,.;]|\Z| {date}"
    r"| (?:on|in|at|from|last|were|was|had|have|are|will|would|to|who)\b)"
    r"|each\b|home\b|back\b|go\b|free\b|over\b|in (?:all|total)\b|altogether\b|and\b|while\b|for\b"
    r"|in (?:return|exchange|turn|the (?:other|opposite|reverse))\b|the (?:other|same)\b|went\b"
    r"|were\b|was\b|had\b|have\b|are\b|will\b|would\b|came\b|returned\b|travell?ed\b|moved\b"
    r"|crossed\b|flew\b|headed\b|who\b"
    r"|going\b|returning\b|heading\b|coming\b|leaving\b|(?:to|for|from|by|on) (?:the )?(?:{actor}"
    r"|{date}|same|other)|{date}|that (?:day|night|evening)|(?:[\w-]+ ){0,3}{captives}\b)",
    WORDS,
)
#: What stands between a deed and the number of those it moves.
_BEHIND = pattern(
    r" (?:(?:another|a|further|some|about|around|only|the|at|least|more|than|up|to|over|nearly"
    r"|close|almost|first|last|other|remaining|of|all) ){0,4}\Z"
)
_BEFORE = pattern(
    r"(?: (?:in (?:all|total)|altogether|more|others?|of (?:them|those|these)))?,?"
    r"(?: (?:who|that|had|have|has|been|was|were|are|is|being|to|be|will|would|could|should|must"
    r"|also|then|later|now|since|due|set|expected|finally|already|not|yet|still)){0,5} \Z"
)


def bare_counts(
    line: Line, start: int, end: int, rule: Pattern = _PEOPLE_NEXT
) -> Iterator[Headcount]:
    """The bare numbers between two places that can count people."""
    for place, number in line.tape.annotations(start, end):
        if not isinstance(number, Number) or number.ordinal or number.age:
            continue
        if rule.match(line.text, place + 1):
            yield _bare(place, number)


def _bare(place: int, number: Number) -> Headcount:
    return Headcount(
        count=number.count,
        place=place,
        stretch=Stretch(place, place + 1),
        span=number.span,
        share=Share.PLAIN,
        whose=None,
        own=False,
        noun="",
    )


def all_counts(line: Line, stretch: Stretch) -> tuple[Headcount, ...]:
    """The counts of people of a stretch, with their noun or bare."""
    counts = read_headcounts(line, stretch)
    bare = bare_counts(line, *stretch)
    alone = (one for one in bare if not any(n.stretch.holds(one.place) for n in counts))
    return tuple(sorted((*counts, *alone), key=lambda one: one.place))


def counts_of_deed(line: Line, clause: Stretch, deed: Stretch) -> tuple[Headcount, ...]:
    """The counts of people of a clause; where none has its noun, the number that its deed moves."""
    counts = read_headcounts(line, clause)
    if counts or SIGNS["count"] not in line.text[clause.start : clause.end]:
        return counts
    return tuple(
        one
        for one in bare_counts(line, *clause)
        if _BEHIND.fullmatch(line.text, deed.end, one.place)
        or _BEFORE.fullmatch(line.text, one.place + 1, deed.start)
    )
