"""Leaders who meet among themselves: a summit is another kind's, a courtesy call nobody's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.kinds.talks.mention import Mention
from extractors.kinds.talks.words import DELEGATES, WORDS
from extractors.parsing.line import Side
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern
from extractors.values import Span

_LEADER = re.compile(
    r"(?:vice[- ])?(?:president|prime minister|premier|chancellor|king|emir|crown prince)\b"
)
ENVOY = re.compile(r"\b(?:envoy|negotiator|emissary)\b")
#: "to bring the Russian and Ukrainian leaders together for talks".
_LEADERS = pattern(
    r"(?:\b(?:with|of|between|bring(?:ing)?|among) (?:both |the |two |three ){0,3}"
    r"(?:{actor}(?:,| and|, and)? ){0,4}(?:leaders|presidents|heads of state))\b"
)
_AIDES = pattern(
    r"'s? (?:[\w-]+ ){0,3}?(?:{delegates}|advis[eo]rs?|aides?|team|administration|{person})", WORDS
)
_DELEGATION = pattern(r"\b(?:delegation|negotiating team|negotiators)\b")
_NEGOTIATES = re.compile(r"\b(?:talks|negotiations?|discussions|consultations)\b")
#: A courtesy call is seldom told with its length or its city.
_SETTLED = pattern(r"\bin (?:the )?{place}|{duration}|\bin {actor}(?= on\b)")


def leaders_alone(mention: Mention, sides: Sequence[Side], usual: set[str]) -> bool:
    """A head of state or government who receives somebody is no negotiation, unless both sides are
    those of the article's talks, or an envoy holds talks with him."""
    actors = {side.actor for side in sides}
    if actors <= usual:
        return False
    spans = {side.span for side in sides}
    leaders = leaders_of(mention, sides)
    negotiates = _NEGOTIATES.search(_trigger(mention)) or _sends_envoy(mention, spans)
    with_envoy = len(leaders) == 1 and actors & usual and negotiates
    return bool(leaders) and not with_envoy


def is_leader(person: Name) -> bool:
    """Whether somebody is a head of state or government by office."""
    return _LEADER.match(person.detail) is not None


def leaders_of(mention: Mention, sides: Sequence[Side]) -> list[Name]:
    """The heads of state or government who sit there themselves."""
    spans = {side.span for side in sides}
    return [
        name
        for place, name in mention.line.names(NameType.PERSON)
        if name.span in spans and _LEADER.match(name.detail) and not _has_aides(mention, place)
    ]


def _has_aides(mention: Mention, place: int) -> bool:
    """ "Trump's advisers": not he himself."""
    return bool(_AIDES.match(mention.line.text, place + 1))


def _sends_envoy(mention: Mention, spans: set[Span]) -> bool:
    """Whether one of those who meet is an envoy by office, or a delegation."""
    part = Stretch(mention.before.start, mention.clause.end)
    if not _SETTLED.search(mention.line.text, *part):
        return False
    if _DELEGATION.search(mention.line.text, *mention.before):
        return True
    people = mention.line.names(NameType.PERSON)
    return any(name.span in spans and ENVOY.search(name.detail) for _, name in people)


def is_summit(mention: Mention) -> bool:
    """Whether two leaders are named as those who meet, and nobody who negotiates for them."""
    start = 0 if mention.name == "met" else mention.clause.start  # "A said he would meet B"
    line, part = mention.line, Stretch(start, mention.after.end)
    leaders = {
        name.actor
        for place, name in line.names(NameType.PERSON, *part)
        if _LEADER.match(name.detail)
        and not _has_aides(mention, place)
        and not _OFFERS.match(line.text, place + 1)
    }
    if _TOP_LEVEL.search(line.text, *part) or _trigger(mention).endswith("summit"):
        return True
    if other := _AND_SUMMIT.search(line.text, mention.trigger.end, part.end):
        part = Stretch(part.start, other.start())
    alone = _LEADERS.search(line.text, *part)
    comma = line.text.find(",", mention.trigger.end, part.end)
    if mention.name == "met" and comma > 0:
        part = Stretch(part.start, comma)  # "to meet him in person, and sent a delegation"
    return (len(leaders) > 1 or bool(alone)) and not DELEGATES.search(line.text, *part)


def the_leaders(mention: Mention) -> bool:
    """ "The two leaders met": told by their office alone."""
    start = mention.verb.start if mention.verb else 0
    return _THE_LEADERS.search(mention.line.text, max(0, start - 60), start) is not None


def have_met(mention: Mention) -> bool:
    """Whether a verb tells that they met, and not that they will or may."""
    text, start = mention.line.text, (mention.verb or mention.trigger).start
    return bool(_HELD.match(text, start)) and not _NOT_YET.search(text, max(0, start - 30), start)


_THE_LEADERS = pattern(
    r"\b(?:the|both) (?:{count} |two )?(?:leaders|presidents|prime ministers|premiers"
    r"|heads of (?:state|government))(?: (?!who\b|of\b)\w+){0,3} \Z"
)
_HELD = re.compile(r"(?:met|held|sat|spent|talked|negotiated|conferred|huddled)\b")
_NOT_YET = re.compile(r"\b(?:will|would|to|not|never|should|could|may|might|be)(?: \w+)? \Z")
_TOP_LEVEL = re.compile(r"\bat the (?:highest|top|leaders'?) (?:[\w-]+ )?level\b")
#: "ready to host a round of talks and a meeting of the leaders".
_AND_SUMMIT = re.compile(r"\band (?:later |also )?(?:an?|the) (?:[\w-]+ )?(?:meeting|summit)\b")
#: "accept Putin's offer of negotiations": between their delegations.
_OFFERS = pattern(
    r"'s (?:[\w-]+ ){0,2}?(?:offers?|proposals?|calls?|invitation|initiative|suggestion|idea|plan)"
    r" (?:of|for|to (?:hold|resume|start|begin)) "
)


def _trigger(mention: Mention) -> str:
    return mention.line.text[mention.trigger.start : mention.trigger.end]
