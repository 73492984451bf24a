"""When a meeting was: which of a sentence's dates are its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from extractors.claims import Slots
from extractors.fact import Status
from extractors.kinds.talks.mentions import Mention
from extractors.kinds.talks.words import WORDS
from extractors.parsing.dates import DateMention
from extractors.parsing.numbers import Duration, Number
from extractors.parsing.tape import pattern
from extractors.values import DateBasis, date_end, date_start

_SAID = pattern(
    r"\b(?:said|says|told [^.;,]{1,40}|announced|wrote|posted|reported|confirmed|warned|tweeted"
    r"|added|published|issued"
    r"|said in [^.;,]{1,30}|told|statement|interview|offered|proposed|suggested|called|urged"
    r"|invited|demanded|rejected|refused|vowed|decided|threatened|offer|proposal)"
    r"(?: late| early| again)?(?: on| in| last)?(?: the)? ?\Z"
)
_OTHER_DEED = pattern(
    r"\b(?:led to|resulted in|agreed (?:at|in|during|on|upon)|exchang\w+|swap\w*|attack\w*"
    r"|struck|killed|announc\w+|propos\w+"
    r"|summit|deadline|expire\w*|demand\w*|threat\w*|visit\w*|free[ds]?|releas\w+|return\w*"
    r"|sign\w*|invasion|deal|accord|reached|since (?=[a-z])|war|strikes|fighting|under"
    r"|as part of|letter|phone\w*|call)\b"
)
_HELD_THERE = pattern(
    r"(?:{place}(?: (?:city|resort|capital))?,?|\b(?:held|due|scheduled|set|slated|planned|beg[au]n"
    r"|begin|start\w*|opened|ended|concluded"
    r"|continu\w+|wrapped up|closed|broke up|collapsed|stalled"
    r"|met|meet|place|resume\w*|convene\w*|talks|round|negotiations|meeting|session))(?: late"
    r"| early| again| only)?(?: on| in| from| for| between)?(?: the)? ?\Z"
)
_OF_OTHER_THING = pattern(
    r"(?:'s)? (?:agreements?|deals?|threats?|ultimatum|ceasefire|truce|attacks?|strikes?"
    r"|statement|vote|swaps?|exchanges?"
    r"|deadline|invasion|accord|offensive|declaration|release|letter|visit|summit|call)\b"
)
_NEXT_DATE = pattern(r"(?:,|,? and|,? or| to)? (?:on |in |again on )?{date}")
_ROLES = ("at", "by", "from", "between")
_DAY_OF = pattern(
    r"\b(?:its|a|the|their|for a|on the) (?P<n>{ordinal})(?: straight| consecutive"
    r"| and final)? day\b"
)


def dates_of(mention: Mention) -> tuple[DateMention, ...]:
    """The date of the meeting, or several where a list of them is given."""
    line = mention.line
    for start, end in ((mention.trigger.start, mention.after.end), mention.middle, mention.before):
        for place, found in line.tape.annotations(start, end):
            if isinstance(found, DateMention) and _belongs(mention, place, found):
                return tuple(_with_followers(mention, place, found, end))
    return ()


def _belongs(mention: Mention, place: int, found: DateMention) -> bool:
    line, start = mention.line, mention.trigger.start
    since = found.role == "since" and bool(
        _SINCE.search(line.text, max(0, place - 40), place)
        or _NOT_MET.search(line.text, max(0, place - 50), place)
    )
    if place < start and _POSSESSED.fullmatch(line.text, place + 1, start):
        return not _SAID.search(line.text, max(0, place - 70), place)
    after = found.role == "after" and bool(_NOT_BEFORE.search(line.text, max(0, place - 60), place))
    in_role = found.role in _ROLES or since or after
    if not in_role or place < dateline_end(line.text):
        return False
    if mention.trigger.holds(place) or (mention.name == "deal" and place > start):
        return True
    if _OF_OTHER_THING.match(line.text, place + 1):
        return place < start and bool(_REACHED_AT.match(line.text, place + 1, start))
    lead = line.text[max(0, place - 70) : place]
    if _SAID.search(lead) or _LOOSE.match(line.tape.words(place, place + 1)):
        return False
    return _after(mention, place, lead) if place > start else _before(mention, place)


def _after(mention: Mention, place: int, lead: str) -> bool:
    if _OF_OTHER_TIME.search(lead):
        return False
    deeds = _OTHER_DEED.search(mention.line.text, mention.trigger.end, place)
    return not deeds or bool(_HELD_THERE.search(lead))


def _before(mention: Mention, place: int) -> bool:
    text, start = mention.line.text, mention.trigger.start
    if _ANOTHER_DEED.search(text, place, start):
        return False
    if _ARRIVED.search(text, mention.clause.start, start):
        return False
    deeds = _OTHER_DEED.search(text, place, start)
    found = mention.line.tape.at(place)
    recent = isinstance(found, DateMention) and on_weekday(found)
    course = _IN_COURSE_OF.search(text, place, start) or (
        recent and _AT_THE_END_OF.search(text, place, start)
    )
    return not deeds or bool(course)


#: "which had fallen in March, has risen since the talks": the date is that of another deed.
_ANOTHER_DEED = pattern(r", (?:has|have|had|is|are|was|were) ")
_ARRIVED = pattern(r"\b(?:arriv\w+|flew|fl(?:y|ies|ying)|travel\w*|landed|ahead of|left for)\b")
#: "Wednesday's third round".
_POSSESSED = pattern(r"'s (?:[\w{ordinal}-]+ ){0,2}?")
#: "their third round this month" says how often and not when.
_LOOSE = re.compile(r"this (?:month|year|spring|summer|autumn|fall|winter)\b", re.IGNORECASE)
_REACHED_AT = pattern(
    r"'s [\w-]+ (?:was|were) (?:concluded|signed|reached|struck|agreed)(?: [\w-]+)? (?:at|during"
    r"|in)\b"
)
#: "might be scheduled after June 22".
_NOT_BEFORE = pattern(
    r"\b(?:(?:be|is|are|was|were) (?:held|scheduled|planned|possible|expected|set)|take place|meet"
    r"|resume|begin|start|go ahead|happen)(?: (?:only|soon|shortly|sometime|some time))? after \Z"
)
_SINCE = pattern(
    r"\b(?:been (?:held|meeting|negotiating|talking|holding|under ?way|shuttling)|(?:were|was) held"
    r"|under ?way|going on"
    r"|running)\b[^.;]{0,30}\Z"
)
_IN_COURSE_OF = pattern(
    r"\b(?:during|in|at)(?: (?:the|their|a|its|these|this|those))?(?: [\w'{ordinal}-]+){0,3} ?\Z"
)
#: "the first since fighting broke out in Khartoum on …", "the deal signed in Stockholm in …".
_OF_OTHER_TIME = pattern(
    r"(?:\bsince (?:[a-z]|[{actor}{person}] )[^.;,]{0,50}"
    r"|\b(?:agreement|deal|accord|plan)s?(?: \w+)? (?:reached|signed"
    r"|struck|agreed|concluded)(?: (?:in|at) {place})?)(?: on| in)? \Z"
)
#: "agreed on Saturday …, after talks in Rome": news of the day of the talks.
_AT_THE_END_OF = pattern(
    r"\b(?:after|following|at the (?:end|close) of)(?: (?:the|their|a|an|its))?"
    r"(?: [\w'{ordinal}{duration}-]+){0,3} ?\Z"
)
_DATELINE = pattern(
    r"\A[^.;:()\"]{0,50}?(?:\.? ?/[^/]{1,20}/\.?|\([^()]{1,30}\)) ?[-–—]{0,2} ?"
    r"|\A[{place}{actor}\w/ ]{1,25}, {date}\.?,? ?(?=[-–—])"
    r"|\A[{place}{actor}](?:[/ ,.]{1,2}[\w{place}{actor}]{1,12}){0,4} ?[—–-]{1,2} "
)


def dateline_end(text: str) -> int:
    """ "MOSCOW, August 14. /TASS/." and "GENEVA, May 3 (Reuters) -" date the report."""
    match = _DATELINE.match(text)
    return match.end() if match else 0


def _with_followers(
    mention: Mention, place: int, first: DateMention, end: int
) -> Iterator[DateMention]:
    yield first
    position = place + 1
    while position <= end and (match := _NEXT_DATE.match(mention.line.text, position)):
        following = mention.line.tape.at(match.end() - 1)
        if isinstance(following, DateMention):
            yield following
        position = match.end()


def moved(found: DateMention, status: Status, published: date | None) -> DateMention:
    """The day on the side of publication that the status tells: what is to come is not last
    Wednesday, and what was held is not next Monday."""
    to_come = status in (Status.SCHEDULED, Status.PROPOSED, Status.AGREED)
    if to_come and published and found.basis is DateBasis.CONTEXT:
        return _ahead(found, published)
    day = date_start(found.edtf) if len(found.edtf) == 10 else None
    if day is None or published is None or found.basis is DateBasis.EXPLICIT:
        return found
    anchor = found.anchor or ""
    far = day > published + timedelta(days=150)
    if "year" in anchor and far:
        return found.model_copy(update={"edtf": day.replace(year=day.year - 1).isoformat()})
    weeks = 0
    if on_weekday(found) and status is Status.FAILED and (day - published).days > _SOON:
        weeks = -1  # "due on Sunday, was cancelled", read on Monday
    if on_weekday(found) and day < published and status in (Status.SCHEDULED, Status.PROPOSED):
        weeks = 1
    if on_weekday(found) and day > published and status is Status.COMPLETED:
        weeks = -1
    return found.model_copy(update={"edtf": (day + timedelta(weeks=weeks)).isoformat()})


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


def on_weekday(found: DateMention) -> bool:
    """Whether a weekday alone gives the day, so that it may lie on either side of publication."""
    return (found.anchor or "").split(" ")[0] in _WEEKDAYS


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def put_date(slots: Slots, mention: Mention, dates: Sequence[DateMention]) -> None:
    """Fill the date; two days in a row are one meeting's interval, "a third day" began before."""
    if not dates:
        return
    first, last = dates[0], dates[-1]
    if len(dates) > 1 and _successive(first.edtf, last.edtf):
        both = first.span.hull(last.span)
        slots.put("date", f"{first.edtf}/{last.edtf}", both)
    elif first.role in ("since", "after") and not _not_met_since(mention, first):
        slots.put("date", f"{first.edtf}/..", first.span)
    elif spell := _begun(mention, first) or _of_days(mention, first):
        slots.put("date", spell, first.span)
    slots.date(first)
    slots.values.setdefault("date_basis", first.basis)


