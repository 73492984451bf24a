"""An analyst's SQL over the published snapshot: one statement, read-only, within limits."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, NamedTuple

from extractors.errors import QueryError
from warehouse.home import Home
from warehouse.snapshot import connect

if TYPE_CHECKING:
    import duckdb

_SPACE = r"(?:\s|--[^\n]*\n|/\*.*?\*/)"
#: What may stand before the SELECT that is explained. ANALYZE runs it: it must be one.
_EXPLAIN = re.compile(
    rf"{_SPACE}*EXPLAIN\b{_SPACE}*(?:ANALYZE\b{_SPACE}*|\([^()]*\){_SPACE}*)?", re.I | re.S
)
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
    is made no time limit is seen. `bound_memory` and `bound_time` close that for a process that
    only asks.
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
    kind = _only_kind(connection, sql)
    if kind == "EXPLAIN":
        explained = _EXPLAIN.match(sql)
        kind = _only_kind(connection, sql[explained.end() :]) if explained else kind
    if kind == "MULTI":
        raise QueryError("PIVOT needs its values named here: ON kind IN ('talks', 'ceasefire')")
    if kind != "SELECT":
        raise QueryError(f"{kind} is not allowed here: the warehouse is read with SELECT only")


def _only_kind(connection: duckdb.DuckDBPyConnection, sql: str) -> str:
    """What the one statement is; SHOW, DESCRIBE, SUMMARIZE, VALUES and FROM are SELECTs too."""
    statements = connection.extract_statements(sql)
    if len(statements) != 1:
        raise QueryError(f"{len(statements)} statements; give exactly one")
    try:
        return str(statements[0].type.name)
    except ValueError:  # a type that DuckDB's Python client has no name for
        return "this statement"


def _fetch(result: duckdb.DuckDBPyConnection, row_limit: int) -> Result:
    columns = tuple(Column(column[0], str(column[1])) for column in result.description or ())
    rows: list[tuple[object, ...]] = []
    while chunk := result.fetchmany(_FETCHED):
        rows.extend(chunk)
        if len(rows) > row_limit:
            raise QueryError(f"more than {row_limit:,} rows; add a LIMIT or aggregate")
    return Result(columns, tuple(rows))


@contextmanager
def bound_memory(byte_count: int = 4 << 30) -> Iterator[None]:
    """Bound what the block may add to this process's address space: what DuckDB's own limit lets
    pass fails too.
    """
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = _address_space() + byte_count
    bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(resource.RLIMIT_AS, (bound, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _address_space() -> int:
    """Bytes of address space in use; 0 where the system does not tell."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
    except OSError:
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


@contextmanager
def bound_time(seconds: float) -> Iterator[None]:
    """End this process, exit code 2, where the block takes longer.

    Some of DuckDB's functions (levenshtein, repeat) do not see that they are interrupted.
    """

    def end() -> None:
        print(  # noqa: T201 - nobody else can say it any more
            f"Error: stopped after {seconds:g} s, within one value; ask for less", file=sys.stderr
        )
        sys.stderr.flush()
        os._exit(2)

    timer = Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
