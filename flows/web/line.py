"""The one connection to a host, and one request on it: bounded in time, in bytes on the way and in
bytes unpacked. What a server can do wrong ends in an EndedError with its code.
"""

from __future__ import annotations

import logging
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

import httpcore
import httpx

from flows.sourceref import RejectReason
from flows.web.decoding import decoded
from flows.web.ended import EndedError
from flows.web.network import (
    Allowance,
    ForbiddenAddressError,
    JudgedNetwork,
    SpentError,
    UnknownHostError,
    UntrustedError,
)
from flows.web.targets import Target

OK, NO_CONTENT, NOT_MODIFIED = 200, 204, 304
_SMALL = 16 * 1024  # the body of an error or a redirect that is read to keep the connection

_UNUSED = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # httpx would load all certificates for nothing

#: Its debug lines hold all headers of replies, where addresses with tokens and cookies stand.
logging.getLogger("httpcore").setLevel(logging.INFO)


class Want(NamedTuple):
    """What a reply is good for: its media types (None: any) and its size; beyond it, the rest is
    cut off or the reply refused.
    """

    media_types: tuple[str, ...] | None
    limit: int
    is_cut: bool = False


class Answered(NamedTuple):
    """A reply; `content` is that of a 200 only. Header names are in lower case."""

    status: int
    headers: Mapping[str, str]
    content: bytes = b""


class Line:
    """Connects when first asked, and again when the server hung up or the scheme is another."""

    def __init__(self, network: JudgedNetwork, tls: Callable[[], ssl.SSLContext]) -> None:
        self._network, self._tls = network, tls
        self._transport: httpx.HTTPTransport | None = None

    def ask(
        self, target: Target, headers: Mapping[str, str], allowance: Allowance, want: Want
    ) -> Answered:
        """GET. Raises EndedError."""
        self._network.allowance = allowance
        try:
            with allowance.running(), _coded(target, allowance):
                return self._asked(_request(target, headers), want)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        if self._transport:
            self._transport.close()
        self._transport = None

    def _asked(self, request: httpx.Request, want: Want) -> Answered:
        response = self._response(request)
        try:
            headers = _headers(response)
            if response.status_code == OK:
                _check_media_type(headers, want)
                _check_length(headers, want)
                return Answered(OK, headers, self._content(response, headers, want))
            self._drain(response, headers)
            return Answered(response.status_code, headers)
        finally:
            response.close()

    def _response(self, request: httpx.Request) -> httpx.Response:
        """The head of a reply; asked again where a kept connection proves to be closed."""
        if self._transport:
            try:
                return self._transport.handle_request(request)
            except (httpx.ReadError, httpx.WriteError, httpx.RemoteProtocolError):
                self._network.allowance.seconds()  # or there is no time left for it
                self.close()
        self._transport = self._opened(request.url.scheme)
        return self._transport.handle_request(request)

    def _opened(self, scheme: str) -> httpx.HTTPTransport:
        """httpx's transport alone: its client would unpack without a limit, keep cookies, and ask
        the environment for proxies."""
        transport = httpx.HTTPTransport(verify=_UNUSED, trust_env=False)
        transport._pool = httpcore.ConnectionPool(  # httpx has no other door for sockets
            ssl_context=self._tls() if scheme == "https" else None,
            max_connections=1,
            network_backend=self._network,
        )
        return transport

    def _content(self, response: httpx.Response, headers: Mapping[str, str], want: Want) -> bytes:
        content = bytearray()
        try:
            for piece in decoded(
                self._chunks(response), headers.get("content-encoding", ""), want.limit
            ):
                content += piece
        except EndedError as error:
            if not (want.is_cut and len(content) >= want.limit):
                raise error from None
        return bytes(content)

    def _chunks(self, response: httpx.Response) -> Iterator[bytes]:
        try:
            for chunk in response.iter_raw():
                yield chunk
                self._network.allowance.seconds()
        except (httpx.NetworkError, httpx.RemoteProtocolError) as error:
            if isinstance(error, httpx.ProtocolError) and not self._network.allowance.hung_up:
                raise
            raise EndedError.rejected(RejectReason.TRUNCATED, f"broke off: {error}") from error

    def _drain(self, response: httpx.Response, headers: Mapping[str, str]) -> None:
        """Read a small body, so that the connection can be kept; any other closes it."""
        said = headers.get("content-length", "")
        is_small = said.isdecimal() and len(said) < 9 and int(said) <= _SMALL
        if is_small or response.status_code in (NO_CONTENT, NOT_MODIFIED):
            for _ in self._chunks(response):
                pass


def _request(target: Target, headers: Mapping[str, str]) -> httpx.Request:
    url = httpx.URL(
        scheme=target.scheme, host=target.host, port=target.port, raw_path=target.path.encode()
    )
    named = {"Host": target.authority, **headers}
    return httpx.Request("GET", url, headers=[_encoded(it) for it in named.items()])


def _encoded(header: tuple[str, str]) -> tuple[bytes, bytes]:
    return header[0].encode(), header[1].encode("latin-1")


def _headers(response: httpx.Response) -> dict[str, str]:
    """Several of one name are joined by commas (RFC 9110 §5.3)."""
    headers: dict[str, str] = {}
    for name, value in response.headers.raw:
        key, text = name.decode("latin-1").lower(), value.decode("latin-1")
        headers[key] = f"{headers[key]}, {text}" if key in headers else text
    return headers


def media_type(headers: Mapping[str, str]) -> str:
    """As declared, without parameters."""
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def _check_media_type(headers: Mapping[str, str], want: Want) -> None:
    served = media_type(headers)
    if want.media_types is not None and served not in want.media_types:
        raise EndedError.rejected(RejectReason.MEDIA_TYPE, f"served as {served[:100]!r}")


def _check_length(headers: Mapping[str, str], want: Want) -> None:
    """Packed or not: what is longer on the way than it may be in the end is not read at all."""
    said = headers.get("content-length", "")
    if said.isdecimal() and not want.is_cut and int(said[:20]) > want.limit:
        raise EndedError.rejected(RejectReason.TOO_LARGE, f"{said[:20]} bytes announced")


#: What each failure is called; the first that fits. httpx wraps what httpcore and sockets raise.
_CODES: tuple[tuple[type[Exception], RejectReason], ...] = (
    (ForbiddenAddressError, RejectReason.FORBIDDEN_ADDRESS),
    (UnknownHostError, RejectReason.DNS),
    (UntrustedError, RejectReason.TLS),
    (httpcore.TimeoutException, RejectReason.TIMEOUT),
    (httpcore.NetworkError, RejectReason.CONNECTION),
    (SpentError, RejectReason.TOO_LARGE),
    (httpcore.ProtocolError, RejectReason.PROTOCOL),
    (OSError, RejectReason.CONNECTION),
    (ValueError, RejectReason.PROTOCOL),  # with it all of encodings and IDNA
    (httpx.InvalidURL, RejectReason.BAD_URL),
)
_FAILURES: tuple[type[Exception], ...] = (httpx.TransportError, *(kind for kind, _ in _CODES))


@contextmanager
def _coded(target: Target, allowance: Allowance) -> Iterator[None]:
    try:
        yield
    except _FAILURES as outer:
        error = outer.__cause__ if isinstance(outer, httpx.TransportError) else outer
        code = next(code for kind, code in _CODES if isinstance(error, kind))
        if code is RejectReason.PROTOCOL and allowance.hung_up:
            code = RejectReason.CONNECTION
        raise EndedError.rejected(code, f"{target}: {error or type(error).__name__}") from error
