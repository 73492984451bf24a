"""Sitemaps and their indexes, from hosts on loopback: newest first, bounded, never silent."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from flows import sitemaps
from flows.listing import list_source
from flows.settings import Settings
from flows.sourceref import SourceRef
from flows.sources import FeedSource, SitemapSource
from flows.web.answers import OptOut
from tests.faults.server import FaultServer, Host, Serve, Talk, reply

SETTINGS = Settings(timeout_seconds=5, host_seconds=0, max_page_bytes=100_000)
SITE = "http://site.test"
NOW = datetime.now(UTC)


def urlset(*paths: str, on: datetime | None = None) -> bytes:
    lastmod = f"<lastmod>{on.isoformat()}</lastmod>" if on else ""
    urls = "".join(f"<url><loc>{SITE}/{path}</loc>{lastmod}</url>" for path in paths)
    return f"<urlset>{urls}</urlset>".encode()


def index(**changed: datetime | None) -> bytes:
    maps = "".join(
        f"<sitemap><loc>{SITE}/{name}</loc>"
        + (f"<lastmod>{on.isoformat()}</lastmod>" if on else "")
        + "</sitemap>"
        for name, on in changed.items()
    )
    return f"<sitemapindex>{maps}</sitemapindex>".encode()


def serving(documents: Mapping[str, bytes], media_type: str = "application/xml") -> Serve:
    async def serve(talk: Talk) -> None:
        body = documents.get(talk.path.strip("/"))
        await reply(body or b"", 200 if body else 404, content_type=media_type)(talk)

    return serve


def listed(documents: Mapping[str, bytes], **given: Any) -> list[SourceRef]:
    kind = given.pop("kind", SitemapSource)
    name = "sitemap" if kind is SitemapSource else "feed"
    source = kind(name="site", kind=name, url=f"{SITE}/map", **given)
    host = Host(serving(documents))
    with FaultServer({"site": host}) as server, server.web(SETTINGS) as web:
        return list(list_source(source, SETTINGS, web))


def pages(refs: list[SourceRef]) -> list[str]:
    return [ref.reference.removeprefix(f"{SITE}/") for ref in refs if not ref.ending]


def faults(refs: list[SourceRef]) -> list[tuple[str, str]]:
    return [
        (ref.reference.removeprefix(f"{SITE}/"), ref.ending.reason) for ref in refs if ref.ending
    ]


def test_a_sitemap_gives_its_pages() -> None:
    refs = listed({"map": urlset("a", "b", on=NOW)}, outlet="Site", delay_seconds=0.01)
    assert (pages(refs), faults(refs)) == (["a", "b"], [])
    assert {ref.dated_at for ref in refs} == {NOW}
    assert {ref.manifest.outlet for ref in refs} == {"Site"}
    assert {ref.manners.delay_seconds for ref in refs} == {0.01}


def test_an_index_is_walked_newest_first_and_in_no_circle() -> None:
    documents = {
        "map": index(old=NOW - timedelta(9), new=NOW, map=NOW, undated=None),
        "old": gzip.compress(urlset("o")),
        "new": index(newer=NOW),
        "newer": urlset("n"),
        "undated": urlset("u"),
    }
    assert pages(listed(documents)) == ["n", "o", "u"]


def test_days_leave_out_what_is_old() -> None:
    documents = {
        "map": index(old=NOW - timedelta(9), new=NOW),
        "old": urlset("o"),
        "new": urlset("n", on=NOW),
    }
    assert pages(listed(documents, days=3)) == ["n"]
    assert pages(listed({"map": urlset("o", on=NOW - timedelta(9))}, days=3)) == []


def test_only_pages_about_the_topic_are_listed() -> None:
    refs = listed({"map": urlset("peace-talks-in-doha", "cup-final")}, topic=["peace talks"])
    assert pages(refs) == ["peace-talks-in-doha"]


FAULTS = [
    ("gone", {}, "http_status"),
    ("a page", {"map": b"<html>Log in</html>"}, "unlistable"),
    ("a feed", {"map": b"<rss><channel><item><link>x</link></item></channel></rss>"}, "unlistable"),
    ("a bomb", {"map": gzip.compress(b" " * 10**6)}, "too_large"),
    ("half a gzip", {"map": gzip.compress(urlset("a"))[:-9]}, "truncated"),
]


@pytest.mark.parametrize(("documents", "code"), [c[1:] for c in FAULTS], ids=[c[0] for c in FAULTS])
def test_a_sitemap_that_is_none_is_one_rejection(documents: Mapping[str, bytes], code: str) -> None:
    assert faults(listed(documents)) == [("map", code)]


def test_one_bad_sitemap_leaves_the_others_alone() -> None:
    documents = {"map": index(bad=NOW, good=None), "good": urlset("g")}
    refs = listed(documents)
    assert (faults(refs), pages(refs)) == ([("bad", "http_status")], ["g"])


def test_what_a_bound_leaves_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = {"map": index(one=NOW, two=None), "one": urlset("a"), "two": urlset("b")}
    refs = listed(documents, budget_seconds=8, delay_seconds=3)
    assert (pages(refs), faults(refs)) == (["a"], [("two", "budget")])
    assert "1 sitemaps were not asked for" in str(refs[-1].ending)
    monkeypatch.setattr(sitemaps, "MOST_DOCUMENTS", 2)
    refs = listed(documents)
    assert (pages(refs), faults(refs)) == (["a"], [("two", "too_large")])


def test_a_feed_goes_by_its_topic_and_a_sitemap_is_no_feed() -> None:
    items = "".join(
        f"<item><title>{title}</title><link>{SITE}/{n}</link></item>"
        for n, title in enumerate(("A truce in sight", "Cup final"))
    )
    feed = f"<rss><channel>{items}</channel></rss>".encode()
    assert pages(listed({"map": feed}, kind=FeedSource, topic=["truce"])) == ["0"]
    assert faults(listed({"map": urlset("a")}, kind=FeedSource)) == [("map", "unlistable")]


def test_a_source_says_which_opt_outs_it_obeys() -> None:
    (ref,) = listed({"map": urlset("a")}, obeys=["noarchive"])
    assert ref.manners.obeyed == {OptOut.NOARCHIVE}
