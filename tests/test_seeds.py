"""The reference lists in seeds/ as whole tables: form, references, one meaning a name."""

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[1] / "seeds"

COLUMNS = {
    "states.csv": ["code", "name", "other_names", "demonyms", "capital", "seats"],
    "groups.csv": ["slug", "name", "other_names", "type", "state"],
    "people.csv": [
        *("name", "other_names", "actor", "office", "from", "until", "surname_alone"),
    ],
    "places.csv": ["name", "other_names", "type", "state"],
    "outlets.csv": ["slug", "name", "other_names", "domains", "family", "type"],
}
LISTS = {"other_names", "demonyms", "capital", "seats", "domains"}
ALLOWED = {
    ("groups.csv", "type"): {"armed_group", "body", "alliance", "authority"},
    ("places.csv", "type"): {"city", "venue", "region", "border", "crossing", "airport", "base"},
    ("outlets.csv", "type"): {
        *("agency", "newspaper", "broadcaster", "magazine", "website"),
        *("aggregator", "government", "social", "think_tank"),
    },
    ("people.csv", "surname_alone"): {"yes", "no"},
}
SHAPES = {
    ("states.csv", "code"): r"[A-Z]{3}",
    ("groups.csv", "slug"): r"[a-z][a-z0-9_]*",
    ("outlets.csv", "slug"): r"[a-z][a-z0-9_]*",
    ("outlets.csv", "family"): r"([a-z][a-z0-9_]*)?",
    ("outlets.csv", "domains"): r"([a-z0-9-]+(\.[a-z0-9-]+)+(;|$))*",
    ("people.csv", "name"): r"[A-Za-z.' -]+",
    ("people.csv", "office"): r"[^A-Z]+",
    ("people.csv", "from"): r"(\d{4}(-\d\d(-\d\d)?)?)?",  # EDTF level 0 dates, or unknown
    ("people.csv", "until"): r"(\d{4}(-\d\d(-\d\d)?)?)?",
    ("places.csv", "name"): r"\S.*",
}
FEWEST_ROWS = {
    "states.csv": 197,
    "groups.csv": 350,
    "people.csv": 1200,
    "places.csv": 1500,
    "outlets.csv": 600,
}
Row = dict[str, str]
Named = tuple[str, str]  # (what a name means, where it stands)


def rows(file: str) -> list[tuple[str, Row]]:
    """Every row of a list with the place to report it by, e.g. `states.csv:12`."""
    with (SEEDS / file).open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        return [(f"{file}:{reader.line_num}", row) for row in reader]


def values(row: Row, column: str) -> list[str]:
    return row[column].split(";") if row[column] else []


def names(file: str, *columns: str) -> Iterator[tuple[str, str, Row]]:
    """(name, where, row) for each name that stands in the columns."""
    for where, row in rows(file):
        for column in columns:
            for name in values(row, column):
                yield name, where, row


def short_forms(row: Row) -> list[str]:
    """One-word spellings of a person: the surname, by which an article goes on."""
    return [name for name in values(row, "other_names") if " " not in name]


def ambiguous(named: Iterator[tuple[str, str, str]]) -> list[str]:
    """One line for each name that stands for more than one thing."""
    meanings: dict[str, set[Named]] = defaultdict(set)
    for name, meaning, where in named:
        meanings[name].add((meaning, where))
    return [
        f"{name!r} means " + " and ".join(f"{m} ({w})" for m, w in sorted(found))
        for name, found in sorted(meanings.items())
        if len({meaning for meaning, _ in found}) > 1
    ]


@pytest.mark.parametrize("file", COLUMNS)
def test_form(file: str) -> None:
    """Header, order, length and spelling of each cell are as the README says."""
    text = (SEEDS / file).read_bytes().decode("utf-8")
    header, *lines = csv.reader(text.splitlines())
    assert header == COLUMNS[file]
    assert len(lines) >= FEWEST_ROWS[file], f"{file}: only {len(lines)} rows left"
    wrong = [
        f"{where}: {column} {row[column]!r} {fault}"
        for where, row in rows(file)
        for column in row
        for fault in faults(file, column, row[column])
    ]
    keys = [row[0] for row in lines]
    wrong += [
        f"{file}:{i}: {b!r} must stand before {a!r}"
        for i, (a, b) in enumerate(pairwise(keys), 3)
        if b < a
    ]
    assert not wrong, "\n".join(wrong)


