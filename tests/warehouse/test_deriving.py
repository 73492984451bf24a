"""What is kept as current is what the windows over all history say, whatever came in which order.

Rows of a small world (two addresses, few captures, articles and facts) come in random batches:
pages seen again and edited, read again, newer extractor versions, links that change, events that
are stages of another, articles with the words of others, visits that come late, outlets that change
hands. After each publish every kept table is held against the macro that defines it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import duckdb
import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from extractors.linking import Basis, Link
from tests.warehouse.made_batches import made_batch
from warehouse import definitions
from warehouse.definitions import DERIVED
from warehouse.deriving import derive, derive_all
from warehouse.gate import violations
from warehouse.home import Home
from warehouse.log import append, batch_ids
from warehouse.places import note
from warehouse.publishing import publish
from warehouse.records import Batch, StoredLink

pytestmark = pytest.mark.slow

AT = "2025-07-24 12:00:00+00"
#: A view over a kept table, and what it has to be.
DEFINED = {
    "current_readings": "readings_as_of(NULL)",
    "article_sources": "article_sources_as_of(NULL)",
    "current_facts": "facts_as_of(NULL)",
    "current_links": "links_as_of(NULL)",
    "event_facts": "event_facts_as_of(NULL)",
    "article_origins": "article_origins_as_of(NULL)",
    "events": "events_as_of(NULL)",
    "(SELECT * EXCLUDE (first_batch) FROM live_figures)": (
        "(SELECT event_id, field, side, low, best, high FROM event_values "
        "WHERE coalesce(low, best, high) IS NOT NULL)"
    ),
    "disagreements": "disagreements_among('linked_facts', 'fact_relations')",
    "(SELECT * EXCLUDE (first_batch) FROM live_scores)": (
        "scores_among('linked_facts', 'fact_relations')"
    ),
    "(SELECT event_id, mediators, heads, categories FROM live_events WHERE facts > 0)": (
        "(SELECT event_id, mediators, heads, categories FROM details_among('linked_facts'))"
    ),
    "(SELECT event_id, first_batch FROM live_events)": (
        "(SELECT event_id, min(batch_id) FROM ("
        "SELECT event_id, batch_id FROM linked_facts UNION ALL "
        "SELECT part_of, batch_id FROM linked_facts WHERE part_of IS NOT NULL) GROUP BY ALL)"
    ),
    "live_days": (
        "(SELECT day, source, count(*) FROM ("
        "SELECT DISTINCT fetched_at::DATE AS day, source, article_id FROM current_readings "
        "WHERE article_id IS NOT NULL) GROUP BY ALL)"
    ),
    "live_reads": (
        "(SELECT day, source, extractor, extractor_version, count(*), sum(fact_count)::BIGINT "
        "FROM (SELECT DISTINCT fetched_at::DATE AS day, source, article_id FROM current_readings) "
        "JOIN extractions USING (article_id) GROUP BY ALL)"
    ),
    "event_places": (
        "(SELECT key_of(event_id), batch_id FROM ("
        "SELECT event_id, batch_id FROM linked_facts UNION "
        "SELECT part_of, batch_id FROM linked_facts WHERE part_of IS NOT NULL))"
    ),
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
            | {"capture_id": capture_id, "reference": reference, "source": "s"}
            | {"fetched_at": f"2025-07-2{capture % 3} 12:00:00+00"}
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
        named |= {"published_on": f"2025-07-2{article}"}
        rows += [Row("articles", named), *_extraction(article, 1)]
    return rows


def _extraction(article: int, version: int) -> list[Row]:
    key = {"article_id": f"article-{article}", "extractor": "talks", "extractor_version": version}
    fact = key | {"fact_id": f"fact-{article}-{version}", "kind": "prisoner_exchange"}
    count = 250 - 50 * (article % version)
    home = {"UKR": {"low": count, "best": count, "high": count, "qualifier": "exact"}}
    fields = json.dumps({"returned": home, "categories": [f"c{article}"]})
    stated = {"status": "completed", "date_basis": "none", "quote": f"{count}", "char_start": 0}
    stated |= {"char_end": 1, "fields": fields, "date_start": f"2025-07-2{version}"}
    said = {"fact_id": fact["fact_id"], "hop": 0, "name": "N", "role": "speaker"}
    return [
        Row("extractions", key | {"fact_count": 1, "run_id": "r"}),
        Row("facts", fact | stated | {"confidence": 1, "rule": "r", "mention_count": 1}),
        Row("attributions", said | {"char_start": 0, "char_end": 1}),
    ]


def _page(article: int) -> list[Row]:
    """An article under an address of its own."""
    capture = 3 * article
    return [*_outcome(capture, capture, 1, 0), *_reading(capture, capture, article, 2, 0)]


def _link(fact: str, version: int, revision: int, event: int) -> list[Row]:
    """Event 1 is a stage of event 3, which facts can tell of too."""
    key = {"fact_id": f"fact-{fact}", "linker_version": version, "revision": revision}
    linked = {"block": "b", "event_id": _event(event) if event else None, "basis": "alone"}
    return [
        Row("links", key | linked | {"part_of": _event(3) if event == 1 else None, "run_id": "r"})
    ]


def _event(number: int) -> str:
    return f"prisoner_exchange/RUS-UKR/{number}"


def _origin(article: int, revision: int, origin: int) -> list[Row]:
    """Article 0 is none: the article is no longer current."""
    key = {"article_id": f"article-{article}", "version": 1, "revision": revision}
    origin_id = f"article-{origin}" if origin else None
    basis = "own_words" if origin == article else "near_duplicate" if origin else "not_current"
    return [Row("origins", key | {"origin_id": origin_id, "basis": basis, "similarity": 0.9})]


def _outlet(slug: int, revision: int, family: int) -> list[Row]:
    named = {"slug": f"o{slug}", "name": "N", "type": "paper", "family": f"family-{family}"}
    return [Row("outlets", named | {"revision": revision})]


_few = st.integers(0, 2)
_one = st.integers(1, 2)
_FACTS = ("1-1", "1-2", "1-3", "2-1", "2-2", "2-3")
_deeds = st.one_of(
    st.builds(_outcome, _few, _one, _few, st.integers(0, 3)),
    st.builds(_visit, _one, _few, _one),
    st.builds(_reading, _few, _one, _few, _one, _few),
    st.builds(_extraction, _one, st.integers(1, 3)),
    st.builds(_link, st.sampled_from(_FACTS), _one, _few, st.integers(0, 3)),
    st.builds(_link, st.sampled_from(_FACTS), _one, _few, st.integers(0, 3)),
    st.builds(_origin, _one, _few, _few),
    st.builds(_outlet, _one, _few, _one),
)
#: What comes before: two pages under one address, a fact of each linked.
_BEGINNING = [
    [
        *(_visit(1, 0, 0), _outcome(1, 1, 0, 0), _visit(2, 0, 0), _outcome(2, 2, 0, 1)),
        *(_link("1-1", 1, 0, 1), _link("2-1", 1, 0, 1)),
    ]
]
#: Two stories of a stage differ; then an article tells that one of the numbers is of the whole.
_A_WHOLE_COMES_LATE = [
    [[_page(4), _page(5), _extraction(5, 2), _link("4-1", 1, 0, 1), _link("5-2", 1, 0, 1)]],
    [[_page(6), _link("6-1", 1, 0, 3)]],
]
#: Of two articles with the same words the earlier is found to have words of its own.
_A_FIRST_ARTICLE_LEAVES = [
    [[_page(4), _page(5), _origin(4, 0, 5), _origin(5, 0, 5)]],
    [[_origin(4, 1, 4)]],
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


@settings(max_examples=6, deadline=None, phases=[Phase.explicit, Phase.generate])  # small as it is
@given(history=_histories)
@example(history=_A_WHOLE_COMES_LATE)
@example(history=_A_FIRST_ARTICLE_LEAVES)
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
        for table in ("captures", "articles", "facts"):
            note(database, table, first)
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
        ("origins", "article_id", "articles"),
        ("origins", "origin_id", "articles"),
    ):
        if table == pointing and values[column] is not None:
            key = "article_id" if target == "articles" else column
            query = f"SELECT 1 FROM {target} WHERE {key} = ?"  # noqa: S608
            if not database.execute(query, [values[column]]).fetchall():
                return False
    return True


def _rows(database: duckdb.DuckDBPyConnection, relation: str) -> list[tuple[object, ...]]:
    return sorted(database.execute(f"FROM {relation}").fetchall(), key=repr)


def _linked(batch: Batch) -> Batch:
    """With all facts of a kind in one event."""
    facts = [fact for extraction in batch.extractions for fact in extraction.facts]
    links = [
        Link(fact_id=it.fact_id, block=it.kind, event_id=f"{it.kind}/a", basis=Basis.SAME_DAY)
        for it in facts
    ]
    stored = tuple(StoredLink(link=it, linker_version=1, revision=0) for it in links)
    return batch.model_copy(update={"links": stored})


_SAME_ARTICLE = "UPDATE live_readings SET article_id = (SELECT min(article_id) FROM articles)"


@pytest.mark.parametrize(
    ("what", "statement"),
    [
        ("lacks the fact", "DELETE FROM live_facts"),
        ("holds an old fact", "DELETE FROM facts WHERE kind = 'talks'"),
        ("holds the fact twice", "INSERT INTO live_facts FROM live_facts"),
        ("holds two pages of the article", _SAME_ARTICLE),
        ("holds the capture twice", "INSERT INTO live_readings FROM live_readings"),
        ("lacks whose words the article has", "DELETE FROM live_origins"),
        ("lacks the event", "DELETE FROM live_events"),
        ("holds the event twice", "INSERT INTO live_events FROM live_events"),
        ("counts other facts of the event", "UPDATE live_events SET facts = facts - 1"),
        ("counts other facts of the event", "UPDATE live_events SET facts = facts + 1"),
        ("says where more or fewer articles stand", "DELETE FROM article_places"),
    ],
)
def test_what_is_kept_and_is_not_so_is_named(home: Home, what: str, statement: str) -> None:
    append(home, _linked(made_batch("a", "b", closing=True)))
    publish(home)
    with duckdb.connect(str(home.snapshot)) as connection:
        assert list(violations(connection, batch_ids(home))) == []
        connection.execute(statement)
        list(violations(connection, batch_ids(home)))  # sets what the checks look at
        (check,) = (it for it in definitions.scripts("checks") if it.name.startswith("130"))
        assert what in {row[0] for row in connection.execute(check.sql).fetchall()}
