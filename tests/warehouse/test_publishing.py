"""Publishing: the snapshot equals the log, and readers never see anything but a whole one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import duckdb
import pytest
from filelock import FileLock

from extractors.errors import (
    ConfigurationError,
    DamagedWarehouseError,
    DiskError,
    GateFailedError,
    LockHeldError,
)
from extractors.fact import Extraction
from extractors.values import Span
from tests.warehouse.made_batches import dump, made_article, made_batch, made_facts, row_counts
from warehouse import definitions
from warehouse.exporting import ExportFormat, export_articles, export_facts
from warehouse.home import Home
from warehouse.log import append, batch_ids
from warehouse.publishing import publish, rebuild
from warehouse.records import Batch
from warehouse.snapshot import connect

TESTS = Path(__file__).parent


def test_published_step_by_step_and_rebuilt_from_scratch_are_equal(home: Home) -> None:
    for batch in (
        made_batch("a", "b", closing=True),
        made_batch("b", "c", run="run-2", minutes=5, closing=True),
        made_batch("a", "c", run="run-3", minutes=9, version=2, closing=True),
    ):
        append(home, batch)
        publish(home)
    published = dump(home)
    rebuild(home)
    assert dump(home) == published
    assert {name: len(rows) for name, rows in published.items()} == {
        "runs": 3,
        "outcomes": 6,
        "captures": 3,
        "readings": 3,
        "articles": 3,
        "fingerprints": 3,
        "origins": 0,
        "outlets": 0,
        "removed_blocks": 6,
        "extractions": 15,
        "facts": 15,
        "mentions": 20,
        "groundings": 35,
        "attributions": 5,
        "silences": 0,
        "visits": 0,
        "quality_runs": 0,
        "links": 0,
        "warnings": 0,
        "acceptances": 0,
        "capture_places": 3,
        "article_places": 3,
        "fact_places": 15,
        "event_places": 0,
        "sightings": 3,
        "live_readings": 3,
        "live_origins": 3,
        "live_links": 0,
        "live_facts": 9,
        "live_events": 0,
        "live_figures": 0,
        "live_disagreements": 0,
        "live_scores": 0,
        "live_days": 1,
        "live_reads": 6,
        "batches": 3,
        "warehouse_version": 1,
    }


def test_the_first_batch_that_brought_a_row_keeps_it(home: Home) -> None:
    first = append(home, made_batch("a"))
    second = append(home, made_batch("a", "b", run="run-2", minutes=5))
    publish(home)
    with connect(home) as connection:
        rows = connection.execute(
            "SELECT reference, batch_id, run_id FROM captures ORDER BY 1"
        ).fetchall()
    assert rows == [("pages/a.txt", first, "run-1"), ("pages/b.txt", second, "run-2")]


def test_nothing_pending_changes_nothing(home: Home) -> None:
    append(home, made_batch("a"))
    publish(home)
    before = home.snapshot.stat()
    assert publish(home).batch_ids == ()
    assert home.snapshot.stat().st_ino == before.st_ino


def test_an_empty_log_publishes_an_empty_snapshot(home: Home) -> None:
    assert publish(home).rebuilt
    assert not any(count for name, count in row_counts(home).items() if name != "warehouse_version")


def test_exports_are_the_same_bytes_whatever_the_order_of_ingestion(tmp_path: Path) -> None:
    exports = set()
    for number, order in enumerate(("abc", "bca", "cab", "cba")):
        home = Home.open(tmp_path / str(number))
        for minute, name in enumerate(order):
            folders = ("x", "y") if number % 2 else ("y", "x")
            for folder in folders:
                append(home, made_batch(name, folder=folder, run=f"run-{number}", minutes=minute))
            if minute != 1:
                publish(home)
        exports.add(tuple(_exported(home, file_format) for file_format in ExportFormat))
    assert len(exports) == 1


def _exported(home: Home, file_format: ExportFormat) -> bytes:
    path = home.path / f"export.{file_format}"
    with path.open("wb") as out:
        assert export_facts(home, out, file_format) == 9
        assert export_articles(home, out, file_format) == 3
    return path.read_bytes()


@pytest.mark.slow
def test_two_processes_that_append_and_publish_lose_nothing_and_double_nothing(home: Home) -> None:
    script = (
        "import sys; from pathlib import Path; from tests.warehouse.made_batches import made_batch;"
        "from warehouse.home import Home; from warehouse.log import append;"
        "from warehouse.publishing import publish\n"
        "home = Home.open(Path(sys.argv[1]))\n"
        "for n in range(4):\n"
        "    append(home, made_batch(f'a{n}', f'a{n + 1}', run=sys.argv[2]))\n"
        "    publish(home)\n"
    )
    workers = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(home.path), f"run-{n}"], env=_environment()
        )
        for n in range(3)
    ]
    assert [worker.wait(timeout=120) for worker in workers] == [0, 0, 0]
    assert len(batch_ids(home)) == 12
    published = dump(home)
    assert [len(published[name]) for name in ("captures", "articles", "facts")] == [5, 5, 15]
    assert len(published["outcomes"]) == 15
    rebuild(home)
    assert dump(home) == published


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(TESTS.parent.parent)}


@pytest.mark.slow
@pytest.mark.parametrize("call", ["append", "publish", "rebuild"])
def test_killed_at_any_point_the_warehouse_stays_whole(home: Home, call: str) -> None:
    append(home, made_batch("a", "b", closing=True))
    publish(home)
    good = dump(home)
    append(home, made_batch("b", "c", run="run-2", closing=True))
    whole = (good, _published(home))
    count = _killed(home, call)
    assert count > 4
    for point in (*range(1, count, 1 + count // 8), count):
        copy = Home.open(home.path.with_name(f"{call}-{point}"))
        assert dump(copy) in whole, f"{call} killed at point {point}"
        publish(copy)
        assert not copy.staging.exists()
        assert len(batch_ids(copy)) == len(dump(copy)["batches"])
    rebuilt_from = dump(copy)
    rebuild(copy)
    assert dump(copy) == rebuilt_from


def _killed(home: Home, call: str) -> int:
    """Into how many copies of the home the call was made; in all but the last it was killed."""
    command = [sys.executable, str(TESTS / "dying.py"), str(home.path), call]
    done = subprocess.run(command, env=_environment(), timeout=300, check=True, capture_output=True)
    return int(done.stdout)


def _published(home: Home) -> dict[str, list[tuple[object, ...]]]:
    copy = Home.open(home.path.parent / "published")
    shutil.copytree(home.path, copy.path, dirs_exist_ok=True)
    publish(copy)
    return dump(copy)


@pytest.mark.slow
def test_readers_see_whole_snapshots_while_others_publish(home: Home) -> None:
    append(home, made_batch("a"))
    publish(home)
    stop, faults = threading.Event(), []

    def read() -> None:
        while not stop.is_set():
            with connect(home, threads=1) as connection:
                counts = connection.execute(
                    "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM facts)"
                ).fetchall()[0]
            if counts[1] != 3 * counts[0]:
                faults.append(counts)

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for number in range(6):
        append(home, made_batch(f"b{number}"))
        publish(home)
    stop.set()
    for reader in readers:
        reader.join()
    assert faults == []


def test_an_open_reader_does_not_hide_the_next_snapshot_from_its_process(home: Home) -> None:
    append(home, made_batch("a"))
    publish(home)
    with connect(home) as older:
        append(home, made_batch("b"))
        publish(home)
        with connect(home) as newer:
            counts = [c.execute("SELECT count(*) FROM articles").fetchall() for c in (older, newer)]
    assert counts == [[(1,)], [(2,)]]


def _misquoting(fact_changes: dict[str, object]) -> Batch:
    batch = made_batch("bad", run="run-bad")
    first, *others = made_facts(made_article("bad"))
    fact = first.facts[0].model_copy(update=fact_changes)
    wrong = Extraction(**{**dict(first), "facts": (fact,)})
    return batch.model_copy(update={"extractions": (wrong, *others)})


BROKEN = {
    "030_quotes": _misquoting(
        {
            "mentions": tuple(
                m.model_copy(update={"quote": "They never said this."})
                for m in made_facts(made_article("bad"))[0].facts[0].mentions
            )
        }
    ),
    "040_grounds": _misquoting({"grounding": {"city": Span(5_000, 5_010)}}),
    "020_references": made_batch("bad", run="run-bad").model_copy(update={"readings": ()}),
    "070_outcomes": made_batch("bad", run="run-bad", closing=True).model_copy(
        update={"outcomes": ()}
    ),
    "060_removed": None,
    "110_values": None,
}


def _broken(check: str) -> Batch:
    if check == "060_removed":
        article = made_article("bad")
        far = article.removed[0].model_copy(update={"text_offset": len(article.text) + 1})
        batch = made_batch("bad", run="run-bad")
        moved = article.model_copy(update={"removed": (far,)})
        return batch.model_copy(
            update={"readings": (batch.readings[0].model_copy(update={"article": moved}),)}
        )
    if check == "110_values":
        return _misquoting({"confidence": 1.5})
    return BROKEN[check]


@pytest.mark.parametrize("check", BROKEN)
def test_a_gate_that_fails_names_check_rows_and_batch_and_keeps_the_last_file(
    home: Home, check: str
) -> None:
    append(home, made_batch("a"))
    publish(home)
    before = home.snapshot.read_bytes()
    bad = append(home, _broken(check))
    for call in (publish, rebuild):
        with pytest.raises(GateFailedError, match=rf"check {check}.*{bad}"):
            call(home)
    assert home.snapshot.read_bytes() == before
    assert not home.staging.exists()
    shutil.move(home.log / bad, home.path)
    append(home, made_batch("b"))
    assert publish(home).tables


def test_a_held_lock_is_named(home: Home) -> None:
    with FileLock(home.publish_lock), pytest.raises(LockHeldError, match=r"publish\.lock"):
        publish(home, wait_seconds=0.1)


def _cut_in_half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _overwrite(path: Path) -> None:
    path.write_bytes(b"no database" * 1000)


def _flip_all(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:16] + bytes(byte ^ 0x55 for byte in content[16:]))


@pytest.mark.parametrize("damage", [Path.unlink, _cut_in_half, _overwrite, _flip_all])
def test_a_damaged_or_missing_snapshot_is_made_anew(home: Home, damage: object) -> None:
    append(home, made_batch("a", closing=True))
    publish(home)
    good = dump(home)
    damage(home.snapshot)  # type: ignore[operator]
    assert publish(home).rebuilt
    assert dump(home) == good


def test_a_snapshot_damaged_inside_is_made_anew_when_loading_meets_it(home: Home) -> None:
    append(home, made_batch(*(f"a{n}" for n in range(50)), closing=True))
    publish(home)
    content = bytearray(home.snapshot.read_bytes())
    for place in range(3 * 262144 + 12288, len(content), 997):
        content[place] ^= 0xFF
    home.snapshot.write_bytes(content)
    append(home, made_batch("b", run="run-2"))
    publish(home)
    found = dump(home)
    rebuild(home)
    assert found == dump(home)


def test_a_newer_schema_is_refused_by_name(home: Home) -> None:
    append(home, made_batch("a"))
    publish(home)
    with duckdb.connect(home.snapshot) as connection:
        connection.execute("UPDATE warehouse_version SET schema_version = 99")
    for call in (publish, rebuild):
        with pytest.raises(ConfigurationError, match="schema 99"):
            call(home)


def test_a_batch_of_a_newer_schema_is_refused_by_name(home: Home) -> None:
    batch_id = append(home, made_batch("a"))
    path = home.log / batch_id / "manifest.json"
    ours = f'"schema_version": {definitions.schema_version()}'
    path.write_text(path.read_text().replace(ours, '"schema_version": 99, "new": 1'))
    with pytest.raises(ConfigurationError, match=r"manifest\.json: schema 99"):
        publish(home)


def test_other_definitions_rebuild_the_snapshot(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(home, made_batch("a"))
    publish(home)
    monkeypatch.setattr("warehouse.definitions.definition_hash", lambda: "another")
    monkeypatch.setattr("warehouse.snapshot.definition_hash", lambda: "another")
    assert publish(home).rebuilt
    assert not publish(home).rebuilt


def test_another_programs_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "warehouse.duckdb"
    path.write_bytes(b"SQLite format 3")
    with pytest.raises(ConfigurationError, match="another program"):
        Home.open(tmp_path)
    path.unlink()
    duckdb.connect(path).close()
    home = Home.open(tmp_path)
    for call in (publish, rebuild):
        with pytest.raises(ConfigurationError, match="another program"):
            call(home)
    path.unlink()
    path.mkdir()
    with pytest.raises(ConfigurationError, match="is a folder"):
        Home.open(tmp_path)


def test_a_home_that_cannot_be_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(DiskError, match="is a file"):
        Home.open(tmp_path / "file")
    with pytest.raises(DiskError, match="file"):
        Home.open(tmp_path / "file" / "below")
    with pytest.raises(DiskError, match="does not exist"):
        Home.open(tmp_path / "absent", create=False)
    for name in ("what?", "back\\slash", "no\udcfftext"):
        with pytest.raises(ConfigurationError, match="DuckDB takes"):
            Home.open(tmp_path / name)


def test_a_batch_that_comes_late_gets_its_place(home: Home) -> None:
    """A batch folder brought from another machine, older than what is published."""
    late = append(home, made_batch("a"))
    shutil.move(home.log / late, home.path)
    append(home, made_batch("a", "b", run="run-2", minutes=3))
    publish(home)
    shutil.move(home.path / late, home.log)
    assert publish(home).rebuilt
    published = dump(home)
    rebuild(home)
    assert dump(home) == published


def test_a_batch_that_is_gone_is_named(home: Home) -> None:
    gone = append(home, made_batch("a"))
    append(home, made_batch("b", run="run-2"))
    publish(home)
    shutil.rmtree(home.log / gone)
    with pytest.raises(DamagedWarehouseError, match=gone):
        publish(home)
    assert rebuild(home).rebuilt
    assert row_counts(home)["articles"] == 1


def test_what_a_dead_publisher_left_is_removed(home: Home) -> None:
    append(home, made_batch("a"))
    home.staging.mkdir()
    (home.staging / "publish-1.duckdb").write_bytes(b"x")
    publish(home)
    assert not home.staging.exists()


def test_a_full_disk_is_named(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    append(home, made_batch("a"))
    monkeypatch.setattr("warehouse.publishing.sync_file", lambda _path: _no_room())
    with pytest.raises(DiskError, match="no room"):
        publish(home)
    assert not home.snapshot.exists()


def test_what_a_killed_client_had_written_does_not_lock_the_next_snapshot(home: Home) -> None:
    append(home, made_batch("a"))
    publish(home)
    client = (
        "import duckdb, os, sys\n"
        "connection = duckdb.connect(sys.argv[1])\n"
        "connection.execute('CREATE TABLE own AS SELECT 1 AS one')\n"
        "os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", client, str(home.snapshot)], check=False)
    assert home.snapshot.with_name("warehouse.duckdb.wal").exists()
    append(home, made_batch("b", run="run-2"))
    publish(home)
    with connect(home) as connection:
        assert connection.execute("SELECT count(*) FROM facts").fetchall() == [(6,)]


def _no_room() -> None:
    raise OSError(28, "No space left on device")


def test_every_table_and_column_has_a_comment() -> None:
    with duckdb.connect(":memory:") as connection:
        definitions.apply(connection)
        bare = connection.execute(
            "SELECT table_name, column_name FROM duckdb_columns() "
            "WHERE NOT internal AND comment IS NULL "
            "UNION ALL SELECT table_name, '' FROM duckdb_tables() WHERE comment IS NULL "
            "UNION ALL SELECT view_name, '' FROM duckdb_views() "
            "WHERE NOT internal AND comment IS NULL"
        ).fetchall()
    assert bare == []


def test_a_tampered_batch_is_named_and_not_published(home: Home) -> None:
    append(home, made_batch("a"))
    publish(home)
    before = dump(home)
    batch_id = append(home, made_batch("b"))
    path = home.log / batch_id / "facts.parquet"
    path.write_bytes(path.read_bytes() + b"x")
    with pytest.raises(DamagedWarehouseError, match=r"facts\.parquet has \d+ bytes"):
        publish(home)
    assert dump(home) == before
