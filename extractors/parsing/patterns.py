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
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from extractors.parsing.literals import Literals, Scanner, needs

_TEXTS = 2048  # of which is kept what was seen in them


class Pattern:
    """The methods of `re.Pattern` that rules use."""

    __slots__ = ("_needs", "_rule", "pattern", "since")

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self._rule: re.Pattern[str] | None = None
        self._needs: tuple[Literals, ...] | None = None
        self.since = sys.maxsize  # with so many patterns in use its literals are looked for

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
            if self._needs:
                _in_use.append(self)
                self.since = len(_in_use)
        return self._needs

    def lacks(self, text: str) -> bool:
        """Whether a text lacks something without which nothing matches. Not asked of one that was
        not scanned, unless that spares compiling the pattern."""
        wanted = self._needs or self.needs
        seen = _sight.seen.get(text)
        if seen is None or _sight.size < self.since:
            return self._rule is None and _lacks_one(text, wanted)
        if self not in seen.live:
            return True
        for literals in wanted:  # noqa: SIM110  # quicker than any()
            if literals.isdisjoint(seen.literals):
                return True
        return False

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
        return (self._rule or self.compiled).findall(text)

    def sub(self, by: str, text: str) -> str:
        return (self._rule or self.compiled).sub(by, text)


class Seen(NamedTuple):
    """What a scan found in a text: literals, and the patterns that have one of their rarest."""

    literals: Literals
    live: frozenset[Pattern]


class _Sight:
    """What is seen in texts by the literals of the patterns that are in use so far."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self.size = len(patterns)
        self.seen: dict[str, Seen] = {}
        self._awaken: dict[str, list[Pattern]] = {}
        for pattern in patterns:
            for literal in pattern.needs[0]:
                self._awaken.setdefault(literal, []).append(pattern)
        self._scanner = Scanner({one for it in patterns for group in it.needs for one in group})

    def scan(self, *texts: str) -> None:
        if len(self.seen) >= _TEXTS:
            self.seen.clear()
        found = self._scanner.find(texts[0].lower())
        awaken = self._awaken
        live = frozenset().union(*[awaken[one] for one in found if one in awaken])
        self.seen.update(dict.fromkeys(texts, Seen(found, live)))


_in_use: list[Pattern] = []  # it only grows
_sight = _Sight(())  # by those that were in use when a text was last scanned


def scan(*texts: str) -> None:
    """Look for the literals of all patterns, ahead of many searches in a text, or in texts that
    differ in their capitals only."""
    global _sight
    if _sight.size < len(_in_use):
        _sight = _Sight(tuple(_in_use))
    _sight.scan(*texts)


Rule = TypeVar("Rule")


class Rules(Generic[Rule]):
    """A table of rules that are tried one after another: patterns, or tuples with one in them."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple((_words(rule), rule) for rule in rules)

    def __iter__(self) -> Iterator[Rule]:
        return (rule for _, rule in self._rules)

    def live(self, text: str) -> list[Rule]:
        """Those that may match in a text, in their order; of one that was not scanned, all."""
        seen = _sight.seen.get(text)
        if seen is None:
            return [rule for _, rule in self._rules]
        live, size = seen.live, _sight.size
        return [rule for words, rule in self._rules if words in live or words.since > size]


def _words(rule: object) -> Pattern:
    parts = rule if isinstance(rule, tuple) else (rule,)
    return next(part for part in parts if isinstance(part, Pattern))


def _lacks_one(text: str, wanted: tuple[Literals, ...]) -> bool:
    small = text.lower()
    return any(not any(literal in small for literal in literals) for literals in wanted)


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
