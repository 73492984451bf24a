"""Which mentions of an article tell the same truce.

Within one article mentions of a truce are one unless something tells them apart: words for another
one ("an earlier truce"), other values, another time, its prolonging, or that one is only asked for
while the other came to something. An answer goes with what it answers.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from extractors.claims import Claim
from extractors.fact import Status
from extractors.kinds.ceasefire.model import (
    ASKED,
    EARLIER,
    EXTENSION,
    IN_PASSING,
    NAMED,
    ONE_OF_SEVERAL,
    Ceasefire,
)
from extractors.parsing.responses import Response
from extractors.values import date_end, date_start

OVER = (Status.FAILED, Status.COMPLETED)


def same(full: Claim, claim: Claim) -> bool:
    """Whether two mentions tell one truce."""
    if _is_told_apart(full, claim) or _contradict(full, claim):
        return False
    if NAMED in (full.rule, claim.rule) and _of(full).duration_hours == _of(claim).duration_hours:
        return True
    wished = full.status in ASKED, claim.status in ASKED
    if all(wished):
        return (EXTENSION in full.rule) == (EXTENSION in claim.rule)
    if any(wished):
        asked, real = (full, claim) if wished[0] else (claim, full)
        return _is_own_again(asked, real) or _answers(asked, real)
    own_and_both = {"declared"} < {full.rule, claim.rule} and {full.rule, claim.rule} & _OF_BOTH
    return not (own_and_both or _are_of_two_times(full, claim))


#: Rules of truces that two sides made; what a side declares for itself is another.
_OF_BOTH = {"agreed", "announced", "extended", "was agreed"}


def wants(claim: Claim) -> bool:
    """Whether it is told who offers it, asks for it or declares it."""
    return _of(claim).proposer is not None


def _of(claim: Claim) -> Ceasefire:
    assert isinstance(claim.fields, Ceasefire)  # noqa: S101  # only this kind's claims come here
    return claim.fields


# -- by words for another one


def _is_told_apart(full: Claim, claim: Claim) -> bool:
    """Whether words mark one as an earlier truce, as one that there is not, or as the prolonging,
    by a time of its own, of the other."""
    earlier = full.rule.endswith(EARLIER) != claim.rule.endswith(EARLIER)
    denied = (full.status is Status.DENIED) != (claim.status is Status.DENIED)
    return earlier or denied or _prolongs(full, claim) or _prolongs(claim, full)


def _prolongs(longer: Claim, other: Claim) -> bool:
    real = longer.status not in ASKED and other.status not in ASKED
    if not real or EXTENSION not in longer.rule or EXTENSION in other.rule:
        return False
    return _of(longer).duration_hours is not None or other.status is Status.COMPLETED


# -- by its values


def _contradict(full: Claim, claim: Claim) -> bool:
    """Whether sides, length, scope or answers of the one cannot be those of the other."""
    mine, theirs = _of(full), _of(claim)
    hours = [each and each.best for each in (mine.duration_hours, theirs.duration_hours)]
    if not (_agree(*hours) and _agree(mine.proposer, theirs.proposer)):
        return True
    if set(mine.parties or ()).isdisjoint(theirs.parties or ()) and mine.parties and theirs.parties:
        return True
    return _answers_itself(mine, theirs) or not _as_wide(full, claim)


def _agree(one: object, other: object) -> bool:
    return one is None or other is None or one == other


def _answers_itself(one: Ceasefire, other: Ceasefire) -> bool:
    """Whether who offers or takes the one is who refuses or takes the other: they are two."""
    mine, theirs = one.responses or {}, other.responses or {}
    if any({mine[side], theirs[side]} in _AT_ODDS for side in mine.keys() & theirs.keys()):
        return True
    return one.proposer in theirs or other.proposer in mine


#: What one side cannot answer to one thing; a condition is but told once and left out once.
_AT_ODDS = (
    {Response.ACCEPTED, Response.REJECTED},
    {Response.CONDITIONAL, Response.REJECTED},
    {Response.NOTED, Response.REJECTED},
)


def _as_wide(full: Claim, claim: Claim) -> bool:
    """Whether the scopes may be those of one truce; one of energy, sea or air is not taken for
    another that is told with figures of its own."""
    mine, theirs = _of(full), _of(claim)
    scopes = frozenset({mine.scope, theirs.scope})
    if scopes in _ALIKE or (scopes == _OF_A_DAY and full.rule == claim.rule == "declared"):
        return True
    narrow = _is_narrower(mine, theirs) or _is_narrower(theirs, mine)
    return _agree(mine.scope, theirs.scope) and not narrow


def _is_narrower(narrow: Ceasefire, wide: Ceasefire) -> bool:
    another = wide.proposer and wide.proposer != narrow.proposer
    figures = wide.duration_hours or another or wide.unconditional
    return narrow.scope in ("energy", "sea", "air") and wide.scope is None and bool(figures)


#: Scopes that two mentions of one truce may give it.
_ALIKE = (
    frozenset({"limited", "front_line"}),
    frozenset({"limited", "humanitarian"}),
    frozenset({"humanitarian", "front_line"}),
    frozenset({"humanitarian", "holiday"}),
    frozenset({"full", "holiday"}),
    frozenset({"limited", "energy"}),
)
#: Those of a truce that a side declares for its troops and a holiday.
_OF_A_DAY = frozenset({"front_line", "holiday"})


# -- by how far they came


def _is_own_again(asked: Claim, real: Claim) -> bool:
    """Whether a side's own truce is told once as declared and once as offered."""
    mine, theirs = _of(asked), _of(real)
    if mine.proposer is None or mine.proposer != theirs.proposer:
        return False
    told = mine.duration_hours is not None and mine.duration_hours == theirs.duration_hours
    return told or not (real.status in OVER and real.rule != "declared")


