"""Queries and their results: the SQL of an analyst, at a prompt or once, and the run ledger."""

from __future__ import annotations

import sys
from collections.abc import Collection
from pathlib import Path
from typing import IO

from extractors.errors import QueryError, UsageError
from flows.commands.shared import Format, opened_lines, opened_text
from flows.console import print_result
from flows.printable import printable
from warehouse.home import Home
from warehouse.queries import Result, bound_time, run_sql
from warehouse.tabular import write_rows

SHOWN = 1000  # rows of a table; more is for a program, not for eyes
GRACE = 2.0  # seconds that a query has to notice that its time is over

#: A run that was killed has outcomes and no row of its own: it is known by them.
_RUNS = """
WITH ids AS (SELECT run_id FROM runs UNION SELECT run_id FROM outcomes),
warned AS (
    SELECT run_id, string_agg(source || ' ' || code, ', ' ORDER BY source, code) AS warnings
    FROM warnings GROUP BY run_id),
held AS (SELECT run_id, sum(held_count) AS held FROM held_back GROUP BY run_id)
SELECT run_id, coalesce(any_value(command), '(killed, or at work)') AS command,
    coalesce(min(started_at), min(outcomes.ended_at)) AS started_at,
    any_value(round(epoch(runs.ended_at - started_at), 1)) AS seconds,
    any_value(listed_count) AS listed,
    count(*) FILTER (code = 'stored') AS stored, count(*) FILTER (code = 'known') AS known,
    count(*) FILTER (code = 'not_modified') AS not_modified,
    count(*) FILTER (code = 'robots') AS robots,
    count(*) FILTER (code = 'rejected') AS rejected,
    count(*) FILTER (code = 'deferred') AS deferred,
    coalesce(any_value(held), 0)::BIGINT AS held,
    any_value(warnings) AS warnings
FROM ids LEFT JOIN runs USING (run_id) LEFT JOIN outcomes USING (run_id)
    LEFT JOIN warned USING (run_id) LEFT JOIN held USING (run_id)
GROUP BY run_id ORDER BY started_at DESC, run_id LIMIT ?"""

_RUN_IDS = """
SELECT run_id FROM (SELECT run_id FROM outcomes UNION SELECT run_id FROM warnings)
WHERE prefix(run_id, ?) ORDER BY run_id DESC"""

_OUTCOMES = """
SELECT reference, source, code, reason, detail, ended_at FROM outcomes
WHERE run_id = ? AND (? IS NULL OR code = ?) ORDER BY code, reason, reference"""

_WARNINGS = """
SELECT source, warnings.code, detail, warnings.held_count AS held,
    CASE WHEN held_count = 0 THEN '' WHEN accepted_at IS NULL
        THEN 'parley accept ' || run_id || ' ' || source ELSE 'accepted ' || accepted_at::DATE
    END AS "to let them in"
FROM warnings LEFT JOIN acceptances USING (run_id, source)
WHERE run_id = ? ORDER BY ALL"""


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


def ask(
    home: Home,
    query: str,
    shape: Format,
    output: Path | None,
    seconds: float,
    *,
    raw: bool = False,
) -> None:
    """Run one statement and write its result."""
    with bound_time(seconds + GRACE):
        result = run_sql(home, query, limit_seconds=seconds)
    write(result, shape, output, raw=raw)


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
    """The outcomes of the newest run, or of the one whose id begins so; on stderr what was
    suspicious about it. What is held back is not among the outcomes.
    """
    found = run_sql(home, _RUN_IDS, parameters=[run or ""]).rows
    if not found:
        raise UsageError(f"there is no run {run!r}; parley runs lists them")
    result = run_sql(home, _OUTCOMES, parameters=[found[0][0], code, code])
    write(result, shape, title=f"run {found[0][0]}")
    warned = run_sql(home, _WARNINGS, parameters=[found[0][0]])
    if warned.rows:
        print_result([it.name for it in warned.columns], warned.rows, "warnings", sys.stderr)


def write_silence(
    home: Home, kinds: Collection[str], article: str | None, limit: int, shape: Format
) -> None:
    """The most frequent wordings that gave no fact, or those of one article in its order."""
    asked = [list(kinds), list(kinds)]
    if article:
        write(run_sql(home, _SILENCE_OF_ONE, parameters=[*asked, article, limit]), shape)
    else:
        write(run_sql(home, _SILENCE, parameters=[*asked, limit]), shape)


def write(
    result: Result,
    shape: Format,
    output: Path | None = None,
    title: str = "",
    *,
    raw: bool = False,
) -> None:
    """A result as a table, JSON Lines, CSV or TSV."""
    names = [column.name for column in result.columns]
    if shape is Format.PARQUET:
        raise UsageError("Parquet is written by parley export, from a name or a query")
    if shape is Format.TABLE:
        with opened_text(output) as out:
            print_result(names, result.rows[:SHOWN], title, out)
            _tell_of_more(len(result.rows) - SHOWN, out)
    else:
        with opened_lines(output) as out:
            write_rows(names, result.rows, out, shape, raw=raw)


def _tell_of_more(count: int, out: IO[str]) -> None:
    if count > 0:
        out.write(f"… {count} more rows; add a LIMIT, or take all with --format jsonl\n")
