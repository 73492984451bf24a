"""How reading time grows with the text: a ratio, so that slow machines pass."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

#: Four times the text takes 4 times as long where reading is linear, 16 where it is quadratic.
LINEAR = 10.0


def is_linear(read: Callable[[int], object], size: int = 12_000) -> bool:
    """Whether four times the text takes about four times as long, looked at up to three times."""
    return any(growth(read, size, tries) < LINEAR for tries in (1, 2, 3))


def growth(read: Callable[[int], object], size: int, tries: int) -> float:
    """How many times longer four times the text takes, the best of some tries each."""
    return seconds(read, 4 * size, tries) / max(seconds(read, size, tries), 5e-4)


def seconds(read: Callable[[int], object], size: int, tries: int) -> float:
    """Processor time for a text of a size, garbage collection aside; the best of some tries."""
    gc.disable()
    try:
        return min(_timed(read, size) for _ in range(tries))
    finally:
        gc.enable()


def _timed(read: Callable[[int], object], size: int) -> float:
    start = time.process_time()
    read(size)
    return time.process_time() - start
