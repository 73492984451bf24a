"""What holding an outlet's pages against each other costs, with 100 and 1,000 articles of it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from extractors.article import Article
from extractors.reading.repetition import without_repeated
from tests.warehouse.made_batches import NOON, made_article, made_page
from warehouse.home import Home
from warehouse.kept import readings_of, repeating_outlets
from warehouse.log import append
from warehouse.publishing import publish
from warehouse.records import Batch, Capture, Reading

PITCH = "Our reporters need you in these winter months."


def _article(rank: int) -> Article:
    """Of 25 paragraphs, as long as articles are; every second one ends in a pitch."""
    told = [f"Paragraph {number} of story {rank} says what came. " * 4 for number in range(25)]
    return made_article(
        str(rank),
        text="\n\n".join([*(p.strip() for p in told), *([PITCH] if rank % 2 else [])]),
        published=date(2025, 1, 1) + timedelta(days=rank % 300),
        removed=(),
    )


@pytest.fixture(params=[100, 1000])
def articles(request: pytest.FixtureRequest) -> list[Article]:
    return [_article(rank) for rank in range(request.param)]


@pytest.fixture
def filled(tmp_path: Path, articles: list[Article]) -> Home:
    home = Home.open(tmp_path / "home")
    pages = [made_page(f"{rank}.txt", it, NOON) for rank, it in enumerate(articles)]
    captures = tuple(Capture(page=page, source="s", run_id="r") for page in pages)
    readings = tuple(
        Reading(capture_id=capture.capture_id, reader_version=1, article=article)
        for capture, article in zip(captures, articles, strict=True)
    )
    append(home, Batch(run_id="r", captures=captures, readings=readings))
    publish(home)
    return home


def test_weigh(articles: list[Article], benchmark: BenchmarkFixture) -> None:
    cleared = benchmark.pedantic(without_repeated, (articles,), rounds=3)
    assert sum(PITCH in article.text for article in cleared) == 0


def test_find_outlets_that_repeat(filled: Home, benchmark: BenchmarkFixture) -> None:
    assert benchmark.pedantic(repeating_outlets, (filled, "r"), rounds=3) == ("example",)


def test_load_readings(filled: Home, articles: list[Article], benchmark: BenchmarkFixture) -> None:
    loaded = benchmark.pedantic(readings_of, (filled, "example"), rounds=3)
    assert len(loaded) == len(articles)
