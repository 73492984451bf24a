"""Bytes → text: which encoding a page is in, and text that every later stage can rely on.

A byte-order mark decides; then UTF-8, because bytes that happen to be valid UTF-8 are UTF-8; then
the declared charset; then windows-1252 (WHATWG Encoding §4.2, what browsers do in the West). Text
is NFC, has \\n for its line ends, and holds no control characters or zero-width spaces.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from functools import lru_cache

from extractors.article import Unreadable, UnreadableCode
from extractors.page import Page

#: More characters than any article has; trafilatura has no time limit of its own.
LONGEST = 5_000_000

_BOMS = (  # the longer first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = {
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a zip archive or office document",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"RIFF": "a RIFF file (WebP, WAV or AVI)",
    b"\x1f\x8b": "gzip data",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x7fELF": "a program",
    b"ID3": "an MP3 file",
}
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?([\w:.-]{1,40})", re.I)
_SEVEN_BIT = ("iso2022", "utf_7", "hz")  # ASCII bytes that do not mean ASCII
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_SPACED = bytes.maketrans(b"\t", b" ")
_CONTROL_BYTES = bytes(range(9)) + bytes(range(14, 32)) + b"\x7f"

_UNWANTED = (
    [n for n in (*range(32), *range(127, 160)) if n not in (9, 10, 13, 0x85)]
    + [0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
    + [*range(0xD800, 0xE000), 0xFFFE, 0xFFFF]
)
_LINE_ENDS = ("\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")
_UNSEEN = re.compile(f"[{re.escape(''.join(map(chr, _UNWANTED)))}]+")


def clean(text: str) -> str:
    """NFC text with \\n line ends and without characters that nobody can see."""
    if text.isascii() and text.isprintable():
        return text
    for end in _LINE_ENDS:
        if end in text:
            text = text.replace(end, "\n")
    if text.isascii():
        return text.encode().translate(_SPACED, _CONTROL_BYTES).decode()
    return unicodedata.normalize("NFC", _UNSEEN.sub("", text).replace("\t", " "))


def decode(page: Page) -> str | Unreadable:
    """The page as text, or the reason why it is none."""
    content = page.content
    if not content.strip():
        return Unreadable(
            code=UnreadableCode.EMPTY, detail=f"{len(content)} bytes, none of them text"
        )
    if what := _binary(content):
        return Unreadable(code=UnreadableCode.BINARY, detail=f"the page is {what}")
    text = _decoded(content, page.charset)
    if isinstance(text, Unreadable):
        return text
    if not (cleaned := clean(text)).strip():
        return Unreadable(
            code=UnreadableCode.EMPTY, detail="white space and control characters only"
        )
    return cleaned


def _binary(content: bytes) -> str | None:
    if any(content.startswith(bom) for bom, _ in _BOMS):
        return None
    for magic, what in _MAGIC.items():
        if content.startswith(magic):
            return what
    if (position := content.find(b"\x00")) >= 0:
        return f"binary data (a zero byte at {position})"
    sample = content[:65536]
    controls = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    return "binary data (control bytes)" if controls * 10 > len(sample) else None


def _decoded(content: bytes, declared: str | None) -> str | Unreadable:
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _strictly(content, encoding)
    named = _known(declared) or _known(_meta_charset(content))
    if named and named.startswith(_SEVEN_BIT):
        return _strictly(content, named)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(content, named, error)


def _not_utf8(content: bytes, named: str | None, error: UnicodeDecodeError) -> str | Unreadable:
    """Another encoding; or UTF-8 that is damaged, or cut off within its last character."""
    if error.end == len(content) and error.reason.startswith("unexpected end"):
        return content[: error.start].decode("utf-8")
    if named in (None, "utf_8", "cp1252") and _MULTIBYTE.search(content[: error.start]):
        return _undecodable("utf-8", error)
    return _strictly(content, named if named and named != "utf_8" else "cp1252")


def _strictly(content: bytes, encoding: str) -> str | Unreadable:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        return _undecodable(encoding, error)


def _undecodable(encoding: str, error: UnicodeDecodeError) -> Unreadable:
    byte = error.object[error.start]
    detail = f"not {encoding}: byte 0x{byte:02x} at {error.start} ({error.reason})"
    return Unreadable(code=UnreadableCode.UNDECODABLE, detail=detail)


def _meta_charset(content: bytes) -> str | None:
    found = _META_CHARSET.search(content[:4096])
    return found[1].decode("ascii", "replace") if found else None


@lru_cache(256)
def _known(name: str | None) -> str | None:
    """Python's name of a text encoding; Latin-1 means windows-1252 (WHATWG Encoding §4.2)."""
    encoding = (name or "").strip()
    try:
        b"text".decode(encoding)  # refuses what is no text encoding (zip, rot13, undefined)
        normal = codecs.lookup(encoding).name.replace("-", "_")
    except (LookupError, ValueError):
        return None
    return "cp1252" if normal in ("iso8859_1", "ascii") else normal
