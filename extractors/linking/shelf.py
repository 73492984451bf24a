"""The events of a block, to be found by day, by month and by when they were told of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from extractors.linking.gathering import Gathering
from extractors.linking.linkable import Linkable

_FEW_DAYS = 62  # an event of more days is found by its months only


class Shelf:
    """All events so far; each lies where look-ups of a few days or months find it."""

    def __init__(self, slack: int) -> None:
        self.events: list[Gathering] = []
        self._slack = slack
        self._by_day: dict[date, list[Gathering]] = {}
        self._by_month: dict[tuple[int, int], list[Gathering]] = {}
        self._by_month_day: dict[str, list[Gathering]] = {}
        self._dayless: list[Gathering] = []

    def put(self, event: Gathering) -> None:
        """Take in an event that was just opened."""
        self.events.append(event)
        start, end = event.start, event.end
        if start is None or end is None:
            self._dayless.append(event)
            if event.first.month_day:
                self._by_month_day.setdefault(event.first.month_day, []).append(event)
            return
        for said in (f"{start:%m-%d}", f"{start:%m}"):
            self._by_month_day.setdefault(said, []).append(event)
        for month in _months(start, end):
            self._by_month.setdefault(month, []).append(event)
        if not event.is_period and (end - start).days <= _FEW_DAYS:
            for day in _days(start, end):
                self._by_day.setdefault(day, []).append(event)

    def on_days_of(self, fact: Linkable) -> list[Gathering]:
        """Events that hold a day of the fact, or lie as far beside it as reports of one differ."""
        if fact.start is None or fact.end is None:
            return []
        slack = timedelta(days=self._slack)
        days = _days(fact.start - slack, fact.end + slack)
        return _once(event for day in days for event in self._by_day.get(day, ()))

    def events_on(self, month_day: str) -> list[Gathering]:
        """Events that begin on this day (05-16) or in this month (05) of whatever year."""
        return self._by_month_day.get(month_day, [])

    def within(self, fact: Linkable) -> list[Gathering]:
        """Events that lie wholly within the days of the fact, and periods that share some."""
        start, end = fact.start, fact.end
        if start is None or end is None:
            return []
        return [
            it
            for it in self._of_months(start, end)
            if it.start
            and it.end
            and _holds((start, end), (it.start, it.end), whole=not it.is_period)
        ]

    def between(self, first: date, last: date, fact: Linkable, gap: int) -> list[Gathering]:
        """Events that touch these days, and those without a day told of within `gap` days."""
        dayless = [it for it in self._dayless if it.told_within(fact, gap)]
        if fact.told_on is None:
            return [it for it in self.events if it.has_day] + dayless
        return [it for it in self._of_months(first, last) if it.lies_between(first, last)] + dayless

    def _of_months(self, first: date, last: date) -> list[Gathering]:
        months = _months(first, last)
        return _once(event for month in months for event in self._by_month.get(month, ()))


def _holds(period: tuple[date, date], days: tuple[date, date], *, whole: bool) -> bool:
    """Whether a period has all of the days, or some of them."""
    (start, end), (first, last) = period, days
    return start <= first and last <= end if whole else first <= end and last >= start


def _once(events: Iterable[Gathering]) -> list[Gathering]:
    return list({id(event): event for event in events}.values())


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=offset) for offset in range((last - first).days + 1)]


def _months(first: date, last: date) -> list[tuple[int, int]]:
    count = (last.year - first.year) * 12 + last.month - first.month
    return [divmod(first.year * 12 + first.month - 1 + offset, 12) for offset in range(count + 1)]
