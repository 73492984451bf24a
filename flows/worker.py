"""The process that reads pages for a parent, one after the other, and ends when the parent does.

Started by flows/workers.py, which keeps the limits; the kernel keeps wider ones here, so that a
worker that hangs ends even if its parent is gone. It works with its parent's references alone.
"""

from __future__ import annotations

import os
import pickle
import resource
import signal
import sys
from functools import partial
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from extractors.references import References

MEMORY_SPENT = 77  # exit status of a worker that was refused memory
READY = b"ready"
#: Times as long by the clock as computing: that others keep the machine busy is no page's fault.
PATIENCE = 3
_SLACK_SECONDS = 5  # beyond the parent's limits, which come first as long as there is a parent
_SLACK_MEMORY = 2  # times: address space is taken in larger steps than it is used


class Limits(NamedTuple):
    """For one page, beyond what a worker needs before it has seen one."""

    seconds: float  # of computing
    memory_bytes: int


def main() -> None:
    """Serve the parent at the other end of the descriptor that the command line names."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)  # they mean the parent, which finishes its batch
    try:
        _serve(Connection(int(sys.argv[1])))
    except (EOFError, ConnectionError):
        os._exit(0)  # the parent has closed, or is gone


def _serve(parent: Connection) -> None:
    told = parent.recv_bytes()
    limits, references = pickle.loads(told)  # noqa: S301  # from our parent
    _warm_up(references)
    _bound_memory(limits.memory_bytes * _SLACK_MEMORY)
    parent.send_bytes(READY)
    while True:
        asked = parent.recv_bytes()
        _set_alarms(limits.seconds + _SLACK_SECONDS)
        answer = _answer(asked, references)
        _set_alarms(0)
        parent.send_bytes(answer)


def _set_alarms(seconds: float) -> None:
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, seconds * PATIENCE)


def _warm_up(references: References) -> None:
    """What the first page would otherwise wait for."""
    from extractors import extracting, reading  # noqa: F401  # to be loaded
    from extractors.parsing.names.gazetteer import gazetteer

    gazetteer(references)


def _bound_memory(beyond: int) -> None:
    """Bound the address space; and a crash leaves no file behind."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    space = bytes_used(os.getpid(), _SPACE)
    if space is not None:
        most = space + beyond
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


_SPACE, RESIDENT = 0, 1  # columns of /proc/<pid>/statm, see proc_pid_statm(5)


def bytes_used(pid: int, column: int = RESIDENT) -> int | None:
    """Bytes that a process has in use; None where the system does not say (only Linux does)."""
    try:
        with open(f"/proc/{pid}/statm", encoding="ascii") as statm:  # noqa: PTH123  # at every look
            return int(statm.read().split()[column]) * resource.getpagesize()
    except (OSError, IndexError, ValueError):
        return None


def seconds_worked(pid: int) -> float | None:
    """Seconds that a process has computed; None where the system does not say (only Linux does)."""
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as stat:  # noqa: PTH123
            columns = stat.read().rpartition(")")[2].split()
        return (int(columns[_USER_TIME]) + int(columns[_USER_TIME + 1])) / os.sysconf("SC_CLK_TCK")
    except (OSError, IndexError, ValueError):
        return None


_USER_TIME = 11  # column of /proc/<pid>/stat after the name; the kernel's for it follows


def _answer(asked: bytes, references: References) -> bytes:
    from flows.edge import at_edge

    try:
        step, value = pickle.loads(asked)  # noqa: S301  # from our parent
        return pickle.dumps(at_edge(partial(_within_memory, step, value, references)))
    except MemoryError:
        os._exit(MEMORY_SPENT)


def _within_memory(step: Any, value: Any, references: References) -> Any:
    """A process that was once refused memory is not worked with any longer."""
    try:
        return step(value, references)
    except MemoryError:
        os._exit(MEMORY_SPENT)


if __name__ == "__main__":
    main()
