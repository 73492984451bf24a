"""Keeps what is known of each event (warehouse/derived/020_events.sql) as its facts have it.

An event is reckoned again when a fact of it came or went, a stage of it or the whole that it is a
stage of: what counts the stages looks at these, and a stage's figures are held against the whole's.
All that is needed for that are the facts of these events and of what they are parts of, and only
the batches are looked at that have some (event_places). The macros …_among say what is made of
the facts, for these tables as for the views over all (warehouse/views/07*.sql).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

_EVENTS_AT_ONCE = 5000  # bounds memory when all are reckoned

#: Events that the facts of touched articles belong to, and the batches of these.
_THEIR_EVENTS = """
SELECT DISTINCT event_id, part_of, batch_id FROM (
    FROM live_facts WHERE batch_id >= getvariable('articles_from') AND event_id IS NOT NULL)
SEMI JOIN touched_articles USING (article_id)"""

_RECKONED = """
CREATE OR REPLACE TEMP TABLE reckoned_events AS
SELECT event_id FROM touched_events
UNION SELECT part_of FROM touched_events WHERE part_of IS NOT NULL
UNION SELECT event_id FROM live_events
    SEMI JOIN (SELECT event_id AS part_of FROM touched_events) AS wholes USING (part_of)"""

#: The batches that tell of these events; of those that they are parts of as well.
_PLACES = """
CREATE OR REPLACE TEMP TABLE near_places AS
SELECT DISTINCT batch_id FROM event_places
SEMI JOIN (SELECT key_of(event_id) AS key FROM reckoned_events) AS reckoned USING (key)"""
_NEAR = """
CREATE OR REPLACE TEMP TABLE near_events AS
FROM reckoned_events
UNION SELECT part_of FROM {linked} SEMI JOIN near_places ON {batch} = near_places.batch_id
    SEMI JOIN reckoned_events USING (event_id) WHERE part_of IS NOT NULL"""
_MORE_PLACES = """
INSERT INTO near_places
SELECT batch_id FROM event_places
SEMI JOIN (SELECT key_of(event_id) AS key FROM near_events ANTI JOIN reckoned_events
    USING (event_id)) AS wholes USING (key)"""
_NEW_PLACES = "INSERT INTO near_places SELECT batch_id FROM touched_events"

_NEAR_FACTS = """
CREATE OR REPLACE TEMP TABLE near_facts AS
WITH there AS (FROM linked_facts SEMI JOIN near_places USING (batch_id))
FROM there SEMI JOIN near_events USING (event_id)
UNION ALL
FROM there SEMI JOIN (SELECT event_id AS part_of FROM reckoned_events) AS wholes USING (part_of)
    ANTI JOIN near_events USING (event_id)"""

#: Which batches have facts of an event or of its stages.
_TELLING = """
CREATE OR REPLACE TEMP TABLE telling_batches AS
    SELECT event_id, batch_id FROM {facts}
    UNION SELECT part_of, batch_id FROM {facts} WHERE part_of IS NOT NULL"""

_GATHERED = """
CREATE OR REPLACE TEMP TABLE gathered_events AS
SELECT event_id, min(batch_id) AS first_batch FROM telling_batches
SEMI JOIN reckoned_events USING (event_id)
GROUP BY event_id"""

_CLAIMS = "CREATE OR REPLACE TEMP TABLE near_claims AS FROM claims_among('near_facts')"

_NUMBERS = """
CREATE OR REPLACE TEMP TABLE near_numbers AS
SELECT event_id, list(DISTINCT best ORDER BY best) AS whole_numbers FROM near_claims
WHERE field IN ('returned', 'total') AND best IS NOT NULL GROUP BY event_id"""

_RELATIONS = """
CREATE OR REPLACE TEMP TABLE near_relations AS
SELECT event_id, field, side, fact_id, other_fact_id, relation, independent, value, other_value
FROM relations_among('near_facts', 'near_claims', 'near_numbers')
SEMI JOIN reckoned_events USING (event_id)"""

_INSERT_EVENTS = """
INSERT INTO live_events BY NAME
SELECT gathered.*, told.* EXCLUDE (event_id, facts), coalesce(facts, 0) AS facts,
    details.* EXCLUDE (event_id), whole_numbers
