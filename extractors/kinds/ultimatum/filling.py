"""What an ultimatum asks and threatens, and by when: the words of its frame into slots."""

from __future__ import annotations

import re
from datetime import date, timedelta

from extractors.claims import Slots
from extractors.kinds.ultimatum.cues import ELSE, IF_NOT, THREATENED
from extractors.kinds.ultimatum.parties import Cast
from extractors.kinds.ultimatum.terms import CONSEQUENCES, DEMANDS
from extractors.kinds.ultimatum.time import Found, due_on, issued_on, plus
from extractors.parsing.dates import DateMention
from extractors.parsing.line import Line
from extractors.parsing.past_days import in_the_past
from extractors.parsing.status import Stretch
from extractors.values import Count, Qualifier


def demand_of(found: Found) -> Stretch | None:
    """The words of what is asked, on the tape."""
    text, start = found.line.text, found.match.start()
    if found.time and found.rule == "gave a time":
        start = found.time.place + 1
    if found.rule == "imperative or else":
        return Stretch(found.match.start("what"), found.match.end("what"))
    for name in _DEMANDED_BY.get(found.rule, ("colon", "to", "unless")):
        match = DEMANDS[name].search(text, start)
        if match and _OWN_BLOWS.match(match["what"]):
            return None
        if match and not _AFTERWARDS.search(text, start, match.start()):
            begin = match.start("what")
            what = match["what"].rstrip()
            return Stretch(begin, begin + len(what.rstrip(' "') if what.count('"') % 2 else what))
    return None


#: What follows tells what would come, not what is asked: "until Monday before he would move to …".
_AFTERWARDS = re.compile(r"\b(?:before|after which|would)\b")

#: "the deadline set by the group to resume its attacks": what it will do itself.
_OWN_BLOWS = re.compile(
    r"(?:resum|restart|renew|relaunch)\w* (?:its|their|his) (?:[\w-]+ ){0,2}?"
    r"(?:attacks|strikes|operations|offensive|bombing|war|campaign)\b"
)
#: Where the demand of a frame stands, in the order in which it is looked for.
_DEMANDED_BY = {
    "unless": ("unless",),
    "threatened unless": ("unless", "if"),
    "threatened if": ("if",),
    "would punish": ("unless", "if"),
    "would face": ("if",),
    "if not": ("if",),
    "must or else": ("must",),
    "demanded or else": ("they",),
    "told within": ("to", "must"),
    "told or else": ("to", "must"),
    "told, else after": ("to", "must"),
    "must, else after": ("must",),
}


def put_consequences(slots: Slots, found: Found, demand: Stretch | None) -> None:
    """What is threatened, outside the words of what is asked."""
    line = found.line
    text = line.text
    if demand:
        text = text[: demand.start] + " " * (demand.end - demand.start) + text[demand.end :]
    for name, rule in CONSEQUENCES:
        if match := rule.search(text):
            slots.member("consequences", name, line.tape.span(*match.span()))
    match = ELSE.search(text) or THREATENED.search(text)
    if "consequences" not in slots.values and match:
        slots.member("consequences", "other", line.tape.span(*match.span()))


def put_consequences_of(slots: Slots, line: Line) -> None:
    """What the sentence after a demand says would come."""
    for name, rule in CONSEQUENCES:
        if match := rule.search(line.text):
            slots.member("consequences", name, line.tape.span(*match.span()))
    if "consequences" not in slots.values:
        match = IF_NOT.match(line.text)
        slots.member("consequences", "other", line.tape.span(*match.span())) if match else None


def put_time(cast: Cast, slots: Slots, found: Found) -> None:
    time = found.time
    _put_issued(cast, slots, found)
    if time is None:
        return
    if time.days:
        slots.put("days", time.days, time.span)
    if time.due:
        words = time.due.span.of(cast.document.article.text)
        slots.put("due_on", _due(cast, found, words, time.due), time.span)
    elif time.days and "issued_on" in slots.values:
        due = _after(slots.values["issued_on"], time.days)
        if due:
            slots.put("due_on", due, "issued_on+days")


def _put_issued(cast: Cast, slots: Slots, found: Found) -> None:
    """When it was set: as a date tells, or on the day of the article ("12 days from today")."""
    published = cast.document.article.published_on
    if issued := issued_on(found):
        slots.put("issued_on", issued.edtf, issued.span)
    elif published and found.time:
        text = found.line.text
        if today := _FROM_TODAY.match(text, found.time.place + 1):
            slots.put("issued_on", published.isoformat(), found.line.tape.span(*today.span("now")))


_FROM_TODAY = re.compile(r"(?: days?)? (?:starting |beginning )?(?P<now>from (?:today|now)\b)")


def _after(issued: str, days: Count) -> str | None:
    """The day on which a length of time is over: a stretch of days where it is a range."""
    if days.qualifier is Qualifier.EXACT and days.best:
        return plus(issued, days.best)
    if days.qualifier is Qualifier.RANGE and days.low and days.high:
        first, last = plus(issued, days.low), plus(issued, days.high)
        return f"{first}/{last}" if first and last else None
    return None


_PAST = re.compile(
    r"\b(?:pass(?:es|ed)|expir\w+|r(?:an|un|uns) out|lapsed|ended|ignored|defied|missed|had)\b"
)


def _due(cast: Cast, found: Found, words: str, due: DateMention) -> str:
    """The day of a deadline; "a Friday deadline" that has not passed is the next Friday."""
    published = cast.document.article.published_on
    day = _this_year(due_on(words, due, issued_on(found)), words, published)
    if due.role != "at" or not published or len(day) != 10 or not words.lower().endswith("day"):
        return day
    back = day < published.isoformat() and not _PAST.search(found.line.text)
    return (date.fromisoformat(day) + timedelta(days=7)).isoformat() if back else day


def _this_year(day: str, words: str, published: date | None) -> str:
    """ "had given Moscow until 12 May", told in June: the 12 May that has passed."""
    if published is None or day[:4] in words:
        return day
    return in_the_past(day, published) or day
