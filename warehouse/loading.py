"""From the batch log into the tables of a snapshot: one INSERT a table, the first of an id wins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from extractors.errors import DamagedWarehouseError
from warehouse.definitions import PLACES, TABLES, Table
from warehouse.home import Home
from warehouse.log import verify
from warehouse.manifest import BatchManifest
from warehouse.places import found_from, held_from, note, places_of

if TYPE_CHECKING:
    import duckdb

_READ = """
    SELECT * EXCLUDE (filename), parse_path(filename)[-2] AS batch_id
    FROM read_parquet(?, filename = true, file_row_number = true, union_by_name = true)"""

#: The same of a table with a column that batches of earlier schemas lack.
_READ_FILLED = """
    SELECT * REPLACE (coalesce({column}, 0) AS {column})
    FROM ((SELECT {column} FROM {table} LIMIT 0) UNION ALL BY NAME {read})"""

#: Rows whose key is new; of several with one key the first in the order of the log.
_LOAD_ROOT = """
INSERT INTO {table} BY NAME
WITH arriving AS (FROM ({read})),
held AS (
    SELECT {key} FROM (FROM {table} WHERE batch_id >= {held_from})
    SEMI JOIN arriving USING ({first_key}))
SELECT * EXCLUDE (file_row_number) FROM arriving ANTI JOIN held USING ({key})
QUALIFY row_number() OVER (PARTITION BY {key} ORDER BY batch_id, file_row_number) = 1
ORDER BY batch_id, file_row_number"""

#: Rows whose parent was loaded from the same batch.
_LOAD_CHILD = """
INSERT INTO {table} BY NAME
SELECT * EXCLUDE (file_row_number) FROM ({read})
SEMI JOIN (FROM {parent} WHERE batch_id >= ?) USING ({parent_key}, batch_id)
ORDER BY batch_id, file_row_number"""

#: A child too, with the words cut from the text of the fact's article.
_LOAD_GROUNDINGS = """
INSERT INTO groundings BY NAME
SELECT new.* EXCLUDE (file_row_number),
    substr(text, char_start + 1, char_end - char_start) AS words
FROM ({read}) AS new
JOIN (SELECT fact_id, article_id, batch_id FROM facts WHERE batch_id >= ?) USING (fact_id, batch_id)
LEFT JOIN (
    SELECT article_id, text FROM articles WHERE rowid IN (
        SELECT articles.rowid FROM (
            SELECT rowid, article_id FROM articles WHERE batch_id >= getvariable('articles_from')
        ) AS articles
        SEMI JOIN (FROM facts WHERE batch_id >= ?) AS loaded USING (article_id))
) USING (article_id)
ORDER BY batch_id, file_row_number"""

#: Rows of the batches that the snapshot should hold and does not: nothing may get lost on the way.
_MISSING = """
WITH older AS MATERIALIZED (
    SELECT batch_id, {key} FROM ({read})
    ANTI JOIN (FROM {table} WHERE batch_id >= ?) AS loaded USING ({key}))
SELECT batch_id, ({key})::VARCHAR FROM older
ANTI JOIN (
    SELECT {key} FROM (FROM {table} WHERE batch_id >= {held_from})
    SEMI JOIN older USING ({first_key})) AS held USING ({key})
