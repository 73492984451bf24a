"""Hosts side by side, the references of one host one after the other. A lane is what values have in
common that must not be asked for at once; the lane "" has nothing to wait for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def interleaved(values: Sequence[T], lane_of: Callable[[T], str]) -> tuple[T, ...]:
    """The first of each lane, then the second of each, and so on: batches of many lanes."""
    seen: Counter[str] = Counter()
    places = []
    for value in values:
        lane = lane_of(value)
        seen[lane] += 1
        places.append(seen[lane])
    order = sorted(range(len(values)), key=places.__getitem__)
    return tuple(values[place] for place in order)


def side_by_side(
    values: Sequence[T],
    lane_of: Callable[[T], str],
    step: Callable[[T], R],
    width: int,
    leave: Callable[[T], None] | None = None,
) -> list[R]:
    """What the step gives for each value, in order; values of one lane never run at once, those of
    the lane "" in this thread. At the end of a lane its last value is left.
    """
    lanes: dict[str, list[int]] = {}
    for place, value in enumerate(values):
        lanes.setdefault(lane_of(value), []).append(place)
    ends: dict[int, R] = {}

    def run(places: list[int]) -> None:
        for place in places:
            ends[place] = step(values[place])
        if leave and places:
            leave(values[places[-1]])

    here = lanes.pop("", [])
    with ThreadPoolExecutor(max(1, min(width, len(lanes)))) as threads:
        runs = [threads.submit(run, places) for places in lanes.values()]
        run(here)
    for done in runs:
        done.result()  # raises what the step raised
    return [ends[place] for place in range(len(values))]
