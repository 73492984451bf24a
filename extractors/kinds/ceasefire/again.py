"""Truces that go on, told by a pronoun or in the same breath: "a 30-hour truce ran out. He
suggested extending it by 30 days", "a truce signed in May was later prolonged by five days".

Only the wish or the deed to extend it is read so; what else is said of "it" is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.fact import Status
from extractors.kinds.ceasefire.phrases import Phrase
from extractors.kinds.ceasefire.telling import Telling
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern


def prolonged_then(phrase: Phrase, told: Telling | None) -> Iterator[tuple[Phrase, Telling]]:
    """The time by which what was made was prolonged: a truce of its own beside the first."""
    if told is None or told.rule not in _BEGUN:
        return
    line = phrase.line
    match = _PROLONGED.match(line.text, told.words.end, phrase.until)
    if match:
        place, words = match.start("p"), Stretch(*match.span("p"))
        anew = phrase._replace(start=place, noun=place, end=place, det="the", head="")
        yield anew, Telling(Status.AGREED, "was extended", words, between=True)


_BEGUN = ("agreed", "was agreed", "in force", "ran out", "announced")
_PROLONGED = pattern(
    r"[^.;]{0,70}?,? (?:and )?(?P<p>(?:was|were|has been|had been)(?: (?:later|then|since"
    r"|subsequently|afterwards|again)){0,2} (?:extended|prolonged|renewed|lengthened))"
    r"(?= (?:(?:once|again|on {date}) )?(?:by|for)"
    r" (?:another |a further |an additional )?{duration})"
)


def extended_again(document: Document, line: Line) -> Phrase | None:
    """The truce that "it" means where it is to be extended, named in this sentence or shortly
    before."""
    match = _EXTENDS.search(line.text)
    undone = match and _NO.search(line.text, max(0, match.start() - 24), match.start())
    if match is None or undone or not _is_of_truce(document, line, match.start()):
        return None
    start, end = match.span(next(name for name in ("it", "they", "be") if match[name]))
    return Phrase(line, start, start, end, "the", "", deed=False)


def _is_of_truce(document: Document, line: Line, place: int) -> bool:
    """Whether the thing named last before it is a truce, and nothing else that one extends."""
    if _TRUCE.search(line.text, 0, place):
        return not _ELSE.search(line.text, 0, place)
    before = document.before(line)
    for _ in range(_BACK):
        if before is None or _ELSE.search(before.text):
            return False
        if _TRUCE.search(before.text):
            return True
        before = document.before(before)
    return False


#: "gave no order to extend it".
_NO = re.compile(r"\bno [\w-]+ (?:to|for|on) \Z")
_BACK = 2  # sentences back in which the truce is named
_EXTENDS = pattern(
    r"\b(?:extend|prolong|lengthen)(?:ed|ing|s)? (?P<it>it|the (?:silence|calm|pause))\b"
    r"(?= (?:by|to|for|beyond|until|another|further)\b|[.,;])"
    r"|\A(?:[^.;]{0,30}, )?(?P<they>it|the (?:silence|calm|pause)) (?:was|has been|had been)"
    r"(?: \w+){0,2}? (?:extended|prolonged|renewed|lengthened)(?= (?:by|for|until|to)\b)"
    r"|\bthat (?P<be>it|the (?:silence|calm|pause)) (?:should )?be (?:extended|prolonged|renewed)"
    r"(?= (?:by|for|until|to)\b)"
)
_TRUCE = re.compile(r"\b(?:cease-?fire|truce|pause in|moratorium|silence)\b")
_ELSE = re.compile(
    r"\b(?:sanctions|deadline|mandate|deal|agreement|treaty|licen[cs]e|visa|mobili[sz]ation"
    r"|martial law|mission|contract)\b"
)