ORDER BY ALL LIMIT 1"""

#: The same of a child: its rows come in the batch of their parent, so older ones need no look.
_MISSING_CHILD = """
SELECT batch_id, ({key})::VARCHAR FROM ({read})
SEMI JOIN (FROM {parent} WHERE batch_id >= ?) AS parents USING ({parent_key}, batch_id)
ANTI JOIN (FROM {table} WHERE batch_id >= ?) AS held USING ({key}, batch_id)
ORDER BY ALL LIMIT 1"""


def load(
    connection: duckdb.DuckDBPyConnection, home: Home, batches: Sequence[BatchManifest]
) -> None:
    """Verify the batches and load them, in the order of the log.

    Raises DamagedWarehouseError naming a file that is not as its manifest says.
    """
    for batch in batches:
        verify(home, batch)
    _register(connection, batches)
    partly = []  # of the others every row was new: none can be missing
    for table in TABLES:
        if files := _files(home, batches, table):
            loaded = _load_table(connection, table, files, batches[0].batch_id)
            if loaded != sum(batch.row_count(table.name) for batch in batches):
                partly.append(table)
    for missing in missing_rows(connection, home, batches, partly):
        raise DamagedWarehouseError(f"{missing}; run parley rebuild")


def missing_rows(
    connection: duckdb.DuckDBPyConnection,
    home: Home,
    batches: Sequence[BatchManifest],
    tables: Iterable[Table] = TABLES,
) -> Iterator[str]:
    """For each table the first row of the batches that is not in it, though no duplicate."""
    for table in tables:
        if files := _files(home, batches, table):
            first = batches[0].batch_id
            _find_held(connection, table, files, first)
            sql = (_MISSING_CHILD if table.parent else _MISSING).format(**_names(table))
            values = [files, first, first] if table.parent else [files, first]
            for batch_id, key in connection.execute(sql, values).fetchall():
                yield f"table {table.name} lacks {key} of batch {batch_id}"


def _files(home: Home, batches: Sequence[BatchManifest], table: Table) -> list[str]:
    return [
        str(home.log / batch.batch_id / f"{table.name}.parquet")
        for batch in batches
        if batch.row_count(table.name)
    ]


def _names(table: Table) -> dict[str, str]:
    """What the statements above leave open; all of it stands in `definitions`."""
    read = _READ
    if table.counted_from_0:
        read = _READ_FILLED.format(column=table.counted_from_0, table=table.name, read=_READ)
    whose = table.owner or table.name
    return {
        "table": table.name,
        "read": read,
        "key": ", ".join(table.key),
        "first_key": table.key[0],
        "held_from": f"getvariable('{whose}_from')" if _is_placed(table) else "''",
        "parent": table.parent or "",
        "parent_key": ", ".join(table.parent_key),
    }


def _load_table(
    connection: duckdb.DuckDBPyConnection, table: Table, files: list[str], first_batch: str
) -> int:
    """How many rows it took: those whose key is new, or whose parent is."""
    names = _names(table)
    _find_held(connection, table, files, first_batch)
    if table.parent is None:
        loaded = connection.execute(_LOAD_ROOT.format(**names), [files])
    elif table.name == "groundings":
        values = [files, first_batch, first_batch]
        loaded = connection.execute(_LOAD_GROUNDINGS.format(**names), values)
    else:
        loaded = connection.execute(_LOAD_CHILD.format(**names), [files, first_batch])
    count = int(loaded.fetchall()[0][0])
    if places_of(table.name) in PLACES:
        note(connection, table.name, first_batch)
    return count


def _is_placed(table: Table) -> bool:
    """Whether the first of its key is an id of which it is known where it stands."""
    return table.parent is None and places_of(table.owner or table.name) in PLACES


def _find_held(
    connection: duckdb.DuckDBPyConnection, table: Table, files: list[str], first_batch: str
) -> None:
    """Say from where on the table may hold a row of these files already."""
    if not _is_placed(table):
        return
    connection.execute("SET VARIABLE loaded_from = ?", [first_batch])
    find = found_from if table.owner else held_from
    arriving = _names(table)["read"]
    find_held = find(table.owner or table.name, arriving, "getvariable('loaded_from')")
    connection.execute(find_held, [files])


def _register(connection: duckdb.DuckDBPyConnection, batches: Sequence[BatchManifest]) -> None:
    import pyarrow as pa

    schema = connection.table("batches").limit(0).to_arrow_table().schema
    rows = pa.Table.from_pylist([_batch_row(batch) for batch in batches], schema)
    connection.from_arrow(rows).insert_into("batches")


def _batch_row(batch: BatchManifest) -> dict[str, object]:
    return {
        "batch_id": batch.batch_id,
        "run_id": batch.run_id,
        "committed_at": batch.committed_at,
        "parley_version": batch.parley_version,
        "schema_version": batch.schema_version,
        **{table.count_column: batch.row_count(table.name) for table in TABLES},
    }
