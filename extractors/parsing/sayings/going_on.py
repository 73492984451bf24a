"""Who goes on in ", adding that …": whoever acts in the clause before, else the last to speak."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from extractors.parsing.sayings.reach import MOST, end_of_saying
from extractors.parsing.sayings.sources import Chain, Saying, outlet_at, source_of
from extractors.parsing.sayings.speakers import Speakers
from extractors.parsing.sayings.wordings import GOING_ON
from extractors.parsing.sayings.words import WORDS
from extractors.parsing.status import Stretch
from extractors.parsing.tape import Tape, pattern


def read_going_on(tape: Tape, found: Sequence[Saying], speakers: Speakers) -> Iterator[Saying]:
    """', adding that …': whoever acts in the clause before, else the last to speak, goes on."""
    for match in islice(GOING_ON.finditer(tape.text), MOST):
        clause = _clause_before(tape, match)
        chain = _subject(tape, clause, speakers)
        spoken = [saying.chain for saying in found if saying.reach.start <= match.start()]
        chain = chain or (spoken[-1] if spoken else _subject(tape, _OPENING, speakers))
        if chain:
            reach = Stretch(match.end(), end_of_saying(tape, match.end()))
            told = outlet_at(tape, match.start("told")) if match["told"] else ()
            yield Saying(chain=(*chain[:1], *told), reach=reach)


def _clause_before(tape: Tape, match: re.Match[str]) -> Stretch:
    """Whose subject goes on: "Y said that X refused, adding" Y, "…, saying it was too early" X."""
    start, end = tape.text.rfind(",", 0, match.start()) + 1, match.start()
    dateline = None if start else _DATELINE.match(tape.text)
    start = dateline.end() if dateline else start
    that = tape.text.find(" that ", start, end)
    if that < 0 or _CLAIMED.search(tape.text, start, that) or _TO_BE.search(tape.text, that, end):
        return Stretch(start, end)
    return Stretch(start, that) if _ADDS.search(match.group()) else Stretch(that + 1, end)


#: "X rejected Y's claim that it had fired, saying": X says it.
_CLAIMED = re.compile(
    r"\b(?:claim|assertion|report|accusation|allegation|statement|idea|demand)s?(?: \ue004)?\Z"
)
#: "X declared that troops must leave, asserting": who must leave asserts nothing.
_DATELINE = re.compile(r"[\ue005\ue007]: ")
_TO_BE = re.compile(r"\b(?:must|should|will|would|can|could|may|might)\b")
_ADDS = re.compile(r"\b(?:adding|noting|stressing)\b")
_BODY = pattern("{body}", WORDS)
#: Not the state in "the president of Ukraine, X".
_SUBJECT = re.compile(r"(?:(?<! of )\ue005|(?<= of )\ue005(?! \ue006)|\ue006)|\b(?:he|she)\b")
#: "The minister left, saying that …", "An Israeli official dismissed it, stating that …"
_NAMELESS = pattern(
    r"\W{0,2}(?:(?:but|however|meanwhile|later|earlier|then|and),? )?"
    r"(?P<by>{unnamed}|the {office})(?!\w)",
    WORDS,
)
#: "X's comments came after Y had spoken, stating that …": Y says it.
_ACTS = re.compile(rf"(?:{_SUBJECT.pattern})(?!'s)")
#: "X, through his spokesman, urged Y to leave, warning that …": Y is not who warns.
_ADDRESSED = re.compile(
    r"\b(?:urg|tell|told|ask|press|demand|order|warn|accus)\w*(?: on)? (?:the )?\Z"
)


#: Where the subject of a sentence stands: "Kyiv demanded it by June 7, claiming that …".
_OPENING = Stretch(0, 25)


def _subject(tape: Tape, clause: Stretch, speakers: Speakers) -> Chain:
    if nameless := _NAMELESS.match(tape.text, clause.start):
        return source_of(tape, nameless.start("by"), nameless["by"], speakers)
    match = _ACTS.search(tape.text, *clause)
    if match and _ADDRESSED.search(tape.text, clause.start, match.start()):
        match = _SUBJECT.search(tape.text, 0, clause.start)
    if match is None:
        return ()
    if body := _BODY.match(tape.text, match.start()):
        return source_of(tape, match.start(), body.group(), speakers)
    return source_of(tape, match.start(), match.group(), speakers)
