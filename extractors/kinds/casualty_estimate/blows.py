"""What makes a toll that of one blow, one day or a disaster, and not of a war."""

from __future__ import annotations

import re

from extractors.kinds.casualty_estimate import words
from extractors.kinds.casualty_estimate.periods import FAMOUS, dates_in
from extractors.kinds.casualty_estimate.toll import Toll, reach_of, size
from extractors.parsing.dates import DateMention
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.numbers import Duration
from extractors.parsing.status import Stretch

FEW = 100  # so many fall in one blow, or in one clash of a day


def _behind_aside(toll: Toll, start: int) -> int:
    """Where a clause goes on behind an aside between dashes that ends before a toll."""
    dashes = toll.line.text.count("—", start, toll.place)
    closed = dashes and dashes % 2 == 0
    return toll.line.text.rfind("—", start, toll.place) if closed else start


def is_of_its_cause(toll: Toll) -> bool:
    """Whether it is the toll of the blow with which the war began."""
    text, start = toll.line.text, reach_of(toll).start
    day = _ON_A_DAY.match(text, toll.stretch.end)
    date = toll.line.tape.at(day.end() - 1) if day and toll.measure != "captured" else None
    if isinstance(date, DateMention) and date.edtf[5:] in FAMOUS:
        return True
    if words.SET_OFF_BY.search(text, start, toll.place):
        return True
    behind = _behind_aside(toll, start)
    if toll.measure != "captured" and (
        words.IN_DATED_BLOW.match(text, toll.stretch.end)
        or words.SURPRISE.search(text, *reach_of(toll))
    ):
        return True
    return toll.measure != "captured" and bool(words.DATED_BLOW.search(text, behind, toll.place))


#: "Israel lost 1,200 people on Oct. 7": that day.
_ON_A_DAY = re.compile(r" (?:in [^.;,]{1,20} )?on \ue004")


def of_disaster(document: Document, toll: Toll) -> bool:
    """Whether the article opens with an earthquake and the sentence tells of no fighting, or names
    the disaster right beside its dead."""
    near = max(0, toll.place - _BESIDE)
    if words.IN_DISASTER.search(toll.line.text, near, toll.place):
        return True
    opens = any(words.DISASTER.search(line.text) for line in document.lines[:_OPENING])
    return opens and not words.WARLIKE.search(toll.line.text)


_BESIDE = 70  # places before a toll in which its cause is named
_OPENING = 2  # sentences that tell what an article is about


def in_hours(line: Line, reach: Stretch) -> bool:
    """ "In the past 24 hours"."""
    return any(
        isinstance(length, Duration)
        and length.unit in ("minutes", "hours")
        and _PAST.search(line.text, max(0, place - 20), place)
        for place, length in line.tape.annotations(*reach)
    )


_PAST = re.compile(r"\b(?:past|last|previous|preceding|in|within) \Z")


_CLASH = re.compile(r"\A(?:clashes|fighting|violence)|(?:clashes|fighting|violence)\Z")


def in_one_clash(toll: Toll, war: re.Match[str]) -> bool:
    """ "Two were killed in the clashes that erupted early on 15 April": a toll of one day."""
    if size(toll) >= FEW or not _CLASH.search(war.group()):
        return False
    days = (mention for place, mention in dates_in(toll.line) if place >= war.end())
    return any(mention.role == "at" and len(mention.edtf) == 10 for mention in days)


def is_blow(toll: Toll, war: re.Match[str]) -> bool:
    """ "An assault on the capital left 15 injured"."""
    blow = war.group().startswith(("assault", "incursion", "operation"))
    return size(toll) < FEW and (blow or in_one_clash(toll, war))


def on_one_day(toll: Toll, reach: Stretch) -> bool:
    """Whether a clause is dated to a day; "as of" a day ends a period."""
    that = toll.line.text.startswith("that ", toll.clause.start)
    start = toll.clause.start if that else reach.start  # "On Monday he claimed that …"
    for place, mention in toll.line.tape.annotations(start, reach.end):
        if isinstance(mention, DateMention) and _is_day(mention):
            before = toll.line.text[max(0, place - 40) : place]
            if not words.NO_DAY_OF_DEATH.search(before):
                return True
    return False


def _is_day(mention: DateMention) -> bool:
    """A day on which people may have died, no famous one."""
    return mention.role == "at" and len(mention.edtf) == 10 and mention.edtf[5:] not in FAMOUS


def of_one_blow(toll: Toll) -> bool:
    """Whether an attack, a raid or a crash stands in the clause or shortly before it."""
    stretch = max(0, toll.clause.start - 60), toll.clause.end
    return bool(words.ONE_BLOW.search(toll.line.text, *stretch))
