"""Truces told by the fighting that they stopped: "the war ended with a truce on 10 November"."""

from __future__ import annotations

from extractors.fact import Status
from extractors.kinds.ceasefire.phrases import Phrase
from extractors.kinds.ceasefire.telling import Telling
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern


def brought_to_an_end(phrase: Phrase) -> Telling | None:
    """A truce in which fighting is said to have ended: one that was made."""
    made = phrase.det in _ONE and not (phrase.proposed or phrase.asked or phrase.several)
    if not made:
        return None
    text, start = phrase.line.text, max(0, phrase.start - _REACH)
    ended = _ENDED.search(text, start, phrase.start)
    if ended is None and _MADE.match(text, phrase.end):
        ended = _UNTIL.search(text, start, phrase.start)
    words = Stretch(*ended.span("verb")) if ended else None
    return Telling(Status.AGREED, "agreed", words, between=True) if words else None


_ONE = ("", "a", "an")
_REACH = 160  # places before a truce in which the fighting stands that it stopped
_FIGHTING = (
    r"\b(?:wars?|fighting|conflict|hostilities|clash(?:es|ed)?|violence|battles?|shelling"
    r"|escalation|confrontation|bombing|offensive|strikes|skirmish(?:es)?|standoff|it|fought)\b"
    r"(?:(?!\b(?:not|never|if|should|would|could|must|be|until|before|unless|can|may|might)\b)"
    r"[^.;]){0,100}?"
)
_ENDED = pattern(
    _FIGHTING + r" (?P<verb>(?:ended|halted|stopped|culminated|ending|came to an (?:end|halt)"
    r"|brought to (?:an end|a halt)) (?:only )?(?:with|in|by|through))"
    r"(?: the (?:signing|announcement) of)? \Z"
)
_UNTIL = pattern(_FIGHTING + r" (?P<verb>until) \Z")
#: "until a truce on 10 May", "until a truce brokered by Egypt".
_MADE = pattern(
    r" (?:on |in |of )?{date}| (?:was )?(?:brokered|mediated|agreed|signed|reached|took"
    r" (?:effect|hold)"
    r"|came into (?:effect|force))\b"
)
