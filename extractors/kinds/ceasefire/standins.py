"""Words that stand for a truce named before them: "it", "the calm", "a 72-hour one", "the first".

They are phrases like those that name a truce, and what is told of them is read alike. Of "it" only
that it goes on is read; what else is said of "it" is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from extractors.fact import Status
from extractors.kinds.ceasefire.model import ONE_OF_SEVERAL
from extractors.kinds.ceasefire.phrases import Phrase
from extractors.kinds.ceasefire.telling import Telling
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.patterns import Pattern
from extractors.parsing.tape import pattern

_MOST = 6  # truces of one sentence


def standing_for(document: Document, line: Line) -> Iterator[Phrase]:
    """The words of a sentence that stand for truces."""
    if again := _goes_on(document, line):
        yield again
    for match in islice(_ONE.finditer(line.text), _MOST):
        start, end = match.start("nth" if match["nth"] else "one"), match.end()
        known = _COUNTED if match["nth"] else _NAMED
        named = known.search(line.text, 0, start) or _is_told_before(document, line, known)
        if named and not _OTHER_ONE.search(line.text, 0, start):
            noun = match.start("noun") if match["noun"] else start
            yield Phrase(line, start, noun, end, "a", "", deed=False)


def one_of_several(document: Document, phrase: Phrase) -> Telling | None:
    """What was said of several truces, of one that is counted among them by its day or length."""
    line = phrase.line
    within = _SEVERAL.search(line.text, 0, phrase.start)
    if not (within or _is_told_before(document, line, _SEVERAL)):
        return None
    cut = _TURNS.search(line.text, phrase.end)
    told = line.tape.annotations(phrase.start, cut.start() if cut else len(line.text))
    if not any(True for _ in told):
        return None
    return Telling(Status.FAILED, ONE_OF_SEVERAL, phrase.words, between=True)


def _is_told_before(document: Document, line: Line, rule: re.Pattern[str] | Pattern) -> bool:
    """Whether a sentence before it, in its paragraph, says so."""
    before = document.before(line)
    while before is not None and not rule.search(before.text):
        before = document.before(before)
    return before is not None


_NAMED = re.compile(r"\b(?:cease-?fires?|truces?|pauses?|cessations?)\b")
#: Several of them, of which there is a first.
_COUNTED = pattern(r"\b(?:cease-?fires|truces|pauses)\b|{ordinal} (?:cease-?fire|truce|pause)\b")
_SEVERAL = pattern(
    r"\b(?:truces|cease-?fires|pauses)\b[^.;]{0,60}? (?:broken? down|collapsed|fell apart"
    r"|failed|fallen apart|unravell?ed|been (?:broken|violated)|(?:were|was) (?:broken|violated)"
    r"|lasted (?:only|barely|less than|mere)|did not hold|had not held)\b"
)
#: "The first was hammered out in Moscow", "; the third, announced on …", "a seven-day one began".
_ONE = pattern(
    r"(?:\A\W{0,2}|[,;] (?:and )?|\band |\b(?:brokered|announced|mediated) )"
    r"(?P<nth>the (?:{ordinal}|first|second|third|last|latest)(?: one)?)"
    r"(?:,(?= )|(?=:| (?:was|were|had|came|began|started|took|lasted|held|ran|runs|expired|broke"
    r"|collapsed|fell|is|has|of|over|in|on|which|that|announced|agreed|declared|signed|reached"
    r"|brokered)\b))"
    r"|(?<!\w)(?P<one>(?:(?:an?|another) (?:[\w-]+ ){0,2})?{duration} (?P<noun>one)"
    r"|(?:(?:an?|the) (?:[\w-]+ ){0,2})?{duration} (?:extension|prolongation)(?! (?:of|to)\b)"
    r"|(?:one|another)(?= of {duration}))(?!\w)"
)
_OTHER_ONE = re.compile(
    r"\b(?:exchanges?|swaps?|rounds?|cycles?|talks|meetings?|phases?|stages?|groups?|proposals?|deals?"
    r"|attacks?|letters?|packages?)\b"
)
_TURNS = re.compile(r"; ")


# -- "it"


def _goes_on(document: Document, line: Line) -> Phrase | None:
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
