"""Plans for peace that somebody puts forward: a plan, a roadmap, a peace initiative.

Plans for a ceasefire or an exchange are those kinds' own, and what a plan asks for is left to the
kind demand. Known gap: plans told only by their owner ("Ukraine's peace formula").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.fact import Status
from extractors.kinds.proposal.offer import Offer
from extractors.parsing.document import Document
from extractors.parsing.governing import Governed, governing
from extractors.parsing.line import Line
from extractors.parsing.offers import floor_of
from extractors.parsing.parties import side_at
from extractors.parsing.status import Stretch
from extractors.parsing.subjects import nearest_subject
from extractors.parsing.tape import pattern

_WORDS = {
    "plan": r"(?:(?:peace )?plan|peace proposal|road ?map|peace initiative|peace formula|blueprint"
    r"|peace process|peace framework|(?:proposals?|vision)(?= (?:to|for|on|aimed at) (?:end(?:ing)?"
    r"|resolv(?:e|ing)|settl(?:e|ing)) (?:the )?(?:war|conflict|crisis|fighting)\b))",
    "forward": r"(?:proposed|introduced|offered|delivered|conveyed|presented|put forward|unveiled"
    r"|tabled|circulated|published|outlined"
    r"|floated|submitted|drafted|drawn up)",
}
#: "presented a roadmap to end the war".
_PUT_FORWARD = pattern(
    r"\b(?P<v>{forward}|proposes|presents|puts forward|tables|circulates)(?: (?:on )?{date})?"
    r" (?:an?|the|its|their|his)(?P<np>(?: (?:[\w-]+|{count}(?:-[\w-]+)?|{actor})){0,4}?"
    r" {plan}\b[^.;,]{0,50})",
    _WORDS,
)
#: "a plan jointly proposed by China and Brazil".
_BY = pattern(
    r"\b(?P<np>(?:(?:[\w-]+|{count}) ){0,3}?{plan})(?:,? (?:which|that))?"
    r"(?: (?:was|were|had been|has been|jointly|first|recently|originally|,)){0,3}"
    r" (?P<v>{forward})(?: (?:in|on|last) (?:{date}|\w+))? by (?:the )?(?P<by>[{actor}{person}])",
    _WORDS,
)
_OF_OTHER_KINDS = re.compile(
    r"\b(?:cease-?fire|truce|exchange|swap|prisoners?|hostages?|budget|aid|recovery|reconstruction"
    r"|rebuild\w*|energy|military|attack|invasion|evacuation|withdrawal|sanctions|summit)\b"
)
_OF_PEACE = re.compile(r"\b(?:peace|war|conflict|crisis|fighting)\b")


def plans_in(document: Document, line: Line) -> Iterator[Offer]:
    """The plan that a sentence says somebody put forward."""
    match = _PUT_FORWARD.search(line.text)
    if match and _is_for_peace(match):
        floor = floor_of(line, match.start("v"))
        governed, start = governing(line.text, floor, match.start("v"))
        doer = nearest_subject(document, line, start)
        if doer and governed is Governed.DONE:
            words = Stretch(*match.span())
            yield Offer("other", Status.PROPOSED, doer, words, "plan")
        return
    told = _BY.search(line.text)
    if told and _is_for_peace(told) and (side := side_at(line, told.start("by"))):
        yield Offer("other", Status.PROPOSED, side, Stretch(*told.span()), "plan by")


def _is_for_peace(match: re.Match[str]) -> bool:
    return bool(_OF_PEACE.search(match["np"])) and not _OF_OTHER_KINDS.search(match["np"])
