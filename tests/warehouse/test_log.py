"""The batch log: whole or not at all, in one order, every byte accounted for."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from extractors.errors import ConfigurationError, DamagedWarehouseError, DiskError, UsageError
from extractors.page import Page
from tests.warehouse.made_batches import NOON, hash_of, made_article, made_batch, made_page
from warehouse import log
from warehouse.home import Home
from warehouse.log import append, batch_ids, batches, read_page, verify
from warehouse.publishing import publish
from warehouse.records import Batch, Capture, Outcome, OutcomeCode
from warehouse.snapshot import connect


def test_a_batch_is_one_folder_with_a_manifest_that_accounts_for_it(home: Home) -> None:
    batch_id = append(home, made_batch("a", "b", closing=True))
    (batch,) = batches(home)
    verify(home, batch)
    assert batch.batch_id == batch_id
    assert [path.name for path in home.log.iterdir()] == [batch_id]
    assert {count.table: count.row_count for count in batch.tables} == {
        "runs": 1,
        "outcomes": 2,
        "captures": 2,
        "readings": 2,
        "articles": 2,
        "fingerprints": 2,
        "removed_blocks": 4,
        "extractions": 6,
        "facts": 6,
        "mentions": 8,
        "groundings": 14,
        "attributions": 2,
    }


def test_the_same_batch_is_written_as_the_same_bytes(home: Home) -> None:
    for _ in range(2):
        append(home, made_batch("a", "b"))
    first, second = batches(home)
    assert first.files == second.files


def test_a_key_that_comes_twice_in_a_batch_is_kept_once(home: Home) -> None:
    once = made_batch("a", "b")
    append(home, once.model_copy(update={name: getattr(once, name) * 2 for name in TWICE}))
    append(home, once)
    first, second = batches(home)
    assert first.tables == second.tables


TWICE = ("captures", "readings", "extractions", "outcomes")


def test_pages_are_read_back_by_their_offsets(home: Home) -> None:
    batch_id = append(home, made_batch("a", "b", "c"))
    publish(home)
    with connect(home) as connection:
        rows = connection.execute(
            "SELECT page_id, batch_id, warc_offset FROM captures ORDER BY warc_offset DESC"
        ).fetchall()
    assert len(rows) == 3
    for page_id, batch, offset in rows:
        assert hash_of(read_page(home, batch, offset)) == page_id
    with (home.log / batch_id / "pages.warc.gz").open("rb") as opened:
        records = list(ArchiveIterator(opened, check_digests="raise"))
    assert len(records) == 3


@pytest.mark.parametrize(
    ("content", "reference"),
    [
        (b"", "empty"),
        (bytes(range(256)) * 300, "binary"),
        (b"x", "a\r\nWARC-Type: y\r\n\r\n/ü 🙂 \udcff"),
    ],
)
def test_any_page_comes_back_as_it_was(home: Home, content: bytes, reference: str) -> None:
    page = Page(
        reference=reference.replace("\udcff", ""),
        content=content,
        media_type="x/y\r\n",
        fetched_at=NOON,
    )
    batch_id = append(
        home, Batch(run_id="r", captures=(Capture(page=page, source="command line", run_id="r"),))
    )
    assert read_page(home, batch_id, 0) == content


def test_a_capture_of_before_upstreams_were_named_keeps_its_id() -> None:
    (capture, _) = made_batch("a", "b").captures
    assert capture.capture_id == "7eb2ed08188057a63091168609b4199d8459b8bf1c3370599da38fb6a8b979e4"
    said = capture.page.manifest.model_copy(update={"upstream": "Reuters"})
    page = capture.page.model_copy(update={"manifest": said})
    assert capture.model_copy(update={"page": page}).capture_id != capture.capture_id


def test_names_increase_even_when_the_clock_went_back(home: Home) -> None:
    future = "29990101T000000000000Z-old-1"
    (home.log / future).mkdir(parents=True)
    names = [append(home, made_batch("a")) for _ in range(3)]
    assert [future, *names] == sorted([future, *names]) == list(batch_ids(home))
    assert [name.rsplit("-", 1)[1] for name in names] == ["1", "2", "3"]


@pytest.mark.parametrize("time", ["99999999T999999999999Z", "99991231T235959999999Z"])
def test_what_only_looks_like_a_batch_stops_no_writer(home: Home, time: str) -> None:
    (home.log / f"{time}-x-1").mkdir(parents=True)
    first, second = append(home, made_batch("a")), append(home, made_batch("b"))
    assert first < second < time


def test_a_manifest_nested_without_end_is_damage(home: Home) -> None:
    batch_id = append(home, Batch(run_id="r"))
    (home.log / batch_id / "manifest.json").write_bytes(b"[" * 200_000)
    with pytest.raises(DamagedWarehouseError, match="no manifest"):
        batches(home)


def test_a_name_that_is_no_text_shows_escaped(home: Home) -> None:
    """A file whose name is no UTF-8 comes with lone surrogates, which no database stores."""
    outcome = Outcome(
        run_id="r",
        reference="a\udcff.txt",
        source="command line",
        code=OutcomeCode.REJECTED,
        reason="unreadable",
        at=NOON,
    )
    append(home, Batch(run_id="r", outcomes=(outcome,)))
    publish(home)
    with connect(home) as connection:
        assert connection.execute("SELECT reference FROM outcomes").fetchall() == [
            ("a\\udcff.txt",)
        ]


@pytest.mark.parametrize("run_id", ["", "../up", "a/b", "ü", ".hidden", "x" * 101])
def test_a_run_id_is_a_plain_name(home: Home, run_id: str) -> None:
    with pytest.raises(UsageError, match="run id"):
        append(home, Batch(run_id=run_id))


@pytest.mark.parametrize(("code", "says"), [(errno.ENOSPC, "no room"), (errno.EIO, "Input/output")])
def test_a_disk_that_refuses_is_named_and_nothing_is_left(
    home: Home, monkeypatch: pytest.MonkeyPatch, code: int, says: str
) -> None:
    append(home, made_batch("a"))

    def refuse(_descriptor: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(DiskError, match=says):
        append(home, made_batch("b"))
    assert len(list(home.log.iterdir())) == 1


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def _flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize("tamper", [_cut, _flip, Path.unlink])
def test_tampering_is_found_in_every_file_and_the_file_named(home: Home, tamper: object) -> None:
    batch_id = append(home, made_batch("a", closing=True))
    for path in sorted((home.log / batch_id).iterdir()):
        original = path.read_bytes()
        tamper(path)  # type: ignore[operator]
        with pytest.raises(DamagedWarehouseError, match=path.name):
            verify(home, batches(home)[0])
        path.write_bytes(original)
    verify(home, batches(home)[0])


def test_every_flipped_byte_of_a_manifest_is_found(home: Home) -> None:
    batch_id = append(home, Batch(run_id="r"))
    path = home.log / batch_id / "manifest.json"
    written = path.read_bytes()
    for place in range(len(written)):
        flipped = bytearray(written)
        flipped[place] ^= 1
        path.write_bytes(flipped)
        with pytest.raises((DamagedWarehouseError, ConfigurationError)):
            batches(home)


def test_a_damaged_page_is_never_given_out(home: Home) -> None:
    batch_id = append(home, made_batch("a"))
    path = home.log / batch_id / "pages.warc.gz"
    written = path.read_bytes()
    for place in range(0, len(written) - 16, 7):  # a cut in gzip's own last bytes costs nothing
        path.write_bytes(written[:place])
        with pytest.raises(DamagedWarehouseError, match=r"pages\.warc\.gz"):
            read_page(home, batch_id, 0)
    with pytest.raises(UsageError, match="no batch id"):
        read_page(home, "../../etc", 0)


def test_what_dead_writers_left_is_swept_after_an_hour(home: Home) -> None:
    append(home, made_batch("a"))
    fresh, stale = home.log / ".staging-fresh", home.log / ".staging-stale"
    for folder in (fresh, stale):
        folder.mkdir()
        (folder / "facts.parquet").write_bytes(b"x")
    long_ago = time.time() - 4000
    for path in (stale / "facts.parquet", stale):
        os.utime(path, (long_ago, long_ago))
    assert log.abandoned(home, log.entries(home)) == (stale,)
    publish(home)
    assert fresh.exists()
    assert not stale.exists()
    assert len(batch_ids(home)) == 1


def test_pages_with_the_same_bytes_share_a_record(home: Home) -> None:
    page = made_page("one", made_article("a"), NOON)
    captures = tuple(
        Capture(page=page.model_copy(update={"reference": name}), source="s", run_id="r")
        for name in ("one", "two")
    )
    batch_id = append(home, Batch(run_id="r", captures=captures))
    with (home.log / batch_id / "pages.warc.gz").open("rb") as opened:
        assert len(list(ArchiveIterator(opened))) == 1
