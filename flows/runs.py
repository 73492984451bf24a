"""A run: references in batches, the pages of a batch over the workers, then the ledger's row, then
the snapshot. How batches are mapped over is handed in, so that Prefect can do it too.
"""

from __future__ import annotations

import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from secrets import token_hex
from types import FrameType
from typing import NamedTuple

from pydantic import ConfigDict

from extractors.errors import InterruptedRunError, ParleyError, RejectLimitError
from extractors.references import References, read_references
from extractors.values import Value
from flows.alarms import Expected
from flows.ends import BatchSummary, tally
from flows.ingesting import Work, ingest_batch, lane_of
from flows.judging import Lookout
from flows.lanes import interleaved
from flows.listing import distinct
from flows.progress import Tally, Watch
from flows.ranges import DateRange
from flows.settings import Settings
from flows.settling import settle
from flows.sourceref import RejectReason, SourceRef
from flows.visiting import listing_visits, recalled
from flows.web.client import Web
from flows.workers import Workers
from warehouse.home import Home
from warehouse.log import append, batch_ids
from warehouse.publishing import publish
from warehouse.records import Batch, Outcome, OutcomeCode, Run, RunWarning

Refs = tuple[SourceRef, ...]
#: Applies work to each batch that it draws; as `map` does, or as Prefect tasks (flows/tracked.py).
Each = Callable[[Callable[[Refs], BatchSummary], Iterable[Refs]], Iterable[BatchSummary]]
#: The references of a run; what is asked for to find them is asked of the run's own `Web`.
Lister = Callable[[Web], Iterable[SourceRef]]


class Order(NamedTuple):
    """How a run is to be done; `watch` tells how far its references are."""

    each: Each = map
    within: DateRange = DateRange()
    watch: Watch | None = None
    expected: tuple[Expected, ...] = ()  # of sources; the others raise no warnings
    clock: Callable[[], datetime] = partial(datetime.now, UTC)


class RunSummary(Value):
    """What a run did, for people to read."""

    model_config = ConfigDict(arbitrary_types_allowed=True)  # for the error

    run: Run
    batches: BatchSummary
    home: str
    warnings: tuple[RunWarning, ...] = ()
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
    command: str, listing: Lister, settings: Settings, order: Order | None = None
) -> RunSummary:
    """Ingest references as one run, judge what it saw of its sources, and publish. A signal lets
    the batches at work finish, leaves the rest `deferred`, and is reported by `RunSummary.check`.
    """
    order = order or Order()
    started_at, lookout = order.clock(), Lookout(order.expected)
    run_id, home = new_run_id(started_at), Home.open(settings.home)
    _take_up(home)
    references = read_references(settings.seeds)
    with Workers(settings, references) as workers:
        with stopped_by_signals() as stop, Web(settings, stop=stop) as web:
            work = Work(home, run_id, workers, web, settings, order.within, lookout, Tally())
            with order.watch(work.tally) if order.watch else nullcontext():
                listed = _listed(work, listing)
                waiting = deque(_batches(listed, settings.batch_size))
                done = _worked_off(work, waiting, order, stop)
        run = closed_run(command, run_id, started_at, len(listed), order.clock())
        closing = _closing(work, run, listed, waiting, done.unsettled)
        append(home, closing)
        summary = RunSummary(
            run=run,
            batches=done + BatchSummary(outcomes=tally(closing.outcomes)),
            home=str(home.path),
            warnings=closing.warnings,
            interrupted=stop.is_set(),
            reject_limit=settings.reject_limit,
        )
        return settled(summary, workers, references, settings.batch_size)


def _listed(work: Work, listing: Lister) -> Refs:
    """All references, each with what is known of it, in the order in which they are asked for."""
    refs = distinct(work.tally.listing(listing(work.web)))
    work.tally.begin(len(refs))
    return interleaved(recalled(work.home, refs), lane_of)


def _worked_off(
    work: Work, waiting: deque[Refs], order: Order, stop: threading.Event
) -> BatchSummary:
    """What came of the batches; those that were not begun stay."""
    _load_warehouse()
    return sum(order.each(partial(ingest_batch, work), _drawn(waiting, stop)), BatchSummary())


def _closing(
    work: Work, run: Run, listed: Refs, waiting: Iterable[Refs], unsettled: frozenset[str]
) -> Batch:
    """The last batch of a run: what it did not come to, what was suspicious, and its row."""
    left = tuple(chain(*waiting))
    work.lookout.put_off(left)
    warnings = work.lookout.verdict(work.home, run.run_id, run.ended_at)
    held = work.lookout.held_references(warnings)
    again = unsettled.union(held, (it.reference for it in left))
    return Batch(
        run_id=run.run_id,
        outcomes=_deferred(run.run_id, left),
        visits=tuple(listing_visits(run.run_id, listed, again)),
        warnings=warnings,
        run=run,
    )


def settled(
    summary: RunSummary,
    workers: Workers,
    references: References,
    batch_size: int,
    *,
    everything: bool = False,
) -> RunSummary:
    """The run with its end: published, and if it was not stopped, settled with all that was there
    before (flows/settling.py); `everything`: also outlets of which it brought no page.
    """
    home, run_id, changed = Home.open(Path(summary.home)), summary.run.run_id, 0
    error = why_unpublished(home)
    if error is None and not summary.interrupted:
        try:
            changed = settle(home, run_id, workers, references, batch_size, everything=everything)
        except ParleyError as left_undone:
            error = left_undone
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


def new_run_id(at: datetime | None = None) -> str:
    """Sortable by time (now) and never the same twice: 20250723T031500Z-1f9a3c."""
    return f"{at or datetime.now(UTC):%Y%m%dT%H%M%SZ}-{token_hex(3)}"


def _batches(refs: Refs, size: int) -> Iterator[Refs]:
    return (refs[start : start + size] for start in range(0, len(refs), size))


def _drawn(waiting: deque[Refs], stop: threading.Event) -> Iterator[Refs]:
    while waiting and not stop.is_set():
        yield waiting.popleft()


def _deferred(run_id: str, left: Refs) -> tuple[Outcome, ...]:
    return tuple(
        Outcome(
            run_id=run_id,
            reference=ref.reference,
            source=ref.source,
            code=OutcomeCode.DEFERRED,
            reason="interrupted",
            at=datetime.now(UTC),
        )
        for ref in left
    )


def closed_run(
    command: str,
    run_id: str,
    started_at: datetime,
    listed_count: int,
    ended_at: datetime | None = None,
) -> Run:
    """The row that ends a run, now or then."""
    return Run(
        run_id=run_id,
        command=command,
        parley_version=version("parley"),
        started_at=started_at,
        ended_at=ended_at or datetime.now(UTC),
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
