"""Batches side by side in worker processes: reading keeps a processor busy, it does not wait."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Protocol, TypeVar

from extractors.errors import InterruptedRunError
from flows.ingesting import BatchSummary
from flows.runs import Each, Refs

R = TypeVar("R", covariant=True)


class Pending(Protocol[R]):
    """What a submitted batch gives back: a future of the standard library's, or Prefect's."""

    def result(self) -> R: ...


def each_in_processes(count: int) -> Each:
    """A mapper over `count` processes; for one process it is `map` itself."""
    if count == 1:
        return map

    def each(
        work: Callable[[Refs], BatchSummary], batches: Iterable[Refs]
    ) -> Iterator[BatchSummary]:
        context = get_context("spawn")
        with ProcessPoolExecutor(count, context, initializer=_leave_signals_to_parent) as pool:

            def submit(batch: Refs) -> Future[BatchSummary]:
                return pool.submit(work, batch)

            try:
                yield from windowed(submit, batches, width=count)
            except BrokenProcessPool as error:
                raise InterruptedRunError(
                    "a worker process died, perhaps for want of memory; what was committed is "
                    "whole. Run the same command again, with fewer PARLEY_WORKERS"
                ) from error

    return each


def windowed(
    submit: Callable[[Refs], Pending[BatchSummary]], batches: Iterable[Refs], width: int
) -> Iterator[BatchSummary]:
    """Results in order, with no more than `width` batches drawn and not yet done. Whatever was
    drawn is waited for, so a run that stops drawing still knows the end of all that it began.
    """
    pending: deque[Pending[BatchSummary]] = deque()
    for batch in batches:
        pending.append(submit(batch))
        if len(pending) >= width:
            yield pending.popleft().result()
    while pending:
        yield pending.popleft().result()


def _leave_signals_to_parent() -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
