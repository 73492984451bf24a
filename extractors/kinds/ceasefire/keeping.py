"""What it tells of a truce that it is observed, respected, kept: by both, or as one's own."""

from __future__ import annotations

import re

from extractors.fact import Status
from extractors.kinds.ceasefire.telling import Telling
from extractors.kinds.ceasefire.verb import Verb
from extractors.parsing.governing import Governed
from extractors.parsing.line import Side
from extractors.parsing.responses import Response

OWN = ("its", "their", "his")
OWNED = (*OWN, "the", "this", "that")


def held(verb: Verb) -> Telling | None:
    """Who observes a truce, is asked to, says that he will or that he will no longer."""
    if _SEEMS.search(verb.phrase.line.text, 0, verb.cue.start()):
        return Telling(Status.ONGOING, "observed", verb.words, between=True)
    doer = verb.doer
    if doer and verb.cast.fights(doer) and (told := _by_a_side(verb, doer)):
        return told
    if verb.phrase.det not in OWNED and (told := _to_be_observed(verb)):
        return told
    return _agreed_to_observe(verb) if verb.governed is Governed.AGREED else _observed(verb)


#: "The two appeared to be observing a ceasefire".
_SEEMS = re.compile(r"\b(?:appear|seem)(?:s|ed)?(?: [\w-]+)? to be \Z")


def _by_a_side(verb: Verb, doer: Side) -> Telling | None:
    """What a side says of its own troops."""
    if verb.said_to_come and verb.phrase.det == "the":
        return _agreed_to_observe(verb)
    if _NO_LONGER.search(verb.phrase.line.text, 0, verb.cue.start()):
        return Telling(Status.FAILED, "broken", verb.words, between=True)
    to_come = verb.said_to_come and verb.phrase.det not in OWNED
    alone = "unilateral" in verb.phrase.text and verb.governed is Governed.DONE
    if to_come or _orders(verb) or (alone and verb.cue.group().startswith("observ")):
        return Telling(Status.ONGOING, "declared", verb.words, doer, own=True)
    return None


def _to_be_observed(verb: Verb) -> Telling | None:
    match verb.governed:
        case Governed.ASKED | Governed.READY:
            return verb.wished("observe")
        case Governed.DUE:
            return _will_observe(verb)
        case _:
            return None


def _observed(verb: Verb) -> Telling | None:
    both = verb.together and _KEPT.match(verb.cue.group())
    if verb.governed is not Governed.DONE or not (both or _FINITE.match(verb.cue.group())):
        return None
    participle = verb.cue.group().split()[0].endswith("ing")
    if participle and _WISHED.search(verb.phrase.line.text, 0, verb.start):
        return None
    status = Status.COMPLETED if verb.cue.group() == "kept" else Status.ONGOING
    return Telling(status, "observed", verb.words, between=True)


def _will_observe(verb: Verb) -> Telling | None:
    """ "Pakistan will observe a truce from Friday": its own, unless both do."""
    if verb.together:
        return Telling(Status.AGREED, "agreed to observe", verb.words, between=True)
    doer = verb.doer
    if doer is None or not verb.cast.fights(doer):
        return None
    return Telling(Status.ONGOING, "declared", verb.words, doer, own=True)


#: "said it would no longer observe the truce".
_NO_LONGER = re.compile(r"\b(?:would|will) no longer (?:\w+ ){0,2}\Z")


def _orders(verb: Verb) -> bool:
    """ "has ordered its forces to observe a truce"."""
    ordered = _ORDERED.match(verb.phrase.line.text, verb.start, verb.cue.start())
    return ordered is not None and verb.phrase.det not in OWNED


#: The order that governs the verb: one's own troops are told.
_ORDERED = re.compile(
    r"(?:order|instruct|direct|command|told)\w* (?:its|his|their|the|all)"
    r" (?:[\w-]+ ){0,3}?(?:troops|forces|fighters|units|soldiers|army|military|men|commanders) to"
)


def _agreed_to_observe(verb: Verb) -> Telling:
    """Agreed by both; what one side alone agrees to observe is only accepted by it."""
    doer = verb.doer
    if doer is None or verb.together or verb.with_another:
        return Telling(Status.AGREED, "agreed to observe", verb.words, between=True)
    accepted = ((doer, Response.ACCEPTED),)
    return Telling(Status.PROPOSED, "accepts", verb.words, responses=accepted)


#: "must return to the deal by adhering to the truce": nobody says that they do.
_WISHED = re.compile(
    r"\b(?:must|should|ought|needs?|urg\w+|call(?:s|ed|ing)? (?:up)?on|pledg\w+)\b"
)
_KEPT = re.compile(
    r"(?:observ|respect|honou?r|maintain)ed|(?:stuck|held|adhered|stood) (?:to|by|with)|upheld"
)
_FINITE = re.compile(
    r"(?:observ(?:es|ing)|respect(?:s|ing)|honou?r(?:s|ing)|uphold|maintain(?:s|ing)|abid(?:es|ing)"
    r"|adher(?:es|ing)|keeping|kept)"
)
