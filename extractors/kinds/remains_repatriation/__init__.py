"""The dead of one side handed over by the other, one way or both; running totals of bodies too.

Bodies found, identified or given to families are none. Known gaps: several dead told by their
names alone; figures without a word for bodies ("757 for 45 in January"); sums of both sides'
bodies; handovers whose side only an earlier paragraph names; two of the same number on
neighbouring days, which are taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import ClassVar

from extractors.claims import Claim, Kind, Slots
from extractors.fact import Fields, Status
from extractors.kinds.remains_repatriation import words
from extractors.kinds.remains_repatriation.days import date_of, dated
from extractors.kinds.remains_repatriation.doers import comes_home
from extractors.kinds.remains_repatriation.figures import Dealing, bodies_in, figures_of_people
from extractors.kinds.remains_repatriation.handovers import Handover, handovers_in, is_of_war
from extractors.kinds.remains_repatriation.series import Pair, pairs_in
from extractors.kinds.remains_repatriation.whose import home_of_dead, put_returned
from extractors.parsing.agreeing import agree
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.scenes import agreed_round, place_in
from extractors.parsing.sides import Sides, sides_at
from extractors.parsing.usual_sides import usual_sides
from extractors.values import Count, date_start

VERSION = 7


class RemainsRepatriation(Fields):
    """FACTS.md, kind 4. `returned` maps an actor to how many of that side's dead come home."""

    kind: ClassVar[str] = "remains_repatriation"

    parties: tuple[str, ...] = ()
    returned: Mapping[str, Count] | None = None
    place: str | None = None
    agreed_at: int | None = None


def fields_of(claim: Claim) -> RemainsRepatriation:
    """The fields of a claim of this kind."""
    assert isinstance(claim.fields, RemainsRepatriation)  # noqa: S101  # only this kind's come here
    return claim.fields


def _read(document: Document) -> Iterator[Claim]:
    about: Sides | None = None
    claims: list[Claim] = []
    for line in document.lines:
        before = document.before(line)
        goes_on = bool(claims and before and claims[-1].span == before.sentence.span)
        claims += _of_series(line, claims)
        if not (goes_on or _DEAD.search(line.text)):
            claims[-1:] = [dated(claim, line) for claim in claims[-1:]]
            continue
        about = about or usual_sides(document, words.ABOUT)
        for handover in handovers_in(line, goes_on=goes_on):
            if claim := _claim(document, handover, about, claims):
                claims.append(claim)
    yield from _telling(document, claims)


def _of_series(line: Line, earlier: Sequence[Claim]) -> list[Claim]:
    """The handovers that a sentence lists soon after one that was told with both its figures."""
    near = [one for one in earlier if 0 <= line.sentence.span.start - one.span.end <= _NEAR]
    told = [fields_of(one).returned or {} for one in near]
    before = [dict(one) for one in told if len(one) == 2] or _halves(told)
    if not before:
        return []
    return [_in_series(line, pair, near[-1], tuple(before[-1])) for pair in pairs_in(line)]


def _halves(told: Sequence[Mapping[str, Count]]) -> list[dict[str, Count]]:
    """The two halves of a handover told one after the other, put together."""
    pairs = pairwise(one for one in told if len(one) == 1)
    return [{**one, **other} for one, other in pairs if set(one) != set(other)]


def _in_series(line: Line, pair: Pair, before: Claim, order: Sequence[str]) -> Claim:
    """One of them, between the sides of the handover told before, whose dead came in that order."""
    last, slots = fields_of(before), Slots()
    slots.date(pair.date)
    for party in last.parties:
        slots.member("parties", party, before.grounding[f"parties.{party}"])
    told = zip(pair.owners, order, pair.figures, pair.spans, strict=True)
    for owner, usual, figure, span in told:
        slots.entry("returned", owner or usual, figure, span)
    standing = (Status.COMPLETED, pair.date.span)
    return slots.claim(
        RemainsRepatriation, standing, (line, line.tape.place(pair.spans[0].start)), "series"
    )


