"""What a meeting's date becomes: the right side of publication, a spell of days, an open end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from extractors.claims import Claim, Slots
from extractors.fact import Status
from extractors.kinds.talks.dates import (
    NOT_MET,
    is_of_the_day,
)
from extractors.kinds.talks.headings import dateline_end
from extractors.kinds.talks.mention import Mention
from extractors.kinds.talks.said_days import on_weekday, year_is_assumed
from extractors.kinds.talks.words import WORDS
from extractors.parsing.dates import DateMention
from extractors.parsing.numbers import Duration, Number
from extractors.parsing.tape import pattern
from extractors.values import DateBasis, date_end, date_start

_DAY_OF = pattern(
    r"\b(?:its|a|the|their|for a|on the) (?P<n>{ordinal})(?: straight| consecutive"
    r"| and final)? day\b"
)


def moved(found: DateMention, status: Status, published: date | None) -> DateMention:
    """The day on the side of publication that the status tells: what is to come is not last
    Wednesday, and what was held is not next Monday."""
    to_come = status in (Status.SCHEDULED, Status.PROPOSED, Status.AGREED)
    found = _not_next_year(found, published)
    if to_come and published and found.basis is DateBasis.CONTEXT:
        return _ahead(found, published)
    day = date_start(found.edtf) if len(found.edtf) == 10 else None
    if status is Status.FAILED and published and found.basis is DateBasis.CONTEXT:
        found = _month_before(found, published)
    if day is None or published is None or found.basis is DateBasis.EXPLICIT:
        return found
    far = day > published + timedelta(days=0 if status is Status.COMPLETED else 150)
    if year_is_assumed(found) and far:
        return _of_year(found, day.year - 1)
    weeks = 0
    if on_weekday(found) and status is Status.REJECTED and (published - day).days > _SOON:
        weeks = 1  # "refused to attend Thursday's talks", read on Wednesday
    if on_weekday(found) and status is Status.FAILED and (day - published).days > _SOON:
        weeks = -1  # "due on Sunday, was cancelled", read on Monday
    if on_weekday(found) and day < published and status in (Status.SCHEDULED, Status.PROPOSED):
        weeks = 1
    if on_weekday(found) and day > published and status is Status.COMPLETED:
        weeks = -1
    return found.model_copy(update={"edtf": (day + timedelta(weeks=weeks)).isoformat()})


def _month_before(found: DateMention, published: date) -> DateMention:
    """ "planned for December but cancelled", read in March: the December that is past."""
    month = date_start(found.edtf) if len(found.edtf) == len("2025-12") else None
    if month is None or (month - published).days < _MOST_AHEAD_OFF:
        return found
    return _of_year(found, month.year - 1)


_MOST_AHEAD_OFF = 150  # days ahead that a meeting can be called off


def _not_next_year(found: DateMention, published: date | None) -> DateMention:
    """ "had proposed to meet on May 15", told on May 16: not of the May to come."""
    day = date_start(found.edtf) if len(found.edtf) == len("2025-07-01") else None
    if day is None or published is None or found.basis is DateBasis.EXPLICIT:
        return found
    return found if (day - published).days < _MOST_AHEAD else _of_year(found, day.year - 1)


def _of_year(found: DateMention, year: int) -> DateMention:
    """The same day of another year, which has no 29 February where that one had."""
    if found.edtf.endswith("-02-29"):
        return found
    return found.model_copy(update={"edtf": f"{year}{found.edtf[4:]}"})


def in_year_told(found: DateMention, told: Claim | None, published: date | None) -> DateMention:
    """ "met on 28 February 2022 …. On 10 March they sat down": of the year that was told before."""
    day = date_start(found.edtf) if len(found.edtf) == len("2025-07-01") else None
    first = date_start(told.date) if told and told.date else None
    if told is None or day is None or first is None or found.basis is DateBasis.EXPLICIT:
        return found
    if not published or told.date_basis is not DateBasis.EXPLICIT or first.year >= published.year:
        return found
    if not year_is_assumed(found):
        return found
    moved_on = _of_year(found, first.year)
    after = date_start(moved_on.edtf)
    if after is None or not 0 < (after - first).days <= _A_SERIES:
        return found
    return moved_on.model_copy(update={"basis": DateBasis.EXPLICIT})


_A_SERIES = 45  # days that lie between two meetings told one after the other
_MOST_AHEAD = 300  # days that a meeting is planned ahead


def _ahead(found: DateMention, published: date) -> DateMention:
    """ "a third round in early July", told in late June, is of the July to come."""
    end = date_end(found.edtf)
    if (
        end is None
        or end >= published
        or len(found.edtf) != len("2025-07")
        or (published - end).days < _HALF_A_YEAR
    ):
        return found
    year = found.edtf[:4]
    return found.model_copy(update={"edtf": found.edtf.replace(year, str(int(year) + 1))})


_HALF_A_YEAR = 180  # days
_SOON = 4  # days: a weekday that lies further ahead of a meeting that failed was the last one


def put_date(slots: Slots, mention: Mention, dates: Sequence[DateMention]) -> None:
    """Fill the date; two days in a row are one meeting's interval, "a third day" began before."""
    if not dates:
        return
    first, last = dates[0], dates[-1]
    if len(dates) > 1 and _successive(first.edtf, last.edtf):
        both = first.span.hull(last.span)
        slots.put("date", f"{first.edtf}/{last.edtf}", both)
    elif first.role in ("since", "after") and not _is_its_day(mention, first):
        slots.put("date", f"{first.edtf}/..", first.span)
    elif spell := _begun(mention, first) or _of_days(mention, first):
        slots.put("date", spell, first.span)
    slots.date(first)
    slots.values.setdefault("date_basis", first.basis)


