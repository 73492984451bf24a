"""The offers that sentences tell: by the verb of offering, by readiness, by a paper handed over.

What an offer is about decides its subject; whose it is, is read by parsing/offers.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from extractors.fact import Status
from extractors.kinds.proposal.offer import Offer
from extractors.kinds.proposal.papers import papers_in
from extractors.kinds.proposal.plans import plans_in
from extractors.kinds.proposal.putting import invited_to, meet_again, number_of, put_by
from extractors.kinds.proposal.words import (
    CUES,
    DATED,
    MEDIATE,
    OF_OTHER_KINDS,
    OTHER,
    THINGS,
    THROUGH,
    VENUE,
    WHEN,
)
from extractors.parsing.document import Document
from extractors.parsing.governing import Governed, governing
from extractors.parsing.line import Line, Side
from extractors.parsing.offers import Attitude, floor_of, stances
from extractors.parsing.parties import side_at
from extractors.parsing.responses import Response
from extractors.parsing.status import Stretch
from extractors.parsing.subjects import nearest_subject
from extractors.parsing.tape import pattern

_HEAD = 55  # tape places in which the words of an offer say what it is
_WARLIKE = re.compile(
    r"\b(?:peace|war|troops|border|peacekeepers|front|territor\w+|armies|army|enrich\w*|monitors"
    r"|observers|buffer zone|corridor|international force)\b"
)


_MOST = 8  # things of one wording that a sentence is read for: bounds the work on hostile text


def offers_in(document: Document, line: Line, wars: frozenset[str]) -> Iterator[Offer]:
    found = [
        *_things(document, line),
        *papers_in(document, line),
        *_venues(document, line),
        *meet_again(document, line),
        *plans_in(document, line),
    ]
    yield from found
    if not found and (offer := _other(document, line)):
        named = {side.actor for _, side in line.actors}
        if offer.proposer.actor in wars or named & wars or _WARLIKE.search(line.text):
            yield offer


def _things(document: Document, line: Line) -> Iterator[Offer]:
    """Working groups and further talks, by what the words before them make of them."""
    for subject, rule in THINGS:
        for match in islice(rule.finditer(line.text), _MOST):
            comma = line.text.find(",", match.end())
            end = min(match.end() + 45, comma if comma > 0 else len(line.text))
            dated = DATED.search(line.text, max(0, match.start() - 4), end)
            is_new = dated is not None and not _goes_on(line, match, dated)
            of_others = (is_new and not _held_before(line, match)) or _of_leaders(line, match.end())
            if subject == "further_talks" and of_others:
                continue
            offer = (
                _by_stance(document, line, subject, match)
                or _by_readiness(document, line, subject, match)
                or put_by(document, line, subject, match)
                or invited_to(document, line, subject, match)
            )
            if offer:
                yield offer
                return


#: "to resume the talks held in Geneva": the day and the city of those that were.
_RESUMES = re.compile(r"\b(?:resum|return|reviv|renew|restart)\w*(?: to)? \Z")
_HELD = pattern(r"[^.;,]{0,45}? (?:held|that (?:began|ended|were held)|(?:broken|cut) off)\b")


def _goes_on(line: Line, thing: re.Match[str], dated: re.Match[str]) -> bool:
    """'suggested continuing the talks': those that were, with no day or place for the next."""
    before = max(0, thing.start() - 20)
    same = dated.group() in ("the talks", "the negotiations")
    return same and bool(_CONTINUES.search(line.text, before, thing.start()))


_CONTINUES = re.compile(r"\b(?:continu|resum|restart|reviv|renew)\w* \Z")


def _held_before(line: Line, thing: re.Match[str]) -> bool:
    before = max(0, thing.start() - 20)
    resumed = _RESUMES.search(line.text, before, thing.start())
    return bool(resumed) and bool(_HELD.match(line.text, thing.end()))


def _of_leaders(line: Line, place: int) -> bool:
    """Whether talks of leaders are meant, which are the kind meeting_proposal."""
    return bool(_WITH_PERSON.match(line.text, place))


_WITH_PERSON = pattern(
    r"[^.;,]{0,30}? (?:with|between|of) (?:[\w{actor}-]+ ){0,3}?"
    r"(?:{person}|presidents\b|leaders\b|heads of state\b)"
)


def _by_stance(document: Document, line: Line, subject: str, match: re.Match[str]) -> Offer | None:
    floor = floor_of(line, match.start())
    found = tuple(stances(document, line, CUES, floor, match.start(), THROUGH))
    offers = [one for one in found if one.attitude is Attitude.PROPOSES and one.doer]
    if not offers or offers[0].doer is None or _in_a_message(line, offers[0].words):
        return None
    cue = offers[0].words.start
    if subject == "working_groups" and _MONEY.search(line.text, cue, match.start()):
        return None
    if _READY_FOR.search(line.text, *offers[0].words) and not _MORE.search(match.group()):
        return None
    if subject == "further_talks" and _TO_DO_ELSE.search(line.text, cue, match.start()):
        return None
    answers = tuple(
        (one.doer, _RESPONSES[one.attitude])
        for one in found
        if one.doer and one.attitude in _RESPONSES
    )
    refused = any(response is Response.REJECTED for _, response in answers)
    status = Status.REJECTED if refused else Status.PROPOSED
    number = number_of(line, match)
    return Offer(
        subject, status, offers[0].doer, offers[0].words, "proposes", None, number, answers
    )


#: "ready for talks at any time" says nothing of a next round.
_READY_FOR = re.compile(r"\b(?:ready|prepared) for\Z")
_MORE = re.compile(r"\b(?:new|further|more|another|fresh|next|additional)\b")
#: "a proposal to include observers in the negotiations": an offer of something else.
_TO_DO_ELSE = pattern(
    r"\b(?:to|for|of) (?!(?:the|an?) )(?!(?:hold|resum|start|begin|launch|return|continu|host"
    r"|conduct|open|enter|renew|restart|have|broker|mediat|relaunch|reviv|go|sit|join|facilitat|organi[sz]"
    r"|arrang|send|sent|dispatch|travel|com|immediate|direct|further|peace|new|more|talks"
    r"|negotiat)\w*)[a-z]\w+ \w"
)
#: "proposed 90 billion euros of loans and a working group": on how to spend them.
_MONEY = re.compile(r"\b(?:loans?|euros?|dollars?|grants?)\b")
#: "sent a message to B, proposing to start talks": who proposes is not the one named last.
_IN_A_MESSAGE = pattern(r" to (?:[^.;,]{1,60})?[{actor}{person}], \Z")


def _in_a_message(line: Line, words: Stretch) -> bool:
    cue = line.text[words.start : words.end].split(" ")[0]
    lead = max(0, words.start - 80)
    return cue.endswith("ing") and bool(_IN_A_MESSAGE.search(line.text, lead, words.start))


_RESPONSES = {
    Attitude.ACCEPTS: Response.ACCEPTED,
    Attitude.REFUSES: Response.REJECTED,
    Attitude.NOTES: Response.NOTED,
}


def _by_readiness(
    document: Document, line: Line, subject: str, match: re.Match[str]
) -> Offer | None:
    """ "is ready to resume talks", "offered to host direct talks"."""
    verb = _BEGIN.search(line.text, max(0, match.start() - 40), match.start())
    if verb is None:
        return None
    governed, start = governing(line.text, floor_of(line, verb.start()), verb.start())
    doer = nearest_subject(document, line, start)
    if _SUPPOSED.search(line.text, max(0, start - 50), start):
        return None
    asked = governed is Governed.ASKED and _SERVICE.match(line.text, verb.start())
    if doer is None or not (asked or governed in (Governed.READY, Governed.OFFERED)):
        return None
    words = Stretch(start, match.end())
    if _in_a_message(line, words):
        return None
    return Offer(subject, Status.PROPOSED, doer, words, governed.value)


#: "before Ukraine was ready to start any negotiations": not yet.
_SUPPOSED = pattern(
    r"\b(?:before|until|unless|if|once|whether|when)(?: [\w{actor}{person}'-]+){1,4}? \Z"
)
_SERVICE = re.compile(r"(?:host|broker|mediat|facilitat)")
_BEGIN = re.compile(
    r"\b(?:start|begin|resum|hold|host|return|continu|open|launch|enter|conduct|broker)\w*"
    r"(?: (?:to|into|up))? (?:\w+ ){0,2}\Z"
)


def _venues(document: Document, line: Line) -> Iterator[Offer]:
    """A place offered for talks, or services as a mediator."""
    for rule, wished in (
        (VENUE, (Governed.DONE,)),
        (WHEN, (Governed.DONE,)),
        (MEDIATE, (Governed.OFFERED,)),
    ):
        for match in islice(rule.finditer(line.text), _MOST):
            governed, start = governing(line.text, 0, match.start("v"))
            doer = nearest_subject(document, line, start)
            if doer and governed in wished:
                words = Stretch(start, match.end())
                yield Offer("further_talks", Status.PROPOSED, doer, words, "good offices")
                return


def _is_known(document: Document, line: Line, doer: Side) -> bool:
    """Whether one can tell who "it" is: after "the group" it may be one that no list knows."""
    before = document.before(line)
    named = doer.span.overlaps(line.sentence.span)
    return named or before is None or not _THE_GROUP.match(before.text)


_THE_GROUP = re.compile(r"\W{0,2}the (?:\w+ )?(?:group|movement|militants|rebels|faction)\b")


def _end_of_head(line: Line, match: re.Match[str]) -> int:
    """Where the first words of an offer end, which say what it is."""
    end = min(match.end("what"), match.start("what") + _HEAD)
    aside = _ASIDE.search(line.text, match.start("what"), end)
    return aside.start() if aside else end


_ASIDE = re.compile(r" but\b|, (?:but|while|and)\b")


#: "proposes that X cease attacks": a truce.
_TO_CEASE = re.compile(
    r"\b(?:ceas|stop|halt|suspend|paus|end)\w*(?: of| all| any| its| their| the){0,2}"
    r" (?:[\w-]+ ){0,2}?(?:attacks|strikes|fire|fighting|hostilities|shelling|bombing)\b"
)


def _other(document: Document, line: Line) -> Offer | None:
    match = OTHER.search(line.text)
    if match is None:
        return None
    if OF_OTHER_KINDS.search(line.text, match.start(), _end_of_head(line, match)) or (
        _TO_CEASE.search(line.text, match.start(), match.end("what"))
    ):
        return None
    governed, start = governing(line.text, floor_of(line, match.start("v")), match.start("v"))
    doer = nearest_subject(document, line, start)
    if doer is None or governed is not Governed.DONE or not _is_known(document, line, doer):
        return None
    to = next((match.start(label) for label in ("to", "to2") if match[label]), None)
    addressee = side_at(line, to) if to is not None else None
    words = Stretch(match.start("v"), match.end("what"))
    return Offer("other", Status.PROPOSED, doer, words, "other", addressee)
