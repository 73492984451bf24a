"""Runs the nights and tells what became of each source."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from flows import runs
from flows.judging import expected_of
from flows.listing import list_sources
from flows.runs import Order, RunSummary
from flows.settings import Settings
from flows.sources import FeedSource
from flows.web.client import Web
from tests.faults.server import FaultServer
from tests.week.papers import NIGHTS, PLAN, Press, moment
from warehouse.holding import accept
from warehouse.home import Home
from warehouse.publishing import publish
from warehouse.snapshot import connect

#: What a person does on the morning after a night: (night, run to accept, source).
ACCEPTED = {4: (2, "holiday")}

_ENDS = """
SELECT source, coalesce(string_agg(ended || ' ' || count, ', ' ORDER BY ended), '') FROM (
    SELECT source, concat_ws(':', code, reason) AS ended, count(*) AS count
    FROM outcomes WHERE run_id = ? GROUP BY ALL)
GROUP BY source"""


class Row(NamedTuple):
    """What became of a source in a night."""

    night: int
    source: str
    did: str
    ends: str  # outcomes in the snapshot, as it was on the morning after
    warnings: str
    held_count: int


class Week(NamedTuple):
    """A week that is over."""

    home: Home
    rows: tuple[Row, ...]
    summaries: tuple[RunSummary, ...]


def sources(night: int) -> list[FeedSource]:
    """The sources that there are by then; `sleeper` and `mortal` promise no volume."""
    unbounded = ("sleeper", "mortal")
    return [
        FeedSource(
            name=paper,
            kind="feed",
            url=f"http://{paper}.test/feed",
            outlet=paper,
            articles_a_day=None if paper in unbounded else (2, 9),
            stale_days=3,
        )
        for paper, does in PLAN.items()
        if does[night] != "-"
    ]


def live_through(place: Path) -> Week:
    """All nights, one after the other, into a new warehouse."""
    settings = Settings(home=place, host_seconds=0, timeout_seconds=5, workers=2)
    home, press = Home.open(place), Press()
    rows: list[Row] = []
    summaries: list[RunSummary] = []
    with FaultServer(press.hosts) as server:
        for night in range(NIGHTS):
            press.turn_to(night)
            summaries.append(_night(night, settings, home, server))
            rows += _rows(night, home, summaries[-1])
            if night in ACCEPTED:
                of_night, source = ACCEPTED[night]
                accept(home, summaries[of_night].run.run_id, source, "it was a holiday")
                publish(home)
    return Week(home, tuple(rows), tuple(summaries))


def _night(night: int, settings: Settings, home: Home, server: FaultServer) -> RunSummary:
    """As `parley nightly` does it, with another web and another clock."""
    wanted = sources(night)
    order = Order(expected=tuple(map(expected_of, wanted)), clock=lambda: moment(night))
    made: Callable[..., Web] = lambda given, stop: server.web(given)  # noqa: ARG005, E731
    with patch("flows.runs.Web", made):
        return runs.ingest_refs(
            "nightly", lambda web: list_sources(wanted, settings, web, home), settings, order
        )


def _rows(night: int, home: Home, summary: RunSummary) -> Iterator[Row]:
    with connect(home) as connection:
        ends = dict(connection.execute(_ENDS, [summary.run.run_id]).fetchall())
    for paper, does in PLAN.items():
        if does[night] != "-":
            warned = [it for it in summary.warnings if it.source == paper]
            yield Row(
                night + 1,
                paper,
                does[night],
                ends.get(paper, ""),
                ", ".join(it.code for it in warned),
                sum(it.held_count for it in warned),
            )
