"""Keeps how many articles of each day and source were read (warehouse/derived/030_reads.sql)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warehouse.places import found_from

if TYPE_CHECKING:
    import duckdb

#: Of pages that came or went, and of articles that were extracted; run while the tables of
#: warehouse/derivations.py that say so are there, and `articles_from` bounds these articles.
_TOUCHED_DAYS = """
CREATE OR REPLACE TEMP TABLE touched_days AS
WITH extracted AS (
    SELECT article_id FROM extractions WHERE batch_id >= getvariable('derived_from'))
SELECT DISTINCT fetched_at::DATE AS day, source FROM (
    SELECT fetched_at, source FROM old_readings
    UNION ALL SELECT fetched_at, source FROM fresh_readings
    UNION ALL SELECT fetched_at, source
    FROM (FROM live_readings WHERE batch_id >= getvariable('articles_from'))
    SEMI JOIN extracted USING (article_id))"""

#: From the first of these days to the last: readings are about in the order of their pages.
_SPAN = """
SET VARIABLE counted_days = (
    SELECT {'first': min(day)::TIMESTAMPTZ, 'end': (max(day) + 1)::TIMESTAMPTZ}
    FROM touched_days)"""

_COUNTED = """
CREATE OR REPLACE TEMP TABLE counted_articles AS
SELECT DISTINCT fetched_at::DATE AS day, source, article_id FROM live_readings
WHERE article_id IS NOT NULL"""
_OF_DAYS = """
    AND fetched_at >= getvariable('counted_days').first
    AND fetched_at < getvariable('counted_days').end
    AND (fetched_at::DATE, source) IN (SELECT (day, source) FROM touched_days)"""

_DELETE = """
DELETE FROM {table} WHERE (day, source) IN (SELECT (day, source) FROM touched_days)"""

_INSERTS = (
    """
INSERT INTO live_days
SELECT day, source, count(*) FROM counted_articles GROUP BY ALL ORDER BY ALL""",
    """
INSERT INTO live_reads
SELECT day, source, extractor, extractor_version, count(*), sum(fact_count)::BIGINT
FROM counted_articles
JOIN (FROM extractions WHERE batch_id >= {first}) USING (article_id)
GROUP BY day, source, extractor, extractor_version ORDER BY ALL""",
)

_TOUCHED = (
    *(_SPAN, _COUNTED + _OF_DAYS),
    found_from("articles", "FROM counted_articles", "getvariable('derived_from')"),
    *(_DELETE.format(table=table) for table in ("live_days", "live_reads")),
    *(it.format(first="getvariable('articles_from')") for it in _INSERTS),
)
_ALL = (_COUNTED, *(it.format(first="''") for it in _INSERTS))


def note_days(connection: duckdb.DuckDBPyConnection) -> None:
    """Keep in mind which days and sources the new batches touch."""
    connection.execute(_TOUCHED_DAYS)


def count_reads(connection: duckdb.DuckDBPyConnection, *, anew: bool) -> None:
    """Count the days that were noted, or all of them where the tables are made anew."""
    for statement in _ALL if anew else _TOUCHED:
        connection.execute(statement)
    for table in ("touched_days", "counted_articles"):
        connection.execute(f"DROP TABLE IF EXISTS temp.{table}")
