"""Keeps how many articles of each day and source were read (warehouse/derived/030_reads.sql)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warehouse.derivations import OF_NEW

if TYPE_CHECKING:
    import duckdb

#: On which days and of which sources articles have pages; of touched ones also, as a change of -1,
#: where they had some before. Run while the tables of warehouse/derivations.py that say so stand.
_ALL_PAGES = """
CREATE OR REPLACE TEMP TABLE counted_pages AS
SELECT DISTINCT fetched_at::DATE AS day, source, article_id, 1 AS change FROM live_readings
WHERE article_id IS NOT NULL"""
_TOUCHED_PAGES = """
CREATE OR REPLACE TEMP TABLE counted_pages AS
WITH standing AS (
    SELECT capture_id, fetched_at, source, article_id FROM {live_readings_of_articles}),
standing_before AS (
    SELECT fetched_at, source, article_id FROM standing
        ANTI JOIN fresh_readings USING (capture_id)
    UNION ALL SELECT fetched_at, source, article_id FROM old_readings)
SELECT DISTINCT fetched_at::DATE AS day, source, article_id, 1 AS change FROM standing
UNION ALL
SELECT DISTINCT fetched_at::DATE, source, article_id, -1 FROM standing_before
WHERE article_id IS NOT NULL"""

#: What was counted of these days and sources, and what changed since.
_DAYS = """
CREATE OR REPLACE TEMP TABLE counted_days AS
SELECT day, source, sum(article_count)::BIGINT AS article_count
FROM (
    FROM live_days SEMI JOIN counted_pages USING (day, source)
    UNION ALL SELECT day, source, change FROM counted_pages)
GROUP BY day, source HAVING sum(article_count) > 0"""
_READS = """
CREATE OR REPLACE TEMP TABLE counted_reads AS
SELECT day, source, extractor, extractor_version, sum(read_count)::BIGINT AS read_count,
    sum(fact_count)::BIGINT AS fact_count
FROM (
    FROM live_reads SEMI JOIN counted_pages USING (day, source)
    UNION ALL
    SELECT day, source, extractor, extractor_version, change, change * fact_count
    FROM counted_pages JOIN {extractions} USING (article_id){known})
GROUP BY day, source, extractor, extractor_version HAVING sum(read_count) > 0"""
_KNOWN = " WHERE change = 1 OR batch_id < getvariable('derived_from')"

_DELETE = """
DELETE FROM {table} WHERE (day, source) IN (SELECT (day, source) FROM counted_pages)"""
_INSERT = "INSERT INTO {table} FROM {counted} ORDER BY ALL"

_TABLES = {"live_days": "counted_days", "live_reads": "counted_reads"}
_REPLACE = tuple(
    statement.format(table=table, counted=counted)
    for table, counted in _TABLES.items()
    for statement in (_DELETE, _INSERT)
)
_ALL = (_ALL_PAGES, _DAYS, _READS.format(extractions="extractions", known=""), *_REPLACE)
_TOUCHED = (
    *(_TOUCHED_PAGES.format(**OF_NEW), _DAYS),
    _READS.format(extractions=OF_NEW["extractions_of_articles"], known=_KNOWN),
    *_REPLACE,
)


def count_reads(connection: duckdb.DuckDBPyConnection, *, anew: bool) -> None:
    """Count what the touched articles change, or all articles where the tables are empty."""
    for statement in _ALL if anew else _TOUCHED:
        connection.execute(statement)
    for table in ("counted_pages", *_TABLES.values()):
        connection.execute(f"DROP TABLE IF EXISTS temp.{table}")
