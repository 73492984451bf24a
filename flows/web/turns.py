"""Whose turn it is at a host: one request at a time, with a pause between two, longer ones where
the server is at its limit, and none at all where it asks for that or keeps failing.

    after 429 or 5xx     the pause doubles (from one second on, to a minute at most)
    after anything else  it shrinks by a fifth, down to what was asked for
    Retry-After          is waited for, up to an hour in all for a host and run; then the host's
                         other addresses are deferred to the next run, unasked
    failures in a row    six of them (429, 5xx, no connection, no answer): likewise

All state is of one run: hosts are met afresh by the next.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from threading import Event, Lock

from flows.web.answers import DeferReason, Deferred
from flows.web.ended import EndedError

TOO_MANY_REQUESTS, UNAVAILABLE = 429, 503
FAILURES = 6
_FIRST_SECONDS, _LONGEST_SECONDS = 1.0, 60.0  # of the pauses that grow by doubling


class Clock:
    """Time as turns need it; waiting ends early when the run is stopped."""

    def __init__(self, stop: Event | None = None) -> None:
        self.stop = stop or Event()

    def seconds(self) -> float:
        return time.monotonic()

    def now(self) -> datetime:
        return datetime.now(UTC)

    def wait(self, seconds: float) -> None:
        self.stop.wait(seconds)


class Turns:
    """The turns at one host."""

    def __init__(self, host: str, clock: Clock, patience_seconds: float) -> None:
        self._host, self._clock = host, clock
        self._patience = patience_seconds  # what all its Retry-After together may cost
        self._one_at_a_time = Lock()
        self._ready_at = 0.0
        self._pause = 0.0
        self._failures = 0
        self._closed: Deferred | None = None

    @contextmanager
    def turn(self, pause_seconds: float, ends_at: float = math.inf) -> Iterator[None]:
        """Wait for one's turn and have it. The pause is the least before the host's next turn;
        for one that comes after `ends_at` on the clock nobody waits.

        Raises EndedError (`deferred`) where there is none in this run, or by then.
        """
        with self._one_at_a_time:
            if not self._closed and max(self._ready_at, self._clock.seconds()) > ends_at:
                late = f"{self._host} had no turn left in the time of its source"
                raise EndedError(Deferred(reason=DeferReason.BUDGET, detail=late))
            if not self._closed:
                self._clock.wait(max(0.0, self._ready_at - self._clock.seconds()))
            if self._clock.stop.is_set():
                raise EndedError(Deferred(reason=DeferReason.INTERRUPTED, detail="stopped"))
            if self._closed:
                raise EndedError(self._closed)
            try:
                yield
            finally:
                pause = max(self._pause, pause_seconds)
                self._ready_at = max(self._ready_at, self._clock.seconds() + pause)

    def if_idle(self, action: Callable[[], None]) -> None:
        """Do something where nobody has, or waits for, a turn."""
        if self._one_at_a_time.acquire(blocking=False):
            try:
                action()
            finally:
                self._one_at_a_time.release()

    def answered(self, status: int, headers: Mapping[str, str]) -> None:
        """Learn from a reply, within the turn."""
        if status < 500 and status != TOO_MANY_REQUESTS:
            self._pause = self._pause * 0.8 if self._pause > _FIRST_SECONDS / 10 else 0.0
            self._failures = 0
            return
        self._pause = min(max(self._pause * 2, _FIRST_SECONDS), _LONGEST_SECONDS)
        seconds = retry_after(headers.get("retry-after", ""), self._clock.now())
        if seconds is not None:
            self._retry_after(seconds)
        self.failed()

    def failed(self) -> None:
        """Count a failure, within the turn."""
        self._failures += 1
        if self._failures >= FAILURES and not self._closed:
            self._closed = Deferred(
                reason=DeferReason.HOST_FAILING,
                detail=f"{self._host} failed {self._failures} times in a row",
            )

    def _retry_after(self, seconds: float) -> None:
        self._patience -= seconds
        if self._patience >= 0:
            self._ready_at = self._clock.seconds() + seconds
            return
        until = self._clock.now() + timedelta(seconds=seconds)
        self._closed = Deferred(
            reason=DeferReason.RETRY_AFTER,
            detail=f"{self._host} wants a pause of {seconds:.0f} s",
            until=until,
        )


def retry_after(value: str, now: datetime) -> float | None:
    """Seconds to wait by a Retry-After header, a number or a date (RFC 9110 §10.2.3); None without
    a meaning. More than 30 days are 30 days.
    """
    value = value.strip()
    most = 30 * 86400.0
    if value.isascii() and value.isdecimal():
        return min(float(value[:12]), most)
    try:
        then = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError):
        return None
    then = then if then.tzinfo else then.replace(tzinfo=UTC)
    return min(max(0.0, (then - now).total_seconds()), most)
