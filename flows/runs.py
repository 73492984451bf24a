"""A run: references in batches, the pages of a batch over the workers, then the ledger's row, then
the snapshot. How batches are mapped over is handed in, so that Prefect can do it too.
"""

from __future__ import annotations

import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from secrets import token_hex
from types import FrameType

from pydantic import ConfigDict

from extractors.errors import InterruptedRunError, ParleyError, RejectLimitError
from extractors.references import read_references
from extractors.values import Value
from flows.comparing import compare
from flows.ingesting import BatchSummary, DateRange, Work, ingest_batch, lane_of, tally
from flows.lanes import interleaved
from flows.listing import distinct
from flows.settings import Settings
from flows.sourceref import RejectReason, SourceRef
from flows.web.client import Web
from flows.workers import Workers
from warehouse.home import Home
from warehouse.log import append, batch_ids
from warehouse.publishing import publish
from warehouse.records import Batch, Outcome, OutcomeCode, Run

Refs = tuple[SourceRef, ...]
#: Applies work to each batch that it draws; as `map` does, or as Prefect tasks (flows/tracked.py).
Each = Callable[[Callable[[Refs], BatchSummary], Iterable[Refs]], Iterable[BatchSummary]]
#: Looks on as summaries come, of so many references in all; as flows/progress.py does.
Watch = Callable[[Iterable[BatchSummary], int], Iterable[BatchSummary]]


class RunSummary(Value):
    """What a run did, for people to read."""

    model_config = ConfigDict(arbitrary_types_allowed=True)  # for the error

    run: Run
    batches: BatchSummary
    home: str
    interrupted: bool = False
    reject_limit: float = 1
    unpublished: ParleyError | None = None  # why the snapshot is still what it was before
    compared_count: int = 0  # pages that gave another article beside others of their outlet

    @property
    def rejected_count(self) -> int:
        """References that failed; those outside the days asked for did not."""
        wanted = f"{OutcomeCode.REJECTED}:{RejectReason.OUTSIDE_RANGE}"
        counts = self.batches.outcomes.items()
        return sum(
            count
            for code, count in counts
            if code.startswith(OutcomeCode.REJECTED) and code != wanted
        )

    def check(self) -> None:
        """Raise what a run that ended in order may still have to say by its exit code."""
        if self.unpublished:
            raise self.unpublished
        listed, rejected = self.run.listed_count, self.rejected_count
        if self.interrupted:
            raise InterruptedRunError(
                f"the run {self.run.run_id!r} was stopped; what it read is committed. "
                "Run the same command again for the rest"
            )
        if rejected > self.reject_limit * listed:
            raise RejectLimitError(
                f"{rejected} of {listed} references were rejected, above the limit of "
                f"{self.reject_limit:.0%} (PARLEY_REJECT_LIMIT); "
                f"parley outcomes {self.run.run_id} says why"
            )


def ingest_refs(
    command: str,
    refs: Iterable[SourceRef],
    settings: Settings,
    each: Each = map,
    within: DateRange | None = None,
    watch: Watch | None = None,
) -> RunSummary:
    """Ingest references as one run and publish. A signal lets the batches at work finish, leaves
    the rest `deferred`, and is reported by `RunSummary.check`.
    """
    run_id, started_at = new_run_id(), datetime.now(UTC)
    home = Home.open(settings.home)
    _take_up(home)
    with Workers(settings, read_references(settings.seeds)) as workers:
        listed = interleaved(tuple(distinct(refs)), lane_of)
        waiting = deque(_batches(listed, settings.batch_size))
        listed_count = sum(len(batch) for batch in waiting)
        _load_warehouse()
        with stopped_by_signals() as stop, Web(settings, stop=stop) as web:
            work = Work(home, run_id, workers, web, settings, within or DateRange())
            coming = each(partial(ingest_batch, work), _drawn(waiting, stop))
            summaries = list(watch(coming, listed_count) if watch else coming)
        left = _deferred(run_id, waiting)
        run = closed_run(command, run_id, started_at, listed_count)
        append(home, Batch(run_id=run_id, outcomes=left, run=run))
        summary = RunSummary(
            run=run,
            batches=sum(summaries, BatchSummary(outcomes=tally(left))),
            home=str(home.path),
            interrupted=stop.is_set(),
            reject_limit=settings.reject_limit,
        )
        return settled(summary, workers, settings)


def settled(
    summary: RunSummary, workers: Workers, settings: Settings, *, everything: bool = False
) -> RunSummary:
    """The run with its end: published, and if it was not stopped, the pages of its outlets (or of
    all) compared with each other and what changed published too.
    """
    home, run_id, changed = Home.open(settings.home), summary.run.run_id, 0
    error = why_unpublished(home)
    if error is None and not summary.interrupted:
        try:
            changed = compare(home, run_id, workers, settings.batch_size, everything=everything)
        except ParleyError as left_undone:
            error = left_undone
        else:
            error = why_unpublished(home) if changed else None
    return summary.model_copy(update={"unpublished": error, "compared_count": changed})


def _take_up(home: Home) -> None:
    """Publish what a killed run committed, so that this one knows it. What keeps it from being
    published is told at the end.
    """
    if batch_ids(home):
        why_unpublished(home)


def _load_warehouse() -> None:
    """Load what will be needed while the first worker loads what it needs."""
    import duckdb  # noqa: F401
    import pyarrow.parquet  # noqa: F401


def why_unpublished(home: Home) -> ParleyError | None:
    """Publish; what keeps the snapshot as it was is told after what the run did."""
    try:
        publish(home)
    except ParleyError as error:
        return error
    return None


def new_run_id() -> str:
    """Sortable by time and never the same twice: 20250723T031500Z-1f9a3c."""
    return f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{token_hex(3)}"


def _batches(refs: Refs, size: int) -> Iterator[Refs]:
    return (refs[start : start + size] for start in range(0, len(refs), size))


def _drawn(waiting: deque[Refs], stop: threading.Event) -> Iterator[Refs]:
    while waiting and not stop.is_set():
        yield waiting.popleft()


def _deferred(run_id: str, waiting: Iterable[Refs]) -> tuple[Outcome, ...]:
    return tuple(
        Outcome(
            run_id=run_id,
            reference=ref.reference,
            source=ref.source,
            code=OutcomeCode.DEFERRED,
            reason="interrupted",
            at=datetime.now(UTC),
        )
        for batch in waiting
        for ref in batch
    )


def closed_run(command: str, run_id: str, started_at: datetime, listed_count: int) -> Run:
    """The row that ends a run, now."""
    return Run(
        run_id=run_id,
        command=command,
        parley_version=version("parley"),
        started_at=started_at,
        ended_at=datetime.now(UTC),
        listed_count=listed_count,
    )


@contextmanager
def stopped_by_signals() -> Iterator[threading.Event]:
    """Turn SIGINT and SIGTERM into an event; a second one has its usual effect. Outside the main
    thread signals cannot be had, and the event stays unset.
    """
    stop = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return
    usual = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def ask_to_stop(number: int, _frame: FrameType | None) -> None:
        stop.set()
        signal.signal(number, usual[signal.Signals(number)])

    for number in usual:
        signal.signal(number, ask_to_stop)
    try:
        yield stop
    finally:
        for number, handler in usual.items():
            signal.signal(number, handler)
