"""As-of: what the warehouse said at an earlier time is what it says when asked as of that time."""

from __future__ import annotations

from datetime import datetime, timedelta

from tests.warehouse.made_batches import NOON, made_article, made_batch, made_page
from warehouse.home import Home
from warehouse.log import append, batches
from warehouse.publishing import publish
from warehouse.records import Batch, Capture, Reading
from warehouse.snapshot import connect

Rows = list[tuple[object, ...]]
_VIEWS = {
    "current_readings": "readings_as_of",
    "article_sources": "article_sources_as_of",
    "current_facts": "facts_as_of",
}


def rows(home: Home, relation: str) -> Rows:
    with connect(home) as connection:
        return connection.execute(f"FROM {relation} ORDER BY ALL").fetchall()


def committed_at(home: Home) -> list[datetime]:
    return [batch.committed_at for batch in batches(home)]


def steps() -> list[Batch]:
    """A page; a second one; the first read anew; newer rules, which find less."""
    first = made_batch("a")
    reread = Reading(
        capture_id=first.readings[0].capture_id, reader_version=2, article=made_article("a2")
    )
    newer = made_batch("b", version=2, run="run-4").extractions[:1]
    return [
        first,
        made_batch("b", run="run-2"),
        Batch(run_id="run-3", readings=(reread,)),
        Batch(run_id="run-4", extractions=newer),
    ]


def test_as_of_an_earlier_time_is_what_was_current_then(home: Home) -> None:
    then: list[dict[str, Rows]] = []
    for batch in steps():
        append(home, batch)
        publish(home)
        then.append({view: rows(home, view) for view in _VIEWS})
    counts = [len(each["current_facts"]) for each in then]
    assert counts == [3, 6, 3, 3]
    for at, each in zip(committed_at(home), then, strict=True):
        for view, macro in _VIEWS.items():
            assert rows(home, f"{macro}('{at.isoformat()}')") == each[view], (view, at)


def test_before_the_first_batch_nothing_was_known(home: Home) -> None:
    append(home, made_batch("a"))
    publish(home)
    before = committed_at(home)[0] - timedelta(microseconds=1)
    assert rows(home, f"facts_as_of('{before.isoformat()}')") == []
    assert rows(home, "facts_as_of(NULL)") == rows(home, "current_facts") != []


def test_what_a_page_said_before_an_edit_is_not_current(home: Home) -> None:
    before, after = made_batch("a"), made_batch("a", run="run-2", minutes=60)
    edited = made_article("a", text=before.readings[0].article.text + "\n\nCorrected.")  # type: ignore[union-attr]
    page = made_page("pages/a.txt", edited, NOON)
    capture = Capture(page=page, source="command line", run_id="run-2")
    reading = Reading(capture_id=capture.capture_id, reader_version=1, article=edited)
    seen = after.outcomes[0].model_copy(update={"capture_id": capture.capture_id})
    append(home, before)
    append(home, Batch(run_id="run-2", captures=(capture,), readings=(reading,), outcomes=(seen,)))
    publish(home)
    assert rows(home, "(SELECT article_id FROM current_readings)") == [(edited.article_id,)]
    assert len(rows(home, "newest_readings_as_of(NULL)")) == 2
    again = made_batch("a", run="run-3", minutes=120)  # and back to what it was
    append(home, Batch(run_id="run-3", outcomes=again.outcomes))
    publish(home)
    assert rows(home, "(SELECT article_id FROM current_readings)") == [
        (before.readings[0].article.article_id,)  # type: ignore[union-attr]
    ]
