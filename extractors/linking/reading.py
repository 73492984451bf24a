"""From a stored fact to what linking needs of it. What differs from kind to kind stands here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from extractors.linking.linkable import ALL, Figure, Linkable
from extractors.linking.manners import FUTURE
from extractors.linking.theatres import Sides, theatre, theatre_beside
from extractors.values import Value, date_end, date_start

_NUMBERS = re.compile(r"(\d+)-for-(\d+)\Z")
_YEAR_OPEN = re.compile(r"XXXX-\d\d(?:-\d\d)?\Z")
_DUE = {"ultimatum": "due_on", "meeting_proposal": "by_date"}
_COUNTED = {"ultimatum": "days", "ceasefire": "duration_hours"}
_TERMS = {
    "ceasefire": ("proposer", "scope"),
    "proposal": ("proposer", "subject", "number"),
    "meeting_proposal": ("proposer",),
}
_VAGUE_TERMS = {"other"}  # a subject that is none
_OF_PEOPLE = {"prisoner_exchange", "remains_repatriation"}
_HAPPENED = {"completed", "ongoing", "reported", "failed"}
_LEAST_FORMULA = 10  # "1-for-1" is a manner of counting and not the sum of a deal


class FactRow(Value):
    """A current fact as the warehouse gives it."""

    fact_id: str
    article_id: str
    kind: str
    status: str
    dated: str | None  # EDTF
    published_on: date | None
    fields: Mapping[str, Any]


class _Article(NamedTuple):
    """What an article's facts together say of when and of which war it was written."""

    last_day: date | None
    theatres: frozenset[str]
    talks_days: frozenset[date]


def linkables(rows: Iterable[FactRow], conflicts: Sequence[Sides]) -> tuple[Linkable, ...]:
    """The facts, each with its block. The rows must hold all facts of their articles that are of
    kinds that are linked: an article without a date is placed by the others.
    """
    rows = tuple(rows)
    by_article: dict[str, list[FactRow]] = {}
    for row in rows:
        by_article.setdefault(row.article_id, []).append(row)
    articles = {name: _article(facts, conflicts) for name, facts in by_article.items()}
    return tuple(_linkable(row, articles[row.article_id], conflicts) for row in rows)


def _article(facts: Sequence[FactRow], conflicts: Sequence[Sides]) -> _Article:
    days = [
        day
        for fact in facts
        if fact.status in _HAPPENED and fact.dated and (day := date_end(fact.dated))
    ]
    places = (theatre(_parties(fact), conflicts) for fact in facts)
    talks = (date_start(fact.dated) for fact in facts if fact.kind == "talks" and fact.dated)
    return _Article(
        max(days, default=None),
        frozenset(it for it in places if it),
        frozenset(day for day in talks if day),
    )


def _linkable(row: FactRow, article: _Article, conflicts: Sequence[Sides]) -> Linkable:
    dated = _edtf(row.fields.get(_DUE[row.kind]) if row.kind in _DUE else row.dated)
    start, end = _bounds(dated, row)
    agreed_on = start if row.kind in _OF_PEOPLE and row.status == "agreed" else None
    if agreed_on or _is_day_of_talks(row, start, article):
        start = end = None
    formula, stage_of = _formula(row.fields)
    place = row.fields.get("city") if row.kind == "talks" else row.fields.get("place")
    return Linkable(
        fact_id=row.fact_id,
        article_id=row.article_id,
        kind=row.kind,
        block=f"{row.kind}/{_sides(row, article, conflicts)}",
        status=row.status,
        parties=frozenset(_parties(row)) if row.kind == "talks" else frozenset(),
        start=start,
        end=end,
        month_day=dated[5:] if dated and _YEAR_OPEN.match(dated) else None,
        told_on=agreed_on or _told_on(row, article),
        told_days=_issued_days(row),
        ordinal=row.fields.get("ordinal"),
        place=place,
        country=row.fields.get("country"),
        figures=_figures(row, formula),
        formula=formula,
        stage_of=stage_of,
        terms=_terms(row),
        names=frozenset(row.fields.get("participants") or ()),
    )


