"""What people see in the terminal: tables and the end of a run. All text is made safe here."""

from __future__ import annotations

import json
import os
import shlex
from collections.abc import Iterable, Mapping, Sequence
from typing import IO, TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from flows.printable import printable
from flows.redaction import scrubbed, without_secrets

if TYPE_CHECKING:
    from pydantic import JsonValue

    from flows.discovering import Found
    from flows.runs import RunSummary
    from flows.sourceref import SourceRef
    from flows.trying import Tried
    from warehouse.doctor import Finding
    from warehouse.kept import KeptPage
    from warehouse.publishing import Published
    from warehouse.queries import StoredArticle, StoredFact

PIPED_WIDTH = 200  # where nobody says how wide the output may be: wide enough for our tables
_ENDLESS = 1_000_000
SHORT = 12  # digits of an id that people type
EXAMPLE_SQL = "SELECT kind, status, date, quote FROM current_facts ORDER BY date DESC LIMIT 5"


def console(out: IO[str] | None = None) -> Console:
    """Standard output or another; markup, emoji codes and highlighting in it mean nothing."""
    made = Console(file=out, markup=False, emoji=False, highlight=False)
    if not made.is_terminal and "COLUMNS" not in os.environ:
        made.width = PIPED_WIDTH
    return made


def text(value: object, style: str = "") -> Text:
    """Any value as text that can do nothing to the terminal."""
    return Text("" if value is None else printable(str(value)), style)


def table(columns: Sequence[str], rows: Iterable[Sequence[object]], title: str = "") -> Table:
    """A plain table; numbers stand on the right."""
    rows = list(rows)
    drawn = Table(title=text(title) if title else None, title_justify="left", box=None)
    for place, column in enumerate(columns):
        numeric = bool(rows) and all(isinstance(row[place], int | float) for row in rows)
        justify = "right" if numeric else "left"
        drawn.add_column(text(column), justify=justify, overflow="fold")  # type: ignore[arg-type]  # a literal
    for row in rows:
        drawn.add_row(*(text(value) for value in row))
    return drawn


def print_table(
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    title: str = "",
    out: IO[str] | None = None,
) -> None:
    console(out).print(table(columns, rows, title))


def print_result(
    columns: Sequence[str], rows: Sequence[Sequence[object]], title: str, out: IO[str]
) -> None:
    """A result of any shape: as a table, or a line for each value where that would be too wide."""
    target, drawn = console(out), table(columns, rows, title)
    unbounded = target.options.update(max_width=_ENDLESS)
    if Measurement.get(target, unbounded, drawn).maximum <= target.width:
        target.print(drawn)
        return
    width = max(cell_len(printable(column)) for column in columns)
    for number, row in enumerate(rows, start=1):
        target.print(text(f"row {number}", "bold"))
        for column, value in zip(columns, row, strict=True):
            target.print(_line(column, value, width), soft_wrap=True)


def _line(column: str, value: object, width: int) -> Text:
    """A column's name and its value, whose further lines stand below its first."""
    name = text(column)
    name.pad_right(width - name.cell_len + 2)
    value = "" if value is None else str(value).replace("\n", "\n" + " " * (width + 2))
    return Text.assemble(name, text(value))


def print_run(summary: RunSummary) -> None:
    """The end of a run: what was found, how the references ended, where it lies, what to try."""
    run, counts = summary.run, summary.batches
    seconds = (run.ended_at - run.started_at).total_seconds()
    out = console()
    out.print(f"{run.command} {run.run_id}: {run.listed_count} references in {seconds:.1f} s")
    out.print(f"articles stored: {counts.article_count}")
    if summary.compared_count:
        out.print(f"changed beside other pages of their outlet: {summary.compared_count}")
    out.print()
    _print_counts(counts.facts, ("kind of fact", "facts"))
    _print_counts(counts.outcomes, ("outcome", "references"))
    _print_warnings(summary)
    if summary.unpublished:
        return
    home = shlex.quote(summary.home)
    out.print(text(f"The warehouse lies in {summary.home}. Try:"), soft_wrap=True)
    out.print(text(f'  parley --home {home} sql "{EXAMPLE_SQL}"'), soft_wrap=True)


def _print_counts(counts: Mapping[str, int], columns: tuple[str, str]) -> None:
    if counts:
        total = sum(counts.values())
        print_table(columns, [*sorted(counts.items()), ("total", total)])
        console().print()


def _print_warnings(summary: RunSummary) -> None:
    """What was suspicious about sources, and how to let in what is held back for it."""
    if not summary.warnings:
        return
    rows = [(it.source, it.code, it.held_count, it.detail) for it in summary.warnings]
    print_table(("source", "warning", "held back", "why"), rows)
    out = console()
    for source in sorted({it.source for it in summary.warnings if it.held_count}):
        said = f"  parley accept {summary.run.run_id} {source}"
        out.print(text(f"{source} is kept out of the warehouse until somebody accepts it:"))
        out.print(text(said), soft_wrap=True)
    out.print()


def print_references(refs: Iterable[SourceRef], limit: int = 1000) -> None:
    """What a backfill would read."""
    count = 0
    out = console()
    for ref in refs:
        count += 1
        if count <= limit:
            out.print(text(f"{ref.reference}  ({ref.source}, {_known_of(ref)})"), soft_wrap=True)
    more = f", {limit} of them shown" if count > limit else ""
    out.print(f"{count} references{more}; nothing was read")


