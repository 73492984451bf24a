"""What linking one batch costs beside 1,000 and 100,000 facts that have their links."""

from __future__ import annotations

from datetime import date

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from extractors.fact import Status
from extractors.linking import KINDS, VERSION
from flows.linking import link_facts
from tests.linking.stored import exchange, many, settle, told
from warehouse.home import Home
from warehouse.linked import touched
from warehouse.log import append
from warehouse.publishing import publish
from warehouse.snapshot import connect

WARS = (("RUS", "UKR"),)


@pytest.fixture(scope="module", params=[1_000, 100_000])
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Facts of 100 wars, linked, and one article of another that is not."""
    home = Home.open(tmp_path_factory.mktemp("home"))
    append(home, many(request.param, wars=100))
    settle(home)
    append(home, told("late", date(2025, 7, 24), (exchange(250), Status.COMPLETED, "2025-07-23")))
    publish(home)
    return home


def test_find_what_is_not_linked(filled: Home, benchmark: BenchmarkFixture) -> None:
    def find() -> int:
        with connect(filled) as snapshot:
            return len(touched(snapshot, KINDS, VERSION, everything=False).rows)

    assert benchmark.pedantic(find, rounds=3) == 1


def test_link_one_batch(filled: Home, benchmark: BenchmarkFixture) -> None:
    """The batch is appended and not published, so that each round finds the same to do."""

    def link() -> int:
        return link_facts(filled, "r", WARS)

    assert benchmark.pedantic(link, rounds=1) == 1