def _edtf(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _bounds(dated: str | None, row: FactRow) -> tuple[date | None, date | None]:
    """First and last day. What began and has no end yet is known by the day it began, a deadline
    by its last; what is meant to be "after June 22" has none.
    """
    if dated is None:
        return None, None
    start, end = date_start(dated), date_end(dated)
    if row.kind in _DUE and end:
        return end, end
    if start and end is None and row.status not in FUTURE:
        return start, start
    return (start, end) if start and end else (None, None)


def _is_day_of_talks(row: FactRow, day: date | None, article: _Article) -> bool:
    """Whether a deal carried out has only the day on which it was agreed: "On 16 May they agreed on
    an exchange, which was completed …".
    """
    return row.kind in _OF_PEOPLE and "agreed_at" in row.fields and day in article.talks_days


def _told_on(row: FactRow, article: _Article) -> date | None:
    """When it was said: of an ultimatum the day of issue, else the day of publication. An article
    without one cannot have been written before what it tells of.
    """
    issued = _edtf(row.fields.get("issued_on"))
    if issued and (day := date_start(issued)):
        return day
    return row.published_on or article.last_day


def _issued_days(row: FactRow) -> int:
    issued = _edtf(row.fields.get("issued_on"))
    first, last = (date_start(issued), date_end(issued)) if issued else (None, None)
    return (last - first).days + 1 if first and last else 1


def _parties(row: FactRow) -> Sides:
    """Who takes part; in an ultimatum who speaks to whom."""
    if row.kind == "ultimatum":
        return ()
    return tuple(row.fields.get("parties") or ())


def _sides(row: FactRow, article: _Article, conflicts: Sequence[Sides]) -> str:
    fields = row.fields
    if row.kind == "ultimatum":
        return f"{fields['issuer']}-{fields['target']}"
    parties = _parties(row)
    if len(parties) > 1:
        return theatre(parties, conflicts) or "-".join(sorted(parties))
    actors = (*parties, *filter(None, (fields.get("proposer"), fields.get("addressee"))))
    return theatre_beside(actors, article.theatres) or "-".join(sorted(set(actors))) or "unknown"


def _formula(fields: Mapping[str, Any]) -> tuple[str | None, str | None]:
    """The formula of the fact, and one of which it can only be a stage: 303 of 1000-for-1000."""
    formula = fields.get("formula")
    numbers = _NUMBERS.match(formula or "")
    if not formula or not numbers:
        return formula, None
    said = [count.get("best") for count in (fields.get("returned") or {}).values()]
    least = min(int(number) for number in numbers.groups())
    if any(count is not None and count < least for count in said):
        return None, formula
    return formula, None


def _figures(row: FactRow, formula: str | None) -> dict[str, Figure]:
    if counted := _COUNTED.get(row.kind):
        count = row.fields.get(counted)
        return {counted: _figure(count)} if count else {}
    returned = row.fields.get("returned") or {}
    figures = {side: _figure(count) for side, count in returned.items()}
    numbers = _NUMBERS.match(formula or "")
    if not figures and numbers and numbers[1] == numbers[2] and int(numbers[1]) >= _LEAST_FORMULA:
        number = int(numbers[1])
        figures = {side: Figure(number, number, number) for side in _parties(row)}
    total = row.fields.get("total")
    whole = {ALL: _figure(total)} if total else {}
    return {**figures, **(whole if _holds(whole, figures) else _sum(figures))}


def _holds(whole: Mapping[str, Figure], sides: Mapping[str, Figure]) -> bool:
    """Whether there is a total, and one that no side alone exceeds."""
    parts = [figure.number or 0 for figure in sides.values()]
    return any(
        (it.number or max(parts, default=0)) >= max(parts, default=0) for it in whole.values()
    )


def _sum(figures: Mapping[str, Figure]) -> dict[str, Figure]:
    """Both sides together, where both are counted: to be held against those who give a total."""
    numbers = [figure.number for figure in figures.values() if figure.number is not None]
    if len(numbers) < 2 or len(numbers) < len(figures):
        return {}
    return {ALL: Figure(None, sum(numbers), None)}


def _figure(count: Mapping[str, Any]) -> Figure:
    return Figure(count.get("low"), count.get("best"), count.get("high"))


def _terms(row: FactRow) -> dict[str, str]:
    said = ((name, row.fields.get(name)) for name in _TERMS.get(row.kind, ()))
    return {name: str(value) for name, value in said if value and value not in _VAGUE_TERMS}
