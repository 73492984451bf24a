"""Rows of any query as JSON Lines, CSV or tab-separated text. Which rows is the caller's business.

In CSV and TSV a cell that a spreadsheet would run as a formula gets an apostrophe, unless `raw`.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import IO

#: What a spreadsheet takes for the beginning of a formula (OWASP), with the full-width signs.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

#: Between cells and after rows: CSV as in RFC 4180, TSV as event datasets are published.
_DIALECTS = {"csv": (",", "\r\n"), "tsv": ("\t", "\n")}


def write_rows(
    names: Sequence[str],
    rows: Iterable[Sequence[object]],
    out: IO[str],
    file_format: str,
    *,
    raw: bool = False,
    header: bool = True,
) -> int:
    """Write rows as `jsonl`, `csv` or `tsv` and return how many. `header` is about the last two."""
    if file_format == "jsonl":
        return _write_jsonl(names, rows, out)
    delimiter, end = _DIALECTS[file_format]
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
    if header:
        writer.writerow(names)
    count = 0
    for row in rows:
        writer.writerow([cell(value) if raw else harmless(cell(value)) for value in row])
        count += 1
    return count


def _write_jsonl(names: Sequence[str], rows: Iterable[Sequence[object]], out: IO[str]) -> int:
    count = 0
    for row in rows:
        fields = dict(zip(names, row, strict=True))
        out.write(json.dumps(fields, ensure_ascii=False, default=_as_text) + "\n")
        count += 1
    return count


def harmless(value: object) -> object:
    """The cell so that no spreadsheet runs it."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def cell(value: object) -> object:
    """The value as one cell: lists and maps as JSON, true and false as DuckDB has them."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, default=_as_text)
    return value


def _as_text(value: object) -> str:
    return value.isoformat() if isinstance(value, date | datetime) else str(value)
