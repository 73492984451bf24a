"""Views and macros that answer an analyst's question in one line."""

from __future__ import annotations

from tests.warehouse.made_batches import made_batch
from warehouse.home import Home
from warehouse.log import append
from warehouse.publishing import publish
from warehouse.records import Batch
from warehouse.snapshot import connect

Rows = list[tuple[object, ...]]


def ask(home: Home, sql: str) -> Rows:
    with connect(home) as connection:
        return connection.execute(sql).fetchall()


def test_who_said_names_each_hop_with_its_words(home: Home) -> None:
    append(home, made_batch("a"))
    publish(home)
    said = ask(home, "SELECT name, role, hop, kind, named_as, outlet FROM who_said ORDER BY ALL")
    assert said == [
        ("Rustem Umerov", "speaker", 0, "prisoner_exchange", "Rustem Umerov", "example")
    ]


def test_completeness_counts_what_the_newest_version_has_not_read(home: Home) -> None:
    append(home, made_batch("a", "b"))
    newer = made_batch("b", version=2, run="run-2").extractions
    append(home, Batch(run_id="run-2", extractions=newer[:1]))
    publish(home)
    counted = ask(
        home,
        "SELECT extractor, extractor_version, article_count, read_count, missing_count, fact_count "
        "FROM completeness ORDER BY missing_count DESC, extractor",
    )
    read_again = newer[0].extractor
    assert counted[0] == (read_again, 2, 2, 1, 1, len(newer[0].facts))
    assert [row[1:5] for row in counted[1:]] == [(1, 2, 2, 0), (1, 2, 2, 0)]
