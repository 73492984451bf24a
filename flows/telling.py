"""Events for the eye: a list of them, and one with its facts article by article."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from itertools import groupby
from pathlib import Path

from flows.asking import write
from flows.commands.shared import Format
from flows.console import SHORT, console, print_table, text
from warehouse.home import Home
from warehouse.queries import run_sql

_EVENTS = """
SELECT event_id, status, date_best AS date, place, facts, articles, sources, first_reported,
    last_reported, part_of
FROM events
WHERE (len(?) = 0 OR list_contains(?, kind))
    AND (? IS NULL OR list_contains(list_transform(parties, lambda it: lower(it)), lower(?)))
    AND (? IS NULL OR coalesce(date_high, last_reported) >= ?)
ORDER BY coalesce(date_best, date_low, first_reported) NULLS LAST, event_id"""

_EVENT = """
SELECT event_id, status, date_low, date_best, date_high, place, ordinal, parties, facts, articles,
    sources, part_of, stages, machine_only
FROM events WHERE event_id = ?"""

_STEPS = """
SELECT step, first_reported AS "first reported", first_source AS "by",
    array_to_string(said_by, ' ← ') AS "who says so", facts, sources
FROM event_timeline WHERE event_id = ? ORDER BY first_reported NULLS LAST, step"""

_STAGES = """
SELECT event_id AS stage, status, date_best AS date, facts, articles FROM events
WHERE part_of = ? ORDER BY date_best, event_id"""

_FACTS = """
SELECT reference, coalesce(source_name, reference), published, left(fact_id, ?), basis, status,
    coalesce(date, CASE WHEN settled_from IS NOT NULL THEN day_low || ' (settled)' END),
    left(linked_with, ?), quote
FROM event_facts WHERE event_id = ? ORDER BY published_on NULLS LAST, reference, char_start"""


def write_events(
    home: Home,
    kinds: Collection[str],
    party: str | None,
    since: date | None,
    shape: Format,
    output: Path | None,
) -> None:
    """The events by day: of some kinds, with a party, that are of a day or were told of later."""
    asked = [list(kinds), list(kinds), party, party, since, since]
    write(run_sql(home, _EVENTS, parameters=asked), shape, output)


def is_event(home: Home, which: str) -> bool:
    """Whether an event has this id."""
    return bool("/" in which and run_sql(home, _EVENT, parameters=[which]).rows)


def show_event(home: Home, event_id: str) -> None:
    """One event: what is known of it, its steps, its stages, and its facts article by article."""
    found = run_sql(home, _EVENT, parameters=[event_id])
    out = console()
    for column, value in zip(found.columns, found.rows[0], strict=True):
        if value not in (None, "", []):
            out.print(text(f"{column.name:14}{value}"), soft_wrap=True)
    for query, title in ((_STEPS, "how it came about"), (_STAGES, "its stages")):
        result = run_sql(home, query, parameters=[event_id])
        if result.rows:
            out.print()
            print_table([column.name for column in result.columns], result.rows, title)
    _print_facts(home, event_id)


def _print_facts(home: Home, event_id: str) -> None:
    out = console()
    rows = run_sql(home, _FACTS, parameters=[SHORT, SHORT, event_id]).rows
    for reference, facts in groupby(rows, key=lambda row: row[0]):
        of_article = list(facts)
        out.print()
        head = f"{of_article[0][1]} · {of_article[0][2] or 'no date'} · {reference}"
        out.print(text(head, "bold"), soft_wrap=True)
        for _, _, _, fact_id, basis, status, dated, beside, quote in of_article:
            with_fact = f" with {beside}" if beside else ""
            said = f"  {fact_id} {status} {dated or 'no date'} [{basis}{with_fact}]"
            out.print(text(said), soft_wrap=True)
            out.print(text(f"    {quote}"), soft_wrap=True)
