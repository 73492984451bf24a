"""References fetched a second from 50 hosts on loopback that answer after 20 ms, and the same by a
bare httpx loop of the same concurrency: threads, or one thread with asyncio.

    python -m pytest tests/benchmarks/test_fetching.py --benchmark-only -s

Nothing is asserted of times; the ratio is printed, and stands in `extra_info`. Memory is that of a
whole run over 100,000 references with their outcomes, from listing to publishing, in a process of
its own (tests/benchmarks/many_references.py).
"""

from __future__ import annotations

import asyncio
import json
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from flows.lanes import side_by_side
from flows.settings import Settings
from flows.web.answers import Reply
from flows.web.client import Web, host_of

HOSTS, PAGES, LATENCY = 50, 20, 0.02
TLS = ssl.create_default_context()  # making one takes longer than ten requests
SETTINGS = Settings(allow_private_addresses=True, host_seconds=0, hosts_at_once=HOSTS)


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    command = [sys.executable, "-m", "tests.faults.slow", str(LATENCY)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        assert server.stdout
        yield int(server.stdout.readline())
        server.terminate()


def ours(port: int) -> None:
    """As a batch is fetched: judged, in turn, with robots.txt for each host."""
    urls = [f"http://host{n}.test:{port}/{page}" for page in range(PAGES) for n in range(HOSTS)]
    with Web(SETTINGS, resolver=lambda *_: ["127.0.0.1"]) as web:

        def fetch(url: str) -> bool:
            return isinstance(web.get(url, ("text/html",)), Reply)

        assert all(side_by_side(urls, host_of, fetch, SETTINGS.hosts_at_once))


def httpx_threads(port: int) -> None:
    """A client of its own in each thread, with one connection."""

    def fetch_all(host: int) -> None:
        with httpx.Client(trust_env=False, verify=TLS) as client:
            for page in range(PAGES):
                headers = {"Host": f"host{host}.test"}
                assert client.get(f"http://127.0.0.1:{port}/{page}", headers=headers).content

    with ThreadPoolExecutor(HOSTS) as threads:
        list(threads.map(fetch_all, range(HOSTS)))


def httpx_asyncio(port: int) -> None:
    """The same in one thread: a pool shared by all hosts would be what is measured."""

    async def fetch_all(host: int) -> None:
        async with httpx.AsyncClient(trust_env=False, verify=TLS) as client:
            for page in range(PAGES):
                headers = {"Host": f"host{host}.test"}
                url = f"http://127.0.0.1:{port}/{page}"
                assert (await client.get(url, headers=headers)).content

    async def loop() -> None:
        await asyncio.gather(*(fetch_all(host) for host in range(HOSTS)))

    asyncio.run(loop())


def per_second(fetch: Callable[[int], None], port: int) -> float:
    started = time.perf_counter()
    fetch(port)
    return HOSTS * PAGES / (time.perf_counter() - started)


def test_fetching(benchmark: BenchmarkFixture, port: int) -> None:
    for fetch in (ours, httpx_threads, httpx_asyncio):
        fetch(port)  # what is loaded once is loaded
    rounds = [
        [per_second(fetch, port) for fetch in (ours, httpx_threads, httpx_asyncio)]
        for _ in range(3)
    ]
    benchmark.pedantic(ours, (port,), rounds=1)
    mine, threads, loop = (sorted(column)[1] for column in zip(*rounds, strict=True))
    told = {
        "references_per_second": round(mine),
        "httpx_threads": round(threads),
        "httpx_asyncio": round(loop),
        "ratio_to_threads": round(mine / threads, 2),
        "ratio_to_asyncio": round(mine / loop, 2),
    }
    benchmark.extra_info.update(told)
    print(told)  # noqa: T201


def test_memory(benchmark: BenchmarkFixture) -> None:
    command = [sys.executable, "-m", "tests.benchmarks.many_references", "100000"]
    told = json.loads(benchmark.pedantic(subprocess.check_output, (command,), rounds=1))
    benchmark.extra_info.update(told)
    print(told)  # noqa: T201
