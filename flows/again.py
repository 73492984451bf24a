"""Runs over what the warehouse already holds: stored pages or articles, in batches, each of which
leaves rows beside the old ones. What is taken up and what is made of it is handed in.

Killed at any point such a run can be started again: what is committed is no longer taken up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import Generic, NamedTuple, TypeVar

from extractors.references import read_references
from flows.ends import BatchSummary, Ended, batch_of, summary_of
from flows.runs import RunSummary, closed_run, new_run_id, settled, stopped_by_signals
from flows.settings import Settings
from flows.sourceref import Rejection
from flows.workers import Workers
from warehouse.home import Home
from warehouse.log import append
from warehouse.publishing import publish
from warehouse.records import Batch, Outcome, OutcomeCode

T = TypeVar("T")

SOURCE = "warehouse"  # the references of such a run are ids of what is stored


class Plan(NamedTuple, Generic[T]):
    """What a run takes up, in order, and what it makes of a batch of it for the run of an id."""

    stored: Iterable[T]
    redo: Callable[[Workers, str, Sequence[T]], Sequence[Ended]]


def run_again(
    command: str,
    settings: Settings,
    planned: Callable[[Home], Plan[T]],
    *,
    everything: bool = False,
) -> RunSummary:
    """Do as planned for the published warehouse, as one run, and publish.

    `everything`: the pages of all outlets are compared, and not only of those it brought some of.
    """
    home, run_id, started_at = Home.open(settings.home), new_run_id(), datetime.now(UTC)
    publish(home)
    done = BatchSummary()
    references = read_references(settings.seeds)
    with Workers(settings, references) as workers:
        plan = planned(home)
        with stopped_by_signals() as stop:
            for chunk in _chunks(plan.stored, settings.batch_size):
                ends = plan.redo(workers, run_id, chunk)
                append(home, batch_of(run_id, ends))
                done += summary_of(ends)
                if stop.is_set():
                    break
        run = closed_run(command, run_id, started_at, sum(done.outcomes.values()))
        append(home, Batch(run_id=run_id, run=run))
        return settled(
            RunSummary(
                run=run,
                batches=done,
                home=str(home.path),
                interrupted=stop.is_set(),
                reject_limit=settings.reject_limit,
            ),
            workers,
            references,
            settings.batch_size,
            everything=everything,
        )


def outcome_of(
    stored_id: str, run_id: str, rejection: Rejection | None, capture_id: str | None = None
) -> Outcome:
    """How a stored thing ended: it gave rows, or was rejected."""
    return Outcome(
        run_id=run_id,
        reference=stored_id,
        source=SOURCE,
        code=OutcomeCode.REJECTED if rejection else OutcomeCode.STORED,
        reason=rejection.reason if rejection else None,
        detail=rejection.detail if rejection else None,
        at=datetime.now(UTC),
        capture_id=capture_id,
    )


def _chunks(values: Iterable[T], size: int) -> Iterator[list[T]]:
    remaining = iter(values)
    while chunk := list(islice(remaining, size)):
        yield chunk
