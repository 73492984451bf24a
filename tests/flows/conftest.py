"""What the tests of flows share: a folder of news, a warehouse, and the command `parley`."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from flow_samples import PARLEY, SWAP, TALKS, Run, as_html, environment
from pytest_httpserver import HTTPServer
from typer.testing import CliRunner
from warm_workers import WarmWorkers, stop_all

from flows import again, runs
from flows.cli import app


@pytest.fixture(autouse=True)
def warm_workers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs within this process share worker processes, but for the tests of these."""
    if request.module.__name__ != "test_workers":
        monkeypatch.setattr(runs, "Workers", WarmWorkers)
        monkeypatch.setattr(again, "Workers", WarmWorkers)


@pytest.fixture(scope="session", autouse=True)
def stopped_workers() -> Iterator[None]:
    """None is left behind."""
    yield
    stop_all()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def httpserver(httpserver: HTTPServer) -> HTTPServer:
    """A server without a robots.txt; a 500, which it gives by default, would allow nothing."""
    httpserver.expect_request("/robots.txt").respond_with_data("", 404)
    return httpserver


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with two articles, one as text and one as a page."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "swap.txt").write_text(SWAP, encoding="utf-8")
    (folder / "talks.html").write_text(as_html(TALKS), encoding="utf-8")
    return folder


@pytest.fixture
def parley(home: Path, tmp_path: Path) -> Run:
    """Run the real command on the test's warehouse, in a process of its own."""

    def run(*arguments: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [PARLEY, *map(str, arguments)],
            cwd=tmp_path,
            env=environment(PARLEY_HOME=str(home), **more),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture
def called(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The same within this process, which is faster. (Not for `sql`: it bounds its memory.)"""
    monkeypatch.chdir(tmp_path)
    for name in os.environ:
        if name.startswith(("PARLEY_", "PREFECT_")):
            monkeypatch.delenv(name)

    def run(*arguments: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
        given = [str(argument) for argument in arguments]
        done = CliRunner().invoke(app, given, env={"PARLEY_HOME": str(home), **more})
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return subprocess.CompletedProcess(given, done.exit_code, done.stdout, done.stderr)

    return run
