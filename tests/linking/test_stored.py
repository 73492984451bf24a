"""Linking in a warehouse: the same whatever the batches, runs and order; only changes are kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import count, pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import flows.linking
from extractors.fact import Status
from flows.linking import link_facts
from tests.linking.cases import CONFLICTS
from tests.linking.stored import LINKS, exchange, rows, settle, store, talks, told
from warehouse.home import Home
from warehouse.log import append
from warehouse.publishing import publish, rebuild
from warehouse.records import Batch

DONE, AGREED, SOON = Status.COMPLETED, Status.AGREED, Status.SCHEDULED

#: Seven articles of which each changes what the others are linked to.
ISTANBUL = talks(3, "Istanbul")
ARTICLES = (
    told("wire", date(2025, 7, 23), (ISTANBUL, DONE, "2025-07-23"), (exchange(250), DONE, None)),
    told("daily", date(2025, 7, 24), (talks(3), DONE, None), (exchange(1200), AGREED, None)),
    told("ministry", date(2025, 8, 14), (exchange(250), DONE, "2025-07-23")),
    told("magazine", None, (talks(1), DONE, "XXXX-05-16"), (exchange(1000), AGREED, None)),
    told("weekly", date(2025, 5, 18), (talks(), DONE, "2025-05-16"), (exchange(1000), DONE, None)),
    told("diary", date(2025, 7, 20), (talks(3), SOON, "2025-07-23"), (talks(), DONE, "2025-05")),
    told("review", date(2026, 2, 19), (talks(3, "Geneva"), DONE, "2026-02-18")),
)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home.open(tmp_path / "home")


@pytest.fixture(scope="module")
def at_once(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[object, ...]]:
    """The links of all articles, stored in one go."""
    home = Home.open(tmp_path_factory.mktemp("at_once"))
    store(home, [ARTICLES])
    return rows(home, LINKS)


@pytest.fixture(scope="module")
def numbered_homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    folder, numbers = tmp_path_factory.mktemp("orders"), count()
    return (Home.open(folder / str(number)) for number in numbers)


@given(order=st.permutations(ARTICLES), cuts=st.sets(st.integers(1, len(ARTICLES) - 1), max_size=4))
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
def test_batches_and_order_do_not_matter(
    order: list[Batch],
    cuts: set[int],
    at_once: list[tuple[object, ...]],
    numbered_homes: Iterator[Home],
) -> None:
    home = next(numbered_homes)
    edges = [0, *sorted(cuts), len(order)]
    store(home, [order[first:last] for first, last in pairwise(edges)])
    assert rows(home, LINKS) == at_once


def test_articles_are_joined_and_dates_settled(home: Home) -> None:
    store(home, [ARTICLES])
    event = (
        "SELECT articles, sources, status FROM events WHERE event_id = 'talks/RUS-UKR/2025-07-23'"
    )
    assert rows(home, event) == [(3, 1, "completed")]
    steps = """SELECT step, first_reported::VARCHAR FROM event_timeline
        WHERE event_id = 'talks/RUS-UKR/2025-07-23' ORDER BY first_reported"""
    assert rows(home, steps) == [("scheduled", "2025-07-20"), ("completed", "2025-07-23")]
    settled = "SELECT day_low::VARCHAR FROM event_facts WHERE date = 'XXXX-05-16'"
    assert rows(home, settled) == [("2025-05-16",)]


def test_again_adds_nothing_and_the_log_gives_the_same(home: Home) -> None:
    store(home, [ARTICLES[:4], ARTICLES[4:]])
    before = rows(home, "FROM links ORDER BY ALL")
    assert settle(home) == 0
    assert link_facts(home, "r", CONFLICTS, everything=True) == 0
    rebuild(home)
    assert rows(home, "FROM links ORDER BY ALL") == before


def test_only_the_block_of_a_new_fact_is_linked_again(home: Home) -> None:
    store(home, [ARTICLES[:3]])
    append(home, told("late", date(2025, 7, 25), (talks(3), DONE, None)))
    assert settle(home) == 1
    assert rows(home, "SELECT max(revision) FROM links") == [(0,)]


def test_an_earlier_fact_that_is_named_otherwise_gets_a_revision(home: Home) -> None:
    store(home, [[told("magazine", None, (talks(1), DONE, "XXXX-05-16"))]])
    named = "SELECT event_id FROM current_links"
    assert rows(home, named) == [("talks/RUS-UKR/XXXX-05-16",)]
    append(home, told("weekly", date(2025, 5, 18), (talks(), DONE, "2025-05-16")))
    assert settle(home) == 2
    assert rows(home, f"{named} GROUP BY ALL") == [("talks/RUS-UKR/2025-05-16",)]
    kept = "SELECT list(event_id ORDER BY revision) FROM links GROUP BY fact_id HAVING count(*) > 1"
    assert rows(home, kept) == [(["talks/RUS-UKR/XXXX-05-16", "talks/RUS-UKR/2025-05-16"],)]


def test_a_fact_that_is_gone_belongs_to_no_event(home: Home) -> None:
    store(home, [ARTICLES[:2]])
    newer = ARTICLES[0].extractions[0].model_copy(update={"extractor_version": 2, "facts": ()})
    append(home, Batch(run_id="r", extractions=(newer,)))
    settle(home)
    gone = "SELECT event_id, basis FROM current_links ANTI JOIN current_facts USING (fact_id)"
    assert rows(home, gone) == [(None, "not_current")]
    events = "SELECT event_id FROM events WHERE kind = 'talks'"
    assert rows(home, events) == [("talks/RUS-UKR/no-3",)]  # who gave the day is gone
    assert settle(home) == 0


def test_a_newer_linker_links_everything(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    store(home, [ARTICLES])
    linked = len(rows(home, LINKS))
    monkeypatch.setattr(flows.linking, "VERSION", flows.linking.VERSION + 1)
    assert settle(home) == linked
    assert settle(home) == 0
    newest = rows(home, "SELECT DISTINCT linker_version, revision FROM current_links")
    assert newest == [(flows.linking.VERSION, 0)]


def test_what_a_killed_run_left_is_linked_by_the_next(home: Home) -> None:
    append(home, ARTICLES[0])
    publish(home)  # and killed here
    append(home, ARTICLES[1])
    assert settle(home) == 4
