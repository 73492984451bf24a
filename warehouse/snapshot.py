"""The read side of the published snapshot: connections that change and reach nothing, look-ups."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.article import Article
from extractors.errors import ConfigurationError, DamagedWarehouseError
from extractors.values import Value
from warehouse.definitions import definition_hash, schema_version
from warehouse.disk import disk_errors
from warehouse.home import Home, is_duckdb
from warehouse.stored import SELECT_ARTICLES, StoredArticle

if TYPE_CHECKING:
    import duckdb

_CONFIG = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",  # a name in SQL is never a Python variable
    "temp_directory": "",  # memory that does not suffice is an error, not a file
}
_READ_AT_ONCE = 200  # articles


class SnapshotState(Value):
    """What the live file is, before it is published again."""

    current: bool  # there, readable and made with today's definitions
    batch_ids: tuple[str, ...] = ()


def connect(
    home: Home, *, memory_limit: str = "2GB", threads: int = 4
) -> duckdb.DuckDBPyConnection:
    """A hardened read-only connection to the published snapshot: no files, no settings.

    Raises ConfigurationError when there is none yet, DamagedWarehouseError when it does not open.
    """
    connection = attach(home, memory_limit=memory_limit, threads=threads)
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def attach(
    home: Home, *, memory_limit: str = "2GB", threads: int = 4, overflow: Path | None = None
) -> duckdb.DuckDBPyConnection:
    """A read-only connection that may read files too, for our own statements. What does not fit
    into memory goes into the folder `overflow`, if one is given.

    The file is attached to a database in memory: so a new connection sees the newest snapshot even
    while an older one is open in this process. Raises as `connect` does.
    """
    import duckdb

    _check_published(home)
    config = _CONFIG | {"memory_limit": memory_limit, "threads": str(threads)}
    if overflow:
        config["temp_directory"] = str(overflow)
    connection = duckdb.connect(":memory:", config=dict(config))
    try:
        _attach(connection, home.snapshot)
    except duckdb.Error as error:
        connection.close()
        raise DamagedWarehouseError(
            f"{home.snapshot} cannot be opened ({error}); run parley rebuild"
        ) from error
    return connection


def _attach(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    quoted = str(path).replace("'", "''")
    connection.execute(f"ATTACH '{quoted}' AS warehouse (READ_ONLY)")
    connection.execute("USE warehouse")
    connection.execute("SET TimeZone = 'UTC'")


def _check_published(home: Home) -> None:
    if not home.snapshot.exists():
        remedy = "parley rebuild" if home.log.is_dir() else "parley ingest PATH"
        raise ConfigurationError(f"{home.snapshot} does not exist yet; run {remedy} first")
    if not is_duckdb(home.snapshot):
        raise DamagedWarehouseError(
            f"{home.snapshot} is no DuckDB database any more; run parley rebuild"
        )


def snapshot_state(home: Home) -> SnapshotState:
    """Whether the live file can be built upon, and the batches that it holds.

    Raises ConfigurationError for a file of a newer parley and for one that is not ours.
    """
    import duckdb

    absent = SnapshotState(current=False)
    if not home.snapshot.exists():
        return absent
    try:
        with connect(home) as connection:
            return _state(connection, home.snapshot)
    except (DamagedWarehouseError, duckdb.Error):
        return absent


def _state(connection: duckdb.DuckDBPyConnection, path: Path) -> SnapshotState:
    import duckdb

    try:
        versions = connection.execute("FROM warehouse_version").fetchall()
    except duckdb.CatalogException as error:
        raise ConfigurationError(
            f"{path} is a database of another program; move it away, or choose another --home"
        ) from error
    version, definitions = versions[0]
    if version > schema_version():
        raise ConfigurationError(
            f"{path} has schema {version}; this parley knows up to {schema_version()}: install a "
            "newer one"
        )
    ids = connection.execute("SELECT batch_id FROM batches ORDER BY batch_id").fetchall()
    return SnapshotState(
        current=definitions == definition_hash(), batch_ids=tuple(row[0] for row in ids)
    )


@contextmanager
def reading(home: Home) -> Iterator[duckdb.DuckDBPyConnection | None]:
    """A connection, or None where nothing is published yet."""
    if not home.snapshot.exists():
        yield None
        return
    with disk_errors(home.snapshot), connect(home) as connection:
        yield connection


def known_captures(home: Home, capture_ids: Collection[str]) -> set[str]:
    """Those of the ids that the snapshot holds; none where nothing is published yet."""
    if not capture_ids:
        return set()
    with reading(home) as connection:
        if connection is None:
            return set()
        rows = connection.execute(
            "SELECT capture_id FROM captures SEMI JOIN (SELECT unnest(?::VARCHAR[]) AS capture_id) "
            "USING (capture_id)",
            [list(capture_ids)],
        )
        return {row[0] for row in rows.fetchall()}


#: Articles of the newest readings that one of the extractors has not read at its version.
_UNREAD = """
WITH wanted AS (SELECT unnest(?::VARCHAR[]) AS extractor, unnest(?::INTEGER[]) AS extractor_version)
SELECT DISTINCT article_id FROM article_sources CROSS JOIN wanted
ANTI JOIN extractions USING (article_id, extractor, extractor_version)
ORDER BY article_id"""


def articles_without(home: Home, versions: Mapping[str, int]) -> Iterator[Article]:
    """The stored articles that lack an extraction by one of the extractors at the given version."""
    with reading(home) as connection:
        if connection is None:
            return
        names, numbers = list(versions), list(versions.values())
        unread = [row[0] for row in connection.execute(_UNREAD, [names, numbers]).fetchall()]
        for first in range(0, len(unread), _READ_AT_ONCE):
            yield from _articles(connection, unread[first : first + _READ_AT_ONCE])


def _articles(connection: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> Iterator[Article]:
    wanted = "article_id IN (SELECT unnest(?::VARCHAR[]))"
    result = connection.execute(SELECT_ARTICLES.format(conditions=wanted), [ids])
    names = [column[0] for column in result.description or ()]
    for row in result.fetchall():
        yield StoredArticle.of(dict(zip(names, row, strict=True))).article()
