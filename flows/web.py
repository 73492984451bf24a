"""One GET over the open web, kept within bounds: addresses, redirects, time, bytes before and after
decoding. Politeness (robots.txt, pauses, validators) is not here yet.

httpx's own decoders know no limit, nor does it bound the body of a redirect or the whole time of a
request; so replies are streamed raw, redirects followed by hand, and gzip is undone here.
"""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterator
from functools import cached_property
from types import TracebackType
from typing import Self

import httpcore
import httpx

from extractors.values import Value
from flows.addresses import ForbiddenAddressError, PublicNetwork
from flows.settings import Settings
from flows.sourceref import Rejection, RejectReason

REDIRECTS = 5


class Reply(Value):
    """What a server sent in the end, decoded."""

    url: str  # the final one
    content: bytes
    media_type: str
    charset: str | None


class _RejectedError(Exception):
    """Carries a rejection up to `Web.get`; never leaves this module."""

    def __init__(self, reason: RejectReason, detail: str) -> None:
        super().__init__(detail)
        self.rejection = Rejection(reason=reason, detail=detail)


class Web:
    """A client for one batch of references; connects to nothing before the first `get`."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        if "_client" in self.__dict__:
            self._client.close()

    def get(self, url: str, media_types: tuple[str, ...]) -> Reply | Rejection:
        """Fetch a page of one of the media types, or say by a code why there is none."""
        try:
            return self._follow(url, media_types)
        except _RejectedError as error:
            return error.rejection
        except httpx.TimeoutException as error:
            return Rejection(reason=RejectReason.TIMEOUT, detail=f"{type(error).__name__} at {url}")
        except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError) as error:
            return Rejection(reason=RejectReason.BAD_URL, detail=f"{url!r}: {error}")
        except httpx.HTTPError as error:
            return _connection_rejection(url, error)

    @cached_property
    def _client(self) -> httpx.Client:
        transport = httpx.HTTPTransport(trust_env=False)
        if not self._settings.allow_private_addresses:
            transport._pool = httpcore.ConnectionPool(  # httpx has no other door
                ssl_context=httpx.create_ssl_context(trust_env=False),
                network_backend=PublicNetwork(),
            )
        headers = {"User-Agent": "parley/0.1", "Accept-Encoding": "gzip"}
        return httpx.Client(
            transport=transport,
            trust_env=False,
            headers=headers,
            timeout=self._settings.timeout_seconds,
        )

    def _follow(self, url: str, media_types: tuple[str, ...]) -> Reply:
        deadline = time.monotonic() + self._settings.timeout_seconds
        request: httpx.Request | None = self._client.build_request("GET", url)
        for _ in range(REDIRECTS + 1):
            if request is None:
                break
            _check_scheme(request.url)
            response = self._client.send(request, stream=True, follow_redirects=False)
            try:
                if response.next_request is None:
                    return self._reply(response, media_types, deadline)
                request = response.next_request
            finally:
                response.close()
        raise _RejectedError(RejectReason.TOO_MANY_REDIRECTS, f"more than {REDIRECTS} from {url}")

    def _reply(
        self, response: httpx.Response, media_types: tuple[str, ...], deadline: float
    ) -> Reply:
        if response.status_code != httpx.codes.OK:
            raise _RejectedError(RejectReason.HTTP_STATUS, str(response.status_code))
        media_type, charset = _content_type(response)
        if media_type not in media_types:
            raise _RejectedError(RejectReason.MEDIA_TYPE, f"served as {media_type!r}")
        limit = self._settings.max_page_bytes
        chunks = _in_time(response, deadline)
        content = b"".join(_bounded(_decoded(response, chunks, limit), limit))
        return Reply(url=str(response.url), content=content, media_type=media_type, charset=charset)


def _check_scheme(url: httpx.URL) -> None:
    if url.scheme not in ("http", "https") or not url.host:
        raise _RejectedError(RejectReason.BAD_URL, f"{str(url)!r} is no http or https address")


def _content_type(response: httpx.Response) -> tuple[str, str | None]:
    media_type, _, rest = response.headers.get("content-type", "").partition(";")
    name, _, value = rest.strip().partition("=")
    charset = value.split(";")[0].strip("\"' ") if name.lower() == "charset" else None
    return media_type.strip().lower(), charset or None


def _in_time(response: httpx.Response, deadline: float) -> Iterator[bytes]:
    for chunk in response.iter_raw():
        yield chunk
        if time.monotonic() > deadline:
            raise _RejectedError(RejectReason.TIMEOUT, f"{response.url} went on past the limit")


def _decoded(response: httpx.Response, chunks: Iterator[bytes], limit: int) -> Iterator[bytes]:
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding in ("identity", ""):
        return chunks
    if encoding in ("gzip", "x-gzip", "deflate"):
        return _inflated(chunks, limit)
    raise _RejectedError(RejectReason.CONTENT_ENCODING, f"{encoding!r} was not asked for")


def _inflated(chunks: Iterator[bytes], limit: int) -> Iterator[bytes]:
    inflater = zlib.decompressobj(wbits=47)  # 32 + 15: gzip or zlib, by its head
    try:
        for chunk in chunks:
            yield inflater.decompress(chunk, limit + 1)
            if inflater.unconsumed_tail:
                raise _RejectedError(RejectReason.TOO_LARGE, f"more than {limit} bytes unpacked")
    except zlib.error as error:
        raise _RejectedError(RejectReason.CONTENT_ENCODING, f"damaged: {error}") from error
    if not inflater.eof:
        raise _RejectedError(RejectReason.TRUNCATED, "the packed body has no end")


def _bounded(chunks: Iterator[bytes], limit: int) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limit:
            raise _RejectedError(RejectReason.TOO_LARGE, f"more than {limit} bytes")
        yield chunk


def _connection_rejection(url: str, error: httpx.HTTPError) -> Rejection:
    """httpx wraps what the network raised; a refused address is found underneath."""
    if isinstance(error.__cause__, ForbiddenAddressError):
        return Rejection(reason=RejectReason.FORBIDDEN_ADDRESS, detail=str(error.__cause__))
    detail = f"{url}: {str(error) or type(error).__name__}"
    return Rejection(reason=RejectReason.CONNECTION, detail=detail)
