"""A folder's manifest.csv: what people know of its files. Strict, for it outranks the pages."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path

from extractors.errors import ConfigurationError
from extractors.page import ManifestEntry
from extractors.values import Value

NAME = "manifest.csv"
COLUMNS = ("file", "url", "outlet", "published", "title", "language", "upstream")


class Entry(Value):
    """One line: the file as written, relative to the folder, and what is said of it."""

    file: str
    line: int
    said: ManifestEntry


class ManifestError(ConfigurationError):
    """A manifest is wrong; the message names file, line and column."""


def read_manifest(folder: Path) -> dict[str, Entry]:
    """The manifest's entries by file; empty where the folder has none."""
    path = folder / NAME
    entries: dict[str, Entry] = {}
    for entry in _entries(path) if path.is_file() else ():
        if entry.file in entries:
            first = entries[entry.file].line
            raise _wrong(path, entry.line, "file", entry.file, f"stands in line {first} already")
        entries[entry.file] = entry
    return entries


def _entries(path: Path) -> Iterator[Entry]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines, restkey="", restval=None)
            _check_columns(path, list(reader.fieldnames or ()))
            for row in reader:
                yield _entry(path, reader.line_num, row)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ManifestError(f"{path} cannot be read ({error}); save it as CSV in UTF-8") from error


def _check_columns(path: Path, columns: list[str]) -> None:
    for column in columns:
        if column not in COLUMNS:
            near = get_close_matches(column, COLUMNS, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"it may have {', '.join(COLUMNS)}"
            raise ManifestError(f"{path}, line 1: unknown column {column!r}; {hint}")
        if columns.count(column) > 1:
            raise ManifestError(f"{path}, line 1: column {column!r} stands there twice; keep one")
    if "file" not in columns:
        raise ManifestError(f"{path}, line 1: no column 'file'; add one with each file's name")


def _entry(path: Path, line: int, row: dict[str, str | None]) -> Entry:
    if "" in row or None in row.values():
        raise ManifestError(
            f"{path}, line {line}: the number of values is not that of the columns in line 1; "
            "put values that hold a comma in quotation marks"
        )
    cells = {name: (cell or "").strip() for name, cell in row.items()}
    file = cells.pop("file")
    if not file or Path(file).is_absolute() or ".." in Path(file).parts:
        raise _wrong(path, line, "file", file, "is no path inside the folder")
    for name, cell in cells.items():
        if cell and (fault := _fault(name, cell)):
            raise _wrong(path, line, name, cell, fault)
    said = {name: cell or None for name, cell in cells.items()}
    return Entry(
        file=Path(file).as_posix(),
        line=line,
        said=ManifestEntry.model_validate({**said, "published": _published(said.get("published"))}),
    )


def _fault(column: str, cell: str) -> str | None:
    """What is wrong with a cell; None where nothing is."""
    if column == "language" and not re.fullmatch(r"[a-z]{2}", cell):
        return "is no two-letter language code (ISO 639-1) such as 'en'"
    if column == "url" and not re.match(r"https?://[^/\s]", cell):
        return "is no http or https address"
    if column == "published":
        return _date_fault(cell)
    return None


def _date_fault(cell: str) -> str | None:
    try:
        published = _published(cell)
    except ValueError:
        return "is no date such as 2025-07-23 or 2025-07-23T18:00:00+03:00"
    if isinstance(published, datetime) and published.tzinfo is None:
        return "has a time without its zone; write 2025-07-23T18:00:00+03:00 or the bare day"
    return None


def _published(cell: str | None) -> datetime | str | None:
    """A bare day stays ISO text, a time becomes a time (as `ManifestEntry` wants it)."""
    if cell is None:
        return None
    return date.fromisoformat(cell).isoformat() if len(cell) <= 10 else datetime.fromisoformat(cell)


def _wrong(path: Path, line: int, column: str, value: str, fault: str) -> ManifestError:
    return ManifestError(f"{path}, line {line}, column {column}: {value!r} {fault}")
