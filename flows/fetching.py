"""A reference → a page: the bytes of a file, of a record in a WARC file, or what a server sends; or
a coded end without one.
"""

from __future__ import annotations

import stat
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.page import Page
from flows.archives import read_archived
from flows.settings import Settings
from flows.sourceref import NoPage, Rejection, RejectReason, SourceRef
from flows.web.answers import Reply

if TYPE_CHECKING:
    from flows.web.client import Web

HTML = "text/html"
PLAIN = "text/plain"
_BY_ENDING = {".html": HTML, ".htm": HTML, ".txt": PLAIN, ".md": "text/markdown"}
PAGE_TYPES = (HTML, "application/xhtml+xml", PLAIN, "text/markdown")


def fetch(ref: SourceRef, settings: Settings, web: Web) -> Page | NoPage:
    """Get one page. What goes wrong with files and servers comes back as a value."""
    if ref.ending:
        return ref.ending
    if ref.path and ref.offset is not None:
        return read_archived(ref, ref.path, ref.offset, settings.max_page_bytes)
    if ref.path:
        return _read_file(ref, ref.path, settings.max_page_bytes)
    url = ref.address.get_secret_value() if ref.address else ref.reference
    reply = web.get(url, PAGE_TYPES, ref.validators, ref.manners)
    if not isinstance(reply, Reply):
        return reply
    return Page(
        reference=ref.reference,
        content=reply.content,
        media_type=HTML if "html" in reply.media_type else reply.media_type,
        charset=reply.charset,
        url=reply.url,
        etag=reply.validators.etag,
        last_modified=reply.validators.last_modified,
        fetched_at=datetime.now(UTC),
        manifest=ref.manifest,
    )


def _read_file(ref: SourceRef, path: Path, limit: int) -> Page | Rejection:
    """Read a file of at most `limit` bytes; its size is asked for before any byte is read."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Rejection(reason=RejectReason.NOT_A_FILE, detail=f"{path} is no plain file")
        if status.st_size > limit:
            detail = f"{status.st_size} bytes; the limit is {limit}"
            return Rejection(reason=RejectReason.TOO_LARGE, detail=detail)
        content = path.read_bytes()
    except FileNotFoundError:
        return Rejection(reason=RejectReason.MISSING, detail=f"{path} is gone")
    except OSError as error:
        return Rejection(reason=RejectReason.UNREADABLE, detail=f"{path}: {error.strerror}")
    return Page(
        reference=ref.reference,
        content=content,
        media_type=_media_type(path, content),
        fetched_at=datetime.now(UTC),
        manifest=ref.manifest,
    )


def _media_type(path: Path, content: bytes) -> str:
    """By ending; a file with another one is HTML where it begins like HTML."""
    head = content[:1024].lstrip().lower()
    sniffed = HTML if head.startswith((b"<!doctype html", b"<html", b"<?xml")) else PLAIN
    return _BY_ENDING.get(path.suffix.lower(), sniffed)
