"""The data dictionary: every table, view and macro with its columns, from the database's comments.

It comes from today's definitions, so no warehouse is needed. How it is printed is the caller's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from extractors.registry import KINDS
from extractors.values import Value
from warehouse import definitions

#: Part of the dictionary → what it says of itself, in the order of printing.
PARTS = {
    "Kinds of fact": "One view for each kind: the newest reading of each fact, with typed columns.",
    "Views": "Questions with ready answers, and what the other views are made of.",
    "Macros": "Views with parameters: FROM name(value), or name(value) within a query.",
    "Under other datasets' names": "What users of UCDP GED, ACLED, GDELT and POLECAT know.",
    "Tables": "What the batch log holds, row by row. Nothing in them is ever changed or deleted.",
    "Derived tables": "What is current, made of those tables on publishing; ask the views instead.",
}
_BASE = "current_facts"  # whose columns many views take over
_NULL = re.compile(r"(?:^|(?<=[.;] ))(?:Always )?NULL\b")
_EXAMPLE = re.compile(r"\s*Example: (.*?)\.?$", re.DOTALL)


class Column(Value):
    """A column; `null_meaning` is None where the comment says nothing of NULL."""

    name: str
    type: str
    meaning: str
    null_meaning: str | None
    nullable: bool


class Entry(Value):
    """A table, view or macro. `shared` names the view whose other columns it has as well."""

    name: str
    part: str
    signature: str
    meaning: str
    example: str | None
    columns: tuple[Column, ...]
    shared: str | None = None
    shared_except: tuple[str, ...] = ()


def data_dictionary() -> tuple[Entry, ...]:
    """All entries: part by part, within a part by name; columns in their order."""
    import duckdb

    with duckdb.connect(":memory:") as connection:
        definitions.apply(connection)
        columns = _columns(connection.execute(_COLUMNS).fetchall())
        rows = connection.execute(_RELATIONS).fetchall()
    entries = [_entry(*row, columns=columns) for row in rows]
    order = list(PARTS)
    return tuple(sorted(entries, key=lambda entry: (order.index(entry.part), entry.name)))


_COLUMNS = """
SELECT table_name, column_name, data_type, coalesce(comment, ''), is_nullable
FROM duckdb_columns() WHERE NOT internal ORDER BY table_name, column_index"""

_RELATIONS = """
SELECT table_name, 'table', '', coalesce(comment, '') FROM duckdb_tables() WHERE NOT internal
UNION ALL SELECT view_name, 'view', '', coalesce(comment, '') FROM duckdb_views() WHERE NOT internal
UNION ALL SELECT function_name, 'macro', '(' || array_to_string(parameters, ', ') || ')',
    coalesce(comment, '') FROM duckdb_functions() WHERE NOT internal"""


def _columns(rows: Iterable[tuple[Any, ...]]) -> dict[str, tuple[Column, ...]]:
    return {
        table: tuple(_column(*row[1:]) for row in its)
        for table, its in groupby(rows, key=lambda row: str(row[0]))
    }


def _column(name: str, kind: str, comment: str, nullable: bool) -> Column:  # noqa: FBT001 - a row
    found = _NULL.search(comment)
    meaning, null = (comment, None) if not found else _parted(comment, found.start())
    return Column(name=name, type=kind, meaning=meaning, null_meaning=null, nullable=nullable)


def _parted(comment: str, at: int) -> tuple[str, str]:
    """The comment before its words on NULL, and those without the sign itself."""
    words = comment[at:].removeprefix("NULL: ")
    return comment[:at].strip(), words[:1].upper() + words[1:]


def _entry(
    name: str, sort: str, parameters: str, comment: str, *, columns: dict[str, tuple[Column, ...]]
) -> Entry:
    example = _EXAMPLE.search(comment)
    own, left_out = _own(name, columns) if sort != "macro" else ((), None)
    return Entry(
        name=name,
        part=_part(name, sort),
        signature=f"{name}{parameters}",
        meaning=comment[: example.start()].strip() if example else comment,
        example=example[1] if example else None,
        columns=own,
        shared=_BASE if left_out is not None else None,
        shared_except=left_out or (),
    )


def _own(
    name: str, columns: dict[str, tuple[Column, ...]]
) -> tuple[tuple[Column, ...], tuple[str, ...] | None]:
    """The columns that are not taken over from the base view, and the names that it lacks."""
    base = columns[_BASE]
    taken = [column for column in base if column in columns[name]]
    if name == _BASE or len(taken) < len(base) / 2:
        return columns[name], None
    own = tuple(column for column in columns[name] if column not in base)
    return own, tuple(column.name for column in base if column not in taken)


def _part(name: str, sort: str) -> str:
    if name in definitions.DERIVED:
        return "Derived tables"
    if sort in ("table", "macro"):
        return {"table": "Tables", "macro": "Macros"}[sort]
    if name in {kind.name for kind in KINDS}:
        return "Kinds of fact"
    return "Under other datasets' names" if _is_compat(name) else "Views"


def _is_compat(name: str) -> bool:
    return name.startswith("compat_") or name == "country_codes"
