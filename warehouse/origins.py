"""What has to be known to tell whose words articles have, from the published snapshot.

Candidates come from a join on the bands of fingerprints, within 30 days of publication: a copy is
printed soon, and whoever reprints old reports every week is not held against years of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from extractors.origins import VERSION
from extractors.origins.fingerprint import BAND, SLOTS, Fingerprint, fingerprint_of
from extractors.values import Value
from warehouse.records import ListedOutlet

if TYPE_CHECKING:
    import duckdb

_AT_ONCE = 1000  # texts

#: The newest finding of each article by this version, and the articles to be placed: those without
#: one, and those whose group has lost an article. `$everything` places all.
_SEEDS = """
WITH newest AS (
    FROM origins WHERE version = $version
    QUALIFY row_number() OVER (PARTITION BY article_id ORDER BY revision DESC) = 1),
current AS MATERIALIZED (SELECT article_id FROM article_sources),
held AS (FROM newest WHERE origin_id IS NOT NULL),
gone AS (FROM held ANTI JOIN current USING (article_id)),
seeds AS MATERIALIZED (
    SELECT article_id FROM current WHERE $everything
    UNION SELECT article_id FROM current ANTI JOIN held USING (article_id)
    UNION SELECT article_id FROM held SEMI JOIN gone USING (origin_id)
        SEMI JOIN current USING (article_id))"""

#: Pairs with an article to be placed that agree in a band, and in as many slots as a copy would.
_CANDIDATES = """{seeds},
bands AS MATERIALIZED (
    SELECT article_id, published_on, unnest(range(1, {slots}, {band})) AS slot,
        unnest(list_transform(range(1, {slots}, {band}),
            lambda slot: (signature[slot]::UBIGINT << 32) | signature[slot + 1])) AS mark
    FROM fingerprints JOIN articles USING (article_id) SEMI JOIN current USING (article_id)
    WHERE version = $version AND len(signature) > 0),
meeting AS (
    SELECT DISTINCT least(one.article_id, other.article_id) AS one_id,
        greatest(one.article_id, other.article_id) AS other_id
    FROM (FROM bands SEMI JOIN seeds USING (article_id)) AS one
    JOIN bands AS other ON one.slot = other.slot AND one.mark = other.mark
        AND one.article_id <> other.article_id
    WHERE coalesce(abs(one.published_on - other.published_on), 0) <= $days)
SELECT one_id, other_id FROM meeting
JOIN (FROM fingerprints WHERE version = $version) AS one ON one.article_id = one_id
JOIN (FROM fingerprints WHERE version = $version) AS other ON other.article_id = other_id
WHERE len(list_filter(list_zip(one.signature, other.signature), lambda pair: pair[1] = pair[2]))
    >= $agreeing
ORDER BY ALL"""

#: The articles to be placed, those that are gone, and those named with all of their groups.
_PLACES = """{seeds},
touched AS (SELECT unnest($named::VARCHAR[]) AS article_id),
affected AS (
    FROM seeds
    UNION SELECT article_id FROM gone
    UNION SELECT article_id FROM held SEMI JOIN (
        SELECT origin_id FROM held SEMI JOIN touched USING (article_id)) USING (origin_id))
SELECT article_id, published_on, published_at, origin_id, basis, similarity, revision,
    article_id IN (FROM seeds) AS is_seed, article_id IN (SELECT article_id FROM gone) AS is_gone
FROM affected JOIN articles USING (article_id) LEFT JOIN newest USING (article_id)
ORDER BY article_id"""

_UNPRINTED = """
SELECT article_id, text FROM articles SEMI JOIN article_sources USING (article_id)
ANTI JOIN (FROM fingerprints WHERE version = ?) USING (article_id) ORDER BY article_id"""

_OUTLETS = """
SELECT slug, revision, name, family, type FROM outlets
QUALIFY row_number() OVER (PARTITION BY slug ORDER BY revision DESC) = 1"""

_TEXTS = """
SELECT article_id, text FROM articles SEMI JOIN (SELECT unnest(?::VARCHAR[]) AS article_id)
USING (article_id)"""

_DAYS = 30
_AGREEING = 12  # slots of 128: a share of a tenth of all shingles, less a little


class Place(Value):
    """An article with what was last found of its origin."""

    article_id: str
    published_on: date | None
    published_at: datetime | None
    origin_id: str | None
    basis: str | None
    similarity: float | None
    revision: int | None  # None: nothing was found yet by this version
    is_seed: bool  # to be held against all others
    is_gone: bool  # no longer current

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Self:
        """Make it from a row of `_PLACES`."""
        return cls(**row)


class Comparison(NamedTuple):
    """What is to be compared: candidate pairs, and all articles whose origin can change."""

    pairs: tuple[tuple[str, str], ...]
    places: tuple[Place, ...]


def comparison(connection: duckdb.DuckDBPyConnection, *, everything: bool = False) -> Comparison:
    """The pairs that the newest articles, or all, make with current ones, and whom that touches."""
    given: dict[str, Any] = {"version": VERSION, "everything": everything}
    candidates = _CANDIDATES.format(seeds=_SEEDS, slots=SLOTS, band=BAND)
    pairs = tuple(_fetched(connection, candidates, given | {"days": _DAYS, "agreeing": _AGREEING}))
    named = sorted({article_id for pair in pairs for article_id in pair})
    names = list(Place.model_fields)
    rows = _fetched(connection, _PLACES.format(seeds=_SEEDS), given | {"named": named})
    return Comparison(pairs, tuple(Place.of(dict(zip(names, row, strict=True))) for row in rows))


def missing_fingerprints(
    connection: duckdb.DuckDBPyConnection,
) -> Iterator[tuple[Fingerprint, ...]]:
    """Fingerprints of the current articles that lack one of this version, some at a time."""
    result = connection.execute(_UNPRINTED, [VERSION])
    while rows := result.fetchmany(_AT_ONCE):
        yield tuple(fingerprint_of(*row) for row in rows)


def texts_of(connection: duckdb.DuckDBPyConnection, article_ids: Collection[str]) -> dict[str, str]:
    """The texts of articles by their ids."""
    return dict(_fetched(connection, _TEXTS, [sorted(article_ids)]))


def listed_outlets(connection: duckdb.DuckDBPyConnection) -> dict[str, ListedOutlet]:
    """The outlets of the reference list as the warehouse has them, by slug."""
    names = ("slug", "revision", "name", "family", "type")
    rows = _fetched(connection, _OUTLETS, [])
    found = (ListedOutlet(**dict(zip(names, row, strict=True))) for row in rows)
    return {outlet.slug: outlet for outlet in found}


def _fetched(
    connection: duckdb.DuckDBPyConnection, query: str, given: Mapping[str, Any] | list[Any]
) -> list[Any]:
    return connection.execute(query, given).fetchall()
