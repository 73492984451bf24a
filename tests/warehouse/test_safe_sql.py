"""What an analyst's SQL can do: read. Everything else is refused, and leaves nothing behind."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from extractors.errors import QueryError
from tests.flows.flow_samples import PARLEY, environment
from tests.warehouse.made_batches import made_batch
from warehouse.home import Home
from warehouse.log import append
from warehouse.publishing import publish
from warehouse.queries import run_sql

#: {there}: a file that can be read; {new}: one that must not come to be.
HOSTILE = {
    "several statements, or none": """
        SELEC 1
        SELECT 1; SELECT 2
        SELECT 1; DROP TABLE facts
        SELECT 1 /* ; */; DELETE FROM facts --
        .shell id
        SELECT 1 INTO OUTFILE '{new}'""",
    "writing tables": """
        CREATE TABLE x (i INT)
        CREATE TEMP TABLE x (i INT)
        CREATE TABLE memory.x (i INT)
        CREATE OR REPLACE VIEW talks AS SELECT 1
        CREATE TEMP VIEW v AS SELECT 1
        CREATE MACRO m() AS 1
        CREATE SEQUENCE s
        CREATE TYPE t AS INT
        INSERT INTO runs DEFAULT VALUES
        INSERT INTO runs SELECT * FROM runs RETURNING *
        DELETE FROM facts
        UPDATE facts SET kind = 'x'
        TRUNCATE facts
        MERGE INTO facts USING facts AS f ON true WHEN MATCHED THEN DELETE
        ALTER TABLE facts ADD COLUMN x INT
        COMMENT ON TABLE facts IS 'x'
        DROP VIEW talks
        WITH gone AS (DELETE FROM facts RETURNING *) SELECT * FROM gone
        SELECT * FROM (DELETE FROM facts RETURNING *)""",
    "writing within EXPLAIN, which ANALYZE runs": """
        EXPLAIN ANALYZE DELETE FROM facts
        EXPLAIN ANALYZE CREATE TABLE memory.main.x AS SELECT 1
        /* x */ EXPLAIN (ANALYZE) CREATE TABLE memory.main.x AS SELECT 1
        EXPLAIN CREATE TABLE memory.main.x AS SELECT 1
        EXPLAIN ANALYZE COPY facts TO '{new}'
        EXPLAIN ANALYZE ATTACH '{new}'
        EXPLAIN ANALYZE SET threads = 1
        EXPLAIN EXPLAIN ANALYZE DELETE FROM facts
        EXPLAIN ANALYZE SELECT * FROM read_text('{there}')""",
    "transactions and upkeep": """
        BEGIN
        COMMIT
        CHECKPOINT
        FORCE CHECKPOINT
        VACUUM
        ANALYZE
        PREPARE p AS SELECT 1
        EXECUTE p
        CALL checkpoint()
        CALL pragma_version()""",
    "writing files": """
        COPY facts TO '{new}'
        COPY (SELECT 1) TO '/dev/stdout'
        EXPORT DATABASE '{new}'
        IMPORT DATABASE '{there}'
        FROM import_database('{there}')
        FROM enable_logging('QueryLog', storage = 'file', storage_config = {{'path': '{new}'}})
        FROM query('COPY facts TO ''{new}''')
        SELECT * FROM (COPY facts TO '{new}')""",
    "reading files": """
        SELECT * FROM '{there}'
        SELECT * FROM "/proc/self/environ"
        SELECT * FROM read_csv('{there}')
        SELECT * FROM read_csv_auto('{there}')
        SELECT * FROM read_text('{there}')
        SELECT * FROM read_blob('/dev/zero')
        SELECT * FROM read_json('{there}')
        SELECT * FROM read_ndjson_objects('{there}')
        SELECT * FROM read_parquet('{there}')
        SELECT * FROM parquet_metadata('{there}')
        SELECT * FROM parquet_schema('{there}')
        SELECT * FROM read_single_csv_file('{there}')
        SELECT * FROM read_duckdb('{there}')
        SELECT * FROM glob('/etc/*')
        SELECT * FROM sniff_csv('{there}')
        DESCRIBE SELECT * FROM read_csv('{there}')
        SUMMARIZE SELECT * FROM read_text('{there}')
        FROM json_execute_serialized_sql(json_serialize_sql('FROM read_text(''{there}'')'))
        COPY runs FROM '{there}'
        LOAD '{there}'""",
    "the network and extensions": """
        SELECT * FROM 'https://example.org/x.csv'
        SELECT * FROM read_parquet('https://example.org/x.parquet')
        SELECT * FROM read_text('s3://bucket/x')
        ATTACH 'postgres://localhost' AS pg (TYPE postgres)
        CREATE SECRET (TYPE s3)
        INSTALL httpfs
        FORCE INSTALL httpfs FROM 'http://127.0.0.1:9'
        LOAD httpfs
        UPDATE EXTENSIONS""",
    "other databases": """
        ATTACH '{new}'
        ATTACH ':memory:' AS x
        DETACH warehouse
        USE memory
        COPY FROM DATABASE warehouse TO memory
        FROM copy_database('warehouse', 'memory')""",
    "settings and the surroundings": """
        SET threads = 1
        SET GLOBAL enable_external_access = true
        SET VARIABLE x = 1
        RESET threads
        RESET lock_configuration
        PRAGMA enable_profiling
        PRAGMA memory_limit = '100GB'
        CALL enable_logging()
        SELECT getenv('HOME')
        SELECT * FROM HIDDEN""",
    "raw memory": """
        FROM arrow_scan(1::POINTER, 1::POINTER, 1::POINTER)
        FROM arrow_scan(94000000, 94000000, 94000000)
        FROM arrow_scan_dumb(1, 1, 1)
        FROM pandas_scan(140000000000)
        FROM python_map_function(1, 2)
        FROM seq_scan('facts')""",
}
HIDDEN = "a Python variable that SQL must not see"

#: What looks at the warehouse only; a log entry does not outlive its connection.
READING = [
    "SHOW TABLES",
    "DESCRIBE facts",
    "SUMMARIZE runs",
    "EXPLAIN SELECT 1",
    "EXPLAIN ANALYZE SELECT count(*) FROM facts",
    "/* why */ EXPLAIN -- how\n (ANALYZE) FROM talks",
    "FROM talks LIMIT 1",
    "VALUES (1)",
    "SELECT 1;;",
    "PIVOT facts ON kind IN ('talks') USING count(*) GROUP BY status",
    "FROM query('SELECT 1')",
    "FROM duckdb_settings()",
    "SELECT write_log('hello')",
]


def _cases() -> list[tuple[str, str]]:
    return [
        (what, line.strip())
        for what, lines in HOSTILE.items()
        for line in lines.strip().splitlines()
    ]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Home, Path]]:
    """A home, and a folder with a file to read; nothing of either may change."""
    folder = tmp_path_factory.mktemp("safe")
    home = Home.open(folder / "home")
    append(home, made_batch("a", "b", closing=True))
    publish(home)
    (folder / "there.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    before = _bytes_below(folder)
    yield home, folder
    assert _bytes_below(folder) == before


def _bytes_below(folder: Path) -> dict[Path, str]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path: sha256(path.read_bytes()).hexdigest() for path in paths}


def test_the_table_is_long_enough() -> None:
    statements = [statement for _, statement in _cases()]
    assert len(statements) == len(set(statements)) >= 60


@pytest.mark.parametrize(("what", "statement"), _cases())
def test_sql_can_neither_write_nor_reach_anything(
    published: tuple[Home, Path], what: str, statement: str
) -> None:
    home, folder = published
    new = folder / "new"
    with pytest.raises(QueryError):
        run_sql(home, statement.format(there=folder / "there.csv", new=new), limit_seconds=20)
    assert not new.exists(), what


@pytest.mark.parametrize("statement", READING)
def test_sql_that_only_looks_is_allowed(published: tuple[Home, Path], statement: str) -> None:
    assert run_sql(published[0], statement).rows


def test_nothing_of_one_query_is_left_for_the_next(published: tuple[Home, Path]) -> None:
    home, _ = published
    settings = "SELECT name, value FROM duckdb_settings() WHERE name <> 'threads' ORDER BY ALL"
    before = run_sql(home, settings).rows
    for statement in ("SELECT write_log('x')", "FROM truncate_duckdb_logs()", "FROM checkpoint()"):
        run_sql(home, statement)
    assert run_sql(home, settings).rows == before
    assert run_sql(home, "SELECT count(*) FROM duckdb_logs()").rows == ((0,),)


def test_a_pivot_that_would_make_a_type_says_what_it_needs(published: tuple[Home, Path]) -> None:
    with pytest.raises(QueryError, match=r"ON kind IN \("):
        run_sql(published[0], "PIVOT facts ON kind USING count(*)")


def test_sql_ends_at_its_limits(published: tuple[Home, Path]) -> None:
    home, _ = published
    started = time.monotonic()
    with pytest.raises(QueryError, match=r"stopped after 0\.5 s"):
        run_sql(
            home,
            "SELECT sum(a.range * b.range) FROM range(10000000) a, range(1000000) b",
            limit_seconds=0.5,
        )
    assert time.monotonic() - started < 10
    with pytest.raises(QueryError, match=r"Out of Memory"):
        run_sql(home, "SELECT list(range) FROM range(100000000)", memory_limit="100MB")
    with pytest.raises(QueryError, match="more than 10 rows"):
        run_sql(home, "FROM range(100)", row_limit=10)


@pytest.mark.parametrize(
    "endless",
    [
        "WITH RECURSIVE t(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM t) SELECT count(*) FROM t",
        "SELECT sleep_ms(60000)",
        "SELECT count(*) FROM range(10000000000) a, range(10000000000) b",
    ],
)
def test_what_never_ends_is_stopped(published: tuple[Home, Path], endless: str) -> None:
    started = time.monotonic()
    with pytest.raises(QueryError, match="stopped after"):
        run_sql(published[0], endless, limit_seconds=0.3)
    assert time.monotonic() - started < 10


@pytest.mark.slow
@pytest.mark.parametrize(
    ("greedy", "said"),
    [
        ("SELECT levenshtein(repeat('a', 300000), repeat('b', 300000))", "within one value"),
        ("SELECT length(repeat('x', 4000000000))", "memory"),
    ],
)
def test_the_command_ends_where_one_value_takes_too_much(
    published: tuple[Home, Path], greedy: str, said: str
) -> None:
    done = subprocess.run(
        [PARLEY, "sql", greedy, "--seconds", "1"],
        env=environment(PARLEY_HOME=str(published[0].path)),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 2, done.stderr
    assert said in done.stderr.lower()
