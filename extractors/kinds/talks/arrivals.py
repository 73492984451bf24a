"""Who went somewhere for a meeting, so that it was held when he went. Journeys still to come
are left to the dates and the standing."""

from __future__ import annotations

import re

from extractors.kinds.talks.mention import Mention
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
