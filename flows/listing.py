"""A source → its references, in a fixed order. Reads folders, feeds and sitemaps, but never a page.

A file's reference is the name of the folder that was listed plus the path inside it
(`articles/name.html`), a single file's the name of its folder plus its own. So it does not
matter from where, or by which spelling of its path, a folder is ingested: the second time is a
no-op. Two folders of one name are told apart by their pages only, hence the refusal to list both
in one run (`distinct`).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import partial
from pathlib import Path

from extractors.errors import ParleyError, UsageError
from extractors.page import ManifestEntry
from flows.archives import list_archives
from flows.edge import at_edge
from flows.feeds import Asking, list_feed
from flows.manifests import NAME, Entry, read_manifest
from flows.paging import list_whole_feed
from flows.ranges import DateRange
from flows.redaction import without_secrets
from flows.settings import Settings
from flows.sitemaps import list_sitemap
from flows.sourceref import Rejection, RejectReason, SourceRef, web_ref
from flows.sources import FeedSource, FolderSource, SitemapSource, Source, UrlsSource
from flows.twins import paired_off
from flows.web.client import Web
from warehouse.home import Home

ENDINGS = (".html", ".htm", ".txt", ".md")
COMMAND_LINE = "command line"


def list_locations(locations: Iterable[str]) -> Iterator[SourceRef]:
    """List what was named on the command line: folders, files, URLs.

    Raises UsageError for a path that does not exist or a folder with no page in it.
    """
    for location in locations:
        if is_url(location):
            yield web_ref(location, COMMAND_LINE)
        elif "://" in location:
            raise UsageError(f"{without_secrets(location)!r} is no http or https address")
        else:
            yield from list_path(Path(location), COMMAND_LINE)


def list_sources(
    sources: Iterable[Source],
    settings: Settings,
    web: Web,
    home: Home | None = None,
    within: DateRange | None = None,
) -> Iterator[SourceRef]:
    """List sources one after the other, as they are drawn; where one cannot be listed, or not to
    its end, that is one rejected reference.

    With a warehouse only what is new since it was last listed is asked for, else everything; with
    days, which a backfill has, also what a feed no longer holds and its older pages do.
    """
    for source in sources:
        refs = _begun(source, settings, web, home, within)
        while ref := at_edge(partial(_next, refs)):
            if isinstance(ref, Rejection):
                yield SourceRef(reference=source.name, source=source.name, ending=ref)
                break
            yield ref


def _begun(
    source: Source, settings: Settings, web: Web, home: Home | None, within: DateRange | None
) -> Iterator[SourceRef]:
    """The same as `list_source`; what it raises comes when the first reference is drawn."""
    yield from list_source(source, settings, web, home, within)


def _next(refs: Iterator[SourceRef]) -> SourceRef | Rejection | None:
    try:
        return next(refs, None)
    except ParleyError as error:
        return Rejection(reason=RejectReason.UNLISTABLE, detail=str(error))


def list_source(
    source: Source,
    settings: Settings,
    web: Web,
    home: Home | None = None,
    within: DateRange | None = None,
) -> Iterator[SourceRef]:
    """The references of one source. Raises ParleyError where it cannot be listed at all."""
    said = ManifestEntry(outlet=source.outlet, language=source.language)
    if isinstance(source, FolderSource):
        return list_path(settings.seeds / source.path, source.name, said)
    if isinstance(source, UrlsSource):
        return (web_ref(url, source.name, said, source.manners) for url in source.urls)
    if isinstance(source, FeedSource) and within:
        return list_whole_feed(source, said, Asking(settings, web, home), within)
    if isinstance(source, FeedSource):
        return list_feed(source, said, Asking(settings, web, home))
    if isinstance(source, SitemapSource):
        return list_sitemap(source, said, Asking(settings, web, home))
    return list_archives(settings.seeds / source.path, source, said, settings)


def list_path(path: Path, source: str, said: ManifestEntry | None = None) -> Iterator[SourceRef]:
    """List a folder with all that is below it, or a single file; a manifest outranks `said`."""
    said = said or ManifestEntry()
    place = path.resolve()
    if place.is_dir():
        return _list_folder(place, source, said)
    if not place.exists():
        raise UsageError(f"{str(path)!r} does not exist; name a folder, a file or a URL")
    return iter([_file_ref(place.parent, place.name, source, said, read_manifest(place.parent))])


def _list_folder(folder: Path, source: str, said: ManifestEntry) -> Iterator[SourceRef]:
    manifest = read_manifest(folder)
    found = {path.relative_to(folder).as_posix() for path in _walk(folder)}
    if not found and not manifest:
        raise UsageError(
            f"the folder {str(folder)!r} holds no page; put {', '.join(ENDINGS)} files into it"
        )
    for name in sorted(found | set(manifest)):
        yield _file_ref(folder, name, source, said, manifest)


def _walk(folder: Path) -> Iterator[Path]:
    """All pages below a folder. Links to files are read, links to folders are not entered."""
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if name.lower().endswith(ENDINGS) and not name.startswith("."):
                yield Path(place, name)


def _file_ref(
    folder: Path, name: str, source: str, said: ManifestEntry, manifest: dict[str, Entry]
) -> SourceRef:
    entry = manifest.get(name)
    return SourceRef(
        reference=_text(f"{folder.name}/{name}"),
        source=source,
        path=folder / name,
        manifest=_outranked(said, entry.said) if entry else said,
        ending=_named_but_missing(folder, entry) if entry else None,
    )


def _outranked(said: ManifestEntry, by: ManifestEntry) -> ManifestEntry:
    return said.model_copy(update={name: value for name, value in by if value is not None})


def _named_but_missing(folder: Path, entry: Entry) -> Rejection | None:
    if (folder / entry.file).exists():
        return None
    near = get_close_matches(entry.file, [path.name for path in _walk(folder)], n=1)
    hint = f"did you mean {near[0]!r}?" if near else "add the file or remove the line"
    detail = f"{NAME}, line {entry.line}, column file: {entry.file!r} does not exist; {hint}"
    return Rejection(reason=RejectReason.MISSING, detail=detail)


def distinct(refs: Iterable[SourceRef]) -> tuple[SourceRef, ...]:
    """Each reference of a source once, links to one article paired off (flows/twins.py).

    Where two different files would share a reference, the second is rejected, or, of one source
    (the command line is one), raises UsageError. In archives a reference is an address, of which
    the first capture is taken.
    """
    return paired_off(tuple(_each_once(refs)))


def _each_once(refs: Iterable[SourceRef]) -> Iterator[SourceRef]:
    seen: dict[str, SourceRef] = {}
    of_source: set[tuple[str, str]] = set()
    for ref in refs:
        first = seen.setdefault(ref.reference, ref)
        is_link = first.path is None and ref.path is None
        is_again = (ref.source, ref.reference) in of_source
        of_source.add((ref.source, ref.reference))
        if first is ref or (is_link and not is_again):
            yield ref
        elif first.path != ref.path and first.offset is None:
            yield _mixed_up(first, ref)


def _mixed_up(first: SourceRef, second: SourceRef) -> SourceRef:
    detail = (
        f"{str(first.path)!r} and {str(second.path)!r} would both be stored as "
        f"{second.reference!r}; list the folder above them, or one after the other"
    )
    if first.source == second.source:
        raise UsageError(detail)
    rejection = Rejection(reason=RejectReason.UNLISTABLE, detail=detail)
    return second.model_copy(update={"ending": rejection})


def is_url(location: str) -> bool:
    return location.lower().startswith(("http://", "https://"))


def _text(name: str) -> str:
    """A file name as text that can be stored: bytes that are no UTF-8 become U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")
