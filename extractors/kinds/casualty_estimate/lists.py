"""Figures that share what befell others of their sentence: lists, one side beside the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.kinds.casualty_estimate.frames import WORDS
from extractors.kinds.casualty_estimate.toll import Toll
from extractors.kinds.casualty_estimate.words import (
    CIVILIANS,
    LET_GO,
    SOLDIERS,
    SPOKEN_OF,
    THINGS,
    TRADES,
)
from extractors.parsing.line import Line
from extractors.parsing.numbers import Number
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern

_MOST = 6  # figures of one list: bounds the work on hostile text
_LIST = {
    **WORDS,
    "join": r"(?:,? (?:and|plus|while|versus|against|as well as)|;(?: and)?|,)",
    "men": (
        r"(?: (?:(?:armed|government|security|border|police|army|paramilitary|militia|other|rebel"
        r"|its|their|of) |{actor} ){0,3}?(?:{people}|(?:members|personnel) of (?:its|their|the)"
        r" (?:[a-z]+ )?(?:forces|army|police|military))\b| {actor}(?!'))"
    ),
    "where": r"(?: (?:in|on|from) (?:the )?(?:(?:north|south|east|west)\w* )?[{actor}{place}])",
}
#: "… and 28 in Israel", "…, while Ukraine lost 400,000", "… and 13 members of its forces".
_NEXT = (
    pattern(
        r"[^;.]{0,70}?(?:,? and|;(?: and)?) (?P<n>{count}) (?:people |others |more )?"
        r"(?=in (?P<there>[{actor}{place}])|since\b|(?:in|from|during) the"
        r" (?:{ordinal}|other|previous)\b)",
        _LIST,
    ),
    pattern(
        r"[^.;{count}]{0,120}\bputs? (?:the|that|this|its|it)(?: (?:figure|number|toll|total"
        r"|count))?(?: much higher,)? at (?P<n>{count})(?=[.,;]|\Z)"
    ),
    pattern(
        r"[^.;{count}]{0,60}{join} (?:the )?(?P<there>{actor})(?:'s)?(?: (?:has |have |had )?"
        r"(?:lost|suffered|about|some))? (?P<n>{count})(?=[.,;]|\Z| (?:troops|soldiers|men)\b)",
        _LIST,
    ),
    pattern(
        r"[^.;{count}]{0,60}?\b(?:tak(?:es|ing)|took|br(?:ings|inging|ought)|rais(?:es|ed|ing)"
        r"|mak(?:es|ing)) (?:(?:the |its |their )?(?:overall |cumulative |combined )?"
        r"(?:total|number|figure|tally|count)\b[^.;,{count}]{0,50}? (?:to )?)?(?P<n>{count})"
        r"(?=[.,;]|\Z| (?:since|so far|in all)\b)"
    ),
    pattern(
        r"(?:(?! (?:who|which|that|when)\b)[^.;{count}]){0,40}?{join} (?P<n>{count}){men}"
        r"(?! (?:were|was|have|has|had|are|is|who|to|being|captured|detained)\b)",
        _LIST,
    ),
)
#: "80 soldiers and" before "47 civilians have been killed".
_BEFORE = pattern(
    r"(?P<n>{count}){men}{where}?(?:, (?:including|most of|some of|half of|among|mostly|mainly|over"
    r" half)[^,;.]{1,40},)?{join} \Z",
    _LIST,
)


def sharing(line: Line, toll: Toll) -> Iterator[Toll]:
    """The figures beside a toll that have no fate of their own."""
    for _ in range(_MOST):
        if (more := _next(line, toll)) is None:
            break
        yield (toll := more)
    if toll.frame != "count first":
        return
    for _ in range(_MOST):
        if (more := _one_before(line, toll)) is None:
            break
        yield (toll := more)


def _next(line: Line, toll: Toll) -> Toll | None:
    """ "… and 28 in Israel", "… and 500,000 since the war began": of what was told before."""
    found = (rule.match(line.text, toll.stretch.end) for rule in _NEXT)
    match = next((one for one in found if one), None)
    if match is None:
        return None
    there = match.groupdict().get("there")
    first, last = sorted((match.start("n"), match.start("there") if there else match.end("n") - 1))
    clause = line.clause(match.start("n"))
    return _shared(
        line,
        toll,
        match,
        clause=Stretch(toll.clause.start, clause.end) if there else clause,
        stretch=Stretch(first, max(last + 1, match.end())),
        frame="and so many" if "there" in match.groupdict() else "of the same",
    )


def _one_before(line: Line, toll: Toll) -> Toll | None:
    """ "80 soldiers" of "80 soldiers and 47 civilians have been killed"."""
    start = max(0, toll.place - _FAR)
    match = next((one for one in _BEFORE.finditer(line.text, start, toll.place)), None)
    if match is None or _is_told_apart(line, match.start("n")):
        return None
    bare = toll.frame != "listed" and " and " not in line.text[match.end() - 5 : match.end()]
    if bare or _OF_WHOM.match(line.text, toll.place + 1):
        return None
    clause = Stretch(line.clause(match.start("n")).start, toll.clause.end)
    listed = _shared(line, toll, match, clause, Stretch(*match.span()), "listed")
    return listed and listed._replace(beside=toll.beside or toll)


_FAR = 110  # places before a figure in which the list begins


def _is_told_apart(line: Line, place: int) -> bool:
    """ "They freed ten soldiers, and 12 civilians were killed": of the former something else."""
    before = max(0, place - 40)
    apart = (LET_GO, SPOKEN_OF, _OF_THOSE)
    return any(rule.search(line.text, before, place) for rule in apart)


_OF_WHOM = re.compile(r" of (?:whom|them)\b")
_OF_THOSE = re.compile(r"\b(?:including|among them|of (?:them|whom)|carrying) \Z")


def _shared(
    line: Line, toll: Toll, match: re.Match[str], clause: Stretch, stretch: Stretch, frame: str
) -> Toll | None:
    """The toll of another figure whose fate is that of one told."""
    place = match.start("n")
    number = line.tape.at(place)
    if not isinstance(number, Number) or (
        THINGS.match(line.text, place + 1) or TRADES.match(line.text, place + 1)
    ):
        return None
    soldiers = SOLDIERS.search(line.text, place, match.end())
    civilians = CIVILIANS.search(line.text, place, match.end())
    named = "military" if soldiers else "civilian" if civilians else None
    return toll._replace(
        clause=clause,
        place=place,
        stretch=stretch,
        figure=number.count,
        population=named or (toll.population if frame != "listed" else None),
        frame=frame,
    )
