"""A sitemap, or an index of sitemaps, → references (sitemaps.org, protocol 0.9; Google's news
sitemaps are sitemaps with titles). Newest first, bounded in number, depth and time; what was not
asked for is told as a rejected reference, never left out in silence.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from extractors.page import ManifestEntry
from flows.entries import FEEDS, Contents, Entry, Form
from flows.feeds import Asking, Document, ask, ended, entry_refs, rejected
from flows.sourceref import NoPage, RejectReason, SourceRef
from flows.sources import SitemapSource
from flows.visiting import wishes_hash
from flows.web.answers import DeferReason, Deferred
from warehouse.home import Home
from warehouse.visited import last_listed

MOST_DOCUMENTS = 500
MOST_REFERENCES = 200_000
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def list_sitemap(source: SitemapSource, said: ManifestEntry, asking: Asking) -> Iterator[SourceRef]:
    """All pages of a sitemap and of those that it names."""
    walk = _Walk(source, _oldest(source, asking.home))
    wishes = wishes_hash(source.topic, source.days)
    count = 0
    while (url := walk.next_url()) is not None:
        if bound := walk.bound(count):
            yield rejected(source, url, RejectReason.TOO_LARGE, bound)
            return
        document = ask(url, source.manners, asking, wishes)
        if isinstance(document, Deferred) and document.reason is DeferReason.BUDGET:
            yield ended(source, url, walk.cut_off(document))
            return
        for ref in _refs(source, url, document, said, walk):
            count += not ref.ending
            yield ref


def _oldest(source: SitemapSource, home: Home | None) -> datetime:
    """The change from which on pages are wanted: the source's days before it was last listed whole,
    so that nights that were missed are in it.
    """
    if source.days is None:
        return _LONG_AGO
    now = datetime.now(UTC)
    listed = last_listed(home, source.name) if home else None
    return min(now, listed or now) - timedelta(days=source.days)


def _refs(
    source: SitemapSource, url: str, document: Document | NoPage, said: ManifestEntry, walk: _Walk
) -> Iterator[SourceRef]:
    """The pages of one document; the sitemaps of an index are left to the walk."""
    if not isinstance(document, Document):
        yield ended(source, url, document)
    elif document.contents.form in FEEDS:
        detail = f'it is a feed ({document.contents.form}); write kind = "feed"'
        yield rejected(source, url, RejectReason.UNLISTABLE, detail)
    else:
        recent = walk.recent(document.contents)
        if recent.form is Form.SITEMAP_INDEX:
            walk.add(recent.entries)
        elif recent.entries or recent.linkless_count:
            yield from entry_refs(source, url, document._replace(contents=recent), said)


class _Walk:
    """Which sitemap comes next: each once, those that changed last first."""

    def __init__(self, source: SitemapSource, oldest: datetime) -> None:
        self._oldest = oldest
        self._waiting = [Entry(link=source.url)]
        self._seen = {source.url}
        self._asked = 0

    def next_url(self) -> str | None:
        """None at the end."""
        if not self._waiting:
            return None
        self._asked += 1
        return self._waiting.pop(0).link

    def add(self, entries: tuple[Entry, ...]) -> None:
        new = [entry for entry in entries if entry.link not in self._seen]
        self._seen.update(entry.link for entry in new)
        self._waiting.extend(new)
        self._waiting.sort(key=lambda entry: entry.dated_at or _LONG_AGO, reverse=True)

    def bound(self, reference_count: int) -> str | None:
        """Why the walk ends here, if it does."""
        if self._asked > MOST_DOCUMENTS:
            return f"more than {MOST_DOCUMENTS} sitemaps; {self._left()}"
        if reference_count >= MOST_REFERENCES:
            return f"{MOST_REFERENCES} references are the most of one source; {self._left()}"
        return None

    def cut_off(self, deferred: Deferred) -> Deferred:
        """The end of a walk that has no time left."""
        return deferred.model_copy(update={"detail": f"{deferred.detail}; {self._left()}"})

    def _left(self) -> str:
        """What waits, with what was just taken."""
        return f"{len(self._waiting) + 1} sitemaps were not asked for"

    def recent(self, contents: Contents) -> Contents:
        """What changed since the oldest wanted; what has no date is not held against it."""
        oldest = self._oldest
        kept = tuple(it for it in contents.entries if (it.dated_at or oldest) >= oldest)
        return contents.model_copy(update={"entries": kept})
