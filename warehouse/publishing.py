"""Brings the snapshot up to date with the log: a private copy, checked, put in place by a rename.

Readers open the live file at any time and are never blocked. A gate that fails leaves it as it was.
"""

from __future__ import annotations

import os
import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.errors import DamagedWarehouseError, DiskError, GateFailedError, LockHeldError
from extractors.values import Value
from warehouse import log
from warehouse.definitions import TABLES, apply
from warehouse.deriving import derive, derive_all
from warehouse.disk import copy_file, disk_error, disk_errors, remove, sync_file, sync_folder
from warehouse.gate import violations
from warehouse.holding import admitted
from warehouse.home import Home, is_duckdb
from warehouse.loading import load
from warehouse.snapshot import SnapshotState, snapshot_state

if TYPE_CHECKING:
    import duckdb

_CHUNK = 500  # batches loaded at once: bounds memory when the whole log is loaded
_CONFIG = {
    "storage_compatibility_version": "v1.5.0",  # 1.5 and 2.0 open it
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}


#: What the database says where the disk, not the file, is at fault.
_REFUSALS = ("No space left", "Permission denied", "File too large", "quota exceeded", "Read-only")


class TableGrowth(Value):
    """What publishing brought to a table."""

    table: str
    added_count: int
    row_count: int  # afterwards


class Published(Value):
    """What a publish did. Nothing pending: no batches, no tables."""

    path: Path
    batch_ids: tuple[str, ...]  # added ones
    tables: tuple[TableGrowth, ...]
    rebuilt: bool
    seconds: float


def publish(home: Home, wait_seconds: float = 60.0) -> Published:
    """Load the batches that the snapshot does not hold yet, without those that are kept out
    (warehouse/holding.py); a missing or damaged snapshot is made anew.

    Raises LockHeldError when another publisher keeps the lock past the wait, GateFailedError when a
    check fails, DamagedWarehouseError for a batch that is not as its manifest says or is gone,
    ConfigurationError for a snapshot or batch of a newer parley, DiskError.
    """
    started = time.monotonic()
    with _sole_publisher(home, wait_seconds), disk_errors(home.path):
        names = _committed(home)
        state = snapshot_state(home)
        pending = _pending(state, names)
        if state.current:
            pending = admitted(home, log.batches(home, pending), beside=True)
            if not pending:
                return _published(home, started)
            if not state.batch_ids or pending[0] > state.batch_ids[-1]:
                with suppress(_DamagedSnapshot):
                    return _make(home, pending, started, anew=False)
        return _make(home, _admitted_of_all(home, names), started, anew=True)


def rebuild(home: Home, wait_seconds: float = 60.0) -> Published:
    """Make the snapshot from the log alone; its content equals that of the published one."""
    started = time.monotonic()
    with _sole_publisher(home, wait_seconds), disk_errors(home.path):
        snapshot_state(home)  # refuses the file of a newer parley or another program
        return _make(home, _admitted_of_all(home, _committed(home)), started, anew=True)


def _admitted_of_all(home: Home, names: Collection[str]) -> tuple[str, ...]:
    return admitted(home, log.batches(home, log.batches_among(names)))


class _DamagedSnapshot(Exception):  # noqa: N818 - a signal to build anew, never seen outside
    """The live file could not be read to its end."""


def _published(home: Home, started: float) -> Published:
    return Published(
        path=home.snapshot,
        batch_ids=(),
        tables=(),
        rebuilt=False,
        seconds=time.monotonic() - started,
    )


@contextmanager
def _sole_publisher(home: Home, wait_seconds: float) -> Iterator[None]:
    from filelock import FileLock, Timeout

    lock = FileLock(home.publish_lock, timeout=wait_seconds, poll_interval=0.02)
    try:
        lock.acquire()
    except Timeout as error:
        raise LockHeldError(
            f"{home.publish_lock} is held by another publisher since more than {wait_seconds:g} s; "
            "wait for it to end (fuser names it) and run parley publish again"
        ) from error
    except OSError as error:
        raise disk_error(home.publish_lock, error) from error
    try:
        remove(home.staging)  # a dead publisher's: only the holder of the lock works there
        yield
    finally:
        lock.release()