def _telling(document: Document, claims: Sequence[Claim]) -> Iterator[Claim]:
    """What only alludes to a handover is left out where the article tells one with figures."""
    full = [
        claim
        for claim in claims
        if fields_of(claim).returned and not _is_told_ahead(document, claim, claims)
    ]
    yield from full
    for claim in claims:
        if fields_of(claim).returned or claim.status is Status.REPORTED or _is_vague(claim):
            continue
        if not full or claim.status in _NOT_DONE:
            yield claim


def _is_told_ahead(document: Document, claim: Claim, claims: Sequence[Claim]) -> bool:
    """ "The bodies of four are to be handed over", where the article tells that four were."""
    if _stage(claim.status) != _stage(Status.AGREED):
        return False
    if words.MORE.search(document.article.text[slice(*claim.span)].lower()):
        return False
    return any(
        one.status is Status.COMPLETED and fields_of(one).returned == fields_of(claim).returned
        for one in claims
    )


def _is_vague(claim: Claim) -> bool:
    """ "The draft foresaw an exchange of bodies", "it was necessary to collect the bodies": no
    handover in particular."""
    vague = claim.rule.startswith("noun") or claim.rule.endswith("carried out")
    return claim.status is Status.PROPOSED and vague


_NOT_DONE = {Status.FAILED, Status.DENIED, Status.REJECTED}


def _sides(document: Document, handover: Handover, about: Sides | None) -> Sides | None:
    """The two sides; those of the article's war where the clause names guests of it."""
    sides = sides_at(document, handover.line, handover.clause, about)
    if sides and all(side.actor.islower() for side in sides):
        return sides
    for pair in (sides, about):
        if pair and document.at_war(*(side.actor for side in pair)):
            return pair
    return sides if is_of_war(document, handover.line) else None


def _claim(
    document: Document, handover: Handover, about: Sides | None, earlier: Sequence[Claim]
) -> Claim | None:
    sides = _sides(document, handover, about)
    if _is_of_old(document, sides) or _is_breakdown(handover.line, earlier):
        return None
    if sides is None:
        return _one_sided(document, handover)
    one, other = (side.actor for side in sides)
    people = (document.people_of(one, other), document.people_of(other, one))
    slots = Slots()
    for side in sides:
        slots.member("parties", side.actor, side.span)
    here = bool(earlier) and earlier[-1].span == handover.line.sentence.span
    dealing = Dealing(sides, people, _last(earlier), comes_home(document), here)
    put_returned(slots, handover, dealing)
    if not (fields_told(slots) or document.at_war(one, other)):
        return None  # dead that come from a third country, say
    return _told(document, handover, slots)


def _is_of_old(document: Document, sides: Sides | None) -> bool:
    """Whether the dead are those of a war of long ago, and not of one between these sides."""
    known = sides is not None and document.at_war(*(side.actor for side in sides))
    return not known and bool(words.LONG_AGO.search(document.lowered))


def _is_breakdown(line: Line, earlier: Sequence[Claim]) -> bool:
    """ "14 from one front, 100 from another and 7 from a third", after a word of 121."""
    whole = figures_of_people(line)
    told = [count for one in earlier for count in (fields_of(one).returned or {}).values()]
    return len(whole) > 1 and any(count.best == sum(whole) for count in told)


def _told(document: Document, handover: Handover, slots: Slots) -> Claim:
    """The claim that the slots and the scene make."""
    line = handover.line
    _put_scene(slots, handover)
    return slots.claim(
        RemainsRepatriation,
        (_status(document, handover, slots), line.tape.span(*handover.standing.words)),
        (line, handover.trigger.start),
        f"{handover.verb or 'noun'}: {handover.standing.cue}",
    )