def is_day_of_asking(
    mention: Mention, dates: Sequence[DateMention], status: Status, published: date | None
) -> bool:
    """ "called on both to negotiate on Dec. 4", told later: the day on which it was asked for, not
    the one "for" which it was."""
    end = date_end(dates[0].edtf) if dates else None
    if status is not Status.PROPOSED or not end or not published or end >= published:
        return False
    text, place = mention.line.text, mention.line.tape.place(dates[0].span.start)
    return not text.endswith(("for ", "for the "), 0, place)


def put_day_of_news(slots: Slots, mention: Mention, published: date | None) -> None:
    """ "A and B agreed on Monday to …, but their round of talks …": what the sides did at a meeting
    that the lead reports, they did on its day."""
    line = mention.line
    found = [
        (place, each)
        for place, each in line.tape.annotations(dateline_end(line.text))
        if isinstance(each, DateMention) and on_weekday(each)
    ]
    if published is None or line.sentence.rank > _LEAD or len(found) != 1:
        return
    place, day = found[0]
    on = date_start(day.edtf) if on_weekday(day) else None
    recent = on and 0 <= (published - on).days <= _SOON
    done = _DONE_THERE.search(line.text, 0, place) or _DONE_THEN.search(
        line.text, max(0, place - 4), mention.trigger.start
    )
    if recent and done:
        slots.date(day)


_LEAD = 2  # sentences
#: "A on Tuesday accepted the offer, following talks with B".
_DONE_THEN = pattern(
    r"{date} (?:agreed|accepted|signal+ed|said (?:it|they|he) (?:had|would)|announced|welcomed"
    r"|backed|endorsed) [^.;]{1,130}? (?:following|after)(?: [\w-]+){0,3} ?\Z"
)
_DONE_THERE = pattern(
    r"(?:[{actor}{person}]|\b{delegates}|\b{sides})(?: have| had)? (?:agreed|failed|ended"
    r"|conclud\w+|wrapped up|traded|made|reached|discussed|remained|came away|emerged|broke up"
    r"|parted|held)"
    r"(?: [\w-]+){0,4}? (?:on|late on|early on) \Z",
    WORDS,
)


