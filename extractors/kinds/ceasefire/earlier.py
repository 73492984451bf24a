"""Whether words tell a truce from the one that their article is about: "the first ceasefire"."""

from __future__ import annotations

import re

from extractors.kinds.ceasefire.phrases import Phrase
from extractors.parsing.numbers import Number
from extractors.parsing.tape import pattern


def is_earlier(phrase: Phrase) -> bool:
    """Whether it is told to have come before another truce of the article."""
    if is_first_since(phrase):
        return False
    text, start = phrase.line.text, phrase.start
    return (
        _is_first(phrase)
        or _EARLIER.search(text, start, phrase.noun) is not None
        or _BEFORE_THAT.match(text) is not None
        or _AFTER_ONE.search(text, max(0, start - 14), phrase.noun) is not None
        or _EARLIER_EFFORT.search(text, max(0, start - 45), start) is not None
        or _is_one_that_had_ended(phrase)
    )


def is_first_since(phrase: Phrase) -> bool:
    """ "The first truce that they declared since December 2019": this one, not that of 2019."""
    return _SINCE.match(phrase.line.text, phrase.noun) is not None


def _is_first(phrase: Phrase) -> bool:
    return any(
        isinstance(one, Number) and one.ordinal and one.value == 1
        for _, one in phrase.line.tape.annotations(phrase.start, phrase.noun)
    )


def _is_one_that_had_ended(phrase: Phrase) -> bool:
    """ "A 48-hour truce that began on Wednesday had expired": over before what is told."""
    return phrase.det in ("a", "an") and _HAD_ENDED.match(phrase.line.text, phrase.end) is not None


_EARLIER = re.compile(
    r"\b(?:first|earlier|prior|previous|initial|last|original|preceding|unlike)\b"
)
_BEFORE_THAT = re.compile(r"\W?(?:before that|prior to that|previously)\b")
#: "the agreement follows a 15-day truce".
_AFTER_ONE = re.compile(r"\b(?:follow(?:s|ed)|replac(?:es|ed|ing)|succeed(?:s|ed)) an? ")
#: "an earlier push for a 21-day truce", "a previous attempt at a truce".
_EARLIER_EFFORT = re.compile(
    r"\b(?:earlier|previous|prior|last|first|initial|original) (?:[\w-]+ )?"
    r"(?:push|effort|attempt|bid|proposal|plan|offer|call|initiative|draft|try)s?"
    r" (?:for|at|to (?:reach|broker|secure|agree|impose|declare|establish)) (?:an? )?\Z"
)
_SINCE = pattern(r"[^.;]{3,60}? since (?:the period (?:of|from) )?{date}")
_HAD_ENDED = re.compile(
    r"[^.;]{0,90}? had (?:[\w-]+ ){0,2}?"
    r"(?:expired|ended|lapsed|collapsed|broken down|run out|fallen apart|unravelled|failed"
    r"|held for)\b"
)
