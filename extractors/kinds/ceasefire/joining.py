"""Which mentions of an article tell the same truce.

What is only asked for is kept apart from what was agreed or declared; sides, lengths and scopes
must not contradict each other, and days must lie close.
"""

from __future__ import annotations

from datetime import date, timedelta

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
from extractors.values import date_start

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


def same(full: Claim, claim: Claim) -> bool:
    mine, theirs = full.fields, claim.fields
    assert isinstance(mine, Ceasefire)  # noqa: S101  # only this kind's claims come here
    assert isinstance(theirs, Ceasefire)  # noqa: S101  # only this kind's claims come here
    if full.rule.endswith(EARLIER) != claim.rule.endswith(EARLIER):
        return False
    if (full.status is Status.DENIED) != (claim.status is Status.DENIED):
        return False
    if NAMED in (full.rule, claim.rule) and mine.duration_hours == theirs.duration_hours:
        return _agree(mine.scope, theirs.scope)
    if not _one_way(full, claim) or not _as_long(mine, theirs):
        return False
    if not _agree(mine.proposer, theirs.proposer) or _answers_itself(mine, theirs):
        return False
    scopes = frozenset({mine.scope, theirs.scope})
    alike = scopes in _ALIKE or (scopes == _OF_A_DAY and full.rule == claim.rule == "declared")
    return alike or (_agree(mine.scope, theirs.scope) and not _narrower(mine, theirs))


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


def _narrower(one: Ceasefire, other: Ceasefire) -> bool:
    """Whether only one is told to be of energy, sea or air while the other has its own figures."""
    for narrow, wide in ((one, other), (other, one)):
        another = wide.proposer and wide.proposer != narrow.proposer
        told = wide.duration_hours or another or wide.unconditional
        if narrow.scope in ("energy", "sea", "air") and wide.scope is None and told:
            return True
    return False


def _as_long(one: Ceasefire, other: Ceasefire) -> bool:
    """Whether the lengths may be one: "a day" is also "at least a day"."""
    mine, theirs = one.duration_hours, other.duration_hours
    return _agree(mine and mine.best, theirs and theirs.best)


def _agree(one: object, other: object) -> bool:
    return one is None or other is None or one == other


def _one_way(full: Claim, claim: Claim) -> bool:
    """Whether both are only asked for, or both came to something; answers go with either."""
    if full.status in ASKED and claim.status in ASKED:
        return (EXTENSION in full.rule) == (EXTENSION in claim.rule)
    if full.status not in ASKED and claim.status not in ASKED:
        return not _contradict(full, claim)
    if _own_again(full, claim):
        return True
    answer, real = (claim, full) if claim.status in ASKED else (full, claim)
    answers = answer.rule in ("accepts", "refuses", "accepted", "refused") and not wants(answer)
    if real.rule == "declared" and _is_longer(answer, real):
        return False
    return answers and (wants(real) or _is_party_to(answer, real))


def _is_longer(answer: Claim, own: Claim) -> bool:
    """Whether an answer is to a truce of days of its own, and not to one that a side declared."""
    hours, others = (getattr(one.fields, "duration_hours", None) for one in (answer, own))
    return hours is not None and others is None


def _is_party_to(answer: Claim, real: Claim) -> bool:
    """Whether who took a truce of some scope is a side of one of that scope."""
    mine, theirs = answer.fields, real.fields
    assert isinstance(mine, Ceasefire)  # noqa: S101  # only this kind's claims come here
    assert isinstance(theirs, Ceasefire)  # noqa: S101  # only this kind's claims come here
    takes = bool(mine.responses) and set(mine.responses or ()) <= set(theirs.parties or ())
    accepts = set((mine.responses or {}).values()) == {Response.ACCEPTED}
    bare = accepts and mine.duration_hours is None
    return takes and (bare or (mine.scope is not None and theirs.scope is not None))


def _own_again(full: Claim, claim: Claim) -> bool:
    """Whether a side's own truce is told once as declared and once as offered."""
    mine, theirs = full.fields, claim.fields
    assert isinstance(mine, Ceasefire)  # noqa: S101  # only this kind's claims come here
    assert isinstance(theirs, Ceasefire)  # noqa: S101  # only this kind's claims come here
    real = next((one for one in (full, claim) if one.status not in ASKED and wants(one)), None)
    if real is None or mine.proposer is None or mine.proposer != theirs.proposer:
        return False
    if real.status in _OVER and real.rule != "declared":
        return mine.duration_hours is not None and mine.duration_hours == theirs.duration_hours
    return _as_long(mine, theirs)


