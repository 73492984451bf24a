"""WARC files: filtered while they stream, read by place, and damage is told."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from flow_samples import SWAP, TALKS, Run, as_html

from extractors.errors import UsageError
from extractors.page import Page
from flows.fetching import fetch
from flows.listing import distinct, list_source
from flows.settings import SEEDS, Settings
from flows.sourceref import Rejection, SourceRef
from flows.sources import WarcSource
from flows.web.client import Web

TEXT = as_html(TALKS).encode()
SITE = "https://news.example.org"
Record = tuple[str, bytes, dict[str, str]]  # address, body, headers and what else is special


def record(url: str, body: bytes = TEXT, **special: str) -> Record:
    return url, body, special


def write(path: Path, records: Sequence[Record], *, packed: bool = True) -> Path:
    members = [_member(*it) for it in records]
    path.write_bytes(b"".join(gzip.compress(it) if packed else it for it in members))
    return path


def _member(url: str, body: bytes, special: dict[str, str]) -> bytes:
    kind, day = special.get("type", "response"), special.get("date", "2025-07-24T08:00:00Z")
    media_type = special.get("media_type", "text/html; charset=utf-8")
    served = [
        f"HTTP/1.1 {special.get('status', '200 OK')}",
        f"Content-Type: {media_type}",
        *([f"Content-Encoding: {special['packed']}"] if "packed" in special else []),
        *(["Transfer-Encoding: chunked"] if "chunked" in special else []),
    ]
    bare = kind == "resource"  # as saved, without the head of a reply
    block = body if bare else "\r\n".join([*served, "", ""]).encode() + body
    head = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: {url}",
        f"WARC-Date: {day}",
        f"Content-Type: {media_type if bare else f'application/http; msgtype={kind}'}",
        f"Content-Length: {len(block)}",
    ]
    return "\r\n".join([*head, "", ""]).encode() + block + b"\r\n\r\n"


def listed(path: Path, **given: Any) -> list[SourceRef]:
    settings = Settings(seeds=path.parent, max_page_bytes=100_000)
    source = WarcSource(name="archive", kind="warc", path=path.name, **given)
    with Web(settings) as web:
        return list(list_source(source, settings, web))


def got(ref: SourceRef) -> Page | Rejection:
    settings = Settings(max_page_bytes=100_000)
    with Web(settings) as web:
        page = fetch(ref, settings, web)
    assert isinstance(page, Page | Rejection)
    return page


def addresses(refs: Sequence[SourceRef]) -> list[str]:
    return [ref.reference.removeprefix(SITE) for ref in refs]


@pytest.mark.parametrize("packed", [True, False])
def test_each_page_is_read_as_it_was_served(tmp_path: Path, packed: bool) -> None:
    other = as_html(SWAP, "Swap").encode()
    path = write(
        tmp_path / "a.warc.gz", [record(f"{SITE}/1"), record(f"{SITE}/2", other)], packed=packed
    )
    refs = listed(path, outlet="Example")
    assert addresses(refs) == ["/1", "/2"]
    first, second = map(got, refs)
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert (first.content, second.content) == (TEXT, other)
    assert (first.url, first.media_type, first.charset) == (f"{SITE}/1", "text/html", "utf-8")
    assert first.fetched_at == datetime(2025, 7, 24, 8, tzinfo=UTC)
    assert first.manifest.outlet == "Example"


FILTERS: list[tuple[str, dict[str, Any], list[str]]] = [
    ("everything", {}, ["/talks", "/cup", "https://example.net/talks", "/ru"]),
    ("a host", {"hosts": ["news.example.org"]}, ["/talks", "/cup", "/ru"]),
    ("a host with those below", {"hosts": ["example.org"]}, ["/talks", "/cup", "/ru"]),
    ("a host that only ends so", {"hosts": ["ws.example.org"]}, []),
    ("a language", {"language": "ru"}, ["/cup", "/ru"]),  # /cup does not say
    ("a topic", {"topic": ["third round"]}, ["/talks", "https://example.net/talks"]),
    ("from a day on", {"since": date(2025, 7, 25)}, ["/cup"]),
    ("until a day", {"until": date(2025, 7, 24)}, ["/talks", "https://example.net/talks", "/ru"]),
]


@pytest.mark.parametrize(("given", "kept"), [c[1:] for c in FILTERS], ids=[c[0] for c in FILTERS])
def test_filters(tmp_path: Path, given: dict[str, Any], kept: list[str]) -> None:
    records = [
        record(f"{SITE}/talks"),
        record(f"{SITE}/cup", b"<html><p>Cup final", date="2025-07-25T00:00:00Z"),
        record("https://example.net/talks"),
        record(f"{SITE}/ru", '<html lang="ru"><p>Переговоры'.encode()),
        record(f"{SITE}/image", media_type="image/png"),
        record(f"{SITE}/gone", status="404 Not Found"),
        record(f"{SITE}/asked", type="request"),
    ]
    assert addresses(listed(write(tmp_path / "a.warc.gz", records), **given)) == kept


def test_a_page_saved_from_a_disk_is_one_and_notes_of_the_crawler_are_none(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.warc.gz",
        [
            record("file:///home/desk/talks.html", type="resource"),
            record(f"urn:text:{SITE}/talks", type="resource"),
        ],
    )
    (ref,) = listed(path)
    page = got(ref)
    assert isinstance(page, Page)
    assert (page.content, page.url) == (TEXT, "file:///home/desk/talks.html")
    assert listed(path, hosts=["example.org"]) == []


BODIES: list[tuple[str, Record, str]] = [
    ("packed", record("https://a.test/", gzip.compress(TEXT), packed="gzip"), "page"),
    (
        "in chunks",
        record("https://a.test/", b"%x\r\n%b\r\n0\r\n\r\n" % (len(TEXT), TEXT), chunked="yes"),
        "page",
    ),
    ("too large", record("https://a.test/", b"x" * 100_001), "too_large"),
    ("a bomb", record("https://a.test/", gzip.compress(b"x" * 10**6), packed="gzip"), "too_large"),
    (
        "half packed",
        record("https://a.test/", gzip.compress(TEXT)[:-9], packed="gzip"),
        "truncated",
    ),
    ("no gzip", record("https://a.test/", TEXT, packed="gzip"), "content_encoding"),
]


@pytest.mark.parametrize(("body", "end"), [c[1:] for c in BODIES], ids=[c[0] for c in BODIES])
@pytest.mark.parametrize("topic", [(), ("third round",)])
def test_bodies(tmp_path: Path, body: Record, end: str, topic: tuple[str, ...]) -> None:
    (ref,) = listed(write(tmp_path / "a.warc", [body], packed=False), topic=topic)
    page = got(ref)
    if end == "page":
        assert isinstance(page, Page)
        assert page.content == TEXT
    else:
        assert isinstance(page, Rejection)
        assert page.reason == end


@pytest.mark.parametrize("packed", [True, False])
def test_a_record_that_was_cut_off_is_no_page(tmp_path: Path, packed: bool) -> None:
    whole = write(tmp_path / "a.warc", [record(f"{SITE}/1"), record(f"{SITE}/2")], packed=packed)
    whole.write_bytes(whole.read_bytes()[:-100])
    first, *rest = listed(whole)
    assert isinstance(got(first), Page)
    assert [type(got(ref)) for ref in rest] == [Rejection]


@pytest.mark.parametrize("packed", [True, False])
def test_a_file_that_is_cut_off_anywhere_says_so(tmp_path: Path, packed: bool) -> None:
    one = write(tmp_path / "a.warc", [record(f"{SITE}/1")], packed=packed).read_bytes()
    for cut in (20, 100, len(one) - 100):
        (tmp_path / "a.warc").write_bytes(one + one[:cut])
        first, last = listed(tmp_path / "a.warc")
        assert isinstance(got(first), Page)
        assert isinstance(got(last), Rejection), cut
    (tmp_path / "a.warc").write_bytes(one + one)
    assert [type(got(ref)) for ref in listed(tmp_path / "a.warc")] == [Page, Page]


@pytest.mark.parametrize("content", [b"", b"words", b"\x1f\x8b\x08nonsense", b"WARC/1.0\r\n\r\n"])
def test_what_is_no_archive_says_so(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.warc").write_bytes(content)
    (ref,) = listed(tmp_path / "a.warc")
    assert isinstance(ref.ending, Rejection)
    assert ref.ending.reason == "unreadable"


def test_a_folder_gives_all_its_archives(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    for name in ("b.warc.gz", "a.warc"):
        write(tmp_path / "news" / name, [record(f"{SITE}/{name}"), record(f"{SITE}/both")])
    refs = distinct(listed(tmp_path / "news"))
    assert addresses(list(refs)) == ["/a.warc", "/both", "/b.warc.gz"]


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_a_path_without_archives_says_so(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match=name):
        listed(tmp_path / name)


def test_a_night_over_an_archive(tmp_path: Path, called: Run) -> None:
    seeds = shutil.copytree(SEEDS, tmp_path / "seeds", ignore=shutil.ignore_patterns("articles"))
    write(seeds / "a.warc.gz", [record(f"{SITE}/talks"), record(f"{SITE}/cup", b"Cup final")])
    (seeds / "sources.toml").write_text(
        '[[source]]\nname = "archive"\nkind = "warc"\npath = "a.warc.gz"\ntopic = ["talks"]\n',
        encoding="utf-8",
    )
    night = called("nightly", PARLEY_SEEDS=str(seeds))
    assert night.returncode == 0, night.stderr
    assert "1 references" in night.stdout
    facts = called("facts", "--kind", "talks", "--format", "jsonl")
    assert f"{SITE}/talks" in facts.stdout
    assert "known" in called("nightly", PARLEY_SEEDS=str(seeds)).stdout