FROM gathered_events AS gathered
LEFT JOIN events_among('near_facts') AS told USING (event_id)
LEFT JOIN details_among('near_facts') AS details USING (event_id)
LEFT JOIN near_numbers USING (event_id)
ORDER BY first_batch, event_id"""

_INSERT_FIGURES = """
INSERT INTO live_figures BY NAME
SELECT event_id, field, side, low, best, high, first_batch
FROM values_among('near_claims') JOIN gathered_events USING (event_id)
WHERE coalesce(low, best, high) IS NOT NULL
ORDER BY first_batch, event_id, field, side"""

_INSERT_OTHERS = """
INSERT INTO {table} BY NAME
FROM {among}('near_facts', 'near_relations') JOIN gathered_events USING (event_id)
ORDER BY first_batch, event_id"""

_INSERTS = (
    _INSERT_EVENTS,
    _INSERT_FIGURES,
    _INSERT_OTHERS.format(table="live_scores", among="scores_among"),
)
_CLASHES = "SELECT count(*) FROM near_relations WHERE relation = 'contradicts'"
_INSERT_DISAGREEMENTS = _INSERT_OTHERS.format(
    table="live_disagreements", among="disagreements_among"
)

_DELETE = """
DELETE FROM {table} WHERE rowid IN (
    SELECT row FROM (
        SELECT {table}.rowid AS row, {event} AS event FROM {table}
        SEMI JOIN near_places ON {batch} = near_places.batch_id)
    SEMI JOIN (SELECT {reckoned} AS event FROM reckoned_events) AS reckoned USING (event))"""
_DELETES = (
    *(
        _DELETE.format(table=table, event="event_id", batch="first_batch", reckoned="event_id")
        for table in ("live_events", "live_figures", "live_disagreements", "live_scores")
    ),
    _DELETE.format(
        table="event_places",
        event="key",
        batch="event_places.batch_id",
        reckoned="key_of(event_id)",
    ),
)

_INSERT_PLACES = """
INSERT INTO event_places
SELECT key_of(event_id), batch_id FROM telling_batches{those}
ORDER BY batch_id, event_id"""
_THOSE_RECKONED = " SEMI JOIN reckoned_events USING (event_id)"

_RECKON = (
    _NEAR_FACTS,
    _TELLING.format(facts="near_facts"),
    _GATHERED,
    _CLAIMS,
    _NUMBERS,
    _RELATIONS,
    *_INSERTS,
)

#: All events in the order in which they were first told of, some at a time.
_ALL_EVENTS = """
CREATE OR REPLACE TEMP TABLE all_events AS
SELECT event_id, (row_number() OVER (ORDER BY min(batch_id), event_id) - 1) // ? AS portion
FROM telling_batches GROUP BY event_id"""
_PORTION = """
CREATE OR REPLACE TEMP TABLE reckoned_events AS
SELECT event_id FROM all_events WHERE portion = ?"""

_SOME = """
CREATE OR REPLACE TEMP TABLE reckoned_events AS
SELECT event_id FROM (SELECT DISTINCT event_id FROM live_facts WHERE event_id IS NOT NULL)
USING SAMPLE reservoir({event_count} ROWS)"""

#: Temporary tables of the statements above.
_WORKROOM = (
    *("touched_events", "all_events", "reckoned_events", "near_places", "near_events"),
    *(
        "near_facts",
        "telling_batches",
        "gathered_events",
        "near_claims",
        "near_numbers",
        "near_relations",
    ),
)


def gather_all(connection: duckdb.DuckDBPyConnection) -> None:
    """Reckon all events of live_facts; the tables are empty."""
    connection.execute(_TELLING.format(facts="linked_facts"))
    connection.execute(_INSERT_PLACES.format(those=""))
    connection.execute(_ALL_EVENTS, [_EVENTS_AT_ONCE])
    last = connection.execute("SELECT max(portion) FROM all_events").fetchall()[0][0]
    for portion in range(0 if last is None else last + 1):
        connection.execute(_PORTION, [portion])
        _reckon_chosen(connection)
    _forget(connection)


def _reckon_chosen(connection: duckdb.DuckDBPyConnection) -> None:
    """The reckoned events, whatever is kept of them."""
    connection.execute(_PLACES)
    connection.execute(_NEAR.format(linked="live_facts", batch="live_facts.batch_id"))
    connection.execute(_MORE_PLACES)
    _reckon(connection)


@contextmanager
def reckon_some(connection: duckdb.DuckDBPyConnection, event_count: int) -> Iterator[None]:
    """Reckon that many events, taken at random, into empty tables that hide the kept ones. In here
    `reckoned_events` has their ids.
    """
    connection.execute(_SOME.format(event_count=event_count))
    _reckon_chosen(connection)
    yield
    _forget(connection)


@contextmanager
def gathered(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """In here the facts of touched articles are made anew; then what is known of their events."""
    connection.execute(f"CREATE OR REPLACE TEMP TABLE touched_events AS {_THEIR_EVENTS}")
    yield
    connection.execute(f"INSERT INTO touched_events {_THEIR_EVENTS}")
    if len(connection.table("touched_events")):
        for statement in (
            *(_RECKONED, _PLACES, _NEAR.format(linked="live_events", batch="first_batch")),
            *(_MORE_PLACES, _NEW_PLACES, *_DELETES),
        ):
            connection.execute(statement)
        _reckon(connection)
        connection.execute(_INSERT_PLACES.format(those=_THOSE_RECKONED))
    _forget(connection)


def _reckon(connection: duckdb.DuckDBPyConnection) -> None:
    for statement in _RECKON:
        connection.execute(statement)
    if connection.execute(_CLASHES).fetchall() != [(0,)]:
        connection.execute(_INSERT_DISAGREEMENTS)


def _forget(connection: duckdb.DuckDBPyConnection) -> None:
    for table in _WORKROOM:
        connection.execute(f"DROP TABLE IF EXISTS temp.{table}")
