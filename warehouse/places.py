"""Finds where captures, articles and facts stand, by their ids (warehouse/derived/005_places.sql).

No row comes before what it points to, and tables are in the order of the log. So whoever knows the
first batch that holds one of some ids need not look at anything before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

_NOTE = """
INSERT INTO {places}
SELECT key_of({key}), batch_id FROM {table} WHERE batch_id >= ?"""

#: Of ids that need not be held.
_HELD_FROM = """
SET VARIABLE {table}_from = (
    SELECT coalesce(min(batch_id), {new_from}) FROM {places}
    SEMI JOIN (SELECT key_of({key}) AS key FROM ({asked})) AS asked USING (key))"""

#: Of ids that rows point to: most are new, and only for others the places are looked through.
_FOUND_FROM = """
SET VARIABLE {table}_from = (
    WITH older AS MATERIALIZED (
        SELECT DISTINCT key_of({key}) AS key FROM ({asked})
        ANTI JOIN (FROM {table} WHERE batch_id >= {new_from}) AS fresh USING ({key})
        WHERE {key} IS NOT NULL),
    found AS (
        SELECT count(*) AS found_count, min(batch_id) AS first_batch
        FROM {places} SEMI JOIN older USING (key))
    SELECT CASE
        WHEN (SELECT count(*) FROM older) = 0 THEN {new_from}
        WHEN found_count = (SELECT count(*) FROM older) THEN first_batch ELSE '' END
    FROM found)"""


def places_of(table: str) -> str:
    """The table that says where the rows of this one stand."""
    return f"{table.removesuffix('s')}_places"


def note(connection: duckdb.DuckDBPyConnection, table: str, first_batch: str) -> None:
    """Keep where the rows of a table stand that came with this batch or later."""
    connection.execute(_NOTE.format(**_names(table)), [first_batch])


def held_from(table: str, asked: str, new_from: str) -> str:
    """The statement that sets `captures_from` (or of another table) to the first batch that holds
    one of the ids that are asked for; where none is held, to the first of the new batches.
    """
    return _HELD_FROM.format(**_names(table), asked=asked, new_from=new_from)


def found_from(table: str, asked: str, new_from: str) -> str:
    """The same for ids that should all be held: where one is not, all batches are looked at."""
    return _FOUND_FROM.format(**_names(table), asked=asked, new_from=new_from)


def _names(table: str) -> dict[str, str]:
    return {
        "table": table,
        "places": places_of(table),
        "key": f"{table.removesuffix('s')}_id",
    }
