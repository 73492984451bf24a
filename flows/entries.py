"""The bytes of a feed or sitemap → its entries, by what stands in them: RSS, Atom, JSON Feed,
sitemap, index of sitemaps. Asks for nothing.

The XML parser resolves no entities, loads no DTD, knows no network and no depth beyond 256;
what is broken is read as far as it goes. Known gaps: a charset that only the server told, and
sitemaps in plain text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import StrEnum
from io import BytesIO
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from extractors.values import Value
from flows.sourceref import Rejection, RejectReason
from flows.web.targets import LONGEST

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST = 50_000  # entries of one document that are read; the most a sitemap may have (sitemaps.org)
A_PAGE = "it is a page (HTML), not a feed or a sitemap"  # a detail that flows/alarms.py looks for
_WORDS_KEPT = 2000  # characters of an entry's words
_NAME_KEPT = 120  # characters of an outlet's name; what is longer is none


class Form(StrEnum):
    """What a document turned out to be."""

    RSS = "RSS"
    ATOM = "Atom"
    JSON_FEED = "JSON Feed"
    SITEMAP = "sitemap"
    SITEMAP_INDEX = "sitemap index"


FEEDS = frozenset({Form.RSS, Form.ATOM, Form.JSON_FEED})


class Entry(Value):
    """A page, or of an index a sitemap, as the document speaks of it."""

    link: str  # absolute, http or https
    words: str = ""  # title, summary, keywords
    dated_at: datetime | None = None  # when it was published or last changed
    upstream: str | None = None  # name of the outlet that it was taken from, unless its link's own


class Contents(Value):
    """What a document gave, each link once."""

    form: Form
    entries: tuple[Entry, ...]
    linkless_count: int = 0  # entries without a link to a page
    is_cut: bool = False  # there are more than MOST
    older: str | None = None  # of a feed: where what went before is, by its own word (RFC 5005)


def read_contents(content: bytes, url: str) -> Contents | Rejection:
    """Read a document of one of the forms; anything else is `unlistable`."""
    content = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    leads: dict[str, str] = {}
    raw = _in_json(content, leads) if content.startswith(b"{") else _in_xml(content, leads)
    first = next(raw, None)
    if first is None:
        return Rejection(reason=RejectReason.UNLISTABLE, detail=f"no entry; {_kind_of(content)}")
    links: dict[str, Entry] = {}
    linkless = 0
    for entry in (_entry(url, it) for it in chain([first], islice(raw, MOST - 1))):
        if entry:
            links.setdefault(entry.link, entry)
        else:
            linkless += 1
    return Contents(
        form=first.form,
        entries=tuple(links.values()),
        linkless_count=linkless,
        is_cut=next(raw, None) is not None,
        older=_absolute(url, next((leads[it] for it in _OLDER if it in leads), "")),
    )


class _Raw(NamedTuple):
    """An entry as it stands in its document."""

    form: Form
    link: str
    words: str
    dates: list[str]
    origin: _Origin


class _Origin(NamedTuple):
    """The outlet that an entry was taken from, as it names it; both empty where it names none."""

    name: str = ""
    address: str = ""


def _entry(url: str, raw: _Raw) -> Entry | None:
    place = _absolute(url, raw.link)
    if place is None:
        return None
    return Entry(
        link=place,
        words=raw.words[:_WORDS_KEPT],
        dated_at=_latest(raw.dates),
        upstream=_upstream(raw.origin, place),
    )


def _upstream(origin: _Origin, link: str) -> str | None:
    """The other outlet's name, or else its host; None where it is the host of the entry's link."""
    host = _host(origin.address)
    if host and host == _host(link):
        return None
    names = (" ".join(origin.name.split()), host)
    return next((it for it in names if it.isprintable() and 0 < len(it) <= _NAME_KEPT), None)


def _host(address: str) -> str:
    """Without www; empty if there is none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


#: Which element in which other one is an entry.
_ENTRIES = {
    ("channel", "item"): Form.RSS,
    ("RDF", "item"): Form.RSS,  # RSS 1.0
    ("feed", "entry"): Form.ATOM,
    ("urlset", "url"): Form.SITEMAP,
    ("sitemapindex", "sitemap"): Form.SITEMAP_INDEX,
}
#: How a feed calls what went before (RFC 5005 §3 and §4); archives do not change, pages may.
_OLDER = ("prev-archive", "next")
_DATES = frozenset(
    {"lastmod", "updated", "modified", "publication_date", "pubDate", "published", "date"}
)
_WORDS = frozenset({"title", "summary", "description", "keywords", "category", "subject"})


