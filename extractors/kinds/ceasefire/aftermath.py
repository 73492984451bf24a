"""What the rest of a sentence, or the next one, says became of a truce without naming it again.

"A truce had been signed in May. But the agreement was soon violated": only a sentence that begins
with what was agreed, and says without an if that it did not hold, is read so.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.fact import Status
from extractors.kinds.ceasefire.phrases import Phrase
from extractors.kinds.ceasefire.predicates import BROKEN_BY, ENDED, GOES_ON
from extractors.kinds.ceasefire.telling import Telling
from extractors.parsing.line import Line
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern

_BROKEN = pattern(
    r"\W{0,2}(?:(?:but|however|yet|still),? )?"
    r"(?:it|(?:the|this|that) (?:agreement|deal|accord|pact|arrangement))"
    r"(?: between (?:(?!\b(?:was|were|did|has|had|who|which|that)\b)[^.;,]){1,80}?)? (?:"
    r"(?:was|were|has been) (?:then |soon |almost )?(?:(?!repeatedly)\w+ly )?"
    r"(?:violated|broken|breached|ignored)(?! (?:twice|repeatedly|several|many|{count} times))"
    r"|(?:soon |then |later )?(?:(?!near)\w+ly )?(?:collapsed|unravell?ed|crumbled|broke down"
    r"|fell apart)|did not (?:hold|last)|never (?:held|took (?:hold|effect))|failed to hold)\b"
)


#: "It was renewed twice, but it expired on 2 October".
_EXPIRED = pattern(
    r"[^.;]{0,60}\b(?:but|and|until|before) it (?:finally |then |eventually )?"
    r"(?:expired|lapsed|ran out)\b"
)


def as_it_went(phrase: Phrase, told: Telling | None, after: Line | None) -> Telling | None:
    """The telling; as words behind it say that what was agreed or began went on: the newest."""
    if told is None or told.status not in _BEGUN:
        return told
    if broken := BROKEN_BY.match(phrase.line.text, told.words.end, phrase.until):
        words = Stretch(*broken.span("p"))
        return told._replace(status=Status.FAILED, rule="broken", words=words)
    if told.own:
        return told
    if (anew := _later(phrase, told)) or told.status is Status.ONGOING or after is None:
        return anew or told
    if _EXPIRED.match(after.text):
        return told._replace(status=Status.COMPLETED, rule="ran out")
    soon = _BROKEN.match(after.text) is not None
    return told._replace(status=Status.FAILED, rule="did not hold") if soon else told


_BEGUN = (Status.AGREED, Status.ONGOING)


def _later(phrase: Phrase, told: Telling) -> Telling | None:
    """ "Agreed on 10 May, was holding", "began in August and lasted a year", "held until it broke
    down"."""
    for rule, status, words in GOES_ON if told.words.start >= phrase.end else ENDED:
        match = words.match(phrase.line.text, told.words.end, phrase.until)
        if match and status is not told.status:
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
