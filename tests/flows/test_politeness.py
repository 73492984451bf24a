"""Politeness: pauses, robots.txt, Retry-After, one connection a host, what is told of ourselves."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest

from flows.lanes import interleaved, side_by_side
from flows.settings import Settings
from flows.sourceref import Rejection
from flows.web.answers import (
    Deferred,
    Disallowed,
    Manners,
    NotModified,
    OptOut,
    Reply,
    Validators,
)
from flows.web.client import Answer, Web, host_of
from flows.web.turns import Clock, retry_after
from tests.faults.behaviours import NO, PAGE, moved
from tests.faults.server import FaultServer, Host, Serve, SkippingClock, Talk, in_turn, reply

HTML = ("text/html",)
SETTINGS = Settings(timeout_seconds=5, host_seconds=2, contact="news@example.org")
DAY = 86400.0


class Visit:
    """A server of some hosts, a web that sees it, and the clock of that web."""

    def __init__(self, server: FaultServer, web: Web, clock: SkippingClock) -> None:
        self.server, self.web, self.clock = server, web, clock

    def get(self, name: str, path: str = "/page", manners: Manners | None = None) -> Answer:
        return self.web.get(f"http://{name}.test{path}", HTML, manners=manners)


@contextmanager
def visiting(**hosts: Host | Serve) -> Iterator[Visit]:
    made = {name: it if isinstance(it, Host) else Host(it) for name, it in hosts.items()}
    clock = SkippingClock()
    with FaultServer(made) as server, server.web(SETTINGS, clock=clock) as web:
        yield Visit(server, web, clock)


def said(answer: Answer) -> str:
    return answer.reason if isinstance(answer, Rejection | Deferred | Disallowed) else "reply"


def test_between_two_requests_there_is_a_pause() -> None:
    with visiting(one=reply(PAGE), two=reply(PAGE)) as it:
        for _ in range(3):
            it.get("one")
        it.get("two")
        assert it.clock.waits == [2, 2, 2, 2]  # robots.txt is a request too


def test_a_source_may_want_longer_pauses() -> None:
    with visiting(one=reply(PAGE)) as it:
        it.get("one", manners=Manners(delay_seconds=7))
        it.get("one", manners=Manners(delay_seconds=0.5))
        assert it.clock.waits == [7, 7]


CRAWL_DELAYS = [("10", 10), ("1e9", 30), ("0.1", 2), ("-5", 2), ("nan", 2), ("soon", 2)]


@pytest.mark.parametrize(("delay", "pause"), CRAWL_DELAYS)
def test_crawl_delay_is_obeyed_up_to_a_cap(delay: str, pause: float) -> None:
    robots = reply(f"User-agent: *\nCrawl-delay: {delay}\n".encode())
    with visiting(one=Host(reply(PAGE), robots)) as it:
        it.get("one")
        it.get("one")
        assert it.clock.waits == [2, pause]


def test_one_host_is_never_asked_twice_at_once_and_others_side_by_side() -> None:
    at_once: dict[str, int] = {}
    most: dict[str, int] = {}
    together = threading.Barrier(3, timeout=5)

    async def serve(talk: Talk) -> None:
        name = talk.headers["host"]
        at_once[name] = at_once.get(name, 0) + 1
        most[name] = max(most.get(name, 0), at_once[name])
        await reply(PAGE)(talk)
        at_once[name] -= 1

    with visiting(a=serve, b=serve, c=serve) as it:
        urls = [f"http://{name}.test/{page}" for page in range(4) for name in "abc"]

        def fetch(url: str) -> str:
            if url.endswith("/0"):
                together.wait()  # only if all three hosts are asked side by side
            return said(it.web.get(url, HTML))

        assert side_by_side(urls, host_of, fetch, width=8) == ["reply"] * 12
        assert most == {"a.test": 1, "b.test": 1, "c.test": 1}
        assert len(it.server.sockets.connects) == 3


def test_batches_are_of_many_hosts() -> None:
    assert "".join(interleaved("aaaabbc", str)) == "abcabaa"
    assert interleaved(("b", "a", "c"), lambda _: "") == ("b", "a", "c")


def test_connections_are_closed_when_their_host_is_left() -> None:
    with visiting(one=moved("http://two.test/"), two=reply(PAGE)) as it:
        url = "http://one.test/page"
        for _ in range(2):
            assert side_by_side([url], host_of, lambda url: said(it.web.get(url, HTML)), 8) == [
                "reply"
            ]
        assert len(it.server.sockets.connects) == 4  # one.test's was kept, that of two.test not
        it.web.leave(url)
        it.get("one")
        assert len(it.server.sockets.connects) == 6


def test_threads_that_want_the_same_host_take_turns() -> None:
    with visiting(one=reply(PAGE)) as it:
        urls = [f"http://one.test/{page}" for page in range(8)]
        assert side_by_side(urls, str, lambda url: said(it.web.get(url, HTML)), 8) == ["reply"] * 8
        assert len(it.server.sockets.connects) == 1


def test_a_server_at_its_limit_is_asked_more_slowly_and_then_faster_again() -> None:
    serves = [reply(status=500)] * 3 + [reply(PAGE)] * 8
    with visiting(one=in_turn(serves)) as it:
        for _ in range(12):
            it.get("one")
        pauses = it.clock.waits
        assert pauses[:4] == [2, 2, 2, 4]  # what was asked for outweighs the first of them
        assert pauses[-1] == 2


def test_a_host_that_keeps_failing_is_left_alone() -> None:
    with visiting(one=reply(status=500)) as it:
        ends = [said(it.get("one", f"/{page}")) for page in range(20)]
        assert ends == ["http_status"] * 6 + ["host_failing"] * 14
        assert sum(it.server.requests.values()) == 7


def test_a_host_at_its_limit_for_ever_costs_few_requests() -> None:
    with visiting(one=reply(status=429)) as it:
        ends = [said(it.get("one", f"/{page}")) for page in range(20)]
        assert ends == ["too_many_requests"] * 3 + ["host_failing"] * 17
        assert sum(it.clock.waits) < 120


def test_retry_after_is_waited_for() -> None:
    with visiting(one=in_turn([reply(status=503, retry_after="900"), reply(PAGE)])) as it:
        assert said(it.get("one")) == "reply"
        assert it.clock.waits == [2, 900]


def test_more_than_an_hour_in_all_is_for_the_next_run() -> None:
    slow = in_turn([reply(status=429, retry_after="2000"), reply(PAGE)])
    with visiting(one=slow) as it:
        assert [said(it.get("one", f"/{page}")) for page in range(3)] == [
            "reply",
            "retry_after",
            "retry_after",
        ]
        answer = it.get("one", "/4")
        assert isinstance(answer, Deferred)
        assert answer.until
        assert 1900 < (answer.until - datetime.now(UTC)).total_seconds() < 2100
        assert it.server.requests["one.test/2"] == 0


NOW = datetime(2025, 7, 23, 12, 0, tzinfo=UTC)
RETRY_AFTER = [
    ("120", 120.0),
    (" 0 ", 0.0),
    ("Wed, 23 Jul 2025 12:30:00 GMT", 1800.0),
    ("Wednesday, 23-Jul-25 12:30:00 GMT", 1800.0),
    ("Wed Jul 23 12:30:00 2025", 1800.0),
    ("Wed, 23 Jul 2025 11:00:00 GMT", 0.0),
    ("9" * 400, 30 * DAY),
    ("Fri, 31 Dec 9999 23:59:59 GMT", 30 * DAY),
    ("-1", None),
    ("1.5", None),
    ("٣", None),
    ("soon", None),
    ("", None),
    ("Wed, 99 Jul 99999999999999999999 11:00:00 GMT", None),
]


@pytest.mark.parametrize(("value", "seconds"), RETRY_AFTER)
def test_what_retry_after_means(value: str, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


def test_robots_txt_is_asked_for_once_a_day() -> None:
    robots = in_turn([reply(b"User-agent: *\nDisallow: /no\n"), reply(NO)])
    with visiting(one=Host(reply(PAGE), robots)) as it:
        assert [said(it.get("one", path)) for path in ("/", "/no", "/a?b", "/no/x")] == [
            "reply",
            "robots_txt",
            "reply",
            "robots_txt",
        ]
        assert it.server.requests["one.test/robots.txt"] == 1
        it.clock.wait(DAY)
        assert said(it.get("one")) == "robots_txt"
        assert it.server.requests["one.test/robots.txt"] == 2
        assert it.server.requests["one.test/no"] == 0


def test_robots_txt_that_was_not_had_is_asked_for_again() -> None:
    robots = in_turn([reply(status=500), reply(status=404)])
    with visiting(one=Host(reply(PAGE), robots)) as it:
        assert [said(it.get("one")) for _ in range(3)] == ["robots_unreachable"] * 3
        assert it.server.requests["one.test/robots.txt"] == 1
        it.clock.wait(3600)
        assert said(it.get("one")) == "reply"


def test_a_redirect_is_judged_where_it_leads() -> None:
    with visiting(one=moved("http://two.test/page"), two=Host(reply(PAGE), reply(NO))) as it:
        assert said(it.get("one")) == "robots_txt"
        assert it.server.requests["two.test/page"] == 0


def test_two_hosts_whose_robots_redirect_to_each_other_do_not_wait_for_ever() -> None:
    one = Host(reply(PAGE), moved("http://two.test/robots.txt"))
    two = Host(reply(PAGE), moved("http://one.test/robots.txt"))
    with visiting(one=one, two=two) as it:
        urls = ["http://one.test/", "http://two.test/"]
        ends = side_by_side(urls, host_of, lambda url: said(it.web.get(url, HTML)), 2)
        assert ends == ["reply", "reply"]


def test_sitemaps_are_told() -> None:
    robots = reply(b"Sitemap: https://one.test/news.xml\nSitemap: https://one.test/all.xml\n")
    with visiting(one=Host(reply(PAGE), robots)) as it:
        told = it.web.sitemaps("http://one.test/a/b")
        assert told == ("https://one.test/news.xml", "https://one.test/all.xml")
        assert it.web.sitemaps("http://nowhere.invalid/") == ()


def test_waiting_ends_when_the_run_is_stopped() -> None:
    stop = threading.Event()
    busy = {"one": Host(reply(status=429, retry_after="3000"))}
    settings = SETTINGS.model_copy(update={"host_seconds": 0})
    with FaultServer(busy) as server, server.web(settings, clock=Clock(stop)) as web:
        threading.Timer(0.2, stop.set).start()
        started = time.monotonic()
        assert said(web.get("http://one.test/", HTML)) == "interrupted"
        assert said(web.get("http://two.test/", HTML)) == "interrupted"
        assert time.monotonic() - started < 3


def test_validators_come_and_go() -> None:
    async def serve(talk: Talk) -> None:
        same = talk.headers.get("if-none-match") == '"v1"'
        status = 304 if same else 200
        await reply(b"" if same else PAGE, status, etag='"v1"', last_modified="yesterday")(talk)

    with visiting(one=serve) as it:
        first = it.get("one")
        assert isinstance(first, Reply)
        assert first.validators == Validators(etag='"v1"', last_modified="yesterday")
        again = it.web.get("http://one.test/page", HTML, first.validators)
        assert again == NotModified(url="http://one.test/page", validators=first.validators)
        assert it.server.heads[-1]["if-modified-since"] == "yesterday"
        odd = Validators(etag='"a\r\nx: y"', last_modified="é")
        assert isinstance(it.web.get("http://one.test/page", HTML, odd), Reply)


def test_a_source_may_record_opt_outs_without_obeying_them() -> None:
    tagged = reply(PAGE, x_robots_tag="noai, noarchive", tdm_reservation="1")
    with visiting(one=tagged) as it:
        assert said(it.get("one")) == "opt_out"
        answer = it.get("one", manners=Manners(obeyed=frozenset()))
        assert isinstance(answer, Reply)
        assert answer.opt_outs == (OptOut.NOAI, OptOut.NOARCHIVE, OptOut.TDM_RESERVATION)


def test_who_asks() -> None:
    with visiting(one=in_turn([reply(PAGE, set_cookie="a=b"), reply(PAGE)])) as it:
        it.get("one")
        it.get("one")
        head = it.server.heads[-1]
        assert head["user-agent"].startswith("parley/")
        assert "news@example.org" in head["user-agent"]
        assert {"cookie", "authorization", "referer"}.isdisjoint(head)


def test_user_and_password_are_for_their_origin_only() -> None:
    with visiting(one=moved("http://two.test/"), two=reply(PAGE)) as it:
        url = "http://jo:s%40crit@one.test/page"
        answer = it.web.get(url, HTML)
        assert isinstance(answer, Reply)
        sent = {head["host"]: head.get("authorization") for head in it.server.heads}
        assert sent == {"one.test": "Basic am86c0Bjcml0", "two.test": None}
