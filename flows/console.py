"""What people see in the terminal: tables and the end of a run. All text is made safe here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.printable import printable

if TYPE_CHECKING:
    from flows.runs import RunSummary
    from flows.sourceref import SourceRef
    from warehouse.publishing import Published

PIPED_WIDTH = 200  # where nobody says how wide the output may be: wide enough for our tables


def console() -> Console:
    """Standard output; markup, emoji codes and highlighting in it mean nothing."""
    return Console(markup=False, emoji=False, highlight=False, soft_wrap=False)


def text(value: object) -> Text:
    """Any value as text that can do nothing to the terminal."""
    return Text("" if value is None else printable(str(value)))


def table(columns: Sequence[str], rows: Iterable[Sequence[object]], title: str = "") -> Table:
    """A plain table; numbers stand on the right."""
    drawn = Table(
        title=text(title) if title else None, title_justify="left", box=None, pad_edge=False
    )
    rows = list(rows)
    for place, column in enumerate(columns):
        numeric = bool(rows) and all(isinstance(row[place], int | float) for row in rows)
        drawn.add_column(text(column), justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        drawn.add_row(*(text(value) for value in row))
    return drawn


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]], title: str = "") -> None:
    out = console()
    if not out.is_terminal:
        out.width = PIPED_WIDTH
    out.print(table(columns, rows, title))


def print_run(summary: RunSummary) -> None:
    """The end of a run: what was found, how the references ended, where it lies, what to try."""
    run, counts = summary.run, summary.batches
    seconds = (run.ended_at - run.started_at).total_seconds()
    rate = f", {run.listed_count / seconds:.0f} references a second" if seconds > 1 else ""
    out = console()
    out.print(f"{run.command} {run.run_id}: {run.listed_count} references in {seconds:.1f} s{rate}")
    out.print(f"articles stored: {counts.article_count}\n")
    _print_counts(counts.facts, ("kind of fact", "facts"))
    _print_counts(counts.outcomes, ("outcome", "references"))
    out.print(text(f"The warehouse lies in {summary.home}. Try:"))
    out.print(text(f'  parley --home {summary.home} sql "{EXAMPLE_SQL}"'), soft_wrap=True)


EXAMPLE_SQL = "SELECT kind, status, date, quote FROM current_facts ORDER BY date DESC LIMIT 5"


def _print_counts(counts: Mapping[str, int], columns: tuple[str, str]) -> None:
    if counts:
        total = sum(counts.values())
        print_table(columns, [*sorted(counts.items()), ("total", total)])
        console().print()


def print_references(refs: Iterable[SourceRef], limit: int = 1000) -> None:
    """What a backfill would read."""
    count = 0
    out = console()
    for ref in refs:
        count += 1
        if count <= limit:
            said = ref.manifest.published or "no date"
            out.print(text(f"{ref.reference}  ({ref.source}, {said})"), soft_wrap=True)
    more = f", {limit} of them shown" if count > limit else ""
    out.print(f"{count} references{more}; nothing was read")


def print_published(published: Published) -> None:
    """What a publish brought."""
    out = console()
    verb = "rebuilt from" if published.rebuilt else "brought up to date with"
    count = len(published.batch_ids)
    out.print(text(f"{published.path}: {verb} {count} batches in {published.seconds:.1f} s"))
    grown = [table for table in published.tables if table.added_count]
    if grown:
        rows = [(table.table, table.added_count, table.row_count) for table in grown]
        print_table(("table", "added", "rows"), rows)
