"""What may be said when asking for an address, and what can come of it (or a `Rejection`)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from extractors.values import Value


class OptOut(StrEnum):
    """What a page or its server can say against being read by machines."""

    NOAI = "noai"
    NOINDEX = "noindex"
    NOARCHIVE = "noarchive"
    TDM_RESERVATION = "tdm-reservation"


class Validators(Value):
    """What a server gave for asking again (RFC 9110 §8.8); sent back as they came."""

    etag: str | None = None
    last_modified: str | None = None


class Budget(Value):
    """The time that a source may take of a run."""

    source: str
    seconds: float


class Manners(Value):
    """How the pages of a source are to be asked for."""

    delay_seconds: float | None = None  # at least so long between two requests; None: the setting
    obeyed: frozenset[OptOut] = frozenset({OptOut.NOAI, OptOut.TDM_RESERVATION})
    budget: Budget | None = None


class DeferReason(StrEnum):
    """Why the next run should ask again."""

    INTERRUPTED = "interrupted"
    RETRY_AFTER = "retry_after"  # the server wants a longer pause than this run may take
    TOO_MANY_REQUESTS = "too_many_requests"  # 429, again after a pause
    UNAVAILABLE = "unavailable"  # 503, again after a pause
    BUDGET = "budget"  # the time that its source may take of a run is spent
    HOST_FAILING = "host_failing"  # so many failures in a row that the host is left alone


class DisallowReason(StrEnum):
    """Why we may not have a page."""

    ROBOTS_TXT = "robots_txt"
    ROBOTS_UNREACHABLE = "robots_unreachable"  # a 5xx: RFC 9309 §2.3.1.4 takes it for a no
    OPT_OUT = "opt_out"


class Reply(Value):
    """What a server sent in the end, decoded."""

    url: str  # the final one, without secrets
    content: bytes
    media_type: str
    charset: str | None
    validators: Validators = Validators()
    opt_outs: tuple[OptOut, ...] = ()


class NotModified(Value):
    """What the validators belong to is still what the server has."""

    url: str
    validators: Validators
    detail: str | None = None


class Deferred(Value):
    """Not now; nothing is known about the page itself."""

    reason: DeferReason
    detail: str
    until: datetime | None = None  # when the server wants to be asked again


class Disallowed(Value):
    """The host, or the page, does not want to be read by us."""

    reason: DisallowReason
    detail: str