def _answers(asked: Claim, real: Claim) -> bool:
    """Whether a side only says what it makes of a truce that somebody declared or that is its own:
    an answer with a length of its own is to another one."""
    mine, theirs = _of(asked), _of(real)
    if asked.rule not in ("accepts", "refuses", "accepted", "refused") or wants(asked):
        return False
    if wants(real):
        longer = mine.duration_hours is not None and theirs.duration_hours is None
        return not (real.rule == "declared" and longer)
    takes = bool(mine.responses) and set(mine.responses or ()) <= set(theirs.parties or ())
    accepts = set((mine.responses or {}).values()) == {Response.ACCEPTED}
    bare = accepts and mine.duration_hours is None
    return takes and (bare or (mine.scope is not None and theirs.scope is not None))


# -- by their time


class _Days(NamedTuple):
    """What one mention tells of when a truce was made and when it was over."""

    began: date | None
    ended: date | None
    made: bool  # told when it was made, to the day


def _days_of(claim: Claim) -> _Days:
    told = claim.date is not None and len(claim.date) > len("2025")
    day = date_start(claim.date) if told and claim.date else None
    ends = claim.status in OVER and claim.rule.startswith(_ENDS)
    to_the_day = claim.date is not None and len(claim.date) == len("2025-04-18")
    made = to_the_day and claim.rule in _MADE
    end = date_end(claim.date) if told and claim.date and ends else None
    return _Days(None if ends else day, end, made)


#: Rules whose day is that of the end.
_ENDS = ("ran out", "collapsed", "broken", "did not hold", "its days are over")
#: Rules that tell when a truce was made; two such days part two truces sooner.
_MADE = ("agreed", "was agreed", IN_PASSING, ONE_OF_SEVERAL)


def _are_of_two_times(full: Claim, claim: Claim) -> bool:
    """Whether one was made long after the other or when that was over, or they ended twice."""
    if {full.status, claim.status} == {Status.COMPLETED, Status.SCHEDULED}:
        return True
    mine, theirs = _days_of(full), _days_of(claim)
    if mine.began and theirs.began:
        to_come = Status.SCHEDULED in (full.status, claim.status)
        return not to_come and _began_apart((mine, full.status), (theirs, claim.status))
    if mine.ended and theirs.ended:
        return mine.ended != theirs.ended and full.status != claim.status
    return _is_after(mine, theirs) or _is_after(theirs, mine)


def _began_apart(*told: tuple[_Days, Status]) -> bool:
    """Whether too long lies between two beginnings for one truce, or one that failed came before
    one that holds."""
    (first, of_first), (then, of_then) = sorted(told)
    assert first.began and then.began  # noqa: S101, PT018  # both tell when they began
    apart = _ANOTHER if first.made and then.made else _APART
    anew = of_first is Status.FAILED and of_then is Status.ONGOING and first.began < then.began
    return anew or then.began - first.began > apart


def _is_after(one: _Days, other: _Days) -> bool:
    """Whether one was made after the other was over, or so long before that it was not that one."""
    if not (one.began and other.ended):
        return False
    return one.began > other.ended or other.ended - one.began > _LASTS


#: Two days that are those of two truces; sooner where both tell when a truce was made.
_APART = timedelta(days=21)
_ANOTHER = timedelta(days=6)
_LASTS = timedelta(days=400)
