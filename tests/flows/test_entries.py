"""Feeds and sitemaps are told by what stands in them; hostile ones are bounded."""

from __future__ import annotations

import time
import tracemalloc
from datetime import UTC, datetime

import pytest

from flows.entries import MOST, Contents, read_contents
from flows.sourceref import Rejection
from flows.topics import is_about

BASE = "https://example.org/feeds/all"

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><title>Talks</title>
<link rel="self" href="/self"/><link href="../1"/><updated>2025-07-23T10:00:00+03:00</updated>
<published>2025-07-22T10:00:00Z</published></entry></feed>"""
RSS = """<?xml version="1.0"?><rss version="2.0"><channel><link>https://example.org</link>
<image><url>https://example.org/i.png</url></image><item><title>Talks</title>
<link> https://example.org/1 </link><pubDate>Wed, 23 Jul 2025 10:00:00 +0300</pubDate></item>
</channel></rss>"""
RSS_1 = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel/>
<item><title>Talks</title><link>https://example.org/1</link>
<dc:date>2025-07-23T07:00:00Z</dc:date></item></rdf:RDF>"""
JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "t", "items": [
{"id": "1", "url": "https://example.org/1", "title": "Talks", "tags": ["war", 7],
"date_published": "2025-07-23T07:00:00Z"}, {"id": "2"}, 3]}"""
NEWS = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://example.org/1</loc>
<news:news><news:publication_date>2025-07-23T07:00:00Z</news:publication_date>
<news:title>Talks</news:title></news:news></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap>
<loc>https://example.org/1</loc><lastmod>2025-07-23T07:00:00Z</lastmod></sitemap></sitemapindex>"""

FORMS = [
    ("RSS", RSS),
    ("RSS", RSS_1),
    ("RSS", "\ufeff\n" + RSS),
    ("RSS", RSS.replace("</channel></rss>", "")),  # cut off
    ("RSS", RSS.replace("Talks", "Talks & &nbsp; <b>more</b>")),  # broken
    (
        "RSS",
        RSS.replace("<link> https://example.org/1 </link>", "<guid>https://example.org/1</guid>"),
    ),
    ("Atom", ATOM),
    ("JSON Feed", JSON),
    ("sitemap", NEWS),
    ("sitemap index", INDEX),
]


def read(document: str | bytes) -> Contents:
    content = document if isinstance(document, bytes) else document.encode()
    contents = read_contents(content, BASE)
    assert isinstance(contents, Contents), contents
    return contents


@pytest.mark.parametrize(("form", "document"), FORMS)
def test_each_form_gives_its_entries(form: str, document: str) -> None:
    contents = read(document)
    (entry,) = contents.entries
    assert (contents.form, entry.link) == (form, "https://example.org/1")
    assert entry.dated_at == datetime(2025, 7, 23, 7, tzinfo=UTC)
    assert "Talks" in entry.words or form == "sitemap index"


def test_a_feed_in_utf_16_is_read() -> None:
    document = RSS.replace('version="1.0"', 'version="1.0" encoding="UTF-16"')
    assert len(read(document.encode("utf-16")).entries) == 1


NO_FEEDS = [
    ("a login page", "<!DOCTYPE html><html><form>Log in</form></html>", "it is a page (HTML)"),
    ("a page as XML", "<?xml version='1.0'?><html><p>x</p></html>", "it is a page (HTML)"),
    ("nothing", "", "the document is empty"),
    ("words", "Service unavailable", "neither a feed nor a sitemap"),
    ("an empty feed", "<rss><channel><title>t</title></channel></rss>", "or an empty one"),
    ("other JSON", '{"items": [{"url": "https://example.org/1"}]}', "neither"),
    ("no list of items", '{"version": "https://jsonfeed.org/version/1", "items": 1}', "neither"),
    ("deep JSON", '{"a":' + "[" * 100_000, "neither"),
    ("deep XML", "<a>" * 100_000, "neither"),
]


@pytest.mark.parametrize(
    ("document", "said"), [c[1:] for c in NO_FEEDS], ids=[c[0] for c in NO_FEEDS]
)
def test_what_is_no_feed_is_told_by_name(document: str, said: str) -> None:
    found = read_contents(document.encode(), BASE)
    assert isinstance(found, Rejection)
    assert found.reason == "unlistable"
    assert said in found.detail


LINKS = [
    ("javascript:alert(1)", None),
    ("ftp://example.org/1", None),
    ("//other.example/1", "https://other.example/1"),
    ("?p=1", "https://example.org/feeds/all?p=1"),
    ("http://[::1", None),
    ("", None),
    ("https://example.org/" + "x" * 9000, None),
]


