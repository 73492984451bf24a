"""Truces that somebody breaks or ends: "broke the truce", "decided to lift its ceasefire"."""

from __future__ import annotations

import re

from extractors.fact import Status
from extractors.kinds.ceasefire.telling import Telling
from extractors.kinds.ceasefire.verb import Verb
from extractors.kinds.ceasefire.words import ACCUSED
from extractors.parsing.governing import Governed


def broken(verb: Verb) -> Telling | None:
    text, start = verb.phrase.line.text, verb.start
    noun = _FALL.match(verb.cue.group())
    accused = not noun and ACCUSED.search(text, max(0, start - 120), start)
    done = verb.governed is Governed.DONE or verb.decided
    of_else = _PUT.match(verb.cue.group()) and text.startswith("pause", verb.phrase.noun)
    if not done or accused or verb.is_charged or of_else:
        return None
    doer = verb.doer if _ITS_OWN.search(verb.phrase.text) else None
    if _LIFTS.match(verb.cue.group()) and doer and verb.cast.fights(doer):
        return Telling(Status.FAILED, "broken", verb.words, doer, own=True)
    if _SAYS_IT_ENDS.match(verb.cue.group()) and doer and verb.cast.fights(doer):
        return Telling(Status.COMPLETED, "ran out", verb.words, doer, own=True)
    return Telling(Status.FAILED, "broken", verb.words, between=True)


_PUT = re.compile(r"(?:put|br)\w* an end")  # "put an end to a long pause" in swaps
_FALL = re.compile(r"(?:collapse|breakdown|failure|demise) of")
_SAYS_IT_ENDS = re.compile(r"(?:declar|announc)\w+ (?:an|the) ")
#: "decided to lift a unilateral ceasefire": its own.
_LIFTS = re.compile(r"(?:lift|terminat|revok|rescind|end|suspend|scrap|call)")
_ITS_OWN = re.compile(
    r"\b(?:unilateral|one-sided|easter|christmas|ramadan|eid|holiday|victory day)\b"
)
