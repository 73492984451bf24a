"""Prints the table of behaviours with the outcomes of one run, and that of feeds with older pages
with what a backfill lists of each.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from tests.faults.behaviours import behaviours
from tests.faults.paging import listed, paged_feeds, told
from tests.faults.running import run_all


def main() -> int:
    return max(of_pages(), of_feeds())


def of_pages() -> int:
    table = list(behaviours())
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        ended = run_all(table, Path(folder))
    for it in table:
        code, detail = ended[it.name]
        sign = " " if code == it.outcome else "!"
        print(f"{sign} {it.name:28} {code:30} {detail or ''}")  # noqa: T201
    seconds = time.monotonic() - started
    print(f"{len(table)} behaviours in {seconds:.1f} s")  # noqa: T201
    return int(any(ended[it.name][0] != it.outcome for it in table))


def of_feeds() -> int:
    table = list(paged_feeds())
    ways = {name: told(refs) for name, refs in listed(table).items()}
    for it in table:
        count, ending, detail = ways[it.name]
        sign = " " if (count, ending) == (it.listed, it.ending) else "!"
        print(f"{sign} {it.name:28} {count:3} listed  {ending:28} {detail}")  # noqa: T201
    print(f"{len(table)} feeds with older pages")  # noqa: T201
    return int(any(ways[it.name][:2] != (it.listed, it.ending) for it in table))


if __name__ == "__main__":
    sys.exit(main())
