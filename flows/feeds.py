"""A feed (RSS, Atom, JSON Feed) → references to its entries. Of the feed's words about an entry
only its `source` is kept, as upstream: the rest the page says itself, and a retouched headline in a
feed must not make a new capture.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from extractors.page import ManifestEntry
from flows.entries import FEEDS, MOST, Contents, Entry, read_contents
from flows.redaction import without_secrets
from flows.settings import Settings
from flows.sourceref import Listing, NoPage, Rejection, RejectReason, SourceRef, web_ref
from flows.sources import FeedSource, SitemapSource
from flows.topics import is_about
from flows.visiting import listing_validators, wishes_hash
from flows.web.answers import Manners, NotModified, Reply, Validators
from flows.web.client import Web
from flows.web.decoding import decoded
from flows.web.ended import EndedError
from warehouse.home import Home

#: What feeds and sitemaps are served as; many servers call them text or bytes, so their contents
#: decide, and a page where a feed should be is told by name.
MEDIA_TYPES = (
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/xml",
    "text/xml",
    "application/feed+json",
    "application/json",
    "application/gzip",
    "application/x-gzip",
    "application/octet-stream",
    "text/plain",
    "text/html",
)
_GZIP = b"\x1f\x8b"


class Asking(NamedTuple):
    """What documents are asked for with."""

    settings: Settings
    web: Web
    home: Home | None = None  # where it is kept what was listed before; None: all is listed anew


class Document(NamedTuple):
    """A feed or sitemap."""

    contents: Contents
    listing: Listing | None  # None: its server gave nothing to ask for it again with
    byte_count: int = 0  # unpacked


def list_feed(source: FeedSource, said: ManifestEntry, asking: Asking) -> Iterator[SourceRef]:
    """One reference an entry; a feed that gives none is itself a reference at its end."""
    document = ask(source.url, source.manners, asking, wishes_hash(source.topic))
    return document_refs(source, source.url, document, said)


def document_refs(
    source: FeedSource, url: str, document: Document | NoPage, said: ManifestEntry
) -> Iterator[SourceRef]:
    """The references of a feed, or of a page of it."""
    if not isinstance(document, Document):
        yield ended(source, url, document)
    elif document.contents.form not in FEEDS:
        detail = f'it is a {document.contents.form}; write kind = "sitemap"'
        yield rejected(source, url, RejectReason.UNLISTABLE, detail)
    else:
        yield from entry_refs(source, url, document, said)


def entry_refs(
    source: FeedSource | SitemapSource, url: str, document: Document, said: ManifestEntry
) -> Iterator[SourceRef]:
    """The entries that are about the source's topic; what was left out of the rest is told."""
    contents, listing = document.contents, document.listing
    if not contents.entries:
        detail = f"{contents.linkless_count} entries, none with a link to a page"
        yield rejected(source, url, RejectReason.UNLISTABLE, detail)
    for entry in contents.entries:
        if is_about(source.topic, f"{entry.words} {entry.link}"):
            yield _ref(source, entry, said).model_copy(update={"listing": listing})
    if contents.is_cut:
        detail = f"more than {MOST} entries; the first {MOST} were listed"
        cut = rejected(source, url, RejectReason.TOO_LARGE, detail)
        yield cut.model_copy(update={"listing": listing})


def _ref(source: FeedSource | SitemapSource, entry: Entry, said: ManifestEntry) -> SourceRef:
    told = said.model_copy(update={"upstream": entry.upstream})
    ref = web_ref(entry.link, source.name, told, source.manners)
    return ref.model_copy(update={"dated_at": entry.dated_at, "is_followed": True})


def rejected(source: FeedSource | SitemapSource, url: str, reason: str, detail: str) -> SourceRef:
    """A document that gave no references, or not all, as a reference of its own."""
    return ended(source, url, Rejection(reason=reason, detail=detail))


def ended(source: FeedSource | SitemapSource, url: str, ending: NoPage) -> SourceRef:
    """A document that came to an end of its own; one that is as it was says so."""
    if isinstance(ending, NotModified):
        ending = ending.model_copy(update={"detail": "its entries are as they were"})
    return web_ref(url, source.name).model_copy(update={"ending": ending})


def ask(url: str, manners: Manners, asking: Asking, listed_as: str = "") -> Document | NoPage:
    """Ask for a document and read it; a packed file (.xml.gz) is unpacked within the limit. What
    was listed whole with the same wishes is `not_modified` as long as it is.
    """
    known = listing_validators(asking.home, url, listed_as)
    reply = asking.web.get(url, MEDIA_TYPES, known, manners)
    if not isinstance(reply, Reply):
        return reply
    try:
        content = _unpacked(reply.content, asking.settings.max_page_bytes)
    except EndedError as error:
        return error.ending
    contents = read_contents(content, reply.url)
    if isinstance(contents, Rejection):
        return contents
    return Document(contents, _listing(url, reply, listed_as), len(content))


def _listing(url: str, reply: Reply, listed_as: str) -> Listing | None:
    if reply.validators == Validators():
        return None
    return Listing(
        reference=without_secrets(url),
        validators=reply.validators,
        listed_as=listed_as,
        at=datetime.now(UTC),
    )


def _unpacked(content: bytes, limit: int) -> bytes:
    if not content.startswith(_GZIP):
        return content
    return b"".join(decoded([content], "gzip", limit))
