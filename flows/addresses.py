"""Which addresses may be connected to: resolve once, judge all answers, connect to a judged one.

`is_global` says True for NAT64, 6to4, IPv4-compatible and multicast addresses, so those are named
here (RFC 6052, 3056, 4291 §2.5.5.1).
"""

from __future__ import annotations

import socket
from collections.abc import Iterable
from ipaddress import IPv6Address, ip_address, ip_network

import httpcore

_TUNNELS = tuple(
    ip_network(net) for net in ("::/96", "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")
)


class ForbiddenAddressError(httpcore.ConnectError):
    """A name leads to an address that is not on the public internet."""


def is_public(address: str) -> bool:
    """Whether an address as text (a zone index allowed) belongs to the public internet."""
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        if ip.ipv4_mapped:
            return is_public(str(ip.ipv4_mapped))
        if any(ip in net for net in _TUNNELS):
            return False
    return ip.is_global and not ip.is_multicast


class PublicNetwork(httpcore.NetworkBackend):
    """httpcore's plain sockets, to public addresses only."""

    def __init__(self) -> None:
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        failure: httpcore.ConnectError = httpcore.ConnectError(f"{host!r} has no address")
        for address in _judged(host, port):
            try:
                return self._sockets.connect_tcp(
                    address, port, timeout, local_address, socket_options
                )
            except httpcore.ConnectError as error:
                failure = error
        raise failure

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ARG002  # the interface of httpcore
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        raise ForbiddenAddressError(f"{path!r} is a socket of this machine")

    def sleep(self, seconds: float) -> None:
        self._sockets.sleep(seconds)


def _judged(host: str, port: int) -> list[str]:
    """All addresses of a host. Raises ForbiddenAddressError where one of them is not public."""
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpcore.ConnectError(f"{host!r} has no address: {error}") from error
    addresses = list(dict.fromkeys(str(answer[4][0]) for answer in answers))
    for address in addresses:
        if not is_public(address):
            raise ForbiddenAddressError(f"{host!r} leads to {address}, which is not public")
    return addresses
