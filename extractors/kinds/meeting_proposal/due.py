"""By when a meeting of leaders is to be: a day to come that the words behind it name."""

from __future__ import annotations

import re
from calendar import day_name
from datetime import date, timedelta

from extractors.kinds.meeting_proposal.phrases import Phrase, end_of
from extractors.parsing.dates import DateMention
from extractors.values import date_end, date_start


def in_told_year(mention: DateMention, published: date | None) -> DateMention:
    """ "would wait for him on May 15", told on May 16: not of the May to come."""
    day = date_start(mention.edtf) if len(mention.edtf) == len("2025-05-15") else None
    if day is None or published is None or "year" not in (mention.anchor or ""):
        return mention
    if (day - published).days < _MOST_AHEAD or mention.edtf.endswith("-02-29"):
        return mention
    return mention.model_copy(update={"edtf": f"{day.year - 1}{mention.edtf[4:]}"})


_MOST_AHEAD = 300  # days that a meeting is proposed ahead
_LATELY = timedelta(days=30)


def _earliest(mention: DateMention, published: date) -> date:
    """A day and month said in so many words may be told soon after; other days are to come."""
    of_a_month = len(mention.edtf) == len("2025-05-15") and "year" in (mention.anchor or "")
    return published - _LATELY if of_a_month else published


def _next(mention: DateMention, published: date | None) -> DateMention:
    """ "wants to meet him on Saturday", told on Wednesday: the one to come, if that is nearer."""
    weekday = (mention.anchor or "").split(" ")[0] in day_name
    day = date_start(mention.edtf) if weekday else None
    if day is None or published is None or (published - day).days < _HALF_A_WEEK:
        return mention
    return mention.model_copy(update={"edtf": (day + timedelta(weeks=1)).isoformat()})


_HALF_A_WEEK = 4  # days
_PAST = re.compile(r"(?:earlier|late(?:r)? last|last|yesterday|today)\b", re.IGNORECASE)


def date_of(phrase: Phrase, published: date | None) -> DateMention | None:
    """The day to come that the words behind a meeting name."""
    said = phrase.line.sentence.text
    for _, mention in phrase.line.tape.annotations(phrase.start, end_of(phrase)):
        if isinstance(mention, DateMention) and mention.role not in ("since", "after", "from"):
            if _PAST.match(mention.span.shift(-phrase.line.sentence.span.start).of(said)):
                continue
            mention = _next(in_told_year(mention, published), published)
            last = date_end(mention.edtf)
            if published is None or last is None or last >= _earliest(mention, published):
                return mention
    return None
