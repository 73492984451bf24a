"""Which batches of the log a snapshot may hold, and letting in those that were kept out.

A batch that names its source waits for the verdict on the source's part of its run: it may be
published once the run has closed without a warning that keeps it out, or once a person has
accepted it. The verdicts stand in the log (tables runs, warnings, acceptances), so a rebuild comes
to the same. A run that was killed never closes: what waits for it is kept out too.

Verdicts are never taken back, so what was published once always may be, and what was read because
of it (later batches that point to it) keeps its ground. A batch let in late has its place in the
order of the log: the snapshot is built anew then, because the first of an id wins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from extractors.errors import UsageError
from warehouse import log
from warehouse.home import Home
from warehouse.manifest import BatchManifest
from warehouse.records import Acceptance, Batch
from warehouse.snapshot import connect

_PUBLISHED = (
    "SELECT run_id FROM runs WHERE list_contains(?, run_id)",
    "SELECT run_id, source, code || ': ' || detail FROM held_back WHERE list_contains(?, run_id)",
    "SELECT run_id, source FROM acceptances WHERE list_contains(?, run_id)",
)


class Part(NamedTuple):
    """A source's part of a run."""

    run_id: str
    source: str


class KeptOut(NamedTuple):
    """A part of a run that the snapshot does without."""

    run_id: str
    source: str
    batch_count: int
    why: str  # the warning; of a run that did not close, that


class Verdicts(NamedTuple):
    """What is known of the parts of runs."""

    closed: frozenset[str]
    held: Mapping[Part, str]  # why
    accepted: frozenset[Part]

    def keep_out(self, batch: BatchManifest) -> bool:
        part = part_of(batch)
        if part is None or part in self.accepted:
            return False
        return part in self.held or part.run_id not in self.closed


def part_of(batch: BatchManifest) -> Part | None:
    """The part that has to be judged before the batch is published; None: it needs no verdict."""
    return Part(batch.run_id, batch.source) if batch.source is not None else None


def admitted(
    home: Home, batches: Sequence[BatchManifest], *, beside: bool = False
) -> tuple[str, ...]:
    """The ids of the batches that may be published, in order. `beside`: their verdicts may stand in
    the snapshot already.
    """
    verdicts = _verdicts_in(home, batches)
    waiting = {batch.run_id for batch in batches if verdicts.keep_out(batch)}
    if beside and waiting:
        verdicts = _joined(verdicts, _published_verdicts(home, waiting))
    return tuple(batch.batch_id for batch in batches if not verdicts.keep_out(batch))


def kept_out(home: Home, batches: Sequence[BatchManifest]) -> tuple[KeptOut, ...]:
    """The parts of runs of a whole log that its snapshot does without."""
    verdicts = _verdicts_in(home, batches)
    counts = Counter(
        part for it in batches if verdicts.keep_out(it) and (part := part_of(it)) is not None
    )
    unjudged = "its run was killed, or is at work, and has not judged it"
    return tuple(
        KeptOut(*part, count, verdicts.held.get(part, unjudged))
        for part, count in sorted(counts.items())
    )


def _verdicts_in(home: Home, batches: Iterable[BatchManifest]) -> Verdicts:
    """The verdicts that batches bring with them."""
    closed: set[str] = set()
    held: dict[Part, str] = {}
    accepted: set[Part] = set()
    for batch in batches:
        if batch.row_count("runs"):
            closed.add(batch.run_id)
        held |= _held(log.rows(home, batch, "warnings"))
        rows = log.rows(home, batch, "acceptances")
        accepted |= {Part(row["run_id"], row["source"]) for row in rows}
    return Verdicts(frozenset(closed), held, frozenset(accepted))


def _held(warnings: Iterable[Mapping[str, object]]) -> dict[Part, str]:
    return {
        Part(str(it["run_id"]), str(it["source"])): f"{it['code']}: {it['detail']}"
        for it in warnings
        if it["held_count"]
    }


def _published_verdicts(home: Home, run_ids: Iterable[str]) -> Verdicts:
    """The verdicts on some runs that the snapshot holds."""
    asked = [sorted(run_ids)]
    with connect(home) as connection:
        closed, held, accepted = (connection.execute(it, asked).fetchall() for it in _PUBLISHED)
    return Verdicts(
        frozenset(run_id for (run_id,) in closed),
        {Part(run_id, source): why for run_id, source, why in held},
        frozenset(Part(*row) for row in accepted),
    )


def _joined(one: Verdicts, other: Verdicts) -> Verdicts:
    return Verdicts(
        one.closed | other.closed, {**one.held, **other.held}, one.accepted | other.accepted
    )


def accept(home: Home, run: str, source: str, note: str | None) -> KeptOut:
    """Let a source's part of a run, named by the beginning of its id, into the next publish.

    Raises UsageError where nothing of it is kept out.
    """
    waiting = kept_out(home, log.batches(home))
    found = [it for it in waiting if it.run_id.startswith(run) and it.source == source]
    if len(found) != 1:
        raise UsageError(f"{_unclear(found, run, source)}; {_choice(waiting)}")
    accepted = Acceptance(
        run_id=found[0].run_id, source=source, note=note, accepted_at=datetime.now(UTC)
    )
    log.append(home, Batch(run_id=accepted.run_id, acceptances=(accepted,)))
    return found[0]


def _unclear(found: Sequence[KeptOut], run: str, source: str) -> str:
    if found:
        return f"{len(found)} runs begin with {run!r}"
    return f"nothing of {source!r} is kept out of run {run!r}"


def _choice(waiting: Sequence[KeptOut]) -> str:
    if not waiting:
        return "nothing is kept out of the snapshot at all"
    return f"kept out are {', '.join(f'{it.run_id} {it.source}' for it in waiting)}"
