"""The check that references hold: it names each kind of reference that leads to nothing."""

from __future__ import annotations

import duckdb
import pytest

from tests.warehouse.made_batches import made_article, made_batch
from warehouse.definitions import scripts
from warehouse.gate import violations
from warehouse.home import Home
from warehouse.log import append, batch_ids
from warehouse.publishing import publish
from warehouse.records import Batch, Reading

LONE = "INSERT INTO articles SELECT * REPLACE ('lone' AS article_id) FROM articles LIMIT 1"
BREAKING = [
    ("outcomes → captures", "DELETE FROM captures"),
    ("readings → captures", "DELETE FROM captures"),
    ("readings → articles", "DELETE FROM articles"),
    ("articles → readings", LONE),
    ("removed_blocks → readings", "DELETE FROM readings"),
    ("removed_blocks → readings", "UPDATE removed_blocks SET revision = 1"),
    ("extractions → articles", "DELETE FROM articles"),
    ("facts → extractions", "UPDATE facts SET extractor_version = 7"),
    ("mentions → facts", "DELETE FROM facts"),
    ("groundings → facts", "DELETE FROM facts"),
    ("attributions → facts", "DELETE FROM facts"),
]


def broken(home: Home, statement: str) -> set[object]:
    """The kinds of references that the check names after a statement."""
    with duckdb.connect(str(home.snapshot)) as connection:
        connection.execute(statement)
        list(violations(connection, batch_ids(home)))  # sets what the checks look at
        (check,) = (it for it in scripts("checks") if it.name == "020_references_hold")
        return {row[0] for row in connection.execute(check.sql).fetchall()}


@pytest.mark.parametrize(("reference", "statement"), BREAKING)
def test_a_reference_to_nothing_is_named(home: Home, reference: str, statement: str) -> None:
    append(home, made_batch("a", "b"))
    publish(home)
    assert broken(home, "SELECT 1") == set()
    assert reference in broken(home, statement)


def test_an_article_alone_is_excused_by_a_reading_that_came_second_only(home: Home) -> None:
    append(home, made_batch("a"))
    read: Reading = made_batch("a").readings[0]
    for run, name in (("run-2", "first"), ("run-3", "second")):
        again = read.model_copy(update={"article": made_article(name), "revision": 1})
        append(home, Batch(run_id=run, readings=(again,)))
    publish(home)
    assert broken(home, "SELECT 1") == set()
    lost = LONE.replace("LIMIT 1", "WHERE title LIKE '%second%'")  # where one is excused
    assert broken(home, lost) == {"articles → readings"}
