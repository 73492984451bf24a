"""A pattern that is compiled when it is first used, and searched only where it may match.

Most rules find nothing in most sentences: literals that every match contains are looked for first,
in all texts of tapes at once (literals.py). Compiling late spares a process that reads three
articles the second that compiling all rules takes.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Any

from extractors.parsing.literals import Literals, Scanner, needs

_looked_for: set[str] = set()  # by the patterns in use; it only grows
_scanner = Scanner(())  # for those that were in use when a text was last scanned


def scan(text: str) -> None:
    """Look for the literals of all patterns, ahead of many searches in a text."""
    global _scanner
    if _scanner.size < len(_looked_for):
        _scanner = Scanner(tuple(_looked_for))
    _scanner.scan(text)


class Pattern:
    """The methods of `re.Pattern` that rules use."""

    __slots__ = ("_needs", "_rule", "_since", "pattern")

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self._rule: re.Pattern[str] | None = None
        self._needs: tuple[Literals, ...] | None = None
        self._since = 0  # a scanner of so many literals looks for those of this pattern too

    def __repr__(self) -> str:
        return f"Pattern({self.pattern!r})"

    @property
    def compiled(self) -> re.Pattern[str]:
        if self._rule is None:
            self._rule = re.compile(self.pattern)
        return self._rule

    @property
    def needs(self) -> tuple[Literals, ...]:
        """Sets of literals; a text in which it matches has one of each."""
        if self._needs is None:
            self._needs = needs(self.pattern)
            _looked_for.update(*self._needs)
            self._since = len(_looked_for)
        return self._needs

    def _lacks(self, text: str) -> bool:
        """Whether a text lacks something without which nothing matches. Not asked of one that was
        not scanned, unless that spares compiling the pattern."""
        wanted = self._needs or self.needs
        scanner = _scanner
        found = scanner.found.get(text)
        if found is None or scanner.size < self._since:
            return self._rule is None and _lacks_one(text, wanted)
        for literals in wanted:  # noqa: SIM110  # quicker than any()
            if literals.isdisjoint(found):
                return True
        return False

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        if self._lacks(text):
            return None
        return (self._rule or self.compiled).search(text, start, end)

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        if self._lacks(text):
            return iter(())
        return (self._rule or self.compiled).finditer(text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        if self._lacks(text):
            return None
        return (self._rule or self.compiled).match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return (self._rule or self.compiled).fullmatch(text, start, end)

    def findall(self, text: str) -> list[Any]:
        return (self._rule or self.compiled).findall(text)

    def sub(self, by: str, text: str) -> str:
        return (self._rule or self.compiled).sub(by, text)


def _lacks_one(text: str, wanted: tuple[Literals, ...]) -> bool:
    return any(not any(literal in text for literal in literals) for literals in wanted)


def by_initial(words: str) -> str:
    """Many alternatives grouped by their first letter: the same matches, found several times as
    fast. Each must begin with a letter."""
    groups: dict[str, list[str]] = {}
    for word in _alternatives(words):
        if not word[0].isalpha():
            raise ValueError(f"{word!r} does not begin with a letter: keep it out of the group")
        groups.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in groups.items())


def _alternatives(words: str) -> Iterator[str]:
    depth, start = 0, 0
    for place, sign in enumerate(words):
        depth += (sign in "([") - (sign in ")]")
        if sign == "|" and not depth:
            yield words[start:place]
            start = place + 1
    yield words[start:]
