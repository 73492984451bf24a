"""20 publishes under 8 reader processes with 1,000 queries each.

    python -m tests.crash.readers [--publishes N] [--readers N] [--queries N]

Each query holds tables against each other (invariants.py), on a connection that is opened anew
every tenth time; no reader may meet an error, a mixed state or one that goes back.
"""

# ruff: noqa: T201  # what a command prints is its result

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from tests.crash.children import Child, in_child
from tests.crash.invariants import read_times
from tests.crash.steps import warm_up
from tests.warehouse.made_batches import made_batch
from warehouse.home import Home
from warehouse.log import append
from warehouse.publishing import publish


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.crash.readers")
    parser.add_argument("--publishes", type=int, default=20)
    parser.add_argument("--readers", type=int, default=8)
    parser.add_argument("--queries", type=int, default=1000)
    options = parser.parse_args(arguments)
    warm_up()
    with tempfile.TemporaryDirectory(prefix="parley-readers-") as folder:
        home, started = Path(folder) / "home", time.monotonic()
        in_child(partial(_grow, home, range(1)))
        readers = [
            Child(partial(read_times, home, options.queries)) for _ in range(options.readers)
        ]
        publisher = Child(partial(_grow, home, range(1, options.publishes + 1)))
        ended = [child.wait(3600) for child in (publisher, *readers)]
    faults = [f"a process ended with {it.code}" for it in ended if it.code]
    answers = [it.value for it in ended[1:] if it.value]
    faults += [fault for _, found in answers for fault in found]
    print(
        f"{options.publishes} publishes, {sum(count for count, _ in answers)} queries of "
        f"{len(readers)} readers in {time.monotonic() - started:.1f} s, the publishes in "
        f"{ended[0].seconds:.1f} s: {len(faults)} faults"
    )
    for fault in faults:
        print(f"! {fault}")
    return int(bool(faults))


def _grow(home: Path, numbers: range) -> None:
    """Append two batches and publish them, so many times."""
    opened = Home.open(home)
    for number in numbers:
        for part in "ab":
            append(opened, made_batch(f"{number}{part}", run=f"run-{number}{part}", closing=True))
        publish(opened)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
