"""Names of events: readable, and made of what the event's facts say, never of when they came."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from extractors.linking.gathering import Gathering


def named(events: Sequence[Gathering], block: str) -> dict[int, str]:
    """The id of each event of a block, by the event's identity in memory.

    prisoner_exchange/RUS-UKR/2025-05-24; a second one of that day gets -2, the greater is first.
    """
    names: dict[int, str] = {}
    taken: dict[str, int] = {}
    for event in sorted(events, key=_order):
        label = _label(event)
        taken[label] = taken.get(label, 0) + 1
        number = f"-{taken[label]}" if taken[label] > 1 else ""
        names[id(event)] = f"{block}/{label}{number}"
    return names


def _order(event: Gathering) -> tuple[object, ...]:
    late = date.max
    numbers = [figure.number or 0 for it in event.profiles for figure in it.figures.values()]
    return (
        event.start or late,
        -max(numbers, default=0),
        event.first_told or late,
        min(fact.fact_id for fact, _, _ in event.members),
    )


def _label(event: Gathering) -> str:
    first, start, end = event.first, event.start, event.end
    formula = _only(it.formula for it in event.profiles)
    if start and end and not (event.is_period and formula):
        return _period(start, end) if event.is_period else start.isoformat()
    if formula:
        return formula
    if first.month_day:
        return f"XXXX-{first.month_day}"
    if ordinal := _only(str(it.ordinal) for it in event.profiles if it.ordinal):
        return f"no-{ordinal}"
    told = event.first_told
    return f"told-{told.isoformat()}" if told else "undated"


def _only(said: Iterable[str | None]) -> str | None:
    return min((it for it in said if it), default=None)


def _period(start: date, end: date) -> str:
    """2025-05 for a whole month, 2025 for a year, else both days."""
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{start.year}"
    last = (end - start).days
    if start.day == 1 and start.month == end.month and last >= 27:
        return f"{start:%Y-%m}"
    return f"{start.isoformat()}..{end.isoformat()}"
