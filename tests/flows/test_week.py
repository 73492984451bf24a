"""A week of nights: what each source gave, what was suspicious, and that nothing is lost or twice.

python -m tests.week    prints the table
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.warehouse.made_batches import dump
from tests.week.nights import Row, Week, live_through
from tests.week.papers import NIGHTS, PLAN, published
from warehouse.doctor import Level, examine
from warehouse.publishing import rebuild
from warehouse.snapshot import connect

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Week]:
    return live_through(tmp_path_factory.mktemp("week"))


#: (night, source): how its references ended in the snapshot, warnings, how many are held back
SUSPICIOUS = {
    (2, "redesigned"): ("rejected:unlistable 1", "page_for_feed, no_references, too_few", 0),
    (3, "holiday"): ("known 6", "too_few", 1),
    (4, "mortal"): ("rejected:dns 1", "no_references", 0),
    (5, "mortal"): ("rejected:dns 1", "no_references", 0),
    (4, "sleeper"): ("not_modified 1", "stale", 0),
    (5, "sleeper"): ("not_modified 1", "stale", 0),
    (6, "sleeper"): ("not_modified 1", "stale", 0),
    (7, "sleeper"): ("not_modified 1", "stale", 0),
    (5, "walled"): ("known 20", "same_page, too_few", 5),
    (6, "redesigned"): ("known 25, stored 5", "paragraphs_lost", 0),
    (6, "copies"): ("known 15, stored 10", "too_many, duplicates", 0),
}
#: Nights on which nothing is wrong with a source that was, or is changing.
SOUND = {
    (3, "late"): "stored 3",
    (3, "redesigned"): "known 5, stored 10",
    (4, "editing"): "known 7, stored 5",
    (4, "holiday"): "known 6, stored 4",
    (6, "mortal"): "known 9, stored 9",
    (6, "walled"): "known 20, stored 10",
    (7, "walled"): "known 30, stored 5",
}


def test_each_night_tells_what_was_suspicious(week: Week) -> None:
    found = {(it.night, it.source): it for it in week.rows}
    raised = {key: _told(it) for key, it in found.items() if it.warnings}
    assert raised == SUSPICIOUS
    assert {key: found[key].ends for key in SOUND} == SOUND


def _told(row: Row) -> tuple[str, str, int]:
    return row.ends, row.warnings, row.held_count


def test_every_reference_of_every_run_has_one_end(week: Week) -> None:
    """Those that are held back have theirs in the log."""
    with connect(week.home) as connection:
        ends = connection.execute(
            "SELECT listed_count, count(outcomes.run_id), coalesce(any_value(held_count), 0) "
            "FROM runs LEFT JOIN outcomes USING (run_id) LEFT JOIN held_back USING (run_id) "
            "WHERE command = 'nightly' GROUP BY run_id, listed_count, started_at "
            "ORDER BY started_at"
        ).fetchall()
    assert [listed for listed, _, _ in ends] == [it.run.listed_count for it in week.summaries]
    assert all(listed == ended + held for listed, ended, held in ends)
    assert [held for _, _, held in ends] == [0, 0, 0, 0, 5, 0, 0]  # the holiday was accepted
    assert all(sum(it.batches.outcomes.values()) == it.run.listed_count for it in week.summaries)


def test_in_the_end_every_story_is_there_once(week: Week) -> None:
    stories = {it.url for paper in PLAN for it in published(paper, NIGHTS - 1)}
    with connect(week.home) as connection:
        captured = connection.execute("SELECT reference, count(*) FROM captures GROUP BY 1")
        counts = dict(captured.fetchall())
    assert set(counts) == stories
    assert {url: count for url, count in counts.items() if count > 1} == {
        "http://editing.test/0": 2,
        "http://editing.test/1": 2,
    }


def test_the_snapshot_is_what_a_rebuild_makes_and_names_what_waits(week: Week) -> None:
    """An older batch was accepted after newer ones had brought the same pages."""
    before = dump(week.home)
    rebuild(week.home)
    assert dump(week.home) == before
    waits = [it for it in examine(week.home) if it.level is not Level.OK]
    assert [(it.subject, it.level) for it in waits] == [("walled", Level.WARNING)]
