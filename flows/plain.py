"""The flows as plain functions: what to list, and one run over it. flows/tracked.py decorates them.

| flow      | lists                                                      |
|-----------|------------------------------------------------------------|
| ingest    | folders, files and URLs as named                           |
| backfill  | sources by name, places, WARC files, in a range of days    |
| nightly   | all enabled sources, or the named ones                     |
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from difflib import get_close_matches
from itertools import islice
from pathlib import Path

from extractors.errors import UsageError
from extractors.page import ManifestEntry
from flows.alarms import Expected
from flows.archives import ENDINGS as ARCHIVES
from flows.archives import list_archives
from flows.judging import expected_of
from flows.listing import COMMAND_LINE, is_url, list_locations, list_sources
from flows.progress import Watch
from flows.ranges import SLACK, DateRange
from flows.runs import Each, Order, RunSummary, ingest_refs
from flows.settings import Settings
from flows.sourceref import SourceRef
from flows.sources import NAME as SOURCES
from flows.sources import SitemapSource, Source, WarcSource, chosen, read_sources
from flows.web.client import Web
from warehouse.home import Home

#: A WARC file without filters. The name of a source in sources.toml has no space.
_NAMED_ARCHIVE = WarcSource(name="any", kind="warc", path="").model_copy(
    update={"name": COMMAND_LINE}
)


def ingest(
    locations: Sequence[str], settings: Settings, each: Each = map, *, watch: Watch | None = None
) -> RunSummary:
    """Ingest folders, files and URLs."""
    order = Order(each, watch=watch)
    return ingest_refs("ingest", lambda _: list_locations(locations), settings, order)


def nightly(
    sources: Sequence[str], settings: Settings, each: Each = map, *, watch: Watch | None = None
) -> RunSummary:
    """Ingest what is new of all enabled sources, or of those of the names."""
    wanted, home = chosen(read_sources(settings.seeds), tuple(sources)), Home.open(settings.home)
    order = Order(each, watch=watch, expected=tuple(map(expected_of, wanted)))
    return ingest_refs(
        "nightly", lambda web: list_sources(wanted, settings, web, home), settings, order
    )


def backfill(
    places: Sequence[str],
    settings: Settings,
    each: Each = map,
    *,
    since: date | None = None,
    until: date | None = None,
    limit: int | None = None,
    watch: Watch | None = None,
) -> RunSummary:
    """Ingest sources (by name), folders, files and URLs, within a range of days of publication."""
    within = DateRange(since=since, until=until)
    return ingest_refs(
        "backfill",
        lambda web: list_backfill(places, settings, within, web, limit),
        settings,
        Order(each, within, watch, _named(places, settings)),
    )


def _named(places: Sequence[str], settings: Settings) -> tuple[Expected, ...]:
    """Sources among the places. Of a range of days no volumes are expected."""
    known = {source.name for source in read_sources(settings.seeds)}
    return tuple(Expected(source=place) for place in dict.fromkeys(places) if place in known)


FLOWS: dict[str, Callable[..., RunSummary]] = {
    "ingest": ingest,
    "nightly": nightly,
    "backfill": backfill,
}


def list_backfill(
    places: Sequence[str],
    settings: Settings,
    within: DateRange,
    web: Web,
    limit: int | None = None,
) -> Iterator[SourceRef]:
    """The references of a backfill, without those that are known to lie outside the range. What was
    seen is passed over, be it named by hand; what is left out here leaves its feed unfinished.

    Raises UsageError for nothing to read and for a range that no day lies in.
    """
    if not places:
        raise UsageError(
            "a backfill needs to know of what; name a source, a folder or a URL (a list of URLs "
            "that is empty names none)"
        )
    _check_range(within, datetime.now(UTC).date())
    listed = (ref for place in places for ref in _list_place(place, settings, within, web))
    wanted = islice((ref for ref in listed if _may_lie_in(within, ref)), limit)
    return (ref.model_copy(update={"is_followed": True, "listing": None}) for ref in wanted)


def _check_range(within: DateRange, today: date) -> None:
    since, until = within.since, within.until
    if since and until and since > until:
        raise UsageError(f"the range runs backwards: since {since} until {until}; swap the two")
    if since and since > today:
        raise UsageError(
            f"the range is empty: it begins on {since}, and today is {today}; name an earlier day"
        )


def _list_place(place: str, settings: Settings, within: DateRange, web: Web) -> Iterable[SourceRef]:
    """A source by its name, else a WARC file, a folder, a file or a URL (`./name` for a file or
    folder that is named like a source).
    """
    if is_url(place):
        return list_locations([place])
    sources = read_sources(settings.seeds)
    named = [it for it in sources if it.name == place]
    if named:
        reaching = [_reaching_back(it, within.since) for it in named]
        return list_sources(reaching, settings, web, within=within)
    if place.lower().endswith(ARCHIVES):
        archive = _archived_since(_NAMED_ARCHIVE, within.since)
        return list_archives(Path(place), archive, ManifestEntry(), settings)
    if "://" not in place and not Path(place).exists():
        near = get_close_matches(place, [it.name for it in sources], n=1)
        hint = f"did you mean {near[0]!r}?" if near else "name a source, a folder, a file or a URL"
        raise UsageError(f"{place!r} is neither a source of {SOURCES} nor a file; {hint}")
    return list_locations([place])


def _reaching_back(source: Source, since: date | None) -> Source:
    """A source as a backfill from that day on asks it: its usual window does not count."""
    if isinstance(source, SitemapSource):
        days = (datetime.now(UTC).date() - since + 2 * SLACK).days if since else None
        return source.model_copy(update={"days": days})
    return _archived_since(source, since) if isinstance(source, WarcSource) else source


def _archived_since(source: WarcSource, since: date | None) -> WarcSource:
    """Nothing is archived before it is published."""
    first = max(filter(None, (source.since, since)), default=None)
    return source.model_copy(update={"since": first})


def _may_lie_in(within: DateRange, ref: SourceRef) -> bool:
    """By what is known before it is fetched: the manifest's day of publication, and when its source
    says that it last changed, which is no earlier than that.
    """
    published = ref.manifest.published
    if published:
        return within.holds(date.fromisoformat(str(published)[:10]))
    return not within.is_after(ref.dated_at)


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


def checked_archive(path: Path) -> str:
    """A WARC file as a place of a backfill. Raises UsageError for what is none by its name."""
    if path.name.lower().endswith(ARCHIVES):
        return str(path)
    raise UsageError(
        f"{str(path)!r} is no WARC file; its name should end in {' or '.join(ARCHIVES)}"
    )
