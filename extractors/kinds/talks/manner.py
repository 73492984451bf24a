"""How a meeting was held: for how long, face to face or through whom, and at whose invitation."""

from __future__ import annotations

import re

from extractors.claims import Slots
from extractors.kinds.talks import words as words
from extractors.kinds.talks.mention import Mention
from extractors.parsing.delegations import go_betweens, host_in
from extractors.parsing.numbers import Duration
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern

_LONG_BEFORE = pattern(
    r"\b(?:last(?:ed|ing|s)?|took|taking|spent|for|after|in|of|ran|the|a|this|that|met|went on"
    r"|stretched|over|into|within|only|just|barely)"
    r"(?: (?:a|an|the|for|only|just|barely|about|well|some|over|under|to|another|little|more"
    r"|than))*,? ?\Z"
)
_LONG_AFTER = pattern(r"(?:[- ]long)?(?: of)?(?: {adjective}){0,3} (?:{gathering})\b", words.WORDS)
_NOT_LENGTH = pattern(
    r"(?:[- ]long)? (?:late\b|later|after\b|before|behind|ahead|delay|earlier|ago|truce"
    r"|ceasefire|pause|deadline|ultimatum|drive|flight"
    r"|break|window|journey|train|phone|call|speech|notice|humanitarian|conversation)"
)
_LATE = re.compile(
    r"\b(?:delay\w*(?: \w+){0,2}|postponed|late|every|within|drove|flew|waited|travel\w*"
    r"|spoke)(?: for| by| of)? ?\Z"
)
_MOST = 1440  # minutes: what lasted days has a date of its own
_DIRECT = (
    (
        False,
        pattern(
            r"(?<!\bdirect and )\b(?:indirect(?:ly)?(?! and direct\b)|proximity)\b"
            r"|\bin separate rooms\b"
        ),
    ),
    (
        True,
        pattern(
            r"(?<!and )\b(?:direct|face-to-face)(?= (?:{many})(?:{gathering})\b)"
            r"|\bface to face\b|\bin the same room\b",
            words.WORDS,
        ),
    ),
)


def put_how(slots: Slots, mention: Mention) -> None:
    """Length, host, go-betweens, direct or not."""
    _put_length(slots, mention)
    line = mention.line
    parties = slots.values["parties"]
    host = host_in(line)
    if host and host.actor not in parties:
        slots.put("host", host.actor, host.span)
    for side in go_betweens(line):
        if side.actor not in parties:
            slots.member("mediators", side.actor, side.span)
    part = Stretch(mention.clause.start, mention.after.end)
    for direct, rule in _DIRECT:
        if match := rule.search(line.text, *part):
            slots.put("direct", direct, line.tape.span(*match.span()))


def _put_length(slots: Slots, mention: Mention) -> None:
    line = mention.line
    if words.SIDE_MEETING.search(line.text, *mention.clause):
        return
    for window in mention.windows:
        for place, length in line.tape.annotations(*window):
            if not isinstance(length, Duration) or length.unit not in ("minutes", "hours"):
                continue
            minutes = length.minutes()
            if minutes and (minutes.best or 0) <= _MOST and _is_length(line.text, place):
                slots.put("duration_minutes", minutes, length.span)


def _is_length(text: str, place: int) -> bool:
    if _NOT_LENGTH.match(text, place + 1):
        return False
    before = text[max(0, place - 40) : place]
    if _LATE.search(before):
        return False
    return bool(_LONG_AFTER.match(text, place + 1) or _LONG_BEFORE.search(before))