def put_day_of_news(slots: Slots, mention: Mention, published: date | None) -> None:
    """ "A and B agreed on Monday to …, but their round of talks …": what the sides did at a meeting
    that the lead reports, they did on its day."""
    line = mention.line
    found = [
        (place, each)
        for place, each in line.tape.annotations(dateline_end(line.text))
        if isinstance(each, DateMention)
    ]
    if published is None or line.sentence.rank > _LEAD or len(found) != 1:
        return
    place, day = found[0]
    on = date_start(day.edtf) if on_weekday(day) else None
    recent = on and 0 <= (published - on).days <= _SOON
    if recent and _DONE_THERE.search(line.text, 0, place):
        slots.date(day)


_LEAD = 2  # sentences
_DONE_THERE = pattern(
    r"(?:[{actor}{person}]|\b{delegates}|\b{sides})(?: have| had)? (?:agreed|failed|ended"
    r"|conclud\w+|wrapped up|traded|made|reached|discussed|remained|came away|emerged|broke up"
    r"|parted|held)"
    r"(?: [\w-]+){0,4}? (?:on|late on|early on) \Z",
    WORDS,
)


_NOT_MET = pattern(r"\b(?:not|n't|never) (?:met|sat down|talked|negotiated)\b[^.;]{0,30} since \Z")


def _not_met_since(mention: Mention, found: DateMention) -> bool:
    """ "have not met since 29 March": that day they met."""
    place = mention.line.tape.place(found.span.start)
    return bool(_NOT_MET.search(mention.line.text, max(0, place - 50), place))


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
