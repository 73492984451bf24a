"""robots.txt by RFC 9309: what a file's status means, and what its rules say of an address.

protego does the matching: it merges groups and is linear in hostile patterns. Its `Crawl-delay` is
capped here. A file that is not there allows everything, one that the server fails to give (5xx)
nothing; where the host cannot be asked at all, the page would end as its robots.txt did.
"""

from __future__ import annotations

from typing import NamedTuple

from protego import Protego

from flows.sourceref import Rejection
from flows.web.answers import Deferred, Disallowed, DisallowReason
from flows.web.line import OK, Answered
from flows.web.optouts import OUR_NAME

LONGEST = 500 * 1024  # bytes of it that are read (RFC 9309 §2.5)
FRESH_SECONDS = 24 * 3600.0  # §2.4
RETRY_SECONDS = 3600.0  # a failure is believed for an hour
LONGEST_DELAY_SECONDS = 30.0


class Robots(NamedTuple):
    """What an origin allows, until when that is believed."""

    fresh_until: float
    rules: Protego | None = None  # None: everything is allowed
    ending: Rejection | Deferred | Disallowed | None = None  # how all pages of the origin end

    def judge(self, url: str) -> Rejection | Deferred | Disallowed | None:
        """None where the address may be asked for."""
        if self.ending or not self.rules or self.rules.can_fetch(url, OUR_NAME):
            return self.ending
        return Disallowed(reason=DisallowReason.ROBOTS_TXT, detail="its robots.txt says no")

    @property
    def delay_seconds(self) -> float:
        """Crawl-delay, capped."""
        said = self.rules.crawl_delay(OUR_NAME) if self.rules else None
        return min(max(said or 0.0, 0.0), LONGEST_DELAY_SECONDS)

    @property
    def sitemaps(self) -> tuple[str, ...]:
        return tuple(self.rules.sitemaps) if self.rules else ()


def read_robots(answer: Answered, now: float) -> Robots:
    """The meaning of a reply at the end of its redirects."""
    if answer.status == OK:
        text = answer.content.decode("utf-8-sig", "replace").replace("\r", "\n")
        return Robots(now + FRESH_SECONDS, Protego.parse(text.replace("\0", "")))
    if answer.status >= 500:
        detail = f"its robots.txt gives {answer.status}"
        ending = Disallowed(reason=DisallowReason.ROBOTS_UNREACHABLE, detail=detail)
        return Robots(now + RETRY_SECONDS, ending=ending)
    return allowing_all(now)


def allowing_all(now: float) -> Robots:
    return Robots(now + FRESH_SECONDS)


def failed_robots(ending: Rejection | Deferred | Disallowed, now: float) -> Robots:
    """How all pages of the origin end for now; what was deferred is asked for again."""
    if isinstance(ending, Deferred):
        return Robots(now, ending=ending)
    told = ending.model_copy(update={"detail": f"no robots.txt: {ending.detail}"})
    return Robots(now + RETRY_SECONDS, ending=told)
