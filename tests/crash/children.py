"""Forks children of a process that has everything imported, and brings back what they return.

Starting Python and importing DuckDB, Arrow and the readers takes a second; a fork takes none of it.
The parent must run no threads, so it never opens a database while children are forked.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable
from typing import Any, NamedTuple

MOST_SECONDS = 120.0


class Ended(NamedTuple):
    """How a child ended: its exit code (negative: the signal), and what it returned if it did."""

    code: int
    value: Any
    seconds: float


class Child:
    """A forked process that runs one function."""

    def __init__(self, run: Callable[[], object]) -> None:
        self._started = time.monotonic()
        self._pipe, theirs = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self._pipe)
            _run_and_leave(run, theirs)
        os.close(theirs)

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)

    def wait_or_kill(self, due: float) -> Ended:
        """Wait until that moment of the monotonic clock, then kill it."""
        return self.wait(max(0.0, due - time.monotonic()))

    def wait(self, seconds: float = MOST_SECONDS) -> Ended:
        """Wait for its end; whoever takes longer is killed."""
        answer = self._answer(seconds)
        code = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        value = pickle.loads(answer) if answer and code == 0 else None  # noqa: S301  # our child's
        return Ended(code, value, time.monotonic() - self._started)

    def _answer(self, seconds: float) -> bytes:
        parts, until = [], time.monotonic() + seconds
        while select.select([self._pipe], [], [], max(0.0, until - time.monotonic()))[0]:
            part = os.read(self._pipe, 1 << 20)
            if not part:
                break
            parts.append(part)
        else:
            self.kill()
        os.close(self._pipe)
        return b"".join(parts)


def _run_and_leave(run: Callable[[], object], pipe: int) -> None:
    """Never returns: a child must not go on with what its parent was doing."""
    try:
        with os.fdopen(pipe, "wb") as answer:
            pickle.dump(run(), answer)
        os._exit(0)
    except BaseException:  # noqa: BLE001  # whatever it was, it ends here
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)


def in_child(run: Callable[[], object]) -> Any:
    """What a function returns in a child; raises RuntimeError where it fails there."""
    ended = Child(run).wait()
    if ended.code:
        raise RuntimeError(f"a child ended with {ended.code} after {ended.seconds:.1f} s")
    return ended.value
