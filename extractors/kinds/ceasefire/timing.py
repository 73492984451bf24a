"""When a truce was agreed, begins, holds or ended; whether a side's own truce is still to come."""

from __future__ import annotations

import re
from calendar import day_name
from datetime import date, timedelta

from extractors.fact import Status
from extractors.kinds.ceasefire.earlier import is_first_since
from extractors.kinds.ceasefire.holidays import is_to_come
from extractors.kinds.ceasefire.model import IN_PASSING
from extractors.kinds.ceasefire.phrases import Phrase
from extractors.kinds.ceasefire.telling import Telling
from extractors.parsing.dates import DateMention
from extractors.parsing.line import Side
from extractors.parsing.tape import pattern
from extractors.values import Count, DateBasis, date_end, date_start

_AROUND = 90  # tape places around the words in which their date stands


def date_of(phrase: Phrase, told: Telling) -> DateMention | None:
    """The date that belongs to what is told: for a side's own truce the days that it covers.

    "A truce agreed in April has held" has that of the agreement, "… collapsed on 24 August" that of
    the end.
    """
    asked = told.status in (Status.PROPOSED, Status.DEMANDED, Status.REJECTED)
    if asked and told.rule != "expected":
        return None
    if _FIRST.search(phrase.line.text, phrase.start, phrase.noun) and is_first_since(phrase):
        return None
    if told.rule == IN_PASSING:
        return _first(phrase, phrase.start, phrase.end + len(" of x"))
    told_after = told.words.start >= phrase.end
    if told.rule == "would begin":  # what stands before is the day on which it was agreed
        return _first(phrase, told.words.start)
    prolonged = told.rule in ("extended", "was extended")
    around = (
        _first(phrase, told.words.start if told_after else phrase.end),
        _first(phrase, phrase.end, told.words.start) if told_after else None,
        _first(phrase, told.words.start, phrase.start),
        _before(phrase, min(phrase.start, told.words.start)) if phrase.text else None,
        _first(phrase, phrase.start, phrase.noun) if told.between else None,
    )
    found = (dated for dated in around if dated)
    return next((one for one in found if not (prolonged and one.role == "since")), None)


def _first(phrase: Phrase, start: int, stop: int | None = None) -> DateMention | None:
    """The first date from a place on, before another deed begins."""
    text = phrase.line.text
    cut = _OTHER_DEED.search(text, start)
    end = min(cut.start() if cut else len(text), start + 2 * _AROUND, phrase.until)
    for place, annotation in phrase.line.tape.annotations(start, min(stop or end, end)):
        if isinstance(annotation, DateMention) and not _is_end(text, place, annotation):
            return annotation
    return None


def _is_end(text: str, place: int, dated: DateMention) -> bool:
    """Whether it is the day until which a truce runs, "extended to 30 April", or that of a blow."""
    to = text.endswith((" to ", " through "), 0, place)
    return dated.role in ("before", "by", "until", "of") or (dated.role == "at" and to)


_FIRST = pattern(r"\bfirst\b|{ordinal}")
#: Where another deed with a date of its own begins.
_OTHER_DEED = re.compile(
    r"\b(?:said|reported|told|wrote|after|before(?! (?:dawn|daybreak|sunrise) on)|when|while|but"
    r"|ahead of|following|until"
    r"|hours after"
    r"|(?:war|fighting|conflict|campaign|offensive|invasion)"
    r" (?:that|which) (?:began|started|erupted)"
    r"|end(?:ing|ed) (?=an?\b)|since (?=the (?:[\w-]+ ){0,2}?(?:war|invasion|conflict|fighting)))\b"
)


def _before(phrase: Phrase, place: int) -> DateMention | None:
    clause = phrase.line.clause(phrase.noun)
    text = phrase.line.text
    if _UNDER.search(text, max(0, place - 60), place):
        return None
    outside = _WHEN.match(text, clause.start) or (
        _THAT.match(text, clause.start)
        and _ANNOUNCED.search(text, max(0, clause.start - 40), clause.start)
    )
    floor = 0 if outside else clause.start
    start = max(floor, place - _AROUND)
    found = [
        annotation
        for _, annotation in phrase.line.tape.annotations(start, place)
        if isinstance(annotation, DateMention) and annotation.role in ("at", "from", "since")
    ]
    return found[-1] if found else None


#: "freed on Monday under the first phase of a truce": the day of what was done under it.
_UNDER = re.compile(
    r"\b(?:under|as part of|in line with|thanks to|despite|amid|as|in violation of)"
    r"(?: (?:an?|the|its|their))?(?: (?:[\w\ue001-]+ ){0,2}(?:phase|stage|terms|framework) of)?"
    r"(?: (?:an?|the))?(?: [\w\ue001-]+){0,2} ?\Z"
)
#: "an event in January, when Putin announced a truce": the day stands in the clause before.
_WHEN = re.compile(r",? ?when ")
#: "had announced, on 2 June, that …": the day of the word is that of the deed.
_THAT = re.compile(r",? ?that ")
_ANNOUNCED = pattern(r"\b(?:had )?announced,? (?:on )?{date},? ?\Z")


