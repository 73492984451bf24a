"""What is kept as current is what the windows over all history say, whatever came in which order.

Rows of a small world (two addresses, few captures, articles and facts) come in random batches:
pages seen again and edited, read again, newer extractor versions, links that change, visits that
come late. After each publish every kept table is held against the macro that defines it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import duckdb
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.warehouse.made_batches import made_batch
from warehouse import definitions
from warehouse.definitions import DERIVED
from warehouse.deriving import derive, derive_all
from warehouse.gate import violations
from warehouse.home import Home
from warehouse.log import append, batch_ids
from warehouse.publishing import publish

AT = "2025-07-24 12:00:00+00"
#: A view over a kept table, and what it has to be.
DEFINED = {
    "current_readings": "readings_as_of(NULL)",
    "article_sources": "article_sources_as_of(NULL)",
    "current_facts": "facts_as_of(NULL)",
    "current_links": "links_as_of(NULL)",
    "event_facts": "event_facts_as_of(NULL)",
}


class Row(NamedTuple):
    """A row for a table; what is not given is NULL."""

    table: str
    values: dict[str, Any]


def _outcome(capture: int, page: int, run: int, minute: int) -> list[Row]:
    """A sighting, with the capture that it saw."""
    reference, capture_id = f"page-{page}", f"capture-{capture}-{page}"
    made = {"page_id": "x", "media_type": "text/html", "byte_count": 1, "run_id": f"run-{run}"}
    at = f"2025-07-24 12:{minute:02}:00+00"
    return [
        Row(
            "captures",
            made
            | {"capture_id": capture_id, "reference": reference, "source": "s", "fetched_at": AT}
            | {"warc_offset": 0, "warc_length": 1},
        ),
        Row(
            "outcomes",
            {"run_id": f"run-{run}", "source": "s", "reference": reference, "code": "stored"}
            | {"ended_at": at, "capture_id": capture_id},
        ),
        *_reading(capture, page, capture % 3, 1, 0),
    ]


def _visit(page: int, run: int, address: int) -> list[Row]:
    where = {"run_id": f"run-{run}", "reference": f"page-{page}", "url": f"page-{page}"}
    seen = {"canonical_url": f"address-{address}", "status": 200, "fetched_at": AT}
    return [Row("visits", where | seen)]


def _reading(capture: int, page: int, article: int, version: int, revision: int) -> list[Row]:
    article_id = f"article-{article}" if article else None
    key = {"capture_id": f"capture-{capture}-{page}", "reader_version": version}
    rows = [
        Row(
            "readings", key | {"revision": revision, "article_id": article_id, "outlet": f"o{page}"}
        )
    ]
    if article:
        named = {"article_id": article_id, "title": "t", "text": "x", "character_count": 1}
        rows += [Row("articles", named), *_extraction(article, 1)]
    return rows


def _extraction(article: int, version: int) -> list[Row]:
    key = {"article_id": f"article-{article}", "extractor": "talks", "extractor_version": version}
    fact = key | {"fact_id": f"fact-{article}-{version}", "kind": "talks", "status": "agreed"}
    stated = {"date_basis": "none", "quote": "q", "char_start": 0, "char_end": 1, "fields": "{}"}
    said = {"fact_id": fact["fact_id"], "hop": 0, "name": "N", "role": "speaker"}
    return [
        Row("extractions", key | {"fact_count": 1, "run_id": "r"}),
        Row("facts", fact | stated | {"confidence": 1, "rule": "r", "mention_count": 1}),
        Row("attributions", said | {"char_start": 0, "char_end": 1}),
    ]


def _link(fact: str, version: int, revision: int, event: int) -> list[Row]:
    key = {"fact_id": f"fact-{fact}", "linker_version": version, "revision": revision}
    linked = {"block": "b", "event_id": f"event-{event}" if event else None, "basis": "alone"}
    return [Row("links", key | linked | {"run_id": "r"})]


_few = st.integers(0, 2)
_one = st.integers(1, 2)
_deeds = st.one_of(
    st.builds(_outcome, _few, _one, _few, st.integers(0, 3)),
    st.builds(_visit, _one, _few, _one),
    st.builds(_reading, _few, _one, _few, _one, _few),
    st.builds(_extraction, _one, st.integers(1, 3)),
    st.builds(_link, st.sampled_from(["1-1", "1-2", "2-1"]), _one, _few, _few),
)
#: What comes before: two pages under one address, a fact of each linked.
_BEGINNING = [
    [
        *(_visit(1, 0, 0), _outcome(1, 1, 0, 0), _visit(2, 0, 0), _outcome(2, 2, 0, 1)),
        *(_link("1-1", 1, 0, 1), _link("2-1", 1, 0, 1)),
    ]
]
#: Publishes of batches of deeds.
_histories = st.lists(
    st.lists(st.lists(_deeds, min_size=1, max_size=4), min_size=1, max_size=2),
    min_size=3,
    max_size=4,
)


@pytest.fixture(scope="module")
def database() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(":memory:", config={"threads": "1"}) as connection:
        connection.execute("SET TimeZone = 'UTC'")
        definitions.apply(connection)
        yield connection


@settings(max_examples=30, deadline=None, phases=[Phase.explicit, Phase.generate])  # small as it is
@given(history=_histories)
def test_what_is_kept_is_what_the_windows_say(
    database: duckdb.DuckDBPyConnection, history: Sequence[Sequence[Sequence[list[Row]]]]
) -> None:
    for table in (*(it.name for it in definitions.TABLES), *DERIVED):
        database.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
    number = 0
    for batches in (_BEGINNING, *history):
        first = f"{number:04}"
        for batch in batches:
            _load(database, [row for deed in batch for row in deed], f"{number:04}")
            number += 1
        derive(database, first)
        for view, definition in DEFINED.items():
            assert _rows(database, view) == _rows(database, definition), view
    kept = {table: _rows(database, table) for table in DERIVED}
    derive_all(database)
    assert {table: _rows(database, table) for table in DERIVED} == kept


def _load(database: duckdb.DuckDBPyConnection, rows: Sequence[Row], batch_id: str) -> None:
    """As loading does: the first of a key stays; rows of what is not there are left out."""
    keys = {table.name: table.key for table in definitions.TABLES}
    for table, values in rows:
        key = [values[name] for name in keys[table]]
        where = " AND ".join(f"{name} = ?" for name in keys[table])
        found = database.execute(f"SELECT 1 FROM {table} WHERE {where}", key).fetchall()  # noqa: S608
        if not found and _stands(database, table, values):
            row = values | {"batch_id": batch_id}
            marks = ", ".join("?" for _ in row)
            database.execute(
                f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})",  # noqa: S608
                list(row.values()),
            )


def _stands(database: duckdb.DuckDBPyConnection, table: str, values: dict[str, Any]) -> bool:
    """Whether what the row points to is there; the gate lets nothing else pass."""
    for pointing, column, target in (
        ("readings", "capture_id", "captures"),
        ("extractions", "article_id", "articles"),
        ("facts", "article_id", "articles"),
        ("links", "fact_id", "facts"),
    ):
        if table == pointing:
            query = f"SELECT 1 FROM {target} WHERE {column} = ?"  # noqa: S608
            return bool(database.execute(query, [values[column]]).fetchall())
    return True


def _rows(database: duckdb.DuckDBPyConnection, relation: str) -> list[tuple[object, ...]]:
    return database.execute(f"FROM {relation} ORDER BY ALL").fetchall()


_SAME_ARTICLE = "UPDATE live_readings SET article_id = (SELECT min(article_id) FROM articles)"


@pytest.mark.parametrize(
    ("what", "statement"),
    [
        ("lacks the fact", "DELETE FROM live_facts"),
        ("holds an old fact", "DELETE FROM facts WHERE kind = 'talks'"),
        ("holds the fact twice", "INSERT INTO live_facts FROM live_facts"),
        ("holds two pages of the article", _SAME_ARTICLE),
        ("holds the capture twice", "INSERT INTO live_readings FROM live_readings"),
    ],
)
def test_what_is_kept_and_is_not_so_is_named(home: Home, what: str, statement: str) -> None:
    append(home, made_batch("a", "b", closing=True))
    publish(home)
    with duckdb.connect(str(home.snapshot)) as connection:
        assert list(violations(connection, batch_ids(home))) == []
        connection.execute(statement)
        list(violations(connection, batch_ids(home)))  # sets what the checks look at
        (check,) = (it for it in definitions.scripts("checks") if it.name.startswith("130"))
        assert what in {row[0] for row in connection.execute(check.sql).fetchall()}
