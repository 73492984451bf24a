"""Deals that are carried out in stages: which events are parts of which whole.

Three signs, each enough: the stage names the formula of the whole (303 people of a
"1000-for-1000"), it lies within the days that are given for a greater sum, or the sums of events
on days that follow each other make up the whole exactly (390 + 307 + 303).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from extractors.linking.gathering import Gathering
from extractors.linking.linkable import ALL
from extractors.linking.manners import STAGED_DAYS

_KINDS = {"prisoner_exchange", "remains_repatriation"}
_BEFORE, _AFTER = timedelta(days=14), timedelta(days=45)  # of a stage beside reports of the whole
_PAUSE = timedelta(days=3)  # between stages that follow each other


def find_stages(events: Sequence[Gathering]) -> None:
    """Tell the stages among the events of a block which whole they are part of."""
    if not events or events[0].first.kind not in _KINDS:
        return
    days = sorted(
        (it for it in events if it.has_day and not it.is_period),
        key=lambda it: (it.start, it.first.fact_id),
    )
    for whole in events:
        if whole.has_day and not whole.is_period:
            continue
        for stage in _stages(whole, days):
            stage.part_of = stage.part_of or whole


def _stages(whole: Gathering, days: Sequence[Gathering]) -> Iterator[Gathering]:
    near = [it for it in days if _lies_near(it, whole)]
    yield from (it for it in near if _names(it, whole) or _lies_within(it, whole))
    yield from _adding_up(near, whole)


def _lies_near(stage: Gathering, whole: Gathering) -> bool:
    if whole.start and whole.end:
        return stage.lies_between(whole.start, whole.end)
    if not (whole.first_told and whole.last_told):
        return False
    return stage.lies_between(whole.first_told - _BEFORE, whole.last_told + _AFTER)


def _names(stage: Gathering, whole: Gathering) -> bool:
    formulas = {it.formula for it in whole.profiles if it.formula}
    return any(fact.stage_of in formulas for fact, _, _ in stage.members if fact.stage_of)


def _lies_within(stage: Gathering, whole: Gathering) -> bool:
    """Whether it lies in the days of the whole, with no more people than the whole."""
    if not (whole.start and whole.end and stage.lies_between(whole.start, whole.end)):
        return False
    if whole.end - whole.start >= timedelta(days=STAGED_DAYS):
        return False
    mine, all_of_them = _sums(stage), _sums(whole)
    sides = mine.keys() & all_of_them.keys()
    return bool(sides) and all(mine[side] <= all_of_them[side] for side in sides)


def _adding_up(days: Sequence[Gathering], whole: Gathering) -> Iterator[Gathering]:
    wanted = _sums(whole)
    for first in range(len(days) if wanted else 0):
        sums = dict.fromkeys(wanted, 0)
        for last in range(first, len(days)):
            if last > first and _apart(days[last - 1], days[last]) > _PAUSE:
                break
            mine = _sums(days[last])
            sums = {side: sums[side] + mine.get(side, 0) for side in sums}
            if last > first and sums == wanted:
                yield from days[first : last + 1]
            if any(sums[side] >= wanted[side] for side in wanted):
                break


def _apart(one: Gathering, other: Gathering) -> timedelta:
    return other.start - one.end if one.end and other.start else timedelta.max


def _sums(event: Gathering) -> dict[str, int]:
    """The number of each side as the fullest fact that gives one has it."""
    sums: dict[str, int] = {}
    for fact in event.profiles:
        for side, figure in fact.figures.items():
            if figure.number is not None:
                sums.setdefault(side, figure.number)
    if len(sums) > 1:
        sums.pop(ALL, None)
    return sums
