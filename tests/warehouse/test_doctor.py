"""The doctor names what is wrong and what to do, and finds nothing where nothing is."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import duckdb
import pytest

from extractors.values import Count
from tests.warehouse.agreeing import Says, publish_events
from tests.warehouse.made_batches import Exchange, made_batch
from warehouse import doctor
from warehouse.doctor import Finding, Level, examine
from warehouse.home import Home
from warehouse.log import append
from warehouse.publishing import publish


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse of two batches, made once."""
    home = Home.open(tmp_path_factory.mktemp("sound"))
    append(home, made_batch("a", "b", closing=True))
    append(home, made_batch("c", run="run-2", closing=True))
    publish(home)
    return home.path


@pytest.fixture
def filled(home: Home, sound: Path) -> Home:
    shutil.copytree(sound, home.path, dirs_exist_ok=True)
    return home


def _bad(home: Home) -> list[Finding]:
    return [finding for finding in examine(home) if finding.level is not Level.OK]


def test_a_sound_warehouse_has_no_complaint(filled: Home, tmp_path: Path) -> None:
    assert _bad(filled) == []
    assert {finding.subject for finding in examine(filled)} == {"log", "snapshot"}
    assert _bad(Home.open(tmp_path / "new")) == []


def test_every_altered_cut_missing_or_added_file_is_named(filled: Home) -> None:
    batch = sorted(filled.log.iterdir())[0]
    for path in sorted(batch.iterdir()):
        original = path.read_bytes()
        altered = original[:50] + b"#" + original[51:]
        whole = path.name in ("manifest.json", "pages.warc.gz", "facts.parquet")
        for content in (altered, original[:-3], None) if whole else (altered,):
            path.unlink() if content is None else path.write_bytes(content)
            (finding,) = _bad(filled)
            assert finding.level is Level.DAMAGE
            assert finding.subject == batch.name
            assert path.name in finding.message
            assert "restore" in finding.remedy
            path.write_bytes(original)
    (batch / "added.parquet").write_bytes(b"x")
    (finding,) = _bad(filled)
    assert "added.parquet" in finding.message
    assert "move it away" in finding.remedy


def test_a_batch_that_is_gone_or_not_published_is_named(filled: Home) -> None:
    batch = sorted(filled.log.iterdir())[0]
    shutil.move(batch, filled.path)
    (finding,) = _bad(filled)
    assert (finding.level, finding.subject) == (Level.DAMAGE, batch.name)
    shutil.move(filled.path / batch.name, filled.log)
    append(filled, made_batch("d", run="run-3"))
    (finding,) = _bad(filled)
    assert (finding.level, finding.remedy) == (Level.WARNING, "run parley publish")


def test_where_the_log_cannot_be_listed_the_snapshot_is_looked_at_alone(filled: Home) -> None:
    shutil.rmtree(filled.log)
    filled.log.write_text("no folder")
    log, snapshot, kept = examine(filled)
    assert (log.level, log.subject) == (Level.DAMAGE, "log")
    assert str(filled.log) in log.message
    assert log.remedy
    assert (snapshot.level, kept.level) == (Level.OK, Level.OK)
    with duckdb.connect(filled.snapshot) as connection:
        connection.execute("UPDATE mentions SET quote = 'They never said this.'")
    assert {it.subject for it in _bad(filled)} == {"log", "snapshot"}
    filled.snapshot.unlink()
    assert [it.level for it in examine(filled)] == [Level.DAMAGE, Level.WARNING]


def test_a_damaged_snapshot_is_named(filled: Home) -> None:
    good = filled.snapshot.read_bytes()
    filled.snapshot.write_bytes(b"x" * 100)
    (finding,) = _bad(filled)
    assert "parley rebuild" in finding.remedy
    content = bytearray(good)
    for place in range(12288, len(good), 1000):
        content[place] ^= 0xFF
    filled.snapshot.write_bytes(content)
    (finding,) = _bad(filled)
    assert finding.level is Level.DAMAGE
    assert "parley rebuild" in finding.remedy


def test_rows_that_were_altered_in_the_snapshot_are_found(filled: Home) -> None:
    with duckdb.connect(filled.snapshot) as connection:
        connection.execute("UPDATE mentions SET quote = 'They never said this.'")
        connection.execute("DELETE FROM groundings")
    findings = _bad(filled)
    assert any("table groundings lacks" in finding.message for finding in findings)
    assert any("030_quotes_stand_in_the_text" in finding.message for finding in findings)
    assert all("parley rebuild" in finding.remedy for finding in findings)


