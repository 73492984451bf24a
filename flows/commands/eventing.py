"""Commands about events: events, relink."""

from __future__ import annotations

import typer

from flows.commands.looking import Kinds, Output, Party, Shape, Since
from flows.commands.shared import Format, home_of, settings_of


def events(
    context: typer.Context,
    *,
    kind: Kinds = None,
    party: Party = None,
    since: Since = None,
    shape: Shape = Format.TABLE,
    output: Output = None,
) -> None:
    """List events: facts of all articles that speak of one thing, joined.

    --since is about the day of the event; where nobody says it, about the last report.
    parley show EVENT prints its facts, with the rule by which each was joined.

    Example:  parley events --kind prisoner_exchange --party UKR --since 2025-05-01
    """
    from flows.commands.checking import known_kinds
    from flows.telling import write_events

    day = since.date() if since else None
    write_events(home_of(context), known_kinds(kind), party, day, shape, output)


def relink(context: typer.Context) -> None:
    """Join all facts to events again.

    Runs do it for what they bring, and for everything after an upgrade of the rules; this is for
    a changed list of wars (seeds/conflicts.csv). Earlier links stay beside the new ones.

    Example:  parley relink
    """
    from flows.relinking import relink as run

    typer.echo(f"{run(settings_of(context))} links changed")
