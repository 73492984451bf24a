"""Any other concrete offer in a war: working groups, written terms, further talks.

Truces, leaders' meetings, exchanges and sanctions have kinds of their own; talks to come that have
a date, a place or a number are left to the kind talks. What is left ("proposed a joint statement",
"offered to become neutral") is `other`, read only where a side of the war offers it or is named
beside it. Known gaps: offers told by nouns alone ("their plan"); plans of many points.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from extractors.claims import Claim, Kind, Slots
from extractors.fact import Fields, Status
from extractors.kinds.proposal.offer import Offer
from extractors.kinds.proposal.reading import offers_in
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.proposing import said_by
from extractors.parsing.responses import Answer, Response, answers_in
from extractors.parsing.tape import pattern

VERSION = 9


class Proposal(Fields):
    """FACTS.md, kind 10."""

    kind: ClassVar[str] = "proposal"

    proposer: str
    addressee: str | None = None
    subject: str | None = None
    number: int | None = None
    responses: Mapping[str, Response] | None = None


_TRIGGER = pattern(
    r"propos|offer|suggest|memorand|working group|expert group|ready to|willing|readiness"
    r"|interested|put forward|\bhand|\bdraft|in writing|written|mediat|venue|ready for"
    r"|prepared for|open to|invit|put forward|peace|plan\b|on the table|outline|road"
    r" ?map|blueprint",
)


def _read(document: Document) -> Iterator[Claim]:
    wars = document.sides_of_wars
    if not wars:
        return
    told: list[tuple[Line, Claim]] = []
    for line in document.lines:
        if _TRIGGER.search(line.text):
            told.extend((line, _claim(line, offer)) for offer in offers_in(document, line, wars))
    yield from (claim for _, claim in told)
    yield from _answered(document, told)


def _claim(line: Line, offer: Offer) -> Claim:
    slots = Slots()
    slots.put("proposer", offer.proposer.actor, offer.proposer.span)
    slots.put("subject", offer.subject, line.tape.span(*offer.words))
    if offer.addressee and offer.addressee.actor != offer.proposer.actor:
        slots.put("addressee", offer.addressee.actor, offer.addressee.span)
    if offer.number:
        figure, place = offer.number
        slots.put("number", figure, line.tape.span(place, place + 1))
    for side, response in offer.answers:
        if side.actor != offer.proposer.actor:
            slots.entry("responses", side.actor, response, side.span)
    standing = (offer.status, line.tape.span(*offer.words))
    claim = slots.claim(Proposal, standing, (line, offer.words.start), offer.rule)
    return said_by(claim, line, offer.proposer)


_ABOUT = pattern(r"\b(?:groups?|memorandum|terms|talks|negotiations|proposal|offer)\b")
_NEAR = 2  # sentences behind an offer in which an answer to it may stand


def _answered(document: Document, told: Sequence[tuple[Line, Claim]]) -> Iterator[Claim]:
    """What sides answer in the sentences right behind an offer."""
    for line, claim in told:
        rank = line.sentence.rank
        for later in document.lines[rank : rank + _NEAR + 1]:
            for answer in answers_in(document, later, _ABOUT):
                if answer.response is not Response.CONDITIONAL:
                    yield from _answer_to(later, answer, claim)


def _answer_to(line: Line, answer: Answer, claim: Claim) -> Iterator[Claim]:
    asked = claim.fields
    assert isinstance(asked, Proposal)  # noqa: S101  # only this kind's claims come here
    if asked.proposer == answer.side.actor or asked.responses:
        return
    slots = Slots()
    slots.put("proposer", asked.proposer, claim.grounding["proposer"])
    slots.put("subject", asked.subject, claim.grounding["subject"])
    slots.entry("responses", answer.side.actor, answer.response, answer.side.span)
    standing = (Status.PROPOSED, line.tape.span(*answer.words))
    yield slots.claim(Proposal, standing, (line, answer.words.start), "answered", answers=True)


def _same(full: Claim, claim: Claim) -> bool:
    mine, theirs = full.fields, claim.fields
    assert isinstance(mine, Proposal)  # noqa: S101  # only this kind's claims come here
    assert isinstance(theirs, Proposal)  # noqa: S101  # only this kind's claims come here
    if (mine.proposer, mine.subject) != (theirs.proposer, theirs.subject):
        return False
    answered = "answered" in (full.rule, claim.rule)
    grounded = full.grounding["subject"] == claim.grounding["subject"]
    return mine.subject != "other" or (answered and grounded)


KIND = Kind(Proposal.kind, VERSION, _TRIGGER, _read, _same)
