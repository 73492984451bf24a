"""The command about what became of facts: changes."""

from __future__ import annotations

from datetime import UTC
from enum import StrEnum
from typing import Annotated

import typer

from flows.commands.looking import Kinds, Output, Shape, Since, Which
from flows.commands.shared import Format, home_of


class Cause(StrEnum):
    """What changed facts."""

    EDIT = "edit"
    EXTRACTOR = "extractor"


def changes(
    context: typer.Context,
    *,
    since: Since = None,
    cause: Annotated[
        Cause | None,
        typer.Option(help="Edits of articles, or newer extractors; neither: both."),
    ] = None,
    kind: Kinds = None,
    article: Which = None,
    shape: Shape = Format.TABLE,
    output: Output = None,
) -> None:
    """List facts that an edit of their article changed, or a newer extractor.

    One line for each fact added or dropped and for each field that changed. --since is about the
    day on which that was seen.

    Example:  parley changes --cause edit --since 2026-11-01
    """
    from flows.changes import ChangeFilter, write_changes
    from flows.commands.checking import known_kinds

    wanted = ChangeFilter(
        since=since.replace(tzinfo=UTC) if since else None,
        cause=cause,
        kinds=known_kinds(kind),
        reference=article,
    )
    write_changes(home_of(context), wanted, shape, output)
