"""Asking the open web for one address: `Web.get`. One `Web` serves a whole run, from many threads.

For every host that a request leads to, redirects included: is the address one, does robots.txt
allow it, whose turn is it; then one request, and once more where the server was at its limit.
Cookies are never kept. Nothing is connected to before the first `get`.
"""

from __future__ import annotations

import math
import ssl
from collections.abc import Mapping
from functools import cached_property
from importlib.metadata import version
from threading import Event, Lock
from types import TracebackType
from typing import NamedTuple, Self

import certifi
import httpcore

from flows.addresses import is_public
from flows.settings import Settings
from flows.sourceref import Rejection, RejectReason
from flows.web.answers import (
    DeferReason,
    Deferred,
    Disallowed,
    Manners,
    NotModified,
    Reply,
    Validators,
)
from flows.web.budgets import Budgets
from flows.web.decoding import ACCEPTED
from flows.web.ended import EndedError
from flows.web.line import Answered, Line, Want
from flows.web.network import Allowance, JudgedNetwork, Resolver, resolve
from flows.web.replies import conditions, location, reply
from flows.web.robots import LONGEST, Robots, allowing_all, failed_robots, read_robots
from flows.web.targets import Target, parse_target
from flows.web.turns import TOO_MANY_REQUESTS, UNAVAILABLE, Clock, Turns

REDIRECTS = 5
_AGAIN = {
    TOO_MANY_REQUESTS: DeferReason.TOO_MANY_REQUESTS,
    UNAVAILABLE: DeferReason.UNAVAILABLE,
}
_HEADER_BYTES = 1024 * 1024  # that may come beside a body, with what chunks cost

Answer = Reply | NotModified | Deferred | Disallowed | Rejection


class _Host(NamedTuple):
    turns: Turns
    line: Line


class _Errand(NamedTuple):
    """What stays the same along a chain of redirects, robots.txt included."""

    home: str  # the host that was asked first; its connection is kept
    want: Want
    allowance: Allowance
    headers: Mapping[str, str]
    pause_seconds: float
    ends_at: float  # on the clock


