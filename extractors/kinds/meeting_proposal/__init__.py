"""Meetings of leaders that somebody proposes, asks for or offers to host, and what others answer.

Every phrase that names such a meeting is read for who wants it; a later sentence may tell what the
other side answers. Meetings that are agreed and dated are left to the kind talks, meetings of
delegations to talks and proposal. Known gaps: a proposal told by "it" alone; hosts that only say
where ("Istanbul would be a good place").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from extractors.claims import Claim, Kind, Slots
from extractors.fact import Fields, Status
from extractors.kinds.meeting_proposal.due import date_of
from extractors.kinds.meeting_proposal.phrases import (
    Phrase,
    leaders_in,
    meetings_in,
    participants_in,
    place_of,
)
from extractors.kinds.meeting_proposal.wish import Wish
from extractors.kinds.meeting_proposal.wishes import wish_of
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.parties import side_at
from extractors.parsing.proposing import said_by
from extractors.parsing.responses import Answer, Response, answers_in
from extractors.parsing.tape import pattern
from extractors.values import Edtf

VERSION = 10


class MeetingProposal(Fields):
    """FACTS.md, kind 6."""

    kind: ClassVar[str] = "meeting_proposal"

    proposer: str | None = None
    participants: tuple[str, ...] | None = None
    by_date: Edtf | None = None
    place: str | None = None
    responses: Mapping[str, Response] | None = None
    condition: str | None = None


_TRIGGER = pattern(
    r"summit|\bmeet|\ba?wait(?:ing)?\b|face[ -]to[ -]face|in[ -]person|leaders|presidents|invit"
    r"|sit down"
    r"|\bhost"
    r"|\btalks with|\bbring|heads of state|\breceiv|ready to see",
)


def _read(document: Document) -> Iterator[Claim]:
    told: list[tuple[Line, Claim]] = []
    for line in document.lines:
        if _TRIGGER.search(line.text):
            told.extend((line, claim) for claim in _of_line(document, line))
    yield from (claim for _, claim in told)
    yield from _answered(document, told)


def _of_line(document: Document, line: Line) -> Iterator[Claim]:
    for phrase in meetings_in(line):
        wish = wish_of(document, phrase)
        claim = _claim(document, phrase, wish) if wish else None
        if claim and _is_of_war(document, phrase, claim):
            yield claim


def _claim(document: Document, phrase: Phrase, wish: Wish) -> Claim:
    line, slots = phrase.line, Slots()
    if wish.proposer:
        slots.put("proposer", wish.proposer.actor, wish.proposer.span)
    for name, span in participants_in(phrase):
        slots.member("participants", name, span)
    _put_own_leader(slots, phrase, wish)
    if place := place_of(phrase):
        slots.put("place", *place)
    if due := date_of(phrase, document.article.published_on):
        slots.put("by_date", due.edtf, due.span)
    for side, response in wish.answers:
        if wish.proposer is None or side.actor != wish.proposer.actor:
            slots.entry("responses", side.actor, response, side.span)
    standing = (wish.status, line.tape.span(*wish.words))
    claim = slots.claim(MeetingProposal, standing, (line, phrase.start), wish.rule)
    if wish.proposer is None and wish.answers:
        claim = claim.model_copy(update={"answers": True})
    return said_by(claim, line, wish.proposer)


def _put_own_leader(slots: Slots, phrase: Phrase, wish: Wish) -> None:
    """ "Zelensky is ready to meet Putin": who wants it takes part; so does who is asked to come."""
    line = phrase.line
    named = slots.values.get("participants", ())
    with_others = " with " in line.text[phrase.start : phrase.end + len(" with ")]
    if wish.proposer is None or not (len(named) == 1 or with_others):
        return
    before = list(line.names(NameType.PERSON, 0, phrase.start))
    asked = [name for _, name in before if name.span.start > wish.proposer.span.end]
    own = [name for _, name in before if name.span == wish.proposer.span]
    for name in asked or own:
        slots.member("participants", name.name, name.head)


def _is_of_war(document: Document, phrase: Phrase, claim: Claim) -> bool:
    """Whether leaders of a war are meant: one that takes part, or the sides of the article."""
    dyad = document.dyad
    if dyad is None:
        return False
    assert isinstance(claim.fields, MeetingProposal)  # noqa: S101  # only this kind's claims
    leaders = {name.actor for name in leaders_in(phrase) if name.actor}
    if leaders and claim.fields.proposer:
        leaders.add(claim.fields.proposer)
    war = document.sides_of_wars
    if not leaders and (other := _WITH_STATE.match(phrase.line.text, phrase.end)):
        side = side_at(phrase.line, other.start("s"))
        return bool(side and side.actor in war)
    return bool(leaders & war) if leaders else bool({side.actor for side in dyad} & war)


#: "a summit with China": of whom, where no leader is named.
_WITH_STATE = re.compile(r" with (?:the )?(?P<s>\ue005)")
_NEAR = 6  # sentences behind a proposal in which an answer to it may stand


def _answered(document: Document, told: Sequence[tuple[Line, Claim]]) -> Iterator[Claim]:
    """What sides answer in sentences of their own, each with the proposal told last before it."""
    for line in document.lines:
        for answer in answers_in(document, line, _ABOUT):
            if claim := _answer_to(line, answer, told):
                yield claim


def _answer_to(line: Line, answer: Answer, told: Sequence[tuple[Line, Claim]]) -> Claim | None:
    rank = line.sentence.rank
    before = [claim for other, claim in told if 0 <= rank - other.sentence.rank <= _NEAR]
    if not before or not _MEANT.search(line.text):
        return None
    asked = before[-1].fields
    assert isinstance(asked, MeetingProposal)  # noqa: S101  # only this kind's claims come here
    if asked.proposer in (None, answer.side.actor):
        return None
    slots = Slots()
    slots.put("proposer", asked.proposer, before[-1].grounding["proposer"])
    slots.entry("responses", answer.side.actor, answer.response, answer.side.span)
    if answer.condition:
        slots.put(
            "condition", line.tape.words(*answer.condition), line.tape.span(*answer.condition)
        )
    standing = (Status.PROPOSED, line.tape.span(*answer.words))
    return slots.claim(
        MeetingProposal, standing, (line, answer.words.start), "answered", answers=True
    )


_ABOUT = pattern(r"\b(?:meeting|summit|encounter|leaders|presidents)\b")
_MEANT = re.compile(r"\b(?:meeting|summit|idea|proposal|offer|invitation|bid|request|it|none)\b")


def _same(full: Claim, claim: Claim) -> bool:
    mine, theirs = full.fields, claim.fields
    assert isinstance(mine, MeetingProposal)  # noqa: S101  # only this kind's claims come here
    assert isinstance(theirs, MeetingProposal)  # noqa: S101  # only this kind's claims come here
    if mine.proposer in (theirs.responses or ()) or theirs.proposer in (mine.responses or ()):
        return False
    if not _agree(mine.proposer, theirs.proposer) or not _agree(mine.by_date, theirs.by_date):
        return False
    if _is_refusal(claim) and not _is_refusal(full) and claim.span < full.span:
        return len(set(mine.participants or ()) & set(theirs.participants or ())) > 1
    if claim.rule == "answered" or mine.participants is None or theirs.participants is None:
        return True
    return _one_circle(set(mine.participants), set(theirs.participants))


def _one_circle(ours: set[str], others: set[str]) -> bool:
    return ours <= others or others <= ours or len(ours & others) > 1


def _is_refusal(claim: Claim) -> bool:
    """Whether it tells that a meeting is refused, and nothing of who wanted it: before any proposal
    is told, that of another one perhaps."""
    return claim.answers and claim.status is Status.REJECTED


def _agree(one: object, other: object) -> bool:
    return one is None or other is None or one == other


KIND = Kind(MeetingProposal.kind, VERSION, _TRIGGER, _read, _same)
