"""What the commands share: where they start from, and where their results go."""

from __future__ import annotations

import sys
from codecs import getincrementaldecoder
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import IO, TYPE_CHECKING, BinaryIO

import typer

from flows.printable import printable

if TYPE_CHECKING:
    from typing_extensions import Buffer

    from flows.settings import Settings
    from warehouse.home import Home


class Format(StrEnum):
    """How results are written; a table is for people, the others for programs."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
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
    """The file that was named, or standard output. Raises DiskError naming the file.

    What goes to a terminal is made safe for it; a pipe gets it exactly.
    """
    if path is None and sys.stdout.isatty():
        yield _Shown()
        sys.stdout.flush()
    elif path is None:
        yield sys.stdout.buffer
        sys.stdout.flush()
    else:
        from warehouse.disk import disk_errors

        with disk_errors(path), path.open("wb") as out:
            yield out


@contextmanager
def opened_text(path: Path | None) -> Iterator[IO[str]]:
    """The same for tables, which are safe already and want to know how wide the terminal is."""
    if path is None:
        yield sys.stdout
    else:
        with opened_bytes(path) as out, TextIOWrapper(out, encoding="utf-8", newline="") as text:
            yield text


@contextmanager
def opened_lines(path: Path | None) -> Iterator[IO[str]]:
    """The same for text that programs read."""
    with opened_bytes(path) as out:
        text = TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
        yield text
        text.detach()


class _Shown(BytesIO):
    """A terminal that is written to in bytes: what could harm it is shown as a sign."""

    def __init__(self) -> None:
        super().__init__()
        self._decoder = getincrementaldecoder("utf-8")("replace")

    def write(self, data: Buffer, /) -> int:
        text = self._decoder.decode(bytes(data))
        sys.stdout.write(printable(text.replace("\r\n", "\n")))
        return memoryview(data).nbytes


def refuse_bytes_on_terminal(shape: Format, output: Path | None) -> None:
    """Raise UsageError where Parquet would go to a terminal."""
    if shape is Format.PARQUET and output is None and sys.stdout.isatty():
        from extractors.errors import UsageError

        raise UsageError("Parquet is nothing for a terminal; add --output FILE")
