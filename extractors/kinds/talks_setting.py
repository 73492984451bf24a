"""When, where and for how long a meeting was, and how far it had come, from the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from extractors.fact import Status
from extractors.kinds import talks_words as words
from extractors.kinds.claim import Slots
from extractors.kinds.talks_mentions import Mention, city_before_talks
from extractors.parsing.dates import DateMention
from extractors.parsing.delegations import go_betweens, host_in
from extractors.parsing.gazetteer import NameType
from extractors.parsing.names import Name
from extractors.parsing.numbers import Duration, Number
from extractors.parsing.status import Standing, Stretch
from extractors.parsing.tape import pattern
from extractors.values import DateBasis, Span, date_end, date_start

# -- when

_SAID = pattern(
    r"\b(?:said|says|told [^.;,]{1,40}|announced|wrote|posted|reported|confirmed|warned|tweeted"
    r"|added|published|issued"
    r"|said in [^.;,]{1,30}|told|statement|interview)(?: late| early| again)?(?: on| in"
    r"| last)?(?: the)? ?\Z"
)
_OTHER_DEED = pattern(
    r"\b(?:led to|resulted in|agreed (?:at|in|during|on|upon)|exchang\w+|swap\w*|attack\w*"
    r"|struck|killed|announc\w+|propos\w+"
    r"|summit|deadline|expire\w*|demand\w*|threat\w*|visit\w*|free[ds]?|releas\w+|return\w*"
    r"|sign\w*|invasion|deal|accord"
    r"|reached|under|as part of|letter|phone\w*|call)\b"
)
_HELD_THERE = pattern(
    r"(?:{place}(?: (?:city|resort|capital))?,?|\b(?:held|due|scheduled|set|slated|planned|began"
    r"|begin|start\w*|opened|ended|concluded"
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
    since = found.role == "since" and bool(_SINCE.search(line.text, max(0, place - 40), place))
    if found.role not in _ROLES and not since:
        return False
    if place < _dateline_end(line.text):
        return False
    if _OF_OTHER_THING.match(line.text, place + 1):
        return place < start and bool(_REACHED_AT.match(line.text, place + 1, start))
    lead = line.text[max(0, place - 70) : place]
    if _SAID.search(lead):
        return False
    between = Stretch(mention.trigger.end, place) if place > start else Stretch(place, start)
    deeds = _OTHER_DEED.search(line.text, *between)
    if place > start:
        return not deeds or bool(_HELD_THERE.search(lead))
    return not deeds or bool(_IN_COURSE_OF.search(line.text, place, start))


_REACHED_AT = pattern(
    r"'s [\w-]+ (?:was|were) (?:concluded|signed|reached|struck|agreed)(?: [\w-]+)? (?:at|during"
    r"|in)\b"
)
_SINCE = pattern(
    r"\b(?:been (?:meeting|negotiating|talking|holding|under ?way|shuttling)|under ?way|going on"
    r"|running)\b[^.;]{0,30}\Z"
)
_IN_COURSE_OF = pattern(
    r"\b(?:during|in|at)(?: (?:the|their|a|its|these|this|those))?(?: [\w'{ordinal}-]+){0,3} ?\Z"
)
_DATELINE = pattern(
    r"\A[^.;:()\"]{0,50}?(?:\.? ?/[^/]{1,20}/\.?|\([^()]{1,30}\)) ?[-–—]{0,2} ?"
    r"|\A[{place}{actor}\w/ ]{1,25}, {date}\.?,? ?(?=[-–—])"
    r"|\A[{place}{actor}](?:[/ ,.]{1,2}[\w{place}{actor}]{1,12}){0,4} ?[—–-]{1,2} "
)


def _dateline_end(text: str) -> int:
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
    """The same day in the direction of time that the status tells: what failed was to be, what is to
    come is not last Wednesday."""
    day = date_start(found.edtf) if len(found.edtf) == 10 else None
    if day is None or published is None or found.basis is DateBasis.EXPLICIT:
        return found
    anchor = found.anchor or ""
    far = day > published + timedelta(days=150)
    if "year" in anchor and far:
        return found.model_copy(update={"edtf": day.replace(year=day.year - 1).isoformat()})
    weeks = 0
    if on_weekday(found) and day < published and status in (Status.SCHEDULED, Status.PROPOSED):
        weeks = 1
    if on_weekday(found) and day > published and status is Status.COMPLETED:
        weeks = -1
    return found.model_copy(update={"edtf": (day + timedelta(weeks=weeks)).isoformat()})


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
    elif first.role == "since":
        slots.put("date", f"{first.edtf}/..", first.span)
    elif begun := _begun(mention, first):
        slots.put("date", begun, first.span)
    slots.date(first)
    slots.values.setdefault("date_basis", first.basis)


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


# -- where

_IN = pattern(
    r"\b(?:in|at|near|outside|inside)(?: (?:the|downtown|central"
    r"|nearby))?(?: {place})?(?: (?:resort|city|capital|town|port|[\w-]+))?"
    r"(?: (?:of|city))?,? ?\Z"
)
_NOT_THERE = pattern(
    r"\b(?:sources?|speaking|reporters|journalists|(?<!of )wars?|conflict|fighting|truce"
    r"|ceasefire|strikes?|hostages?|troops"
    r"|prisoners?|killed|attack\w*|held captive|told [^.;,]{1,30}) (?:in|at|near) (?:the )?\Z"
)
_WHO_THERE = pattern(
    r"\b(?:officials?|people|diplomats?|government|authorities) (?:in|at|near) (?:the )?\Z"
)
_EMBASSY = re.compile(r" (?:embassy|consulate|mission|border)\b")
_VENUE = re.compile(
    r"\b(?:in|at|inside) (?:the |a |an )?(?:[\w-]+ ){0,2}?((?:[A-ZÇŞİÖÜ][\w’'-]+ ){1,4}(?:Palace"
    r"|Hotel|Embassy|Residence|Villa|Castle|Resort"
    r"|Cent(?:er|re)|Mission|Base))\b"
)
_LEGATION = pattern(
    r"\b(?:in|at|inside) the (?P<v>(?:{place}|{actor}) (?:embassy|consulate|mission))\b"
)
_THE_CITY = pattern(
    r"\bthe (?:same|{place}) (?:city|capital|resort)\b(?! of)|\bin the same (?:city|venue|palace)\b"
)


def put_where(slots: Slots, mention: Mention) -> None:
    """City, venue and country."""
    _put_city_where(slots, mention)
    if city := city_before_talks(mention):
        slots.put("city", _said(mention, city.span), city.span)
    for window in mention.windows:
        for place, name in mention.line.names(NameType.PLACE, *window):
            _put_place(slots, mention, place, name)
    _put_venue(slots, mention)


def _said(mention: Mention, span: Span) -> str:
    line = mention.line
    return span.shift(-line.sentence.span.start).of(line.sentence.text)


def _put_place(slots: Slots, mention: Mention, place: int, name: Name) -> None:
    text = mention.line.text
    inside = mention.trigger.holds(place)
    lead = text[max(0, place - 60) : place]
    if not inside and (not _IN.search(lead) or _NOT_THERE.search(lead)):
        return
    if place < mention.before.end and _WHO_THERE.search(lead):
        return
    if name.detail == "city":
        if not _several_cities(mention):
            slots.put("city", name.name, name.span)
            if (
                name.actor
                and _said(mention, name.span) != name.name
                and "capital" in _said(mention, name.span).lower()
            ):
                slots.put("country", name.actor, name.span)
    elif name.detail == "venue":
        slots.put("venue", name.name, name.span)
    elif name.detail == "country" and name.actor and not _EMBASSY.match(text, place + 1):
        slots.put("country", name.actor, name.span)


_WHERE = pattern(r"(?P<c>{place}),? \Z")


def _put_city_where(slots: Slots, mention: Mention) -> None:
    """ "in Abu Dhabi, where the delegations met": the place that "where" points back to."""
    line, start = mention.line, mention.clause.start
    match = _WHERE.search(line.text, max(0, start - 3), start)
    if match and line.text.startswith("where", start):
        name = line.tape.at(match.start("c"))
        if isinstance(name, Name) and name.detail == "city":
            slots.put("city", name.name, name.span)


_SEVERAL = pattern(
    r"{place}(?: and|,)(?: [\w{count}]+){0,3}? in (?:the )?{place}|\bin {place}(?:,? and "
    r"|, ){place}"
)


def _several_cities(mention: Mention) -> bool:
    """ "two in Muscat and one in Rome": which was where is not said."""
    return bool(_SEVERAL.search(mention.line.text, *mention.windows[0]))


def _put_venue(slots: Slots, mention: Mention) -> None:
    line = mention.line
    for window in mention.windows:
        if window.end <= window.start:
            continue
        span = line.tape.span(*window)
        words_there = _said(mention, span)
        if match := _VENUE.search(words_there):
            slots.put("venue", match.group(1), Span(*match.span(1)).shift(span.start))
        if hit := _LEGATION.search(line.text, *window):
            place = line.tape.span(*hit.span("v"))
            slots.put("venue", _said(mention, place), place)


def names_the_city_again(mention: Mention) -> bool:
    """ "in the Turkish city", "in the same city": the one that was named before."""
    return any(_THE_CITY.search(mention.line.text, *window) for window in mention.windows)


# -- how long, how, through whom

_LONG_BEFORE = pattern(
    r"\b(?:last(?:ed|ing|s)?|took|taking|spent|for|after|in|of|ran|the|a|this|that|met|went on"
    r"|stretched|over|into|within|only|just|barely)"
    r"(?: (?:a|an|the|for|only|just|barely|about|well|some|over|under|to|another|little|more"
    r"|than))*,? ?\Z"
)
_LONG_AFTER = pattern(r"(?:[- ]long)?(?: of)?(?: {adjective}){0,3} (?:{gathering})\b", words.WORDS)
_NOT_LENGTH = pattern(
    r"(?:[- ]long)? (?:late\b|later|after\b|before|behind|ahead|delay|earlier|ago|truce"
    r"|ceasefire|pause|deadline|ultimatum|drive|flight"
    r"|break|window|journey|train|phone|call|speech|notice|humanitarian|conversation)"
)
_LATE = re.compile(
    r"\b(?:delay\w*(?: \w+){0,2}|postponed|late|every|within|drove|flew|waited|travel\w*"
    r"|spoke)(?: for| by| of)? ?\Z"
)
_MOST = 1440  # minutes: what lasted days has a date of its own
_DIRECT = (
    (False, pattern(r"\b(?:indirect(?:ly)?|proximity)\b|\bin separate rooms\b")),
    (
        True,
        pattern(
            r"(?<!and )\b(?:direct|face-to-face)(?= (?:{many})(?:{gathering})\b)"
            r"|\bface to face\b|\bin the same room\b",
            words.WORDS,
        ),
    ),
)


def put_how(slots: Slots, mention: Mention) -> None:
    """Length, host, go-betweens, direct or not."""
    _put_length(slots, mention)
    line = mention.line
    parties = slots.values["parties"]
    host = host_in(line)
    if host and host.actor not in parties:
        slots.put("host", host.actor, host.span)
    for side in go_betweens(line):
        if side.actor not in parties:
            slots.member("mediators", side.actor, side.span)
    part = Stretch(mention.clause.start, mention.after.end)
    for direct, rule in _DIRECT:
        if match := rule.search(line.text, *part):
            slots.put("direct", direct, line.tape.span(*match.span()))


def _put_length(slots: Slots, mention: Mention) -> None:
    line = mention.line
    if words.SIDE_MEETING.search(line.text, *mention.clause):
        return
    for window in mention.windows:
        for place, length in line.tape.annotations(*window):
            if not isinstance(length, Duration) or length.unit not in ("minutes", "hours"):
                continue
            minutes = length.minutes()
            if minutes and (minutes.best or 0) <= _MOST and _is_length(line.text, place):
                slots.put("duration_minutes", minutes, length.span)


def _is_length(text: str, place: int) -> bool:
    if _NOT_LENGTH.match(text, place + 1):
        return False
    before = text[max(0, place - 40) : place]
    if _LATE.search(before):
        return False
    return bool(_LONG_AFTER.match(text, place + 1) or _LONG_BEFORE.search(before))


# -- how far it had come


def standing_of(mention: Mention, found: DateMention | None, published: date | None) -> Standing:
    """The status that the words give; a date after publication makes a plain telling one to come."""
    told = _of_verb(mention) if mention.verb else None
    told = told or _of_cues(mention)
    if told and (told.status is not Status.COMPLETED or (found and on_weekday(found))):
        return told
    starts, ends = (date_start(found.edtf), date_end(found.edtf)) if found else (None, None)
    if starts and published and starts > published:
        return Standing(Status.SCHEDULED, mention.trigger, "date to come")
    if told is None and ends and published and ends <= published:
        return Standing(Status.COMPLETED, mention.trigger, "date past")
    return told or Standing(Status.REPORTED, mention.trigger, "bare")


_PRESENT = re.compile(r"(?:meet|meets|gather|convene|reconvene|hold|holds|sit down|begin)\b")


def _of_verb(mention: Mention) -> Standing | None:
    assert mention.verb is not None  # noqa: S101  # asked only of mentions with a verb
    line, verb = mention.line, mention.verb
    off = _first(mention, ("called off", "refused", "denied"), verb)
    if off:
        return off
    start = max(mention.clause.start, verb.start - 70)
    for status, rule in words.TENSES:
        if match := rule.search(line.text, start, verb.start):
            if status is Status.ONGOING and not line.text[verb.start : verb.end].rstrip().endswith(
                "ing"
            ):
                continue
            return Standing(status, Stretch(match.start(), verb.end), "tense")
    word = line.text[verb.start : verb.end]
    if _PRESENT.match(word):
        return Standing(Status.SCHEDULED, verb, "present")
    return None if word.startswith("meeting") else Standing(Status.COMPLETED, verb, "tense")


def _of_cues(mention: Mention) -> Standing | None:
    return _first(mention, None, mention.trigger)


def _first(mention: Mention, cues: tuple[str, ...] | None, trigger: Stretch) -> Standing | None:
    text = mention.line.text
    begin = max(mention.clause.start, mention.reach.start, trigger.start - 80)
    for status, side, cue, rule in words.STANDINGS:
        if cues and cue not in cues:
            continue
        if side == "before":
            match = rule.search(text, begin, max(begin, trigger.start))
        else:
            match = rule.match(text, trigger.end, mention.after.end)
        if match:
            return Standing(
                status, Stretch(match.start(), max(match.end(), match.start() + 1)), cue
            )
    return None
