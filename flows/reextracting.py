"""Stored articles → new extractions, where a present extractor has not read them yet. Fetches and
reads nothing anew; rows of earlier versions stay as they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from typing import NamedTuple, TypeVar

from extractors.errors import UsageError
from extractors.extracting import VERSIONS, extract
from extractors.fact import Extraction
from extractors.references import read_references
from flows.ingesting import BatchSummary, tally
from flows.runs import RunSummary, closed_run, new_run_id, stopped_by_signals, why_unpublished
from flows.settings import Settings
from flows.sourceref import Rejection
from flows.workers import Workers
from warehouse.home import Home
from warehouse.log import append
from warehouse.publishing import publish
from warehouse.records import Batch, Outcome, OutcomeCode
from warehouse.snapshot import articles_without

T = TypeVar("T")

SOURCE = "warehouse"  # the references of such a run are ids of stored articles


class _Read(NamedTuple):
    outcome: Outcome
    extractions: tuple[Extraction, ...] = ()


def reextract(settings: Settings, kinds: Collection[str] = ()) -> RunSummary:
    """Extract again what lacks the present version of a kind, as one run, and publish."""
    home, run_id, started_at = Home.open(settings.home), new_run_id(), datetime.now(UTC)
    publish(home)
    stale = _stale(home, kinds)
    step = partial(extract, kinds=tuple(stale))
    done = BatchSummary()
    with (
        Workers(settings, read_references(settings.seeds)) as workers,
        stopped_by_signals() as stop,
    ):
        for articles in _chunks(articles_without(home, stale), settings.batch_size):
            found = workers.map(step, articles)
            reads = [
                _read(it.article_id, got, run_id) for it, got in zip(articles, found, strict=True)
            ]
            append(home, _batch(run_id, reads))
            done += _summary(reads)
            if stop.is_set():
                break
    run = closed_run("reextract", run_id, started_at, sum(done.outcomes.values()))
    append(home, Batch(run_id=run_id, run=run))
    return RunSummary(
        run=run,
        batches=done,
        home=str(home.path),
        interrupted=stop.is_set(),
        reject_limit=settings.reject_limit,
        unpublished=why_unpublished(home),
    )


def _stale(home: Home, kinds: Collection[str]) -> dict[str, int]:
    """The kinds, of those asked for or of all, that some article lacks at the present version."""
    for kind in kinds:
        if kind not in VERSIONS:
            raise UsageError(f"there is no kind {kind!r}; kinds are {', '.join(VERSIONS)}")
    asked = {kind: version for kind, version in VERSIONS.items() if not kinds or kind in kinds}
    return {
        kind: version
        for kind, version in asked.items()
        if next(articles_without(home, {kind: version}), None)
    }


def _read(article_id: str, found: tuple[Extraction, ...] | Rejection, run_id: str) -> _Read:
    rejection = found if isinstance(found, Rejection) else None
    outcome = Outcome(
        run_id=run_id,
        reference=article_id,
        source=SOURCE,
        code=OutcomeCode.REJECTED if rejection else OutcomeCode.STORED,
        reason=rejection.reason if rejection else None,
        detail=rejection.detail if rejection else None,
        at=datetime.now(UTC),
    )
    return _Read(outcome, () if isinstance(found, Rejection) else found)


def _batch(run_id: str, reads: Collection[_Read]) -> Batch:
    return Batch(
        run_id=run_id,
        extractions=tuple(it for read in reads for it in read.extractions),
        outcomes=tuple(read.outcome for read in reads),
    )


def _summary(reads: Collection[_Read]) -> BatchSummary:
    return BatchSummary(
        outcomes=tally(read.outcome for read in reads),
        facts=Counter(fact.kind for read in reads for it in read.extractions for fact in it.facts),
    )


def _chunks(values: Iterable[T], size: int) -> Iterator[list[T]]:
    remaining = iter(values)
    while chunk := list(islice(remaining, size)):
        yield chunk
