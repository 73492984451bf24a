"""Commands that keep the warehouse: publish, accept, rebuild, doctor."""

from __future__ import annotations

from typing import Annotated

import typer

from flows.commands.shared import home_of, settings_of


def publish(
    context: typer.Context,
    *,
    wait: Annotated[
        float,
        typer.Option(metavar="SECONDS", min=0, help="How long to wait for another publisher."),
    ] = 60.0,
) -> None:
    """Bring warehouse.duckdb up to date with the log.

    Every run does it at its end.

    Example:  parley publish
    """
    from flows.console import print_published
    from warehouse.publishing import publish

    print_published(publish(home_of(context), wait))


def accept(
    context: typer.Context,
    run: Annotated[str, typer.Argument(metavar="RUN", help="Its id, or the beginning of it.")],
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="Name of the source.")],
    *,
    note: Annotated[str | None, typer.Option(metavar="WORDS", help="Why, for the record.")] = None,
) -> None:
    """Let in what a warning keeps out of warehouse.duckdb.

    A source that gave less than its least is held back: its batches are in the log, and published
    once somebody has looked at them (parley outcomes RUN) and accepts them.

    Example:  parley accept 20261123T031500Z wire --note "a holiday"
    """
    from flows.console import print_published
    from warehouse import holding
    from warehouse.publishing import publish

    home = home_of(context)
    let_in = holding.accept(home, run, source, note)
    typer.echo(f"accepted: {let_in.batch_count} batches of {let_in.source} of {let_in.run_id}")
    print_published(publish(home))


def rebuild(context: typer.Context) -> None:
    """Make warehouse.duckdb anew from the log.

    The log holds everything; the snapshot can be thrown away.

    Example:  parley rebuild
    """
    from flows.console import print_published
    from warehouse.publishing import rebuild

    print_published(rebuild(home_of(context)))


def doctor(context: typer.Context) -> None:
    """Examine installation, log and snapshot.

    The log is held against its manifests, the snapshot against the log. Changes nothing, and
    says what to do. Exit code 8 where something is damaged.

    Example:  parley doctor
    """
    from extractors.errors import DamagedWarehouseError
    from flows.console import print_findings
    from flows.installation import examine_installation
    from warehouse.doctor import Level, examine

    settings = settings_of(context)
    findings = [*examine_installation(settings), *examine(home_of(context))]
    print_findings(findings)
    damaged = sum(finding.level is Level.DAMAGE for finding in findings)
    if damaged:
        raise DamagedWarehouseError(f"{damaged} findings of damage; do as said beside each")
