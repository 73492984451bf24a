"""Literals without which a pattern cannot match, and which of them stand in a text.

A pattern's needs are read off its own parse tree (in the manner of RE2's Prefilter): nobody has to
write or keep them. Those of all patterns in use are looked for in one pass over a text (Aho and
Corasick 1975), so that whether a pattern may match there costs the look into a set.
`tests/parsing/test_patterns.py` proves that needs never cost a match.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, reduce
from itertools import product
from operator import itemgetter, or_
from re import _constants, _parser  # type: ignore[attr-defined]  # the only parser of patterns
from typing import Any

import ahocorasick

_MOST = 400  # literals of which one is needed: with more of them one stands in every text
_JOINED = 16  # ways in which neighbours are joined
_SHORT = 3  # characters that a literal of plain letters has at least
_COMMON = frozenset(("the", "and", "for", "that", "with", "was", "has", "had"))  # of most sentences
_LONG = 6  # characters from which a literal is rare enough
_ASIDE = (_constants.AT, _constants.ASSERT, _constants.ASSERT_NOT)  # match no characters
_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)
_NOTHING = frozenset(("",))
Literals = frozenset[str]
Items = Iterable[tuple[Any, Any]]


@cache
def needs(pattern: str) -> tuple[Literals, ...]:
    """Sets of literals in small letters; every match of the pattern contains one of each, whatever
    capitals it has. The rarest set comes first."""
    found = _of_sequence(_parser.parse(pattern))
    return tuple(sorted({_shortest(one) for one in found}, key=_rarity))


def _of_sequence(items: Items) -> list[Literals]:
    """Those of its parts; what parts side by side match literally is joined."""
    found: list[Literals] = []
    run = _NOTHING
    for kind, value in items:
        matched = _matched(kind, value)
        if kind is _constants.ASSERT:  # stands in the text too, but under what comes next
            found.extend(_of_sequence(value[1]))
        if matched and len(run) * len(matched) <= _JOINED:
            run = frozenset(map("".join, product(run, matched)))
            continue
        found.append(run)
        run = matched or _NOTHING
        if not matched:
            found.extend(_of_part(kind, value))
    return [one for one in (*found, run) if _tells(one)]


def _matched(kind: Any, value: Any) -> Literals | None:
    """All strings that a part matches, if they are few, in small letters."""
    if kind is _constants.LITERAL:
        return frozenset((chr(value).lower(),))
    if kind in _ASIDE:
        return _NOTHING
    if kind is _constants.IN and all(what is _constants.LITERAL for what, _ in value):
        return frozenset(chr(code).lower() for _, code in value)
    if kind is _constants.BRANCH:
        return _few(_all_matched(items) for items in value[1])
    if kind in _REPEATS and value[:2] == (0, 1):
        return _few((_NOTHING, _all_matched(value[2])))
    return _all_matched(_inside(kind, value))


def _all_matched(items: Items | None) -> Literals | None:
    """All strings that a sequence matches, if they are few."""
    matched: Literals | None = None if items is None else _NOTHING
    for kind, value in items or ():
        part = _matched(kind, value) if matched else None
        if matched is None or part is None or len(matched) * len(part) > _JOINED:
            return None
        matched = frozenset(map("".join, product(matched, part)))
    return matched


def _few(matched: Iterable[Literals | None]) -> Literals | None:
    known: set[str] = set()
    for one in matched:
        known.update(one or ())
        if not one or len(known) > _MOST:
            return None
    return frozenset(known)


def _inside(kind: Any, value: Any) -> Items | None:
    """What stands in a group."""
    if kind is _constants.SUBPATTERN:
        inside: Items = value[3]
        return inside
    return value if kind is _constants.ATOMIC_GROUP else None


def _of_part(kind: Any, value: Any) -> list[Literals]:
    if kind is _constants.BRANCH:
        branches = [min(_of_sequence(items), key=_rarity, default=_NOTHING) for items in value[1]]
        return [frozenset().union(*branches)]
    if kind in _REPEATS:
        return _of_sequence(value[2]) if value[0] else []
    return _of_sequence(_inside(kind, value) or ())


def _tells(literals: Literals) -> bool:
    """Whether there are many texts without them: they are few, and signs or of some length."""
    return len(literals) <= _MOST and all(
        len(one) >= _SHORT or '"' in one or (one and not one.isascii()) for one in literals
    )


def _rarity(literals: Literals) -> tuple[int, int, list[str]]:
    """The set that fewer texts contain comes first: longer literals, then fewer of them."""
    return -min(_LONG, *map(_length, literals)), len(literals), sorted(literals)


def _length(literal: str) -> int:
    """How long the words in it are; small words tell nothing."""
    words = literal.strip(" ,")
    return 0 if words in _COMMON else len(words)


def _shortest(literals: Literals) -> Literals:
    """Without those that contain another one."""
    return frozenset(
        one for one in literals if not any(other in one for other in literals if other != one)
    )


class Scanner:
    """Which sets of literals a text has none of, each told by a bit."""

    def __init__(self, sets: Mapping[Literals, int]) -> None:
        self.size = len(sets)
        self._all = (1 << self.size) - 1
        self._automaton = ahocorasick.Automaton()
        of_literal: dict[str, int] = {}
        for literals, bit in sets.items():
            for literal in literals:
                of_literal[literal] = of_literal.get(literal, 0) | bit
        for literal, bits in of_literal.items():
            self._automaton.add_word(literal, bits)
        self._automaton.make_automaton()

    def lacking(self, text: str) -> int:
        if not self.size:
            return 0
        return self._all & ~reduce(or_, map(_BITS, self._automaton.iter(text)), 0)


_BITS = itemgetter(1)
