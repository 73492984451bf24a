"""The case table (cases.toml) as values: pages, what stays of them and what goes."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

STORY = (
    "Armenia and Azerbaijan exchanged 100 captives each on Friday, both foreign ministries said.",
    "The exchange took place near Ijevan, where buses had been waiting since the morning hours.",
)


class Case(NamedTuple):
    why: str
    lines: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[tuple[str, str], ...]


def _case(entry: dict[str, Any]) -> Case:
    removed = tuple(tuple(line.split(": ", 1)) for line in entry["removed"])
    gone = {words for _, words in removed}
    page = _lines(entry["page"])
    kept = _lines(entry["kept"]) if "kept" in entry else tuple(li for li in page if li not in gone)
    return Case(entry["why"], page, kept, removed)


def _lines(named: list[str]) -> tuple[str, ...]:
    stories = {"STORY 1": STORY[0], "STORY 2": STORY[1]}
    return tuple(stories.get(line, line) for line in named)


def _read() -> tuple[Case, ...]:
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return tuple(_case(entry) for entry in table["case"])


CASES = _read()
