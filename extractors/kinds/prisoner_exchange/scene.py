"""When and where an exchange happens, through whom, of whom; what its day adds to the status."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from extractors.claims import Slots
from extractors.fact import Status
from extractors.kinds.prisoner_exchange import words
from extractors.kinds.prisoner_exchange.exchange import A_STAGE, BUT_UNDONE, BY_ITS_DAY
from extractors.kinds.prisoner_exchange.triggers import Event
from extractors.parsing.dates import DateMention
from extractors.parsing.document import Document
from extractors.parsing.headcounts import read_headcounts
from extractors.parsing.line import Line
from extractors.parsing.numbers import Number
from extractors.parsing.past_days import in_the_past
from extractors.parsing.scenes import agreed_round, date_in, mediators_in, place_in
from extractors.parsing.status import Standing, Stretch
from extractors.parsing.tape import SIGNS
from extractors.values import DateBasis, Span, date_end, date_start

_SETTLED = {Status.COMPLETED, Status.ONGOING, Status.SCHEDULED}
_YEAR = 4  # characters of a date that is but a year
_DONE = {Status.COMPLETED, Status.ONGOING}


def put_scene(slots: Slots, event: Event, events: Sequence[Event]) -> None:
    """Day, place, mediators, round, number and categories; `events`: all of the sentence."""
    line, clause = event.line, event.clause
    if then := words.THEN_FREED.search(line.text, *clause):  # the day of the deed, not of before
        clause = Stretch(then.start(), clause.end)
    settled = event.standing is not None and event.standing.status in _SETTLED
    _put_day(slots, event, clause, events)
    if settled and (place := place_in(line, clause)):
        said = place.span.shift(-line.sentence.span.start).of(line.sentence.text)
        if not any(source.overlaps(place.span) for source in line.sources) and not (
            words.SAID_IN.search(line.text, *_before(line.tape.place(place.span.start)))
        ):
            slots.put("place", said, place.span)
    for side in mediators_in(line):
        if side.actor not in slots.values["parties"]:
            slots.member("mediators", side.actor, side.span)
    if (number := agreed_round(line)) and number.count.best:
        slots.put("agreed_at", number.count.best, number.span)
    _put_ordinal(slots, event)
    for name, rule in words.CATEGORIES:
        hits = rule.finditer(line.text, *clause)
        if hit := next((one for one in hits if _is_of_them(line, one)), None):
            slots.member("categories", name, line.tape.span(*hit.span()))


def _put_day(slots: Slots, event: Event, clause: Stretch, events: Sequence[Event]) -> None:
    if day := _day(event, clause, events):
        slots.date(day)
    elif event.like:
        _put_day_after(slots, event)


#: "a day later, 303 more": the day behind, or before, that of the figure before it.
_DAYS_ON = re.compile(
    r"\b(?P<days>the (?:next|following) day|(?:a|one) day (?:later|after)|the day after)\b"
    r"|\b(?:the (?:previous day|day (?:before|earlier))|(?:a|one) day (?:earlier|before))\b"
)


def _put_day_after(slots: Slots, event: Event) -> None:
    said = _DAYS_ON.search(event.line.text, *event.clause)
    told = date_in(event.line, event.like.clause) if event.like else None
    day = date_start(told.edtf) if told and len(told.edtf) == len("2025-05-24") else None
    if said and day:
        on = timedelta(days=1 if said["days"] else -1)
        slots.put("date", (day + on).isoformat(), event.line.tape.span(*said.span()))
        slots.values["date_basis"] = DateBasis.DERIVED


def _is_of_them(line: Line, hit: re.Match[str]) -> bool:
    """Not "men over the age of 50", and no title of a body."""
    age = line.tape.at(hit.start()) if hit.group() == SIGNS["age"] else None
    old = isinstance(age, Number) and (age.count.high or age.count.low or 0) > _YOUNG
    return not (old or _is_in_a_title(line, hit))


_YOUNG = 25


def _is_in_a_title(line: Line, hit: re.Match[str]) -> bool:
    """ "the Commission on Prisoners of War, Hostages and Missing Persons": nobody who was freed."""
    said = line.tape.cased[hit.start() : hit.end()]
    return hit.start() > 0 and said[:1].isupper() and not said[:2].isupper()


def _before(place: int) -> tuple[int, int]:
    return max(0, place - 40), place


def _day(event: Event, clause: Stretch, events: Sequence[Event]) -> DateMention | None:
    """Its day: "since October 2020, when 1,000 were freed" has one before it; what is to come has
    not that of what was done."""
    line = event.line
    if line.text.startswith("when ", clause.start):
        last = [one for _, one in line.tape.annotations(max(0, clause.start - 3), clause.start)]
        if last and isinstance(last[-1], DateMention):
            return last[-1]
    told = words.COMPLETED_ON.match(line.text, event.trigger.end)
    if told := told or words.TOOK_PLACE_ON.match(line.text, event.trigger.end):
        mention = line.tape.at(told.end() - 1)
        return mention if isinstance(mention, DateMention) else None
    if not event.verb and (own := words.ON_DAY.match(line.text, event.trigger.end)):
        mention = line.tape.at(own.end() - 1)
        if isinstance(mention, DateMention) and mention.role == "at":
            return None if _is_of_a_year(event, mention) else mention
    day = date_in(line, clause)
    if day and event.standing and event.standing.cue == BY_ITS_DAY:
        return day if clause.holds(line.tape.place(day.span.start)) else None
    if day and (_is_of_a_year(event, day) or _is_of_an_aside(line, clause, day)):
        return None
    if day is None or event.standing is None or event.standing.status in _DONE:
        return day
    place = line.tape.place(day.span.start)
    others = (one for one in events if one is not event and one.clause.holds(place))
    done = any(one.standing and one.standing.status in _DONE for one in others)
    return None if done and not event.clause.holds(place) else day


def _is_of_an_aside(line: Line, clause: Stretch, day: DateMention) -> bool:
    """ "… of those who were famous when they surrendered in May": the day of something else."""
    place = line.tape.place(day.span.start)
    before = line.text, max(0, place - 90), place
    if _SINCE_THEN.search(*before) or _TAKEN_ON.search(*before):
        return True
    own = line.clause(place)
    return place >= clause.end and bool(_ASIDE.match(line.text, own.start))


#: "the largest swap since the invasion began three years ago"
_SINCE_THEN = re.compile(r"\bsince (?:[\w'\ue005-]+ ){2,9}\Z")
#: "both taken hostage in the attack on 7 October": when they were taken.
_TAKEN_ON = re.compile(
    r"\b(?:taken (?:hostage|captive|prisoner)|(?:was|were|been|both|all) (?:taken|abducted|seized"
    r"|captured|kidnapped|arrested|detained|picked up|caught|apprehended)"
    r"|(?:whom|who|that) (?:the )?(?:[\w\ue005-]+ ){1,3}?had (?:been )?(?:taken|abducted|seized"
    r"|captured|kidnapped|arrested|detained|picked up|caught|apprehended|strayed|crossed))\b"
    r"(?:(?!\b(?:freed|released|exchanged|swapped|returned|home)\b)[^.;]){0,70} \Z"
)
_ASIDE = re.compile(r"\W{0,3}(?:when|after|before|who|whom|whose|while|since|because|where)\b")


def _is_of_a_year(event: Event, day: DateMention) -> bool:
    """ "the second exchange between the two in 2025": how many there were, and no day."""
    ordinal = words.ORDINAL.search(event.line.text, *event.clause)
    return len(day.edtf) == _YEAR and ordinal is not None


def _put_ordinal(slots: Slots, event: Event) -> None:
    """ "the 58th swap since the invasion" has a number; "the first in five months" has none."""
    for match in words.ORDINAL.finditer(event.line.text, *event.clause):
        ordinal = event.line.tape.at(match.start("n"))
        number = ordinal.count.best if isinstance(ordinal, Number) else None
        if number and (number > 9 or not match.group("span")):
            slots.put("ordinal", number, ordinal.span)


def dated(document: Document, event: Event, slots: Slots) -> Standing:
    """The status with what the date adds: agreed and to come, scheduled; begun and past, done."""
    standing = event.standing or Standing(Status.REPORTED, event.trigger, "bare")
    if standing.cue == A_STAGE and read_headcounts(event.line, event.clause):
        standing = standing._replace(status=Status.COMPLETED)  # "…, bringing back 390": that stage
    published, day = document.article.published_on, slots.values.get("date")
    if published is None or day is None:
        return standing
    start, end = date_start(day), date_end(day)
    if standing.cue == "would" and start and start > published and _is_said_to_come(event):
        return standing._replace(status=Status.SCHEDULED)
    if standing.cue == "announced" and start and start > published:
        return standing._replace(status=Status.SCHEDULED)
    past = standing.status is Status.COMPLETED or standing.cue == BUT_UNDONE
    if past and start and start > published:
        slots.redate(_of_the_past(slots, start, published, document.article.text))
        return standing
    said = event.line.text[standing.words.start : standing.words.end]
    ahead = words.IS_TO.search(said) and standing.status is Status.AGREED
    if ahead and start and start < published and _is_bare_weekday(slots, document.article.text):
        slots.redate((start + timedelta(days=_WEEK)).isoformat())  # "will do so on Saturday"
        return standing._replace(status=Status.SCHEDULED)
    today = start == published and words.IS_TO.search(said)
    if standing.status is Status.AGREED and start and (start > published or today):
        return standing._replace(status=Status.SCHEDULED)
    two_way = event.standing is None and len(slots.values.get("returned", {})) > 1
    if two_way and start == published and standing.cue == "bare":  # "Exchange today: 303 for 303"
        return standing._replace(status=Status.COMPLETED)
    begun = said in ("began", "started")
    if standing.status is Status.ONGOING and begun and end and end < published:
        return standing._replace(status=Status.COMPLETED)
    return standing


def _is_said_to_come(event: Event) -> bool:
    """ "He said that the exchange would be held on Saturday": on a day that is fixed."""
    line, (start, end) = event.line, event.trigger
    told = words.WOULD_BE_HELD.match(line.text, end)
    return bool(told and not event.verb and line.attribution(start))


def _is_bare_weekday(slots: Slots, text: str) -> bool:
    said = slots.grounding["date"]
    return isinstance(said, Span) and said.of(text).casefold() in _WEEKDAYS


def _of_the_past(slots: Slots, start: date, published: date, text: str) -> str | None:
    """ "Received 390 on Friday and are expected to …": last Friday, though "are" looks ahead."""
    ahead = (start - published).days
    if _is_bare_weekday(slots, text) and ahead <= _WEEK:
        return (start - timedelta(days=_WEEK)).isoformat()
    return in_the_past(slots.values["date"], published)


_WEEK = 7
_WEEKDAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
