"""Commands that run a flow: ingest, nightly, backfill, reextract, reread. What takes time to import
is imported when it is needed, so that `parley --help` answers at once.
"""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from flows.commands.shared import settings_of

if TYPE_CHECKING:
    from flows.runs import RunSummary
    from flows.settings import Settings

Track = Annotated[
    bool,
    typer.Option(
        "--track", help="Show the run in Prefect; goes without saying where PREFECT_API_URL is set."
    ),
]
Day = typer.Option(formats=["%Y-%m-%d"], metavar="DAY", help="Day of publication, included.")


def ingest(
    context: typer.Context,
    places: Annotated[list[str], typer.Argument(metavar="PATH|URL", help="What to read.")],
    *,
    track: Track = False,
) -> None:
    """Read folders, files and URLs into the warehouse.

    A folder is read with all that is below it. Twice the same is once: what the warehouse has is
    passed over.

    Example:  parley ingest seeds/articles
    """
    settings = settings_of(context)
    _report(_run("ingest", settings, track=track, locations=places))


def nightly(
    context: typer.Context,
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="SOURCE", help="Names of sources; none: all enabled."),
    ] = None,
    *,
    track: Track = False,
) -> None:
    """Read all enabled sources, or the named ones.

    Sources stand in seeds/sources.toml.

    Example:  parley nightly
    """
    settings = settings_of(context)
    _report(_run("nightly", settings, track=track, sources=sources or []))


def backfill(
    context: typer.Context,
    places: Annotated[
        list[str] | None,
        typer.Argument(metavar="SOURCE|PATH|URL", help="Sources, folders, files, URLs."),
    ] = None,
    *,
    folder: Annotated[
        list[Path] | None, typer.Option(metavar="DIR", help="A folder of pages.")
    ] = None,
    urls: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A file with one URL a line.")
    ] = None,
    from_warc: Annotated[
        list[Path] | None, typer.Option(metavar="FILE", help="A WARC file.")
    ] = None,
    since: Annotated[datetime | None, Day] = None,
    until: Annotated[datetime | None, Day] = None,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="At most so many.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="List, and read nothing.")] = False,
    track: Track = False,
) -> None:
    """Read what was missed, within a range of days.

    An article without a known date is never left out for its date. A feed is followed to its older
    pages and archives, where it names them. A backfill that was stopped or killed is taken up by
    the same command; ranges may overlap: what is there is not read twice.

    Example:  parley backfill --folder archive --since 2025-07-01
    """
    from flows import plain

    settings = settings_of(context)
    listed = [
        *(places or ()),
        *map(str, folder or ()),
        *(plain.read_url_list(urls) if urls else ()),
        *map(plain.checked_archive, from_warc or ()),
    ]
    days = {"since": since.date() if since else None, "until": until.date() if until else None}
    if dry_run:
        from flows.console import print_references
        from flows.ranges import DateRange
        from flows.web.client import Web

        with Web(settings) as web:
            within = DateRange(**days)
            print_references(plain.list_backfill(listed, settings, within, web, limit))
    else:
        asked = {"places": listed, "limit": limit, **days}
        _report(_run("backfill", settings, track=track, **asked))


def reextract(
    context: typer.Context,
    kind: Annotated[
        list[str] | None, typer.Option(metavar="KIND", help="Only this kind of fact.")
    ] = None,
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print what would change, and keep nothing.")
    ] = False,
) -> None:
    """Extract stored articles again with newer extractors.

    Only those that a present extractor has not read yet. What earlier versions found stays; new
    rows stand beside it. With --dry-run the facts that would be added, dropped or changed are
    printed, as parley changes prints them afterwards.

    Example:  parley reextract --kind talks
    """
    from flows import reextracting

    settings, kinds = settings_of(context), tuple(kind or ())
    if dry_run:
        with reextracting.rehearsed(settings, kinds) as summary:
            _print_changes(summary)
    else:
        _report(reextracting.reextract(settings, kinds))


def _print_changes(summary: RunSummary) -> None:
    """What a run of newer extractors did to the facts of its warehouse."""
    from flows.changes import ChangeFilter, write_changes
    from flows.commands.shared import Format
    from warehouse.home import Home

    wanted = ChangeFilter(since=summary.run.started_at, cause="extractor")
    write_changes(Home(path=Path(summary.home)), wanted, Format.TABLE)


def reread(
    context: typer.Context,
    *,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="At most so many.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="List, and read nothing.")] = False,
) -> None:
    """Read kept pages again with a newer reader.

    Those that the present reader has not read yet, and those that were stopped for time or memory
    or crashed their worker. What was read before stays; new rows stand beside it. At the end the
    pages of each outlet are compared with each other for lines that it repeats.

    Example:  parley reread --dry-run
    """
    from flows import rereading

    settings = settings_of(context)
    if dry_run:
        from flows.console import print_stale

        print_stale(rereading.list_stale(settings, limit))
    else:
        _report(rereading.reread(settings, limit))


def _run(flow: str, settings: Settings, *, track: bool, **parameters: Any) -> RunSummary:
    """The flow as a Prefect run, or the same function plainly; either tells how far it is."""
    if track or os.environ.get("PREFECT_API_URL"):
        from flows import tracked

        return tracked.run(flow, parameters, settings)
    from flows import plain
    from flows.progress import shown

    return plain.FLOWS[flow](**parameters, settings=settings, watch=shown)


def _report(summary: RunSummary) -> None:
    from flows.console import print_run

    print_run(summary)
    summary.check()
