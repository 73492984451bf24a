"""The batch log, the truth of the warehouse: batches are appended whole and never changed.

A batch is written under a temporary name, brought to the disk file by file, and committed by one
rename. Names increase in the order of commit, so that all who read the log read it in one order.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from extractors.errors import DamagedWarehouseError, DiskError, UsageError
from warehouse import pages
from warehouse.definitions import schema_version
from warehouse.disk import disk_errors, remove, sync_file, sync_folder
from warehouse.home import Home
from warehouse.manifest import (
    MANIFEST,
    PAGES,
    BatchManifest,
    StoredFile,
    TableCount,
    faults,
    manifest_bytes,
    read_manifest,
)
from warehouse.records import Batch
from warehouse.rows import arrow_tables

_TIME = "%Y%m%dT%H%M%S%fZ"
_NAME = re.compile(r"(?P<time>\d{8}T\d{12}Z)-(?P<run>[A-Za-z0-9._-]+)-\d+\Z")
_RUN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}\Z")
_STAGING = ".staging-"
_ABANDONED_SECONDS = 3600.0  # nobody writes to one batch for an hour
_LOCK_SECONDS = 60.0
_BUFFER = 1 << 20  # Arrow writes Parquet in pieces of a few bytes


def append(home: Home, batch: Batch) -> str:
    """Commit a batch and return its id. Many processes may append at the same time.

    Raises UsageError for a run id that is no plain name, DiskError for what the disk refuses.
    """
    if not _RUN_ID.match(batch.run_id):
        raise UsageError(f"run id {batch.run_id!r}: use letters, digits, '.', '_' and '-' only")
    with disk_errors(home.log):
        _make_log(home)
        folder = Path(mkdtemp(prefix=_STAGING, dir=home.log))
        try:
            folder.chmod(0o755)
            return _commit(home, folder, batch, _write_rows(folder, batch))
        except BaseException:
            remove(folder)
            raise


def _make_log(home: Home) -> None:
    if not home.log.is_dir():
        home.log.mkdir(exist_ok=True)
        sync_folder(home.path)


def _write_rows(folder: Path, batch: Batch) -> tuple[TableCount, ...]:
    import pyarrow.parquet as parquet

    captured = [capture.page for capture in batch.captures]
    locations = pages.write_pages(folder / PAGES, captured) if captured else ()
    tables = arrow_tables(batch, locations)
    for table, rows in tables:
        with (folder / f"{table}.parquet").open("xb", buffering=_BUFFER) as file:
            parquet.write_table(rows, file, compression="zstd")
    return tuple(TableCount(table=table, row_count=rows.num_rows) for table, rows in tables)


def _commit(home: Home, folder: Path, batch: Batch, tables: tuple[TableCount, ...]) -> str:
    files = tuple(_synced(path) for path in sorted(folder.iterdir()))
    with commit_lock(home):
        committed_at, batch_id = _next_name(home, batch.run_id)
        manifest = BatchManifest(
            batch_id=batch_id,
            run_id=batch.run_id,
            committed_at=committed_at,
            parley_version=_parley_version(),
            schema_version=schema_version(),
            tables=tables,
            files=files,
            tools=_tools(),
            source=batch.source,
        )
        _write_manifest(folder / MANIFEST, manifest)
        sync_folder(folder)
        folder.rename(home.log / batch_id)
    sync_folder(home.log)
    return batch_id


def _synced(path: Path) -> StoredFile:
    sync_file(path)
    return StoredFile.of(path)


def _write_manifest(path: Path, manifest: BatchManifest) -> None:
    path.write_bytes(manifest_bytes(manifest))
    sync_file(path)


def _parley_version() -> str:
    try:
        return version("parley")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return "unknown"


def _tools() -> tuple[str, ...]:
    return tuple(f"{tool} {version(tool)}" for tool in ("duckdb", "pyarrow", "warcio"))


def _next_name(home: Home, run_id: str) -> tuple[datetime, str]:
    """A name later than all others; where the clock went back, a microsecond after the last."""
    names, at = entries(home), datetime.now(UTC)
    now = at.strftime(_TIME)
    ahead = (match for name in names if name >= now and (match := _NAME.match(name)))
    at = max([at, *(it for match in ahead if (it := _after(match["time"])))])
    mine = (_NAME.match(name) for name in names if f"Z-{run_id}-" in name)
    number = 1 + sum(1 for match in mine if match and match["run"] == run_id)
    return at, f"{at.strftime(_TIME)}-{run_id}-{number}"


def _after(time: str) -> datetime | None:
    """A microsecond later; None for what only looks like the time of a batch."""
    try:
        return datetime.strptime(time, _TIME).replace(tzinfo=UTC) + timedelta(microseconds=1)
    except (ValueError, OverflowError):
        return None


@contextmanager
def commit_lock(home: Home) -> Iterator[None]:
    """Hold the moment in which batches get their names."""
    from filelock import FileLock, Timeout

    lock = FileLock(home.commit_lock, timeout=_LOCK_SECONDS, poll_interval=0.005)
    try:
        lock.acquire()
    except Timeout as error:
        raise DiskError(
            f"{home.commit_lock} was held for {_LOCK_SECONDS:.0f} s by another process; "
            "find the one that hangs (fuser names it) and end it"
        ) from error
    try:
        yield
    finally:
        lock.release()


def batch_ids(home: Home) -> tuple[str, ...]:
    """The ids of all committed batches in the order of their commit."""
    return batches_among(entries(home))


def batches_among(names: Iterable[str]) -> tuple[str, ...]:
    """Those of the names that batches have, in the order of their commit."""
    return tuple(sorted(filter(_NAME.match, names)))


def entries(home: Home) -> frozenset[str]:
    """The names of all that lies in the log."""
    if not home.log.exists():
        return frozenset()
    with disk_errors(home.log):
        return frozenset(os.listdir(home.log))  # noqa: PTH208 - paths cost ten times as much


def batches(home: Home, ids: Iterable[str] | None = None) -> tuple[BatchManifest, ...]:
    """The manifests of all batches, or of the named ones, in the order of commit."""
    wanted = batch_ids(home) if ids is None else sorted(ids)
    return tuple(read_manifest(home.log / batch_id) for batch_id in wanted)


def verify(home: Home, batch: BatchManifest) -> None:
    """Compare a batch with its manifest; raises DamagedWarehouseError naming the first bad file."""
    for fault in faults(home.log / batch.batch_id, batch):
        raise DamagedWarehouseError(fault)


def rows(home: Home, batch: BatchManifest, table: str) -> list[dict[str, Any]]:
    """The rows that a batch has for a small table. Raises as `verify` does."""
    import pyarrow.parquet as parquet

    if not batch.row_count(table):
        return []
    verify(home, batch)
    with (home.log / batch.batch_id / f"{table}.parquet").open("rb") as file:
        read: list[dict[str, Any]] = parquet.read_table(file).to_pylist()
    return read


def read_page(home: Home, batch_id: str, offset: int) -> bytes:
    """The raw page whose record begins at `offset` in the batch's WARC file."""
    if not _NAME.match(batch_id):
        raise UsageError(f"{batch_id!r} is no batch id; the table captures names them")
    return pages.read_page(home.log / batch_id / PAGES, offset)


def strangers(home: Home) -> tuple[Path, ...]:
    """What lies in the log and is neither a batch nor one in the writing."""
    known = (_STAGING, ".nfs")
    strange = (name for name in entries(home) if not _NAME.match(name))
    return tuple(home.log / name for name in sorted(strange) if not name.startswith(known))


def abandoned(home: Home, names: Iterable[str]) -> tuple[Path, ...]:
    """Of the names in the log batches in the writing that nobody has touched for an hour: their
    writers are dead.
    """
    oldest = time.time() - _ABANDONED_SECONDS
    staged = sorted(name for name in names if name.startswith(_STAGING))
    return tuple(path for name in staged if _touched_at(path := home.log / name) < oldest)


def _touched_at(folder: Path) -> float:
    try:
        return max(path.stat().st_mtime for path in (folder, *folder.iterdir()))
    except FileNotFoundError:  # committed or swept meanwhile
        return time.time()


def sweep(home: Home, names: Iterable[str]) -> None:
    """Remove what dead writers left behind among the names in the log."""
    for folder in abandoned(home, names):
        remove(folder)
