"""Any name, call or query as a file: what is in it, and what is said where it fails."""

from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO

import pyarrow.parquet as parquet
import pytest

from extractors.errors import QueryError
from tests.warehouse.made_batches import made_batch
from warehouse.exporting import ExportFormat
from warehouse.home import Home
from warehouse.log import append
from warehouse.publishing import publish
from warehouse.relations import export_relation, statement_of

ODD = (
    "SELECT '=1+1' AS f, 'a\tb\n\"c\"' AS t, [1, 2] AS l, MAP {'k': 0.5} AS m, true AS y, NULL AS n"
)


@pytest.fixture
def filled(home: Home) -> Home:
    append(home, made_batch("a", "b", closing=True))
    publish(home)
    return home


def _export(home: Home, what: str, file_format: ExportFormat, **how: object) -> tuple[int, bytes]:
    out = BytesIO()
    count = export_relation(home, what, out, file_format, **how)  # type: ignore[arg-type]
    return count, out.getvalue()


@pytest.mark.parametrize(
    ("what", "statement"),
    [
        ("talks", 'FROM "talks"'),
        (" Talks ", 'FROM "Talks"'),
        ("facts_as_of('2025-01-01')", "FROM facts_as_of('2025-01-01')"),
        ("SELECT 1", "SELECT 1"),
        ("FROM talks; DROP TABLE facts", "FROM talks; DROP TABLE facts"),
    ],
)
def test_what_is_named_becomes_a_statement(what: str, statement: str) -> None:
    assert statement_of(what) == statement


@pytest.mark.parametrize(("shape", "delimiter"), [("csv", ","), ("tsv", "\t")])
@pytest.mark.parametrize("raw", [False, True])
def test_cells_come_back_and_run_in_no_spreadsheet(
    filled: Home, shape: str, delimiter: str, raw: bool
) -> None:
    count, written = _export(filled, ODD, ExportFormat(shape), raw=raw)
    rows = list(csv.reader(StringIO(written.decode(), newline=""), delimiter=delimiter))
    formula = "=1+1" if raw else "'=1+1"
    assert count == 1
    assert rows == [
        ["f", "t", "l", "m", "y", "n"],
        [formula, 'a\tb\n"c"', "[1, 2]", '{"k": "0.5"}', "true", ""],
    ]


def test_without_a_header_only_rows_are_written(filled: Home) -> None:
    assert _export(filled, "SELECT 1", ExportFormat.TSV, header=False) == (1, b"1\n")


def test_json_lines_and_parquet_hold_every_row(filled: Home) -> None:
    count, lines = _export(filled, "talks", ExportFormat.JSONL)
    told = [json.loads(line) for line in lines.decode().splitlines()]
    _, table = _export(filled, "talks", ExportFormat.PARQUET)
    rows = parquet.read_table(BytesIO(table)).to_pylist()
    assert count == len(told) == len(rows) == 2
    assert [row["parties"] for row in rows] == [row["parties"] for row in told]
    assert told[0]["date_start"] == rows[0]["date_start"].isoformat() == "2025-07-23"


def test_a_macro_is_called(filled: Home) -> None:
    assert _export(filled, "facts_as_of('1999-01-01')", ExportFormat.CSV)[0] == 0
    assert _export(filled, "facts_as_of(NULL)", ExportFormat.CSV)[0] == 6


@pytest.mark.parametrize("file_format", [ExportFormat.PARQUET, ExportFormat.JSONL])
@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("nothing_like_it", "nothing_like_it does not exist"),
        ("SELECT error('told')", "told"),
        ("FROM talks; DROP TABLE facts", "2 statements"),
        ("FROM read_text('/etc/hostname')", "disabled"),
        ("SELECT i.range FROM range(100000000000) i, range(1000)", "stopped after 1 s"),
    ],
)
def test_a_failure_is_the_query_s_and_says_why(
    filled: Home, what: str, said: str, file_format: ExportFormat
) -> None:
    with pytest.raises(QueryError, match=said):
        _export(filled, what, file_format, limit_seconds=1.0)
