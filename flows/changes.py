"""What edits of articles, and newer extractors, did to facts: the view fact_changes for people, and
whole for programs.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from extractors.values import Value
from flows.asking import write
from flows.commands.shared import Format
from warehouse.home import Home
from warehouse.queries import run_sql


class ChangeFilter(Value):
    """Which changes: all conditions hold; an empty one lets everything pass."""

    since: datetime | None = None  # known then or later; aware
    cause: str | None = None  # edit, extractor
    kinds: tuple[str, ...] = ()
    reference: str | None = None  # file or URL of the article; its end suffices


_WANTED = """
FROM fact_changes
WHERE ($1::TIMESTAMPTZ IS NULL OR known_at >= $1) AND ($2::VARCHAR IS NULL OR cause = $2)
    AND (len($3::VARCHAR[]) = 0 OR list_contains($3, kind))
    AND ($4::VARCHAR IS NULL OR suffix(reference, $4))
ORDER BY known_at DESC, cause, canonical_url, kind, fact_before, fact_after, field"""

_FOR_PEOPLE = """
SELECT known_at::DATE AS day, cause, kind, change, field, before, after,
    CASE WHEN field IS NULL THEN coalesce(quote_after, quote_before) END AS quote,
    outlet, reference, left(coalesce(fact_after, fact_before), 12) AS fact"""


def write_changes(
    home: Home, wanted: ChangeFilter, shape: Format, output: Path | None = None
) -> None:
    """A line for each fact added or dropped and for each field changed, the newest first."""
    asked = [wanted.since, wanted.cause, list(wanted.kinds), wanted.reference]
    columns = _FOR_PEOPLE if shape is Format.TABLE else "SELECT *"
    write(run_sql(home, columns + _WANTED, parameters=asked), shape, output)