def _committed(home: Home) -> frozenset[str]:
    """What lies in the log, on the disk for good: the batches, and what is none.

    Under the commit lock: a listing beside commits could hold a batch and lack the one before.
    """
    with log.commit_lock(home):
        names = log.entries(home)
        if names:
            sync_folder(home.log)
    log.sweep(home, names)
    return names


def _pending(state: SnapshotState, names: Collection[str]) -> tuple[str, ...]:
    held = frozenset(state.batch_ids)
    if lost := sorted(held.difference(names)):
        raise DamagedWarehouseError(
            f"log/{lost[0]} is gone ({len(lost)} in all), yet the snapshot holds it; restore it "
            "from a backup, or run parley rebuild to publish what the log still has"
        )
    return log.batches_among(frozenset(names) - held)


def _make(home: Home, ids: Sequence[str], started: float, *, anew: bool) -> Published:
    home.staging.mkdir()
    copy = home.staging / f"publish-{os.getpid()}.duckdb"
    try:
        if not anew:
            copy_file(home.snapshot, copy)
        tables = _fill(home, copy, ids, anew=anew)
        _put_in_place(home, copy)
    finally:
        remove(home.staging)
    return Published(
        path=home.snapshot,
        batch_ids=tuple(ids),
        tables=tables,
        rebuilt=anew,
        seconds=time.monotonic() - started,
    )


def _fill(home: Home, copy: Path, ids: Sequence[str], *, anew: bool) -> tuple[TableGrowth, ...]:
    """Load, checkpoint and check. Nobody else opens the private copy; it is closed at the end."""
    with _opened(copy, anew=anew) as connection:
        if anew:
            connection.begin()  # else each of the hundreds of definitions is synced by itself
            apply(connection)
            connection.commit()
        before = _row_counts(connection)
        for first in range(0, len(ids), _CHUNK):
            load(connection, home, log.batches(home, ids[first : first + _CHUNK]))
        _derive(connection, ids, anew=anew)
        _checkpoint(connection)
        _pass_gate(connection, ids)
        return tuple(
            TableGrowth(table=table.name, added_count=after - held, row_count=after)
            for table, held, after in zip(TABLES, before, _row_counts(connection), strict=True)
        )


def _derive(connection: duckdb.DuckDBPyConnection, ids: Sequence[str], *, anew: bool) -> None:
    connection.begin()
    if anew:
        derive_all(connection)
    else:
        derive(connection, ids[0])
    connection.commit()


@contextmanager
def _opened(copy: Path, *, anew: bool) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to the private copy; the database's own errors become ours."""
    import duckdb

    try:
        with duckdb.connect(copy, config=dict(_CONFIG)) as connection:
            connection.execute("SET TimeZone = 'UTC'")
            yield connection
    except duckdb.Error as error:
        if any(refusal in str(error) for refusal in _REFUSALS):
            raise DiskError(f"{copy}: {error}; free some room and run parley publish") from error
        if not anew:
            raise _DamagedSnapshot from error
        raise DamagedWarehouseError(f"{copy}: {error}; run parley doctor") from error


def _checkpoint(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("CHECKPOINT")


def _row_counts(connection: duckdb.DuckDBPyConnection) -> list[int]:
    return [len(connection.table(table.name)) for table in TABLES]


def _pass_gate(connection: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> None:
    for violation in violations(connection, ids):
        batch = f"; move log/{violation.batch_id} aside" if violation.batch_id else ""
        raise GateFailedError(f"{violation}. Not published, the last good snapshot stays{batch}")


def _put_in_place(home: Home, copy: Path) -> None:
    sync_file(copy)
    _set_aside(home)
    _drop_foreign_wal(home)
    copy.rename(home.snapshot)
    sync_folder(home.path)


def _drop_foreign_wal(home: Home) -> None:
    """What a client that wrote into the live file left beside it: no other file opens with it."""
    for wal in home.path.glob(f"{home.snapshot.name}.wal*"):
        wal.unlink(missing_ok=True)


def _set_aside(home: Home) -> None:
    """A live file that is no database any more is kept: it may be another program's after all."""
    if home.snapshot.exists() and not is_duckdb(home.snapshot):
        home.snapshot.rename(home.snapshot.with_suffix(".damaged"))
