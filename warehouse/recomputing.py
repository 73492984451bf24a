"""Holds what is kept as current (warehouse/derived/) against what it is made of, for the doctor.

Two relations are equal where the numbers of their rows are and the sums of their rows' hashes: so
both are read once, and neither is held in memory. What is reckoned from the facts of an event costs
more: of large warehouses it is looked at for some events, each time for others.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from warehouse.gathering import reckon_some

if TYPE_CHECKING:
    import duckdb

EVENTS_LOOKED_AT = 5000


class Difference(NamedTuple):
    """A kept table that is not what it should be."""

    table: str
    kept_count: int  # rows, of those that were looked at
    due_count: int | None  # None: to tell it would take more memory than there is


#: Table, the columns that are compared (`whole`: all), the relation that says what they have to be.
_DEFINED = (
    ("capture_places", "key, batch_id", "(SELECT key_of(capture_id) AS key, * FROM captures)"),
    ("article_places", "key, batch_id", "(SELECT key_of(article_id) AS key, * FROM articles)"),
    ("fact_places", "key, batch_id", "(SELECT key_of(fact_id) AS key, * FROM facts)"),
    (
        "live_readings",
        "capture_id, reader_version, revision, article_id, outlet, reference, fetched_at",
        "readings_as_of(NULL)",
    ),
    ("live_links", "whole", "links_as_of(NULL)"),
    (
        "live_origins",
        "article_id, outlet, origin_id, basis, counts_as, reason, first_hand",
        "article_origins_as_of(NULL)",
    ),
    (
        "live_facts",
        "fact_id, article_id, batch_id, reference, outlet, published_on",
        "facts_as_of(NULL)",
    ),
    (
        "live_facts",
        "fact_id, event_id, part_of, basis, settled_start",
        "(FROM live_links SEMI JOIN live_facts USING (fact_id) UNION ALL BY NAME "
        "SELECT fact_id FROM live_facts ANTI JOIN live_links USING (fact_id))",
    ),
    (
        "live_facts",
        "fact_id, day_low, day_high",
        "(SELECT fact_id, event_day(kind, status, fields, settled_start, date_start) AS day_low, "
        "event_day(kind, status, fields, settled_end, date_end) AS day_high FROM live_facts)",
    ),
    (
        "event_places",
        "key, batch_id",
        "(SELECT key_of(event_id) AS key, batch_id FROM telling_batches)",
    ),
    (
        "live_events",
        "event_id, first_batch",
        "(SELECT event_id, min(batch_id) AS first_batch FROM telling_batches GROUP BY event_id)",
    ),
    (
        "live_days",
        "whole",
        "(SELECT day, source, count(*) AS article_count FROM asked_articles GROUP BY ALL)",
    ),
    (
        "live_reads",
        "day, source, extractor, extractor_version, read_count",
        "(SELECT day, source, extractor, extractor_version, count(*) AS read_count "
        "FROM asked_articles JOIN extractions USING (article_id) GROUP BY ALL)",
    ),
)
_DAYS = """
CREATE OR REPLACE TEMP VIEW asked_articles AS
SELECT DISTINCT fetched_at::DATE AS day, source, article_id FROM live_readings
WHERE article_id IS NOT NULL"""
_TELLING = """
CREATE OR REPLACE TEMP VIEW telling_batches AS
SELECT event_id, batch_id FROM live_facts WHERE event_id IS NOT NULL
UNION SELECT part_of, batch_id FROM live_facts WHERE event_id IS NOT NULL AND part_of IS NOT NULL"""
_SUM = """
SELECT count(*), coalesce(sum(row), 0)
FROM (SELECT hash({columns}) AS row FROM {relation} AS whole)"""

_RECKONED = ("live_events", "live_figures", "live_disagreements", "live_scores")
_OF_EVENTS = "(FROM warehouse.{table} SEMI JOIN reckoned_events USING (event_id))"


def differences(connection: duckdb.DuckDBPyConnection) -> Iterator[Difference]:
    """Every kept table that is not what it is made of; `connection` is attached to a snapshot."""
    connection.execute(_TELLING)
    connection.execute(_DAYS)
    for table, columns, definition in _DEFINED:
        yield from _difference(connection, table, columns, table, definition)
    connection.execute("DROP VIEW temp.telling_batches")
    connection.execute("DROP VIEW temp.asked_articles")
    for table in _RECKONED:
        connection.execute(f"CREATE TEMP TABLE {table} AS FROM {table} LIMIT 0")
    with reckon_some(connection, EVENTS_LOOKED_AT):
        for table in _RECKONED:
            kept = _OF_EVENTS.format(table=table)
            yield from _difference(connection, table, "whole", kept, f"temp.{table}")
    for table in _RECKONED:
        connection.execute(f"DROP TABLE temp.{table}")


def _difference(
    connection: duckdb.DuckDBPyConnection, table: str, columns: str, kept: str, definition: str
) -> Iterator[Difference]:
    import duckdb

    (held,) = connection.execute(_SUM.format(columns=columns, relation=kept)).fetchall()
    try:
        (due,) = connection.execute(_SUM.format(columns=columns, relation=definition)).fetchall()
    except duckdb.OutOfMemoryException:
        yield Difference(table, held[0], None)
        return
    if held != due:
        yield Difference(table, held[0], due[0])
