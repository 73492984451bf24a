"""Packed bodies undone piece by piece, never more than the limit: gzip, deflate, brotli, zstd, and
one inside another.

The libraries' own one-call functions know no bound: 809 bytes of brotli made two gigabytes. Each
layer may give as many bytes as the whole; so what unpacks to packed bytes without end stops too.
A body must reach the end mark of its encoding: what was cut off is no page.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator

import brotli
import zstandard

from flows.sourceref import RejectReason
from flows.web.ended import EndedError

ACCEPTED = "gzip, deflate, br, zstd"  # Accept-Encoding
LAYERS = 3
_PIECE = 64 * 1024  # bytes unpacked at a time
_ZSTD_SLICE = 64  # bytes of zstd make 2 MiB at most (a block of 4 repeats one byte 128 KiB times)
_ZSTD_WINDOW = 8 * 1024 * 1024  # what RFC 8878 §3.1.1.1.2 wants every decoder to bear

_Decoder = Callable[[Iterable[bytes]], Iterator[bytes]]


def decoded(chunks: Iterable[bytes], encoding: str, limit: int) -> Iterator[bytes]:
    """The body behind a Content-Encoding. Raises EndedError: `too_large` beyond the limit,
    `truncated` without an end, `content_encoding` for what is damaged or not known.
    """
    names = [name for part in encoding.lower().split(",") if (name := part.strip())]
    names = [name for name in names if name != "identity"]
    if len(names) > LAYERS:
        raise _fault(f"packed {len(names)} times over; {LAYERS} is the most")
    for name in reversed(names):
        if name not in _DECODERS:
            raise _fault(f"{name[:40]!r} was not asked for")
        chunks = _bounded(_DECODERS[name](chunks), limit)
    return _bounded(chunks, limit)


def _bounded(chunks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limit:
            yield chunk[: len(chunk) - (size - limit)]
            raise EndedError.rejected(RejectReason.TOO_LARGE, f"more than {limit} bytes")
        yield chunk


def _gunzipped(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """All members (RFC 1952 §2.2); what follows the last and begins like none is padding."""
    inflater = zlib.decompressobj(wbits=31)
    for chunk in chunks:
        while chunk:
            if inflater.eof:
                if chunk[0] != 0x1F:
                    return
                inflater = zlib.decompressobj(wbits=31)
            yield from _pieces(inflater, chunk)
            chunk = inflater.unused_data  # what is left of it
    _check_end(ended=inflater.eof)


def _inflated(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """`deflate` is zlib's format (RFC 9110 §8.4.1.2); many servers send it without the head."""
    head, rest = b"", iter(chunks)
    for chunk in rest:
        head += chunk
        if len(head) >= 2:
            break
    is_zlib = len(head) >= 2 and head[0] & 15 == 8 and int.from_bytes(head[:2]) % 31 == 0
    inflater = zlib.decompressobj(wbits=15 if is_zlib else -15)
    yield from _pieces(inflater, head)
    for chunk in rest:
        yield from _pieces(inflater, chunk)
    _check_end(ended=inflater.eof)


def _pieces(inflater: zlib._Decompress, chunk: bytes) -> Iterator[bytes]:
    try:
        while piece := inflater.decompress(chunk, _PIECE):
            yield piece
            chunk = inflater.unconsumed_tail
    except zlib.error as error:
        raise _fault(f"damaged: {error}") from error


def _unbrotlied(chunks: Iterable[bytes]) -> Iterator[bytes]:
    unpacker = brotli.Decompressor()
    try:
        for chunk in chunks:
            yield unpacker.process(chunk, output_buffer_limit=_PIECE)
            while not unpacker.can_accept_more_data():
                yield unpacker.process(b"", output_buffer_limit=_PIECE)
    except brotli.error as error:
        raise _fault(f"damaged: {error}") from error
    _check_end(ended=unpacker.is_finished())


def _unzstded(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """All frames (RFC 8878 §3.1). The library bounds no output, so it gets little input."""
    library = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW)
    unpacker = library.decompressobj()
    for chunk in chunks:
        for start in range(0, len(chunk), _ZSTD_SLICE):
            packed = chunk[start : start + _ZSTD_SLICE]
            while packed:
                if unpacker.eof:
                    unpacker = library.decompressobj()
                try:
                    yield unpacker.decompress(packed)
                except zstandard.ZstdError as error:
                    raise _fault(f"damaged: {error}") from error
                packed = unpacker.unused_data if unpacker.eof else b""
    _check_end(ended=unpacker.eof)


_DECODERS: dict[str, _Decoder] = {
    "gzip": _gunzipped,
    "x-gzip": _gunzipped,
    "deflate": _inflated,
    "br": _unbrotlied,
    "zstd": _unzstded,
}


def _check_end(*, ended: bool) -> None:
    if not ended:
        raise EndedError.rejected(RejectReason.TRUNCATED, "the packed body has no end")


def _fault(detail: str) -> EndedError:
    return EndedError.rejected(RejectReason.CONTENT_ENCODING, detail)
