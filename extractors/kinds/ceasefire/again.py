"""Truces told by a pronoun: "a 30-hour truce ran out. He suggested extending it by 30 days".

Only the wish or the deed to extend it is read so; what else is said of "it" is left alone.
"""

from __future__ import annotations

import re

from extractors.kinds.ceasefire.phrases import Phrase
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.tape import pattern


def extended_again(document: Document, line: Line) -> Phrase | None:
    """The truce that "it" means where it is to be extended, named in this sentence or shortly
    before."""
    match = _EXTENDS.search(line.text)
    undone = match and _NO.search(line.text, max(0, match.start() - 24), match.start())
    if match is None or undone or not _is_of_truce(document, line, match.start()):
        return None
    start, end = match.span("it")
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
)
_TRUCE = re.compile(r"\b(?:cease-?fire|truce|pause in|moratorium|silence)\b")
_ELSE = re.compile(
    r"\b(?:sanctions|deadline|mandate|deal|agreement|treaty|licen[cs]e|visa|mobili[sz]ation"
    r"|martial law|mission|contract)\b"
)
