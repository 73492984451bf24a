"""Does a call of the warehouse in copies of a home, killed before its first fsync or rename, its
second, and so on, until it comes to its end.

    python dying.py HOME CALL     CALL: append, publish, rebuild

The copies stand beside the home as CALL-1, CALL-2, …; prints how many there are. The last one was
not killed.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from tests.warehouse.made_batches import made_batch
from warehouse.home import Home
from warehouse.log import append
from warehouse.publishing import publish, rebuild

CALLS: dict[str, Callable[[Home], object]] = {
    "append": lambda home: append(home, made_batch("d", "e", run="dying", closing=True)),
    "publish": publish,
    "rebuild": rebuild,
}


def main(place: str, call: str) -> None:
    for point in count(1):
        copy = shutil.copytree(place, Path(place).with_name(f"{call}-{point}"))
        if _ended(copy, call, point) != -signal.SIGKILL:
            sys.stdout.write(f"{point}\n")
            return


def _ended(home: Path, call: str, point: int) -> int:
    """The exit status of a process that kills itself before the point; nothing runs beside it."""
    child = os.fork()
    if not child:
        _arm(point)
        CALLS[call](Home.open(home))
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status not in (0, -signal.SIGKILL):
        raise SystemExit(f"{call} ended with {status} at point {point}")
    return status


def _arm(point: int) -> None:
    left = [point]

    def dying(original: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*args: Any, **named: Any) -> Any:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return original(*args, **named)

        return counted

    for name in ("fsync", "rename"):
        setattr(os, name, dying(getattr(os, name)))


if __name__ == "__main__":
    main(*sys.argv[1:])
