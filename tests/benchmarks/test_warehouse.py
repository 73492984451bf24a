"""What appending a batch and publishing it cost, with 1, 10 and 100 batches in the warehouse."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.warehouse.made_batches import made_batch
from warehouse.home import Home
from warehouse.log import append
from warehouse.publishing import publish, rebuild
from warehouse.records import Batch

ARTICLES = 100  # of three facts each


def _batches() -> Callable[[], Batch]:
    numbers = count()

    def following() -> Batch:
        number = next(numbers)
        return made_batch(*(f"{number}-{n}" for n in range(ARTICLES)), run=f"run-{number}")

    return following


@pytest.fixture
def following() -> Callable[[], Batch]:
    return _batches()


@pytest.fixture(params=[1, 10, 100])
def filled(tmp_path: Path, following: Callable[[], Batch], request: pytest.FixtureRequest) -> Home:
    home = Home.open(tmp_path / "home")
    for _ in range(request.param):
        append(home, following())
    publish(home)
    return home


def test_append(filled: Home, following: Callable[[], Batch], benchmark: BenchmarkFixture) -> None:
    benchmark.pedantic(append, setup=lambda: ((filled, following()), {}), rounds=10)


def test_publish(filled: Home, following: Callable[[], Batch], benchmark: BenchmarkFixture) -> None:
    def setup() -> tuple[tuple[Home], dict[str, object]]:
        append(filled, following())
        return (filled,), {}

    benchmark.pedantic(publish, setup=setup, rounds=10)


def test_publish_with_nothing_pending(filled: Home, benchmark: BenchmarkFixture) -> None:
    benchmark.pedantic(publish, (filled,), rounds=10)


def test_rebuild(filled: Home, benchmark: BenchmarkFixture) -> None:
    benchmark.pedantic(rebuild, (filled,), rounds=3)