def _in_xml(content: bytes, leads: dict[str, str]) -> Iterator[_Raw]:
    """The entries as they come; where the feed itself leads is noted beside them."""
    from lxml import etree

    reading = etree.iterparse(
        BytesIO(content),
        tag=["{*}link", *(f"{{*}}{name}" for _, name in _ENTRIES)],
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for _, element in reading:
            parent = element.getparent()
            form = None if parent is None else _ENTRIES.get((_name(parent), _name(element)))
            if form:
                origin = _take_origin(element)
                words, dates = _words(element), _texts(element, _DATES)
                yield _Raw(form, _link(element), words, dates, origin)
                _drop(element)
            elif parent is not None and _name(parent) in ("feed", "channel"):
                _note(leads, element.get("rel", "").lower(), element.get("href", ""))
    except etree.XMLSyntaxError:
        return  # what came before it was read


def _note(leads: dict[str, str], relation: str, link: str) -> None:
    """The first of each that leads to what went before."""
    if relation in _OLDER and link:
        leads.setdefault(relation, link)


def _take_origin(element: _Element) -> _Origin:
    """`source` of an item (RSS) or entry (Atom), whose title and dates are not the entry's own."""
    origin = _Origin()
    for source in [child for child in element if _name(child) == "source"]:
        titles = [_text(child) for child in source if _name(child) == "title"]
        address = source.get("url") or _link(source)
        origin = _Origin(titles[0] if titles else (source.text or "").strip(), address)
        element.remove(source)
    return origin


def _drop(element: _Element) -> None:
    """Forget an entry and what stands before it, so that memory does not grow with the document."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _name(element: _Element) -> str:
    """Without its namespace; empty for what is no element (an entity)."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _text(element: _Element) -> str:
    return "".join(element.itertext()).strip()


def _texts(element: _Element, names: frozenset[str]) -> list[str]:
    return [text for it in element.iter() if _name(it) in names and (text := _text(it))]


def _words(element: _Element) -> str:
    return " · ".join(_texts(element, _WORDS))


def _link(element: _Element) -> str:
    """`link` as text (RSS) or attribute (Atom), `loc` (sitemap), else a `guid` that is one."""
    guid = ""
    for child in element:
        name = _name(child)
        if name == "loc" or (name == "link" and child.get("rel", "alternate") == "alternate"):
            if link := _text(child) or child.get("href", ""):
                return link
        elif name == "guid" and child.get("isPermaLink", "true") == "true":
            guid = _text(child)
    return guid


def _in_json(content: bytes, leads: dict[str, str]) -> Iterator[_Raw]:
    """https://www.jsonfeed.org/version/1.1/"""
    try:
        feed = json.loads(content)
    except (ValueError, RecursionError):
        return
    if not str(feed.get("version", "")).startswith("https://jsonfeed.org/version/"):
        return
    _note(leads, "next", "".join(_strings(feed, "next_url")))
    items = feed.get("items")
    for item in items if isinstance(items, list) else []:
        if isinstance(item, dict):
            words = [*_strings(item, "title", "summary"), *_tags(item)]
            link = "".join(_strings(item, "url", "external_url")[:1])
            dates = _strings(item, "date_modified", "date_published")
            yield _Raw(Form.JSON_FEED, link, " · ".join(words), dates, _Origin())


def _strings(item: Mapping[str, Any], *keys: str) -> list[str]:
    return [value for key in keys if isinstance(value := item.get(key), str) and value]


def _tags(item: Mapping[str, Any]) -> list[str]:
    tags = item.get("tags")
    return [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []


def _absolute(url: str, link: str) -> str | None:
    """A link as an address; lone surrogates (JSON can hold them) and controls cannot be stored."""
    try:
        place = urljoin(url, link.strip()) if link.strip() else ""
    except ValueError:
        return None
    is_page = place.lower().startswith(("http://", "https://")) and place.isprintable()
    return place if is_page and len(place) <= LONGEST else None


def _latest(dates: Iterable[str]) -> datetime | None:
    return max((when for it in dates if (when := _moment(it))), default=None)


def _moment(date: str) -> datetime | None:
    """ISO 8601 (Atom, JSON Feed, sitemaps) or RFC 5322 (RSS); without a zone it is UTC."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            when = read(date)
            return (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def _kind_of(content: bytes) -> str:
    """What a document without an entry is, for people."""
    head = content[:1024].lower()
    if not head:
        return "the document is empty"
    if b"<html" in head or head.startswith(b"<!doctype html"):
        return A_PAGE
    return "neither a feed nor a sitemap, or an empty one"
