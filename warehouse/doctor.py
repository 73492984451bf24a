"""Examines the log against its manifests and the snapshot against the log. Changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from extractors.errors import (
    ConfigurationError,
    DamagedWarehouseError,
    DiskError,
    ParleyError,
)
from extractors.values import Value
from warehouse import log
from warehouse.definitions import DERIVED, TABLES
from warehouse.gate import violations
from warehouse.holding import admitted, kept_out
from warehouse.home import Home
from warehouse.loading import missing_rows
from warehouse.manifest import BatchManifest, faults, read_manifest
from warehouse.recomputing import EVENTS_LOOKED_AT, differences
from warehouse.snapshot import SnapshotState, attach, snapshot_state

if TYPE_CHECKING:
    import duckdb


_CHUNK = 500  # batches compared at once


class Level(StrEnum):
    OK = "ok"
    WARNING = "warning"
    DAMAGE = "damage"


class Finding(Value):
    """One thing that was looked at."""

    level: Level
    subject: str  # log, snapshot, or the name of a batch or file
    message: str
    remedy: str = ""  # what to do; nothing where all is well


class _Looked(NamedTuple):
    """A batch, and what is wrong with it."""

    batch: BatchManifest | None
    findings: tuple[Finding, ...]


def examine(home: Home) -> tuple[Finding, ...]:
    """Look at everything, damage included, and say what to do. Reads every byte that is stored."""
    try:
        ids = log.batch_ids(home)
    except DiskError as error:
        return (_damage("log", str(error)), *_snapshot_findings(home, None, ()))
    looked = [_look_at(home, batch_id) for batch_id in ids]
    sound = [it.batch for it in looked if it.batch and not it.findings]
    message = f"{len(sound)} of {len(looked)} batches are as written"
    return (
        *(finding for it in looked for finding in it.findings),
        Finding(level=Level.OK, subject="log", message=message),
        *_leftovers(home),
        *_kept_out(home, sound),
        *_snapshot_findings(home, ids, sound),
    )


def _look_at(home: Home, batch_id: str) -> _Looked:
    folder = home.log / batch_id
    try:
        batch = read_manifest(folder)
    except (DamagedWarehouseError, ConfigurationError) as error:
        return _Looked(None, (_damage(batch_id, str(error)),))
    return _Looked(batch, tuple(_damage(batch_id, fault) for fault in faults(folder, batch)))


def _damage(subject: str, message: str) -> Finding:
    """A finding from a message of the form `what is wrong; what to do`."""
    wrong, _, remedy = message.rpartition("; ")
    return Finding(level=Level.DAMAGE, subject=subject, message=wrong or remedy, remedy=remedy)


def _leftovers(home: Home) -> Iterator[Finding]:
    for path in log.abandoned(home, log.entries(home)):
        yield Finding(
            level=Level.WARNING,
            subject=str(path),
            message="a writer died before it could commit this batch; nothing refers to it",
            remedy="parley publish removes it when something is published; ingest its pages again",
        )
    for path in log.strangers(home):
        yield Finding(
            level=Level.WARNING,
            subject=str(path),
            message="no batch has such a name; it is not read",
            remedy="move it out of the log, or give the batch its name back",
        )


def _kept_out(home: Home, sound: Sequence[BatchManifest]) -> Iterator[Finding]:
    for part in kept_out(home, sound):
        yield Finding(
            level=Level.WARNING,
            subject=part.source,
            message=f"{part.batch_count} batches of {part.run_id} are kept out ({part.why})",
            remedy=f"parley accept {part.run_id} {part.source} lets them in",
        )


def _snapshot_findings(
    home: Home, ids: Sequence[str] | None, sound: Sequence[BatchManifest]
) -> Iterator[Finding]:
    """What is wrong with the snapshot, by itself and beside the batches of the log. Without ids, of
    a log that cannot be listed, by itself alone.
    """
    import duckdb

    if not home.snapshot.exists():
        is_new = ids is not None and not ids
        level = Level.OK if is_new else Level.WARNING
        remedy = "run parley ingest PATH" if is_new else "run parley publish"
        yield Finding(level=level, subject="snapshot", message="none yet", remedy=remedy)
        return
    try:
        with TemporaryDirectory() as folder, attach(home, overflow=Path(folder)) as connection:
            state = snapshot_state(home)
            if ids is not None:
                yield from _difference(state, ids, admitted(home, sound))
            yield from _content_findings(connection, state)
            if state.current:
                held = set(state.batch_ids)
                published = [batch for batch in sound if batch.batch_id in held]
                yield from _missing(connection, home, published)
                yield from _kept(connection)
    except ParleyError as error:
        yield _damage("snapshot", str(error))
    except duckdb.OutOfMemoryException as error:
        why = str(error).partition("\n")[0]
        message = f"{home.snapshot} was not looked at to its end: it is too large ({why})"
        remedy = "let TMPDIR name a folder with more room"
        yield Finding(level=Level.WARNING, subject="snapshot", message=message, remedy=remedy)
    except duckdb.Error as error:
        yield _damage("snapshot", f"{home.snapshot} cannot be read ({error}); run parley rebuild")


def _difference(
    state: SnapshotState, ids: Sequence[str], publishable: Sequence[str]
) -> Iterator[Finding]:
    pending = set(publishable) - set(state.batch_ids)
    lost = sorted(set(state.batch_ids) - set(ids))
    if pending or not state.current:
        yield Finding(
            level=Level.WARNING,
            subject="snapshot",
            message=f"{len(pending)} batches of the log are not published yet"
            if pending
            else "made by another version of parley",
            remedy="run parley publish",
        )
    for batch_id in lost:
        yield Finding(
            level=Level.DAMAGE,
            subject=batch_id,
            message=f"the snapshot holds it and log/{batch_id} is gone",
            remedy="restore it from a backup, or run parley rebuild to do without it",
        )


def _content_findings(
    connection: duckdb.DuckDBPyConnection, state: SnapshotState
) -> Iterator[Finding]:
    row_count = sum(_read_all(connection, table.name) for table in TABLES)
    for name in (*DERIVED, "batches", "warehouse_version"):
        _read_all(connection, name)
    broken = [
        Finding(
            level=Level.DAMAGE,
            subject="snapshot",
            message=str(violation),
            remedy="run parley rebuild; if that fails, move the named batch out of the log",
        )
        for violation in violations(connection, state.batch_ids)
    ]
    yield from broken
    if not broken:
        message = f"{row_count} rows of {len(state.batch_ids)} batches pass all checks"
        yield Finding(level=Level.OK, subject="snapshot", message=message)


def _missing(
    connection: duckdb.DuckDBPyConnection, home: Home, batches: Sequence[BatchManifest]
) -> Iterator[Finding]:
    for first in range(0, len(batches), _CHUNK):
        for missing in missing_rows(connection, home, batches[first : first + _CHUNK]):
            yield _damage("snapshot", f"{missing}; run parley rebuild")


def _kept(connection: duckdb.DuckDBPyConnection) -> Iterator[Finding]:
    found = tuple(differences(connection))
    for one in found:
        if one.due_count is None:
            message = f"{one.table} was not held against what it is made of: it is too large"
            remedy = "if in doubt run parley rebuild, which makes it anew"
            yield Finding(level=Level.WARNING, subject="snapshot", message=message, remedy=remedy)
        else:
            wrong = f"{one.table} is not what it is made of ({one.kept_count} rows"
            yield _damage("snapshot", f"{wrong} for {one.due_count}); run parley rebuild")
    if not found:
        message = f"what is kept is what it is made of (events: of up to {EVENTS_LOOKED_AT})"
        yield Finding(level=Level.OK, subject="snapshot", message=message)


def _read_all(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    """Read every value of a table, so that every block's checksum is looked at."""
    count, _ = (
        connection.table(table).aggregate("count(*), bit_xor(hash(COLUMNS(*)))").fetchall()[0][:2]
    )
    return int(count)
