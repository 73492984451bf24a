"""What telling whose words articles have costs: 10,000 at once, and 100 beside them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from extractors.article import Article
from flows.origins import trace_origins
from tests.warehouse.made_batches import NOON, made_article, made_page
from warehouse.home import Home
from warehouse.log import append
from warehouse.publishing import publish
from warehouse.records import Batch, Capture, Reading
from warehouse.snapshot import connect

HELD, COMING = 10_000, 100
RECAP = "The war began on 24 February 2022 and has driven millions of people from their homes. " * 3
WORDS = [
    f"{start}{end}" for start in "bdfgklmnprst" for end in ("a", "on", "or", "ust", "ile", "o")
]


def _article(rank: int) -> Article:
    """Of some 300 words; every tenth is a cut copy of the one before, every third recapitulates."""
    source = rank - 1 if rank % 10 == 9 else rank
    chance = random.Random(source)  # noqa: S311 - made-up text, no secret
    told = [" ".join(chance.choices(WORDS, k=60)) for _ in range(5)]
    if source != rank:
        told = told[:3]
    return made_article(
        str(rank),
        text="\n\n".join([*told, *([RECAP] if rank % 3 == 0 else [])]),
        published=date(2025, 1, 1) + timedelta(days=source * 300 // HELD),
        removed=(),
    )


def _bring(home: Home, ranks: Sequence[int]) -> None:
    captures, readings = [], []
    for rank in ranks:
        article = _article(rank)
        captures.append(
            Capture(page=made_page(f"{rank}.txt", article, NOON), source="s", run_id="r")
        )
        readings.append(
            Reading(capture_id=captures[-1].capture_id, reader_version=1, article=article)
        )
    append(home, Batch(run_id="r", captures=tuple(captures), readings=tuple(readings)))
    publish(home)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home.open(tmp_path / "home")
    _bring(made, range(HELD))
    return made


def _copies(home: Home) -> int:
    publish(home)
    with connect(home) as connection:
        query = "SELECT count(*) FROM origins WHERE origin_id <> article_id"
        (count,) = connection.execute(query).fetchone() or (0,)
        return int(count)


def test_trace_all(home: Home, benchmark: BenchmarkFixture) -> None:
    benchmark.pedantic(trace_origins, (home, "r", ()), rounds=1)
    assert _copies(home) == HELD // 10


def test_trace_a_batch_beside_them(home: Home, benchmark: BenchmarkFixture) -> None:
    trace_origins(home, "r", ())
    _bring(home, range(HELD, HELD + COMING))
    benchmark.pedantic(trace_origins, (home, "r", ()), rounds=1)
    assert _copies(home) == (HELD + COMING) // 10
