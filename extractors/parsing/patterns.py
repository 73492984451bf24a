"""A pattern that is compiled when it is first used, and searched only where its words stand.

Most rules find nothing in most sentences. So each pattern knows literals of which every match
contains at least one, read off its own parse tree, and looks for those first: that is many times
cheaper than a search (the prefilter of RE2's FilteredRE2). Nobody has to write or keep them, and
`tests/parsing/test_patterns.py` proves that they never cost a match. Compiling late spares a
process that reads three articles the second that compiling all rules takes.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from re import _constants, _parser  # type: ignore[attr-defined]  # the only parser of patterns
from typing import Any

_MOST = 24  # literals that are looked for: with more of them a search is as cheap
_LONG = 4  # characters from which a literal is rare enough
_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)
_ANYWHERE = ("",)  # in every text
Literals = frozenset[str]


class Pattern:
    """The methods of `re.Pattern` that rules use."""

    __slots__ = ("_needs", "_rule", "pattern")

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self._rule: re.Pattern[str] | None = None
        self._needs: tuple[str, ...] = _ANYWHERE

    def __repr__(self) -> str:
        return f"Pattern({self.pattern!r})"

    @property
    def compiled(self) -> re.Pattern[str]:
        if self._rule is None:
            self._needs = needs(self.pattern)
            self._rule = re.compile(self.pattern)
        return self._rule

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        rule = self._rule or self.compiled
        for literal in self._needs:
            if text.find(literal, start, end) >= 0 if start else literal in text:
                return rule.search(text, start, end)
        return None

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        rule = self._rule or self.compiled
        for literal in self._needs:
            if text.find(literal, start, end) >= 0 if start else literal in text:
                return rule.finditer(text, start, end)
        return iter(())

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return (self._rule or self.compiled).match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return (self._rule or self.compiled).fullmatch(text, start, end)

    def findall(self, text: str) -> list[Any]:
        return (self._rule or self.compiled).findall(text)

    def sub(self, by: str, text: str) -> str:
        return (self._rule or self.compiled).sub(by, text)


def needs(pattern: str) -> tuple[str, ...]:
    """Literals of which every match of a pattern contains one; the empty one if none are known."""
    tree = _parser.parse(pattern)
    found = None if tree.state.flags & re.IGNORECASE else _of_sequence(tree)
    return _shortest(found) if found and len(found) <= _MOST else _ANYWHERE


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> Literals | None:
    """Those of the part of a sequence that is met most seldom; literals side by side are joined."""
    best: Literals | None = None
    run = ""
    for kind, value in items:
        if kind is _constants.LITERAL:
            run += chr(value)
            continue
        best = _rarer(best, frozenset({run}) if run else None)
        best, run = _rarer(best, _of_part(kind, value)), ""
    return _rarer(best, frozenset({run}) if run else None)


def _of_part(kind: Any, value: Any) -> Literals | None:
    if kind is _constants.IN and all(what is _constants.LITERAL for what, _ in value):
        return frozenset(chr(code) for _, code in value)
    if kind is _constants.SUBPATTERN:
        _, added_flags, _, items = value
        return None if added_flags & re.IGNORECASE else _of_sequence(items)
    if kind is _constants.ATOMIC_GROUP:
        return _of_sequence(value)
    if kind in _REPEATS:
        least, _, items = value
        return _of_sequence(items) if least else None
    if kind is _constants.BRANCH:
        branches = [_of_sequence(items) for items in value[1]]
        known = [branch for branch in branches if branch]
        return frozenset().union(*known) if len(known) == len(branches) else None
    return None


def _rarer(one: Literals | None, other: Literals | None) -> Literals | None:
    """The set that fewer texts contain: longer literals, then fewer of them."""
    if not one or not other:
        return one or other
    return max(one, other, key=lambda those: (min(_LONG, *map(len, those)), -len(those)))


def _shortest(literals: Literals) -> tuple[str, ...]:
    """Without those that contain another one."""
    return tuple(
        sorted(
            one for one in literals if not any(other in one for other in literals if other != one)
        )
    )
