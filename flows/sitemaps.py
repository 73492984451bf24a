"""A sitemap, or an index of sitemaps, → references (sitemaps.org, protocol 0.9; Google's news
sitemaps are sitemaps with titles). Newest first, bounded in number, depth and time; what was not
asked for is told as a rejected reference, never left out in silence.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from extractors.page import ManifestEntry
from flows.entries import FEEDS, Contents, Entry, Form
from flows.feeds import ask, entry_refs, rejected
from flows.settings import Settings
from flows.sourceref import Rejection, RejectReason, SourceRef
from flows.sources import SitemapSource
from flows.web.client import Web

MOST_DOCUMENTS = 500
MOST_REFERENCES = 200_000
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def list_sitemap(
    source: SitemapSource, said: ManifestEntry, settings: Settings, web: Web
) -> Iterator[SourceRef]:
    """All pages of a sitemap and of those that it names."""
    walk = _Walk(source)
    count = 0
    while (url := walk.next_url()) is not None:
        if bound := walk.bound(count):
            yield rejected(source, url, RejectReason.TOO_LARGE, bound)
            return
        contents = ask(url, source.manners, settings, web)
        if isinstance(contents, Rejection):
            yield rejected(source, url, contents.reason, contents.detail)
        elif contents.form in FEEDS:
            detail = f'it is a feed ({contents.form}); write kind = "feed"'
            yield rejected(source, url, RejectReason.UNLISTABLE, detail)
        else:
            recent = walk.recent(contents)
            for ref in _refs(source, url, recent, said, walk):
                count += 1
                yield ref


def _refs(
    source: SitemapSource, url: str, contents: Contents, said: ManifestEntry, walk: _Walk
) -> Iterator[SourceRef]:
    """The pages of one document; the sitemaps of an index are left to the walk."""
    if contents.form is Form.SITEMAP_INDEX:
        walk.add(contents.entries)
    elif contents.entries or contents.linkless_count:
        yield from entry_refs(source, url, contents, said)


class _Walk:
    """Which sitemap comes next: each once, those that changed last first."""

    def __init__(self, source: SitemapSource) -> None:
        self._source = source
        self._waiting = [Entry(link=source.url)]
        self._seen = {source.url}
        self._asked = 0
        self._began = time.monotonic()

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
        """Why the walk ends here, if it does; what waits is counted with what was just taken."""
        left = f"{len(self._waiting) + 1} sitemaps were not asked for"
        budget = self._source.budget_seconds
        if budget and time.monotonic() - self._began > budget:
            return f"the budget of {budget:g} s is spent; {left}"
        if self._asked > MOST_DOCUMENTS:
            return f"more than {MOST_DOCUMENTS} sitemaps; {left}"
        if reference_count >= MOST_REFERENCES:
            return f"{MOST_REFERENCES} references are the most of one source; {left}"
        return None

    def recent(self, contents: Contents) -> Contents:
        """What changed within the source's days; what has no date is not held against it."""
        days = self._source.days
        if days is None:
            return contents
        oldest = datetime.now(UTC) - timedelta(days=days)
        kept = tuple(it for it in contents.entries if (it.dated_at or oldest) >= oldest)
        return contents.model_copy(update={"entries": kept})
