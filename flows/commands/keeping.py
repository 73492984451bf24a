"""Commands that keep the warehouse: publish, rebuild, doctor."""

from __future__ import annotations

from typing import Annotated

import typer

from flows.commands.shared import home_of


def publish(
    context: typer.Context,
    *,
    wait: Annotated[
        float, typer.Option(min=0, help="Seconds to wait for another publisher.")
    ] = 60.0,
) -> None:
    """Bring warehouse.duckdb up to date with the batch log. Every run does it at its end.

    Example:  parley publish
    """
    from flows.console import print_published
    from warehouse.publishing import publish

    print_published(publish(home_of(context), wait))


def rebuild(context: typer.Context) -> None:
    """Make warehouse.duckdb anew from the batch log, which holds everything.

    Example:  parley rebuild
    """
    from flows.console import print_published
    from warehouse.publishing import rebuild

    print_published(rebuild(home_of(context)))


def doctor(context: typer.Context) -> None:
    home_of(context)