def day_of_own(
    published: date | None, phrase: Phrase, dated: DateMention | None
) -> DateMention | None:
    """The date of a side's own truce, not that on which it was announced for later."""
    if published and dated and _is_to_come(published, dated):
        return None
    start = phrase.line.tape.span(phrase.start, phrase.end).start
    to_the_day = (
        dated is not None and dated.edtf is not None and len(dated.edtf) == len("2025-04-18")
    )
    announced = to_the_day and dated is not None and dated.span.start < start
    return None if announced and _TO_COME.search(phrase.line.text, phrase.end) else dated


def _is_to_come(published: date, dated: DateMention) -> bool:
    """Whether "announced a truce in May", told in April, was read as May of the year before."""
    end = date_end(dated.edtf)
    bare = len(dated.edtf or "") == len("2025-05") and dated.basis is not DateBasis.EXPLICIT
    return bool(bare and end and timedelta(days=270) < published - end < timedelta(days=366))


_OVER_HOLIDAY = (
    r"(?:over|during|for) (?:the )?(?:[\w-]+ ){0,4}?(?:christmas|new year|easter|eid\w*|ramadan"
    r"|holidays?|festival|festivities)"
)
_TO_COME = re.compile(
    r"\b(?:next (?:week|month|\ue004)|upcoming|to (?:mark|commemorate|honou?r)|tomorrow|later this"
    rf"|{_OVER_HOLIDAY})\b"
)


def is_long_ago(published: date | None, dated: DateMention | None) -> bool:
    """Whether it is another truce than that of the day: one of months before."""
    end = date_end(dated.edtf) if dated else None
    return bool(published and end and abs(published - end) > _LONG)


def is_history(published: date | None, dated: DateMention | None) -> bool:
    """Whether the date is that of another war: "on the anniversary of the victory of 1945"."""
    end = date_end(dated.edtf) if dated and dated.edtf else None
    return bool(published and end and published - end > _GENERATION)


_GENERATION = timedelta(days=7300)
_LONG = timedelta(days=45)
#: How long a group's own truce of unknown length is taken to last.
_OF_GROUP = timedelta(days=150)
_AHEAD = pattern(
    r"\b(?:will|next|from|starting|beginning|due|upcoming|to (?:mark|commemorate|honou?r)|for the"
    r"|tomorrow|plans?"
    rf"|{_OVER_HOLIDAY})\b"
)


def own_status(
    published: date | None,
    phrase: Phrase,
    dated: DateMention | None,
    hours: Count | None,
    proposer: Side | None,
) -> Status:
    """Scheduled before a side's own truce begins, ongoing within, completed once it has run out;
    one that an armed group declares without a length lasts longer than that of a state."""
    if is_to_come(phrase.text, published):
        return Status.SCHEDULED
    start = date_start(dated.edtf) if dated else None
    end = date_end(dated.edtf) if dated else None
    until = _until(phrase, start)
    if dated and dated.role == "since" and until is None:
        return Status.ONGOING
    if published and until and not (start and start > published):
        return Status.COMPLETED if until < published else Status.ONGOING
    if published and start and end:
        if end - start > _LONG:  # "earlier this year"
            return Status.COMPLETED if start < published else Status.SCHEDULED
        length = timedelta(hours=hours.high or hours.best or 0) if hours else _UNKNOWN
        of_group = proposer is not None and proposer.actor.islower()
        length = _OF_GROUP if of_group and not hours else length
        if start > published:
            return Status.SCHEDULED
        if _WITHOUT_END.search(phrase.text):
            return Status.ONGOING
        return Status.COMPLETED if max(end, start + length) < published else Status.ONGOING
    if _PREVIOUSLY.search(phrase.line.text, 0, phrase.start):
        return Status.COMPLETED
    if _WENT.search(phrase.line.text, phrase.end, phrase.until):
        return Status.COMPLETED
    ahead = _AHEAD.search(phrase.line.text, phrase.end, phrase.until)
    return Status.SCHEDULED if ahead else Status.ONGOING


def _until(phrase: Phrase, start: date | None) -> date | None:
    """The last day that the words behind a truce give it; "until Sunday" is the first Sunday of it,
    though dates read it from the publication on.
    """
    text = phrase.line.text
    match = _UNTIL.search(text, phrase.end) or _TO.match(text, phrase.end)
    dated = phrase.line.tape.at(match.start("day")) if match else None
    end = date_end(dated.edtf) if isinstance(dated, DateMention) else None
    if end and start and isinstance(dated, DateMention) and _is_weekday(dated):
        return end - timedelta(weeks=max(0, ((end - start).days - 1) // 7))
    return end


_UNTIL = pattern(r"\buntil (?:[^,;{date}]{0,40} )?(?P<day>{date})")
_TO = pattern(r"(?:[^.;,]{0,20} from {date})? (?:to|through) (?P<day>{date})")


def _is_weekday(dated: DateMention) -> bool:
    return (dated.anchor or "").partition(" ")[0] in day_name


_WITHOUT_END = re.compile(r"\b(?:indefinite|open-ended|permanent)\b")
_PREVIOUSLY = re.compile(
    r"\b(?:previously|earlier|before that|last (?:month|year|week)|once before)\b"
)
#: "A truce that he declared over Easter was marred by violations": it has been.
_WENT = re.compile(
    r"\b(?:(?:was|were) (?:largely |widely |soon |repeatedly )?(?:marred|violated|ignored|broken"
    r"|breached|observed|kept)|brought (?:little|no|some)|passed|went (?:largely )?un\w+)\b"
)
#: How long a truce of one day and unknown length is taken to last.
_UNKNOWN = timedelta(days=3)
