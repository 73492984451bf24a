"""The checks that a snapshot passes before it is published: queries that must return no rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from warehouse.definitions import Script, scripts
from warehouse.places import found_from

if TYPE_CHECKING:
    import duckdb

_SHOWN = 3

#: What the checks look at: the rows of these batches, and the texts that their facts come from.
_SCOPE = """
CREATE OR REPLACE TEMP TABLE checked_batches AS SELECT unnest(?::VARCHAR[]) AS batch_id"""

#: Rows of older batches were checked when they came; where all batches are checked, all rows are.
_FROM = """
SET VARIABLE checked_from = (
    SELECT CASE WHEN count(*) = (SELECT count(*) FROM batches) THEN '' ELSE min(batch_id) END
    FROM checked_batches)"""

#: What the checked rows are about, and the first batch that holds some of it: rows that point to it
#: came with it or later, so none before can clash with a checked one.
_MENTIONED = {
    "capture": ("captures", "readings", "outcomes", "visits"),
    "article": ("articles", "readings", "fingerprints", "origins", "extractions"),
    "fact": ("links",),
}
#: As a table: looked up in once. Of the whole warehouse it would not fit into memory.
_TEXTS = """
CREATE OR REPLACE TEMP {kind} checked_texts AS
SELECT article_id, text FROM articles WHERE rowid IN (
    SELECT articles.rowid FROM (
        SELECT rowid, article_id FROM articles WHERE batch_id >= getvariable('articles_from')
    ) AS articles SEMI JOIN (
        FROM facts SEMI JOIN checked_batches USING (batch_id)) AS checked USING (article_id))"""


class Violation(NamedTuple):
    """A check that returned rows."""

    check: str
    message: str  # what such rows mean
    rows: tuple[str, ...]  # the first of them
    batch_id: str | None  # the batch that brought the first of them

    def __str__(self) -> str:
        return f"check {self.check}: {self.message}: {'; '.join(self.rows)}"


def violations(
    connection: duckdb.DuckDBPyConnection, batches: Sequence[str]
) -> Iterator[Violation]:
    """Run every check over the rows of the named batches."""
    connection.execute(_SCOPE, [list(batches)])
    connection.execute(_FROM)
    is_whole = len(connection.table("batches")) <= len(batches)
    for whose in _MENTIONED:
        connection.execute(_near(whose, is_whole=is_whole))
    connection.execute(_TEXTS.format(kind="VIEW" if is_whole else "TABLE"))
    for check in scripts("checks"):
        if violation := _violation(connection, check):
            yield violation


def _near(whose: str, *, is_whole: bool) -> str:
    """The statement that says from where on rows of checked captures, articles or facts stand."""
    if is_whole:
        return f"SET VARIABLE {whose}s_from = ''"
    mentioned = " UNION ".join(
        f"SELECT {whose}_id FROM {table} SEMI JOIN checked_batches USING (batch_id)"  # noqa: S608
        for table in _MENTIONED[whose]
    )
    return found_from(f"{whose}s", mentioned, "getvariable('checked_from')")


def _violation(connection: duckdb.DuckDBPyConnection, check: Script) -> Violation | None:
    result = connection.execute(check.sql)
    columns = [column[0] for column in result.description or ()]
    rows = result.fetchmany(_SHOWN)
    if not rows:
        return None
    message = check.sql.partition("\n")[0].removeprefix("-- ")
    shown = tuple(
        ", ".join(f"{name} {_short(value)}" for name, value in zip(columns, row, strict=True))
        for row in rows
    )
    batch_id = rows[0][columns.index("batch_id")] if "batch_id" in columns else None
    return Violation(check.name, message, shown, batch_id)


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:79]}…"