def faults(file: str, column: str, cell: str) -> Iterator[str]:
    if cell != unicodedata.normalize("NFC", cell):
        yield "is not in Unicode NFC"
    if cell != " ".join(cell.split()) or " ;" in cell or "; " in cell:
        yield "has stray white space"
    parts = cell.split(";") if cell else []
    if column in LISTS and ("" in parts or len(set(parts)) < len(parts)):
        yield "has an empty or repeated value"
    if column not in LISTS and len(parts) > 1:
        yield "may hold one value only"
    if cell not in ALLOWED.get((file, column), {cell}):
        yield f"is none of {sorted(ALLOWED[file, column])}"
    if not re.fullmatch(SHAPES.get((file, column), ".*"), cell):
        yield f"does not look like {SHAPES[file, column]}"


def test_one_row_per_key() -> None:
    keys = {
        "states.csv": ["code"],
        "groups.csv": ["slug"],
        "places.csv": ["name"],
        "outlets.csv": ["slug"],
        "people.csv": ["name", "actor", "office", "from"],
    }
    wrong = []
    for file, columns in keys.items():
        first: dict[tuple[str, ...], str] = {}
        for where, row in rows(file):
            key = tuple(row[column] for column in columns)
            if first.setdefault(key, where) != where:
                wrong.append(f"{where}: {key!r} stands already in {first[key]}")
    assert not wrong, "\n".join(wrong)


def test_references() -> None:
    """Every actor and state that a row names has a row of its own."""
    states = {row["code"] for _, row in rows("states.csv")}
    actors = states | {row["slug"] for _, row in rows("groups.csv")}
    wrong = [
        f"{where}: {column} {row[column]!r} has no row"
        for file, column, known in [
            ("groups.csv", "state", states | {""}),
            ("places.csv", "state", states | {""}),
            ("people.csv", "actor", actors),
        ]
        for where, row in rows(file)
        if row[column] not in known
    ]
    assert not wrong, "\n".join(wrong)


def test_wars_are_between_two_that_are_listed() -> None:
    actors = {row["code"] for _, row in rows("states.csv")}
    actors |= {row["slug"] for _, row in rows("groups.csv")}
    pairs = [frozenset(values(row, "sides")) for _, row in rows("conflicts.csv")]
    assert all(len(pair) == 2 and pair <= actors for pair in pairs)
    assert len(set(pairs)) == len(pairs)


def test_relations_are_of_those_that_are_listed() -> None:
    actors = {row["code"] for _, row in rows("states.csv")}
    actors |= {row["slug"] for _, row in rows("groups.csv")}
    for where, row in rows("relations.csv"):
        sides = values(row, "sides")
        assert set(sides) <= actors, where
        wanted = {"negotiator": 1, "allies": 2, "at_odds": 2}
        assert len(sides) == wanted[row["relation"]], where


def test_a_name_has_one_meaning() -> None:
    """No spelling stands for two states, groups, places, outlets or persons.

    A city may carry the name of the state that it is the capital of, and an actor or
    outlet that has a namesake in another list would hide it, so all lists count as one.
    """
    found = ambiguous(all_names())
    assert not found, "\n".join(found)


def all_names() -> Iterator[tuple[str, str, str]]:
    """(name, meaning, where) over all five lists."""
    standing_for: dict[str, str] = {}
    state_columns = ("name", "other_names", "demonyms", "capital", "seats")
    for name, where, row in names("states.csv", *state_columns):
        standing_for[name] = row["code"]
        yield name, row["code"], where
    for name, where, row in names("groups.csv", "name", "other_names"):
        standing_for[name] = row["state"] or row["slug"]
        yield name, row["slug"], where
    for name, where, row in names("places.csv", "name", "other_names"):
        own_capital = row["state"] and standing_for.get(name) == row["state"]
        seat_of_a_body = (name, row["state"]) == ("Brussels", "BEL")
        yield name, standing_for[name] if own_capital or seat_of_a_body else row["name"], where
    for name, where, row in names("outlets.csv", "name", "other_names"):
        yield name, row["slug"], where
    for name, where, row in names("people.csv", "name", "other_names"):
        if " " in name or row["surname_alone"] == "yes":
            yield name, row["name"], where


def test_persons() -> None:
    """All rows of a person agree, and an article can go on with the surname."""
    seen: dict[str, tuple[str, str]] = {}
    wrong = []
    for where, row in rows("people.csv"):
        same = (row["other_names"], row["surname_alone"])
        if seen.setdefault(row["name"], same) != same:
            wrong.append(f"{where}: {row['name']!r} has other spellings than in the row before")
        if row["surname_alone"] == "yes" and not short_forms(row):
            wrong.append(f"{where}: {row['name']!r} has no one-word spelling to stand alone")
        if row["from"] and row["until"] and row["until"] < row["from"][: len(row["until"])]:
            wrong.append(f"{where}: until {row['until']!r} is before from {row['from']!r}")
    assert not wrong, "\n".join(wrong)
