"""Which two sides an article is about: those that its sentences put beside each other most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import partial
from itertools import combinations
from typing import NamedTuple

from extractors.parsing.line import Line, Side
from extractors.parsing.patterns import Pattern

Pair = frozenset[str]
_BEHIND = re.compile(
    r"\b(?:(?:war|invasion|offensive|aggression|fighting|attack|assault)s? (?:in|of|on|against)"
    r"|help(?:s|ed|ing)|support(?:s|ed|ing)|donat\w+ to|critici[sz]ing) (?:the )?\Z"
)
_AT_WAR = 3  # how much more likely sides of a known war are meant than other pairs
_LEAD = 2  # how much more the first sentence says
_ABOUT = 3  # how much more a sentence says that speaks of the matter


class Facing(NamedTuple):
    """Whom a sentence names, and whom it puts beside whom, how strongly."""

    line: Line
    sides: tuple[Side, ...]
    pairs: tuple[tuple[Pair, int], ...]


class Opponents:
    """The article's sides and how its sentences pair them, read once and asked often."""

    def __init__(self, lines: Sequence[Line], wars: Collection[Pair]) -> None:
        self._first: dict[str, Side] = {}
        self._facing = tuple(self._read(lines))
        self._wars = [foes for foes in wars if foes <= self._first.keys()]

    def _read(self, lines: Sequence[Line]) -> Iterator[Facing]:
        behind = _only_behind(lines)
        for line in lines:
            sides = tuple(side for side in line.sides if side.actor not in behind)
            for side in sides:
                self._first.setdefault(side.actor, side)
            beside = [
                (frozenset((one.actor, other.actor)), 2)
                for one, other in line.pairs
                if one.actor in self._first and other.actor in self._first
            ]
            named = [
                (frozenset((one.actor, other.actor)), 1) for one, other in combinations(sides, 2)
            ]
            yield Facing(line, sides, (*beside, *named))

    def pair(self, about: Pattern | None = None) -> tuple[Side, Side] | None:
        """The two sides, the one named first first.

        Sentences that speak `about` something weigh three times, sides of a known war three times
        too. Where no sentence names two, the two named most often; third parties do not count.
        Two whom no sentence `about` it names together yield to the sides of a war of one of them.
        """
        weights: Counter[Pair] = Counter()
        named: Counter[str] = Counter()
        together: set[Pair] = set()
        for line, sides, pairs in self._facing:
            weight = _ABOUT if about and about.search(line.text) else 1
            weight *= _LEAD if line.sentence.rank == 0 else 1
            named.update({side.actor: weight for side in sides})
            for pair, times in pairs:
                weights[pair] += times * weight
            if weight >= _ABOUT:
                together.update(pair for pair, _ in pairs)
        for foes in self._wars:
            if foes <= named.keys():
                weights[foes] = _AT_WAR * (weights[foes] + min(named[actor] for actor in foes))
        if weights:
            likely = partial(self._likelihood, weights)
            actors = max(weights, key=likely)
            foes_of_one = [foes for foes in self._wars if foes in weights and foes & actors]
            if about and actors not in together and foes_of_one:
                actors = max(foes_of_one, key=likely)
        else:
            actors = frozenset(actor for actor, _ in named.most_common(2))
        found = sorted((self._first[actor] for actor in actors), key=lambda side: side.span)
        return (found[0], found[1]) if len(found) > 1 else None

    def _likelihood(self, weights: Counter[Pair], pair: Pair) -> tuple[int, list[int]]:
        return weights[pair], self._earliness(pair)

    def _earliness(self, pair: Pair) -> list[int]:
        return sorted(-self._first[actor].span.start for actor in pair)


def _only_behind(lines: Sequence[Line]) -> frozenset[str]:
    """Actors that are named only for the war behind the news, where others remain: Ukraine
    in "Russia's invasion of Ukraine" and "a charity that helps Ukraine"."""
    front: set[str] = set()
    behind: set[str] = set()
    for line in lines:
        for place, side in line.actors:
            before = line.text[max(0, place - 30) : place]
            (behind if _BEHIND.search(before) else front).add(side.actor)
    states = {actor for actor in front if actor.isupper()}
    return frozenset(behind - front) if len(states) > 2 else frozenset()
