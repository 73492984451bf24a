"""Logs of every past schema version stay readable for ever: today's program publishes them.

`old_logs/vN` is the log that the parley of schema N wrote from the two pages in `old_logs/pages`.
To add one, when the schema of a release is settled (N is the number of its last file):

    cd tests/warehouse/old_logs
    for page in pages/swap.html pages/deadline.txt; do parley --home /tmp/new ingest $page; done
    cp -r /tmp/new/log vN

and a line in FACTS below. It is never made again: what counts is what the program of that day
wrote.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.made_batches import dump, made_batch
from warehouse.definitions import TABLES
from warehouse.doctor import Level, examine
from warehouse.home import Home
from warehouse.log import append, batches, read_page
from warehouse.publishing import publish, rebuild
from warehouse.snapshot import articles_without, connect

LOGS = Path(__file__).parent / "old_logs"

#: Facts of each kind that the log of a version holds.
FACTS = {
    1: {"prisoner_exchange": 1, "talks": 1, "ultimatum": 1},
    2: {"prisoner_exchange": 1, "talks": 1, "ultimatum": 1},
    3: {"prisoner_exchange": 1, "talks": 1, "ultimatum": 1, "role": 1, "statement": 1},
    8: {"prisoner_exchange": 1, "talks": 1, "ultimatum": 1, "role": 1, "statement": 1},
}


def _home_of(version: int, folder: Path) -> Home:
    home = Home.open(folder / f"v{version}")
    shutil.copytree(LOGS / f"v{version}", home.log)
    return home


@pytest.mark.parametrize("version", FACTS)
def test_the_log_of_an_older_version_is_published_whole(version: int, tmp_path: Path) -> None:
    home = _home_of(version, tmp_path)
    manifests = batches(home)
    assert {batch.schema_version for batch in manifests} == {version}
    assert publish(home).rebuilt
    published = dump(home)
    for table in TABLES:
        written = sum(batch.row_count(table.name) for batch in manifests)
        assert len(published[table.name]) == written, table.name
    assert [it for it in examine(home) if it.level is not Level.OK] == []
    rebuild(home)
    assert dump(home) == published


@pytest.mark.parametrize("version", FACTS)
def test_facts_articles_and_pages_of_an_older_version_are_read(
    version: int, tmp_path: Path
) -> None:
    home = _home_of(version, tmp_path)
    publish(home)
    with connect(home) as connection:
        kinds = connection.execute("SELECT kind FROM current_facts").fetchall()
        returned = connection.execute(
            "SELECT returned['UKR'].best FROM prisoner_exchange"
        ).fetchall()
        grounds = connection.execute(
            "SELECT words FROM provenance WHERE kind = 'ultimatum' AND field = 'days'"
        ).fetchall()
        places = connection.execute("SELECT batch_id, warc_offset FROM captures").fetchall()
    assert Counter(kind for (kind,) in kinds) == FACTS[version]
    assert (returned, grounds) == ([(90,)], [("50 days",)])
    assert len(list(articles_without(home, {"a kind of tomorrow": 1}))) == 2
    pages = {read_page(home, batch_id, offset) for batch_id, offset in places}
    assert pages == {path.read_bytes() for path in (LOGS / "pages").iterdir()}


def test_logs_of_all_versions_side_by_side_are_one_warehouse(tmp_path: Path) -> None:
    """As they are after years of upgrades; the pages are the same, so they are one of each."""
    home = _home_of(1, tmp_path)
    for version in list(FACTS)[1:]:
        publish(home)
        shutil.copytree(LOGS / f"v{version}", home.log, dirs_exist_ok=True)
    append(home, made_batch("today", run="today", closing=True))
    publish(home)
    published = dump(home)
    assert len(published["captures"]) == 3
    rebuild(home)
    assert dump(home) == published
    assert [it for it in examine(home) if it.level is not Level.OK] == []


def test_a_snapshot_of_an_older_schema_is_made_anew_in_a_file_of_its_own(home: Home) -> None:
    append(home, made_batch("a"))
    publish(home)
    good = dump(home)
    with duckdb.connect(home.snapshot) as connection:
        connection.execute(
            "UPDATE warehouse_version SET schema_version = 1, definition_hash = 'old'"
        )
    before = home.snapshot.stat().st_ino
    assert publish(home).rebuilt
    assert home.snapshot.stat().st_ino != before
    assert dump(home) == good


@pytest.mark.slow
@pytest.mark.parametrize("newer", ["snapshot", "batch"])
def test_an_older_program_refuses_what_a_newer_one_wrote(home: Home, newer: str) -> None:
    """By name, with the remedy and exit code 4; the newer file stays as it is."""
    batch_id = append(home, made_batch("a"))
    publish(home)
    if newer == "snapshot":
        with duckdb.connect(home.snapshot) as connection:
            connection.execute("UPDATE warehouse_version SET schema_version = 99")
    else:
        path = home.log / batch_id / "manifest.json"
        ours = f'"schema_version": {batches(home)[0].schema_version}'
        path.write_text(path.read_text().replace(ours, '"schema_version": 99'))
    before = home.snapshot.read_bytes()
    program = "from flows.cli import main; main()"
    command = [sys.executable, "-c", program, "--home", str(home.path), "rebuild"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert ended.returncode == 4, ended.stderr
    assert "schema 99" in ended.stderr
    assert "install a newer one" in " ".join(ended.stderr.split())
    assert home.snapshot.read_bytes() == before
