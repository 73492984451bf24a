"""Meetings told as what came after another one: "a week later", "they moved to Rome", "met there
again". What the words count from, and where "there" is, stands in the sentences before."""

from __future__ import annotations

from datetime import date

from extractors.claims import Claim, Slots
from extractors.fact import Status
from extractors.kinds.talks.counted import LATER, counted_from
from extractors.kinds.talks.dates import dates_of
from extractors.kinds.talks.filling import met_anew
from extractors.kinds.talks.mention import Mention
from extractors.kinds.talks.spells import in_year_told
from extractors.parsing.dates import DateMention
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.tape import pattern

SEQUEL = "sequel"  # the name of a mention that tells where the talks went on


def days_of(
    document: Document, mention: Mention, told: Claim | None, published: date | None
) -> tuple[DateMention, ...]:
    """The days that a mention names, else the one that it counts from the meeting told before."""
    if named := tuple(in_year_told(on, told, published) for on in dates_of(mention)):
        return named
    counted = _day_after(document, mention, told)
    return (counted,) if counted else ()


def _day_after(document: Document, mention: Mention, told: Claim | None) -> DateMention | None:
    """ "They met again in Rome a week later": a week from the day that was told last."""
    line, start = mention.line, mention.clause.start
    if told is None or told.date is None:
        return None
    found = LATER.search(line.text, start, mention.after.end)
    if found is None or _ANOTHER_DEED.search(line.text, mention.trigger.end, found.start()):
        return None
    if _other_day_between(document, mention, told):
        return None
    return counted_from(line, found, told.date)


#: "The talks, which ended a week later": not the day on which they were.
_ANOTHER_DEED = pattern(
    r"\b(?:end|conclud|clos|collaps|br[eo]|sign|wrap|agree|announc|follow|free|releas|said|unt)\w*"
)


def _other_day_between(document: Document, mention: Mention, told: Claim) -> bool:
    """Whether another day is told since, from which the words may count."""
    ground = told.grounding.get("date")
    since = max(told.span.start, getattr(ground, "end", 0))
    until = mention.line.tape.span(mention.trigger.start, mention.trigger.end).start
    between = [
        line
        for line in document.lines
        if told.span.start <= line.sentence.span.start <= mention.line.sentence.span.start
    ]
    return any(
        isinstance(one, DateMention) and since <= one.span.start < until
        for line in between
        for _, one in line.tape.annotations()
    ) or any(LATER.search(line.text) for line in between[1:-1])


def goes_on(mention: Mention, told: Claim | None) -> bool:
    """Whether a sentence that goes on about talks names a new place of theirs, not a home."""
    if told is None or not _OF_TALKS.match(mention.line.text):
        return False
    start, end = mention.trigger
    homes = getattr(told.fields, "parties", ())
    places = mention.line.names(NameType.PLACE, start, end)
    return all(name.actor not in homes for _, name in places)


_OF_TALKS = pattern(
    r"\W{0,2}(?:(?:then|later|(?:on |in )?{date}|{duration} later|a week later),? )?"
    r"(?:they|it|the (?:two )?(?:talks|negotiations|discussions|process|venue|teams|delegations"
    r"|envoys|negotiators|sides|parties))\b"
)


def put_cities_before(slots: Slots, mention: Mention, document: Document, status: Status) -> None:
    """The city that the sentences before name, where the words take it up or name none."""
    _put_city_there(slots, mention, document)
    if status is Status.COMPLETED:
        _put_city_of_before(slots, mention, document)


def _put_city_there(slots: Slots, mention: Mention, document: Document) -> None:
    """ "met there on Friday", "in the same city", "in the Turkish port": the city named last."""
    match = _THERE.search(mention.line.text, mention.middle.start, mention.after.end)
    if match is None or {"city", "venue"} & slots.values.keys():
        return
    land = mention.line.tape.at(match.start("of")) if match["of"] else None
    city = _city_before(document, mention.line, match.start())
    if city and (land is None or city.actor == getattr(land, "actor", None)):
        slots.put("city", city.name, city.span)


def _put_city_of_before(slots: Slots, mention: Mention, document: Document) -> None:
    """ "After talks in Riyadh, … . The delegations met for 12 hours": the only city of the sentence
    before, in which it speaks of talks, where the own sentence names no place."""
    line, rank = mention.line, mention.line.sentence.rank
    if {"city", "venue", "country"} & slots.values.keys() or not rank:
        return
    if any(True for _ in line.names(NameType.PLACE)) or mention.name != "met":
        return
    before = document.lines[rank - 1]
    cities = [each for each in before.names(NameType.PLACE) if each[1].detail == "city"]
    if len(cities) == 1 and not met_anew(mention):
        place, city = cities[0]
        if _TALKS_IN.search(before.text, 0, place):
            slots.put("city", city.name, city.span)


_TALKS_IN = pattern(
    r"\b(?:talks|negotiations|round|meeting|session|consultations|struck|met|gathered)"
    r"(?: (?!to\b)[\w{actor}{person}{date}'-]+){0,6} in (?:the )?\Z"
)
_THERE = pattern(
    r"\b(?:met|meet|sat down|talks|negotiations|round|session|meeting|gathered)(?: again)? there\b"
    r"(?=,? (?:on|in|for|from|between|last|again|late|early|a|the|with)\b"
    r"| [{date}{count}{duration}]|[.,])"
    r"|\bin the (?:same|(?P<of>[{actor}{place}])) (?:port|city|resort|capital|town)\b(?:(?! of\b))"
)


def _city_before(document: Document, line: Line, place: int) -> Name | None:
    """The one city named last before a place, in its sentence or in the one before."""
    for candidate, end in ((line, place), (document.before(line), None)):
        names = candidate.names(NameType.PLACE, 0, end) if candidate else ()
        cities = [name for _, name in names if name.detail == "city"]
        if candidate and cities:
            return cities[-1]
    return None
