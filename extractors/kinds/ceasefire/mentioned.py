"""Truces that a sentence only names, yet by a day or a length that tells one: "the January truce".

What was named with its date or its figures counts (FACTS.md, "Named in passing"); what is only
called a proposal is proposed.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from extractors.fact import Status
from extractors.kinds.ceasefire.holidays import is_over
from extractors.kinds.ceasefire.lengths import length_in_name
from extractors.kinds.ceasefire.model import IN_PASSING, NAMED
from extractors.kinds.ceasefire.phrases import Phrase
from extractors.kinds.ceasefire.telling import Cast, Telling
from extractors.parsing.dates import DateMention
from extractors.parsing.tape import pattern
from extractors.values import date_end


def passed(cast: Cast, phrase: Phrase) -> Telling | None:
    """ "A 24-hour truce from June 10 to 11 had brought calm": one that its own dates end."""
    length = length_in_name(phrase)
    published = cast.document.article.published_on
    if length is None or published is None:
        return None
    before = phrase.line.text[max(0, phrase.start - 12) : phrase.start]
    over = bool(_SINCE_THEN.search(before)) and is_over(phrase.text, published)
    end, hours = _last_day(phrase), length[0].high or length[0].best
    over = bool(over or _END_OF.search(before))
    named_before = _PREVIOUS.search(phrase.text) and not (phrase.proposed or phrase.asked)
    there_was = _THERE_WAS.search(phrase.line.text, max(0, phrase.start - 24), phrase.start)
    if (
        over
        or named_before
        or there_was
        or (end and hours and end + timedelta(hours=hours) < published)
    ):
        return Telling(Status.COMPLETED, "its days are over", phrase.words, between=True)
    return None


def _last_day(phrase: Phrase) -> date | None:
    match = _ITS_DAYS.match(phrase.line.text, phrase.end)
    dated = phrase.line.tape.at(match.start("day")) if match else None
    return date_end(dated.edtf) if isinstance(dated, DateMention) and dated.edtf else None


_ITS_DAYS = pattern(r" (?:from|for|of|over|between|in|last) (?P<day>{date})")
_PREVIOUS = re.compile(r"\b(?:previous|earlier|preceding)\b")
_THERE_WAS = re.compile(r"\bthere (?:was|had been|has been) (?:also |even |only )?\Z")
_SINCE_THEN = re.compile(r"\b(?:after|following|during|since|despite)(?: an?| the)? \Z")


#: "minutes after the end of a 24-hour truce".
_END_OF = re.compile(r"\b(?:end|expiry) of \Z")


def named(cast: Cast, phrase: Phrase) -> Telling | None:
    """A truce that nothing is told of but its name."""
    if phrase.proposed or "proposed" in phrase.text:
        proposed = Telling(Status.PROPOSED, NAMED, phrase.words)
        return proposed if length_in_name(phrase) else None
    published, day = cast.document.article.published_on, _day_in_name(phrase)
    known = phrase.det in ("the", "its", "their", "this", "that") and not phrase.asked
    if not (known and published and day and day <= published):
        return None
    return Telling(Status.AGREED, IN_PASSING, phrase.words, between=True)


def _day_in_name(phrase: Phrase) -> date | None:
    """The day by which a truce is called: "the 27 November ceasefire", "the truce of May"."""
    tape = phrase.line.tape
    called = [one for _, one in tape.annotations(phrase.start, phrase.noun)]
    behind = _OF_A_DAY.match(phrase.line.text, phrase.end)
    if behind:
        called.append(tape.at(behind.start("day")))
    days = (date_end(one.edtf) for one in called if isinstance(one, DateMention) and one.edtf)
    return next((day for day in days if day), None)


_OF_A_DAY = pattern(r" of (?P<day>{date})")
