"""Servers that behave badly: each behaviour in tests/faults ends in its outcome, all in one run;
and the bounds hold, of memory, time and connections.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from flows.settings import MEBIBYTE, Settings
from flows.sourceref import Rejection, web_ref
from flows.web.answers import Reply
from tests.faults.behaviours import CHUNKED, OK, PAGE, Behaviour, behaviours, drip, raw
from tests.faults.running import outcomes, run, settings_of
from tests.faults.server import PUBLIC, FaultServer, Host, in_turn, reply

pytestmark = pytest.mark.slow

TABLE = {it.name: it for it in behaviours()}
HTML = ("text/html",)
SETTINGS = Settings(timeout_seconds=1, host_seconds=0)


class Night:
    """One run over all behaviours."""

    def __init__(self, home: Path) -> None:
        with FaultServer({it.name: it.host for it in TABLE.values()}) as server:
            started = time.monotonic()
            refs = [web_ref(it.address, "faults") for it in TABLE.values()]
            self.summary = run(server, refs, settings_of(home))
            self.seconds = time.monotonic() - started
            self.connects, self.heads = set(server.sockets.connects), server.heads
        self.outcomes: Mapping[str, tuple[str, str | None]] = outcomes(home)


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Night:
    return Night(tmp_path_factory.mktemp("night") / "data")


@pytest.mark.parametrize("behaviour", TABLE.values(), ids=list(TABLE))
def test_each_behaviour_has_its_outcome(night: Night, behaviour: Behaviour) -> None:
    code, detail = night.outcomes[behaviour.address]
    assert code == behaviour.outcome, detail


def test_none_of_them_costs_the_others_the_night(night: Night) -> None:
    assert sum(night.summary.batches.outcomes.values()) == len(TABLE) >= 60
    assert night.seconds < 30
    assert night.connects == {PUBLIC}


def test_no_cookie_comes_back(night: Night) -> None:
    assert not [head for head in night.heads if "cookie" in head]


BOMBS = [name for name, it in TABLE.items() if "bomb" in name or "endless" in name]


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_costs_less_than_64_mebibytes(name: str) -> None:
    behaviour = TABLE[name]
    with FaultServer({name: behaviour.host}) as server, server.web(SETTINGS) as web:
        web.get("http://nowhere.invalid/", HTML)  # what is loaded once is loaded
        before = _peak_memory(reset=True)
        answer = web.get(behaviour.address, HTML)
        assert isinstance(answer, Reply | Rejection)
        assert _peak_memory() - before < 64 * MEBIBYTE


def _peak_memory(*, reset: bool = False) -> int:
    """Most memory this process had at once (since the last reset); see proc(5)."""
    if reset:
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))


DRIPS = {
    "in the body": drip(OK + b"\r\n", b"x", 0.1),
    "in the head": drip(OK, b"x: y\r\n", 0.1),
    "in chunks": drip(CHUNKED, b"1\r\nx\r\n", 0.1),
    "redirects": in_turn([drip(b"HTTP/1.1 302 Moved\r\nLocation: /a\r\n", b"x: y\r\n", 0.1)]),
}


@pytest.mark.parametrize("name", DRIPS)
def test_the_deadline_holds_against_drips(name: str) -> None:
    settings = SETTINGS.model_copy(update={"timeout_seconds": 0.5})
    with FaultServer({"drips": Host(DRIPS[name])}) as server, server.web(settings) as web:
        started = time.monotonic()
        answer = web.get("http://drips.test/", HTML)
        assert time.monotonic() - started < 1
    assert isinstance(answer, Rejection)
    assert answer.reason == "timeout"


def test_slow_redirects_share_one_deadline() -> None:
    settings = SETTINGS.model_copy(update={"timeout_seconds": 0.5})
    slow = raw(b"HTTP/1.1 302 Moved\r\n", b"Location: /\r\n\r\n", pause=0.1)
    with FaultServer({"slow": Host(slow)}) as server, server.web(settings) as web:
        started = time.monotonic()
        answer = web.get("http://slow.test/", HTML)
        assert time.monotonic() - started < 1
    assert isinstance(answer, Rejection)
    assert answer.reason == "timeout"


def test_a_kept_connection_that_the_server_closed_is_made_anew() -> None:
    def closing() -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(
            PAGE
        )
        yield PAGE

    host = Host(in_turn([reply(PAGE), raw(*closing())]))
    with FaultServer({"closes": host}) as server, server.web(SETTINGS) as web:
        answers = [web.get("http://closes.test/", HTML) for _ in range(4)]
        assert [type(answer) for answer in answers] == [Reply] * 4
        assert len(server.sockets.connects) == 3  # one was kept for robots.txt and two pages
