"""Sockets for httpcore that know where they lead and what they may cost: a name is resolved once,
all its answers are judged, and the judged address is connected to; every second and byte counts.

So no later answer of a name server (rebinding) and no spelling of an address can lead elsewhere,
and one byte every half second does not hold a connection, in headers, in TLS or in the body.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from queue import Empty, Queue
from threading import Thread
from typing import Any

import httpcore

#: host, port, seconds → all its addresses as text. Raises UnknownHostError or a TimeoutException.
Resolver = Callable[[str, int, float], Sequence[str]]


class ForbiddenAddressError(httpcore.ConnectError):
    """A name leads to an address that is not on the public internet."""


class UnknownHostError(httpcore.ConnectError):
    """A name leads nowhere."""


class UntrustedError(httpcore.ConnectError):
    """TLS failed: a certificate that does not hold, or no TLS at all."""


class SpentError(Exception):
    """More bytes came over the network than one address may send."""


class Allowance:
    """What one address may still cost. Time runs only while something is asked of the network, not
    while politeness makes us wait.
    """

    def __init__(self, seconds: float, byte_count: int) -> None:
        self._seconds, self._bytes = seconds, byte_count
        self._until = 0.0
        self.hung_up = False  # whether the server closed the connection

    @contextmanager
    def running(self) -> Iterator[None]:
        self._until = time.monotonic() + self._seconds
        try:
            yield
        finally:
            self._seconds = self._until - time.monotonic()

    def seconds(self) -> float:
        """How long it may still take. Raises httpcore.ReadTimeout when nothing is left."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the time for this address is spent")
        return left

    def spend(self, byte_count: int) -> None:
        self._bytes -= byte_count
        if self._bytes < 0:
            raise SpentError("the server went on sending")


class JudgedNetwork(httpcore.NetworkBackend):
    """The network as one host is asked over it; `allowance` is that of the address asked for."""

    allowance: Allowance

    def __init__(
        self,
        judge: Callable[[str], bool],
        resolver: Resolver,
        sockets: httpcore.NetworkBackend | None = None,
    ) -> None:
        self._judge, self._resolver = judge, resolver
        self._sockets = sockets or httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002  # the interface of httpcore
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of a host that answers; each gets its share of the time."""
        failure: Exception = UnknownHostError(f"{host!r} has no address")
        addresses = self._judged(host, port)
        for place, address in enumerate(addresses):
            share = self.allowance.seconds() / (len(addresses) - place)
            try:
                stream = self._sockets.connect_tcp(
                    address, port, share, local_address, socket_options
                )
                return _CountedStream(stream, self)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    def _judged(self, host: str, port: int) -> list[str]:
        """All addresses of a host. Raises ForbiddenAddressError where one of them is not public."""
        addresses = list(dict.fromkeys(self._resolver(host, port, self.allowance.seconds())))
        for address in addresses:
            if not self._judge(address):
                raise ForbiddenAddressError(f"{host!r} leads to {address}, which is not public")
        return addresses


class _CountedStream(httpcore.NetworkStream):
    """A connection, plain or under TLS, whose time and bytes are counted."""

    def __init__(self, stream: httpcore.NetworkStream, network: JudgedNetwork) -> None:
        self._stream, self._network = stream, network

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        allowance = self._network.allowance
        chunk = self._stream.read(max_bytes, allowance.seconds())
        allowance.spend(len(chunk))
        allowance.hung_up = not chunk
        return chunk

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        self._stream.write(buffer, self._network.allowance.seconds())

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        try:
            left = self._network.allowance.seconds()
            stream = self._stream.start_tls(ssl_context, server_hostname, left)
        except BaseException as error:
            self.close()
            if isinstance(error, httpcore.ConnectError | ValueError):
                raise UntrustedError(str(error)) from error
            raise
        return _CountedStream(stream, self._network)

    def close(self) -> None:
        self._stream.close()

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def resolve(host: str, port: int, seconds: float) -> Sequence[str]:
    """All addresses of a host by the system's resolver, in a thread: it cannot be stopped."""
    answers: Queue[Sequence[str] | Exception] = Queue()
    Thread(target=_look_up, args=(host, port, answers), daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except Empty:
        raise httpcore.ConnectTimeout(f"nobody knew {host!r} in time") from None
    if isinstance(answer, Exception):
        raise UnknownHostError(f"{host!r} has no address: {answer}") from answer
    return answer


def _look_up(host: str, port: int, answers: Queue[Sequence[str] | Exception]) -> None:
    try:
        found = socket.getaddrinfo(host.encode("ascii"), port, type=socket.SOCK_STREAM)
        answers.put([str(answer[4][0]) for answer in found])
    except (OSError, ValueError) as error:
        answers.put(error)
