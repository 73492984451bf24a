"""No connection ever to an address that is not public, in whatever spelling and by whatever way."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from ipaddress import IPv4Address

import httpcore
import pytest

from flows.addresses import is_public
from flows.settings import Settings
from flows.sourceref import Rejection
from flows.web.client import Answer
from flows.web.network import UnknownHostError, resolve
from tests.faults.behaviours import PAGE, moved, raw
from tests.faults.server import PUBLIC, FaultServer, Host, reply

HTML = ("text/html",)
SETTINGS = Settings(timeout_seconds=2, host_seconds=0)

PRIVATE_4 = (
    "127.0.0.1 127.255.255.254 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 "
    "100.64.0.1 100.100.100.200 0.0.0.0 224.0.0.1 255.255.255.255 198.18.0.1 192.0.2.1 "
    "168.63.129.16 192.88.99.1"
)
PRIVATE_6 = (
    "::1 :: fe80::1 fe80::1%25eth0 fe80::1%251 fc00::1 fd00:ec2::254 ff02::1 fec0::1 2001:db8::1 "
    "100::1 2001::1 2001:10::1 2002:7f00:1:: 2002:a00:1:: 64:ff9b::7f00:1 64:ff9b::10.0.0.1 "
    "64:ff9b:1::7f00:1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:7f00:1 ::ffff:169.254.169.254 "
    "::ffff:0:127.0.0.1 0:0:0:0:0:ffff:0a00:0001 0000:0000:0000:0000:0000:0000:0000:0001 5f00::1 "
    "2001:0:7f00:1:: 3fff::1 4000::1"
)
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def spelled(address: str) -> Iterator[str]:
    """The ways to write an IPv4 address that inet_aton(3) and browsers know, and some of URLs."""
    number, parts = int(IPv4Address(address)), [int(part) for part in address.split(".")]
    a, b, c, d = parts
    yield address
    yield f"{number}"
    yield f"{number:#x}"
    yield f"0{number:o}"
    yield f"{number:#X}"
    yield ".".join(f"{part:#x}" for part in parts)
    yield ".".join(f"0{part:o}" for part in parts)
    yield f"{a:#x}.{b}.0{c:o}.{d}"
    yield f"{a}.{number & 0xFFFFFF}"
    yield f"{a}.{b}.{number & 0xFFFF}"
    yield address + "."
    yield address.translate(WIDE)
    yield address.replace(".", "。")
    yield address.replace(".", "｡")
    yield address.replace(".", "%2e")
    yield "".join(f"%{ord(sign):02x}" for sign in address)
    yield f"{PUBLIC}@{address}"
    yield f"user:{PUBLIC}@{address}:80"


URLS = [
    *(f"http://{spelling}/" for address in PRIVATE_4.split() for spelling in spelled(address)),
    *(f"http://[{address}]/" for address in PRIVATE_6.split()),
    *(f"HTTPS://[{address.upper()}]:443/" for address in PRIVATE_6.split() if "%" not in address),
    "http://127.0.0.1\\@one.test/",
    "http://one.test\\@127.0.0.1/",
    "http://one.test#@127.0.0.1/",
    "http://127.0.0.1#@one.test/",
    " \thttp://127.0.0.1/\n",
    "http://127.0.\t0.1/",
    "http:/127.0.0.1/",
    "http:127.0.0.1/",
    "//127.0.0.1/",
    "http://[::ffff:127.0.0.1]@[::1]/",
    "http://①②⑦.⓪.⓪.①/",
    "http://loopback.test/",
    "http://LOOPBACK.TEST./",
    "http://metadata.test/",
    "http://mixed.test/",
    "http://mapped.test/",
]
HOSTS = {
    "one": Host(reply(PAGE)),
    "loopback": Host(reply(PAGE), addresses=("127.0.0.1",)),
    "metadata": Host(reply(PAGE), addresses=("169.254.169.254",)),
    "mixed": Host(reply(PAGE), addresses=(PUBLIC, "::1")),
    "mapped": Host(reply(PAGE), addresses=("::ffff:10.0.0.1",)),
}


def reason(answer: Answer) -> str:
    return answer.reason if isinstance(answer, Rejection) else type(answer).__name__


def test_200_spellings_and_no_connection() -> None:
    with FaultServer(HOSTS) as server, server.web(SETTINGS) as web:
        ends = {url: reason(web.get(url, HTML)) for url in URLS if "one.test" not in url}
        assert server.sockets.connects == []
    assert len(ends) >= 200
    assert set(ends.values()) == {"forbidden_address", "bad_url"}
    assert sum(end == "forbidden_address" for end in ends.values()) >= 200


@pytest.mark.parametrize("url", [url for url in URLS if "one.test" in url])
def test_of_two_hosts_in_one_address_only_a_public_one_is_asked(url: str) -> None:
    with FaultServer(HOSTS) as server, server.web(SETTINGS) as web:
        assert reason(web.get(url, HTML)) in ("forbidden_address", "bad_url", "Reply")
        assert set(server.sockets.connects) <= {PUBLIC}


@pytest.mark.parametrize("way", ["page", "robots"])
def test_nor_by_a_redirect(way: str) -> None:
    sent = [url for url in URLS if url.lower().startswith("http") and "one.test" not in url]
    ends = set()
    for url in sent[::7]:
        leads = moved(url)
        host = Host(leads) if way == "page" else Host(reply(PAGE), leads)
        with FaultServer(HOSTS | {"leads": host}) as server, server.web(SETTINGS) as web:
            ends.add(reason(web.get("http://leads.test/", HTML)))
            assert set(server.sockets.connects) == {PUBLIC}
    assert ends <= {"forbidden_address", "bad_url", "Reply"}
    assert "forbidden_address" in ends


def test_a_name_that_changes_its_address_is_judged_at_each_connection() -> None:
    closing = raw(b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n")
    host = Host(reply(PAGE), closing, addresses=(PUBLIC, "127.0.0.1"))
    with FaultServer({"rebinds": host}) as server, server.web(SETTINGS) as web:
        assert reason(web.get("http://rebinds.test/", HTML)) == "forbidden_address"
        assert server.sockets.connects == [PUBLIC]  # for robots.txt, when the name was public
        assert server.lookups["rebinds.test"] == 2


def test_the_address_that_was_judged_is_the_one_connected_to() -> None:
    with FaultServer({"one": Host(reply(PAGE))}) as server, server.web(SETTINGS) as web:
        assert reason(web.get("http://one.test/", HTML)) == "Reply"
        assert server.sockets.connects == [PUBLIC]
        assert server.lookups == {"one.test": 1}


def test_no_proxy_is_taken_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere")
    hosts = {"one": Host(reply(PAGE)), "tls-page": Host(reply(PAGE))}
    with FaultServer(hosts) as server, server.web(SETTINGS) as web:
        assert reason(web.get("http://one.test/", HTML)) == "Reply"
        assert reason(web.get("https://tls-page.test/", HTML)) == "Reply"


PUBLIC_ONES = "1.1.1.1 93.184.215.14 100.63.255.255 172.32.0.1 2606:4700::1111 2a00:1450::1"


def test_public_addresses_are_public() -> None:
    assert [address for address in PUBLIC_ONES.split() if not is_public(address)] == []


def test_a_look_up_that_hangs_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: time.sleep(1) or [])
    started = time.monotonic()
    with pytest.raises(httpcore.ConnectTimeout):
        resolve("example.org", 80, 0.1)
    assert time.monotonic() - started < 0.8


def test_a_look_up_that_fails_names_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(UnknownHostError, match=r"example\.org.* has no address"):
        resolve("example.org", 80, 1)
