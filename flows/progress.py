"""How far a run is: its references counted as they come to their ends, and told while it runs: on
stderr by a bar on a terminal, elsewhere by a line now and then.

Who counts tells nobody, who tells only looks at the count: so a bar moves on by single references,
whatever other threads are at. What lies on disk is done when it has been read; a page of the web
when it has been fetched, for that is what takes its time.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING

from extractors.values import Value
from flows.sourceref import SourceRef
from warehouse.records import OutcomeCode

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

LINE_SECONDS = 30.0  # between two lines where there is no terminal
_REDRAWN = 4  # times a second


class Progress(Value):
    """How far a run is after some seconds."""

    done: int  # references; until all are listed, those that are
    total: int | None  # None: it is still listing
    seconds: float
    outcomes: Mapping[str, int]
    being_read: int = 0  # of those done: fetched, and without an outcome yet

    @property
    def rate(self) -> str:
        return f"{self.done / max(self.seconds, 0.001):.1f} a second"

    @property
    def left(self) -> str:
        """The time that the rest will take at the rate so far."""
        if not self.done or self.total is None:
            return "-:--:--"
        minutes, seconds = divmod(round(self.seconds * (self.total - self.done) / self.done), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"

    @property
    def ends(self) -> str:
        """Outcomes so far, without their reasons."""
        told = [f"{code} {count}" for code, count in sorted(self.outcomes.items())]
        return ", ".join([*told, *([f"being read {self.being_read}"] if self.being_read else [])])

    def __str__(self) -> str:
        if self.total is None:
            return f"listing: {self.done} references so far"
        said = f"{self.done} of {self.total}, {self.rate}, {self.left} left"
        return f"{said}: {self.ends}" if self.ends else said


class Tally:
    """Counts the references of a run; from many threads at once."""

    def __init__(self) -> None:
        self._total: int | None = None
        self._listed, self._began_at = 0, time.monotonic()
        self._outcomes: Counter[str] = Counter()
        self._being_read: set[tuple[str, str]] = set()
        self._counting = Lock()

    def listing(self, refs: Iterable[SourceRef]) -> Iterator[SourceRef]:
        """The references, counted as they are drawn."""
        for ref in refs:
            self._listed += 1
            yield ref

    def begin(self, total: int) -> None:
        """All are listed; from now on they come to their ends."""
        self._total, self._began_at = total, time.monotonic()

    def fetched(self, ref: SourceRef) -> None:
        """Its page is here, and is to be read."""
        if ref.path is None:
            with self._counting:
                self._being_read.add((ref.source, ref.reference))

    def ended(self, ref: SourceRef, code: OutcomeCode) -> None:
        with self._counting:
            self._being_read.discard((ref.source, ref.reference))
            self._outcomes[code] += 1

    def progress(self) -> Progress:
        """How far the run is now."""
        with self._counting:
            outcomes, being_read = dict(self._outcomes), len(self._being_read)
        return Progress(
            done=self._listed if self._total is None else sum(outcomes.values()) + being_read,
            total=self._total,
            seconds=time.monotonic() - self._began_at,
            outcomes=outcomes,
            being_read=being_read,
        )


#: Tells how far a run is as long as the context lasts.
Watch = Callable[[Tally], AbstractContextManager[None]]


def shown(
    tally: Tally, err: Console | None = None, line_seconds: float = LINE_SECONDS
) -> AbstractContextManager[None]:
    """A bar on a terminal, which goes at the end; else lines."""
    from rich.console import Console

    err = err or Console(stderr=True, markup=False, emoji=False, highlight=False)
    if err.is_terminal:
        return _with_bar(tally, err)
    return told(tally, lambda far: err.print(str(far), soft_wrap=True), line_seconds)


@contextmanager
def _with_bar(tally: Tally, err: Console) -> Iterator[None]:
    from rich.live import Live

    drawn = Live(
        console=err,
        get_renderable=lambda: _bar(tally.progress()),
        refresh_per_second=_REDRAWN,
        transient=True,
    )
    with drawn:
        yield


def _bar(far: Progress) -> RenderableType:
    from rich.progress_bar import ProgressBar
    from rich.table import Table
    from rich.text import Text

    bar = Table.grid(padding=(0, 1))
    said = Text(str(far), no_wrap=True, overflow="ellipsis")
    bar.add_row(ProgressBar(total=far.total, completed=far.done, width=20), said)
    return bar


@contextmanager
def told(tally: Tally, say: Callable[[Progress], None], seconds: float) -> Iterator[None]:
    """Say every so many seconds how far it is, in a thread of its own."""
    over = Event()

    def go_on() -> None:
        while not over.wait(seconds):
            say(tally.progress())

    telling = Thread(target=go_on, name="progress", daemon=True)
    telling.start()
    try:
        yield
    finally:
        over.set()
        telling.join()
