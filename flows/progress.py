"""How far a run is, on stderr while it runs: a bar on a terminal, elsewhere a line now and then.

It only looks at the summaries that pass through, so it moves on batch by batch.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from extractors.values import Value
from flows.ingesting import BatchSummary

if TYPE_CHECKING:
    from rich.console import Console

LINE_SECONDS = 30.0  # between two lines where there is no terminal


class Progress(Value):
    """How far a run is after some seconds."""

    done: int
    total: int
    seconds: float
    outcomes: Mapping[str, int]

    @property
    def rate(self) -> str:
        return f"{self.done / max(self.seconds, 0.001):.1f} a second"

    @property
    def left(self) -> str:
        """The time that the rest will take at the rate so far."""
        if not self.done:
            return "-:--:--"
        minutes, seconds = divmod(round(self.seconds * (self.total - self.done) / self.done), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"

    @property
    def ends(self) -> str:
        """Outcomes so far, without their reasons."""
        counts: Counter[str] = Counter()
        for code, count in self.outcomes.items():
            counts[code.partition(":")[0]] += count
        return ", ".join(f"{code} {count}" for code, count in sorted(counts.items()))

    def __str__(self) -> str:
        return f"{self.done} of {self.total}, {self.rate}, {self.left} left: {self.ends}"


def shown(
    summaries: Iterable[BatchSummary],
    total: int,
    err: Console | None = None,
    line_seconds: float = LINE_SECONDS,
) -> Iterator[BatchSummary]:
    """The summaries as they come; `total` references are to come in all."""
    from rich.console import Console

    err = err or Console(stderr=True, markup=False, emoji=False, highlight=False)
    if err.is_terminal:
        return _with_bar(summaries, total, err)
    return _with_lines(summaries, total, err, line_seconds)


def _with_bar(
    summaries: Iterable[BatchSummary], total: int, err: Console
) -> Iterator[BatchSummary]:
    from rich import progress

    columns = (
        progress.BarColumn(bar_width=20),
        progress.MofNCompleteColumn(),
        progress.TextColumn("{task.description}", markup=False),
    )
    with progress.Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task("", total=total)
        for summary, far in _counted(summaries, total):
            said = f"{far.rate}, {far.left} left: {far.ends}"
            bar.update(task, completed=far.done, description=said)
            yield summary


def _with_lines(
    summaries: Iterable[BatchSummary], total: int, err: Console, line_seconds: float
) -> Iterator[BatchSummary]:
    said_at = time.monotonic()
    for summary, far in _counted(summaries, total):
        if time.monotonic() - said_at >= line_seconds:
            err.print(str(far), soft_wrap=True)
            said_at = time.monotonic()
        yield summary


def _counted(
    summaries: Iterable[BatchSummary], total: int
) -> Iterator[tuple[BatchSummary, Progress]]:
    started_at, outcomes = time.monotonic(), Counter[str]()
    for summary in summaries:
        outcomes.update(summary.outcomes)
        seconds = time.monotonic() - started_at
        done = outcomes.total()
        yield summary, Progress(done=done, total=total, seconds=seconds, outcomes=dict(outcomes))
