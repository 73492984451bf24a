"""A sample of each proof; the commands (tests/crash/__init__.py) run the whole.

Each runs in a process of its own, since it forks.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.crash.shim import why_not

ROOT = Path(__file__).parent.parent.parent
SAMPLES = {
    "sweep": ("--sample", "1"),
    "kills": ("--count", "4"),
    "damage": ("--count", "5"),
    "readers": ("--publishes", "3", "--readers", "3", "--queries", "40"),
}


@pytest.mark.slow
@pytest.mark.parametrize("proof", SAMPLES)
def test_the_warehouse_stays_whole(proof: str) -> None:
    if proof == "sweep" and (reason := why_not()):
        pytest.skip(reason)
    command = [sys.executable, "-m", f"tests.crash.{proof}", *SAMPLES[proof]]
    proved = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=600
    )
    assert proved.returncode == 0, proved.stdout + proved.stderr