class Web:
    """The web for one run. A test may put its own clock, names, sockets and trust in."""

    def __init__(
        self,
        settings: Settings,
        *,
        stop: Event | None = None,
        clock: Clock | None = None,
        resolver: Resolver = resolve,
        sockets: httpcore.NetworkBackend | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._settings, self._given_tls = settings, tls
        self._resolver, self._sockets = resolver, sockets
        self._clock = clock or Clock(stop)
        self._budgets = Budgets(self._clock)
        self._hosts: dict[str, _Host] = {}
        self._robots: dict[str, Robots] = {}
        self._meeting = Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        for host in self._hosts.values():
            host.line.close()

    def get(
        self,
        url: str,
        media_types: tuple[str, ...],
        validators: Validators | None = None,
        manners: Manners | None = None,
    ) -> Answer:
        """Fetch a page of one of the media types, or say by a code why there is none."""
        manners = manners or Manners()
        want = Want(media_types, self._settings.max_page_bytes)
        try:
            target = parse_target(url)
            with self._budgets.spending(manners.budget) as ends_at:
                errand = self._errand(target, want, manners, conditions(validators), ends_at)
                return reply(*self._followed(target, errand), validators, manners)
        except EndedError as error:
            return error.ending

    def sitemaps(self, url: str) -> tuple[str, ...]:
        """The sitemaps that the robots.txt of an address's host names; none where it is not had."""
        try:
            target = parse_target(url)
        except EndedError:
            return ()
        want = Want(None, LONGEST, is_cut=True)
        return self._rules(target, self._errand(target, want, Manners(), {})).sitemaps

    def leave(self, url: str) -> None:
        """Close the connection to an address's host, unless another thread has its turn there."""
        host = self._hosts.get(host_of(url))
        if host:
            host.turns.if_idle(host.line.close)

    def _followed(self, target: Target, errand: _Errand) -> tuple[Target, Answered]:
        """Ask, and go where redirects lead; each address is judged like the first."""
        for _ in range(REDIRECTS + 1):
            rules = self._rules(target, errand)
            if no := rules.judge(target.full):
                raise EndedError(no)
            pause = max(errand.pause_seconds, rules.delay_seconds)
            answered = self._asked(target, errand._replace(pause_seconds=pause))
            if not (place := location(answered)):
                return target, answered
            target = target.joined(place)
        raise EndedError.rejected(
            RejectReason.TOO_MANY_REDIRECTS, f"more than {REDIRECTS}, the last to {target}"
        )

    def _rules(self, target: Target, errand: _Errand) -> Robots:
        """What the robots.txt of an address's origin says, asked for once a day. It shares the time
        of the address; after redirects too little may be left for it to be blamed.
        """
        known = self._robots.get(target.origin)
        if known and self._clock.seconds() < known.fresh_until:
            return known
        is_first = target.host == errand.home
        try:
            robots = self._asked_robots(target, errand)
        except EndedError as error:
            robots = failed_robots(error.ending, self._clock.seconds())
            if error.ending.reason == RejectReason.TIMEOUT and not is_first:
                return robots
        self._robots[target.origin] = robots
        return robots

    def _asked_robots(self, target: Target, errand: _Errand) -> Robots:
        """Five redirects are followed; a robots.txt beyond them is none (RFC 9309 §2.3.1.2)."""
        errand = errand._replace(want=Want(None, LONGEST, is_cut=True), headers={})
        place = target._replace(path="/robots.txt")
        for _ in range(REDIRECTS + 1):
            answered = self._asked(place, errand)
            if not (elsewhere := location(answered)):
                return read_robots(answered, self._clock.seconds())
            place = place.joined(elsewhere)
        return allowing_all(self._clock.seconds())

    def _asked(self, target: Target, errand: _Errand) -> Answered:
        """One request in its turn, and a second after 429 or 503."""
        answered = self._in_turn(target, errand)
        if answered.status in _AGAIN:
            answered = self._in_turn(target, errand)
        if answered.status in _AGAIN:
            detail = f"{target} gives {answered.status}, again after a pause"
            raise EndedError(Deferred(reason=_AGAIN[answered.status], detail=detail))
        return answered

    def _in_turn(self, target: Target, errand: _Errand) -> Answered:
        turns, line = self._host(target.host)
        with turns.turn(errand.pause_seconds, errand.ends_at):
            try:
                headers = self._headers(target, errand.headers)
                answered = line.ask(target, headers, errand.allowance, errand.want)
            except EndedError as error:
                if error.ending.reason in _OF_THE_HOST:
                    turns.failed()
                raise
            finally:
                if target.host != errand.home:
                    line.close()
            turns.answered(answered.status, answered.headers)
            return answered

    def _host(self, name: str) -> _Host:
        with self._meeting:
            if name not in self._hosts:
                turns = Turns(name, self._clock, self._settings.wait_seconds)
                network = JudgedNetwork(self._may_connect_to, self._resolver, self._sockets)
                self._hosts[name] = _Host(turns, Line(network, lambda: self._tls))
            return self._hosts[name]

    def _may_connect_to(self, address: str) -> bool:
        return self._settings.allow_private_addresses or is_public(address)

    def _headers(self, target: Target, more: Mapping[str, str]) -> dict[str, str]:
        headers = {
            "User-Agent": self._agent,
            "Accept": "*/*",
            "Accept-Encoding": ACCEPTED,
            **more,
        }
        if target.authorization:
            headers["Authorization"] = target.authorization
        return headers

    def _errand(
        self,
        target: Target,
        want: Want,
        manners: Manners,
        headers: Mapping[str, str],
        ends_at: float = math.inf,
    ) -> _Errand:
        pause = max(self._settings.host_seconds, manners.delay_seconds or 0.0)
        allowance = Allowance(self._settings.timeout_seconds, want.limit + _HEADER_BYTES)
        return _Errand(target.host, want, allowance, headers, pause, ends_at)

    @cached_property
    def _agent(self) -> str:
        """Made once: looking up our version took 40 % of the time of a request."""
        return user_agent(self._settings.contact)

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        return self._given_tls or ssl.create_default_context(cafile=certifi.where())


#: Failures that speak of a host and not of the page that was asked for.
_OF_THE_HOST = frozenset(
    {
        RejectReason.DNS,
        RejectReason.CONNECTION,
        RejectReason.TLS,
        RejectReason.TIMEOUT,
        RejectReason.PROTOCOL,
    }
)


def user_agent(contact: str) -> str:
    """Who is asking, and where its owner can be reached."""
    return f"parley/{version('parley')} ({contact or 'no contact given'})"


def host_of(url: str) -> str:
    """The host of an address; empty where it is none."""
    try:
        return parse_target(url).host
    except EndedError:
        return ""
