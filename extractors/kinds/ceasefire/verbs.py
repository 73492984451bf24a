"""What the word that governs a truce tells of it: declared, agreed, extended, kept, broken.

"urged both to agree to a truce" demands one, "offered to extend it" proposes: what governs that
word in turn is read by parsing/governing.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from extractors.fact import Status
from extractors.kinds.ceasefire.being import on_a_day, over, to_be, within
from extractors.kinds.ceasefire.ceasing import would_cease
from extractors.kinds.ceasefire.dealing import is_no_deed, is_only_called, is_only_wished
from extractors.kinds.ceasefire.ending import broken
from extractors.kinds.ceasefire.keeping import OWN, OWNED, held
from extractors.kinds.ceasefire.phrases import Phrase
from extractors.kinds.ceasefire.stopping import brought_to_an_end
from extractors.kinds.ceasefire.telling import Cast, Telling
from extractors.kinds.ceasefire.verb import Verb
from extractors.kinds.ceasefire.words import (
    CUES,
    MUTUAL,
    NO_DEAL,
    SHOULD,
    VETOED,
)
from extractors.parsing.governing import Governed, governing
from extractors.parsing.line import Side
from extractors.parsing.offers import cue_before, floor_of
from extractors.parsing.owners import owner_of
from extractors.parsing.responses import Response
from extractors.parsing.status import Stretch
from extractors.parsing.subjects import nearest_subject
from extractors.parsing.tape import pattern

_REAL = (Governed.DONE, Governed.AGREED, Governed.DUE)


def told_by_verb(cast: Cast, phrase: Phrase) -> Telling | None:
    """What the word before the truce tells, where it is one that only truces have."""
    if phrase.deed and (would := would_cease(cast, phrase)):
        return would
    if one := _SIGNED_ONE.search(phrase.line.text, max(0, phrase.start - 40), phrase.start):
        return Telling(Status.AGREED, "agreed", Stretch(*one.span("verb")), between=True)
    if ended := brought_to_an_end(phrase):
        return ended
    if vetoed := VETOED.search(phrase.line.text, max(0, phrase.start - 140), phrase.start):
        return _vetoed(cast, phrase, Stretch(*vetoed.span("verb")))
    floor = floor_of(phrase.line, phrase.start)
    cue = cue_before(CUES, phrase.line.text, floor, phrase.start)
    if cue is None or not _is_near(phrase, cue) or _is_topic(phrase, cue):
        return None
    reading = _READINGS.get(cue.lastgroup or "")
    governed, start = governing(phrase.line.text, floor, cue.start())
    if governed is Governed.DONE and is_no_deed(phrase.line.text, cue):
        return None
    return reading(Verb(cast, phrase, cue, governed, start)) if reading else None


def _is_topic(phrase: Phrase, cue: re.Match[str]) -> bool:
    """ "The talks focus on reopening roads and extending the truce": what they are about."""
    start = max(0, cue.start() - _ABOUT)
    about = _TOPIC.search(phrase.line.text, start, cue.start())
    return bool(about) and cue.group().split(" ")[0].endswith("ing")


_ABOUT = 90  # places before a participle in which it is said that something is about it
_TOPIC = re.compile(r"\b(?:focus\w*|cent(?:er|re)[sd]?) (?:on|around)\b[^.;]{0,70}\Z")


def _vetoed(cast: Cast, phrase: Phrase, words: Stretch) -> Telling:
    doer = nearest_subject(cast.document, phrase.line, words.start)
    responses = ((doer, Response.REJECTED),) if doer else ()
    return Telling(Status.REJECTED, "vetoed", words, responses=responses)


#: "they had spoken of a pact; now they signed one: a truce of …".
_SIGNED_ONE = pattern(
    r"(?<!not )\b(?:they|both|(?:sides|parties|envoys|generals)) (?:have |had |then )?"
    r"(?P<verb>signed|agreed(?: on)?|reached|struck|concluded)"
    r" (?:one|a (?:deal|pact|compromise)): \Z"
)


def _is_near(phrase: Phrase, cue: re.Match[str]) -> bool:
    """Whether the truce itself is what the word governs: not "agreed to let observers watch …"."""
    between = phrase.line.text[cue.end() : phrase.start]
    if cue.lastgroup == "reach" and phrase.det in ("the", "this") and _AND.match(between):
        return False
    words = _WHEN.sub("", between).split()
    return cue.lastgroup not in _NEAR or len(words) <= (6 if phrase.deed else 3)


#: "announced on New Year's Eve", "signed late on Monday in Doha".
_WHEN = re.compile(
    r" (?:late |early )?(?:on|in|at|from) (?:(?! and )[^.;,]){1,24}(?= (?:an?|the)? ?\Z)"
)


_NEAR = ("declare", "reach", "accept", "extend", "break", "over", "hold")
#: "the accord signed on Friday and the truce will …": something else is signed.
_AND = pattern(r" (?:(?:on )?{date} )?and \Z")


def _declared(verb: Verb) -> Telling | None:
    phrase = verb.phrase
    if phrase.det in OWNED and _DECLARED_OVER.match(phrase.line.text, phrase.end):
        return broken(verb)
    if verb.cue.group().startswith("call") and is_only_called(phrase):
        return None
    doer = verb.doer or verb.foe_of_the_other
    if doer and verb.will_not and verb.cast.fights(doer):
        refused = ((doer, Response.REJECTED),)
        return Telling(Status.REJECTED, "will declare none", verb.words, responses=refused)
    if verb.governed is Governed.DUE and "expected" in verb.phrase.line.text[verb.start :][:20]:
        return Telling(Status.PROPOSED, "expected to declare", verb.words, doer)
    if verb.governed not in _REAL and not (doer and verb.said_to_come):
        return verb.wished("declare")
    if doer is None and verb.of_rebels:
        return Telling(Status.ONGOING, "declared", verb.words, own=True)
    if doer is None and not (verb.with_another or verb.together):
        return None
    if doer is None or _is_mutual(verb, doer):
        return Telling(Status.AGREED, "announced", verb.words, between=True)
    return Telling(Status.ONGOING, "declared", verb.words, doer, own=True)


#: "declared the truce with Israel over".
_DECLARED_OVER = pattern(
    r"(?: (?:with|between|of) [^.;,]{1,50}?)? (?:to be )?(?:now )?(?:over(?! (?:the|an?)\b)|dead"
    r"|at an end|finished|terminated|null and void|void)\b"
)


def _is_mutual(verb: Verb, doer: Side) -> bool:
    """Whether it is announced for both sides: with another, by a third, by both."""
    phrase, fights = verb.phrase, verb.cast.fights(doer)
    alone = verb.cue.group().startswith(("order", "declar", "procl"))
    if verb.with_another or MUTUAL.search(phrase.line.text, phrase.start, phrase.noun):
        return not (alone and fights)
    own = phrase.det in OWN or "unilateral" in phrase.text
    if verb.cue.group().startswith("announc") and verb.cast.is_third(doer):
        return not own
    return (verb.together and not verb.of_allies) or not (fights or alone or own)


def _reached(verb: Verb) -> Telling | None:
    if verb.governed not in _REAL:
        return verb.wished("agree")
    before = verb.phrase.line.text[max(0, verb.start - 30) : verb.start]
    if verb.phrase.proposed or verb.phrase.asked or NO_DEAL.search(before):
        return None
    if verb.cue.group().startswith("commit") and (
        _STAYS.search(before) or not (verb.together or verb.with_another)
    ):
        return None
    if _WITH_ONE.match(verb.cue.group()) and not verb.with_another:
        return None
    if is_only_wished(verb.phrase, verb.cue):
        return None
    if own := _announces(verb):
        return Telling(Status.ONGOING, "declared", verb.words, own, own=True)
    noun = _NOUN.match(verb.cue.group())
    if noun and (_HAILED.search(before) or not (verb.together or verb.with_another)):
        return None
    if "unilateral" in before or "unilateral" in verb.phrase.text:
        return None
    return Telling(Status.AGREED, "agreed", verb.words, between=True)


#: "agreed with Egypt on a truce": a mediator is no other side.
_WITH_ONE = re.compile(r"\w+ with\b")
#: "welcomed the declaration of a truce": whose it is stands elsewhere.
_HAILED = re.compile(r"\b(?:hail|welcom|prais|applaud|not)\w* (?:the |this |that )?\Z")
_NOUN = re.compile(r"(?:announcement|declaration)\b")
#: "remains committed to the truce": nothing new is agreed.
_STAYS = re.compile(r"\b(?:remain(?:s|ed)?|stay(?:s|ed)|still|is|are|was|were)(?: \w+ly)? \Z")


def _announces(verb: Verb) -> Side | None:
    """Whose own truce "Putin's announcement of a truce" is: that of a side that fights."""
    start, line = verb.cue.start(), verb.phrase.line
    if not verb.cue.group().startswith(("announcement", "declaration")) or verb.with_another:
        return None
    owner = owner_of(verb.cast.document, line, start, start + len(verb.cue.group().split()[0]))
    return owner if owner and verb.cast.fights(owner) else None


def _accepted(verb: Verb) -> Telling | None:
    """Agreed by both; what one side alone accepts is told by its attitude (standing.py)."""
    phrase = verb.phrase
    plan = phrase.proposed or phrase.asked or "proposed" in phrase.text
    wished = plan or SHOULD.match(phrase.line.text, phrase.end)
    if wished or verb.governed is Governed.READY:
        return None
    return _reached(verb) if verb.together or verb.with_another else None


def _extended(verb: Verb) -> Telling | None:
    if _PAPER.search(verb.phrase.line.text, 0, verb.start) and verb.cue.group() == "extends":
        return None
    if verb.cue.group().startswith("announ") and verb.phrase.det in OWN:
        return _declared(verb)
    doer = verb.doer
    alone = "unilateral" in verb.phrase.text
    decided = verb.decided or verb.governed is Governed.DONE
    done_alone = decided and not (verb.together or verb.with_another)
    if doer and (alone or verb.cast.fights(doer)) and (done_alone or _would_extend(verb)):
        return Telling(Status.ONGOING, "extended its own", verb.words, doer, own=True)
    if verb.governed is Governed.NOT_DONE and _FAILS.match(verb.phrase.line.text, verb.start):
        return Telling(Status.COMPLETED, "ran out", verb.words, between=True)
    promised = (verb.together and verb.said_to_come) or verb.offer_taken
    if verb.governed not in (Governed.DONE, Governed.AGREED) and not promised:
        return verb.wished("extend")
    if doer and verb.cast.fights_unnamed(doer) and not verb.together:
        return Telling(Status.ONGOING, "extended its own", verb.words, doer, own=True)
    if doer is None and not verb.together and _HE.search(verb.phrase.line.text, 0, verb.start):
        return None
    return Telling(Status.AGREED, "extended", verb.words, between=True)


#: "The sides failed to renew the truce": it is over.
_FAILS = re.compile(r"fail")
#: "It also extends the truce": of a plan.
_PAPER = re.compile(
    r"\b(?:it|which|that|proposal|plan|deal|outline|framework|offer|draft) (?:also |further )?\Z"
)
_HE = re.compile(r"\b(?:he|she) (?:\w+ )?\Z")


def _would_extend(verb: Verb) -> bool:
    """ "announced that they would extend their unilateral truce"."""
    phrase = verb.phrase
    own = "unilateral" in phrase.text or phrase.det in OWN
    return own and verb.said_to_come


def _ready(verb: Verb) -> Telling | None:
    """ "has declared its readiness for a truce"."""
    start, line = verb.cue.start(), verb.phrase.line
    owner = owner_of(verb.cast.document, line, start, start + len(verb.cue.group().split()[0]))
    voiced = _VOICED.search(line.text, max(0, start - 24), start)
    owner = owner or (nearest_subject(verb.cast.document, line, voiced.start()) if voiced else None)
    mine = owner is not None and verb.phrase.det in ("", "a", "an")
    return Telling(Status.PROPOSED, "proposes", verb.words, owner) if mine else None


_VOICED = re.compile(
    r"\b(?:express|voic|signal|declar|show|stat|announc|indicat|affirm)\w* (?:its |his |their )?\Z"
)


_READINGS: Mapping[str, Callable[[Verb], Telling | None]] = {
    "declare": _declared,
    "ready": _ready,
    "reach": _reached,
    "accept": _accepted,
    "extend": _extended,
    "break": broken,
    "over": over,
    "hold": held,
    "exist": to_be,
    "day": on_a_day,
    "within": within,
}
