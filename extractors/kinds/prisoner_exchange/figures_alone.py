"""Exchanges told by the figures of both their sides, without a deed: "On Saturday it was the turn
of 307 from each country", "The record stood at 230 Ukrainians and 248 Russians, in January".

Only where exchanges are told of, and nothing says that the people were killed, held or sat at a
table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.fact import Status
from extractors.kinds.prisoner_exchange import no_event_words, words
from extractors.kinds.prisoner_exchange.counts import all_counts
from extractors.kinds.prisoner_exchange.exchange import BY_ITS_DAY
from extractors.kinds.prisoner_exchange.installments import DAY_WORDS
from extractors.kinds.prisoner_exchange.share_words import IN_RETURN
from extractors.kinds.prisoner_exchange.triggers import Event
from extractors.parsing.document import Document
from extractors.parsing.headcounts import Headcount, Share
from extractors.parsing.line import Line
from extractors.parsing.status import Standing, Stretch, standings
from extractors.parsing.tape import SIGNS

#: What else is told of people in numbers, and what is not told as done.
_OTHERWISE = re.compile(
    r"\b(?:kill\w*|wound(?:ing|s)|were wounded"
    r"|die[ds]?|dead|los(?:t|ses|ing)|casualt\w+|bod(?:y|ies)"
    r"|remains|held|holds?|holding|captur\w+|seiz\w+|abduct\w+|took|taken|detain(?:s|ed|ing)"
    r"|arrest\w*|jailed|missing|lists?|names?|delegat\w+|negotiators|sent(?! home| back)|deploy\w*"
    r"|will|would|could|may|might|should|must|can|shall|to be|if|unless|not|n't|wants?|demand\w*"
    r"|propos\w+|offer\w*|plan\w*|expect\w*|hop(?:e|es|ed|ing)|still|so far|since|in all|in total"
    r"|(?:deal|agreement|accord|pact)\b[^.;,]{0,30} (?:is|was|provid\w+|cover\w*|calls|foresees)"
    r"|altogether|remain(?:s|ed|ing)? in|every|between \ue000 and)\b"
)
_NEAR = 12  # sentences back in which exchanges are told of
_LISTED = 3  # sentences back in which lists of those held would be told of


def by_figures_alone(document: Document, line: Line) -> Iterator[Event]:
    """The exchange of a sentence that has no other event."""
    if SIGNS["count"] not in line.text or _OTHERWISE.search(line.text):
        return
    told = [part for part in line.clauses if _is_of_both(line, all_counts(line, part))]
    if len(told) == 1:
        told = [Stretch(0, len(line.text))]
    for part in told:
        yield from _event(document, line, part)


def _event(document: Document, line: Line, part: Stretch) -> Iterator[Event]:
    counts = all_counts(line, part)
    if not (_exchanged(line, counts) or _told_near(document, line)):
        return
    trigger = Stretch(counts[0].place, counts[0].place)
    told = next(iter(standings(line.tape, part, trigger)), None)
    if told is None or told.status in (Status.COMPLETED, Status.ONGOING):
        standing = Standing(Status.COMPLETED, Stretch(*counts[0].stretch), BY_ITS_DAY)
        yield Event(line, part, trigger, "swap", standing)


def _is_of_both(line: Line, counts: Sequence[Headcount]) -> bool:
    """Whether figures are those of each side, of two peoples, or of some for others; the first two
    need their day."""
    peoples = {one.whose for one in counts if one.whose}
    each = any(one.share is Share.EACH for one in counts)
    both = each or len(peoples) == len(counts) == 2
    return _exchanged(line, counts) or (both and _has_day(line))


def _exchanged(line: Line, counts: Sequence[Headcount]) -> bool:
    return any(_is_for(line, one) for one in counts[1:])


def _is_for(line: Line, count: Headcount) -> bool:
    return bool(IN_RETURN.search(line.text, max(0, count.place - 30), count.place))


def _has_day(line: Line) -> bool:
    return DAY_WORDS.search(line.text) is not None


def _told_near(document: Document, line: Line) -> bool:
    """Whether exchanges are told of before it, and no lists of those who are held."""
    rank = line.sentence.rank
    near = document.lines[max(0, rank - _NEAR) : rank + 1]
    listed = any(no_event_words.LISTS.search(one.text) for one in near[-_LISTED:])
    return not listed and any(words.TOLD_OF.search(one.text) for one in near)
