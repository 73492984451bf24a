"""Fetching: files and loopback servers give a page or a coded rejection, never an exception."""

from __future__ import annotations

import gzip
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from extractors.page import Page
from flows.addresses import is_public
from flows.fetching import fetch
from flows.listing import list_source
from flows.settings import Settings
from flows.sourceref import Rejection, SourceRef
from flows.sources import FeedSource
from flows.web.client import Web

SETTINGS = Settings(
    allow_private_addresses=True, max_page_bytes=10_000, timeout_seconds=1, host_seconds=0
)


def got(ref: SourceRef, settings: Settings = SETTINGS) -> Page | Rejection:
    with Web(settings) as web:
        return fetch(ref, settings, web)


def file_ref(path: Path) -> SourceRef:
    return SourceRef(reference=path.name, source="test", path=path)


def reason(page: Page | Rejection) -> str:
    assert isinstance(page, Rejection), page
    return page.reason


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.html", b"x", "text/html"),
        ("a.HTM", b"x", "text/html"),
        ("a.txt", b"<html>", "text/plain"),
        ("a.md", b"x", "text/markdown"),
        ("page", b"\n <!DOCTYPE HTML>", "text/html"),
        ("page", b"words", "text/plain"),
        ("empty.txt", b"", "text/plain"),
    ],
)
def test_files(tmp_path: Path, name: str, content: bytes, media_type: str) -> None:
    (tmp_path / name).write_bytes(content)
    page = got(file_ref(tmp_path / name))
    assert isinstance(page, Page)
    assert (page.content, page.media_type, page.url) == (content, media_type, None)
    assert page.fetched_at.utcoffset() is not None


def test_files_that_give_no_page(tmp_path: Path) -> None:
    large, pipe = tmp_path / "large.html", tmp_path / "pipe.html"
    with large.open("wb") as sparse:
        sparse.truncate(200 * 1024 * 1024)
    os.mkfifo(pipe)
    assert reason(got(file_ref(large))) == "too_large"
    assert reason(got(file_ref(pipe))) == "not_a_file"
    assert reason(got(file_ref(tmp_path))) == "not_a_file"
    assert reason(got(file_ref(tmp_path / "gone.html"))) == "missing"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.touch(mode=0)
    assert reason(got(file_ref(path))) == "unreadable"


def serve(
    server: HTTPServer, body: bytes = b"<p>hello</p>", status: int = 200, **headers: str
) -> SourceRef:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    named.setdefault("content-type", "text/html; charset=windows-1251")
    server.expect_request("/page").respond_with_data(body, status=status, headers=named)
    return SourceRef(reference=server.url_for("/page"), source="test")


def test_a_page_from_a_server(httpserver: HTTPServer) -> None:
    page = got(serve(httpserver))
    assert isinstance(page, Page)
    assert page.content == b"<p>hello</p>"
    assert (page.media_type, page.charset) == ("text/html", "windows-1251")
    assert page.url == httpserver.url_for("/page")


def test_a_packed_page_is_unpacked(httpserver: HTTPServer) -> None:
    page = got(serve(httpserver, gzip.compress(b"<p>hello</p>"), content_encoding="gzip"))
    assert isinstance(page, Page)
    assert page.content == b"<p>hello</p>"


REPLIES: list[tuple[str, dict[str, object], str]] = [
    ("not found", {"status": 404}, "http_status"),
    ("a picture", {"content_type": "image/png"}, "media_type"),
    ("no type", {"content_type": ""}, "media_type"),
    ("too large", {"body": b"x" * 10_001}, "too_large"),
    ("a bomb", {"body": gzip.compress(b"x" * 10**7), "content_encoding": "gzip"}, "too_large"),
    (
        "half a gzip",
        {"body": gzip.compress(b"hello" * 99)[:-9], "content_encoding": "gzip"},
        "truncated",
    ),
    ("no gzip", {"body": b"hello", "content_encoding": "gzip"}, "content_encoding"),
    ("compress", {"content_encoding": "compress"}, "content_encoding"),
    ("to a file", {"status": 302, "location": "file:///etc/passwd"}, "bad_url"),
    ("in circles", {"status": 302, "location": "/page"}, "too_many_redirects"),
]


