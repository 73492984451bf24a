"""The case tables of this folder: facts in short, and which of them speak of one event.

`events = "a b | c"` says that a and b are of one event and c is of another; facts that are named in
none belong to none. Counts are written 250, "1200+" (at least), "~250" (about), "<3000", "10-12".
Of each file the table `default` is what its facts have where they do not say otherwise.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from extractors.linking import FactRow, Link, link, linkables

FOLDER = Path(__file__).parent
CONFLICTS = (
    *(("ISR", "hamas"), ("RUS", "UKR"), ("ARM", "AZE"), ("YEM", "houthis"), ("IRN", "USA")),
    *(("IND", "PAK"), ("KHM", "THA"), ("SDN", "rsf"), ("COL", "eln"), ("COD", "m23")),
    *(("SYR", "sdf"), ("ETH", "tplf"), ("AFG", "taliban"), ("USA", "taliban")),
)
_ENVELOPE = ("kind", "status", "date", "told", "article")
_COUNTED = ("returned", "total", "days", "duration_hours")


class Case(NamedTuple):
    """One case: its facts, and what linking should make of them."""

    name: str
    rows: tuple[FactRow, ...]
    events: frozenset[frozenset[str]]
    said: Mapping[str, Mapping[str, str]]  # basis, id, part_of, settled by fact


def cases() -> Iterator[Case]:
    """All cases of all files."""
    for path in sorted(FOLDER.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for number, case in enumerate(table["case"], start=1):
            yield _case(f"{path.stem} {number}: {case['why']}", case, table["default"])


def _case(name: str, case: Mapping[str, Any], default: Mapping[str, Any]) -> Case:
    said = {what: case.get(what, {}) for what in ("basis", "id", "part_of", "settled")}
    rows = tuple(_row(label, {**default, **fact}) for label, fact in case["facts"].items())
    groups = (group.split() for group in case["events"].split("|"))
    return Case(name, rows, frozenset(frozenset(group) for group in groups if group), said)


def _row(label: str, fact: Mapping[str, Any]) -> FactRow:
    told = fact.get("told")
    fields = {name: value for name, value in fact.items() if name not in _ENVELOPE}
    for name in _COUNTED:
        if name in fields:
            fields[name] = _counted(fields[name])
    return FactRow(
        fact_id=label,
        article_id=fact.get("article", label),
        kind=fact["kind"],
        status=fact["status"],
        dated=fact.get("date"),
        published_on=date.fromisoformat(told) if told else None,
        fields=fields,
    )


def _counted(value: Any) -> Any:
    if isinstance(value, dict):
        return {side: _counted(count) for side, count in value.items()}
    if isinstance(value, int):
        return {"low": value, "best": value, "high": value}
    if spread := re.fullmatch(r"(\d+)-(\d+)", value):
        return {"low": int(spread[1]), "best": None, "high": int(spread[2])}
    number = int(re.sub(r"\D", "", value))
    low, high = (number if value.endswith("+") else None, number if value[0] == "<" else None)
    return {"low": low, "best": number, "high": high}


def linked(rows: tuple[FactRow, ...]) -> dict[str, Link]:
    """The link of each fact."""
    return {one.fact_id: one for one in link(linkables(rows, CONFLICTS))}


def events_of(links: Mapping[str, Link]) -> frozenset[frozenset[str]]:
    """The facts by event."""
    events: dict[str, set[str]] = {}
    for one in links.values():
        if one.event_id:
            events.setdefault(one.event_id, set()).add(one.fact_id)
    return frozenset(map(frozenset, events.values()))
