"""What one mention of a meeting tells about another: its finer day, that it broke off, was called
off or is over, the day of the round of its number. Which mentions are of one meeting is read in
meeting.py."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extractors.claims import Claim
from extractors.fact import Fields, Status
from extractors.kinds.talks.meeting import AHEAD, TAKEN_UP, TO_COME, Talks, same_meeting
from extractors.values import date_end, date_start


def told_together(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of an article, each with what the others tell of its meeting."""
    steps = (
        _with_finest_date,
        _with_day_of_its_number,
        _as_told,
        _still_on,
        _as_agreed,
        _with_its_end,
        _called_off,
    )
    for step in steps:
        claims = [step(claim, claims) for claim in claims]
    return [claim for claim in claims if not _is_in_passing(claim, claims)]


def _is_in_passing(claim: Claim, claims: Sequence[Claim]) -> bool:
    """ "more than in the first round", where the second is told: named with its number alone."""
    mine = _talks(claim)
    told = (claim.date, mine.city, mine.country, mine.duration_minutes)
    if mine.ordinal is None or any(told) or not claim.rule.endswith(": setting"):
        return False
    numbers = [_talks(other).ordinal or 0 for other in claims]
    return mine.ordinal < max(numbers) and not any(
        other is not claim and _talks(other).ordinal == mine.ordinal for other in claims
    )


def _with_finest_date(claim: Claim, claims: Sequence[Claim]) -> Claim:
    """ "a week ago", "in May" and "on May 16" of one meeting: the day."""

    def finer(other: Claim) -> bool:
        if claim.date is None or other.date is None or len(other.date) != len("2025-05-16"):
            return False
        return _is_coarse(claim.date) and same_meeting(claim, other)

    return _dated_by(claim, claims, finer)


def _is_coarse(date: str) -> bool:
    """Whether a date is a week or more within which the meeting was: a round of two days is not."""
    start, end = date_start(date), date_end(date)
    return start is None or end is None or (end - start).days >= _A_WEEK


_A_WEEK = 6  # days from its first to its last


def _with_day_of_its_number(claim: Claim, claims: Sequence[Claim]) -> Claim:
    """ "This was the second round", after "the second round ended on Thursday": that day."""
    number = _talks(claim).ordinal
    if claim.date is not None or number is None or claim.status in TO_COME:
        return claim

    def numbered(other: Claim) -> bool:
        return (
            other.date is not None
            and _talks(other).ordinal == number
            and same_meeting(other, claim)
        )

    return _dated_by(claim, claims, numbered)


def _dated_by(claim: Claim, claims: Sequence[Claim], fits: Callable[[Claim], bool]) -> Claim:
    other = next((other for other in claims if fits(other)), None)
    if other is None:
        return claim
    grounding = {**claim.grounding, "date": other.grounding["date"]}
    update = {"date": other.date, "date_basis": other.date_basis, "grounding": grounding}
    return claim.model_copy(update=update)


def _as_told(claim: Claim, claims: Sequence[Claim]) -> Claim:
    """ "welcomed the talks in Amman", after "they concluded talks in Jordan": those were held."""
    if not _is_by_the_way(claim):
        return claim

    def tells(other: Claim) -> bool:
        return not _is_by_the_way(other) and same_meeting(other, claim)

    return _standing_as(claim, claims, tells)


def _is_by_the_way(claim: Claim) -> bool:
    """Whether its words do not say how far it is: "welcomed the talks", "to be raised at them"."""
    return claim.status is Status.REPORTED or claim.rule.endswith(AHEAD)


def _still_on(claim: Claim, claims: Sequence[Claim]) -> Claim:
    """ "They began talks on Sunday", beside "the talks are still under way": they go on."""
    if claim.status is not Status.COMPLETED or claim.rule.endswith((_ENDED, "setting")):
        return claim

    def goes_on(other: Claim) -> bool:
        return other.status is Status.ONGOING and same_meeting(claim, other)

    return _standing_as(claim, claims, goes_on)


def _as_agreed(claim: Claim, claims: Sequence[Claim]) -> Claim:
    """ "The meeting that is to be held in Oman", after "they will meet on Tuesday": on that day."""
    if claim.status is not Status.PROPOSED or not claim.rule.endswith(("to come", "tense")):
        return claim

    def dated(other: Claim) -> bool:
        return other.status is Status.SCHEDULED and same_meeting(claim, other)

    return _standing_as(claim, claims, dated)


def _with_its_end(claim: Claim, claims: Sequence[Claim]) -> Claim:
    """ "have been meeting in Jeddah since May 6", after one side "walked out of talks in Jeddah":
    what went on was broken off. What opened today, and ended by another sentence, is over."""
    if claim.status is not Status.ONGOING:
        return claim

    def broken_off(other: Claim) -> bool:
        undated = other.status is Status.FAILED and other.date is None
        return undated and _one_place(claim, other)

    def over(other: Claim) -> bool:
        return other.rule.endswith(_ENDED) and same_meeting(claim, other)

    return _standing_as(_standing_as(claim, claims, broken_off), claims, over)


_ENDED = "told ended"  # the cue of a claim that tells the end of a meeting


def _called_off(claim: Claim, claims: Sequence[Claim]) -> Claim:
    """ "He agreed to talks in Luanda. The meeting was cancelled": the same one."""
    if claim.status not in TO_COME:
        return claim

    def off(other: Claim) -> bool:
        if other.status is not Status.FAILED:
            return False
        here_too = claim.date is None and other.span < claim.span and _one_place(claim, other)
        return here_too or _speaks_of(other, claim)

    return _standing_as(claim, claims, off)


def _speaks_of(other: Claim, claim: Claim) -> bool:
    """Whether a claim took its place or its day over from another one."""
    taken = [name for name in ("city", "date") if name in claim.grounding]
    return TAKEN_UP in other.rule and any(
        other.grounding.get(name) == claim.grounding[name] for name in taken
    )


def _standing_as(claim: Claim, claims: Sequence[Claim], fits: Callable[[Claim], bool]) -> Claim:
    other = next((other for other in claims if fits(other)), None)
    if other is None:
        return claim
    grounding = {**claim.grounding, "status": other.grounding["status"]}
    return claim.model_copy(update={"status": other.status, "grounding": grounding})


def _one_place(claim: Claim, other: Claim) -> bool:
    mine, theirs = _talks(claim), _talks(other)
    return mine.parties == theirs.parties and mine.city == theirs.city is not None


def _talks(claim: Claim) -> Talks:
    fields: Fields = claim.fields
    assert isinstance(fields, Talks)  # noqa: S101  # only this kind's claims come here
    return fields
