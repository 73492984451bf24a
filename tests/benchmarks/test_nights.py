"""A night over 1,000 references that are known: seconds from its start to the published snapshot,
and what was asked for; beside it the night on which they were new, of 200 of them.

    python -m pytest tests/benchmarks/test_nights.py --benchmark-only -s

Nothing is asserted of times; they are printed and stand in `extra_info`.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from pytest_benchmark.fixture import BenchmarkFixture

sys.path.append(str(Path(__file__).parents[1] / "flows"))

from flow_samples import SWAP
from nights import DAWN, Site, counts, visited

KNOWN, NEW = 1000, 200


def test_a_night_over_known_references(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    site = Site()
    site.feed(visited(tmp_path, KNOWN))
    site.night(tmp_path)  # what is loaded once is loaded
    summary = benchmark.pedantic(site.night, (tmp_path,), rounds=3)
    assert counts(summary) == {"known": KNOWN}
    benchmark.extra_info["requests"] = site.asked.total()
    benchmark.extra_info["seconds"] = round(benchmark.stats.stats.median, 2)
    print(benchmark.extra_info)  # noqa: T201


def test_the_night_before(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    site = Site()
    for number in range(NEW):
        site.story(f"story-{number}", f"{SWAP} Bus {number} was the last to arrive at the border.")
    site.feed({f"story-{number}": DAWN for number in range(NEW)})
    started = time.perf_counter()
    summary = benchmark.pedantic(site.night, (tmp_path,), rounds=1)
    assert counts(summary) == {"stored": NEW}
    benchmark.extra_info["requests"] = site.asked.total()
    benchmark.extra_info["seconds"] = round(time.perf_counter() - started, 2)
    print(benchmark.extra_info)  # noqa: T201
