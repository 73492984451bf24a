"""A feed with all that went before it → references (RFC 5005): its older pages (`rel="next"`, JSON
Feed's `next_url`) or, where it names them, its archives (`prev-archive`). A night reads the feed
alone; a backfill goes back until nothing on a page is from its days, bounded in pages, bytes and
entries. What was not asked for is told as a rejected reference, never left out in silence.

Each page is asked for like every other address: judged, by robots.txt, in turn, in the time of its
source. Known gaps: a user and password in the feed's address are not told to its pages; a feed that
has pages without naming them (WordPress: `?paged=2`) ends with the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from extractors.page import ManifestEntry
from flows.feeds import Asking, Document, ask, document_refs, rejected
from flows.ranges import DateRange
from flows.settings import MEBIBYTE
from flows.sourceref import RejectReason, SourceRef
from flows.sources import FeedSource

MOST_PAGES = 500
MOST_BYTES = 256 * MEBIBYTE  # of all pages together, unpacked
MOST_ENTRIES = 200_000


class _Stop(NamedTuple):
    """Why a feed is not followed to where it leads."""

    reason: RejectReason
    detail: str


def list_whole_feed(
    source: FeedSource, said: ManifestEntry, asking: Asking, within: DateRange
) -> Iterator[SourceRef]:
    """The entries of a feed and of its older pages, each once, until they are from before the
    range; a page that could not be had is itself a reference, at its end, and the last.
    """
    walk = _Walk()
    url = source.url
    while True:
        document = ask(url, source.manners, asking)
        if not isinstance(document, Document):
            yield from document_refs(source, url, document, said)
            return
        fresh = walk.taken(url, document)
        if fresh.contents.entries or not document.contents.entries:
            yield from document_refs(source, url, fresh, said)
        older = document.contents.older
        if older is None or _is_after(within, document):
            return
        if stop := walk.bound(older, fresh):
            yield rejected(source, older, stop.reason, stop.detail)
            return
        url = older


def _is_after(within: DateRange, document: Document) -> bool:
    """Whether all that a page dates is from before the range; so is then what went before it."""
    dates = [it.dated_at for it in document.contents.entries if it.dated_at]
    return bool(dates) and within.is_after(max(dates))


class _Walk:
    """What was seen on the way back."""

    def __init__(self) -> None:
        self._pages: set[str] = set()
        self._links: set[str] = set()
        self._byte_count = 0

    def taken(self, url: str, document: Document) -> Document:
        """A page with the entries that newer ones did not have: between two requests entries move
        from one page to the next.
        """
        self._pages.add(url)
        self._byte_count += document.byte_count
        contents = document.contents
        fresh = tuple(it for it in contents.entries if it.link not in self._links)
        self._links.update(it.link for it in fresh)
        return document._replace(contents=contents.model_copy(update={"entries": fresh}))

    def bound(self, older: str, fresh: Document) -> _Stop | None:
        """Why the walk ends before an older page, if it does."""
        if older in self._pages:
            return _Stop(RejectReason.UNLISTABLE, "it leads back to a page that was read already")
        if not fresh.contents.entries:
            return _Stop(RejectReason.UNLISTABLE, "the page before it had nothing new")
        if len(self._pages) >= MOST_PAGES:
            return self._too_large(f"{MOST_PAGES} pages")
        if self._byte_count > MOST_BYTES:
            return self._too_large(f"{MOST_BYTES} bytes of pages")
        if len(self._links) >= MOST_ENTRIES:
            return self._too_large(f"{MOST_ENTRIES} entries")
        return None

    def _too_large(self, most: str) -> _Stop:
        return _Stop(
            RejectReason.TOO_LARGE,
            f"{most} are the most of one feed; {len(self._links)} entries were listed, "
            "older ones were not asked for",
        )
