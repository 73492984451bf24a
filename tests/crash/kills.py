"""Kills two writers at random moments, 500 times, while readers read all along.

    python -m tests.crash.kills [--count N] [--seed S] [--readers N]

Two writers share a home. Each lives a life at a time: an ingest of two pages of its own, a publish,
a rebuild, or a reextract of all (by turns of a seeded die), until SIGKILL meets it at a random
moment or it ends by itself. The readers open the snapshot again and again and hold tables against
each other. Every tenth kill the writers rest, and the warehouse must heal by one publish within 10
seconds: no batch that was ever committed is missing, the doctor finds nothing (so every row of the
log is there once), and a rebuild gives the same content.
"""

# ruff: noqa: T201  # what a command prints is its result

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from extractors.errors import LockHeldError
from tests.crash.children import Child, in_child
from tests.crash.invariants import read_until
from tests.crash.steps import content_of, error_of, ingest, run_reextract, warm_up
from warehouse.doctor import Level, examine
from warehouse.home import Home
from warehouse.log import batch_ids
from warehouse.publishing import publish, rebuild

HEALTHY_SECONDS = 10.0
_REST_AFTER = 10  # kills
_LONGEST_LIFE = 1.6  # seconds until the kill, at most
_WORK = ("ingest", "ingest", "ingest", "publish", "rebuild", "reextract")


class Life(NamedTuple):
    """What a writer sets out to do, and when it is killed."""

    work: str
    number: int
    seconds: float


class Tally(NamedTuple):
    """What came of all lives, and what was wrong."""

    killed: Counter[str]
    survived: Counter[str]
    healing: list[float]  # seconds of each publish after a rest
    faults: list[str]


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.crash.kills")
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--readers", type=int, default=2)
    options = parser.parse_args(arguments)
    warm_up()
    with tempfile.TemporaryDirectory(prefix="parley-kills-") as folder:
        return _report(_killed(Path(folder), options))


def _killed(folder: Path, options: argparse.Namespace) -> Tally:
    home = folder / "home"
    tally = Tally(Counter(), Counter(), [], [])
    in_child(partial(_do, Life("ingest", 0, 0), home))
    stop = folder / "stop"
    readers = [Child(partial(read_until, home, stop)) for _ in range(options.readers)]
    lives, committed = _lives(options.seed), set[str]()
    while tally.killed.total() < options.count:
        _live_until_rest(home, lives, tally, min(_REST_AFTER, options.count))
        committed = _rest(home, committed, tally)
    stop.touch()
    for reader in readers:
        ended = reader.wait()
        tally.faults.extend(
            ended.value[1] if ended.value else [f"a reader ended with {ended.code}"]
        )
        tally.survived["reads"] += ended.value[0] if ended.value else 0
    return tally


def _lives(seed: int) -> Callable[[], Life]:
    die, numbers = random.Random(seed), iter(range(1, 1 << 30))  # noqa: S311  # reproducible

    def following() -> Life:
        return Life(die.choice(_WORK), next(numbers), die.uniform(0, _LONGEST_LIFE))

    return following


def _live_until_rest(home: Path, lives: Callable[[], Life], tally: Tally, count: int) -> None:
    """Two writers at a time, each with a life of its own, until so many were killed."""
    writers: dict[Child, tuple[Life, float]] = {}
    until = tally.killed.total() + count
    while tally.killed.total() < until or writers:
        while len(writers) < 2 and tally.killed.total() < until:
            life = lives()
            writers[Child(partial(_do, life, home))] = (life, time.monotonic() + life.seconds)
        child = min(writers, key=lambda it: writers[it][1])
        life, due = writers.pop(child)
        ended = child.wait_or_kill(due)
        _note(life, ended.code, tally)


def _note(life: Life, code: int, tally: Tally) -> None:
    if code == -9:
        tally.killed[life.work] += 1
    elif code == 0:
        tally.survived[life.work] += 1
    else:
        tally.faults.append(f"{life} ended with {code}")


def _do(life: Life, home: Path) -> str | None:
    if life.work == "ingest":
        pages = home.with_name(f"pages-{life.number}")
        _write_pages(pages, life.number)
        return error_of(partial(ingest, home, pages), LockHeldError)
    work: dict[str, Callable[[], object]] = {
        "publish": lambda: publish(Home.open(home)),
        "rebuild": lambda: rebuild(Home.open(home)),
        "reextract": lambda: run_reextract(home),
    }
    return error_of(work[life.work], LockHeldError)


def _write_pages(folder: Path, number: int) -> None:
    folder.mkdir()
    for name in "ab":
        (folder / f"{name}.txt").write_text(
            f"Swap {number}{name}\n\n24 July 2025\n\nRussia and Ukraine exchanged {number + 10} "
            f"prisoners of war each on Thursday, both ministries said.\n\nReport {number}{name} "
            "gives no names.",
            encoding="utf-8",
        )


def _rest(home: Path, committed: set[str], tally: Tally) -> set[str]:
    """Nobody writes: the warehouse heals and is looked at."""
    healed = Child(partial(_heal, home)).wait()
    if healed.code:
        tally.faults.append(f"healing ended with {healed.code}")
        return committed
    tally.healing.append(healed.value[0])
    if healed.value[0] > HEALTHY_SECONDS:
        tally.faults.append(f"healing took {healed.value[0]:.1f} s")
    tally.faults.extend(healed.value[1])
    ids = set(batch_ids(Home.open(home)))
    if lost := committed - ids:
        tally.faults.append(f"batches are lost: {sorted(lost)}")
    return ids


def _heal(home: Path) -> tuple[float, list[str]]:
    """One publish, then the doctor, then a rebuild to compare with."""
    opened, started = Home.open(home), time.monotonic()
    publish(opened)
    seconds = time.monotonic() - started
    found = content_of(opened.snapshot)
    wrong = [str(it) for it in examine(opened) if it.level is not Level.OK]
    rebuild(opened)
    if content_of(opened.snapshot) != found:
        wrong.append("published and rebuilt differ")
    return seconds, wrong


def _report(tally: Tally) -> int:
    print(f"{'work':10} {'killed':>6} {'ended':>6}")
    for work in dict.fromkeys(_WORK):
        print(f"{work:10} {tally.killed[work]:6} {tally.survived[work]:6}")
    print(
        f"{tally.killed.total()} kills; {tally.survived['reads']} reads; {len(tally.healing)} "
        f"publishes to heal, the slowest {max(tally.healing, default=0):.2f} s"
    )
    for fault in tally.faults:
        print(f"! {fault}")
    return int(bool(tally.faults))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
