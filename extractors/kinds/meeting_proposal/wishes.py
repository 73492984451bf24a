"""Who wants a meeting of leaders, and what others say to that in the same breath.

Proposed, asked for, offered to be hosted, refused, called off; a meeting only spoken about is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.fact import Status
from extractors.kinds.meeting_proposal.needing import by_need
from extractors.kinds.meeting_proposal.phrases import Phrase
from extractors.kinds.meeting_proposal.wish import Wish
from extractors.parsing.document import Document
from extractors.parsing.governing import Governed, governing
from extractors.parsing.line import Side
from extractors.parsing.offers import (
    Attitude,
    Stance,
    cue_before,
    cue_pattern,
    floor_of,
    stances,
)
from extractors.parsing.parties import side_at, side_speaking
from extractors.parsing.responses import Response
from extractors.parsing.status import Stretch
from extractors.parsing.subjects import nearest_subject
from extractors.parsing.tape import pattern

_CUES = cue_pattern(
    {
        "host": r"host(?:s|ed|ing)?|hold(?:s|ing)?|arrang(?:e|ing)|organi[sz](?:e|ing)"
        r"|conven(?:e|ing)"
        r"|hav(?:e|ing)|attend(?:ing)?|stag(?:e|ing)|facilitat(?:e|ing)|set(?:ting)? up"
        r"|mediat(?:e|ing)"
        r"|participat(?:e|ing) in|joining|join|be|go(?:ing)? to|com(?:e|ing) to|see"
        r"|want(?:ed)? to see",
        "idea": r"(?:possibility|idea|prospect|option|notion) of",
        "past": r"held|met|attended|concluded|after|following|since|during|at|left|returned from"
        r"|met at"
        r"|agenda of|outcome of|results? of|arrived (?:for|at)|sidelines of|cancelled|announced",
    }
)
_THROUGH = frozenset({"host", "idea"})


def wish_of(document: Document, phrase: Phrase) -> Wish | None:
    """What the words around the meeting make of it; None where it is only spoken about."""
    return (
        _called_off(phrase)
        or _by_owner(phrase)
        or _by_stance(document, phrase)
        or _by_interest(document, phrase)
        or _by_readiness(document, phrase)
        or _by_relative(document, phrase)
        or by_need(document, phrase)
    )


def _by_stance(document: Document, phrase: Phrase) -> Wish | None:
    line, floor = phrase.line, floor_of(phrase.line, phrase.start)
    if phrase.deed and _ASKING.match(line.text, phrase.start):
        return _invitation(document, phrase)
    if _ONLY.match(line.text, phrase.end) or _ONLY_AGREES.search(line.text, floor, phrase.start):
        return None
    found = tuple(stances(document, line, _CUES, floor, phrase.start, _THROUGH))
    asking = [one for one in found if one.attitude in (Attitude.PROPOSES, Attitude.DEMANDS)]
    if not found:
        return None
    proposer = next((one.doer for one in asking if one.doer), None)
    if proposer is None and found[0].doer and _OPEN_TO.search(line.text, *found[0].words):
        return Wish(Status.PROPOSED, "ready", found[0].words, found[0].doer)
    answers = tuple(_answers(found))
    if proposer is None and not answers:
        return None
    refused = any(one.attitude is Attitude.REFUSES for one in found)
    status = Status.REJECTED if refused else Status.PROPOSED
    return Wish(status, found[0].attitude.value, found[-1].words, proposer, answers)


_OPEN_TO = re.compile(r"\bopen to\Z")
_ASKING = re.compile(r"(?:invit|ask|propos|offer|suggest|challeng|call|urg)")
#: "insisted that any meeting could only follow a deal": an answer, no wish.
#: So does who "will only agree to meet after".
_ONLY_AGREES = re.compile(r"\bonly (?:agree|accept|consent|consider|sign|ready|willing|prepared)")
_ONLY = re.compile(
    r"[^.,;]{0,60}?\b(?:(?:could|can|would|should|may|is|must) only"
    r"|only (?:if|after|once|when|possible))\b"
)


def _answers(found: Sequence[Stance]) -> Iterator[tuple[Side, Response]]:
    responses = {
        Attitude.ACCEPTS: Response.ACCEPTED,
        Attitude.REFUSES: Response.REJECTED,
        Attitude.NOTES: Response.NOTED,
    }
    for one in found:
        if one.doer and one.attitude in responses:
            yield one.doer, responses[one.attitude]


def _invitation(document: Document, phrase: Phrase) -> Wish | None:
    governed, start = governing(phrase.line.text, 0, phrase.start)
    doer = nearest_subject(document, phrase.line, start)
    if doer is None or governed not in (Governed.DONE, Governed.READY, Governed.OFFERED):
        return None
    return Wish(Status.PROPOSED, "invited", Stretch(start, phrase.end), doer)


_OFFER = re.compile(r"(?:[\w-]+ ){0,2}?(?:offer|proposal|invitation|idea|suggestion|challenge)\b")


def _by_owner(phrase: Phrase) -> Wish | None:
    """ "urged him to accept Zelensky's offer of a meeting": that of the latter."""
    line, owner = phrase.line, phrase.start - len("X's ")
    if owner < 0 or phrase.deed or not _OFFER.match(line.text, phrase.start):
        return None
    side = side_at(line, owner) if line.text.startswith("'s ", owner + 1) else None
    return side and Wish(Status.PROPOSED, "offer of", Stretch(phrase.start, phrase.end), side)


_CALLED_OFF = pattern(
    r"(?:(?!\b(?:but|while|and the|talks)\b)[^.;]){0,110}?[ ,](?P<p>(?:was|were|has been|had been)"
    r" (?:\w+ly )?(?:scrapped|cancelled|canceled|called off|aborted|postponed|shelved|put off)"
    r"|collapsed|fell through|never (?:took place|happened|materiali[sz]ed))\b"
)


def _called_off(phrase: Phrase) -> Wish | None:
    """A meeting that was to be and did not take place."""
    match = _CALLED_OFF.match(phrase.line.text, phrase.end) if not phrase.deed else None
    if match is None:
        return None
    return Wish(Status.FAILED, "called off", Stretch(*match.span("p")), None)


_WORKING = re.compile(
    r"\b(?:working|plans?|planning|intends?|seeking|seeks|wants?|hopes?|trying|wish"
    r"|(?:goal|aim|priority|intention|objective|ambition|desire|wish|dream)(?: (?:is|was|remains"
    r"|will be))?)"
    r" to \Z"
)
_NEXT_STEP = re.compile(r"\bnext step\W{1,2}(?:is|was|would|should|must|will|could)\b")
_IF = re.compile(r"\b(?:if|unless) (?!possible\b)[^.;,]{0,70}\Z")
_WAITING = re.compile(r"\bwaiting (?:for|to) \Z")
_WAIT = re.compile(r"a?wait(?:ing)?\b")
_VERB = re.compile(r"\b(?:a?wait|meet|sit|see|bring|host|receiv|hold|speak|gather)")


def _by_readiness(document: Document, phrase: Phrase) -> Wish | None:
    """ "is ready to meet Putin", "should meet", "refused to meet", "ready to host a summit"."""
    verb = _verb_of(phrase)
    if verb is None or _IF.search(phrase.line.text, max(0, verb - 80), verb):
        return None
    return _as_governed(document, phrase, verb)


def _by_interest(document: Document, phrase: Phrase) -> Wish | None:
    """ "expressed interest in a meeting with Putin", "voiced his readiness for a summit"."""
    line = phrase.line
    told = _INTEREST.search(line.text, max(0, phrase.start - 70), phrase.start)
    doer = nearest_subject(document, line, told.start()) if told and not phrase.deed else None
    if told is None or doer is None:
        return None
    return Wish(Status.PROPOSED, "ready", Stretch(told.start(), phrase.end), doer)


_INTEREST = re.compile(
    r"\b(?:express|voic|reiterat|repeat|signal|confirm|declar|show|stress)\w*"
    r" (?:(?!no\b|little\b)[\w-]+ ){0,3}?(?:interest in|desire for|wish for|willingness for"
    r"|readiness for|openness to|preparedness for) (?:having |holding )?\Z"
)


def _verb_of(phrase: Phrase) -> int | None:
    """Where the verb of the meeting begins: its own, or one of holding or hosting before it."""
    line = phrase.line
    if phrase.deed:
        meet = _VERB.search(line.text, phrase.start, phrase.end)
        return meet.start() if meet else phrase.start
    cue = cue_before(_CUES, line.text, floor_of(line, phrase.start), phrase.start)
    return cue.start() if cue and cue.lastgroup == "host" else None


def _as_governed(document: Document, phrase: Phrase, verb: int) -> Wish | None:
    """What the words before the verb of the meeting make of it."""
    line, floor = phrase.line, floor_of(phrase.line, phrase.start)
    governed, start = governing(line.text, floor, verb)
    words = Stretch(start, phrase.end)
    doer = nearest_subject(document, line, start)
    match governed:
        case Governed.READY | Governed.OFFERED | Governed.ASKED if doer:
            return Wish(Status.PROPOSED, governed.value, words, doer)
        case Governed.AGREED if doer and _WOULD.search(line.text, max(0, start - 12), start):
            return Wish(Status.PROPOSED, "would agree", words, doer)
        case Governed.OUGHT if speaker := side_speaking(document, line, start):
            return Wish(Status.PROPOSED, "ought", words, speaker)
        case Governed.DUE | Governed.POSSIBLE if doer and _WAIT.match(line.text, verb):
            return Wish(Status.PROPOSED, "waits", words, doer)
        case _ if doer and _WAITING.search(line.text, max(0, verb - 30), verb):
            return Wish(Status.PROPOSED, "waits", words, doer)
        case _ if _hosts(phrase, verb) and _WORKING.search(line.text, floor, verb) and doer:
            return Wish(Status.PROPOSED, "works towards", words, doer)
        case _ if _NEXT_STEP.search(line.text, max(0, verb - 40), verb) and not phrase.deed:
            speaker = side_speaking(document, line, start)
            return Wish(Status.PROPOSED, "next step", words, speaker) if speaker else None
        case _ if doer and (_would_meet(phrase, verb) or _LIKES.search(line.text, floor, verb)):
            return Wish(Status.PROPOSED, "would meet", words, doer)
        case Governed.REFUSED if doer:
            return Wish(Status.REJECTED, "refused", words, None, ((doer, Response.REJECTED),))
        case _:
            return None


_WOULD = re.compile(r"\bwould \Z")
#: "he'd like to meet Putin".
_LIKES = re.compile(r"(?:\bwould|'d) (?:also )?(?:like|love|prefer) to \Z")


def _would_meet(phrase: Phrase, verb: int) -> bool:
    """ "said he would attend the talks and meet Putin in person if he came"."""
    text = phrase.line.text
    would = _HE_WOULD.search(text, max(0, verb - 70), verb)
    return (
        phrase.deed and bool(would) and bool(_PROVIDED.search(text, phrase.start, phrase.end + 50))
    )


_HE_WOULD = re.compile(
    r"\b(?:he|she) would (?:(?:also|then|only) )?"
    r"(?:(?:attend|travel|go|fly|come)[^.;,]{0,40} and )?\Z"
)
_PROVIDED = re.compile(
    r"\b(?:at any (?:time|moment)|any ?time|any day|whenever|only if|if|provided|on condition"
    r"|as long as|in person|face to face|personally)\b"
)


def _hosts(phrase: Phrase, verb: int) -> bool:
    """Whether the meeting is one that somebody holds for others, or named by a noun."""
    return not phrase.deed or bool(_HOSTING.match(phrase.line.text, verb))


_HOSTING = re.compile(r"(?:bring|host|gather|receiv)")
#: "a meeting which Kyiv would like to see", "the summit proposed by Ankara".
_WANTED = pattern(
    r"[^.;,]{0,70}?(?=,? (?:which|that|proposed|suggested|requested|sought|offered)\b),?"
    r"(?: (?:which|that))? (?:the )?(?:(?P<who>[{actor}{person}]|it|he|she|they)(?:'s? \w+)?"
    r" (?:(?:has|had|have|long|\w+ly) ){0,2}"
    r"(?:would like(?: to see)?|wants|wanted|proposed|proposes|called for|seeks|sought"
    r"|is seeking|requested|offered to host|suggested)\b"
    r"|(?:proposed|suggested|requested|sought|offered) by (?:the )?(?P<by>[{actor}{person}]))"
)


def _by_relative(document: Document, phrase: Phrase) -> Wish | None:
    line = phrase.line
    match = _WANTED.match(line.text, phrase.end) if not phrase.deed else None
    if match is None:
        return None
    if match["by"]:
        side = side_at(line, match.start("by"))
    else:
        side = nearest_subject(document, line, match.end("who") + 1)
    if side is None:
        return None
    return Wish(Status.PROPOSED, "wanted", Stretch(phrase.end, match.end()), side)
