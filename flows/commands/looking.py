"""Commands that show what the warehouse holds: facts, articles, show, sql, runs, outcomes."""

from __future__ import annotations

import typer

from flows.commands.shared import home_of


def facts(context: typer.Context) -> None:
    home_of(context)


def articles(context: typer.Context) -> None:
    home_of(context)


def show(context: typer.Context) -> None:
    home_of(context)


def sql(context: typer.Context) -> None:
    home_of(context)


def runs(context: typer.Context) -> None:
    home_of(context)


def outcomes(context: typer.Context) -> None:
    home_of(context)
