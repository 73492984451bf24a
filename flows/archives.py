"""WARC files (ISO 28500) on disk → references to the pages in them, and a reference → its page.

Listing streams through a file and filters by host, day of archiving, language and topic words
before anything is parsed; a reference keeps the place of its record. warcio passes over what was
cut off, so lengths are checked here. Known gaps: digests and the ends of chunked bodies are not
checked; of several captures of one address the first is read; a file cut between two records looks
whole.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractors.errors import UsageError
from extractors.page import ManifestEntry, Page
from flows.redaction import without_secrets
from flows.settings import Settings
from flows.sourceref import Rejection, RejectReason, SourceRef, web_ref
from flows.sources import WarcSource
from flows.topics import is_about
from flows.web.decoding import decoded
from flows.web.ended import EndedError
from flows.web.line import media_type
from flows.web.replies import charset
from flows.web.targets import parse_target

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

ENDINGS = (".warc", ".warc.gz")
_PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "text/markdown"})
_LANGUAGE = re.compile(rb"<html\b[^<>]{0,600}?\blang\s{0,9}=\s{0,9}[\"']?([a-z]{2})\b", re.I)
_HEAD = 4096


def list_archives(
    path: Path, source: WarcSource, said: ManifestEntry, settings: Settings
) -> Iterator[SourceRef]:
    """The pages of a WARC file, or of all in a folder, that the source wants. Raises UsageError."""
    if not path.exists():
        raise UsageError(f"{str(path)!r} does not exist; name a WARC file or a folder of them")
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    archives = [it for it in files if it.is_file() and it.name.lower().endswith(ENDINGS)]
    if not archives:
        raise UsageError(f"{str(path)!r} holds no WARC file ({', '.join(ENDINGS)})")
    for archive in archives:
        yield from _list_archive(archive, source, said, settings.max_page_bytes)


def _list_archive(
    archive: Path, source: WarcSource, said: ManifestEntry, limit: int
) -> Iterator[SourceRef]:
    """What comes before damage is listed; the damage is a rejected reference of its own."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        with archive.open("rb") as stream:
            records, record = ArchiveIterator(stream), None
            for record in records:
                if url := _wanted(record, source, limit):
                    ref = web_ref(url, source.name, said)
                    place = {"path": archive, "offset": records.get_record_offset()}
                    yield ref.model_copy(update=place)
            _check_end(record, records.offset, archive.stat().st_size)
    except (ArchiveLoadFailed, OSError, EOFError, zlib.error, ValueError) as error:
        why = Rejection(reason=RejectReason.UNREADABLE, detail=f"{archive}: {error}")
        yield SourceRef(reference=archive.name, source=source.name, ending=why)


def _check_end(record: ArcWarcRecord | None, end: int, size: int) -> None:
    """warcio ends in silence at a record whose head is cut off, or takes what is left for the head
    of a record (each has its length: ISO 28500 §5.2). Raises EOFError.
    """
    if record is None:
        raise EOFError("it holds no record")
    if record.rec_headers.get_header("Content-Length") is None or end < size:
        raise EOFError("its last record breaks off in its head")


def _wanted(record: ArcWarcRecord, source: WarcSource, limit: int) -> str | None:
    """The address of a page that passes all filters, the cheap ones first. What cannot be unpacked
    passes: fetching says what is wrong with it.
    """
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    if record.rec_type not in ("response", "resource") or not _is_page(record):
        return None
    if not _is_of(url, source.hosts) or not _is_within(record, source):
        return None
    if source.topic or source.language:
        try:
            content = _payload(record, limit)
        except EndedError:
            return url
        if not _speaks(content, source.language):
            return None
        if not is_about(source.topic, content.decode("utf-8", "replace")):
            return None
    return url


def _is_page(record: ArcWarcRecord) -> bool:
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    return status == "200" and media_type(_headers(record)) in _PAGES


def _is_of(url: str, hosts: Sequence[str]) -> bool:
    """A page that was saved from a disk is of no host; urn: and the like are no pages."""
    try:
        host = parse_target(url).host
    except EndedError:
        return not hosts and url.startswith("file:")
    return not hosts or any(host == it or host.endswith(f".{it}") for it in hosts)


def _is_within(record: ArcWarcRecord, source: WarcSource) -> bool:
    when = _archived_at(record)
    if when is None:
        return True
    day = when.date()
    return (source.since or day) <= day <= (source.until or day)


def _speaks(content: bytes, language: str | None) -> bool:
    """What does not say its language is not held against it."""
    said = _LANGUAGE.search(content[:_HEAD]) if language else None
    return said is None or said[1].decode().lower() == language


def read_archived(ref: SourceRef, archive: Path, offset: int, limit: int) -> Page | Rejection:
    """The page of the record that begins at an offset, as it was served."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        with archive.open("rb") as stream:
            stream.seek(offset)
            record = next(iter(ArchiveIterator(stream)))
            content = _payload(record, limit)
    except EndedError as error:
        return Rejection(reason=error.ending.reason, detail=error.ending.detail)
    except (ArchiveLoadFailed, OSError, EOFError, zlib.error, ValueError, StopIteration) as error:
        return Rejection(reason=RejectReason.UNREADABLE, detail=f"{archive}: {error}")
    return _page(ref, record, content)


def _page(ref: SourceRef, record: ArcWarcRecord, content: bytes) -> Page:
    headers = _headers(record)
    served_as = media_type(headers)
    return Page(
        reference=ref.reference,
        content=content,
        media_type="text/html" if "html" in served_as else served_as,
        charset=charset(headers),
        url=without_secrets(record.rec_headers.get_header("WARC-Target-URI") or ref.reference),
        fetched_at=_archived_at(record) or datetime.now(UTC),
        manifest=ref.manifest,
    )


def _payload(record: ArcWarcRecord, limit: int) -> bytes:
    """The body without chunks and packing. Raises EndedError where it is too large, damaged, or
    shorter than its record says.
    """
    headers = _headers(record)
    body = _unchunked(record) if "chunked" in headers.get("transfer-encoding", "") else None
    raw = (body or record.raw_stream).read(limit + 1)
    if len(raw) > limit:
        raise EndedError.rejected(RejectReason.TOO_LARGE, f"more than {limit} bytes")
    if record.raw_stream.limit > 0 and body is None:
        missing = f"{record.raw_stream.limit} bytes of the record are missing"
        raise EndedError.rejected(RejectReason.TRUNCATED, missing)
    return b"".join(decoded([raw], headers.get("content-encoding", ""), limit))


def _unchunked(record: ArcWarcRecord) -> Any:
    from warcio.bufferedreaders import ChunkedDataReader

    return ChunkedDataReader(record.raw_stream, decomp_type=None)


def _headers(record: ArcWarcRecord) -> Mapping[str, str]:
    """Those of the reply, by names in lower case; of a bare resource those of its record."""
    found = record.http_headers or record.rec_headers
    return {name.lower(): value for name, value in found.headers}


def _archived_at(record: ArcWarcRecord) -> datetime | None:
    try:
        when = datetime.fromisoformat(record.rec_headers.get_header("WARC-Date") or "")
    except ValueError:
        return None
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC)