def _known_of(ref: SourceRef) -> str:
    """What is known of a reference before it is fetched."""
    if ref.ending:
        reason = getattr(ref.ending, "reason", None)
        return f"{reason}: {ref.ending.detail}" if reason else str(ref.ending.detail)
    if ref.manifest.published:
        return str(ref.manifest.published)
    return f"dated {ref.dated_at:%Y-%m-%d}" if ref.dated_at else "no date"


def print_tried(tried: Iterable[Tried]) -> None:
    """What sources would give."""
    rows = [
        (
            it.name,
            it.kind,
            it.reference_count,
            f"{it.newest_at:%Y-%m-%d %H:%M}" if it.newest_at else None,
            "" if it.a_day is None else f"{it.a_day:.1f}",
            f"{it.seconds:.1f}",
            "\n".join(it.faults),
        )
        for it in tried
    ]
    columns = ("source", "kind", "references", "newest (UTC)", "a day", "seconds", "what is wrong")
    print_table(columns, rows)


_ALL_THERE = "\nAll of them are sources already."
_SWITCH_ON = (
    "They are off. Look at the outlet's terms, try them (parley sources check NAME), and write\n"
    "enabled = true beside those that the nights are to read."
)


def print_found(found: Iterable[Found], tables: str) -> None:
    """What a site has, and what of it is new."""
    rows = [(it.contents.form, len(it.contents.entries), without_secrets(it.url)) for it in found]
    print_table(("what", "entries", "address"), rows)
    said = f"{scrubbed(tables).rstrip()}\n\n{_SWITCH_ON}" if tables else _ALL_THERE
    console().print(text(said), soft_wrap=True)


def print_stale(pages: Sequence[KeptPage]) -> None:
    """What would be read again, and how it was last read."""
    rows = [
        (it.capture_id[:SHORT], it.reader_version, it.reason, it.source, it.reference)
        for it in pages
    ]
    if rows:
        print_table(("page", "reader", "ended", "source", "reference"), rows)
    console().print(f"{len(rows)} pages; nothing was read")


def print_published(published: Published) -> None:
    """What a publish brought."""
    verb = "rebuilt from" if published.rebuilt else "brought up to date with"
    count = len(published.batch_ids)
    said = f"{published.path}: {verb} {count} batches in {published.seconds:.1f} s"
    console().print(text(said), soft_wrap=True)
    grown = [table for table in published.tables if table.added_count]
    if grown:
        rows = [(table.table, table.added_count, table.row_count) for table in grown]
        print_table(("table", "added", "rows"), rows)


def print_findings(findings: Iterable[Finding]) -> None:
    """What the doctor found, one line each, with what to do."""
    styles = {"ok": "green", "warning": "yellow", "damage": "bold red"}
    out = console()
    for finding in findings:
        remedy = f"; {finding.remedy}" if finding.remedy else ""
        said = text(f"{finding.subject}: {finding.message}{remedy}")
        out.print(
            Text.assemble((f"{finding.level:8}", styles[finding.level]), said), soft_wrap=True
        )


def print_facts(facts: Iterable[StoredFact], out: IO[str]) -> None:
    """Facts as a table: what they say in short, who says it, and the id for `parley show`."""
    rows = [
        (
            fact.fact_id[:SHORT],
            fact.kind,
            fact.status,
            fact.date,
            in_short(fact.fields),
            " ← ".join(by.name for by in fact.attribution),
            fact.reference,
        )
        for fact in facts
    ]
    columns = ("fact", "kind", "status", "date", "what", "who says so", "article")
    print_table(columns, rows, out=out)


def print_articles(articles: Iterable[StoredArticle], out: IO[str]) -> None:
    """Articles as a table, with the id for `parley show`."""
    rows = [
        (
            it.article_id[:SHORT],
            it.published[:10] if it.published else None,
            it.outlet,
            it.title,
            it.fact_count,
            it.reference,
        )
        for it in articles
    ]
    columns = ("article", "published", "outlet", "title", "facts", "read from")
    print_table(columns, rows, out=out)


def in_short(fields: Mapping[str, JsonValue]) -> str:
    """The fields of a fact in a line: counts by their qualifier and best number."""
    stated = ((name, value) for name, value in fields.items() if value not in (None, [], {}))
    return " · ".join(f"{name} {_value(value)}" for name, value in stated)


def _value(value: JsonValue) -> str:
    if isinstance(value, dict) and "qualifier" in value:
        return _count(value)
    if isinstance(value, dict):
        return ", ".join(f"{name} {_value(inner)}" for name, inner in value.items())
    if isinstance(value, list):
        return ", ".join(_value(inner) for inner in value)
    return value if isinstance(value, str) else json.dumps(value)


def _count(count: Mapping[str, JsonValue]) -> str:
    if count["qualifier"] == "range":
        return f"{count['low']}–{count['high']}"
    number = count["best"] if count.get("best") is not None else count.get("low")
    said = "" if count["qualifier"] == "exact" else str(count["qualifier"]).replace("_", " ") + " "
    return f"{said}{number}"
