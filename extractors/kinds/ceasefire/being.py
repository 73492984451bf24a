"""Truces told as being there: "there will be a truce", "on its ninth day", "after its end"."""

from __future__ import annotations

import re

from extractors.fact import Status
from extractors.kinds.ceasefire.telling import Telling
from extractors.kinds.ceasefire.verb import Verb
from extractors.kinds.ceasefire.words import BELIEVED
from extractors.parsing.parties import side_speaking
from extractors.parsing.tape import pattern


def to_be(verb: Verb) -> Telling | None:
    """ "There will be a truce of two days, Medinsky said": what a side says is to come."""
    line = verb.phrase.line
    speaker = side_speaking(verb.cast.document, line, verb.start)
    if (
        speaker is None
        or not verb.cast.fights(speaker)
        or _NO.search(line.text, verb.cue.end(), verb.phrase.noun)
        or BELIEVED.search(line.text, 0, verb.start)
        or _IF.search(line.text, 0, verb.start)
    ):
        return None
    return Telling(Status.PROPOSED, "there will be", verb.words, speaker)


#: "there would be no extension to the ceasefire".
_NO = re.compile(r"\bno\b")


def over(verb: Verb) -> Telling:
    """ "After the end of the six-week truce"."""
    return Telling(Status.COMPLETED, "ran out", verb.words, between=True)


def on_a_day(verb: Verb) -> Telling | None:
    """ "On the ninth day of the truce"; in a plan it is still to come."""
    text = verb.phrase.line.text
    to_come = _FIRST_DAY.match(text, verb.start) and _WILL.search(text, 0, verb.start)
    if to_come or _PLAN.search(text, 0, verb.start):
        return None
    return Telling(Status.ONGOING, "day of", verb.words, between=True)


def within(verb: Verb) -> Telling | None:
    """ "In the week-long truce of November 2023": one that is named in passing, with its date."""
    if not _DATED.match(verb.phrase.line.text, verb.phrase.end):
        return None
    return Telling(Status.COMPLETED, "in the truce of", verb.words, between=True)


_FIRST_DAY = pattern(r"(?:(?:on|during) )?(?:the )?(?:first|opening|{ordinal}) day\b")
_WILL = re.compile(r"\b(?:will|(?:is|are|due|set|scheduled) to)\b")
_IF = re.compile(r"\b(?:if|unless|provided|once)\b")
_PLAN = re.compile(r"\b(?:plans?|proposals?|drafts?|offers?|frameworks?|outline|would)\b")
_DATED = pattern(r" (?:of|in) {date}")
