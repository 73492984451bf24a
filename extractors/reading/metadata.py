"""What is known about an article beside its text, and in which order the sources are believed.

A manifest outranks structured metadata, that outranks meta tags, those a dateline in the text
(FACTS.md, "Publication date"). What none of them says is None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from extractors.article import BlockKind, DateCandidate, DateSource, PublishedBasis
from extractors.page import ManifestEntry, Page
from extractors.reading.blocks import Block, plain_marks
from extractors.reading.dates import read_stamp, read_written
from extractors.reading.dating import in_address
from extractors.reading.outlets import Outlets, own_name

Published = date | datetime | None


class Declared(NamedTuple):
    """What a page's own metadata declare; a plain text declares nothing."""

    title: str | None = None
    title_is_of_page: bool = False  # read from <title>: the page's, and not always the story's
    description: str | None = None
    dates: Sequence[DateCandidate] = ()  # of publication, the most trusted first
    modified: Published = None
    language: str | None = None
    url: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    machine_made: str | None = None  # the words that declare it
    is_article: bool = False  # the page calls itself one
    is_walled: bool = False  # the page says that it is not free to read


_PLACE_DATE = re.compile(
    r"\A[A-Z][\w .,'’/-]{1,50}?, (?P<date>[^()\n—–]{5,30}?)(?: \([^()\n]{1,40}\))? ?[-–—]"
)
_STOP_WORDS = {
    "the", "of", "and", "to", "in", "that", "is", "was", "for", "on", "with", "as", "by", "at",
    "from", "it", "has", "have",
}  # fmt: skip
_BYLINE = re.compile(r"(?:(?:[a-z]+ )?by|authors?)[: ] ?(.{2,100})", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][\w.'’-]{0,25}(?: (?:[A-Z][\w.'’-]{0,25}|de|van|von|al|bin)){1,3}")


_BASES = {
    DateSource.MANIFEST: PublishedBasis.MANIFEST,
    DateSource.DATELINE: PublishedBasis.DATELINE,
}


def date_candidates(
    page: Page, declared: Declared, blocks: Sequence[Block], url: str | None
) -> tuple[DateCandidate, ...]:
    """All dates of publication that are told, in the order in which they are believed."""
    told = [
        (DateSource.MANIFEST, _given(page.manifest.published)),
        *((found.source, found.value) for found in declared.dates),
        (DateSource.DATELINE, _visible(blocks)),
        (DateSource.ADDRESS, in_address(url)),
    ]
    return tuple(DateCandidate(source=source, value=value) for source, value in told if value)


def published(candidates: Sequence[DateCandidate]) -> tuple[Published, PublishedBasis]:
    """When the article was published, and how that is known; an address alone is not believed."""
    for candidate in candidates:
        if candidate.source is not DateSource.ADDRESS:
            return candidate.value, _BASES.get(candidate.source, PublishedBasis.METADATA)
    return None, PublishedBasis.NONE


def _given(value: datetime | str | None) -> Published:
    if isinstance(value, str):
        return read_stamp(value)
    return value if value is None or value.tzinfo else value.date()


def _visible(blocks: Sequence[Block]) -> Published:
    """A line of dates at the top or the end; else the dateline that opens the first paragraph."""
    lines = [b.text for b in blocks if b.kind in (BlockKind.DATELINE, BlockKind.BYLINE)]
    lines = sorted(
        lines, key=lambda line: "updated" in line.casefold() or "modified" in line.casefold()
    )
    written = (read_written(plain_marks(line)) for line in lines)
    first = next((b.text for b in blocks if b.kind is None and b.is_prose), "")
    opening = _PLACE_DATE.match(first)
    found = next((day for day in written if day), None)
    return found or (read_written(opening["date"]) if opening else None)


def outlet(page: Page, declared: Declared, blocks: Sequence[Block], outlets: Outlets) -> str | None:
    """The outlet's name, as the reference list writes it if it is there."""
    if page.manifest.outlet:
        return outlets.name(page.manifest.outlet)
    addresses = (page.manifest.url, page.url, declared.url)
    known = next((found for a in addresses if a and (found := outlets.at(a))), None)
    if known:
        return known.name
    named = declared.outlet or own_name(blocks)
    return outlets.name(named) if named else None


def language(manifest: ManifestEntry, declared: Declared, text: str) -> str | None:
    """ISO 639-1: as given, as declared, else English if the text is plainly English."""
    for told in (manifest.language, declared.language):
        code = re.match(r"[a-zA-Z]{2}(?![a-zA-Z])", (told or "").strip())
        if code:
            return code[0].lower()
    words = re.findall(r"[a-z]+", text[:5000].casefold())
    stops = sum(word in _STOP_WORDS for word in words)
    return "en" if len(words) >= 20 and stops * 6 >= len(words) else None


def authors(declared: Declared, blocks: Sequence[Block]) -> tuple[str, ...]:
    """The persons named as authors, by metadata or else by a byline."""
    if declared.authors:
        return declared.authors
    bylines = (b.text for b in blocks if b.kind is BlockKind.BYLINE and len(b.text) <= 120)
    named = (found[1] for line in bylines if (found := _BYLINE.match(line)))
    return tuple(dict.fromkeys(name for line in named for name in _names(line)))


def _names(line: str) -> list[str]:
    """Person names in a byline, which may end in a desk, a place or a date."""
    parts = re.split(r",| and | & |\||·| in | for ", line)
    return [found[0] for part in parts if (found := _NAME.match(part.strip()))]