def are_apart(dates: Sequence[DateMention]) -> bool:
    """ "on May 16 and June 2": two meetings, whatever the noun; so are those of two months."""
    if all(len(each.edtf) == len("2025-05") for each in dates):
        return True
    days = [date_start(each.edtf) if len(each.edtf) == 10 else None for each in dates]
    known = [day for day in days if day]
    gaps = [(later - day).days for day, later in pairwise(known)]
    return len(known) == len(dates) and min(gaps, default=0) >= _OFTEN_A_WEEK


_OFTEN_A_WEEK = 4  # days between two of a list from which they are two meetings


def _is_its_day(mention: Mention, found: DateMention) -> bool:
    """ "have not met since 29 March": that day they met; "after the May 16 meeting"."""
    place = mention.line.tape.place(found.span.start)
    not_met = NOT_MET.search(mention.line.text, max(0, place - 50), place)
    return bool(not_met) or mention.trigger.holds(place) or is_of_the_day(mention, place)


def _successive(one: str, other: str) -> bool:
    if len(one) != 10 or len(other) != 10 or one.startswith("X") or other.startswith("X"):
        return False
    return 0 < (date.fromisoformat(other) - date.fromisoformat(one)).days <= 1


def _begun(mention: Mention, on: DateMention) -> str | None:
    """ "went into a third day on Tuesday" began on Sunday."""
    match = _DAY_OF.search(mention.line.text)
    number = mention.line.tape.at(match.start("n")) if match else None
    if not isinstance(number, Number) or len(on.edtf) != 10 or on.edtf.startswith("X"):
        return None
    days = int(number.value) - 1
    if not 0 < days < 30:
        return None
    return f"{date.fromisoformat(on.edtf) - timedelta(days=days)}/{on.edtf}"


_DAYS_OF = pattern(
    r"(?P<n>{duration})(?:[- ]long)?(?: of)?(?: {adjective}){0,4} (?:{talks}|meetings?|sessions?"
    r"|rounds?)\b",
    WORDS,
)
_OVER = pattern(
    r"\b(?:after|conclud\w+|end(?:s|ed|ing)?|wrap\w+ up|clos(?:e|es|ed|ing)|finish\w*|broke up"
    r"|completed|at the end of)\b"
)
_OPENED = pattern(r"\b(?:open(?:s|ed|ing)?|beg[aiu]n\w*|start(?:s|ed|ing)?|kick\w+ off)\b")


def _of_days(mention: Mention, on: DateMention) -> str | None:
    """ "Two days of talks ended on Thursday" began on Wednesday; "a four-day session opened"."""
    line = mention.line
    match = _DAYS_OF.search(line.text, *mention.clause)
    length = line.tape.at(match.start("n")) if match else None
    if not isinstance(length, Duration) or length.unit not in ("days", "weeks"):
        return None
    days = length.days()
    if days is None or not days.best or not 1 < days.best <= 30 or days.low != days.high:
        return None
    if len(on.edtf) != 10 or on.edtf.startswith("X"):
        return None
    day, more = date.fromisoformat(on.edtf), timedelta(days=days.best - 1)
    if _OPENED.search(line.text, *mention.clause):
        return f"{day}/{day + more}"
    return f"{day - more}/{day}" if _OVER.search(line.text, *mention.clause) else None


def may_be_one(one: str | None, other: str | None) -> bool:
    """Whether two dates can be of one meeting: one lies within the other, or one is not known."""
    if one is None or other is None or one == other:
        return True
    if "X" in one or "X" in other:
        return one.replace("XXXX", other[:4]) == other.replace("XXXX", one[:4])
    starts, ends = [date_start(one), date_start(other)], [date_end(one), date_end(other)]
    if ends[0] is None or ends[1] is None:
        return starts[0] == starts[1]
    if starts[0] is None or starts[1] is None:
        return ends[0] == ends[1]
    return (starts[0] <= starts[1] and ends[1] <= ends[0]) or (
        starts[1] <= starts[0] and ends[0] <= ends[1]
    )
