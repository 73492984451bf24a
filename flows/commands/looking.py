"""Commands that show what the snapshot holds: facts, articles, show, sql, runs, outcomes."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.commands.shared import (
    Format,
    home_of,
    opened_bytes,
    opened_text,
    refuse_bytes_on_terminal,
)

if TYPE_CHECKING:
    from warehouse.home import Home
    from warehouse.queries import ArticleFilter, FactFilter

Kinds = Annotated[
    list[str] | None, typer.Option("--kind", metavar="KIND", help="Only facts of this kind.")
]
Statuses = Annotated[
    list[str] | None, typer.Option("--status", metavar="STATUS", help="Only of this status.")
]
Outlets = Annotated[
    list[str] | None, typer.Option("--outlet", metavar="NAME", help="Only of this outlet.")
]
Since = Annotated[
    datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DAY", help="From this day on.")
]
Until = Annotated[
    datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DAY", help="Up to this day.")
]
Party = Annotated[str | None, typer.Option(metavar="NAME", help="An actor (UKR, hamas) or person.")]
Which = Annotated[
    str | None,
    typer.Option("--article", metavar="FILE|URL", help="Its file or URL, or the end of it."),
]
Shape = Annotated[Format, typer.Option("--format", help="How to write it.")]
Output = Annotated[Path | None, typer.Option(metavar="FILE", help="Write to this file.")]
Raw = Annotated[
    bool, typer.Option("--raw", help="CSV and TSV exactly: what a spreadsheet would run, too.")
]


def facts(
    context: typer.Context,
    *,
    kind: Kinds = None,
    status: Statuses = None,
    outlet: Outlets = None,
    since: Since = None,
    until: Until = None,
    party: Party = None,
    article: Which = None,
    shape: Shape = Format.TABLE,
    raw: Raw = False,
    output: Output = None,
) -> None:
    """List facts, by kind, status, outlet, date, party.

    --since and --until are about the date of the fact, not of the article.

    Example:  parley facts --kind talks --format csv --output talks.csv
    """
    from flows.commands.checking import known_kinds, known_statuses
    from warehouse.queries import FactFilter

    wanted = FactFilter(
        kinds=known_kinds(kind),
        statuses=known_statuses(status),
        outlets=tuple(outlet or ()),
        party=party,
        since=since.date() if since else None,
        until=until.date() if until else None,
        reference=article,
    )
    _write_facts(home_of(context), wanted, shape, output, raw=raw)


def _write_facts(
    home: Home, wanted: FactFilter, shape: Format, output: Path | None, *, raw: bool
) -> None:
    if shape is Format.TABLE:
        from flows.console import print_facts
        from warehouse import queries

        with opened_text(output) as out:
            print_facts(queries.facts(home, wanted), out)
    else:
        from warehouse.exporting import ExportFormat, export_facts

        refuse_bytes_on_terminal(shape, output)
        with opened_bytes(output) as out:
            export_facts(home, out, ExportFormat(shape), wanted, raw=raw)


def articles(
    context: typer.Context,
    *,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", metavar="KIND", help="Only with such a fact.")
    ] = None,
    outlet: Outlets = None,
    since: Since = None,
    until: Until = None,
    party: Party = None,
    article: Which = None,
    shape: Shape = Format.TABLE,
    raw: Raw = False,
    output: Output = None,
) -> None:
    """List articles, by outlet, day, kind of fact, party.

    --since and --until are about the day of publication.

    Example:  parley articles --party hamas --since 2025-01-01
    """
    from flows.commands.checking import known_kinds
    from warehouse.queries import ArticleFilter

    wanted = ArticleFilter(
        kinds=known_kinds(kind),
        outlets=tuple(outlet or ()),
        party=party,
        since=since.date() if since else None,
        until=until.date() if until else None,
        reference=article,
    )
    _write_articles(home_of(context), wanted, shape, output, raw=raw)


def _write_articles(
    home: Home, wanted: ArticleFilter, shape: Format, output: Path | None, *, raw: bool
) -> None:
    if shape is Format.TABLE:
        from flows.console import print_articles
        from warehouse import queries

        with opened_text(output) as out:
            print_articles(queries.articles(home, wanted), out)
    else:
        from warehouse.exporting import ExportFormat, export_articles

        refuse_bytes_on_terminal(shape, output)
        with opened_bytes(output) as out:
            export_articles(home, out, ExportFormat(shape), wanted, raw=raw)


def show(
    context: typer.Context,
    which: Annotated[
        str,
        typer.Argument(
            metavar="ARTICLE|FACT|EVENT", help="The start of an id, a file or URL, an event's id."
        ),
    ],
    *,
    removed: Annotated[
        bool, typer.Option("--removed", help="Show what was taken out of the page, too.")
    ] = False,
) -> None:
    """Show an article or a fact, marked in the text, or an event.

    And where it came from: page, fetch, run, rule, and the words behind each value.

    Example:  parley show istanbul.html --removed
    """
    from flows.showing import show as run

    run(home_of(context), which, with_removed=removed)


def sql(
    context: typer.Context,
    query: Annotated[str | None, typer.Argument(metavar="QUERY", help="None: a prompt.")] = None,
    *,
    shape: Annotated[
        Format, typer.Option("--format", help="table, jsonl, csv or tsv.")
    ] = Format.TABLE,
    seconds: Annotated[
        float, typer.Option(metavar="N", min=0.1, help="Stop it after this time.")
    ] = 60.0,
    raw: Raw = False,
    output: Output = None,
) -> None:
    """Ask the warehouse in SQL.

    It is only read, and no query reaches a file or the network.

    Example:  parley sql "SELECT kind, count(*) FROM current_facts GROUP BY ALL"
    """
    from flows.asking import ask, prompt
    from warehouse.queries import bound_memory

    home = home_of(context)
    with bound_memory():
        if query is None and sys.stdin.isatty():
            prompt(home, seconds)
        else:
            ask(home, sys.stdin.read() if query is None else query, shape, output, seconds, raw=raw)


def evaluate(
    context: typer.Context,
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Gold facts, one article a line.")],
    *,
    kind: Kinds = None,
    misses: Annotated[
        bool, typer.Option("--misses", help="List misses, extras and wrong facts.")
    ] = False,
    keep: Annotated[
        bool, typer.Option("--keep", help="Keep the result in the warehouse (view quality).")
    ] = False,
) -> None:
    """Hold the facts of the warehouse against gold facts.

    Precision, recall and F1 of strictly right facts (status and core fields) and of single fields,
    accuracy of status and of who says so, by kind.

    Example:  parley evaluate gold.jsonl --misses
    """
    from flows import evaluating
    from flows.commands.checking import known_kinds

    home = home_of(context)
    found = evaluating.evaluate(home, gold, known_kinds(kind))
    evaluating.print_evaluation(found, with_faults=misses)
    if keep:
        typer.echo(f"kept as run {evaluating.keep(home, found)}")


def silence(
    context: typer.Context,
    *,
    kind: Kinds = None,
    article: Which = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="The most frequent so many.")] = 20,
    shape: Shape = Format.TABLE,
) -> None:
    """List why nothing, or nothing more, was read.

    The most frequent wordings that speak of a kind and gave no fact of it, with what they lack;
    of one article each such sentence.

    Example:  parley silence --kind talks
    """
    from flows.asking import write_silence
    from flows.commands.checking import known_kinds

    write_silence(home_of(context), known_kinds(kind), article, limit, shape)


def runs(
    context: typer.Context,
    *,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="The newest so many.")] = 20,
    shape: Annotated[
        Format, typer.Option("--format", help="table, jsonl, csv or tsv.")
    ] = Format.TABLE,
) -> None:
    """List runs and how their references ended.

    Example:  parley runs --limit 5
    """
    from flows.asking import write_runs

    write_runs(home_of(context), limit, shape)


def outcomes(
    context: typer.Context,
    run: Annotated[
        str | None, typer.Argument(metavar="RUN", help="Its id; none: the newest.")
    ] = None,
    *,
    code: Annotated[
        str | None, typer.Option(metavar="CODE", help="Only this: stored, known, rejected, …")
    ] = None,
    shape: Annotated[
        Format, typer.Option("--format", help="table, jsonl, csv or tsv.")
    ] = Format.TABLE,
) -> None:
    """List how each reference of a run ended, and why.

    Example:  parley outcomes --code rejected
    """
    from flows.asking import write_outcomes

    write_outcomes(home_of(context), run, code, shape)
