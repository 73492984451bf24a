"""A pattern that is compiled when it is first used, and searched only where it may match.

Most rules find nothing in most sentences. So the texts of tapes are scanned once for literals that
every match of a pattern contains (literals.py), and with that it is known which patterns may match
there: any other gives no match without being searched. A table of rules (`Rules`) gives those
that may match. Compiling late spares a process that reads three articles the second that compiling
all rules takes.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_
from typing import Any, Generic, TypeVar

from extractors.parsing.literals import Literals, Scanner, needs

_TEXTS = 2048  # of which is kept what they lack


class Pattern:
    """The methods of `re.Pattern` that rules use."""

    __slots__ = ("_rule", "pattern", "wanted")

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.wanted = 0  # one bit for each of its needs, once it is in use
        self._rule: re.Pattern[str] | None = None

    def __repr__(self) -> str:
        return f"Pattern({self.pattern!r})"

    @property
    def compiled(self) -> re.Pattern[str]:
        if self._rule is None:
            self._rule = re.compile(self.pattern)
        return self._rule

    def lacks(self, text: str) -> bool:
        """Whether a text lacks something without which nothing matches. Not asked of one that was
        not scanned, unless that spares compiling the pattern."""
        if self.wanted & _lacking.get(text, 0):
            return True
        return self._rule is None and self._lacks_literals(text)

    def _lacks_literals(self, text: str) -> bool:
        wanted, small = needs(self.pattern), text.lower()
        self.wanted = _bits(wanted)
        return any(not any(literal in small for literal in literals) for literals in wanted)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        if self.lacks(text):
            return None
        return (self._rule or self.compiled).search(text, start, end)

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        if self.lacks(text):
            return iter(())
        return (self._rule or self.compiled).finditer(text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        if self.lacks(text):
            return None
        return (self._rule or self.compiled).match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return (self._rule or self.compiled).fullmatch(text, start, end)

    def findall(self, text: str) -> list[Any]:
        if self.lacks(text):
            return []
        return (self._rule or self.compiled).findall(text)

    def sub(self, by: str, text: str) -> str:
        return (self._rule or self.compiled).sub(by, text)


_sets: dict[Literals, int] = {}  # that patterns in use need, each with its bit; it only grows
_scanner = Scanner(_sets)  # for those that were in use when a text was last scanned
_lacking: dict[str, int] = {}  # the bits of those that a scanned text has none of


def _bits(wanted: Iterable[Literals]) -> int:
    return reduce(or_, (_sets.setdefault(one, 1 << len(_sets)) for one in wanted), 0)


def scan(*texts: str) -> None:
    """Look for the literals of all patterns, ahead of many searches in a text, or in texts that
    differ in their capitals only."""
    global _scanner
    if _scanner.size < len(_sets):
        _scanner = Scanner(_sets)
    if len(_lacking) >= _TEXTS:
        _lacking.clear()
    _lacking.update(dict.fromkeys(texts, _scanner.lacking(texts[0].lower())))


Rule = TypeVar("Rule")


class Rules(Generic[Rule]):
    """A table of rules that are tried one after another: patterns, or tuples with one in them."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple((_words(rule), rule) for rule in rules)

    def __iter__(self) -> Iterator[Rule]:
        return (rule for _, rule in self._rules)

    def live(self, text: str) -> list[Rule]:
        """Those that may match in a text, in their order; of one that was not scanned, all."""
        lacking = _lacking.get(text, 0)
        return [rule for words, rule in self._rules if not words.wanted & lacking]


def _words(rule: object) -> Pattern:
    parts = rule if isinstance(rule, tuple) else (rule,)
    return next(part for part in parts if isinstance(part, Pattern))


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
