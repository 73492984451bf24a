"""Pages for the tests of reading: from sample files with their manifest, or from a text."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from extractors.article import Article
from extractors.page import ManifestEntry, Page
from extractors.reading import read
from extractors.references import References, read_references

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "seeds" / "articles"
GOLDEN = ROOT / "tests" / "golden"
GOLDEN_PAGES = GOLDEN / "pages"
SHARED = ROOT.parent / "shared"

_MEDIA_TYPES = {".html": "text/html", ".md": "text/markdown", ".txt": "text/plain"}


@cache
def references() -> References:
    return read_references(ROOT / "seeds")


def sample_files() -> list[Path]:
    return sorted(path for path in SAMPLES.iterdir() if path.suffix in _MEDIA_TYPES)


def golden_files() -> list[Path]:
    """The sample files and the pages written for the reader."""
    written = (path for path in GOLDEN_PAGES.iterdir() if path.suffix in _MEDIA_TYPES)
    return sample_files() + sorted(written)


def page_of(content: bytes | str, media_type: str = "text/plain", **known: str) -> Page:
    """A page of these bytes; `known` is what a manifest says of it."""
    return Page(
        reference="page",
        content=content.encode() if isinstance(content, str) else content,
        media_type=media_type,
        fetched_at=datetime(2026, 1, 1, tzinfo=UTC),
        manifest=ManifestEntry(**known),
    )


def page_in(path: Path) -> Page:
    """The page in a file, with what the manifest beside it says."""
    known: dict[str, str] = {}
    manifest = path.parent / "manifest.csv"
    if manifest.exists():
        rows = csv.DictReader(manifest.read_text("utf-8").splitlines())
        known = next((row for row in rows if row.pop("file") == path.name), {})
    told = {name: value for name, value in known.items() if value}
    return page_of(path.read_bytes(), _MEDIA_TYPES[path.suffix], **told)


def article_of(content: bytes | str, media_type: str = "text/plain", **known: str) -> Article:
    found = read(page_of(content, media_type, **known), references())
    assert isinstance(found, Article), found
    return found
