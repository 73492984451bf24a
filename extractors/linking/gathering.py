"""An event in the making: the facts that were found to speak of it, and what they say together."""

from __future__ import annotations

from datetime import date, timedelta

from extractors.linking.agreeing import WIDE, evidence, kept_apart
from extractors.linking.link import Basis
from extractors.linking.linkable import Linkable
from extractors.linking.manners import HAPPENED, is_spell


class Gathering:
    """Facts of one event with the basis of each. A fact joins if nothing keeps it from any of them.

    Facts that say the same are held once as a profile, so that an event told a thousand times
    costs no more to compare with than one told in ten ways.
    """

    def __init__(self, first: Linkable) -> None:
        self.members: list[tuple[Linkable, Basis, str | None]] = []
        self._profiles: dict[tuple[object, ...], Linkable] = {}
        self.first_told: date | None = None
        self.last_told: date | None = None
        self.part_of: Gathering | None = None
        self.start, self.end = first.start, first.end
        self.first = first
        self.add(first, Basis.ALONE, None)

    def add(self, fact: Linkable, basis: Basis, beside: str | None) -> None:
        """Take a fact in, by a rule that held it against the fact `beside`."""
        self.members.append((fact, basis, beside))
        self._profiles.setdefault(_profile(fact), fact)
        if fact.told_on:
            self.first_told = min(self.first_told or fact.told_on, fact.told_on)
            self.last_told = max(self.last_told or fact.told_on, fact.told_on)

    @property
    def profiles(self) -> tuple[Linkable, ...]:
        """One fact for each way in which the event is told."""
        return tuple(self._profiles.values())

    @property
    def places(self) -> frozenset[str | None]:
        """Where its facts say that it is."""
        return frozenset(it.place for it in self.profiles)

    @property
    def has_day(self) -> bool:
        return self.start is not None and self.end is not None

    def takes(self, fact: Linkable, *, same_day: bool = False, share: float = WIDE) -> bool:
        """Whether nothing that the event's facts say keeps this one apart."""
        return not any(
            kept_apart(fact, it, same_day=same_day, share=share) for it in self._profiles.values()
        )

    def match(self, fact: Linkable) -> tuple[Basis, str] | None:
        """The strongest evidence that the fact is of this event, and the fact that gives it."""
        found = [
            (basis, it.fact_id)
            for it in self._profiles.values()
            if (basis := evidence(fact, it)) is not None
        ]
        return min(found, key=lambda match: STRENGTH[match[0]], default=None)

    @property
    def is_period(self) -> bool:
        """Whether its days are only those within which it happened: a month, a week."""
        return self.has_day and not is_spell(self.first)

    @property
    def happened(self) -> bool:
        """Whether somebody says that it took place, and not only that it will or shall."""
        return any(fact.status in HAPPENED for fact, _, _ in self.members)

    def counts_with(self, fact: Linkable) -> bool:
        """Whether one of its facts counts what this fact counts."""
        return any(it.figures.keys() & fact.figures.keys() for it in self.profiles)

    def shares_little(self, fact: Linkable) -> bool:
        """Whether no two numbers, nor a great one, are the same in the fact and one of these."""
        return not any(
            len(common := it.figures.keys() & fact.figures.keys()) > 1
            or any((it.figures[side].number or 0) >= _GREAT for side in common)
            for it in self.profiles
            if evidence(fact, it) is Basis.SAME_FIGURES
        )

    def lies_between(self, first: date, last: date) -> bool:
        """Whether the event touches these days."""
        return bool(self.start and self.end and self.start <= last and self.end >= first)

    def unlikeness(self, fact: Linkable) -> tuple[int, int]:
        """The smaller, the more the fact says the same; among equals the greater event."""
        match = self.match(fact)
        numbers = [figure.number or 0 for figure in self.first.figures.values()]
        return (STRENGTH[match[0]] if match else len(STRENGTH), -sum(numbers))

    def told_within(self, fact: Linkable, days: int) -> bool:
        """Whether the fact was told at most so many days before or after others."""
        if fact.told_on is None or self.first_told is None or self.last_told is None:
            return True
        reach = timedelta(days=days)
        return self.first_told - reach <= fact.told_on <= self.last_told + reach


_GREAT = 20  # people: a number that is seldom the same by chance

#: Which evidence outweighs which: the smaller number.
STRENGTH = {
    Basis.SAME_FORMULA: 0,
    Basis.SAME_ROUND: 1,
    Basis.SAME_FIGURES: 2,
    Basis.SAME_TERMS: 3,
    Basis.ONLY_ONE_THEN: 4,
}


def _profile(fact: Linkable) -> tuple[object, ...]:
    return (
        *(fact.parties, fact.start, fact.end, fact.month_day, fact.ordinal, fact.place),
        *(fact.country, fact.formula, fact.names),
        *(frozenset(fact.figures.items()), frozenset(fact.terms.items())),
    )
