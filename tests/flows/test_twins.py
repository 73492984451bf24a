"""Many links to one article: one of them is followed, on one night as on all that come."""

from __future__ import annotations

from pathlib import Path

import pytest
from flow_samples import SWAP, TALKS
from nights import DAWN, FEED, SITE, Site, counts, ends, later, rows

from flows.listing import distinct
from flows.sourceref import Known, web_ref
from tests.faults.server import Host

pytestmark = pytest.mark.slow

OTHER = FEED.replace('"wire"', '"other"').replace("/feed", "/other")


def two_feeds() -> Site:
    site = Site()
    site.story("swap", SWAP)
    site.story("swap?utm_source=rss", SWAP)
    site.feed({"swap?utm_source=rss": DAWN, "swap/amp": DAWN})
    site.documents["/other"] = site.documents["/feed"]
    site.feed({"swap": DAWN})
    return site


def test_links_to_one_article_are_one_article(home: Path) -> None:
    site = two_feeds()
    assert counts(site.night(home, FEED + OTHER)) == {"stored": 1, "known": 2}
    assert site.asked == {"/feed": 1, "/other": 1, "/swap": 1}
    assert ends(home)["swap/amp"] == ("known", f"the same article as {SITE}/swap, of wire")
    assert counts(site.night(home, FEED + OTHER)) == {"known": 3}
    assert counts(site.night(home, OTHER)) == {"known": 2}  # by themselves too
    assert site.asked == {"/other": 1}
    assert rows(home, "SELECT count(*) FROM articles") == [(1,)]


def test_the_first_link_carries_what_its_twins_say(home: Path) -> None:
    site = two_feeds()
    site.night(home, FEED + OTHER)
    site.feed({"swap/amp": later(2)})
    site.documents["/other"] = site.documents["/feed"]
    site.feed({"swap": DAWN})
    assert counts(site.night(home, FEED + OTHER)) == {"known": 2}
    assert site.asked["/swap"] == 1  # its bytes were known; the change was looked for
    assert counts(site.night(home, FEED + OTHER)) == {"known": 2}
    assert site.asked["/swap"] == 0


def test_a_page_says_by_itself_that_it_is_the_other(home: Path) -> None:
    site = Site(mirror=Host(Site().serve))
    link = f'<link rel="canonical" href="{SITE}/swap">'
    site.story("swap", SWAP)
    site.story("print/17", SWAP.upper(), head=link)
    site.story("talks", TALKS, head='<link rel="canonical" href="http://mirror.test/talks">')
    site.feed({"print/17": DAWN, "talks": DAWN})
    site.night(home)
    assert rows(home, "SELECT url, canonical_url FROM visits ORDER BY url") == [
        ("https://site.test/print/17", "https://site.test/swap"),
        ("https://site.test/talks", "https://site.test/talks"),  # of others it may say nothing
    ]
    site.feed({"swap": DAWN})
    assert counts(site.night(home)) == {"known": 1}
    assert site.asked == {"/feed": 1}


def test_one_address_of_two_sources_is_listed_by_both() -> None:
    url = "https://example.org/a"
    first, second = distinct([web_ref(url, "one"), web_ref(url, "two"), web_ref(url, "two")])
    assert (first.ending, second.source, second.twin_of) == (None, "two", url)
    assert second.ending == Known(detail=f"the same article as {url}, of one")
