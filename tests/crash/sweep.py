"""Fails small runs at every single call that touches the disk, and looks what is left.

    python -m tests.crash.sweep [--step NAME]... [--sample N] [--seed S]

For each call of a step (first ingest, ingest, rebuild, reextract) and each way in which it can fail
(nothing, 4 KiB or 64 KiB of it, all of it and then death; ENOSPC; EIO):

- a snapshot, if there is one, opens and holds what one of the undisturbed run's snapshots held;
- a run that goes on after an error ends with one of parley's own errors, or has done everything;
- the same run, started again, ends well within 10 seconds and without anybody's help;
- then the content equals that of the undisturbed run, and the doctor finds nothing.

`--sample N` takes N of the points, evenly spread and always the same for a seed.
"""

# ruff: noqa: T201  # what a command prints is its result

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from tests.crash import shim
from tests.crash.children import Child, in_child
from tests.crash.shim import Call, Mode
from tests.crash.steps import STEPS, Content, content_of, difference, error_of, warm_up
from warehouse.doctor import Level, examine
from warehouse.home import Home

HEALTHY_SECONDS = 10.0
_TIMES = 4  # what the next run may take longer than usual, where all runs take that long


class Place(NamedTuple):
    """Where a step is run: the home, the pages beside it, and what is noted about the run."""

    folder: Path

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def pages(self) -> Path:
        return self.folder / "pages"

    @property
    def trace(self) -> Path:
        return self.folder / "trace"

    def copied_to(self, folder: Path) -> Place:
        shutil.copytree(self.folder, folder)
        return Place(folder)


class Undisturbed(NamedTuple):
    """What a step does when it is left alone."""

    calls: list[Call]
    contents: list[Content | None]  # of each snapshot that was in place, the one before included


class Point(NamedTuple):
    """One disturbance."""

    step: str
    mode: Mode
    call: Call


class Seen(NamedTuple):
    """What came of a disturbance."""

    point: Point
    how: str  # died, an error's name, or done
    seconds: float  # of the run that followed
    faults: tuple[str, ...]


def main(arguments: Sequence[str]) -> int:
    options = _options(arguments)
    if reason := shim.why_not():
        print(f"skipped: {reason}")
        return 0
    if not shim.is_preloaded():
        return shim.run_preloaded("tests.crash.sweep", *arguments)
    warm_up()
    room = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108  # speed; nothing secret
    with tempfile.TemporaryDirectory(prefix="parley-sweep-", dir=room) as folder:
        return max([_report(_swept(name, Path(folder) / name, options)) for name in options.step])


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.crash.sweep")
    parser.add_argument("--step", action="append", choices=list(STEPS))
    parser.add_argument("--sample", type=int, help="points for each step; by default all")
    parser.add_argument("--seed", type=int, default=6)
    options = parser.parse_args(arguments)
    options.step = options.step or list(STEPS)
    return options


def _swept(step: str, folder: Path, options: argparse.Namespace) -> list[Seen]:
    prepared = Place(folder / "prepared")
    prepared.home.mkdir(parents=True)
    in_child(partial(STEPS[step].prepare, prepared.home, prepared.pages))
    undisturbed = in_child(partial(_undisturbed, step, prepared, folder / "disturbed"))
    shutil.rmtree(folder / "disturbed")
    points = _points(step, undisturbed.calls)
    if options.sample:
        points = _sampled(points, options.sample, options.seed)
    print(f"{step}: {len(undisturbed.calls)} calls, {len(points)} points", flush=True)
    seen = []
    for number, point in enumerate(points, start=1):
        place = prepared.copied_to(folder / "disturbed")
        seen.append(_disturbed(point, place, undisturbed))
        shutil.rmtree(place.folder)
        for fault in seen[-1].faults:
            print(f"! {step} {number}, {point.mode.name} at {point.call}: {fault}", flush=True)
    return seen


def _points(step: str, calls: Sequence[Call]) -> list[Point]:
    return [
        Point(step, mode, call)
        for call in calls
        for mode in shim.modes_of(call, is_last=call is calls[-1])
    ]


