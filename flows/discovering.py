"""A site → the feeds and sitemaps that it has: the address itself, what its page names
(`link rel=alternate`), what its robots.txt names, and the usual places where those name none.
What is told is asked for, and counts only if it reads as what it should be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from urllib.parse import urljoin

from extractors.values import Value
from flows.entries import FEEDS, Contents
from flows.feeds import Asking, Document, ask
from flows.settings import Settings
from flows.web.answers import Manners, Reply
from flows.web.client import Web
from flows.web.ended import EndedError
from flows.web.targets import parse_target

MOST = 20  # places of one sort that are tried
_FEED_PLACES = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json")
_SITEMAP_PLACES = ("/news-sitemap.xml", "/sitemap-news.xml", "/sitemap.xml", "/sitemap_index.xml")
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")
_LINK = re.compile(r"<link\b([^<>]{1,2000})>", re.I)
_ATTRIBUTE = re.compile(
    r"\b(rel|type|href)\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.I
)


class Found(Value):
    """A feed or sitemap that can be a source."""

    url: str
    contents: Contents

    @property
    def kind(self) -> str:
        """As sources.toml calls it."""
        return "feed" if self.contents.form in FEEDS else "sitemap"


def discover(url: str, settings: Settings, web: Web) -> tuple[Found, ...]:
    """What a site has, each once. Its own address being one, nothing else is looked for."""
    itself = _tried([url], settings, web)
    if itself:
        return itself
    feeds = _tried(_named_feeds(url, web), settings, web)
    feeds = feeds or _tried(_at_usual_places(url, _FEED_PLACES), settings, web)
    maps = _tried(web.sitemaps(url), settings, web)
    return feeds + (maps or _tried(_at_usual_places(url, _SITEMAP_PLACES), settings, web))


def _tried(urls: Iterable[str], settings: Settings, web: Web) -> tuple[Found, ...]:
    found = []
    for url in list(dict.fromkeys(urls))[:MOST]:
        document = ask(url, Manners(), Asking(settings, web))
        if isinstance(document, Document) and document.contents.entries:
            found.append(Found(url=url, contents=document.contents))
    return tuple(found)


def _named_feeds(url: str, web: Web) -> Iterator[str]:
    reply = web.get(url, ("text/html", "application/xhtml+xml"))
    if not isinstance(reply, Reply):
        return
    for link in _LINK.findall(reply.content.decode("utf-8", "replace")):
        said = {name.lower(): "".join(values) for name, *values in _ATTRIBUTE.findall(link)}
        if "alternate" in said.get("rel", "").lower().split() and said.get("type") in _FEED_TYPES:
            try:
                yield urljoin(reply.url, unescape(said.get("href", "")).strip())
            except ValueError:
                continue


def _at_usual_places(url: str, places: Iterable[str]) -> tuple[str, ...]:
    try:
        origin = parse_target(url).origin
    except EndedError:
        return ()
    return tuple(origin + place for place in places)
