"""Pages mapped over worker processes that can be killed: what a page does to its reader ends there.

A worker that takes too long or too much memory is killed, one that dies is replaced, and the page
gets a coded rejection. (Not pebble's pool, 5.2.3: it breaks for good when an idle worker is killed,
as the kernel does for want of memory, and it imports the parent's main program in each worker.)
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from queue import LifoQueue
from typing import Any, Self, TypeVar

from extractors.errors import ConfigurationError, InterruptedRunError
from extractors.references import References
from flows.edge import at_edge
from flows.settings import MEBIBYTE, Settings
from flows.sourceref import Rejection, RejectReason
from flows.worker import MEMORY_SPENT, PATIENCE, READY, Limits, bytes_used, seconds_worked

T = TypeVar("T")
R = TypeVar("R")
#: A function of a module, or a partial of one: workers import it by its name.
Step = Callable[[T, References], R]

#: How a page can end its worker.
FATAL = frozenset({RejectReason.CLEAN_TIMEOUT, RejectReason.CLEAN_MEMORY, RejectReason.WORKER_DIED})
PAGES_A_WORKER = 8  # fewer are read by one worker before another has started
_LOOK_SECONDS = 0.05  # how often memory is looked at; no page fills a gigabyte in that time
_START_SECONDS = 120  # a worker is ready within one, on an idle machine


class Workers:
    """A pool of workers for one run; the last used is used first, so few pages start few."""

    def __init__(self, settings: Settings, references: References) -> None:
        limits = Limits(settings.page_seconds, settings.page_memory_mb * MEBIBYTE)
        told = pickle.dumps((limits, references))
        self._closed = False
        self._workers = [_Worker(limits, told) for _ in range(settings.workers)]
        self._resting: LifoQueue[_Worker] = LifoQueue()
        for worker in self._workers:
            self._resting.put(worker)

    def __enter__(self) -> Self:
        self._workers[-1].start()  # it loads while the parent lists and fetches
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End all workers, also those at work."""
        self._closed = True
        for worker in self._workers:
            worker.stop()

    def map(self, step: Step[T, R], values: Sequence[T]) -> list[R | Rejection]:
        """What the step gives for each value, in order; a rejection where it failed or was stopped.

        May be called from several threads at once; they share the workers.
        """
        return list(self.each(step, values))

    def each(self, step: Step[T, R], values: Sequence[T]) -> Iterator[R | Rejection]:
        """The same as it comes; who does not draw all of it ends the workers."""
        lanes = min(len(self._workers), -(-len(values) // PAGES_A_WORKER))
        if not lanes:
            return
        threads = ThreadPoolExecutor(lanes)
        try:
            yield from threads.map(partial(self._ask, step), values)
        except BaseException:
            self.close()  # whoever waits for a worker need not wait any longer
            raise
        finally:
            threads.shutdown(cancel_futures=True)

    def _ask(self, step: Step[T, R], value: T) -> R | Rejection:
        worker = self._resting.get()
        try:
            if not self._closed:
                answer = worker.ask(step, value)
            if self._closed:  # then it was not the page that ended the worker
                raise InterruptedRunError("reading was stopped; what was committed is whole")
            return answer
        finally:
            self._resting.put(worker)


class _Worker:
    """One process at a time, and the pipe to it. It is told its limits and references at start."""

    def __init__(self, limits: Limits, told: bytes) -> None:
        self._limits, self._told = limits, told
        self._process: subprocess.Popen[bytes] | None = None
        self._pipe: Connection
        self._is_ready = False
        self._most_memory: int | None = None

    def start(self) -> None:
        """Start the process; it becomes ready by itself, `ask` waits for it."""
        self._pipe, theirs = Pipe()
        path = os.pathsep.join(entry for entry in sys.path if entry)
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603  # our own program
                [sys.executable, "-P", "-m", "flows.worker", str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,  # standard output is for results
                env={**os.environ, "PYTHONPATH": path},
                pass_fds=[theirs.fileno()],
                process_group=0,  # Ctrl-C is for the parent
            )
        self._is_ready = False

    def stop(self) -> int:
        """End the process, if there is one, and tell its exit status."""
        if self._process is None:
            return 0
        self._pipe.close()
        self._process.kill()
        return self._process.wait()

    def ask(self, step: Step[T, R], value: T) -> R | Rejection:
        """The step's answer for a value, or how the worker ended over it."""
        process = self._ready()
        try:
            self._pipe.send((step, value))
            broken = self._watch(process)
            if broken is None:
                answer = self._pipe.recv_bytes()
                return at_edge(partial(pickle.loads, answer))
        except (EOFError, ConnectionError):
            broken = _ending(_status(process))
        self.stop()
        return broken

    def _ready(self) -> subprocess.Popen[bytes]:
        """The process, started anew if it ended, with its references loaded."""
        if self._process is None or self._process.poll() is not None:
            self.start()
        assert self._process  # noqa: S101  # since started
        if not self._is_ready:
            self._tell(self._process)
        return self._process

    def _tell(self, process: subprocess.Popen[bytes]) -> None:
        try:
            self._pipe.send_bytes(self._told)
            self._is_ready = self._pipe.poll(_START_SECONDS) and self._pipe.recv_bytes() == READY
        except (EOFError, ConnectionError):
            pass
        if not self._is_ready:
            raise ConfigurationError(
                f"a worker process did not start (exit status {_status(process)}); "
                "run parley doctor, or set PARLEY_WORKERS=1 if memory is short"
            )
        used = bytes_used(process.pid)
        self._most_memory = None if used is None else used + self._limits.memory_bytes

    def _watch(self, process: subprocess.Popen[bytes]) -> Rejection | None:
        """Wait for an answer; a rejection where time or memory ran out first."""
        deadline = time.monotonic() + self._limits.seconds * PATIENCE
        worked = seconds_worked(process.pid) or 0
        while not self._pipe.poll(_LOOK_SECONDS):
            if self._most_memory and (bytes_used(process.pid) or 0) > self._most_memory:
                return _rejected(RejectReason.CLEAN_MEMORY)
            spent = (seconds_worked(process.pid) or 0) - worked
            if spent > self._limits.seconds or time.monotonic() > deadline:
                return _rejected(RejectReason.CLEAN_TIMEOUT)
        return None


def _status(process: subprocess.Popen[Any]) -> int:
    """Exit status of a process that has let go of its pipe; minus a signal's number, if killed."""
    try:
        return process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


def _ending(status: int) -> Rejection:
    if status in (-signal.SIGALRM, -signal.SIGPROF):
        return _rejected(RejectReason.CLEAN_TIMEOUT)
    if status == MEMORY_SPENT:
        return _rejected(RejectReason.CLEAN_MEMORY)
    how = signal.strsignal(-status) if status < 0 else f"exit status {status}"
    return Rejection(reason=RejectReason.WORKER_DIED, detail=f"the worker ended over it: {how}")


def _rejected(reason: RejectReason) -> Rejection:
    detail = {
        RejectReason.CLEAN_TIMEOUT: "reading took longer than PARLEY_PAGE_SECONDS",
        RejectReason.CLEAN_MEMORY: "reading took more memory than PARLEY_PAGE_MEMORY_MB",
    }
    return Rejection(reason=reason, detail=detail[reason])
