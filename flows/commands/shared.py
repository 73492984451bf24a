"""What all commands start from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from flows.settings import Settings
    from warehouse.home import Home


def settings_of(context: typer.Context) -> Settings:
    """The settings, with --home where it was given."""
    from flows.settings import Settings

    return Settings.load(context.obj)


def home_of(context: typer.Context) -> Home:
    """The warehouse that the call is about; it must exist."""
    from warehouse.home import Home

    return Home.open(settings_of(context).home, create=False)
