"""What a warning keeps out of the snapshot: in the log and nowhere else, until it is accepted."""

from __future__ import annotations

import pytest

from extractors.errors import DamagedWarehouseError, GateFailedError, UsageError
from tests.warehouse.made_batches import NOON, dump, made_batch, made_run
from warehouse.doctor import Level, examine
from warehouse.holding import KeptOut, accept, kept_out
from warehouse.home import Home
from warehouse.log import append, batch_ids, batches
from warehouse.publishing import publish, rebuild
from warehouse.records import Batch, RunWarning
from warehouse.snapshot import connect


def part(*names: str, run: str, source: str = "wire") -> Batch:
    """A batch that waits for the verdict on its source."""
    return made_batch(*names, run=run).model_copy(update={"source": source})


def closing(run: str, listed: int, **held: int) -> Batch:
    """The end of a run, with the references that each source's warning keeps out."""
    warnings = tuple(
        RunWarning(
            run_id=run,
            source=source,
            code="too_few",
            detail="1 new a day, at least 5 are usual",
            held_count=count,
            raised_at=NOON,
        )
        for source, count in held.items()
    )
    return Batch(run_id=run, warnings=warnings, run=made_run(run, listed, NOON))


def references(home: Home) -> list[str]:
    with connect(home) as connection:
        found = connection.execute("SELECT reference FROM captures ORDER BY ALL").fetchall()
    return [reference.partition("/")[2] for (reference,) in found]


def bad(home: Home) -> list[tuple[str, str]]:
    return [(it.subject, it.remedy) for it in examine(home) if it.level is not Level.OK]


@pytest.fixture
def held(home: Home) -> Home:
    """A run of two sources, one of which gave too little, and a later run that found more."""
    append(home, part("a", "b", run="run-1"))
    append(home, part("c", run="run-1", source="times"))
    append(home, made_batch("d", run="run-1"))
    append(home, closing("run-1", 4, wire=2))
    publish(home)
    append(home, part("b", "e", run="run-2"))
    append(home, closing("run-2", 2))
    publish(home)
    return home


def test_a_held_part_is_in_the_log_and_not_in_the_snapshot(held: Home) -> None:
    assert references(held) == ["b.txt", "c.txt", "d.txt", "e.txt"]
    published = dump(held)
    rebuild(held)
    assert dump(held) == published
    assert publish(held).batch_ids == ()
    assert len(batch_ids(held)) == 6
    assert len(published["batches"]) == 5
    assert bad(held) == [("wire", "parley accept run-1 wire lets them in")]
    why = "too_few: 1 new a day, at least 5 are usual"
    assert kept_out(held, batches(held)) == (KeptOut("run-1", "wire", 1, why),)


def test_accepted_it_is_as_if_it_had_never_been_held(held: Home) -> None:
    """The older batch comes after the newer one, and still the first of an id wins."""
    accept(held, "run-1", "wire", "a holiday")
    assert publish(held).rebuilt
    published = dump(held)
    assert references(held) == ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"]
    with connect(held) as connection:
        of_b = "SELECT run_id FROM captures WHERE suffix(reference, '/b.txt')"
        assert connection.execute(of_b).fetchall() == [("run-1",)]
        assert connection.execute("FROM held_back").fetchall() == []
        note = connection.execute("SELECT run_id, source, note FROM acceptances").fetchall()
    assert note == [("run-1", "wire", "a holiday")]
    rebuild(held)
    assert dump(held) == published
    assert bad(held) == []
    append(held, made_batch("f", run="run-3", closing=True))
    assert not publish(held).rebuilt


def test_only_what_is_kept_out_can_be_accepted(held: Home) -> None:
    with pytest.raises(UsageError, match=r"nothing of .times. is kept out of run .run-1.*wire"):
        accept(held, "run-1", "times", None)
    accept(held, "run-", "wire", None)  # the beginning of the run's id, where it is one run's
    publish(held)
    with pytest.raises(UsageError, match="nothing is kept out"):
        accept(held, "run-1", "wire", None)


def test_what_a_killed_run_left_unjudged_waits(home: Home) -> None:
    append(home, part("a", run="run-1"))
    append(home, made_batch("b", run="run-1"))
    publish(home)
    assert references(home) == ["b.txt"]
    assert bad(home) == [("wire", "parley accept run-1 wire lets them in")]
    append(home, part("a", run="run-2"))
    append(home, closing("run-2", 1))
    publish(home)
    assert references(home) == ["a.txt", "b.txt"]
    accept(home, "run-1", "wire", None)
    publish(home)
    published = dump(home)
    rebuild(home)
    assert dump(home) == published


def test_a_run_at_work_is_published_when_it_closes(home: Home) -> None:
    """Another process publishes in the middle of it."""
    append(home, part("a", run="run-1"))
    publish(home)
    assert references(home) == []
    append(home, part("b", run="run-1"))
    append(home, closing("run-1", 2))
    publish(home)
    assert references(home) == ["a.txt", "b.txt"]


def test_outcomes_that_are_neither_there_nor_held_stop_the_publish(home: Home) -> None:
    append(home, part("a", "b", run="run-1"))
    last = append(home, closing("run-1", 3, wire=2))
    with pytest.raises(GateFailedError, match=rf"070_outcomes_add_up.*held_count 2.*{last}"):
        publish(home)


def test_a_damaged_verdict_is_named(held: Home) -> None:
    closed = next(it for it in batches(held) if it.row_count("warnings"))
    path = held.log / closed.batch_id / "warnings.parquet"
    path.write_bytes(path.read_bytes()[:-7])
    with pytest.raises(DamagedWarehouseError, match=r"warnings\.parquet has \d+ bytes"):
        rebuild(held)
