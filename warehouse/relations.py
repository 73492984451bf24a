"""Any table, view, macro or SELECT of the snapshot as a file: Parquet, CSV, TSV or JSON Lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import TextIOWrapper
from typing import TYPE_CHECKING, BinaryIO

from warehouse.exporting import ExportFormat
from warehouse.home import Home
from warehouse.sandbox import asked
from warehouse.tabular import write_rows

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

_CHUNK = 10_000  # rows taken at once; in Parquet a row group
_NAME = re.compile(r"\s*([A-Za-z_]\w*)\s*")
_CALL = re.compile(r"\s*[A-Za-z_]\w*\s*\(.*\)\s*", re.DOTALL)


def export_relation(
    home: Home,
    what: str,
    out: BinaryIO,
    file_format: ExportFormat,
    *,
    raw: bool = False,
    header: bool = True,
    limit_seconds: float = 600.0,
) -> int:
    """Write what a name, a macro's call or a SELECT gives, and return how many rows.

    Raises QueryError as `run_sql` does: it is held to the same limits, but rows may be any number.
    """
    sql = statement_of(what)
    with asked(home, sql, limit_seconds=limit_seconds) as connection:
        if file_format is ExportFormat.PARQUET:
            return _write_parquet(connection, sql, out)
        result = connection.execute(sql)
        names = [column[0] for column in result.description or ()]
        text = TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
        count = write_rows(names, _rows(result), text, file_format, raw=raw, header=header)
        text.detach()
        return count


def statement_of(what: str) -> str:
    """SQL for what was named: `talks` → FROM "talks", `as_of(…)` → FROM as_of(…), else as it is."""
    if name := _NAME.fullmatch(what):
        return f'FROM "{name[1]}"'
    return f"FROM {what}" if _CALL.fullmatch(what) else what


def _rows(result: duckdb.DuckDBPyConnection) -> Iterator[tuple[object, ...]]:
    while chunk := result.fetchmany(_CHUNK):
        yield from chunk


def _write_parquet(connection: duckdb.DuckDBPyConnection, sql: str, out: BinaryIO) -> int:
    import pyarrow.parquet as parquet

    count = 0
    reader = connection.sql(sql).to_arrow_reader(_CHUNK)
    with parquet.ParquetWriter(out, reader.schema, compression="zstd") as writer:
        for batch in _batches(reader):
            writer.write_batch(batch)
            count += batch.num_rows
    return count


def _batches(reader: pa.RecordBatchReader) -> Iterator[pa.RecordBatch]:
    """Its batches. What DuckDB says goes through Arrow as an OSError: it is DuckDB's again here."""
    import duckdb
    import pyarrow as pa

    while True:
        try:
            yield reader.read_next_batch()
        except StopIteration:
            return
        except (OSError, pa.ArrowException) as error:
            kind = duckdb.InterruptException if "INTERRUPT" in str(error) else duckdb.Error
            raise kind(str(error)) from error
