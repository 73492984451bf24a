"""The dead of one side handed over by the other, one way or both; running totals of bodies too.

Bodies found, identified or given to families are none. Known gaps: several dead told by their
names alone; two figures that only their size tells apart ("909 bodies for 43"); "the same number";
whose dead, where only an earlier paragraph says so; those on board of lorries; two of the same
number, which are taken for one where one of them has no day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from extractors.claims import Claim, Kind
from extractors.fact import Status
from extractors.kinds.remains_repatriation import words
from extractors.kinds.remains_repatriation.claiming import IN_ALL, OF_BOTH, claims_of
from extractors.kinds.remains_repatriation.days import dated
from extractors.kinds.remains_repatriation.fields import RemainsRepatriation, fields_of
from extractors.kinds.remains_repatriation.halves import with_halves
from extractors.kinds.remains_repatriation.handovers import handovers_in, is_on_bodies
from extractors.kinds.remains_repatriation.series import NEAR, alone_in, pairs_on_from, series_in
from extractors.parsing.agreeing import agree
from extractors.parsing.document import Document
from extractors.parsing.sides import Sides
from extractors.parsing.tape import pattern
from extractors.parsing.usual_sides import usual_sides
from extractors.parsing.wars import is_history
from extractors.values import Count

__all__ = ["KIND", "RemainsRepatriation"]

VERSION = 12


def _read(document: Document) -> Iterator[Claim]:
    if is_history(document):
        return
    about: Sides | None = None
    claims: list[Claim] = []
    for line in document.lines:
        before = document.lines[line.sentence.rank - 1] if line.sentence.rank else None
        goes_on = bool(claims and before and claims[-1].span == before.sentence.span)
        goes_on = goes_on or bool(before and is_on_bodies(before, line))
        claims += series_in(line, claims)
        if not _DEAD.search(line.text):
            claims[-1:] = [dated(claim, line) for claim in claims[-1:]]
            if not goes_on:
                continue
        about = about or usual_sides(document, words.ABOUT)
        for handover in handovers_in(line, goes_on=goes_on):
            claims += claims_of(document, handover, about, tuple(claims))
        claims = with_halves(claims)
        if claims and claims[-1].span == line.sentence.span:
            claims += (*alone_in(line, claims[-1]), *pairs_on_from(line, claims[-1]))
    yield from _telling(document, claims)


def _telling(document: Document, claims: Sequence[Claim]) -> Iterator[Claim]:
    """What only alludes to a handover is left out where the article tells one with figures."""
    full = [
        claim
        for claim in claims
        if fields_of(claim).returned and not _is_told_ahead(document, claim, claims)
    ]
    yield from full
    told = {_stage(claim.status) for claim in full}
    for claim in claims:
        if fields_of(claim).returned or claim.status is Status.REPORTED or _is_vague(claim):
            continue
        if full and words.ACCUSED.search(document.article.text[slice(*claim.span)]):
            continue
        ahead = claim.rule.endswith(OF_BOTH) and _stage(claim.status) not in told
        if not full or claim.status in _NOT_DONE or ahead:
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


_STAGES = (
    {Status.COMPLETED, Status.ONGOING, Status.REPORTED},
    {Status.AGREED, Status.SCHEDULED},
    {Status.PROPOSED, Status.DEMANDED, Status.THREATENED},
)
#: "led to the return of remains", "agreed on the return": one thing, where nothing is counted.
_SETTLED = _STAGES[0] | _STAGES[1]


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
        counted = full.rule.endswith(OF_BOTH) or claim.rule.endswith(OF_BOTH)
        return one_stage or (not counted and {full.status, claim.status} <= _SETTLED)
    return one_stage and _agree(full, claim, mine.returned, theirs.returned)


def _agree(
    full: Claim, claim: Claim, mine: Mapping[str, Count], theirs: Mapping[str, Count]
) -> bool:
    """Whether the figures can be of one handover: the same, or its two halves side by side."""
    shared = set(mine) & set(theirs)
    if not shared:
        one_day = any(
            one.rule.endswith(IN_ALL) and other.date
            for one, other in ((full, claim), (claim, full))
        )
        return not one_day and _apart(full, claim) <= NEAR
    return all(agree(mine[actor], theirs[actor]) for actor in shared)


def _apart(one: Claim, other: Claim) -> int:
    return max(one.span.start, other.span.start) - min(one.span.end, other.span.end)


_DEAD = re.compile(
    r"bod(?:y|ies)\b|remains|corpse|coffin|casket|fallen|\bdead\b|deceased|slain"
    r"|murdered"
)
_TRIGGER = pattern(
    r"\bbod(?:y|ies)\b|remains\b|corpse|coffin|casket|\bfallen\b|\bdead\b"
    r"|\b(?:deceased|slain|murdered) [A-Za-z]",
)

KIND = Kind(RemainsRepatriation.kind, VERSION, _TRIGGER, _read, _same)
