"""What a side answers to an offer: accepted, rejected, accepted with conditions, taken note of.

Sentences of their own ("The Kremlin dismissed the idea", "such a meeting could only crown a deal")
are read here; answers inside the sentence that tells the offer are read by offers.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from extractors.parsing.document import Document
from extractors.parsing.governing import Governed, governing
from extractors.parsing.line import Line, Side
from extractors.parsing.parties import side_at, side_speaking
from extractors.parsing.patterns import Pattern, Rules
from extractors.parsing.status import Stretch
from extractors.parsing.subjects import nearest_subject
from extractors.parsing.tape import pattern


class Response(StrEnum):
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CONDITIONAL = "conditional"
    NOTED = "noted"


class Answer(NamedTuple):
    """Who answers what, the words that say so, and the condition if one is told."""

    side: Side
    response: Response
    words: Stretch
    condition: Stretch | None = None


_OFFER = (
    r"(?:it|that|them|this|(?:the|this|that|such an?|any|an?|{actor}(?:'s)?|{person}(?:'s)?|its|his"
    r"|their|her)(?: (?:\w+-?\w+|{actor}))? (?:idea|proposals?|offers?|bid|plan|requests?|calls?"
    r"|invitation|suggestion|initiative|overture|demand|move|meeting|summit))\b"
)
_ANSWERS = Rules(
    (response, pattern(words))
    for response, words in (
        (
            Response.REJECTED,
            r"\b(?P<v>reject(?:s|ed|ing)|dismiss(?:es|ed|ing)|refus(?:es|ed|ing)|rul(?:es|ed"
            r"|ing) out"
            r"|turn(?:s|ed|ing) down|rebuff(?:s|ed|ing)|spurn(?:s|ed)|declin(?:es|ed)|snubb?(?:s"
            r"|ed)"
            rf"|brush(?:es|ed) (?:off|aside)|ignor(?:es|ed)) {_OFFER}",
        ),
        (Response.NOTED, rf"\b(?P<v>t(?:ook|aken|akes) note of) {_OFFER}"),
        (
            Response.NOTED,
            r"\b(?P<v>(?:is|are|was|were|has been) (?:studying|considering|weighing|reviewing"
            rf"|examining)|(?:will|would|agreed to|promised to) (?:study|consider"
            rf"|examine)) {_OFFER}",
        ),
        (
            Response.ACCEPTED,
            r"\b(?P<v>accept(?:s|ed)|agree(?:s|d) (?:to|with)|welcom(?:es|ed)|endors(?:es|ed)"
            rf"|back(?:s|ed)|support(?:s|ed)|said yes to|approv(?:es|ed)(?: of)?) {_OFFER}",
        ),
    )
)
_BY = pattern(
    r"\b(?:was|were|has been|had been) (?:\w+ly )?(?P<v>rejected|dismissed|turned down|accepted"
    r"|welcomed|rebuffed) by (?:the )?(?P<who>[{actor}{person}])"
)
_THING = r"(?:meeting|summit|encounter|talks at (?:the )?(?:highest|top) level|visit)"
#: "such a summit should only take place to sign a deal", "a summit without … would be pointless".
_CONDITION = pattern(
    rf"\b{_THING}\b[^.;]{{0,80}}?\b(?:only (?:be |take place |happen |occur |come |follow "
    rf"|make sense |possible "
    rf"|appropriate )"
    r"{0,2}(?P<c>(?:if|after|once|when|as|to|at|with)\b[^.;]{3,110})|(?P<p>pointless|meaningless"
    r"|premature|no sense|no point))"
    rf"|\bonly [^.;]{{0,60}}?\b{_THING}\b"
    rf"|\bno (?:point|sense) in (?:an?|any|such an?|the|holding an?) {_THING}(?: (?P<d>(?:unless"
    rf"|until"
    r"|before|without)\b[^.;]{3,100}))?"
    rf"|\b{_THING} (?:\w+ ){{0,3}}?(?:must|should|needs to|has to) (?:first )?(?:be (?:well "
    rf"|properly )?"
    r"prepared|follow|be preceded|be the result|put the (?:final )?(?:full stop|point))"
    r"|\b(?:without|before) first [^.;]{3,60}"
    r"|\bwould only (?:be appropriate|make sense|consider|meet) (?P<e>(?:if|after|once|when)\b"
    r"[^.;]{3,100})"
    rf"|\bcould only [^.;]{{3,60}}|\bthere (?:could|can|would) be none (?P<f>(?:before|until"
    rf"|unless)\b"
    r"[^.;]{3,80})"
)


_OF_WHAT = re.compile(r" (?:for|of|on|to) ")


def answers_in(document: Document, line: Line, about: Pattern) -> Iterator[Answer]:
    """What sides answer in a sentence to an offer that was told before; where the sentence names
    what was offered, words `about` it must follow."""
    for response, rule in _ANSWERS.live(line.text):
        match = rule.search(line.text)
        if match and _OF_WHAT.match(line.text, match.end()):
            match = match if about.search(line.text, match.end(), match.end() + 60) else None
        if match:
            yield from _of_verb(document, line, response, match)
            break
    if match := _BY.search(line.text):
        side = side_at(line, match.start("who"))
        taken = match["v"] in ("accepted", "welcomed")
        if side:
            response = Response.ACCEPTED if taken else Response.REJECTED
            yield Answer(side, response, Stretch(*match.span()))
    if answer := conditional_in(document, line):
        yield answer


def _of_verb(
    document: Document, line: Line, response: Response, match: re.Match[str]
) -> Iterator[Answer]:
    governed, start = governing(line.text, 0, match.start("v"))
    doer = nearest_subject(document, line, start)
    undone = governed in (Governed.NOT_DONE, Governed.REFUSED)
    if doer is None or governed not in (Governed.DONE, Governed.NOT_DONE, Governed.REFUSED):
        return
    if undone and response is Response.ACCEPTED:
        yield Answer(doer, Response.REJECTED, Stretch(start, match.end()))
    elif not undone:
        yield Answer(doer, response, Stretch(start, match.end()))


def conditional_in(document: Document, line: Line) -> Answer | None:
    """A meeting that is put off until something else is done, and who says so."""
    match = _CONDITION.search(line.text)
    if match is None:
        return None
    side = side_speaking(document, line, match.start()) or nearest_subject(
        document, line, match.start()
    )
    if side is None:
        return None
    told = next((name for name in "cdef" if match.groupdict().get(name)), None)
    condition = Stretch(*match.span(told)) if told else None
    return Answer(side, Response.CONDITIONAL, Stretch(*match.span()), condition)
