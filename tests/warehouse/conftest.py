"""A home of its own for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from warehouse.home import Home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Its name holds what SQL or a glob could trip over."""
    return Home.open(tmp_path / "home [1]*'x")
