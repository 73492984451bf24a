"""An analyst's SQL over the published snapshot: one statement, read-only, within limits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING, NamedTuple

from extractors.errors import QueryError
from warehouse.home import Home
from warehouse.snapshot import connect

if TYPE_CHECKING:
    import duckdb

_ALLOWED = ("SELECT", "EXPLAIN")  # SHOW, DESCRIBE, SUMMARIZE, VALUES and FROM are SELECTs too
_FETCHED = 10_000  # rows taken at once, between looks at the limits


class Column(NamedTuple):
    """A column of a result; `type` is DuckDB's name for it."""

    name: str
    type: str


class Result(NamedTuple):
    """What a query gave; times are aware, in UTC."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[object, ...], ...]


def run_sql(
    home: Home,
    sql: str,
    *,
    parameters: Sequence[object] = (),
    limit_seconds: float = 60.0,
    memory_limit: str = "2GB",
    row_limit: int = 1_000_000,
) -> Result:
    """Run one reading statement. Raises QueryError when it is refused, fails or passes a limit.

    The memory limit is DuckDB's: single values (`repeat('x', 4000000000)`) escape it, and while one
    is made no time limit is seen. `bound_memory` closes that for a process that only asks.
    """
    with asked(home, sql, limit_seconds=limit_seconds, memory_limit=memory_limit) as connection:
        return _fetch(connection.execute(sql, list(parameters)), row_limit)


@contextmanager
def asked(
    home: Home, sql: str, *, limit_seconds: float, memory_limit: str = "2GB"
) -> Iterator[duckdb.DuckDBPyConnection]:
    """A hardened connection for the statement, which was examined; QueryError as in `run_sql`."""
    import duckdb

    with connect(home, memory_limit=memory_limit) as connection:
        timer = Timer(limit_seconds, connection.interrupt)
        timer.daemon = True
        timer.start()
        try:
            _check_statement(connection, sql)
            yield connection
        except duckdb.InterruptException as error:
            raise QueryError(
                f"stopped after {limit_seconds:g} s; ask for less, or raise the limit"
            ) from error
        except (duckdb.Error, MemoryError) as error:
            raise QueryError(str(error) or "out of memory") from error
        finally:
            timer.cancel()


def _check_statement(connection: duckdb.DuckDBPyConnection, sql: str) -> None:
    statements = connection.extract_statements(sql)
    if len(statements) != 1:
        raise QueryError(f"{len(statements)} statements; give exactly one")
    kind = statements[0].type.name
    if kind not in _ALLOWED:
        raise QueryError(f"{kind} is not allowed here: the warehouse is read with SELECT only")


def _fetch(result: duckdb.DuckDBPyConnection, row_limit: int) -> Result:
    columns = tuple(Column(column[0], str(column[1])) for column in result.description or ())
    rows: list[tuple[object, ...]] = []
    while chunk := result.fetchmany(_FETCHED):
        rows.extend(chunk)
        if len(rows) > row_limit:
            raise QueryError(f"more than {row_limit:,} rows; add a LIMIT or aggregate")
    return Result(columns, tuple(rows))


def bound_memory(byte_count: int) -> None:
    """Bound this process's address space for good: what DuckDB's own limit lets pass fails too."""
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    soft = byte_count if hard == resource.RLIM_INFINITY else min(byte_count, hard)
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
