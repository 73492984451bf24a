"""How reading time grows with the text: a ratio, so that slow machines pass."""

from __future__ import annotations

import time
from collections.abc import Callable


def growth(read: Callable[[int], object], size: int = 12_000) -> float:
    """How many times longer four times the text takes; the best of three tries."""
    return min(_seconds(read, 4 * size) / max(_seconds(read, size), 1e-4) for _ in range(3))


def _seconds(read: Callable[[int], object], size: int) -> float:
    start = time.perf_counter()
    read(size)
    return time.perf_counter() - start
