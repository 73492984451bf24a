"""Articles a second over 2,000 generated pages, cold and again, with the share of each stage.

    python -m pytest tests/benchmarks/test_ingest.py --benchmark-only --benchmark-json=out.json

Nothing is asserted of times: `extra_info` reports them. `read` is what the run waits for its worker
processes; what they cost a page against reading in the same process has lines of its own.
Publishing is one step at the end of a run, so its share falls as runs grow.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from extractors.page import Page
from extractors.references import read_references
from flows import ingesting, plain, runs
from flows.reading import read_page
from flows.settings import Settings
from flows.workers import Workers

PAGES = 2000
STAGES = {  # stage → where the run looks it up
    "fetch": (ingesting, "fetch"),
    "read": (ingesting, "_read_new"),  # and the look-up of what is known
    "append": (ingesting, "append"),
    "publish": (runs, "publish"),
}

_SENTENCES = (
    "Russia and Ukraine swapped {n} prisoners of war each on Wednesday, {city} said.",
    "Delegations met in {city} for the {n}th round of talks, which lasted {n} minutes.",
    "President Donald Trump gave Vladimir Putin {n} days to end the war or face tariffs.",
    "Rustem Umerov said that the sides had agreed to exchange at least {n} more prisoners.",
    "Markets in {city} were little changed, and the harvest of the year was put at {n} tonnes.",
    "“We will continue all efforts,” the minister told reporters in {city} after {n} hours.",
    "Local residents described queues of {n} people outside the shops near the railway station.",
)
_CITIES = ("Istanbul", "Rome", "Jeddah", "Geneva", "Abu Dhabi", "Kyiv", "Moscow", "Doha")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages") / "generated"
    folder.mkdir()
    for number in range(PAGES):
        (folder / f"{number:05}.html").write_text(_page(number), encoding="utf-8")
    return folder


def _page(number: int) -> str:
    random = Random(number)  # noqa: S311  # the same pages every time
    paragraphs = "".join(f"<p>{_paragraph(random)}</p>" for _ in range(random.randint(6, 14)))
    links = "".join(f'<li><a href="/{n}">Story number {n} of today</a></li>' for n in range(60))
    return (
        f'<!doctype html><html lang="en"><head><title>Story {number}</title>'
        f'<meta property="article:published_time" content="2025-07-{number % 28 + 1:02}T08:00:00Z">'
        f"<style>{'.c{margin:0}' * 200}</style></head><body><nav><ul>{links}</ul></nav><main>"
        f"<article><h1>Story {number}</h1>{paragraphs}</article></main>"
        f"<aside><ul>{links}</ul></aside><footer><p>Imprint</p></footer></body></html>"
    )


def _paragraph(random: Random) -> str:
    chosen = random.sample(_SENTENCES, random.randint(2, 4))
    return " ".join(
        it.format(n=random.randint(2, 900), city=random.choice(_CITIES)) for it in chosen
    )


@pytest.fixture
def spent(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Seconds spent in each stage, in this process."""
    seconds: Counter[str] = Counter()
    for stage, (module, name) in STAGES.items():
        monkeypatch.setattr(module, name, _timed(stage, getattr(module, name), seconds))
    return seconds


def _timed(stage: str, step: Callable[..., Any], seconds: Counter[str]) -> Callable[..., Any]:
    def timed(*arguments: Any) -> Any:
        started = time.perf_counter()
        try:
            return step(*arguments)
        finally:
            seconds[stage] += time.perf_counter() - started

    return timed


def _report(benchmark: BenchmarkFixture, spent: Counter[str]) -> None:
    whole = benchmark.stats.stats.mean
    benchmark.extra_info["articles_per_second"] = round(PAGES / whole, 1)
    shares = {stage: round(seconds / whole, 3) for stage, seconds in spent.items()}
    benchmark.extra_info["share"] = shares | {"rest": round(1 - sum(shares.values()), 3)}


@pytest.mark.parametrize("workers", [1, 2, 4])
def test_cold(
    benchmark: BenchmarkFixture, pages: Path, tmp_path: Path, spent: Counter[str], workers: int
) -> None:
    settings = Settings(home=tmp_path / "data", workers=workers)
    summary = benchmark.pedantic(plain.ingest, ([str(pages)], settings), rounds=1)
    assert dict(summary.batches.outcomes) == {"stored": PAGES}
    _report(benchmark, spent)


def test_again(
    benchmark: BenchmarkFixture, pages: Path, tmp_path: Path, spent: Counter[str]
) -> None:
    settings = Settings(home=tmp_path / "data")
    plain.ingest([str(pages)], settings)
    spent.clear()
    summary = benchmark.pedantic(plain.ingest, ([str(pages)], settings), rounds=1)
    assert dict(summary.batches.outcomes) == {"known": PAGES}
    _report(benchmark, spent)


@pytest.mark.parametrize("pooled", [False, True], ids=["inline", "one worker"])
def test_reading(benchmark: BenchmarkFixture, pages: Path, pooled: bool) -> None:
    """The step alone, over the first 500 pages, after a warm-up with all of them."""
    settings = Settings(workers=1)
    references = read_references(settings.seeds)
    loaded = [_loaded(path) for path in sorted(pages.iterdir())[:500]]
    with Workers(settings, references) as workers:

        def read_all() -> None:
            if pooled:
                workers.map(read_page, loaded)
            else:
                for page in loaded:
                    read_page(page, references)

        benchmark.pedantic(read_all, rounds=3, warmup_rounds=1)
    milliseconds = benchmark.stats.stats.min / len(loaded) * 1000
    benchmark.extra_info["milliseconds_per_page"] = round(milliseconds, 2)


def _loaded(path: Path) -> Page:
    return Page(
        reference=path.name,
        content=path.read_bytes(),
        media_type="text/html",
        fetched_at=datetime(2025, 7, 24, tzinfo=UTC),
    )
