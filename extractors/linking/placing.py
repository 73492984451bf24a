"""The facts of one block put together to events, step by step: the surest first.

1. What takes several days opens an event of those days, 2. what has a day joins the event of that
day or opens one, 3. a day without its year joins the one event of that day, 4. a month or a week
joins the one event in it, 5. what has no day joins the event that its number, formula or terms
name, or the only one that its article can mean, or what else has no day. Each step goes through
its facts in an order that their contents give: in which order they came does not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from extractors.linking.agreeing import CLOSE, DEAL
from extractors.linking.gathering import STRENGTH, Gathering
from extractors.linking.link import Basis
from extractors.linking.linkable import Linkable
from extractors.linking.manners import (
    FUTURE,
    HAPPENED,
    MANNERS,
    PAST,
    PLAIN,
    STAGED_DAYS,
    is_spell,
)
from extractors.linking.shelf import Shelf

_DEAL_DAYS = 3  # within which two reports of a deal without a day mean the same deal
_FEW_DAYS = 7  # within which the same few people, counted of one side, mean the same event
_NAMING_DAYS = 62  # a period longer than this names no event by itself


class Placed(NamedTuple):
    """The events of a block, and why the other facts belong to none."""

    events: list[Gathering]
    nowhere: dict[str, Basis]


def place(facts: Iterable[Linkable]) -> Placed:
    """Put the facts of one block together to events."""
    ordered = sorted(facts, key=_order)
    if not ordered:
        return Placed([], {})
    placing = _Placing(ordered[0].kind)
    for belongs, step in placing.steps():
        for fact in [it for it in ordered if belongs(it)]:
            step(fact)
        ordered = [it for it in ordered if not belongs(it)]
    return Placed(placing.shelf.events, placing.nowhere)


def _order(fact: Linkable) -> tuple[object, ...]:
    """By day, then as told; of one day the fullest first. The rest makes the order whole."""
    late = date.max
    return (
        fact.start or late,
        -(fact.width or 0),
        (fact.told_on or late) if fact.start is None else late,
        -fact.fullness,
        fact.told_on or late,
        fact.article_id,
        fact.fact_id,
    )


class _Placing:
    def __init__(self, kind: str) -> None:
        self.manner = MANNERS[kind]
        self.shelf = Shelf(self.manner.slack)
        self.nowhere: dict[str, Basis] = {}

    def steps(self) -> Sequence[tuple[Callable[[Linkable], bool], Callable[[Linkable], None]]]:
        """Which facts each step is for, of those that the steps before it left."""
        return (
            (lambda fact: is_spell(fact) and fact.day is None, self._place_day),
            (lambda fact: fact.day is not None, self._place_day),
            (lambda fact: fact.month_day is not None, self._place_month_day),
            (lambda fact: fact.width is not None and fact.width <= STAGED_DAYS, self._place_period),
            (lambda fact: fact.width is not None, self._place_period),
            (lambda fact: fact.is_distinct and fact.told_on is not None, self._place_undated),
            (lambda fact: fact.told_on is not None, self._place_undated),
            (lambda fact: fact.is_distinct, self._place_undated),
            (lambda _: True, self._place_undated),
        )

    def _place_day(self, fact: Linkable) -> None:
        """Join an event that holds the day; of several the one that the fact is most like."""
        fits = [it for it in self.shelf.on_days_of(fact) if it.takes(fact, same_day=True)]
        if not fits:
            self.shelf.put(Gathering(fact))
            return
        event = min(fits, key=lambda it: (it.start != fact.start, it.unlikeness(fact)))
        event.add(fact, self._day_basis(event, fact), event.first.fact_id)

    def _day_basis(self, event: Gathering, fact: Linkable) -> Basis:
        if event.start != fact.start:
            return Basis.SAME_SPELL
        here = fact.place is not None and fact.place in event.places
        dated = self.manner.same_day
        return Basis.SAME_DAY_AND_PLACE if here and dated is Basis.SAME_DAY else dated

    def _place_month_day(self, fact: Linkable) -> None:
        """A day or month whose year is open: the one event then, whatever its year."""
        said = fact.month_day or ""
        fits = [it for it in self.shelf.events_on(said) if it.takes(fact, same_day=True)]
        is_day = len(said) > len("05")
        if fits:
            self._join_only(fact, fits, self.manner.same_day if is_day else Basis.ONLY_ONE_THEN)
        elif not is_day:
            self.nowhere[fact.fact_id] = Basis.TOO_VAGUE
        else:
            self.shelf.put(Gathering(fact))

    def _place_period(self, fact: Linkable) -> None:
        """A month, a week or some days: the event in it that the fact names, or the only one.
        Where none is known it is an event of its own.
        """
        fits = [it for it in self.shelf.within(fact) if it.takes(fact)]
        named = [it for it in fits if it.match(fact)]
        alike = [it for it in fits if (it.start, it.end) == (fact.start, fact.end)]
        names_one = (fact.width or 0) < _NAMING_DAYS
        if named or alike:
            self._join_named(fact, named or alike)
        elif fits and names_one and self.manner.vague_periods:
            fits = [it for it in fits if it.takes(fact, share=CLOSE)]
            self._join_only(fact, fits, Basis.ONLY_ONE_THEN)
        elif fact.is_distinct or (names_one and not fits):
            self.shelf.put(Gathering(fact))
        else:
            self.nowhere[fact.fact_id] = _why_not(fits)

    def _place_undated(self, fact: Linkable) -> None:
        reach = self._in_reach(fact)
        named = [it for it in reach if self._is_named(it, fact) and it.takes(fact)]
        if named:
            self._join_named(fact, named)
            return
        close = _not_after([it for it in reach if self._is_close(it, fact)], fact)
        dayless = [it for it in reach if not it.has_day]
        if close:
            rivals = [it for it in dayless if self.manner.nameless and it.takes(fact)]
            self._join_only(fact, [*close, *rivals], Basis.ONLY_ONE_OPEN)
        else:
            self._place_left(fact, dayless)

    def _is_named(self, event: Gathering, fact: Linkable) -> bool:
        """Whether the fact has the event's number, formula or terms. Three people of one side are
        many an event's: that will do within days only.
        """
        match = event.match(fact)
        if match is None or match[0] is not Basis.SAME_FIGURES or not event.has_day:
            return match is not None
        told = _window(fact, _FEW_DAYS, _FEW_DAYS)
        return not event.shares_little(fact) or fact.told_on is None or event.lies_between(*told)

    def _in_reach(self, fact: Linkable) -> list[Gathering]:
        """The events that the fact can mean by when it was told."""
        manner = self.manner
        back = manner.near if fact.status == "agreed" else manner.back  # a deal lies ahead
        first, last = _window(fact, back, fact.days_left or manner.ahead)
        reach = self.shelf.between(first, last, fact, manner.gap)
        if manner.by_telling:
            reach = [it for it in reach if it.told_within(fact, manner.gap)]
        return reach

    def _is_close(self, event: Gathering, fact: Linkable) -> bool:
        """Whether an article that names nothing can mean the event by its own day."""
        if fact.told_on is None or event.is_period:
            return False
        if fact.status not in PLAIN and not self.manner.nameless:
            return False
        first, last = _window(fact, self.manner.near, self.manner.near)
        if fact.status in FUTURE and not self.manner.nameless:
            first += timedelta(days=1)  # "a further meeting is planned" is not the one of today
        if not event.lies_between(first, last):
            return False
        if fact.status in HAPPENED and not event.happened and event.start != event.end:
            return False  # what is only planned, and for no day, is not what happened
        if fact.counts_people and not event.counts_with(fact):
            return False  # with numbers of its own it is the event of other numbers
        return event.takes(fact, share=CLOSE)

    def _place_left(self, fact: Linkable, dayless: Sequence[Gathering]) -> None:
        """The deal or offer that others told of at the time; else the first to tell of it."""
        deals = [it for it in dayless if self._is_deal_of(it, fact)]
        if deals:
            basis = Basis.SAME_TERMS if self.manner.nameless else Basis.SAME_AGREEMENT
            self._join_only(fact, deals, basis)
        elif fact.is_distinct or self.manner.nameless or _is_meeting_told(fact):
            self.shelf.put(Gathering(fact))
        else:
            self.nowhere[fact.fact_id] = Basis.TOO_VAGUE

    def _is_deal_of(self, event: Gathering, fact: Linkable) -> bool:
        if not event.takes(fact, share=DEAL) or fact.told_on is None:
            return False
        if self.manner.nameless:
            return True
        first = event.first
        open_yet = first.status not in PAST and fact.status not in PAST
        common = first.figures.keys() & fact.figures.keys()
        same_place = fact.kind == "talks" and fact.place is not None and fact.place == first.place
        return event.told_within(fact, _DEAL_DAYS) and (bool(common and open_yet) or same_place)

    def _join_named(self, fact: Linkable, events: Sequence[Gathering]) -> None:
        """Join by the strongest evidence; of several so named the one told of at the time."""
        likely = _likely(fact, events)
        matches = [(it, it.match(fact) or (Basis.ONLY_ONE_THEN, it.first.fact_id)) for it in likely]
        best = min(STRENGTH[basis] for _, (basis, _) in matches)
        strongest = [match for match in matches if STRENGTH[match[1][0]] == best]
        if len(strongest) > 1 and fact.told_on:
            window = _window(fact, self.manner.near, self.manner.near)
            strongest = [it for it in strongest if it[0].lies_between(*window)]
        if len(strongest) == 1:
            event, (basis, beside) = strongest[0]
            event.add(fact, basis, beside)
        else:
            self.nowhere[fact.fact_id] = Basis.SEVERAL_FIT

    def _join_only(self, fact: Linkable, events: Sequence[Gathering], basis: Basis) -> None:
        likely = _likely(fact, events)
        if len(likely) == 1:
            likely[0].add(fact, basis, likely[0].first.fact_id)
        else:
            self.nowhere[fact.fact_id] = Basis.SEVERAL_FIT


def _not_after(events: list[Gathering], fact: Linkable) -> list[Gathering]:
    """For what took place, those that had begun when it was told, where there are some."""
    if fact.told_on is None or fact.status not in HAPPENED:
        return events
    return [it for it in events if it.start and it.start <= fact.told_on] or events


def _why_not(fits: Sequence[Gathering]) -> Basis:
    return Basis.SEVERAL_FIT if len(fits) > 1 else Basis.TOO_VAGUE


def _is_meeting_told(fact: Linkable) -> bool:
    """Whether it is of a meeting with place and time of report, which will do to know it again."""
    return fact.kind == "talks" and fact.place is not None and fact.told_on is not None


def _likely(fact: Linkable, events: Sequence[Gathering]) -> list[Gathering]:
    """Those that took place, for what took place; those of the same place, where there are some."""
    happened = [it for it in events if fact.status in HAPPENED and it.happened] or list(events)
    here = [
        it for it in happened if fact.place and fact.place in {one.place for one in it.profiles}
    ]
    return here or happened


def _window(fact: Linkable, back: int, ahead: int) -> tuple[date, date]:
    """Between which days the thing lies, by when and as what it was told."""
    told = fact.told_on
    if told is None:
        return date.min, date.max
    first = told if fact.status in FUTURE else told - timedelta(days=back)
    last = told if fact.status in PAST else told + timedelta(days=ahead)
    return first, last + timedelta(days=fact.told_days)  # one more: the other side of the date line