@pytest.mark.parametrize(("reply", "code"), [r[1:] for r in REPLIES], ids=[r[0] for r in REPLIES])
def test_replies_that_give_no_page(
    httpserver: HTTPServer, reply: dict[str, str], code: str
) -> None:
    assert reason(got(serve(httpserver, **reply))) == code  # type: ignore[arg-type]  # a table of kinds


def test_redirects_are_followed_to_the_end(httpserver: HTTPServer) -> None:
    ref = serve(httpserver)
    for step in range(5):
        target = f"/{step + 1}" if step < 4 else "/page"
        httpserver.expect_request(f"/{step}").respond_with_data("", 301, {"location": target})
    page = got(ref.model_copy(update={"reference": httpserver.url_for("/0")}))
    assert isinstance(page, Page)
    assert (page.reference, page.url) == (httpserver.url_for("/0"), httpserver.url_for("/page"))


def test_a_server_that_drips_runs_out_of_time(httpserver: HTTPServer) -> None:
    def drip(_: Request) -> Response:
        def body() -> Iterator[bytes]:
            for _ in range(30):
                yield b"x"
                time.sleep(0.1)

        return Response(body(), content_type="text/html")

    httpserver.expect_request("/page").respond_with_handler(drip)
    started = time.monotonic()
    assert reason(got(SourceRef(reference=httpserver.url_for("/page"), source="test"))) == "timeout"
    assert time.monotonic() - started < 2


@pytest.mark.parametrize("url", ["http://", "https:///x", "http://[::1", "http://x:99999/"])
def test_addresses_that_are_none(url: str) -> None:
    assert reason(got(SourceRef(reference=url, source="test"))) in ("bad_url", "connection")


def test_nobody_there() -> None:
    assert reason(got(SourceRef(reference="http://127.0.0.1:9/", source="test"))) == "connection"


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "0x7f.1", "2130706433", "127.1", "[::1]", "[::ffff:127.0.0.1]", "0"],
)
def test_the_own_machine_is_not_read(httpserver: HTTPServer, host: str) -> None:
    ref = SourceRef(reference=f"http://{host}:{httpserver.port}/page", source="test")
    assert reason(got(ref, Settings(host_seconds=0))) == "forbidden_address"
    assert httpserver.log == []


def test_which_addresses_are_public() -> None:
    public = ["1.1.1.1", "93.184.215.14", "2606:4700::1111"]
    private = (
        "10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 "
        "255.255.255.255 198.18.0.1 ::1 :: fe80::1%eth0 fc00::1 ff02::1 64:ff9b::7f00:1 "
        "2002:7f00:1:: ::127.0.0.1 2001:db8::1 ::ffff:1.1.1.1"
    )
    assert [address for address in public if not is_public(address)] == []
    assert [address for address in private.split() if is_public(address)] == []


RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>t</title>
<item><title>One</title><link>https://example.org/1</link></item>
<item><title>Again</title><link>https://example.org/1</link></item>
<item><title>Script</title><link>javascript:alert(1)</link></item>
<item><title>Two</title><link>https://example.org/2</link></item></channel></rss>"""


def feed(server: HTTPServer, body: str, content_type: str) -> list[SourceRef]:
    server.expect_request("/feed").respond_with_data(body, content_type=content_type)
    url = server.url_for("/feed")
    source = FeedSource(name="wire", kind="feed", url=url, outlet="Wire", language="en")
    with Web(SETTINGS) as web:
        return list(list_source(source, SETTINGS, web))


def test_a_feed_gives_its_entries(httpserver: HTTPServer) -> None:
    refs = feed(httpserver, RSS, "application/rss+xml")
    assert [ref.reference for ref in refs] == ["https://example.org/1", "https://example.org/2"]
    assert {(ref.source, ref.manifest.outlet, ref.manifest.language) for ref in refs} == {
        ("wire", "Wire", "en")
    }


@pytest.mark.parametrize(
    ("body", "content_type", "code"),
    [
        ("<html><form>Log in</form></html>", "image/png", "media_type"),
        ("<html><form>Log in</form></html>", "text/html", "unlistable"),
        ("<html><form>Log in</form></html>", "text/xml", "unlistable"),
    ],
)
def test_a_feed_that_is_none_is_one_rejection(
    httpserver: HTTPServer, body: str, content_type: str, code: str
) -> None:
    (ref,) = feed(httpserver, body, content_type)
    assert ref.ending
    assert ref.ending.reason == code
