"""The side of a toll as of one told before it: beside it, in the sentence before, or told again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.kinds.casualty_estimate import words
from extractors.kinds.casualty_estimate.told import Told
from extractors.kinds.casualty_estimate.toll import Toll
from extractors.parsing.agreeing import agree
from extractors.parsing.document import Document
from extractors.parsing.line import Side
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.tape import pattern

THERE = pattern(r" in (?:the )?(?:(?:north|south|east|west)(?:ern)? )?[{place}{actor}]")


def as_before(document: Document, toll: Toll, earlier: Sequence[Told]) -> Side | None:
    """ "and 380,000 wounded": the side of the toll right before."""
    if not earlier:
        return None
    last = earlier[-1]
    if all(THERE.match(one.line.text, one.stretch.end) for one in (last.toll, toll)):
        return None  # "28 dead in one land and 600 in the other"
    other = last.toll.measure != toll.measure or toll.frame == "of the same"
    same = last.toll.line is toll.line and other
    goes_on = bool(_GOES_ON.match(toll.line.text)) and (
        0 <= toll.line.sentence.span.start - last.toll.line.sentence.span.end <= 2
    )
    if goes_on and _OF_THOSE.match(toll.line.text) and last.toll.measure == toll.measure:
        return None
    if same or goes_on or _is_counted_by_others(document, toll, last):
        return last.side
    return _told_again(toll, earlier)


def _is_counted_by_others(document: Document, toll: Toll, last: Told) -> bool:
    """ "The war has killed thousands of Sudanese. The UN speaks of 20,000 dead": of the same."""
    sides = {side.actor for side in document.dyad or ()} | {last.side.actor}
    named = sides & {side.actor for _, side in toll.line.actors}
    place = any(True for _ in toll.line.names(NameType.PLACE, toll.place))
    fronted = words.FRONTED_LAND.match(toll.line.text)
    next_to = document.before(toll.line) is last.toll.line and not fronted
    return next_to and not (named or place) and last.toll.population == toll.population


_OF_THOSE = re.compile(r"of (?:these|those|them|this (?:figure|number|total))\b")


def _told_again(toll: Toll, earlier: Sequence[Told]) -> Side | None:
    """The same figure, told of a side before."""
    for one in reversed(earlier):
        if one.toll.measure == toll.measure and agree(one.toll.figure, toll.figure):
            return one.side
    return None


_GOES_ON = re.compile(
    r"(?:(?:he|she|it|they) (?:said|added|says|put)(?: that)? )?"
    r"(?:another|a further|at least|more than|some|about|over|around|nearly)? ?\ue000"
    r"|of (?:these|those|them|this (?:figure|number|total))\b"
    r"|since \ue004(?: alone)?, "
    r"|(?:that|this|it) (?:brings|brought|takes|took|raises|raised) (?:the|its|their) "
    r"|the (?:number|figure|total|toll)"
    r"|.{1,40}\balso (?:reported|confirmed|recorded|listed|put)\b"
    r"|.{0,60}\b(?:the|this|that) (?:number|figure|total|toll) includ"
    r"|.{0,140}\b(?:estimat\w+|puts?)\b.{0,30}\bthe (?:actual |real |true |overall )?"
    r"(?:death toll|toll|figure|number)\b"
)
