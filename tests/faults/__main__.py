"""Prints the table of behaviours with the outcomes of one run."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from tests.faults.behaviours import behaviours
from tests.faults.running import run_all


def main() -> int:
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


if __name__ == "__main__":
    sys.exit(main())
