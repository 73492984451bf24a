"""Who went somewhere for a meeting, so that it was held when he went. Journeys still to come
are left to the dates and the standing."""

from __future__ import annotations

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
