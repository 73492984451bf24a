"""A feed (RSS, Atom) → references to its entries. The feed's words about an entry are not kept:
the page says it itself, and a retouched headline in a feed must not make a new capture."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.page import ManifestEntry
from flows.settings import Settings
from flows.sourceref import Rejection, RejectReason, SourceRef, web_ref
from flows.sources import FeedSource
from flows.web.answers import Reply

MEDIA_TYPES = (
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/xml",
    "text/xml",
)


def list_feed(source: FeedSource, said: ManifestEntry, settings: Settings) -> Iterator[SourceRef]:
    """One reference an entry; a feed that gives none is itself one rejected reference."""
    links = _links(source, settings)
    if isinstance(links, Rejection):
        ref = web_ref(source.url, source.name)
        yield ref.model_copy(update={"rejection": links})
        return
    for link in links:
        yield web_ref(link, source.name, said)


def _links(source: FeedSource, settings: Settings) -> list[str] | Rejection:
    import feedparser  # only feeds need it, and starting quickly matters

    from flows.web.client import Web  # likewise

    with Web(settings) as web:
        reply = web.get(source.url, MEDIA_TYPES)
    if isinstance(reply, Rejection):
        return reply
    if not isinstance(reply, Reply):  # its own outcome, once listing knows more than rejections
        return Rejection(reason=RejectReason.UNLISTABLE, detail=str(reply))
    feed = feedparser.parse(reply.content, sanitize_html=False, resolve_relative_uris=False)
    links = [str(entry.get("link", "")).strip() for entry in feed.entries]
    kept = list(dict.fromkeys(link for link in links if link.startswith(("http://", "https://"))))
    if kept:
        return kept
    detail = f"{len(links)} entries, none with a link to a page ({feed.version or 'no feed'})"
    return Rejection(reason=RejectReason.UNLISTABLE, detail=detail)
