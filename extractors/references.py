"""The reference lists of seeds/: states, groups, people, places, outlets, conflicts,
relations.

Read once, at the edge.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from extractors.errors import ConfigurationError
from extractors.values import Value

Names = tuple[str, ...]


class State(Value):
    """A state; `code` is ISO 3166-1 alpha-3. Capital and seats stand for it when they act."""

    code: str
    name: str
    other_names: Names
    demonyms: Names
    capital: Names
    seats: Names


class Group(Value):
    """A body or armed group; `state` is the state that an `authority` acts for."""

    slug: str
    name: str
    other_names: Names
    type: str  # armed_group, body, alliance, authority
    state: str


class Office(Value):
    """A person in one office. A one-word other name is another spelling of the surname."""

    name: str
    other_names: Names
    actor: str
    office: str
    since: str  # EDTF or empty
    until: str
    surname_alone: bool  # whether the surname by itself means this person in news of the field


class Place(Value):
    """A place where negotiations and exchanges happen."""

    name: str
    other_names: Names
    type: str  # city, venue, region, border, crossing, airport, base
    state: str


class Outlet(Value):
    """A publisher; `family` is the newsroom or owner that serves several titles."""

    slug: str
    name: str
    other_names: Names
    domains: Names
    family: str
    type: str


class Conflict(Value):
    """Two sides at war: whom "both sides" means where an article names them beside others."""

    name: str
    sides: Names


class Relation(Value):
    """How one state or two stand beside the wars: negotiator, allies or at_odds."""

    name: str
    sides: Names
    relation: str


class References(Value):
    """All reference lists, as the extractors need them."""

    states: tuple[State, ...] = ()
    groups: tuple[Group, ...] = ()
    people: tuple[Office, ...] = ()
    places: tuple[Place, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    relations: tuple[Relation, ...] = ()

    @property
    def wars(self) -> tuple[Names, ...]:
        """The sides of each war."""
        return tuple(war.sides for war in self.conflicts)

    __hash__ = object.__hash__  # one object a program: cheap to cache by, dear to hash by value


_RENAMED = {"from": "since"}  # a column name that Python keeps for itself
_SEVERAL = {"other_names", "demonyms", "capital", "seats", "domains", "sides"}

Row = TypeVar("Row", bound=Value)


def read_references(folder: Path) -> References:
    """Read the seven lists of a seeds folder.

    Raises ConfigurationError naming file, line and column for a missing file, an unknown or missing
    column, or a value that does not fit.
    """
    return References(
        states=_read_list(folder / "states.csv", State),
        groups=_read_list(folder / "groups.csv", Group),
        people=_read_list(folder / "people.csv", Office),
        places=_read_list(folder / "places.csv", Place),
        outlets=_read_list(folder / "outlets.csv", Outlet),
        conflicts=_read_list(folder / "conflicts.csv", Conflict),
        relations=_read_list(folder / "relations.csv", Relation),
    )


def _read_list(path: Path, row_type: type[Row]) -> tuple[Row, ...]:
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            reader = csv.DictReader(lines)
            columns = [_RENAMED.get(name, name) for name in reader.fieldnames or ()]
            if set(columns) != set(row_type.model_fields):
                wanted = ", ".join(row_type.model_fields)
                raise ConfigurationError(f"{path}, line 1: columns {columns!r}; it needs {wanted}")
            rows = [dict(zip(columns, record.values(), strict=False)) for record in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ConfigurationError(f"{path}: cannot be read ({error}); restore it") from error
    return tuple(_row(path, number, row, row_type) for number, row in enumerate(rows, start=2))


def _row(path: Path, number: int, row: dict[str, str], row_type: type[Row]) -> Row:
    values = {name: _cell(name, text) for name, text in row.items()}
    try:
        return row_type.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        raise ConfigurationError(
            f"{path}, line {number}, column {first['loc'][0]}: {first['input']!r}: {first['msg']}"
        ) from error


def _cell(name: str, text: str) -> str | bool | Names:
    if name in _SEVERAL:
        return tuple(part for part in text.split(";") if part)
    return text == "yes" if name == "surname_alone" else text
