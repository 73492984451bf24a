"""A feed (RSS, Atom, JSON Feed) → references to its entries. Of the feed's words about an entry
only its `source` is kept, as upstream: the rest the page says itself, and a retouched headline in a
feed must not make a new capture.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.page import ManifestEntry
from flows.entries import FEEDS, MOST, Contents, Entry, read_contents
from flows.settings import Settings
from flows.sourceref import Rejection, RejectReason, SourceRef, web_ref
from flows.sources import FeedSource, SitemapSource
from flows.topics import is_about
from flows.web.answers import Manners, Reply
from flows.web.client import Web
from flows.web.decoding import decoded
from flows.web.ended import EndedError

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


def list_feed(
    source: FeedSource, said: ManifestEntry, settings: Settings, web: Web
) -> Iterator[SourceRef]:
    """One reference an entry; a feed that gives none is itself one rejected reference."""
    contents = ask(source.url, source.manners, settings, web)
    if isinstance(contents, Rejection):
        yield rejected(source, source.url, contents.reason, contents.detail)
    elif contents.form not in FEEDS:
        detail = f'it is a {contents.form}; write kind = "sitemap"'
        yield rejected(source, source.url, RejectReason.UNLISTABLE, detail)
    else:
        yield from entry_refs(source, source.url, contents, said)


def entry_refs(
    source: FeedSource | SitemapSource, url: str, contents: Contents, said: ManifestEntry
) -> Iterator[SourceRef]:
    """The entries that are about the source's topic; what was left out of the rest is told."""
    if not contents.entries:
        detail = f"{contents.linkless_count} entries, none with a link to a page"
        yield rejected(source, url, RejectReason.UNLISTABLE, detail)
    for entry in contents.entries:
        if is_about(source.topic, f"{entry.words} {entry.link}"):
            yield _ref(source, entry, said)
    if contents.is_cut:
        detail = f"more than {MOST} entries; the first {MOST} were listed"
        yield rejected(source, url, RejectReason.TOO_LARGE, detail)


def _ref(source: FeedSource | SitemapSource, entry: Entry, said: ManifestEntry) -> SourceRef:
    told = said.model_copy(update={"upstream": entry.upstream})
    ref = web_ref(entry.link, source.name, told, source.manners)
    return ref.model_copy(update={"dated_at": entry.dated_at})


def rejected(source: FeedSource | SitemapSource, url: str, reason: str, detail: str) -> SourceRef:
    """A document that gave no references, or not all, as a reference of its own."""
    rejection = Rejection(reason=reason, detail=detail)
    return web_ref(url, source.name).model_copy(update={"rejection": rejection})


def ask(url: str, manners: Manners, settings: Settings, web: Web) -> Contents | Rejection:
    """Ask for a document and read it; a packed file (.xml.gz) is unpacked within the limit."""
    reply = web.get(url, MEDIA_TYPES, manners=manners)
    if isinstance(reply, Rejection):
        return reply
    if not isinstance(reply, Reply):  # its own outcome, once listing knows more than rejections
        return Rejection(reason=RejectReason.UNLISTABLE, detail=str(reply))
    try:
        return read_contents(_unpacked(reply.content, settings.max_page_bytes), reply.url)
    except EndedError as error:
        return Rejection(reason=error.ending.reason, detail=error.ending.detail)


def _unpacked(content: bytes, limit: int) -> bytes:
    if not content.startswith(_GZIP):
        return content
    return b"".join(decoded([content], "gzip", limit))
