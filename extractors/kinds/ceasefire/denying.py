"""Truces that somebody says there are not: "denied reports of a truce", "rumours … are false"."""

from __future__ import annotations

from extractors.fact import Status
from extractors.kinds.ceasefire.phrases import Phrase
from extractors.kinds.ceasefire.telling import Telling
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern

_REPORTS = (
    r"(?:[\w{actor}{outlet}'-]+ ){0,4}?(?:reports?|claims?|rumou?rs|suggestions?|assertions?"
    r"|announcements?|speculation)(?: (?:by|in|from) (?:[\w{actor}{outlet}{person}'-]+ ){0,3}?)?"
)
_DENIED = pattern(
    r"\b(?:(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)|refut(?:es|ed|ing)|reject(?:s|ed|ing))"
    rf"|no truth (?:in|to|behind)) {_REPORTS} ?(?:of|about|on|regarding)"
    r" (?:[\w-]+ ){0,2}\Z"
)
#: "said that it had not agreed to a truce", "denied that there was one".
_NOT_AGREED = pattern(
    r"\b(?:said|says|insist(?:s|ed)|stress(?:es|ed))(?: (?:on )?{date})? (?:that )?"
    r"(?:it|they|he|she) (?:had|has|have) (?:not|never)"
    r" (?:agreed (?:to|on)|signed|accepted|approved) \Z"
    r"|\bden(?:y|ies|ied|ying) (?:that )?there (?:is|was|had been) \Z"
    rf"|\bden(?:y|ies|ied|ying) {_REPORTS} ?that (?:[\w-]+ ){{0,2}}\Z"
)
_REPORTED = pattern(rf"\b{_REPORTS} ?(?:of|about|that|regarding) (?:[^.;,]{{0,40}} )?\Z")
_FALSE = pattern(
    r"[^.;,]{0,60}? (?:is|are|was|were|has been|have been) (?:\w+ly )?(?:denied|refuted|false"
    r"|untrue|not true|incorrect|baseless|unfounded|groundless|fabricated|fake)\b"
)


def denied(phrase: Phrase) -> Telling | None:
    """The truce of which it is denied that it was offered, agreed or is in force."""
    text = phrase.line.text
    match = _DENIED.search(text, max(0, phrase.start - 160), phrase.start)
    match = match or _NOT_AGREED.search(text, max(0, phrase.start - 90), phrase.start)
    if match is None and _REPORTED.search(text, max(0, phrase.start - 90), phrase.start):
        match = _FALSE.match(text, phrase.end)
    if match is None or phrase.det == "the":
        return None
    return Telling(Status.DENIED, "denied", Stretch(*match.span()), between=True)
