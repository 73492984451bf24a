"""Runs a call of the warehouse and kills itself before the Nth fsync or rename.

    python dying.py HOME CALL N     CALL: append, publish, rebuild

Ends by SIGKILL at point N, or with 0 when there are fewer points.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.warehouse.made_batches import made_batch
from warehouse.home import Home
from warehouse.log import append
from warehouse.publishing import publish, rebuild


def main(place: str, call: str, point: str) -> None:
    home, left = Home.open(Path(place)), [int(point)]

    def dying(original: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*args: Any, **named: Any) -> Any:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return original(*args, **named)

        return counted

    for name in ("fsync", "rename"):
        setattr(os, name, dying(getattr(os, name)))
    calls: dict[str, Callable[[], object]] = {
        "append": lambda: append(home, made_batch("d", "e", run="dying", closing=True)),
        "publish": lambda: publish(home),
        "rebuild": lambda: rebuild(home),
    }
    calls[call]()


if __name__ == "__main__":
    main(*sys.argv[1:])
