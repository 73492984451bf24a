"""Facts and articles of the published snapshot by what they are about; `run_sql` for the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from extractors.values import Value
from warehouse.home import Home
from warehouse.sandbox import Column, Result, bound_memory, bound_time, run_sql
from warehouse.snapshot import connect
from warehouse.stored import SELECT_ARTICLES, SELECT_FACTS, StoredArticle, StoredFact

__all__ = [
    "ArticleFilter",
    "Column",
    "FactFilter",
    "Result",
    "StoredArticle",
    "StoredFact",
    "articles",
    "bound_memory",
    "bound_time",
    "facts",
    "run_sql",
]

_STREAMED = 500  # facts or articles taken at once


class FactFilter(Value):
    """Which facts: all conditions hold; an empty one lets everything pass."""

    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    party: str | None = None  # an actor or a person, in any field of the fact; in either case
    since: date | None = None  # the fact's own date can mean this day or a later one
    until: date | None = None
    reference: str | None = None  # file or URL of the article; its end suffices
    fact_id: str | None = None  # its beginning suffices
    article_id: str | None = None  # its beginning suffices


class ArticleFilter(Value):
    """Which articles: all conditions hold; an empty one lets everything pass."""

    kinds: tuple[str, ...] = ()  # with a fact of one of these kinds
    outlets: tuple[str, ...] = ()
    party: str | None = None  # with a fact that names this actor or person
    since: date | None = None  # published on this day or later
    until: date | None = None
    reference: str | None = None  # file or URL; its end suffices
    article_id: str | None = None  # its beginning suffices


#: An actor or person stands in the fields as a whole JSON string, as a value or as a key.
_NAMES_PARTY = "contains(lower(fields), lower(to_json($party::VARCHAR)::VARCHAR))"

_FACT_CONDITIONS = {
    "kinds": "list_contains($kinds, kind)",
    "statuses": "list_contains($statuses, status)",
    "outlets": "list_contains($outlets, outlet)",
    "party": _NAMES_PARTY,
    "since": "date_end >= $since OR (date_start IS NOT NULL AND suffix(date, '/..'))",
    "until": "date_start <= $until OR (date_end IS NOT NULL AND prefix(date, '../'))",
    "reference": "suffix(reference, $reference)",
    "fact_id": "prefix(fact_id, $fact_id)",
    "article_id": "prefix(article_id, $article_id)",
}

_HAS_FACT = "article_id IN (SELECT article_id FROM current_facts WHERE {})"

_ARTICLE_CONDITIONS = {
    "kinds": _HAS_FACT.format(_FACT_CONDITIONS["kinds"]),
    "outlets": "list_contains($outlets, sources.outlet)",
    "party": _HAS_FACT.format(_NAMES_PARTY),
    "since": "published_on >= $since",
    "until": "published_on <= $until",
    "reference": "suffix(sources.reference, $reference)",
    "article_id": "prefix(article_id, $article_id)",
}


def facts(home: Home, wanted: FactFilter | None = None) -> Iterator[StoredFact]:
    """The current facts that pass the filter, by reference, place in the text, kind and id."""
    for row in _rows(home, SELECT_FACTS, _FACT_CONDITIONS, wanted or FactFilter()):
        yield StoredFact.of(row)


def articles(home: Home, wanted: ArticleFilter | None = None) -> Iterator[StoredArticle]:
    """The current articles that pass the filter, by reference and id."""
    for row in _rows(home, SELECT_ARTICLES, _ARTICLE_CONDITIONS, wanted or ArticleFilter()):
        yield StoredArticle.of(row)


def _rows(
    home: Home, select: str, conditions: Mapping[str, str], wanted: Value
) -> Iterator[Mapping[str, Any]]:
    given = {name: value for name, value in wanted if value not in (None, ())}
    where = " AND ".join(f"({conditions[name]})" for name in given) or "true"
    with connect(home) as connection:
        result = connection.execute(select.format(conditions=where), _parameters(given))
        names = [column[0] for column in result.description or ()]
        while rows := result.fetchmany(_STREAMED):
            yield from (dict(zip(names, row, strict=True)) for row in rows)


def _parameters(given: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in given.items()
    }
