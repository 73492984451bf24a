"""A web of many hosts on loopback: every behaviour is a host of its own, `http://<name>.test/`.

Names are resolved here, to addresses that look public; connections to any of them end at the one
server, which tells its hosts apart by the Host header (TLS: by the name asked for).
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
import threading
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple, Self

import httpcore
import trustme

from flows.settings import Settings
from flows.web.client import Web
from flows.web.network import UnknownHostError
from flows.web.turns import Clock

PUBLIC = "93.184.216.34"


class Talk(NamedTuple):
    """One request and the way to answer it."""

    path: str
    headers: Mapping[str, str]
    number: int  # how many times the path was asked for before
    writer: asyncio.StreamWriter

    async def send(self, *chunks: bytes, pause: float = 0) -> None:
        for chunk in chunks:
            self.writer.write(chunk)
            await self.writer.drain()
            await asyncio.sleep(pause)

    def reset(self) -> None:
        """Close with RST instead of FIN."""
        linger = b"\1\0\0\0\0\0\0\0"
        connection = self.writer.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.writer.close()


Serve = Callable[[Talk], Awaitable[None]]


class Host(NamedTuple):
    """How a host behaves; without `robots` it has no robots.txt."""

    serve: Serve
    robots: Serve | None = None
    addresses: Sequence[str] = (PUBLIC,)


def reply(body: bytes = b"", status: int = 200, **headers: str) -> Serve:
    """A well-formed reply, always the same. `x_robots_tag` is the header X-Robots-Tag."""
    named = {"content_type": "text/html; charset=utf-8", "content_length": str(len(body))} | headers
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in named.items() if value]
    head = f"HTTP/1.1 {status} Whatever\r\n" + "\r\n".join(lines) + "\r\n\r\n"

    async def serve(talk: Talk) -> None:
        await talk.send(head.encode("utf-8") + body)

    return serve


class Loopback(httpcore.SyncBackend):
    """Sockets that end at our own server, wherever they were to lead."""

    def __init__(self, ports: Mapping[int, int]) -> None:
        super().__init__()
        self._ports = ports
        self.connects: list[str] = []

    def connect_tcp(self, host: str, port: int, *rest: Any, **more: Any) -> httpcore.NetworkStream:
        self.connects.append(host)
        return super().connect_tcp("127.0.0.1", self._ports[port], *rest, **more)


class SkippingClock(Clock):
    """Politeness without its price: waiting moves the clock on, and nothing else does."""

    def __init__(self) -> None:
        super().__init__()
        self._seconds = 0.0
        self.waits: list[float] = []

    def seconds(self) -> float:
        return self._seconds

    def wait(self, seconds: float) -> None:
        self._seconds += seconds
        if seconds > 0:
            self.waits.append(seconds)


class FaultServer:
    """Serves hosts by name until it is left. Ports: 80 plain, 443 TLS, 444 silent, 445 rude."""

    def __init__(self, hosts: Mapping[str, Host]) -> None:
        self._hosts = hosts
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._servers: list[asyncio.Server] = []
        self._certificates = trustme.CA()
        self.requests: Counter[str] = Counter()  # host/path → times asked for
        self.heads: list[Mapping[str, str]] = []
        self.lookups: Counter[str] = Counter()

    def __enter__(self) -> Self:
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._start(), self._loop).result()
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def web(self, settings: Settings, **given: Any) -> Web:
        """A `Web` that sees nothing but this server, and waits for nothing."""
        self.sockets = Loopback(self._ports)
        mine = {"resolver": self.resolve, "sockets": self.sockets, "clock": SkippingClock()}
        return Web(settings, tls=self._trust(), **(mine | given))

    def resolve(self, name: str, port: int, seconds: float) -> Sequence[str]:
        """Names of ours by their table, numbers in all spellings by the system, nothing else."""
        self.lookups[name] += 1
        if name.startswith("name-that-hangs"):
            time.sleep(seconds)
            raise httpcore.ConnectTimeout(name)
        host = self._hosts.get(name.removesuffix(".test"))
        if host and host.addresses:
            turn = min(self.lookups[name], len(host.addresses)) - 1
            return host.addresses[turn].split() if name.startswith("rebinds") else host.addresses
        try:
            found = socket.getaddrinfo(name, port, flags=socket.AI_NUMERICHOST)
        except OSError as error:
            raise UnknownHostError(f"{name!r} has no address: {error}") from error
        return [str(answer[4][0]) for answer in found]

    async def _start(self) -> None:
        self._loop.set_exception_handler(lambda *_: None)  # clients hang up; that is their right
        plain = await asyncio.start_server(self._talk, "127.0.0.1", 0, limit=2**20)
        tls = await asyncio.start_server(self._talk, "127.0.0.1", 0, limit=2**20, ssl=self._tls())
        silent = await asyncio.start_server(_be_silent, "127.0.0.1", 0)
        rude = await asyncio.start_server(_be_rude, "127.0.0.1", 0)
        self._servers = [plain, tls, silent, rude]
        named = dict(zip((80, 443, 444, 445), map(_port, self._servers), strict=True))
        self._ports = named | {81: _free_port()}

    async def _stop(self) -> None:
        for server in self._servers:
            server.close()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        for _ in range(3):
            await asyncio.sleep(0)  # closed transports take leave

    def _tls(self) -> ssl.SSLContext:
        """Certificates by the name that is asked for."""
        long_ago = datetime(2020, 1, 1, tzinfo=UTC)
        contexts = {
            "tls-expired.test": self._context(self._certificates, "tls-expired.test", long_ago),
            "tls-other-name.test": self._context(self._certificates, "somebody-else.test"),
            "tls-self-signed.test": self._context(trustme.CA(), "tls-self-signed.test"),
        }
        usual = self._context(self._certificates, "tls-page.test")

        def choose(tls: ssl.SSLObject, name: str, _: ssl.SSLContext) -> None:
            tls.context = contexts.get(name, usual)

        usual.sni_callback = choose
        return usual

    def _context(self, ca: trustme.CA, name: str, end: datetime | None = None) -> ssl.SSLContext:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        ca.issue_cert(name, not_after=end).configure_cert(context)
        return context

    def _trust(self) -> ssl.SSLContext:
        context = ssl.create_default_context()
        self._certificates.configure_trust(context)
        return context

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Requests on one connection, until one side closes it."""
        with contextlib.suppress(OSError, EOFError, asyncio.CancelledError, ssl.SSLError):
            while head := await reader.readuntil(b"\r\n\r\n"):
                await self._answer(head.decode("latin-1"), writer)
                if writer.is_closing():
                    return
        writer.close()

    async def _answer(self, head: str, writer: asyncio.StreamWriter) -> None:
        (line, *lines) = head.strip().split("\r\n")
        headers = {name.lower(): value for name, _, value in (it.partition(": ") for it in lines)}
        self.heads.append(headers)
        path, name = line.split(" ")[1], headers["host"].partition(":")[0]
        number = self.requests[name + path]
        self.requests[name + path] += 1
        host = self._hosts[name.removesuffix(".test")]
        serve = host.serve if path != "/robots.txt" else host.robots or reply(status=404)
        await serve(Talk(path, headers, number, writer))


async def _be_silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError, asyncio.CancelledError):
        await reader.read()
    writer.close()


async def _be_rude(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 400 Speak up\r\n\r\n")
    writer.close()


def _port(server: asyncio.Server) -> int:
    return int(server.sockets[0].getsockname()[1])


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def in_turn(serves: Iterable[Serve]) -> Serve:
    """The first for the first request of a path, and so on; the last for all others."""
    many = list(serves)

    async def serve(talk: Talk) -> None:
        await many[min(talk.number, len(many) - 1)](talk)

    return serve
