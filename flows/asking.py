"""Queries and their results: the SQL of an analyst, at a prompt or once, and the run ledger."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Collection
from datetime import date, datetime
from pathlib import Path
from typing import IO

from extractors.errors import QueryError, UsageError
from flows.commands.shared import Format, opened_text
from flows.console import print_result
from flows.printable import printable
from warehouse.home import Home
from warehouse.queries import Result, run_sql

SHOWN = 1000  # rows of a table; more is for a program, not for eyes
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for a formula (OWASP)

_RUNS = """
SELECT run_id, any_value(command) AS command, min(started_at) AS started_at,
    any_value(round(epoch(runs.ended_at - started_at), 1)) AS seconds,
    any_value(listed_count) AS listed,
    count(*) FILTER (code = 'stored') AS stored, count(*) FILTER (code = 'known') AS known,
    count(*) FILTER (code = 'rejected') AS rejected, count(*) FILTER (code = 'deferred') AS deferred
FROM runs LEFT JOIN outcomes USING (run_id)
GROUP BY run_id ORDER BY started_at DESC, run_id LIMIT ?"""

_RUN_IDS = "SELECT DISTINCT run_id FROM outcomes WHERE prefix(run_id, ?) ORDER BY run_id DESC"

_OUTCOMES = """
SELECT reference, source, code, reason, detail FROM outcomes
WHERE run_id = ? AND (? IS NULL OR code = ?) ORDER BY code, reason, reference"""


_SILENCE = """
SELECT kind, reason, pattern, count(*) AS sentences, count(DISTINCT article_id) AS articles,
    CASE WHEN min(len(sentence)) > 90 THEN min_by(left(sentence, 89), len(sentence)) || '…'
        ELSE min_by(sentence, len(sentence)) END AS example
FROM silence WHERE (len(?) = 0 OR list_contains(?, kind))
GROUP BY ALL ORDER BY sentences DESC, articles DESC, kind, reason, pattern LIMIT ?"""

_SILENCE_OF_ONE = """
SELECT kind, reason, pattern, sentence FROM silence
WHERE (len(?) = 0 OR list_contains(?, kind)) AND suffix(reference, ?)
ORDER BY reference, char_start, kind, pattern LIMIT ?"""


def ask(home: Home, query: str, shape: Format, output: Path | None, seconds: float) -> None:
    """Run one statement and write its result."""
    write(run_sql(home, query, limit_seconds=seconds), shape, output)


def prompt(home: Home, seconds: float) -> None:
    """Read statements from the terminal until Ctrl-D; a failing one does not end it."""
    from prompt_toolkit import PromptSession

    session: PromptSession[str] = PromptSession("parley> ")
    while True:
        try:
            query = session.prompt().strip()
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
        if query.lower().rstrip(";") in ("quit", "exit", ".quit"):
            return
        if query:
            _answer(home, query, seconds)


def _answer(home: Home, query: str, seconds: float) -> None:
    try:
        ask(home, query, Format.TABLE, None, seconds)
    except QueryError as error:
        print(f"Error: {printable(str(error))}", file=sys.stderr)  # noqa: T201  # stdout is for results


def write_runs(home: Home, limit: int, shape: Format) -> None:
    """The newest runs with the counts of their outcomes."""
    write(run_sql(home, _RUNS, parameters=[limit]), shape)


def write_outcomes(home: Home, run: str | None, code: str | None, shape: Format) -> None:
    """The outcomes of the newest run, or of the one whose id begins so."""
    found = run_sql(home, _RUN_IDS, parameters=[run or ""]).rows
    if not found:
        raise UsageError(f"there is no run {run!r}; parley runs lists them")
    result = run_sql(home, _OUTCOMES, parameters=[found[0][0], code, code])
    write(result, shape, title=f"run {found[0][0]}")


def write_silence(
    home: Home, kinds: Collection[str], article: str | None, limit: int, shape: Format
) -> None:
    """The most frequent wordings that gave no fact, or those of one article in its order."""
    asked = [list(kinds), list(kinds)]
    if article:
        write(run_sql(home, _SILENCE_OF_ONE, parameters=[*asked, article, limit]), shape)
    else:
        write(run_sql(home, _SILENCE, parameters=[*asked, limit]), shape)


def write(result: Result, shape: Format, output: Path | None = None, title: str = "") -> None:
    """A result as a table, JSON Lines or CSV."""
    names = [column.name for column in result.columns]
    if shape is Format.PARQUET:
        raise UsageError("a query is written as table, jsonl or csv; parley facts writes Parquet")
    with opened_text(output) as out:
        if shape is Format.TABLE:
            print_result(names, result.rows[:SHOWN], title, out)
            _tell_of_more(len(result.rows) - SHOWN, out)
        elif shape is Format.JSONL:
            for row in result.rows:
                fields = dict(zip(names, row, strict=True))
                out.write(json.dumps(fields, ensure_ascii=False, default=_as_text) + "\n")
        else:
            writer = csv.writer(out)
            writer.writerow(names)
            writer.writerows([_cell(value) for value in row] for row in result.rows)


def _tell_of_more(count: int, out: IO[str]) -> None:
    if count > 0:
        out.write(f"… {count} more rows; add a LIMIT, or take all with --format jsonl\n")


def _as_text(value: object) -> str:
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


def _cell(value: object) -> object:
    """A cell that no spreadsheet runs."""
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, default=_as_text)
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