def _sampled(points: list[Point], count: int, seed: int) -> list[Point]:
    """Every kth, from a random one on: all parts of the run are met."""
    stride = max(1, len(points) // count)
    first = random.Random(seed).randrange(stride)  # noqa: S311  # reproducible, no secret
    return points[first::stride][:count]


def _undisturbed(step: str, prepared: Place, folder: Path) -> Undisturbed:
    """Run a step, keeping the content of every snapshot that it puts in place."""
    place = prepared.copied_to(folder)
    contents, rename = [content_of(place.home / "warehouse.duckdb")], os.rename

    def renamed(source: Any, target: Any, **more: Any) -> None:
        rename(source, target, **more)
        if Path(target).name == "warehouse.duckdb":
            contents.append(content_of(Path(target)))

    os.rename = renamed
    shim.arm(place.home, Mode.COUNT, -1, place.trace)
    STEPS[step].run(place.home, place.pages)
    return Undisturbed(shim.read_trace(place.trace), contents)


def _disturbed(point: Point, place: Place, undisturbed: Undisturbed) -> Seen:
    ended = Child(partial(_failing, point, place)).wait()
    how = "died" if ended.code == shim.DIED else (ended.value or "done")
    if ended.code not in (0, shim.DIED):
        return Seen(point, "crashed", 0, (f"the run ended with {ended.code}",))
    checked = Child(partial(_left_behind, place, undisturbed, is_done=how == "done")).wait()
    again = Child(partial(STEPS[point.step].run, place.home, place.pages)).wait()
    healed = Child(partial(_healed, place, undisturbed)).wait()
    faults = _faults(checked, again, healed)
    if again.seconds > HEALTHY_SECONDS and again.seconds > _TIMES * _usual_seconds(point, place):
        faults.append(f"the next run took {again.seconds:.1f} s")
    return Seen(point, how, again.seconds, tuple(faults))


def _usual_seconds(point: Point, place: Place) -> float:
    """What a run takes just now: a busy machine is no fault, waiting is."""
    return Child(partial(STEPS[point.step].run, place.home, place.pages)).wait().seconds


def _failing(point: Point, place: Place) -> str | None:
    shim.arm(place.home, point.mode, point.call.number, place.trace)
    return error_of(partial(STEPS[point.step].run, place.home, place.pages))


def _left_behind(place: Place, undisturbed: Undisturbed, *, is_done: bool) -> list[str]:
    found = content_of(place.home / "warehouse.duckdb")
    if is_done and found != undisturbed.contents[-1]:
        return [f"done as it says, yet {difference(found, undisturbed.contents[-1])}"]
    if found not in undisturbed.contents:
        return ["readers see neither the last good content nor that of the run"]
    return []


def _healed(place: Place, undisturbed: Undisturbed) -> list[str]:
    found = content_of(place.home / "warehouse.duckdb")
    wrong = [str(it) for it in examine(Home.open(place.home)) if it.level is not Level.OK]
    if found != undisturbed.contents[-1]:
        wrong.append(f"after the next run {difference(found, undisturbed.contents[-1])}")
    if left := [path.name for path in place.home.glob("staging*")]:
        wrong.append(f"{left} is left behind")
    return wrong


def _faults(checked: Any, again: Any, healed: Any) -> list[str]:
    faults = []
    for what, ended in (("look at it", checked), ("run it again", again), ("look again", healed)):
        if ended.code:
            faults.append(f"{what}: ended with {ended.code}")
        faults += ended.value or ()
    return faults


def _report(seen: Sequence[Seen]) -> int:
    """The table: a line for each step and mode."""
    print(
        f"\n{'step':13} {'mode':9} {'points':>6} {'died':>5} {'error':>5} {'done':>5}"
        f" {'slowest':>8} {'faults':>6}"
    )
    for step, mode in dict.fromkeys((it.point.step, it.point.mode) for it in seen):
        group = [it for it in seen if (it.point.step, it.point.mode) == (step, mode)]
        how = Counter(it.how if it.how in ("died", "done") else "error" for it in group)
        print(
            f"{step:13} {mode.name:9} {len(group):6} {how['died']:5} {how['error']:5}"
            f" {how['done']:5} {max(it.seconds for it in group):6.2f} s"
            f" {sum(bool(it.faults) for it in group):6}"
        )
    faulty = sum(bool(it.faults) for it in seen)
    print(f"{len(seen)} points, {faulty} faulty")
    return int(faulty > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
