"""What the words around a truce only seem to tell of it: its own terms, talks on one of its phases,
what has to come before it, what was refused at first. What is told of it is left to standing.py and
verbs.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.kinds.ceasefire.phrases import Phrase
from extractors.parsing.offers import Stance
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern

_NEAR = 60  # places before a truce in which these words stand
_FAR = 140


def is_term_of_truce(phrase: Phrase) -> bool:
    """ "The truce calls for fighting to stop": its own terms, no other truce."""
    start = max(0, phrase.start - _FAR)
    return _TRUCE_SAYS.search(phrase.line.text, start, phrase.start) is not None


def is_beside_it(phrase: Phrase, found: Sequence[Stance]) -> bool:
    """Whether a truce hangs on another word than the one that asks: "seeks to present these swaps,
    in lieu of a ceasefire", "wants them out within 30 days of a truce".
    """
    text = phrase.line.text
    if not found or found[0].noun:
        return False
    return _HANGS_ON.search(text, found[0].words.end, phrase.start) is not None


_HANGS_ON = re.compile(
    r"\b(?:(?<!offer )(?<!proposal )(?<!idea )(?<!extension )(?<!form )(?<!period )of|in|with|by"
    r"|from|at|over|about|against|through|within|between|among|as|despite|without|upon|into|via)"
    r" (?:\w+ing )?\Z"
)


def is_ahead_of_it(phrase: Phrase, words: str) -> bool:
    """Whether the words behind a truce are another's, or of one that is only thought of.

    "Sanctions must go before the truce takes effect", "talks on the second phase of the truce to
    begin", "the offer of ten in exchange for a truce remains valid".
    """
    text, start = phrase.line.text, max(0, phrase.start - _NEAR)
    if _TALKS_ON.search(text, start, phrase.start):
        return True
    first = _BEFORE_IT.search(text, start, phrase.start)
    return first is not None and _PRESENT.match(words) is not None


_TRUCE_SAYS = re.compile(
    r"\b(?:cease-?fire|truce|armistice)(?: (?:deal|agreement))?\b[^.;,]{0,60}?"
    r" (?:calls?|called|provid(?:es?|ed)) for [^.;,]{0,40}\Z"
)
_TALKS_ON = pattern(
    r"\b(?:talks|negotiations|discussions|consultations|meetings?)(?: with [\w{actor}-]+)?"
    r" (?:on|about|over|regarding|for)"
    r" (?:the |an? )?(?:(?:[\w-]+|{ordinal}) ){0,2}"
    r"(?:(?:phase|stage|terms|extension|part) of (?:the )?)?\Z"
)
_BEFORE_IT = re.compile(
    r"\b(?:before|until|once|as soon as|in case|even if) (?:[\w-]+ )?\Z"
    r"|\bin (?:exchange|return) for (?:[\w-]+ ){0,3}\Z"
)
_PRESENT = re.compile(r"(?:takes|comes|goes|enters|begins|starts|holds|is|are|has|have|remains)\b")


def has_changed(text: str, words: Stretch) -> bool:
    """ "had refused it two days earlier": what is told now is another mind."""
    before = text[max(0, words.start - 25) : words.start]
    return bool(
        _AT_FIRST.search(before) or (_HAD.search(before) and _EARLIER_ON.match(text, words.end))
    )


_AT_FIRST = re.compile(r"\b(?:initially|originally|at first|previously|earlier)\b")
_HAD = re.compile(r"\bhad (?:\w+ )?\Z")
_EARLIER_ON = re.compile(r"[^.;,]{0,60}\b(?:earlier|previously|initially|at first)\b")
