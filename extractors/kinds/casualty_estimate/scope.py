"""Whether a toll is that of a war or of a period of it, and not that of one blow or one day."""

from __future__ import annotations

import re

from extractors.kinds.casualty_estimate import words
from extractors.kinds.casualty_estimate.blows import (
    FEW,
    in_hours,
    is_of_its_cause,
    of_disaster,
    of_one_blow,
    on_one_day,
)
from extractors.kinds.casualty_estimate.contingents import is_of_contingent
from extractors.kinds.casualty_estimate.frames import WORDS
from extractors.kinds.casualty_estimate.held import is_held
from extractors.kinds.casualty_estimate.over_time import is_over_time
from extractors.kinds.casualty_estimate.periods import dates_in
from extractors.kinds.casualty_estimate.toll import Toll, reach_of, size
from extractors.parsing.document import Document
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern

_MANY = 5000  # so many are not killed by one blow
_SEVERAL = 500  # so many are estimated after a word of one


def is_of_war(document: Document, toll: Toll) -> bool:
    """Whether a toll is that of the war or of a named period of it."""
    if toll.beside and is_of_war(document, toll.beside):
        return True
    text, reach = toll.line.text, reach_of(toll)
    printed = toll.line.tape.words(*reach).lower()  # "Vietnam" is a sign on the tape
    no_war = words.ELSEWHERE.search(printed) or words.RATE.search(text, *reach)
    if no_war or is_of_its_cause(toll):
        return False
    if toll.measure == "captured":
        over_time = is_over_time(document, toll, reach)
        return is_held(document, toll, blow=of_one_blow(toll), over_time=over_time)
    if words.BEHIND_BARS.search(text, *reach) or of_disaster(document, toll):
        return False
    if words.ONE_DAY.search(text, *reach) or in_hours(toll.line, reach):
        return toll.measure == "casualties" and _is_armys_count(toll)
    if is_over_time(document, toll, reach) or is_of_contingent(toll):
        return True
    if on_one_day(toll, reach):
        return False
    if not of_one_blow(toll) and (_is_sides_count(toll, reach) or _is_of_cost(document, toll)):
        return True
    perfect = bool(words.PERFECT.search(text, *reach))
    if size(toll) >= _MANY and (perfect or not of_one_blow(toll)):
        return True
    return not of_one_blow(toll) and _is_summed_up(document, toll, reach)


def goes_on_from(before: Toll, toll: Toll) -> bool:
    """ "Fifty were killed on both sides. India, for its part, said that 15 civilians had died"."""
    if toll.line is before.line:
        if toll.frame in ("of the same", "and so many"):
            return True
        return toll.clause == before.clause or bool(_WHILE.match(toll.line.text, toll.clause.start))
    if words.ONE_DAY.search(toll.line.text, *reach_of(toll)):
        return False
    if words.FRONTED_LAND.match(toll.line.text):
        near = toll.line.sentence.rank - before.line.sentence.rank <= _NEAR
        return near and not of_one_blow(toll)
    if not 0 <= toll.line.sentence.span.start - before.line.sentence.span.end <= 2:
        return False
    if toll.measure == "killed" and KILLED_THERE.match(toll.line.text):
        return not of_one_blow(toll)
    if words.BOTH_SIDES.search(before.line.text) or words.FOR_ITS_PART.search(toll.line.text):
        return True
    counted = words.PERFECT.search(toll.line.text, *toll.stretch) or words.ESTIMATED.search(
        toll.line.text, *toll.clause
    )
    return bool(counted) and not (of_one_blow(toll) or on_one_day(toll, reach_of(toll)))


_NEAR = 4  # sentences between the tolls of two lands
_WHILE = re.compile(r"(?:, )?(?:while|whereas|and|including) ")


def _is_armys_count(toll: Toll) -> bool:
    """What an army says the enemy lost in a day: a figure of the war, not of one blow."""
    return size(toll) >= FEW and not of_one_blow(toll)


def _is_summed_up(document: Document, toll: Toll, reach: Stretch) -> bool:
    text = toll.line.text
    if words.IN_ALL.search(text, *reach):
        return True
    if toll.measure == "missing" and words.LISTED.search(text, *toll.stretch):
        return size(toll) >= FEW
    if any(rule.search(text, reach.start, toll.place) for rule in _LOSSES):
        return size(toll) >= FEW
    suffered = words.SUFFERED.search(text, reach.start, toll.place)
    blow = document.before(toll.line)
    many = _SEVERAL if blow and words.ONE_BLOW.search(blow.text) else FEW
    return size(toll) >= many and bool(suffered or words.ESTIMATED.search(text))


_LOSSES = (words.LOSSES_OF, words.WITH_LOSSES)


def _is_sides_count(toll: Toll, reach: Stretch) -> bool:
    """ "India put its own losses at 21", "Malawi lost three men": what a side tells of its own."""
    text = toll.line.text
    if any(one.role == "at" and len(one.edtf) == _DAY for _, one in dates_in(toll.line)):
        return False
    told = _OWN_TOLL.search(text, reach.start, toll.place) or _ADMITTED.search(text, 0, toll.place)
    own = toll.frame != "verb first" and _OF_ITS_MEN.match(text, toll.place)
    there = words.FRONTED_LAND.match(text) and words.PERFECT.search(text, *toll.clause)
    return bool(told or own or there or _BY_COUNT.search(text, *reach))


_DAY = len("2025-10-07")
_OWN_TOLL = re.compile(
    r"\b(?:its|their|his|her|our|the \ue005) (?:own )?(?:[\w-]+ ){0,2}?(?:losses|dead"
    r"|death toll|toll|casualties|fallen)\b"
    r"|\b(?:losses|dead|toll|casualties) on (?:its|their|his|the \ue005) (?:own )?side\b"
)
_ADMITTED = re.compile(
    r"\ue005(?:'s)?(?: [\w\ue004-]+){0,7}?(?:, [^,;.]{1,40},)?"
    r" (?:admit(?:s|ted)?|acknowledge[sd]?|acknowledging|concede[sd]?|buried|mourn(?:s|ed)|lost"
    r"|loses|counts|counted|lists|listed)\b[^.;,\ue000]{0,40}\Z"
)
_OF_ITS_MEN = pattern(
    r"{count} of (?:its|their|our|his) (?:own )?(?:[a-z]+ )?(?:{soldiers}|citizens|people|nationals"
    r"|men)\b",
    WORDS,
)
_BY_COUNT = re.compile(
    r"\bby (?:the|its|their|his|official|a|one) (?:\w+ )?(?:count|tally|reckoning)"
)


def _is_of_cost(document: Document, toll: Toll) -> bool:
    """ "They tell differently what the fighting cost", and then the tolls."""
    before = document.before(toll.line)
    return bool(before and _COST.search(before.text) and not words.ONE_BLOW.search(before.text))


_COST = pattern(
    r"\b{war}\b[^.;]{0,60}\b(?:cost|toll|losses|casualties|victims)\b"
    r"|\b(?:cost|toll|losses|casualties|victims)\b[^.;]{0,40}\b{war}\b",
    WORDS,
)
#: "More than 70 people have been killed in northern Israel", behind the toll of the war elsewhere.
KILLED_THERE = pattern(
    r"\W{0,2}(?:[a-z]+ ){0,2}{count}(?: [\w-]+){0,2}(?:, [^.;]{1,50},)? have (?:been killed|died)"
    r" in (?:the )?(?:(?:north|south|east|west)(?:ern)? )?[{actor}{place}]"
)
