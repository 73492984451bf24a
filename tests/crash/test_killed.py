"""Samples of the random kills and of the readers under publishes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


def _proof(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one of the commands; in a process of its own, since it forks."""
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=600
    )


@pytest.mark.slow
def test_kills_at_random_moments_lose_nothing() -> None:
    killed = _proof("tests.crash.kills", "--count", "20")
    assert killed.returncode == 0, killed.stdout + killed.stderr


@pytest.mark.slow
def test_readers_meet_no_error_and_no_mixed_state_under_publishes() -> None:
    read = _proof("tests.crash.readers", "--publishes", "4", "--readers", "3", "--queries", "60")
    assert read.returncode == 0, read.stdout + read.stderr
    assert "0 faults" in read.stdout
