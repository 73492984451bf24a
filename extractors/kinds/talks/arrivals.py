"""When a meeting was, by what else was done: somebody went there for it, something happened days
after it. Journeys still to come are left to the dates and the standing."""

from __future__ import annotations

import re
from datetime import date, timedelta

from extractors.kinds.talks.mention import Mention
from extractors.parsing.dates import DateMention
from extractors.parsing.numbers import Number
from extractors.parsing.tape import pattern


def went_for(mention: Mention) -> bool:
    """ "In April, A's minister flew to Kabul for talks with B": that month they were held."""
    text, start = mention.line.text, mention.trigger.start
    return bool(_WENT_FOR.search(text, 0, start))


_WENT_FOR = pattern(
    r"\A\W{0,2}(?:(?:on|in|early in|late in|last) )?{date},? [^.;]{1,80}?"
    r" (?:flew|travel+ed|went|came) to {place} for (?:[\w-]+ ){0,3}\Z"
)


def came_there(mention: Mention) -> re.Match[str] | None:
    """ "A flew to Geneva on Monday, where he met B", "A visited Doha on Friday and held talks": the
    place is the group `c`, its day, if told, `d`."""
    text, start = mention.line.text, (mention.verb or mention.trigger).start
    return _CAME.search(text, max(0, start - 90), start)


_CAME = pattern(
    r"\b(?:(?:flew|travel+ed|went|came|returned|headed|journeyed) to|arrived in|landed in|visited"
    r"|(?:was|were) in) (?P<c>{place})"
    r"(?:,? (?:(?:late|early) )?(?:on )?(?P<d>{date})(?: (?:morning|afternoon|evening|night))?)?,?"
    r" (?:where (?:he|she|they|it|the \w+)|and)(?: (?:also|later|then|there|had|has))?"
    r"(?: (?:h[eo]ld|had)(?: [\w-]+){0,3})? ?\Z"
)


def closes_round(mention: Mention, place: int) -> bool:
    """ "negotiators said on Friday at the close of their fifth round": on that day it ended."""
    return bool(_AT_ITS_CLOSE.match(mention.line.text, place + 1, mention.trigger.start))


_AT_ITS_CLOSE = pattern(r" at the (?:end|close|conclusion) of (?:the|their|an?|its) ")


def day_there(mention: Mention) -> DateMention | None:
    """The day on which they came there, or when they met, if it is told."""
    there = _left_after(mention) or came_there(mention) or _when_they_met(mention)
    day = mention.line.tape.at(there.start("d")) if there and there["d"] else None
    return day.model_copy(update={"role": "at"}) if isinstance(day, DateMention) else None


def _left_after(mention: Mention) -> re.Match[str] | None:
    """ "A delegation left Sanaa on Thursday after five days of talks"."""
    start = (mention.verb or mention.trigger).start
    return _LEFT_ON.search(mention.line.text, max(0, start - 90), start)


_LEFT_ON = pattern(
    r"\b(?:left|departed(?: from)?|flew (?:home )?from|returned from) {place},?"
    r" (?:(?:late|early) )?(?:on )?(?P<d>{date}) after (?:[\w{duration}{count}-]+ ){0,4}\Z"
)


def _when_they_met(mention: Mention) -> re.Match[str] | None:
    """ "since February 18, when the ministers of A and B met": on that day."""
    text, start = mention.line.text, (mention.verb or mention.trigger).start
    return _WHEN_THEY.search(text, max(0, start - 160), start)


_WHEN_THEY = pattern(
    r"(?P<d>{date}),? (?:when|the day(?: on which)?|on which) (?!asked|he|she|told)[^.;,]{1,130}\Z"
)


def days_before(mention: Mention) -> DateMention | None:
    """ "struck on Thursday, three days after delegations met in Istanbul": the Monday before."""
    line, start = mention.line, (mention.verb or mention.trigger).start
    match = _DAYS_AFTER.search(line.text, max(0, start - 120), start)
    if match is None:
        return None
    day = line.tape.at(match.start("d"))
    count = line.tape.at(match.start("n")) if match["n"] else None
    many = int(count.value) if isinstance(count, Number) else 1
    if not isinstance(day, DateMention) or not _DAY.fullmatch(day.edtf) or many > _MOST:
        return None
    back = timedelta(weeks=many) if match["u"] == "week" else timedelta(days=many)
    return day.model_copy(update={"edtf": (date.fromisoformat(day.edtf) - back).isoformat()})


_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOST = 60  # days or weeks that are counted back
_DAYS_AFTER = pattern(
    r"(?P<d>{date})(?: (?:morning|afternoon|evening|night))?, (?:just |only |barely |some )?"
    r"(?:(?P<n>{count})|an?|one) (?P<u>day|week)s? (?:after|since) [^.;,]{1,80}\Z"
)
