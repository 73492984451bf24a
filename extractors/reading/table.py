"""The table of boilerplate (boilerplate.toml): its rules as values, and the errors in it by name.

How a rule meets a line is wording.py; which lines of a page it may take is boilerplate.py.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from enum import StrEnum
from functools import cache
from importlib.resources import files

from pydantic import ConfigDict, Field, ValidationError

from extractors.article import BlockKind
from extractors.errors import ConfigurationError
from extractors.values import Value

_TABLE = "boilerplate.toml"


class Where(StrEnum):
    """Which part of a paragraph the words of a rule must be."""

    WHOLE = "whole"
    START = "start"
    EDGE = "edge"
    END = "end"
    ANYWHERE = "anywhere"
    CUT_START = "cut_start"
    CUT_END = "cut_end"
    BOX = "box"
    TAIL = "tail"


class Rule(Value):
    """One rule of wording, as written in the table."""

    model_config = ConfigDict(frozen=True, strict=False, extra="forbid")  # TOML has no tuples

    name: str
    kind: BlockKind
    where: Where
    wording: tuple[str, ...] = Field(min_length=1)
    needs: int = 1
    longest: int = 200


class PlaceRule(Value):
    """What HTML elements and class names say of a box, as written in the table."""

    model_config = ConfigDict(frozen=True, strict=False, extra="forbid")

    kind: BlockKind
    words: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


class Table(Value):
    """All rules, in the order of the file."""

    model_config = ConfigDict(frozen=True, strict=False, extra="forbid")

    rule: tuple[Rule, ...]
    place: tuple[PlaceRule, ...]


def read_table(text: str) -> Table:
    """Read a table; raises ConfigurationError naming the rule and what is wrong with it."""
    try:
        table = Table.model_validate(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise ConfigurationError(f"{_TABLE}: {error}; see the explanation at its top") from error
    name, times = Counter(rule.name for rule in table.rule).most_common(1)[0]
    if times > 1:
        raise ConfigurationError(f"{_TABLE}: {times} rules are named {name!r}; rename all but one")
    return table


@cache
def own_table() -> Table:
    """The table that comes with the package."""
    return read_table(files(__package__).joinpath(_TABLE).read_text("utf-8"))
