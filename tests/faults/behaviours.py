"""The table of behaviours: what a host does, and the outcome in which a page of it ends."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import NamedTuple

import brotli
import zstandard

from tests.faults.server import PUBLIC, Host, Serve, Talk, in_turn, reply

PAGE = b"""<!doctype html><html lang="en"><head><title>Ninth exchange</title></head><body><article>
<h1>Ninth exchange</h1><p>Russia and Ukraine swapped 250 prisoners of war each on Wednesday at the
border with Belarus, officials in Kyiv said, and all of them were taken to hospitals.</p>
<p>The two delegations are to meet in Istanbul again on 23 July 2025, when they want to speak of a
third round of talks and of the return of those who are seriously wounded.</p>
</article></body></html>"""
MANY = 32 * 1024 * 1024  # bytes that a bomb unpacks to
ENDLESS = 10**6


class Behaviour(NamedTuple):
    """`url` where it is not http://<name>.test/page."""

    name: str
    outcome: str
    host: Host
    url: str = ""

    @property
    def address(self) -> str:
        return self.url or f"http://{self.name}.test/page"


def zeros(pack: object) -> bytes:
    """A bomb, fed to the packer in pieces."""
    piece = bytes(2**20)
    packed = [pack.compress(piece) for _ in range(MANY // len(piece))]  # type: ignore[attr-defined]
    return b"".join(packed) + pack.flush()  # type: ignore[attr-defined]


class _Brotli:
    def __init__(self) -> None:
        self._packer = brotli.Compressor(quality=3)

    def compress(self, piece: bytes) -> bytes:
        return bytes(self._packer.process(piece))

    def flush(self) -> bytes:
        return bytes(self._packer.finish())


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


def zstd(body: bytes, window_log: int = 0) -> bytes:
    parameters = zstandard.ZstdCompressionParameters(compression_level=3, window_log=window_log)
    packer = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    return packer.compress(body) + packer.flush()


def packed(encoding: str, body: bytes) -> Serve:
    return reply(body, content_encoding=encoding)


def raw(*chunks: bytes, pause: float = 0, reset: bool = False) -> Serve:
    """These bytes, then the end of the connection."""

    async def serve(talk: Talk) -> None:
        await talk.send(*chunks, pause=pause)
        if reset:
            talk.reset()
        else:
            talk.writer.close()

    return serve


def drip(head: bytes, piece: bytes, pause: float = 0) -> Serve:
    """The head, and then the piece for ever, or until the client hangs up."""

    async def serve(talk: Talk) -> None:
        await talk.send(head)
        while not talk.writer.is_closing():
            await talk.send(piece, pause=pause)

    return serve


async def silence(_: Talk) -> None:
    await asyncio.sleep(3600)


def moved(to: str, status: int = 302, body: bytes = b"") -> Serve:
    return reply(body, status, location=to)


async def chain(talk: Talk) -> None:
    """/page → /4 → /3 → … → /0"""
    left = 5 if talk.path == "/page" else int(talk.path[1:])
    await (moved(f"/{left - 1}") if left else reply(PAGE))(talk)


async def longer_chain(talk: Talk) -> None:
    left = 6 if talk.path == "/page" else int(talk.path[1:])
    await (moved(f"/{left - 1}") if left else reply(PAGE))(talk)


async def robots_chain(talk: Talk) -> None:
    left = 9 if talk.path == "/robots.txt" else int(talk.path[1:])
    await moved(f"/{left - 1}")(talk)


async def robots_page(talk: Talk) -> None:
    await (reply(PAGE) if talk.path == "/page" else robots_chain)(talk)


def later(seconds: int) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
NO = b"User-agent: *\nDisallow: /\n"


def chunked(body: bytes, size: int) -> bytes:
    pieces = [body[start : start + size] for start in range(0, len(body), size)]
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def behaviours() -> Iterator[Behaviour]:
    yield from _named("stored", _GOOD)
    yield from _named("stored", {name: reply(PAGE, **it) for name, it in _HEADERS.items()})
    for name, (robots, outcome) in _ROBOTS.items():
        yield Behaviour(name, outcome, Host(reply(PAGE), robots))
    yield Behaviour("robots-six-redirects", "stored", Host(robots_page, robots_chain))
    for outcome, serves in _BAD.items():
        yield from _named(outcome, serves)
    for name, (addresses, outcome) in _NAMES.items():
        yield Behaviour(name, outcome, Host(reply(PAGE), addresses=addresses))
    for name, (url, outcome) in _URLS.items():
        yield Behaviour(name, outcome, Host(reply(PAGE)), url)


def _named(outcome: str, serves: dict[str, Serve]) -> Iterator[Behaviour]:
    for name, serve in serves.items():
        yield Behaviour(name, outcome, Host(serve))


_GOOD: dict[str, Serve] = {
    "plain-page": reply(PAGE),
    "no-length": raw(OK + b"\r\n" + PAGE),
    "chunked": raw(CHUNKED + chunked(PAGE, 100)),
    "chunks-of-one-byte": raw(CHUNKED + chunked(PAGE, 1)),
    "early-hints": raw(b"HTTP/1.1 103 Hints\r\nLink: </a>\r\n\r\n", OK + b"\r\n" + PAGE),
    "http-1.0": raw(OK.replace(b"1.1", b"1.0") + b"\r\n" + PAGE),
    "gzip": packed("gzip", gzip.compress(PAGE)),
    "gzip-members": packed("gzip", gzip.compress(PAGE[:99]) + gzip.compress(PAGE[99:])),
    "gzip-with-padding": packed("x-gzip", gzip.compress(PAGE) + bytes(512)),
    "deflate": packed("deflate", zlib.compress(PAGE)),
    "deflate-without-head": packed("deflate", raw_deflate(PAGE)),
    "brotli": packed("br", brotli.compress(PAGE)),
    "zstd": packed("zstd", zstd(PAGE)),
    "zstd-frames": packed("zstd", zstd(PAGE[:99]) + zstd(PAGE[99:])),
    "gzip-in-brotli": packed("gzip, br", brotli.compress(gzip.compress(PAGE))),
    "one-redirect": in_turn([moved("?again"), reply(PAGE)]),
    "five-redirects": chain,
    "redirect-in-utf-8": in_turn([moved("/стаття é"), reply(PAGE)]),
    "redirect-with-a-bomb": in_turn([moved("/b", body=zeros(_Brotli())), reply(PAGE)]),
    "429-then-page": in_turn([reply(status=429), reply(PAGE)]),
    "503-retry-after-seconds": in_turn([reply(status=503, retry_after="120"), reply(PAGE)]),
    "429-retry-after-date": in_turn([reply(status=429, retry_after=later(600)), reply(PAGE)]),
}
_HEADERS: dict[str, dict[str, str]] = {
    "charset-zip": {"content_type": "text/html; charset=zip"},
    "charset-undefined": {"content_type": "text/html; charset=undefined"},
    "charset-nonsense": {"content_type": 'text/html; charset="\\u0000/../x"'},
    "cookie": {"set_cookie": "session=1; Domain=test"},
    "many-headers": {f"x-{number}": "y" * 80 for number in range(800)},
    "header-in-utf-8": {"x-title": "стаття"},
    "noai-for-others": {"x_robots_tag": "otherbot: noai, noindex"},
    "noindex": {"x_robots_tag": "noindex"},
}
_ROBOTS: dict[str, tuple[Serve, str]] = {
    "robots-401": (reply(status=401), "stored"),
    "robots-is-html": (reply(PAGE), "stored"),
    "robots-allows-us": (reply(NO + b"\nUser-agent: Parley\nAllow: /\n"), "stored"),
    "robots-crawl-delay-1e9": (reply(b"User-agent: *\nCrawl-delay: 1e9\n"), "stored"),
    "robots-bomb": (packed("gzip", zeros(zlib.compressobj(wbits=31))), "stored"),
    "robots-no-after-500-kib": (reply(b"#\n" * 256_000 + NO), "stored"),
    "robots-one-byte-lines": (reply(b"\r" * 400_000), "stored"),
    "robots-no": (reply(NO), "robots:robots_txt"),
    "robots-no-with-bom": (reply(b"\xef\xbb\xbf" + NO), "robots:robots_txt"),
    "robots-no-to-us": (reply(b"User-agent: parley\nDisallow: /p*e$\n"), "robots:robots_txt"),
    "robots-redirect-no": (moved("http://robots-no.test/robots.txt"), "robots:robots_txt"),
    "robots-500": (reply(status=500), "robots:robots_unreachable"),
    "robots-503": (reply(status=503), "deferred:unavailable"),
    "robots-silent": (silence, "rejected:timeout"),
    "robots-reset": (raw(reset=True), "rejected:connection"),
    "robots-to-loopback": (moved("http://127.1/robots.txt"), "rejected:forbidden_address"),
}
_BAD: dict[str, dict[str, Serve]] = {
    "robots:opt_out": {
        "noai": reply(PAGE, x_robots_tag="noai, noimageai"),
        "noai-for-us": reply(PAGE, x_robots_tag="otherbot: nofollow, parley: noai"),
        "noai-in-page": reply(PAGE.replace(b"<t", b"<meta content='noai' name=robots><t", 1)),
        "tdm-reservation": reply(PAGE, tdm_reservation="1"),
        "tdm-in-page": reply(
            PAGE.replace(b"<t", b'<meta name="tdm-reservation" content="1"><t', 1)
        ),
    },
    "rejected:http_status": {
        **{f"status-{it}": reply(PAGE, it) for it in (203, 206, 401, 403, 404, 410, 451, 500, 502)},
        "status-204": raw(b"HTTP/1.1 204 Nothing\r\n\r\n"),
        "status-304-unasked": raw(b"HTTP/1.1 304 Same\r\n\r\n"),
        "status-999": reply(PAGE, 999),
        "redirect-nowhere": reply(status=302),
    },
    "deferred:too_many_requests": {"429-for-ever": reply(status=429)},
    "deferred:unavailable": {"503-for-ever": reply(status=503, retry_after="soon")},
    "deferred:retry_after": {"retry-after-a-day": reply(status=429, retry_after="86400")},
    "rejected:too_many_redirects": {
        "redirect-to-itself": moved("/page"),
        "six-redirects": longer_chain,
    },
    "rejected:bad_url": {
        "redirect-to-file": moved("file:///etc/passwd"),
        "redirect-to-script": moved("javascript:alert(1)"),
        "redirect-to-broken-host": moved("http://[::1/"),
        "redirect-to-bad-idna": moved("http://\u00adxn--\u0301.test/"),
        "redirect-to-port-99999": moved("http://plain-page.test:99999/"),
        "redirect-too-long": moved("/" + "a" * 9000),
    },
    "rejected:forbidden_address": {
        "redirect-to-loopback": moved("http://127.0.0.1/"),
        "redirect-to-metadata": moved("http://169.254.169.254/latest/meta-data/"),
        "redirect-to-decimal": moved("http://2130706433/"),
        "redirect-past-a-user": moved("http://plain-page.test@[::ffff:10.0.0.1]/"),
    },
    "rejected:timeout": {
        "silence": silence,
        "one-byte-every-half-second": drip(OK + b"\r\n", b"x", 0.5),
        "headers-one-by-one": drip(OK, b"x: y\r\n", 0.1),
        "status-line-in-drips": drip(b"HTTP/1.1 ", b"2", 0.1),
        "continue-for-ever": drip(b"", b"HTTP/1.1 100 Continue\r\n\r\n", 0.001),
    },
    "rejected:too_large": {
        "endless-body": drip(OK + b"\r\n", bytes(2**18)),
        "endless-chunks": drip(CHUNKED, b"40000\r\n%b\r\n" % bytes(2**18)),
        "terabyte-announced": raw(OK + b"Content-Length: 1000000000000\r\n\r\n", b"x"),
        "gzip-bomb": packed("gzip", zeros(zlib.compressobj(wbits=31))),
        "deflate-bomb": packed("deflate", zeros(zlib.compressobj(wbits=-15))),
        "brotli-bomb": packed("br", zeros(_Brotli())),
        "zstd-bomb": packed("zstd", zeros(zstandard.ZstdCompressor().compressobj())),
        "gzip-bomb-in-gzip": packed("gzip,gzip", gzip.compress(zeros(zlib.compressobj(wbits=31)))),
        "brotli-bomb-in-zstd": packed("br, zstd", zstd(zeros(_Brotli()))),
    },
    "rejected:content_encoding": {
        "gzip-that-is-none": packed("gzip", PAGE),
        "gzip-with-a-wrong-sum": packed("gzip", gzip.compress(PAGE)[:-8] + bytes(8)),
        "brotli-that-is-none": packed("br", PAGE),
        "zstd-that-is-none": packed("zstd", PAGE),
        "zstd-with-a-huge-window": packed("zstd", zstd(bytes(2**25), window_log=27)),
        "encoding-unknown": packed("compress", PAGE),
        "four-encodings": packed("gzip, gzip, gzip, gzip", PAGE),
    },
    "rejected:truncated": {
        "short-body": raw(OK + b"Content-Length: 5000\r\n\r\n" + PAGE),
        "reset-in-the-body": raw(
            OK + b"Content-Length: 5000\r\n\r\n" + PAGE, reset=True, pause=0.1
        ),
        "chunks-without-the-last": raw(CHUNKED + chunked(PAGE, 99)[:-5]),
        "half-a-gzip": packed("gzip", gzip.compress(PAGE)[:-9]),
        "half-a-deflate": packed("deflate", zlib.compress(PAGE)[:-9]),
        "half-a-brotli": packed("br", brotli.compress(PAGE)[:-9]),
        "half-a-zstd": packed("zstd", zstd(PAGE)[:-9]),
    },
    "rejected:connection": {
        "closed-without-a-word": raw(),
        "reset-without-a-word": raw(reset=True),
        "closed-within-the-head": raw(OK),
        "another-protocol": raw(b"SSH-2.0-OpenSSH_9.6\r\n"),
        "http-0.9": raw(PAGE),
    },
    "rejected:protocol": {
        "garbage": raw(bytes(range(256)) * 8),
        "http-2-unasked": raw(b"\0\0\x12\4\0\0\0\0\0" + bytes(18)),
        "status-line-broken": raw(b"HTTP/1.1 TwoHundred OK\r\n\r\n"),
        "header-without-colon": raw(OK + b"nonsense\r\n\r\n" + PAGE),
        "header-with-nul": raw(OK + b"x: a\0b\r\n\r\n" + PAGE),
        "header-without-end": drip(OK + b"x: ", b"y" * 1000),
        "two-lengths": raw(OK + b"Content-Length: 5\r\nContent-Length: 9\r\n\r\n" + PAGE),
        "length-below-zero": raw(OK + b"Content-Length: -1\r\n\r\n" + PAGE),
        "chunk-size-broken": raw(CHUNKED + b"zz\r\n" + PAGE),
    },
    "rejected:media_type": {
        "picture": reply(PAGE, content_type="image/png"),
        "no-type": reply(PAGE, content_type=""),
        "type-nonsense": reply(PAGE, content_type=";;;=\x7f"),
    },
    "rejected:empty": {"empty-page": reply(b"")},
    "rejected:no_article": {"login-form": reply(b"<html><form>Log in <input></form></html>")},
}
_NAMES: dict[str, tuple[tuple[str, ...], str]] = {
    "name-of-ten-addresses": ((PUBLIC,) * 10, "stored"),
    "name-of-a-private-address": (("10.0.0.1",), "rejected:forbidden_address"),
    "name-of-two-kinds": ((PUBLIC, "192.168.0.1"), "rejected:forbidden_address"),
}
_URLS: dict[str, tuple[str, str]] = {
    "tls-page": ("https://tls-page.test/page", "stored"),
    "tls-expired": ("https://tls-expired.test/page", "rejected:tls"),
    "tls-other-name": ("https://tls-other-name.test/page", "rejected:tls"),
    "tls-self-signed": ("https://tls-self-signed.test/page", "rejected:tls"),
    "tls-silent": ("https://tls-silent.test:444/page", "rejected:timeout"),
    "tls-that-is-none": ("https://tls-that-is-none.test:445/page", "rejected:tls"),
    "nobody-listens": ("http://nobody-listens.test:81/page", "rejected:connection"),
    "name-unknown": ("http://nowhere.invalid/page", "rejected:dns"),
    "name-that-hangs": ("http://name-that-hangs.invalid/page", "rejected:timeout"),
}