def wants(claim: Claim) -> bool:
    """Whether it is told who offers it, asks for it or declares it."""
    fields = claim.fields
    assert isinstance(fields, Ceasefire)  # noqa: S101  # only this kind's claims come here
    return fields.proposer is not None


def _contradict(full: Claim, claim: Claim) -> bool:
    """Whether the days lie too far apart, or one is a side's own truce and one a truce of both."""
    if {Status.COMPLETED, Status.SCHEDULED} == {full.status, claim.status}:
        return True
    if _came_after(full, claim) or _came_after(claim, full):
        return True
    if "guns silent" in (full.rule, claim.rule) and Status.FAILED in (full.status, claim.status):
        return True
    own, both = "declared", {"agreed", "announced", "extended", "was agreed"}
    if own in (full.rule, claim.rule) and both & {full.rule, claim.rule}:
        return True
    if _is_longer_now(full, claim) or _is_longer_now(claim, full):
        return True
    ends = {full.date, claim.date} if {full.status, claim.status} == _OVER else set()
    if len(ends - {None}) > 1 and "ran out" in (full.rule, claim.rule):
        return True
    one, other = (getattr(each.fields, "parties", None) or () for each in (full, claim))
    if one and other and set(one).isdisjoint(other):
        return True
    if {"is to run out", "extended its own"} == {full.rule, claim.rule}:
        return True
    if "is to run out" in (full.rule, claim.rule) and _OVER & {full.status, claim.status}:
        return True
    return Status.SCHEDULED not in (full.status, claim.status) and _far_apart(full, claim)


_OVER = {Status.COMPLETED, Status.FAILED}


def _far_apart(full: Claim, claim: Claim) -> bool:
    """Whether the days that they tell are those of two truces."""
    known = [day for day in (_first_day(full, claim), _first_day(claim, full)) if day]
    if len(known) < 2 or _ended_later(full, claim) or _ended_later(claim, full):
        return False
    made = {full.rule, claim.rule} <= _MADE and _of_a_day(full) and _of_a_day(claim)
    return abs(known[0] - known[1]) > (_ANOTHER if made else _APART)


def _ended_later(over: Claim, began: Claim) -> bool:
    """Whether one tells how the truce ended that the other tells to have begun."""
    end, start = (date_start(one.date) if one.date else None for one in (over, began))
    gone = over.rule.startswith(("ran out", "collapsed")) and began.rule == "in force"
    return bool(gone and end and start and timedelta(0) <= end - start < _LASTS)


def _of_a_day(claim: Claim) -> bool:
    return claim.date is not None and len(claim.date) == len("2025-04-18")


_LASTS = timedelta(days=200)
#: Rules that tell when a truce was made; two such days part two truces sooner.
_MADE = {"agreed", "was agreed", IN_PASSING, ONE_OF_SEVERAL}
_ANOTHER = timedelta(days=6)


def _came_after(over: Claim, other: Claim) -> bool:
    """Whether one was over before the other began to hold."""
    ended, began = (date_start(each.date) if each.date else None for each in (over, other))
    anew = other.status is Status.ONGOING or (other.rule in _MADE and _of_a_day(other))
    gone = over.status is Status.FAILED and anew
    return bool(gone and ended and began and began > ended)


def _is_longer_now(longer: Claim, other: Claim) -> bool:
    """Whether one is the prolonging, by a time of its own, of what the other tells."""
    if EXTENSION not in longer.rule or EXTENSION in other.rule:
        return False
    hours = getattr(longer.fields, "duration_hours", None)
    return hours is not None or other.status is Status.COMPLETED


def _first_day(claim: Claim, other: Claim) -> date | None:
    """The day of a truce; where its words tell when it ran out, that on which it began."""
    told = claim.date is not None and len(claim.date) > len("2025")
    day = date_start(claim.date) if told and claim.date else None
    counts = [getattr(one.fields, "duration_hours", None) for one in (claim, other)]
    hours = next((count.best for count in counts if count and count.best), None)
    to_the_day = claim.date is not None and len(claim.date) == len("2025-04-18")
    ended = to_the_day and "ran out" in claim.rule and "ran out" not in other.rule
    return day - timedelta(hours=hours) if day and ended and hours else day


#: Two days that are those of two truces.
_APART = timedelta(days=21)