@pytest.mark.parametrize(("link", "place"), LINKS)
def test_only_links_to_pages_are_kept(link: str, place: str | None) -> None:
    contents = read(RSS.replace(" https://example.org/1 ", link))
    assert [entry.link for entry in contents.entries] == ([place] if place else [])
    assert contents.linkless_count == (0 if place else 1)


@pytest.mark.parametrize("sign", ["\\ud800", "\\u0000", "\\u202e"])
def test_a_link_that_cannot_be_stored_is_none(sign: str) -> None:
    contents = read(JSON.replace("https://example.org/1", f"https://example.org/{sign}"))
    assert (contents.entries, contents.linkless_count) == ((), 2)


OTHER = "<source url='https://www.other.example/rss'>Other  News</source>"
UPSTREAMS = [
    ("named", RSS, OTHER, "Other News"),
    ("only its address", RSS, "<source url='https://www.other.example/rss'/>", "other.example"),
    ("only its name", RSS, "<source>Other News</source>", "Other News"),
    ("none", RSS, "", None),
    ("empty", RSS, "<source/>", None),
    ("the page's own outlet", RSS, "<source url='https://www.example.org/feed'>Own</source>", None),
    ("no name", RSS, f"<source>{'x' * 200}</source>", None),
    (
        "Atom",
        ATOM,
        "<source><id>i</id><title>Other News</title><updated>2030-01-01T00:00:00Z</updated>"
        "<link rel='self' href='https://other.example/atom'/></source>",
        "Other News",
    ),
    (
        "Atom, the page's own outlet",
        ATOM,
        "<source><title>Own</title><link href='https://example.org/'/></source>",
        None,
    ),
]


@pytest.mark.parametrize(
    ("document", "source", "upstream"), [c[1:] for c in UPSTREAMS], ids=[c[0] for c in UPSTREAMS]
)
def test_the_source_of_an_entry_is_its_upstream(
    document: str, source: str, upstream: str | None
) -> None:
    place = "<title>Talks</title>"
    (entry,) = read(document.replace(place, place + source)).entries
    assert (entry.upstream, entry.words) == (upstream, "Talks")
    assert entry.dated_at == datetime(2025, 7, 23, 7, tzinfo=UTC)


DATES = ["yesterday", "2025-13-01", "Mon, 99 Foo 2025", "9999-12-31T23:59:59-23:00", ""]


@pytest.mark.parametrize("date", DATES)
def test_what_is_no_date_is_none(date: str) -> None:
    (entry,) = read(RSS.replace("Wed, 23 Jul 2025 10:00:00 +0300", date)).entries
    assert entry.dated_at is None


def test_no_entity_is_resolved() -> None:
    doctype = '<!DOCTYPE rss [<!ENTITY e0 "mine"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    hostile = RSS.replace("<rss", doctype + "<rss").replace("Talks", "Talks &f; &e0;")
    (entry,) = read(hostile).entries
    assert entry.words == "Talks &f; &e0;"


def test_a_billion_laughs_end_at_once() -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 30))
    doctype = f'<!DOCTYPE rss [<!ENTITY e0 "x">{bomb}]>'
    started = time.monotonic()
    hostile = RSS.replace("<rss", doctype + "<rss").replace("Talks", "Talks &e29;")
    assert isinstance(read_contents(hostile.encode(), BASE), Rejection)
    assert time.monotonic() - started < 1


def test_a_feed_of_200_000_items_is_bounded() -> None:
    items = b"".join(
        b"<item><link>https://example.org/%d</link></item>" % n for n in range(200_000)
    )
    document = b"<rss><channel>" + items + b"</channel></rss>"
    tracemalloc.start()
    started = time.monotonic()
    contents = read(document)
    seconds, (_, peak) = time.monotonic() - started, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (len(contents.entries), contents.is_cut) == (MOST, True)
    assert peak < 128 * 1024 * 1024
    assert seconds < 60  # 3 s without tracing


TOPICS = [
    (("truce",), "A truce, at last", True),
    (("truce",), "Truces hold", True),
    (("swap",), "unswapped", False),
    (("peace talks",), "https://example.org/2025/peace-talks-in-doha", True),
    (("cease-fire",), "A CEASE FIRE", True),
    (("football", "truce"), "the truce", True),
    (("a.c",), "abc", False),
    (("перемир",), "Перемирие объявлено", True),
    ((), "anything", True),
]


@pytest.mark.parametrize(("topic", "text", "wanted"), TOPICS)
def test_topic_words_begin_words(topic: tuple[str, ...], text: str, wanted: bool) -> None:
    assert is_about(topic, text) is wanted
