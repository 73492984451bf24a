"""Feeds that lead to older pages, well or badly: what a backfill from 1 July 2025 lists of each,
and how its way back ends. Each is a host of its own, `http://<name>.test/feed`.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple
from unittest.mock import patch

from flows.feeds import Asking
from flows.listing import ManifestEntry
from flows.paging import list_whole_feed
from flows.ranges import DateRange
from flows.settings import Settings
from flows.sourceref import Rejection, SourceRef
from flows.sources import FeedSource
from flows.web.answers import Deferred, Disallowed
from tests.faults.behaviours import NO, PAGE, silence
from tests.faults.server import FaultServer, Host, Serve, Talk, reply

#: Bounds in place of the real ones, so that what has no end is at one soon.
PAGES, BYTES, ENTRIES = 12, 200_000, 60
SINCE = DateRange(since=date(2025, 7, 1))
IN_RANGE, BEFORE = "2025-07-20", "2025-06-20"


class PagedFeed(NamedTuple):
    """`ending` is that of the last reference: code and reason; empty where nothing went wrong."""

    name: str
    listed: int
    ending: str
    host: Host

    @property
    def url(self) -> str:
        return f"http://{self.name}.test/feed"


def atom(name: str, lead: str = "", day: str | None = IN_RANGE, count: int = 2) -> bytes:
    """A page of a feed; `lead` stands in its head. Its entries are named after it."""
    dated = f"<updated>{day}T08:00:00Z</updated>" if day else ""
    entries = "".join(f'<entry><link href="/{name}-{n}"/>{dated}</entry>' for n in range(count))
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{lead}{entries}</feed>'.encode()


def older(to: str, relation: str = "next") -> str:
    return f'<link rel="{relation}" href="{to}"/>'


def documents(**bodies: bytes) -> Serve:
    """By path; the feed itself is `feed`."""

    async def serve(talk: Talk) -> None:
        body = bodies.get(talk.path.strip("/"))
        await reply(body or b"", 200 if body else 404, content_type="application/xml")(talk)

    return serve


def endless(page: Callable[[int], bytes]) -> Serve:
    """/feed → /1 → /2 → …"""

    async def serve(talk: Talk) -> None:
        number = 0 if talk.path == "/feed" else int(talk.path[1:])
        await reply(page(number), content_type="application/xml")(talk)

    return serve


def to(place: str) -> Serve:
    """A feed of two entries that leads there."""
    return documents(feed=atom("a", older(place)))


def beside(serve: Serve, **other: Serve) -> Serve:
    """Another behaviour for some paths."""

    async def chosen(talk: Talk) -> None:
        await other.get(talk.path.strip("/"), serve)(talk)

    return chosen


def rss(lead: str) -> bytes:
    items = "<item><link>/r-1</link></item><item><link>/r-2</link></item>"
    return (
        f'<rss xmlns:atom="http://www.w3.org/2005/Atom"><channel><link>/</link>{items}'
        f'<atom:link rel="NEXT" href="{lead}"/></channel></rss>'
    ).encode()


def in_json(lead: str) -> bytes:
    items = [{"url": "/j-1"}, {"url": "/j-2"}]
    feed = {"version": "https://jsonfeed.org/version/1.1", "next_url": lead, "items": items}
    return json.dumps(feed).encode()


_HEAVY = f"<!--{'x' * 60_000}-->"
_IN_ENTRY = atom("a").replace(b"</entry>", b'<link rel="next" href="/b"/></entry>')

_ENDS: dict[str, tuple[int, str, Serve]] = {
    "one-page": (2, "", documents(feed=atom("a"))),
    "two-pages": (4, "", documents(feed=atom("a", older("/b")), b=atom("b"))),
    "entries-that-moved-on": (
        4,
        "",
        documents(feed=atom("a", older("/b"), count=3), b=atom("a", count=4)),
    ),
    "archives": (
        6,
        "",
        documents(
            feed=atom("a", older("/b", "prev-archive") + older("/x")),
            b=atom("b", older("/c", "prev-archive") + older("/feed", "next-archive")),
            c=atom("c"),
        ),
    ),
    "rss-with-pages": (4, "", documents(feed=rss("?p=2"), **{"feed?p=2": atom("b")})),
    "json-feed-with-pages": (4, "", documents(feed=in_json("/b"), b=atom("b"))),
    "undated-pages": (
        4,
        "",
        documents(feed=atom("a", older("/b"), None), b=atom("b", day=None)),
    ),
    "pages-before-the-range": (
        4,
        "",
        documents(
            feed=atom("a", older("/b")), b=atom("b", older("/c"), BEFORE), c=atom("c", day=BEFORE)
        ),
    ),
    "next-in-an-entry": (2, "", documents(feed=_IN_ENTRY, b=atom("b"))),
    "next-to-file": (2, "", to("file:///etc/passwd")),
    "next-to-script": (2, "", to("javascript:alert(1)")),
    "next-to-another-host": (4, "", to("http://two-pages.test/b")),
    "next-to-itself": (2, "rejected:unlistable", to("/feed")),
    "circle": (
        4,
        "rejected:unlistable",
        documents(feed=atom("a", older("/b")), b=atom("b", older("/feed"))),
    ),
    "the-same-for-ever": (
        2,
        "rejected:unlistable",
        endless(lambda n: atom("a", older(f"/{n + 1}"))),
    ),
    "pages-without-end": (
        2 * PAGES,
        "rejected:too_large",
        endless(lambda n: atom(f"p{n}", older(f"/{n + 1}"))),
    ),
    "entries-without-end": (
        3 * 25,
        "rejected:too_large",
        endless(lambda n: atom(f"p{n}", older(f"/{n + 1}"), count=25)),
    ),
    "bytes-without-end": (
        8,
        "rejected:too_large",
        endless(lambda n: atom(f"p{n}", older(f"/{n + 1}") + _HEAVY)),
    ),
    "next-is-a-page": (2, "rejected:unlistable", beside(to("/b"), b=reply(PAGE))),
    "next-is-empty": (
        2,
        "rejected:unlistable",
        documents(feed=atom("a", older("/b")), b=atom("b", count=0)),
    ),
    "next-is-a-sitemap": (
        2,
        "rejected:unlistable",
        documents(feed=atom("a", older("/b")), b=b"<urlset><url><loc>/x</loc></url></urlset>"),
    ),
    "next-is-gone": (2, "rejected:http_status", to("/b")),
    "next-is-silent": (2, "rejected:timeout", beside(to("/b"), b=silence)),
    "next-is-a-bomb": (
        2,
        "rejected:too_large",
        beside(to("/b"), b=reply(gzip.compress(bytes(2**24)), content_encoding="gzip")),
    ),
    "next-asks-for-a-day": (
        2,
        "deferred:retry_after",
        beside(to("/b"), b=reply(status=429, retry_after="86400")),
    ),
    "next-to-loopback": (2, "rejected:forbidden_address", to("http://127.0.0.1/feed")),
    "next-to-metadata": (2, "rejected:forbidden_address", to("http://169.254.169.254/latest/")),
    "next-by-redirect-inside": (
        2,
        "rejected:forbidden_address",
        beside(to("/b"), b=reply(status=302, location="http://10.0.0.1/")),
    ),
}


def paged_feeds() -> Iterator[PagedFeed]:
    for name, (listed, ending, serve) in _ENDS.items():
        yield PagedFeed(name, listed, ending, Host(serve))
    robots = reply(NO.replace(b"/\n", b"/b\n"))
    yield PagedFeed("next-that-robots-forbid", 2, "robots:robots_txt", Host(to("/b"), robots))


def listed(feeds: list[PagedFeed]) -> dict[str, list[SourceRef]]:
    """What a backfill lists of each, by name."""
    settings = Settings(timeout_seconds=1, host_seconds=0, max_page_bytes=2**20)
    bounds = {"MOST_PAGES": PAGES, "MOST_BYTES": BYTES, "MOST_ENTRIES": ENTRIES}
    with (
        patch.multiple("flows.paging", **bounds),
        FaultServer({it.name: it.host for it in feeds}) as server,
        server.web(settings) as web,
    ):
        return {
            it.name: list(
                list_whole_feed(
                    FeedSource(name=it.name, kind="feed", url=it.url),
                    ManifestEntry(),
                    Asking(settings, web),
                    SINCE,
                )
            )
            for it in feeds
        }


_CODES = {Rejection: "rejected", Deferred: "deferred", Disallowed: "robots"}


def told(refs: list[SourceRef]) -> tuple[int, str, str]:
    """How many pages were listed, and how the way back ended, with its detail."""
    endings = [ref.ending for ref in refs if isinstance(ref.ending, tuple(_CODES))]
    if not endings:
        return len(refs), "", ""
    last = endings[-1]
    return len(refs) - len(endings), f"{_CODES[type(last)]}:{last.reason}", last.detail