def _one_sided(document: Document, handover: Handover) -> Claim | None:
    """ "The bodies of 909 defenders were returned to Ukraine": only who gets them is named."""
    line, slots = handover.line, Slots()
    figures = bodies_in(line, handover.clause)
    if not figures or not is_of_war(document, line):
        return None
    home = home_of_dead(document, handover, figures[0])
    if home is None:
        return None
    slots.member("parties", home.actor, home.span)
    slots.entry("returned", home.actor, figures[0].figure, line.tape.span(*figures[0].stretch))
    return _told(document, handover, slots)


def _last(earlier: Sequence[Claim]) -> str | None:
    """Whose dead the last handover told was about, if one side's only."""
    told = [set(fields_of(claim).returned or {}) for claim in earlier]
    told = [actors for actors in told if actors]
    return next(iter(told[-1])) if told and len(told[-1]) == 1 else None


def _put_scene(slots: Slots, handover: Handover) -> None:
    line, clause = handover.line, handover.clause
    if date := date_of(handover):
        slots.date(date)
    settled = handover.standing.status in (Status.COMPLETED, Status.ONGOING)
    if settled and (place := place_in(line, clause)):
        said = place.span.shift(-line.sentence.span.start).of(line.sentence.text)
        slots.put("place", said, place.span)
    if (number := agreed_round(line)) and number.count.best:
        slots.put("agreed_at", number.count.best, number.span)


def _status(document: Document, handover: Handover, slots: Slots) -> Status:
    """The status with what the date adds: agreed and to come is scheduled."""
    status = handover.standing.status
    published, date = document.article.published_on, slots.values.get("date")
    start = date_start(date) if date else None
    if status is Status.AGREED and published and start and start > published:
        return Status.SCHEDULED
    if status is Status.REPORTED and fields_told(slots):
        return Status.COMPLETED if handover.verb else status
    return status


def fields_told(slots: Slots) -> bool:
    """Whether figures were read."""
    return bool(slots.values.get("returned"))


_STAGES = (
    {Status.COMPLETED, Status.ONGOING, Status.REPORTED},
    {Status.AGREED, Status.SCHEDULED},
    {Status.PROPOSED, Status.DEMANDED, Status.THREATENED},
)
#: "led to the return of remains", "agreed on the return": one thing, where nothing is counted.
_SETTLED = _STAGES[0] | _STAGES[1]
_NEAR = 900  # characters within which two halves of one handover are told


def _stage(status: Status) -> object:
    return next((number for number, stage in enumerate(_STAGES) if status in stage), status)


def _same(full: Claim, claim: Claim) -> bool:
    mine, theirs = fields_of(full), fields_of(claim)
    if mine.parties and theirs.parties and set(mine.parties) != set(theirs.parties):
        return False
    if full.date and claim.date and full.date != claim.date:
        return False
    one_stage = _stage(full.status) == _stage(claim.status)
    if mine.returned is None or theirs.returned is None:
        return one_stage or {full.status, claim.status} <= _SETTLED
    return one_stage and _agree(full, claim, mine.returned, theirs.returned)


def _agree(
    full: Claim, claim: Claim, mine: Mapping[str, Count], theirs: Mapping[str, Count]
) -> bool:
    """Whether the figures can be of one handover: the same, or its two halves side by side."""
    shared = set(mine) & set(theirs)
    if not shared:
        return _apart(full, claim) <= _NEAR
    return all(agree(mine[actor], theirs[actor]) for actor in shared)


def _apart(one: Claim, other: Claim) -> int:
    return max(one.span.start, other.span.start) - min(one.span.end, other.span.end)


_DEAD = re.compile(
    r"bod(?:y|ies)\b|remains|corpse|coffin|casket|fallen|\bdead\b|deceased|slain"
    r"|murdered"
)
_TRIGGER = re.compile(
    r"\bbod(?:y|ies)\b|remains\b|corpse|coffin|casket|\bfallen\b|\b(?:dead|deceased|slain"
    r"|murdered) [A-Za-z]",
)

KIND = Kind(RemainsRepatriation.kind, VERSION, _TRIGGER, _read, _same)
