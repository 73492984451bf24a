"""What the commands share: where they start from, and where their results go."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import IO, TYPE_CHECKING, BinaryIO

import typer

if TYPE_CHECKING:
    from flows.settings import Settings
    from warehouse.home import Home


class Format(StrEnum):
    """How results are written; a table is for people, the others for programs."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


def settings_of(context: typer.Context) -> Settings:
    """The settings, with --home where it was given."""
    from flows.settings import Settings

    return Settings.load(context.obj)


def home_of(context: typer.Context) -> Home:
    """The warehouse that the call is about; it must exist."""
    from warehouse.home import Home

    return Home.open(settings_of(context).home, create=False)


@contextmanager
def opened_bytes(path: Path | None) -> Iterator[BinaryIO]:
    """The file that was named, or standard output. Raises DiskError naming the file."""
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.flush()
    else:
        from warehouse.disk import disk_errors

        with disk_errors(path), path.open("wb") as out:
            yield out


@contextmanager
def opened_text(path: Path | None) -> Iterator[IO[str]]:
    """The same for text."""
    if path is None:
        yield sys.stdout
    else:
        with opened_bytes(path) as out, TextIOWrapper(out, encoding="utf-8", newline="") as text:
            yield text
