"""A reference: one file or URL that a source lists, on its way to being fetched."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path

from pydantic import SecretStr

from extractors.page import ManifestEntry
from extractors.values import Value
from flows.redaction import without_secrets
from flows.web.answers import Deferred, Disallowed, Manners, NotModified, Validators
from warehouse.records import Visit


class RejectReason(StrEnum):
    """Why a reference gave no article (stable codes, beside those of `UnreadableCode`)."""

    MISSING = "missing"
    NOT_A_FILE = "not_a_file"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    UNLISTABLE = "unlistable"
    BAD_URL = "bad_url"
    FORBIDDEN_ADDRESS = "forbidden_address"
    DNS = "dns"
    CONNECTION = "connection"
    TLS = "tls"
    TIMEOUT = "timeout"
    PROTOCOL = "protocol"
    HTTP_STATUS = "http_status"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    MEDIA_TYPE = "media_type"
    CONTENT_ENCODING = "content_encoding"
    TRUNCATED = "truncated"
    OUTSIDE_RANGE = "outside_range"
    CLEAN_TIMEOUT = "clean_timeout"
    CLEAN_MEMORY = "clean_memory"
    WORKER_DIED = "worker_died"
    INTERNAL_ERROR = "internal_error"


class Rejection(Value):
    """An expected failure on the way to a page or an article, as a value."""

    reason: str  # a RejectReason or an UnreadableCode
    detail: str


class Known(Value):
    """There is nothing to ask for: the page is held, or another link of the run leads to it."""

    detail: str
    capture_id: str | None = None  # None: what the other link gives is not known yet


#: How a reference ends that gives no page.
NoPage = NotModified | Deferred | Disallowed | Known | Rejection


class Listing(Value):
    """The feed or sitemap that listed a reference, as it was served."""

    reference: str
    validators: Validators
    listed_as: str  # hash of what the source wanted of it
    at: datetime


class SourceRef(Value):
    """What listing hands to fetching. `reference` is the same however the source was called."""

    reference: str
    source: str  # name of the source, or "command line"
    path: Path | None = None  # where the file lies; None: the reference is a URL
    manifest: ManifestEntry = ManifestEntry()
    ending: NoPage | None = None  # what is known already of how it ends: there is nothing to fetch
    address: SecretStr | None = None  # the URL with its secrets, where the reference hides some
    validators: Validators = Validators()  # from when the reference was last fetched
    manners: Manners = Manners()  # how its source wants it to be asked for
    dated_at: datetime | None = None  # when it was published or changed, as its source says
    is_followed: bool = False  # by a source that dates changes: seen once, only those are fetched
    listing: Listing | None = None  # what named it, where that need not be read again unchanged
    last_visit: Visit | None = None  # of it or of another link to the same article
    twin_of: str | None = None  # the reference of this run that is the same article
    offset: int | None = None  # where its record begins, if `path` is a WARC file


def web_ref(
    url: str,
    source: str,
    manifest: ManifestEntry | None = None,
    manners: Manners | None = None,
) -> SourceRef:
    """A reference to a URL; secrets in it are for its server alone."""
    reference = without_secrets(url)
    return SourceRef(
        reference=reference,
        source=source,
        manifest=manifest or ManifestEntry(),
        manners=manners or Manners(),
        address=None if reference == url else SecretStr(url),
    )
