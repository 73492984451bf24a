"""Commands about the sources themselves: `parley sources check`, `parley sources add`."""

from __future__ import annotations

from typing import Annotated

import typer

from flows.commands.shared import settings_of

app = typer.Typer(
    name="sources",
    help="Try the sources of seeds/sources.toml, and add to them.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command()
def check(
    context: typer.Context,
    names: Annotated[
        list[str] | None, typer.Argument(metavar="NAME", help="Of sources; none: all.")
    ] = None,
) -> None:
    """Try sources, enabled or not, and say what they would give.

    They are listed, as a night would; no page is fetched and nothing is kept.

    Example:  parley sources check bbc-world
    """
    from flows.console import print_tried
    from flows.sources import chosen, read_sources
    from flows.trying import try_sources

    settings = settings_of(context)
    sources = read_sources(settings.seeds)
    print_tried(try_sources(chosen(sources, tuple(names)) if names else sources, settings))


@app.command()
def add(
    context: typer.Context,
    url: Annotated[str, typer.Argument(metavar="URL", help="A site, a feed or a sitemap.")],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show, and write nothing.")] = False,
) -> None:
    """Find the feeds and sitemaps of a site and write them into sources.toml, disabled.

    Looked for are those that its page and its robots.txt name, else the usual places.

    Example:  parley sources add https://news.un.org/en/ --dry-run
    """
    from extractors.errors import UsageError
    from flows.adding import append_tables, new_tables
    from flows.console import print_found
    from flows.discovering import discover
    from flows.redaction import without_secrets
    from flows.sources import read_sources
    from flows.web.client import Web

    settings = settings_of(context)
    sources = read_sources(settings.seeds)
    with Web(settings) as web:
        found = discover(url, settings, web)
    if not found:
        raise UsageError(f"{without_secrets(url)!r} has no feed or sitemap that could be read")
    tables = new_tables(found, sources)
    print_found(found, tables)
    if tables and not dry_run:
        append_tables(settings.seeds, tables)
