"""The frame that an ultimatum was found in, and its time: how long, until when, since when."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from extractors.kinds.ultimatum.cues import DEADLINE, LATER_TIME
from extractors.kinds.ultimatum.needs import TOLD_AGAIN, UNREAD_TIME
from extractors.kinds.ultimatum.words import TIME, WORDS
from extractors.parsing.dates import DateMention
from extractors.parsing.line import Line
from extractors.parsing.numbers import Duration, Number
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern
from extractors.values import Count, Qualifier, Span

#: Lengths without a figure.
_DAYS = {
    "day": Count.of(1),
    "week": Count.of(7),
    "fortnight": Count.of(14),
    "month": Count.of(30, Qualifier.ABOUT),
}


class Time(NamedTuple):
    """How long, or until when, with the words that say so."""

    days: Count | None
    due: DateMention | None
    span: Span
    place: int


class Found(NamedTuple):
    """A frame's hit in a sentence."""

    line: Line
    rule: str
    match: re.Match[str]
    time: Time | None

    @property
    def stretch(self) -> Stretch:
        return Stretch(*self.match.span())

    def place(self, *labels: str) -> int | None:
        """Where the first of the named groups stands that matched."""
        groups = self.match.groupdict()
        return next((self.match.start(label) for label in labels if groups.get(label)), None)


def time_of(line: Line, match: re.Match[str]) -> Time | None:
    """The time that the frame names, else the one that follows "deadline" or "ultimatum"."""
    named = _named_time(line, match)
    noun = DEADLINE.search(line.text, match.start(), min(match.end() + 12, len(line.text)))
    if named or noun is None:
        return named
    later = LATER_TIME.match(line.text, noun.end())
    return _named_time(line, later) if later else None


def time_after(line: Line) -> Time | None:
    """The time that the sentence after an order gives: "They have until Friday to do so"."""
    after = _AFTER.match(line.text)
    return _named_time(line, after) if after else None


_AFTER = pattern(
    r"\W{0,2}(?:(?:but|and) )?(?:(?:it|they|he|she|{party}|the (?:[\w-]+ )?[\w-]+)"
    r" (?:now |still |only |also )?(?:ha(?:s|ve|d)|(?:was|were|has been|have been) given|will have)"
    r"|the (?:[\w-]+ )?{deadline} (?:is|was|expire[sd]?|ends?|falls|runs out)"
    r"|(?:it|they|he|she|{party}) (?:\w+ )?(?:gave|set|given|giving)(?: (?:it|them|him|her"
    r"|{party}))?"
    r"(?: a deadline of)?)(?: (?!to\b|no\b|not\b)[\w-]+){0,4}? " + TIME,
    WORDS,
)


def _named_time(line: Line, match: re.Match[str]) -> Time | None:
    groups = match.groupdict()
    label = next((label for label in "dwnu" if groups.get(label)), None)
    if label is None:
        return None
    place = match.start(label)
    span = line.tape.span(*match.span(label))
    if label == "u":
        return Time(_DAYS[groups["u"].split()[-1]], None, span, place)
    annotation = line.tape.at(place)
    if isinstance(annotation, Duration) and annotation.unit in ("minutes", "years"):
        return None
    if isinstance(annotation, Duration):
        return Time(_days(annotation), None, span, place)
    if isinstance(annotation, DateMention):
        return Time(None, annotation, span, place)
    return Time(annotation.count, None, span, place) if isinstance(annotation, Number) else None


def _days(length: Duration) -> Count | None:
    """How many days a length of time has; months have about thirty."""
    months = length.count.best if length.unit == "months" else None
    return Count.of(30 * months, Qualifier.ABOUT) if months else length.days()


def issued_on(found: Found) -> DateMention | None:
    """When it was set: a date before the time, or right after the words that set it."""
    due = found.time.due if found.time else None
    for place, mention in found.line.tape.annotations():
        if (
            isinstance(mention, DateMention)
            and mention is not due
            and _dates(found, place, mention)
        ):
            return mention if len(mention.edtf) >= len("2025-07") else None
    return None


def _dates(found: Found, place: int, mention: DateMention) -> bool:
    """Whether a date of the sentence is the one on which the deadline was set."""
    text = found.line.text
    if found.rule in UNREAD_TIME and place >= found.match.start():
        return False
    if place < found.match.end():
        told_again = found.rule in TOLD_AGAIN  # the sentence's date is that of something else
        return mention.role == "at" and not told_again and not _DATELINE.match(text, place + 1)
    between = text[found.match.end() : place]
    if mention.role == "from":
        return between == " from "
    return mention.role == "at" and len(between.split()) <= 1


_DATELINE = re.compile(r"[.,]? (?:\([^()]{1,30}\) ?)?[—–-]+ ")
_PARTS_OF_DAY = ("morning", "noon", "afternoon", "evening", "night")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def due_on(words: str, due: DateMention, issued: DateMention | None) -> str:
    """The day of a deadline; a weekday (`words`) lies after the day on which it was set."""
    named = [word for word in words.lower().split() if word not in _PARTS_OF_DAY]
    day = _day(issued.edtf) if issued else None
    if day is None or not named or named[-1] not in _WEEKDAYS or len(named) > 2:
        return due.edtf
    ahead = (_WEEKDAYS.index(named[-1]) - day.weekday() - 1) % 7 + 1
    return (day + timedelta(days=ahead)).isoformat()


def _day(edtf: str) -> date | None:
    """The day, or the first of an interval."""
    first = edtf.split("/")[0]
    return date.fromisoformat(first) if len(first) == 10 and "X" not in first else None


def plus(edtf: str, days: int) -> str | None:
    """A day plus days; a day of an open year stays within it, and is none of a leap year."""
    if len(edtf) != 10 or days > 3650 or edtf == "XXXX-02-29":
        return None
    day = date.fromisoformat(edtf.replace("XXXX", _COMMON_YEAR)) + timedelta(days=days)
    if not edtf.startswith("XXXX"):
        return day.isoformat()
    return f"XXXX-{day:%m-%d}" if str(day.year) == _COMMON_YEAR else None


_COMMON_YEAR = "2025"  # any that is no leap year: it only counts the days of an open one
