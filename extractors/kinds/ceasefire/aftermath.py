"""What the rest of a sentence, or the next one, says became of a truce without naming it again.

"A truce had been signed in May. But the agreement was soon violated": only a sentence that begins
with what was agreed, and says without an if that it did not hold, is read so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.fact import Status
from extractors.kinds.ceasefire.phrases import Phrase
from extractors.kinds.ceasefire.predicates import BROKEN_BY, ENDED, GOES_ON, THEN, Stage
from extractors.kinds.ceasefire.telling import Telling
from extractors.parsing.line import Line
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern


def as_it_went(phrase: Phrase, told: Telling | None, after: Line | None) -> Telling | None:
    """The telling; as words behind it say that what was agreed or began went on: the newest."""
    if told is None or told.status not in _BEGUN:
        return told
    if broken := BROKEN_BY.match(phrase.line.text, told.words.end, phrase.until):
        words = Stretch(*broken.span("p"))
        return told._replace(status=Status.FAILED, rule="broken", words=words)
    if told.own:
        return told
    stages = GOES_ON if told.words.start >= phrase.end else ENDED
    if anew := _newer(told, stages, phrase.line.text, (told.words.end, phrase.until)):
        return anew
    if told.status is not Status.AGREED or after is None:
        return told
    behind = _newer(told, THEN, after.text, (0, len(after.text)))
    return behind._replace(words=told.words) if behind else told


_BEGUN = (Status.AGREED, Status.ONGOING)


def _newer(
    told: Telling, stages: Sequence[Stage], text: str, reach: tuple[int, int]
) -> Telling | None:
    """ "Agreed on 10 May, was holding", "began in August and lasted a year", "held until it broke
    down"; "But it was soon violated"."""
    for rule, status, words in stages:
        match = words.match(text, *reach) if status is not told.status else None
        if match:
            return told._replace(status=status, rule=rule, words=Stretch(*match.span("p")))
    return None


def prolonged_then(phrase: Phrase, told: Telling | None) -> Iterator[tuple[Phrase, Telling]]:
    """The time by which what was made was prolonged: a truce of its own beside the first."""
    if told is None or told.rule not in _FIRST:
        return
    line = phrase.line
    match = _PROLONGED.match(line.text, told.words.end, phrase.until)
    if match:
        place, words = match.start("p"), Stretch(*match.span("p"))
        anew = phrase._replace(start=place, noun=place, end=place, det="the", head="")
        yield anew, Telling(Status.AGREED, "was extended", words, between=True)


_FIRST = ("agreed", "was agreed", "in force", "ran out", "announced")
_PROLONGED = pattern(
    r"[^.;]{0,70}?,? (?:and )?(?P<p>(?:was|were|has been|had been)(?: (?:later|then|since"
    r"|subsequently|afterwards|again)){0,2} (?:extended|prolonged|renewed|lengthened))"
    r"(?= (?:(?:once|again|on {date}) )?(?:by|for)"
    r" (?:another |a further |an additional )?{duration})"
)
