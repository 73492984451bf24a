"""What makes a toll that of a war or a period of it: since when, in which war, over what time."""

from __future__ import annotations

import re
from datetime import timedelta

from extractors.kinds.casualty_estimate import words
from extractors.kinds.casualty_estimate.blows import FEW, in_one_clash, is_blow, of_one_blow
from extractors.kinds.casualty_estimate.frames import WORDS
from extractors.kinds.casualty_estimate.periods import named_periods
from extractors.kinds.casualty_estimate.toll import Toll, size
from extractors.parsing.dates import DateMention
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.numbers import Duration
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern
from extractors.values import date_start

FRESH = timedelta(days=3)  # "since Saturday" is no period


def is_over_time(document: Document, toll: Toll, reach: Stretch) -> bool:
    text = toll.line.text
    since = words.SINCE.search(text, *reach)
    if since and not (
        is_fresh(document, toll.line, since.end())
        or words.WORST_SINCE.search(text, max(0, since.start() - 60), since.start())
    ):
        return True
    if words.BOTH_SIDES.search(text, *reach) or words.OVER_DAYS.search(text, *reach):
        return True
    if takes_days(toll.line, reach) or is_in_a_month(toll.line, reach):
        return True
    if (war := words.IN_WAR.search(text, *reach)) and not in_one_clash(toll, war):
        return True
    if toll.frame == "two sides":
        return not of_one_blow(toll)
    whole = words.WAR_WHICH_KILLED.match(text) if toll.frame == "verb first" else None
    if whole and whole.end() > toll.words.start:
        return True
    if words.THAT_WAR.search(text, *reach):
        return True
    killed = words.WAR_KILLED.search(text, *reach) or by_war_before(toll)
    if killed and not (words.ONE_BLOW.search(killed.group()) or is_blow(toll, killed)):
        return not words.SET_OFF.search(killed.group())
    return any(_is_period(toll, mention) for mention in named_periods(toll.line, reach))


def _is_period(toll: Toll, mention: DateMention) -> bool:
    """ "Between May 7 and 10"; a month may only date a blow, unless many fell in it."""
    return mention.role != "at" or size(toll) >= FEW


def is_fresh(document: Document, line: Line, start: int) -> bool:
    """ "Since Saturday": a matter of days."""
    published = document.article.published_on
    for _, mention in line.tape.annotations(start, start + 12):
        if published and isinstance(mention, DateMention):
            begun = date_start(mention.edtf)
            return bool(begun and published - FRESH < begun <= published)
    return False


#: "In four days of heavy shelling", "killed in three days".
DAYS_OF = pattern(
    r"(?P<n>{duration}) of (?:(?!which|whom)[\w-]+ ){0,2}?(?:shelling|clashes|combat|battles?"
    r"|bombardments?|violence|conflict|exchanges|skirmish(?:es|ing)|air raids|artillery|warfare"
    r"|bloodshed|attacks)\b"
    r"|\b(?:in|over|within) (?:just |only |barely |the )?(?P<m>{duration})(?=[,.;]|\Z)"
)
_IN_MONTH = pattern(
    r"\b(?:in|during|from) (?:the )?(?:\w+ )?(?P<when>{date})(?:'s)? (?:[\w-]+ )?{war}\b(?!-)",
    WORDS,
)


def takes_days(line: Line, reach: Stretch) -> bool:
    """ "In four days of shelling", "in three days"; a matter of hours is one blow."""
    match = DAYS_OF.search(line.text, *reach)
    length = line.tape.at(match.start("n" if match["n"] else "m")) if match else None
    return isinstance(length, Duration) and length.unit not in ("minutes", "hours")


def is_in_a_month(line: Line, reach: Stretch) -> bool:
    """ "In the October clashes", "in May's fighting": those of a month, not of a day."""
    match = _IN_MONTH.search(line.text, *reach)
    dated = line.tape.at(match.start("when")) if match else None
    return isinstance(dated, DateMention) and len(dated.edtf or "") in _MONTH_OR_YEAR


_MONTH_OR_YEAR = (len("2025-10"), len("2025"))


def by_war_before(toll: Toll) -> re.Match[str] | None:
    """ "The war before it cost 4,000 lives": what the clause of the toll goes on from."""
    match = words.WAR_KILLED.search(toll.line.text, 0, toll.place)
    return match if match and toll.place - match.end() < _BESIDE_IT else None


_BESIDE_IT = 15  # places between a verb and its figure
