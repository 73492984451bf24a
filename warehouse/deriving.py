"""Keeps the tables of what is current (warehouse/derived/) as the loaded batches leave it.

Either for all there is, or for what newly loaded batches touch: then rows of touched captures,
articles and facts are taken out and made again, and nothing older is looked at than what is
touched, since no row comes before what it points to. (A log put together by hand may break that;
a rebuild, which looks at all, mends it.) Both ways run the same statements over another scope, so
they come to the same rows; the macros ..._as_of(NULL) in warehouse/views say what those have to be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from warehouse.counting import count_reads
from warehouse.definitions import CURRENT
from warehouse.derivations import (
    ALL_STEPS,
    FACT_STEPS,
    OF_ALL,
    OF_NEW,
    STEPS,
    TOUCHING_ALL,
    WORKROOM,
)
from warehouse.gathering import gather_all, gathered

if TYPE_CHECKING:
    import duckdb


def derive_all(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tables anew from all batches that are loaded."""
    for table in CURRENT:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
    for statement in ALL_STEPS:
        connection.execute(statement.format(**OF_ALL))
    gather_all(connection)
    count_reads(connection, anew=True)
    _forget(connection)


def derive(connection: duckdb.DuckDBPyConnection, first_batch: str) -> None:
    """Bring the tables up to date with the batches from this one on: they came after all others."""
    connection.execute("SET VARIABLE derived_from = ?", [first_batch])
    if connection.execute(TOUCHING_ALL.format(**OF_NEW)).fetchall() != [(0,)]:
        derive_all(connection)
        return
    for statement in STEPS:
        connection.execute(statement.format(**OF_NEW))
    with gathered(connection):
        for statement in FACT_STEPS:
            connection.execute(statement.format(**OF_NEW))
    count_reads(connection, anew=False)
    _forget(connection)


def _forget(connection: duckdb.DuckDBPyConnection) -> None:
    for table in WORKROOM:
        connection.execute(f"DROP TABLE IF EXISTS temp.{table}")
