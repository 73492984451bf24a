"""Visits in the snapshot: the newest of an address counts, listings apart from pages."""

from __future__ import annotations

from datetime import datetime, timedelta

import duckdb

from tests.warehouse.made_batches import NOON, made_outcome, made_run
from warehouse.home import Home
from warehouse.log import append
from warehouse.publishing import publish
from warehouse.records import Batch, Outcome, OutcomeCode, Visit
from warehouse.visited import last_listed, last_visits

A, B = "https://example.org/a", "https://example.org/b"


def visit(url: str, hours: int, **more: str | None) -> Visit:
    values = {"url": url, "reference": url, "canonical_url": url, "run_id": f"run-{hours}"}
    return Visit.model_validate(
        values | more | {"status": 200, "fetched_at": NOON + timedelta(hours=hours)}
    )


def kept(home: Home, *visits: Visit) -> None:
    for number, it in enumerate(visits):
        append(home, Batch(run_id=f"run-{number}", visits=(it,)))
    publish(home)


def etags(home: Home, *urls: str, listed_as: str | None = None) -> dict[str, str | None]:
    return {url: last.visit.etag for url, last in last_visits(home, urls, listed_as).items()}


def test_the_newest_visit_counts_in_whatever_order_they_came(home: Home) -> None:
    assert etags(home, A) == {}
    kept(home, visit(A, 2, etag="two"), visit(A, 1, etag="one"), visit(B, 3, etag="three"))
    assert etags(home, A, "https://example.org/c") == {A: "two"}


def test_a_page_is_known_by_the_address_that_it_gives_itself(home: Home) -> None:
    kept(home, visit(B, 2, canonical_url=A, etag="of b"), visit(A, 1, etag="of a"))
    assert etags(home, A, B) == {A: "of b", B: "of b"}


def test_listings_are_apart_from_pages_and_from_those_with_other_wishes(home: Home) -> None:
    kept(home, visit(A, 1, etag="page"), visit(A, 2, etag="feed", listed_as="talks"))
    assert etags(home, A) == {A: "page"}
    assert etags(home, A, listed_as="talks") == {A: "feed"}
    assert etags(home, A, listed_as="") == {}


def test_a_snapshot_of_before_there_were_visits_knows_none(home: Home) -> None:
    kept(home, visit(A, 1))
    with duckdb.connect(home.snapshot) as connection:
        connection.execute("DROP VIEW fact_changes; DROP VIEW article_versions; DROP TABLE visits")
    assert etags(home, A) == {}


def ended(home: Home, run: str, hours: int, **codes: OutcomeCode) -> None:
    at = NOON + timedelta(hours=hours)
    outcomes = tuple(
        made_outcome(name, run, at, "").model_copy(
            update={"code": code, "capture_id": None, "source": "wire"}
        )
        for name, code in codes.items()
    )
    assert all(isinstance(it, Outcome) for it in outcomes)
    append(home, Batch(run_id=run, outcomes=outcomes, run=made_run(run, len(outcomes), at)))


def listed(home: Home) -> datetime | None:
    publish(home)
    return last_listed(home, "wire")


def test_a_source_was_listed_when_nothing_of_it_was_put_off(home: Home) -> None:
    assert last_listed(home, "wire") is None
    known, put_off = OutcomeCode.KNOWN, OutcomeCode.DEFERRED
    ended(home, "run-1", 1, a=known, b=put_off)
    assert listed(home) == NOON + timedelta(hours=1)  # nothing before it is missing
    ended(home, "run-2", 2, a=known, b=known)
    ended(home, "run-3", 3, a=known, b=put_off)
    ended(home, "run-4", 4, a=put_off)
    assert listed(home) == NOON + timedelta(hours=2)
