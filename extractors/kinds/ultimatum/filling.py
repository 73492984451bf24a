"""What an ultimatum asks and threatens, and by when: the words of its frame into slots."""

from __future__ import annotations

import re
from datetime import date, timedelta

from extractors.claims import Slots
from extractors.kinds.ultimatum.cues import ELSE, THREATENED
from extractors.kinds.ultimatum.parties import Cast
from extractors.kinds.ultimatum.terms import CONSEQUENCES, DEMANDS
from extractors.kinds.ultimatum.time import Found, due_on, issued_on, plus
from extractors.parsing.dates import DateMention
from extractors.parsing.past_days import in_the_past
from extractors.parsing.status import Stretch
from extractors.values import Qualifier


def demand_of(found: Found) -> Stretch | None:
    """The words of what is asked, on the tape."""
    text, start = found.line.text, found.match.start()
    if found.time and found.rule == "gave a time":
        start = found.time.place + 1
    for name in _DEMANDED_BY.get(found.rule, ("colon", "to", "unless")):
        match = DEMANDS[name].search(text, start)
        if match and not _AFTERWARDS.search(text, start, match.start()):
            begin = match.start("what")
            return Stretch(begin, begin + len(match["what"].rstrip(' "')))
    return None


#: What follows tells what would come, not what is asked: "until Monday before he would move to …".
_AFTERWARDS = re.compile(r"\b(?:before|after which|would)\b")

#: Where the demand of a frame stands, in the order in which it is looked for.
_DEMANDED_BY = {
    "unless": ("unless",),
    "threatened unless": ("unless", "if"),
    "threatened if": ("if",),
    "would punish": ("unless", "if"),
    "if not": ("if",),
    "must or else": ("must",),
    "demanded or else": ("they",),
    "told within": ("to", "must"),
    "told or else": ("to", "must"),
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


def put_time(cast: Cast, slots: Slots, found: Found) -> None:
    issued, time = issued_on(found), found.time
    if issued:
        slots.put("issued_on", issued.edtf, issued.span)
    if time is None:
        return
    if time.days:
        slots.put("days", time.days, time.span)
    if time.due:
        words = time.due.span.of(cast.document.article.text)
        slots.put("due_on", _due(cast, found, words, time.due), time.span)
    elif issued and time.days and time.days.best and time.days.qualifier is Qualifier.EXACT:
        due = plus(issued.edtf, time.days.best)
        if due:
            slots.put("due_on", due, "issued_on+days")


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