def test_leftovers_and_strangers_are_pointed_out(filled: Home) -> None:
    stale = filled.log / ".staging-dead"
    stale.mkdir()
    os.utime(stale, (time.time() - 4000,) * 2)
    (filled.log / "notes.txt").write_text("x")
    assert {(finding.level, finding.subject) for finding in _bad(filled)} == {
        (Level.WARNING, str(stale)),
        (Level.WARNING, str(filled.log / "notes.txt")),
    }


def test_a_snapshot_too_large_for_the_memory_is_not_called_damaged(
    filled: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise duckdb.OutOfMemoryException("Out of Memory Error: no room\n\nPossible solutions:")

    monkeypatch.setattr(doctor, "violations", full)
    (finding,) = _bad(filled)
    assert finding.level is Level.WARNING
    assert finding.message.endswith("it is too large (Out of Memory Error: no room)")
    assert "TMPDIR" in finding.remedy


def test_one_flipped_byte_in_a_block_of_the_snapshot_is_named(filled: Home) -> None:
    """Wherever it is met: what reads the snapshot after the doctor's own look must not raise."""
    good = filled.snapshot.read_bytes()
    with duckdb.connect(filled.snapshot, read_only=True) as connection:
        used = connection.execute(
            "SELECT DISTINCT block_id FROM pragma_storage_info('batches') WHERE persistent "
            "AND block_id >= 0"
        ).fetchall()
    for (block,) in used:
        content = bytearray(good)
        content[12288 + block * 262144 + 1000] ^= 0x10
        filled.snapshot.write_bytes(content)
        finding = _bad(filled)[-1]
        assert finding.level is Level.DAMAGE
        assert str(filled.snapshot) in finding.message
        assert finding.remedy == "run parley rebuild"
    assert used


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (
            "INSERT INTO mentions SELECT * REPLACE ('2020-none' AS batch_id) FROM mentions LIMIT 1",
            "",
        ),
        ("UPDATE articles SET batch_id = 'unknown'", "021_batches_are_known"),
        ("DELETE FROM attributions WHERE batch_id = (SELECT min(batch_id) FROM batches)", "lacks"),
        ("DELETE FROM captures WHERE batch_id = (SELECT max(batch_id) FROM batches)", "lacks"),
        ("DELETE FROM facts WHERE kind = 'talks'", "table facts lacks"),
    ],
)
def test_the_doctor_looks_at_all_rows_and_not_at_the_newest_only(
    filled: Home, damage: str, said: str
) -> None:
    with duckdb.connect(filled.snapshot) as connection:
        connection.execute(damage)
    assert any(said in finding.message for finding in _bad(filled))


@pytest.mark.parametrize(
    ("table", "damage"),
    [
        ("capture_places", "UPDATE capture_places SET batch_id = 'unknown'"),
        ("article_places", "UPDATE article_places SET key = key + 1"),
        ("fact_places", "UPDATE fact_places SET batch_id = 'unknown'"),
        ("live_readings", "UPDATE live_readings SET outlet = 'another'"),
        ("live_links", "UPDATE live_links SET basis = 'too_vague'"),
        ("live_origins", "UPDATE live_origins SET counts_as = 'another'"),
        ("live_facts", "UPDATE live_facts SET published_on = '2020-01-01'"),
        ("live_facts", "UPDATE live_facts SET event_id = NULL"),
        ("live_facts", "UPDATE live_facts SET day_low = '2020-01-01'"),
        ("event_places", "DELETE FROM event_places"),
        ("live_events", "UPDATE live_events SET date_best = '2020-01-01'"),
        ("live_figures", "UPDATE live_figures SET best = best + 1"),
        ("live_disagreements", "UPDATE live_disagreements SET sentence = 'They agree.'"),
        ("live_scores", "DELETE FROM live_scores"),
        ("live_days", "UPDATE live_days SET article_count = 9"),
        ("live_reads", "UPDATE live_reads SET read_count = 9"),
    ],
)
def test_what_is_kept_is_held_against_what_it_is_made_of(
    home: Home, table: str, damage: str
) -> None:
    said = [Exchange(parties=("RUS", "UKR"), returned={"UKR": Count.of(n)}) for n in (250, 900)]
    says = tuple(map(Says, said))
    publish_events(home, [("prisoner_exchange/RUS-UKR/a", says)])
    assert _bad(home) == []
    with duckdb.connect(home.snapshot) as connection:
        assert connection.execute(damage).fetchall() != [(0,)]
    assert any(f"{table} is not what it is made of" in it.message for it in _bad(home))
