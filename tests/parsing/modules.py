"""The modules that hold rules, and the patterns in them."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator

import extractors.kinds
import extractors.parsing
from extractors.parsing.patterns import Pattern, Rules


def modules() -> Iterator[str]:
    yield "extractors.silence"
    for package in (extractors.parsing, extractors.kinds):
        for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            yield found.name


def patterns(value: object) -> Iterator[re.Pattern[str] | Pattern]:
    """The patterns in a value, however deep."""
    if isinstance(value, re.Pattern | Pattern):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from patterns(inner)
    elif isinstance(value, list | tuple | set | frozenset | Rules):
        for inner in value:
            yield from patterns(inner)
