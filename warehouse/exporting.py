"""Facts and articles as JSON Lines, CSV, TSV or Parquet, whatever the order of ingestion."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from io import TextIOWrapper
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO

from extractors.values import Span
from warehouse.home import Home
from warehouse.queries import ArticleFilter, FactFilter, articles, facts
from warehouse.stored import StoredArticle, StoredFact
from warehouse.tabular import write_rows

if TYPE_CHECKING:
    import pyarrow as pa

_Record = dict[str, Any]

#: Column → Arrow type, in the order of the file; `json` is text that holds a JSON value.
_FACT_COLUMNS = {
    "fact_id": "string",
    "article": "string",
    "article_id": "string",
    "url": "string",
    "outlet": "string",
    "title": "string",
    "published": "string",
    "kind": "string",
    "status": "string",
    "date": "string",
    "date_start": "date32",
    "date_end": "date32",
    "date_precision": "string",
    "date_basis": "string",
    "quote": "string",
    "char_start": "int64",
    "char_end": "int64",
    "fields": "json",
    "grounding": "json",
    "attribution": "json",
    "mentions": "json",
    "confidence": "float64",
    "extractor": "string",
    "extractor_version": "int64",
    "rule": "string",
}
_ARTICLE_COLUMNS = {
    "article": "string",
    "article_id": "string",
    "url": "string",
    "outlet": "string",
    "title": "string",
    "authors": "json",
    "published": "string",
    "published_basis": "string",
    "language": "string",
    "text": "string",
    "removed": "json",
    "ai_generated_words": "string",
    "upstream": "json",
    "capture_count": "int64",
    "fact_count": "int64",
    "capture_id": "string",
}
_CHUNK = 5_000  # rows of a Parquet row group


class ExportFormat(StrEnum):
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    PARQUET = "parquet"


def export_facts(
    home: Home,
    out: BinaryIO,
    file_format: ExportFormat = ExportFormat.JSONL,
    wanted: FactFilter | None = None,
    *,
    raw: bool = False,
) -> int:
    """Write the current facts that pass the filter and return how many.

    In CSV a cell that a spreadsheet would run as a formula gets an apostrophe, unless `raw`.
    """
    records = (_fact_record(fact) for fact in facts(home, wanted))
    return _write(records, out, file_format, _FACT_COLUMNS, raw=raw)


def export_articles(
    home: Home,
    out: BinaryIO,
    file_format: ExportFormat = ExportFormat.JSONL,
    wanted: ArticleFilter | None = None,
    *,
    raw: bool = False,
) -> int:
    """Write the current articles that pass the filter, with their removed blocks."""
    records = (_article_record(article) for article in articles(home, wanted))
    return _write(records, out, file_format, _ARTICLE_COLUMNS, raw=raw)


def fact_line(fact: StoredFact) -> str:
    """A fact as one line of JSON, in the form of FACTS.md."""
    return _json(_fact_record(fact))


def article_line(article: StoredArticle) -> str:
    """An article as one line of JSON."""
    return _json(_article_record(article))


def _fact_record(fact: StoredFact) -> _Record:
    return {
        "fact_id": fact.fact_id,
        "article": fact.reference,
        "article_id": fact.article_id,
        "url": fact.url,
        "outlet": fact.outlet,
        "title": fact.title,
        "published": fact.published,
        "kind": fact.kind,
        "status": fact.status,
        "date": fact.date,
        "date_start": _day(fact.date_start),
        "date_end": _day(fact.date_end),
        "date_precision": fact.date_precision,
        "date_basis": fact.date_basis,
        "quote": fact.quote,
        "char_start": fact.char_start,
        "char_end": fact.char_end,
        "fields": dict(fact.fields),
        "grounding": {
            field: list(ground) if isinstance(ground, Span) else ground
            for field, ground in fact.grounding.items()
        },
        "attribution": [{"name": by.name, "role": by.role.value} for by in fact.attribution],
        "mentions": [
            {"char_start": said.span.start, "char_end": said.span.end, "quote": said.quote}
            for said in fact.mentions
        ],
        "confidence": fact.confidence,
        "extractor": fact.extractor,
        "extractor_version": fact.extractor_version,
        "rule": fact.rule,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _article_record(article: StoredArticle) -> _Record:
    """All but what depends on the run: who listed the page, and when it was got."""
    values = {"article": article.reference, **article.model_dump(mode="json")}
    return {column: values[column] for column in _ARTICLE_COLUMNS}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _write(
    records: Iterator[_Record],
    out: BinaryIO,
    file_format: ExportFormat,
    columns: dict[str, str],
    *,
    raw: bool,
) -> int:
    match file_format:
        case ExportFormat.JSONL:
            return _write_jsonl(records, out)
        case ExportFormat.CSV | ExportFormat.TSV:
            text = TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
            rows = (tuple(_flat(record, columns).values()) for record in records)
            count = write_rows(tuple(columns), rows, text, file_format, raw=raw)
            text.detach()
            return count
        case ExportFormat.PARQUET:
            return _write_parquet(records, out, columns)


def _write_jsonl(records: Iterator[_Record], out: BinaryIO) -> int:
    count = 0
    for record in records:
        out.write(_json(record).encode() + b"\n")
        count += 1
    return count


def _flat(record: _Record, columns: dict[str, str]) -> _Record:
    return {
        column: _json(record[column]) if kind == "json" else record[column]
        for column, kind in columns.items()
    }


def _write_parquet(records: Iterator[_Record], out: BinaryIO, columns: dict[str, str]) -> int:
    import pyarrow as pa
    import pyarrow.parquet as parquet

    schema = _arrow_schema(columns)
    count = 0
    with parquet.ParquetWriter(out, schema, compression="zstd") as writer:
        while rows := [_flat(record, columns) for record in islice(records, _CHUNK)]:
            writer.write_table(pa.Table.from_pylist([_dated(row) for row in rows], schema))
            count += len(rows)
    return count


def _arrow_schema(columns: dict[str, str]) -> pa.Schema:
    import pyarrow as pa

    return pa.schema(
        [
            (name, pa.type_for_alias(kind.replace("json", "string")))
            for name, kind in columns.items()
        ]
    )


def _dated(row: _Record) -> _Record:
    days = {
        column: date.fromisoformat(row[column])
        for column in ("date_start", "date_end")
        if row.get(column)
    }
    return row | days
