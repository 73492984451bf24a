"""Hosts side by side, the references of one host one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def side_by_side(
    values: Sequence[T], lane_of: Callable[[T], str], step: Callable[[T], R], width: int
) -> list[R]:
    """What the step gives for each value, in order. Values of one lane never run at once; those of
    the lane "" run in this thread.
    """
    lanes: dict[str, list[int]] = {}
    for place, value in enumerate(values):
        lanes.setdefault(lane_of(value), []).append(place)
    ends: dict[int, R] = {}

    def run(places: list[int]) -> None:
        for place in places:
            ends[place] = step(values[place])

    here = lanes.pop("", [])
    if not lanes:
        run(here)
        return list(ends.values())
    with ThreadPoolExecutor(min(width, len(lanes))) as threads:
        runs = [threads.submit(run, places) for places in lanes.values()]
        run(here)
    for done in runs:
        done.result()  # raises what the step raised
    return [ends[place] for place in range(len(values))]
