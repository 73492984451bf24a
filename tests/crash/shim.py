"""Compiles shim.c and arms it: the Nth call that touches the disk below a folder fails as asked."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
from enum import IntEnum
from pathlib import Path
from typing import NamedTuple

SOURCE = Path(__file__).with_name("shim.c")
PRELOADED = "PARLEYTEST_SHIM"  # not PARLEY_: those are settings
DIED = 86  # as in shim.c


class Mode(IntEnum):
    """What becomes of the Nth call; numbers as in shim.c."""

    COUNT = 0
    NOTHING = 1  # the process dies before it
    KB4 = 2  # of a write 4 KiB are written, then the process dies
    KB64 = 3
    FULL = 4  # all of it is done, then the process dies
    NO_SPACE = 5  # ENOSPC, and so for all later calls that need room
    IO_ERROR = 6  # EIO, once


class Call(NamedTuple):
    """A call that was counted."""

    number: int
    name: str
    byte_count: int
    takes_space: bool
    path: str


def why_not() -> str | None:
    """Why the sweep cannot run here, if so."""
    if not sys.platform.startswith("linux"):
        return "LD_PRELOAD, readlink of /proc and the calls themselves are Linux's"
    return None if shutil.which("gcc") else "there is no gcc to compile tests/crash/shim.c"


def run_preloaded(module: str, *arguments: str) -> int:
    """Run a module of the tests in a new Python that has the shim loaded; returns its exit code."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "shim.so"
        command = ["gcc", "-shared", "-fPIC", "-O1", "-o", str(library), str(SOURCE), "-ldl"]
        subprocess.run(command, check=True)
        environment = {**os.environ, "LD_PRELOAD": str(library), PRELOADED: str(library)}
        command = [sys.executable, "-m", module, *arguments]
        return subprocess.run(command, env=environment, check=False).returncode


def is_preloaded() -> bool:
    return PRELOADED in os.environ


def arm(home: Path, mode: Mode, number: int, trace: Path) -> None:
    """Fail this process at its Nth call below `home`; each counted call gets a line in `trace`."""
    library = ctypes.CDLL(os.environ[PRELOADED])
    descriptor = os.open(trace, os.O_CREAT | os.O_TRUNC | os.O_WRONLY)
    library.parley_arm(bytes(home), descriptor, int(mode), ctypes.c_long(number))


def read_trace(trace: Path) -> list[Call]:
    return [_call(*line.split("\t")) for line in trace.read_text(encoding="utf-8").splitlines()]


def _call(number: str, name: str, size: str, takes_space: str, path: str) -> Call:
    return Call(int(number), name, int(size), takes_space == "1", path)


def modes_of(call: Call, *, is_last: bool) -> list[Mode]:
    """The ways in which a call can fail that differ.

    Death after a whole call is death before the next one, so FULL is of use for the last one only;
    a write of fewer than 4 KiB cannot be cut there.
    """
    modes = [Mode.NOTHING, Mode.IO_ERROR]
    if call.takes_space:
        modes.append(Mode.NO_SPACE)
    cuts = ((Mode.KB4, 4096), (Mode.KB64, 65536))
    modes += [mode for mode, size in cuts if call.byte_count > size]
    return [*modes, Mode.FULL] if is_last else modes
