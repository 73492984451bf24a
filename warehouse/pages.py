"""Raw pages in a WARC file (ISO 28500): one gzip member a page, read back by its offset."""

from __future__ import annotations

import gzip
import re
from base64 import b32encode
from collections.abc import Iterable
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from extractors.errors import DamagedWarehouseError
from extractors.page import Page

_LEVEL = 3  # 265 kB of HTML: 3 ms a page; level 9 (warcio's own) takes four times that for 6 %


class Location(NamedTuple):
    """Where a page's record lies in the WARC file, in bytes."""

    page_id: str
    offset: int
    length: int


def write_pages(path: Path, pages: Iterable[Page]) -> tuple[Location, ...]:
    """Write one record for each different page; the locations come in the order of writing."""
    locations: dict[str, Location] = {}
    with path.open("xb") as warc:
        for page in pages:
            page_id = page.page_id
            if page_id not in locations:
                record = gzip.compress(_record(page, page_id), _LEVEL, mtime=0)
                locations[page_id] = Location(page_id, warc.tell(), len(record))
                warc.write(record)
    return tuple(locations.values())


def _record(page: Page, page_id: str) -> bytes:
    from warcio.warcwriter import WARCWriter

    target = page.url or page.reference
    written = BytesIO()
    writer = WARCWriter(written, gzip=False, warc_version="1.1")
    writer.write_record(
        writer.create_warc_record(
            quote(target, safe="%/:?#[]@!$&'()*+,;=~", errors="backslashreplace"),
            "resource",
            payload=BytesIO(page.content),
            length=len(page.content),
            warc_content_type=re.sub(r"[^ -~]", "?", page.media_type),
            warc_headers_dict={
                "WARC-Record-ID": f"<urn:uuid:{uuid5(NAMESPACE_URL, page_id)}>",
                "WARC-Date": page.fetched_at.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
                "WARC-Payload-Digest": _digest(page.content),
                "WARC-Block-Digest": _digest(page.content),
            },
        )
    )
    return written.getvalue()


def _digest(content: bytes) -> str:
    return f"sha256:{b32encode(sha256(content).digest()).decode()}"


def read_page(path: Path, offset: int) -> bytes:
    """The bytes of the page whose record begins at `offset`.

    warcio passes over cut records in silence, so the digest is checked here; raises
    DamagedWarehouseError naming the file.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        with path.open("rb") as warc:
            warc.seek(offset)
            record = next(iter(ArchiveIterator(warc)))
            content: bytes = record.content_stream().read()
            digest = record.rec_headers.get_header("WARC-Payload-Digest")
    except (OSError, ArchiveLoadFailed, StopIteration, EOFError) as error:
        raise DamagedWarehouseError(_no_record(path, offset)) from error
    if digest != _digest(content):
        raise DamagedWarehouseError(_no_record(path, offset))
    return content


def _no_record(path: Path, offset: int) -> str:
    return f"{path}: no whole page at byte {offset}; restore the file from a backup"
