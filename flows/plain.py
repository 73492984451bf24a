"""The flows as plain functions: what to list, and one run over it. flows/tracked.py decorates them.

| flow      | lists                                                      |
|-----------|------------------------------------------------------------|
| ingest    | folders, files and URLs as named                           |
| backfill  | sources by name and places, within a range of days         |
| nightly   | all enabled sources, or the named ones                     |
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path

from extractors.errors import UsageError
from flows.ingesting import DateRange
from flows.listing import is_url, list_locations, list_sources
from flows.runs import Each, RunSummary, ingest_refs
from flows.settings import Settings
from flows.sourceref import SourceRef
from flows.sources import chosen, read_sources


def ingest(locations: Sequence[str], settings: Settings, each: Each = map) -> RunSummary:
    """Ingest folders, files and URLs."""
    return ingest_refs("ingest", list_locations(locations), settings, each)


def nightly(sources: Sequence[str], settings: Settings, each: Each = map) -> RunSummary:
    """Ingest all enabled sources, or those of the names."""
    listed = list_sources(chosen(read_sources(settings.seeds), tuple(sources)), settings)
    return ingest_refs("nightly", listed, settings, each)


def backfill(
    places: Sequence[str],
    settings: Settings,
    each: Each = map,
    *,
    since: date | None = None,
    until: date | None = None,
    limit: int | None = None,
) -> RunSummary:
    """Ingest sources (by name), folders, files and URLs, within a range of days of publication."""
    within = DateRange(since=since, until=until)
    refs = list_backfill(places, settings, within, limit)
    return ingest_refs("backfill", refs, settings, each, within)


FLOWS: dict[str, Callable[..., RunSummary]] = {
    "ingest": ingest,
    "nightly": nightly,
    "backfill": backfill,
}


def list_backfill(
    places: Sequence[str], settings: Settings, within: DateRange, limit: int | None = None
) -> Iterator[SourceRef]:
    """The references of a backfill; those that a manifest dates outside the range are left out."""
    if not places:
        raise UsageError("a backfill needs to know of what; name a source, a folder or a URL")
    if within.since and within.until and within.since > within.until:
        raise UsageError(
            f"the range runs backwards: since {within.since} until {within.until}; swap the two"
        )
    listed = (ref for place in places for ref in _list_place(place, settings))
    return islice((ref for ref in listed if within.holds(_said_day(ref))), limit)


def _list_place(place: str, settings: Settings) -> Iterable[SourceRef]:
    """A source by its name, else a folder, file or URL (`./name` for a folder named like one)."""
    if not is_url(place):
        named = [it for it in read_sources(settings.seeds) if it.name == place]
        if named:
            return list_sources(named, settings)
    return list_locations([place])


def _said_day(ref: SourceRef) -> date | None:
    published = ref.manifest.published
    return date.fromisoformat(str(published)[:10]) if published else None


def read_url_list(path: Path) -> tuple[str, ...]:
    """The URLs of a file, one a line; empty lines and those that begin with # do not count."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{str(path)!r} cannot be read as a list of URLs: {error}") from error
    urls = [(number, line.strip()) for number, line in enumerate(lines, start=1)]
    kept = [(number, url) for number, url in urls if url and not url.startswith("#")]
    for number, url in kept:
        if not is_url(url):
            raise UsageError(f"{path}, line {number}: {url!r} is no http or https address")
    return tuple(url for _, url in kept)
