"""A sample of the sweep: some 24 points over all steps, always the same ones of a program."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.crash.shim import why_not

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.slow
@pytest.mark.skipif(why_not() is not None, reason=str(why_not()))
def test_failing_at_some_calls_leaves_a_whole_warehouse() -> None:
    command = [sys.executable, "-m", "tests.crash.sweep", "--sample", "6"]
    swept = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300
    )
    assert swept.returncode == 0, swept.stdout + swept.stderr
    assert "0 faulty" in swept.stdout
