"""Sides that say what their troops will cease: truces told by the deed, without the word."""

from __future__ import annotations

import re

from extractors.fact import Status
from extractors.kinds.ceasefire.phrases import Phrase
from extractors.kinds.ceasefire.telling import Cast, Telling
from extractors.kinds.ceasefire.words import BOTH_WOULD, WILL_CEASE, WOULD_CEASE
from extractors.parsing.parties import side_at
from extractors.parsing.status import Stretch
from extractors.parsing.subjects import nearest_subject
from extractors.parsing.tape import pattern


def would_cease(cast: Cast, phrase: Phrase) -> Telling | None:
    """ "announced that his troops would cease fire", "said that both would stop striking …"."""
    line = phrase.line
    if both := BOTH_WOULD.search(line.text, max(0, phrase.start - 90), phrase.start):
        words = Stretch(both.start("would"), phrase.end)
        return Telling(Status.AGREED, "both will", words, between=True)
    match = WOULD_CEASE.search(line.text, max(0, phrase.start - 220), phrase.start)
    doer = nearest_subject(cast.document, line, match.start()) if match else None
    if match is None and (match := _will_cease(phrase)):
        doer = side_at(line, match.start("whose"))
    if match is None or doer is None or not cast.fights(doer):
        return None
    words = Stretch(match.start(), phrase.end)
    return Telling(Status.ONGOING, "declared", words, doer, own=True)


def _will_cease(phrase: Phrase) -> re.Match[str] | None:
    """ "The Russian army will cease all fighting from midnight": with a day, and without an if."""
    text = phrase.line.text
    if not _FROM_A_DAY.match(text, phrase.end) or _IF.search(text):
        return None
    return WILL_CEASE.search(text, max(0, phrase.start - 70), phrase.start)


_FROM_A_DAY = pattern(
    r"[^.;,]{0,30}? (?:from|starting|beginning|on|for|between|at)\b[^;]{0,40}{date}"
)
_IF = re.compile(r"\b(?:if|unless|provided|once|should|until)\b")
