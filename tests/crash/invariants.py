"""What every reader may rely on at any moment: the tables of one snapshot belong together."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import duckdb

from warehouse.definitions import TABLES
from warehouse.home import Home
from warehouse.snapshot import connect

#: Each gives no row in a snapshot that is whole; a mix of two snapshots would.
INVARIANTS = (
    """SELECT 'facts' FROM (SELECT sum(fact_count) AS counted FROM extractions)
       WHERE coalesce(counted, 0) <> (SELECT count(*) FROM facts)""",
    """SELECT 'mentions' FROM (SELECT sum(mention_count) AS counted FROM facts)
       WHERE coalesce(counted, 0) <> (SELECT count(*) FROM mentions)""",
    "SELECT fact_id FROM mentions ANTI JOIN facts USING (fact_id)",
    "SELECT article_id FROM facts ANTI JOIN articles USING (article_id)",
    *(
        f"SELECT DISTINCT batch_id FROM {table.name} ANTI JOIN batches USING (batch_id)"  # noqa: S608
        for table in TABLES
    ),
)


def read_times(home: Path, count: int, opened_anew_every: int = 10) -> tuple[int, list[str]]:
    """Ask so many questions; returns how many, and what was wrong with the answers."""
    return _read(home, iter(range(count)), opened_anew_every)


def read_until(home: Path, stop: Path) -> tuple[int, list[str]]:
    """The same until a file of that name is there, with pauses."""

    def numbers() -> Iterator[int]:
        number = 0
        while not stop.exists():
            yield number
            number += 1
            time.sleep(0.01)

    return _read(home, numbers(), len(INVARIANTS))


def _read(home: Path, numbers: Iterator[int], opened_anew_every: int) -> tuple[int, list[str]]:
    opened, connection, faults, batch_count, asked = Home.open(home), None, [], 0, 0
    for number in numbers:
        if number % opened_anew_every == 0:
            if connection:
                connection.close()
            connection = connect(opened, threads=1)
            faults += _went_back(connection, batch_count)
            batch_count = _batch_count(connection)
        assert connection
        faults += _broken(connection, INVARIANTS[number % len(INVARIANTS)])
        asked += 1
    return asked, faults


def _batch_count(connection: duckdb.DuckDBPyConnection) -> int:
    return int(connection.execute("SELECT count(*) FROM batches").fetchall()[0][0])


def _went_back(connection: duckdb.DuckDBPyConnection, before: int) -> list[str]:
    now = _batch_count(connection)
    return [f"a reader saw {before} batches and then {now}"] if now < before else []


def _broken(connection: duckdb.DuckDBPyConnection, invariant: str) -> list[str]:
    rows = connection.execute(invariant).fetchmany(1)
    return [f"{invariant.split()[1]}: {rows[0]}"] if rows else []
