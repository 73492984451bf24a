"""Feeds with older pages (RFC 5005): a backfill follows them, bounded; a night does not."""

from __future__ import annotations

from datetime import date

import pytest

from flows.listing import list_sources
from flows.ranges import DateRange
from flows.settings import Settings
from flows.sourceref import SourceRef
from flows.sources import FeedSource
from tests.faults.paging import (
    PagedFeed,
    atom,
    documents,
    endless,
    listed,
    older,
    paged_feeds,
    told,
)
from tests.faults.server import PUBLIC, FaultServer, Host

TABLE = {it.name: it for it in paged_feeds()}
SETTINGS = Settings(timeout_seconds=5, host_seconds=0)


@pytest.fixture(scope="module")
def way() -> dict[str, list[SourceRef]]:
    return listed(list(TABLE.values()))


@pytest.mark.parametrize("feed", TABLE.values(), ids=list(TABLE))
def test_each_feed_is_followed_to_its_end(way: dict[str, list[SourceRef]], feed: PagedFeed) -> None:
    count, ending, detail = told(way[feed.name])
    assert (count, ending) == (feed.listed, feed.ending), detail


def test_each_entry_comes_once_and_only_the_last_reference_has_an_end(
    way: dict[str, list[SourceRef]],
) -> None:
    for refs in way.values():
        names = [ref.reference for ref in refs]
        assert len(set(names)) == len(names)
        assert not [ref for ref in refs[:-1] if ref.ending]


def refs_of(host: Host, within: DateRange | None, take: int = 1000) -> tuple[list[str], set[str]]:
    """Paths of what is listed, of so many references that are drawn, and of what was asked for."""
    source = FeedSource(name="site", kind="feed", url="http://site.test/feed")
    with FaultServer({"site": host}) as server, server.web(SETTINGS) as web:
        drawn = list_sources([source], SETTINGS, web, within=within)
        refs = [ref for ref, _ in zip(drawn, range(take), strict=False)]
        assert set(server.sockets.connects) <= {PUBLIC}
        asked = {it.removeprefix("site.test/") for it in server.requests} - {"robots.txt"}
        return [ref.reference.rpartition("/")[2] for ref in refs], asked


TWO = Host(documents(feed=atom("a", older("/b")), b=atom("b")))


def test_a_night_reads_the_feed_alone() -> None:
    assert refs_of(TWO, None) == (["a-0", "a-1"], {"feed"})
    assert refs_of(TWO, DateRange()) == (["a-0", "a-1", "b-0", "b-1"], {"feed", "b"})


def test_what_a_page_has_from_the_day_before_the_range_keeps_it_going() -> None:
    """An article's day is that of its own place."""
    pages = documents(feed=atom("a", older("/b"), "2025-06-30"), b=atom("b", day="2025-06-29"))
    for day, asked in ((1, {"feed", "b"}), (2, {"feed"})):
        within = DateRange(since=date(2025, 7, day))
        assert refs_of(Host(pages), within)[1] == asked


def test_pages_are_asked_for_as_references_are_drawn() -> None:
    host = Host(endless(lambda n: atom(f"p{n}", older(f"/{n + 1}"))))
    names, asked = refs_of(host, DateRange(), take=5)
    assert names == ["p0-0", "p0-1", "p1-0", "p1-1", "p2-0"]
    assert asked == {"feed", "1", "2"}
