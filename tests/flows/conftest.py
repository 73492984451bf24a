"""What the tests of flows share: a folder of news, a warehouse, and the command `parley`."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from flow_samples import PARLEY, SWAP, TALKS, as_html, environment

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "data"


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
    """Run the real command on the test's warehouse and return what it did."""

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
