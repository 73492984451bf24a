"""Truces that a plan holds or that are offered in return: "the draft foresees a pause of 40 days".

Whose plan it is becomes the proposer; a deal that was made tells an agreed truce.
"""

from __future__ import annotations

import re

from extractors.fact import Status
from extractors.kinds.ceasefire.lengths import length_of
from extractors.kinds.ceasefire.model import EXTENSION
from extractors.kinds.ceasefire.phrases import Phrase
from extractors.kinds.ceasefire.telling import Cast, Telling
from extractors.kinds.ceasefire.words import (
    FORESEEN,
    HYPOTHETICAL,
    IN_RETURN,
    UNDER_A_PLAN,
    WOULD_BRING,
)
from extractors.parsing.owners import owner_of
from extractors.parsing.responses import Response
from extractors.parsing.status import Stretch
from extractors.parsing.subjects import nearest_subject
from extractors.parsing.tape import pattern


def foreseen(cast: Cast, phrase: Phrase) -> Telling | None:
    """The truce that a plan, an offer or a deal would bring."""
    text = phrase.line.text
    match = FORESEEN.search(text, max(0, phrase.start - 240), phrase.start)
    match = match or UNDER_A_PLAN.search(text, max(0, phrase.start - 180), phrase.start)
    match = match or _NAMELY.search(text, max(0, phrase.start - 60), phrase.start)
    match = match or _PART_OF_PLAN.search(text, max(0, phrase.start - 120), phrase.start)
    match = match or _UNDER_WHICH.search(text, max(0, phrase.start - 120), phrase.start)
    match = match or _UNDER_DEAL.search(text, max(0, phrase.start - 140), phrase.start)
    if match is None and phrase.deed:
        match = WOULD_BRING.search(text, max(0, phrase.start - 140), phrase.start)
    if match is None:
        return _in_return(cast, phrase)
    plan = match["plan"]
    owner = owner_of(cast.document, phrase.line, match.start("plan"), match.end("plan"))
    agreed = plan in ("deal", "agreement", "accord") and "would" not in match.group()
    words = Stretch(match.start("plan"), match.end() - 1)
    if refused := _REFUSED.search(text, max(0, match.start() - 40), match.start("plan")):
        doer = nearest_subject(cast.document, phrase.line, refused.start())
        answers = ((doer, Response.REJECTED),) if doer else ()
        return Telling(Status.REJECTED, "refuses", words, owner, answers)
    if agreed and (offer := _OFFERED.search(text, max(0, match.start() - 60), match.start())):
        doer = nearest_subject(cast.document, phrase.line, offer.start())
        return Telling(Status.PROPOSED, "the plan foresees", words, doer)
    if agreed and "propos" not in match.group() and not HYPOTHETICAL.search(match.group()):
        return Telling(Status.AGREED, "the deal foresees", words, between=True)
    anew = phrase.extended or _WOULD_GO_ON.match(text, phrase.end)
    rule = f"the plan would {EXTENSION}" if anew else "the plan foresees"
    return Telling(Status.PROPOSED, rule, words, owner)


def _in_return(cast: Cast, phrase: Phrase) -> Telling | None:
    """What one side offers something for."""
    document, line = cast.document, phrase.line
    match = IN_RETURN.search(line.text, max(0, phrase.start - 220), phrase.start)
    if match is None or not length_of(phrase):
        return None
    start, end = match.span("plan" if match["plan"] else "verb")
    named = owner_of(document, line, start, end) if match["plan"] else None
    owner = named or (nearest_subject(document, line, start) if match["verb"] else None)
    return Telling(Status.PROPOSED, "offered in return", Stretch(start, end), owner)


#: "This is an American proposal: a truce of 30 days".
_NAMELY = re.compile(
    r"\b(?P<plan>proposal|plan|offer|idea|initiative|call)"
    r"(?: (?:still )?(?:stands?|stood|remain(?:s|ed)(?: open| valid| on the table)?))?"
    r"(?:(?: (?:is|was) (?:\w+ ){0,2})?"
    r"(?: ?[\u2013\u2014:]| -)| (?:is|was)(?: for)?) \Z"
)
#: "at the heart of the Egyptian plan is a truce", "a proposal under which there would be a truce".
_PART_OF_PLAN = pattern(
    r"\b(?:among|at the (?:heart|core|cent(?:re|er)) of|part of|central to"
    r"|the (?:first|next|{ordinal}|opening|main|key) (?:stage|phase|step|part|point|element) of)"
    r" (?:[\w{actor}{person}'-]+ ){1,5}?"
    r"(?P<plan>proposal|plan|offer|draft|initiative|framework)s? (?:is|was|are|would be) \Z"
)
_UNDER_WHICH = pattern(
    r"\b(?P<plan>proposal|plan|offer|draft|initiative|framework)\b[^.;]{0,40}"
    r" (?:under|in|by) which (?:there would be |(?!\ue005)[^.;,]{1,60}? would [^.;,]{1,30} )?\Z"
)
#: "Under the deal signed on Monday, there will be a truce".
_UNDER_DEAL = pattern(
    r"\bunder (?:the|an?|this) (?:[\w{actor}'-]+ ){0,3}(?P<plan>deal|agreement|accord)\b[^.;]{0,60}"
    r" (?:there will be|(?:both|the two|the) (?:sides|parties) will observe) \Z"
)
#: "Under his plan the truce would be extended by six weeks".
_WOULD_GO_ON = re.compile(r"[^.;,]{0,40} would be (?:\w+ )?(?:extended|prolonged|renewed)\b")
_REFUSED = re.compile(
    r"\b(?:turned down|reject(?:s|ed)|refus(?:es|ed)|dismiss(?:es|ed)|rebuff(?:s|ed))"
    r" (?:[\w\ue005\ue006'-]+ ){0,5}\Z"
)
#: "proposed to Hamas a three-phase deal, including a truce of six weeks".
_OFFERED = re.compile(
    r"\b(?:propos(?:es|ed|ing)|offer(?:s|ed|ing)|suggest(?:s|ed|ing)|float(?:s|ed|ing))\b"
    r"[^.;,]{0,40}\Z"
)
