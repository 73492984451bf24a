"""A page: the bytes that were served or lay in a file, and what was said about them beforehand."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from pydantic import computed_field

from extractors.values import Value


class ManifestEntry(Value):
    """What a folder's manifest, or a source, says of a page: it outranks the page's own words."""

    url: str | None = None
    outlet: str | None = None
    published: datetime | str | None = None  # a bare day stays a day: ISO text; a time is aware
    title: str | None = None
    language: str | None = None
    upstream: str | None = None  # another outlet that it is from, as named: a feed's <source>


class Page(Value):
    """One page as it came: `content` is never changed, `media_type` is as declared or by ending."""

    reference: str  # the file path or URL that was listed
    content: bytes
    media_type: str  # text/html, text/plain, text/markdown
    charset: str | None = None  # as declared by the server
    url: str | None = None  # the final URL, for pages from the web
    etag: str | None = None  # both as served: for asking again (RFC 9110 §8.8)
    last_modified: str | None = None
    fetched_at: datetime  # aware, UTC
    manifest: ManifestEntry = ManifestEntry()

    @computed_field  # type: ignore[prop-decorator]  # mypy does not know pydantic's stacking
    @property
    def page_id(self) -> str:
        """sha256 of the bytes, in hex."""
        return sha256(self.content).hexdigest()
