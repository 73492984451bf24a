"""A batch's manifest: what its folder consists of, and whether that is still so."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from hashlib import file_digest, sha256
from pathlib import Path

from extractors.errors import ConfigurationError, DamagedWarehouseError
from extractors.values import Value
from warehouse.definitions import schema_version

MANIFEST = "manifest.json"
PAGES = "pages.warc.gz"


_UNKNOWN = "0" * 64


class TableCount(Value):
    """How many rows a batch has for a table."""

    table: str
    row_count: int


class StoredFile(Value):
    """A file of a batch as it was written."""

    name: str
    sha256: str
    byte_count: int

    @classmethod
    def of(cls, path: Path) -> StoredFile:
        return cls(name=path.name, sha256=_sha256(path), byte_count=path.stat().st_size)


class BatchManifest(Value):
    """What a batch consists of; `manifest.json` in its folder."""

    batch_id: str
    run_id: str
    committed_at: datetime
    parley_version: str
    schema_version: int
    tables: tuple[TableCount, ...]  # without those that have no rows
    files: tuple[StoredFile, ...]
    tools: tuple[str, ...]  # name and version of what wrote the files
    source: str | None = None  # its only one, which is judged first (warehouse/holding.py)
    checksum: str = _UNKNOWN  # sha256 of this file, with zeros in the checksum's place

    def row_count(self, table: str) -> int:
        return sum(count.row_count for count in self.tables if count.table == table)


def manifest_bytes(manifest: BatchManifest) -> bytes:
    """The manifest as its file holds it, with the checksum that finds any altered byte."""
    blank = manifest.model_copy(update={"checksum": _UNKNOWN})
    written = blank.model_dump_json(indent=1).encode() + b"\n"
    return written.replace(_UNKNOWN.encode(), sha256(written).hexdigest().encode())


def read_manifest(folder: Path) -> BatchManifest:
    """The manifest of the batch in a folder.

    Raises DamagedWarehouseError naming the file, ConfigurationError where a newer parley wrote it.
    """
    path = folder / MANIFEST
    try:
        written = path.read_bytes()
        _check_version(path, written)
        manifest = BatchManifest.model_validate_json(written)
    except (OSError, ValueError, RecursionError) as error:
        reason = error.strerror if isinstance(error, OSError) else "its content is no manifest"
        raise DamagedWarehouseError(f"{path}: {reason}; {_restore(folder)}") from error
    blank = written.replace(manifest.checksum.encode(), _UNKNOWN.encode())
    if sha256(blank).hexdigest() != manifest.checksum:
        raise DamagedWarehouseError(f"{path} was altered; {_restore(folder)}")
    return manifest


def _check_version(path: Path, written: bytes) -> None:
    """A newer parley may have added to the manifest: it is refused before the rest is read."""
    said = json.loads(written)
    version = said.get("schema_version") if isinstance(said, dict) else None
    if isinstance(version, int) and version > schema_version():
        raise ConfigurationError(
            f"{path}: schema {version} of parley {said.get('parley_version')}; "
            f"this parley knows up to {schema_version()}: install a newer one"
        )


def faults(folder: Path, batch: BatchManifest) -> Iterator[str]:
    """What differs from the manifest: a file missing, cut, altered or not named, a wrong count."""
    if batch.batch_id != folder.name:
        yield f"{folder} holds the batch {batch.batch_id}; give the folder back that name"
    for stored in batch.files:
        if fault := _fault(folder / stored.name, stored):
            yield f"{folder / stored.name} {fault}; {_restore(folder)}"
        elif stored.name.endswith(".parquet"):
            yield from _miscounts(folder / stored.name, batch)
    named = {stored.name for stored in batch.files} | {MANIFEST}
    for path in sorted(folder.iterdir()):
        if path.name not in named:
            yield f"{path} is not named in the batch's manifest; move it away"
    for count in batch.tables:
        if f"{count.table}.parquet" not in named:
            yield f"{folder / MANIFEST} counts {count.table} and names no file; {_restore(folder)}"


def _fault(path: Path, stored: StoredFile) -> str | None:
    try:
        size = path.stat().st_size
        if size != stored.byte_count:
            return f"has {size} bytes instead of {stored.byte_count}"
        return "was altered (its sha256 differs)" if _sha256(path) != stored.sha256 else None
    except FileNotFoundError:
        return "is missing"
    except OSError as error:
        return f"cannot be read ({error.strerror})"


def _miscounts(path: Path, batch: BatchManifest) -> Iterator[str]:
    import pyarrow.parquet as parquet

    held, counted = parquet.read_metadata(path).num_rows, batch.row_count(path.stem)
    if held != counted:
        yield f"{path} has {held} rows instead of {counted}; {_restore(path.parent)}"


def _sha256(path: Path) -> str:
    with path.open("rb") as content:
        return file_digest(content, "sha256").hexdigest()


def _restore(folder: Path) -> str:
    """What to do about a damaged batch. From its raw pages, if they are whole, the rows are made
    again; what a folder's manifest.csv had said of them is lost then.
    """
    run_id = folder.name[23 : folder.name.rindex("-")]
    return (
        f"restore log/{folder.name} from a backup, or move log/*-{run_id}-* and warehouse.duckdb "
        "out of the home and read the pages again: from where they came, or from each "
        f"{PAGES} there, as a source of the kind warc"
    )
