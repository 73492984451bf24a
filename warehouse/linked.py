"""What linking reads of the published snapshot: facts as rows, and the links that they have.

Blocks are found by the links themselves, so that a new fact costs no more than its own block and
the look at what has no link yet.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from extractors.linking import Basis, FactRow, Link
from warehouse.records import StoredLink

if TYPE_CHECKING:
    import duckdb

#: Facts that current extractions of current articles give, with what linking needs of them.
_FACTS = """
WITH newest AS (
    SELECT article_id, extractor, max(extractor_version) AS extractor_version
    FROM extractions GROUP BY ALL)
SELECT fact_id, article_id, kind, status, date AS dated, published_on, fields
FROM facts
SEMI JOIN newest USING (article_id, extractor, extractor_version)
SEMI JOIN (FROM current_readings) USING (article_id)
JOIN articles USING (article_id)
WHERE list_contains($kinds, kind)"""

_OF_ARTICLES = """
AND ($articles IS NULL OR article_id IN (SELECT unnest($articles::VARCHAR[])))"""

#: Articles with a fact that this version has not linked, or whose link lost its fact.
_TOUCHED = """
WITH now AS ({facts}),
linked AS (FROM current_links WHERE basis <> 'not_current')
SELECT article_id FROM now
ANTI JOIN (FROM linked WHERE linker_version >= $version) AS linked USING (fact_id)
UNION
SELECT article_id FROM linked JOIN facts USING (fact_id)
ANTI JOIN (FROM now) AS now USING (fact_id)"""

#: The articles of which some facts stand in the blocks.
_BESIDE = """
SELECT DISTINCT article_id FROM current_links
SEMI JOIN (SELECT unnest($blocks::VARCHAR[]) AS block) USING (block)
JOIN facts USING (fact_id)"""

_BLOCKS = """
SELECT DISTINCT block FROM current_links JOIN facts USING (fact_id)
WHERE $articles IS NULL OR article_id IN (SELECT unnest($articles::VARCHAR[]))"""

_LINKS = """
SELECT fact_id, linker_version, revision, block, event_id, part_of, basis, linked_with,
    settled_start, settled_end, settled_from
FROM current_links JOIN facts USING (fact_id)
WHERE article_id IN (SELECT unnest($articles::VARCHAR[]))"""


class Touched(NamedTuple):
    """The facts of the articles that brought or lost some, and the blocks that those were in."""

    rows: tuple[FactRow, ...]
    blocks: frozenset[str]


class Linked(NamedTuple):
    """The facts of some blocks, with all others of their articles, and the newest links of all."""

    rows: tuple[FactRow, ...]
    links: Mapping[str, StoredLink]


def touched(
    connection: duckdb.DuckDBPyConnection,
    kinds: Collection[str],
    version: int,
    *,
    everything: bool,
) -> Touched:
    """What has to be linked: all that this version of the linker has not seen as it is now."""
    articles = None
    if not everything:
        query, given = _TOUCHED.format(facts=_FACTS), {"kinds": list(kinds), "version": version}
        articles = [row[0] for row in connection.execute(query, given).fetchall()]
    blocks = connection.execute(_BLOCKS, {"articles": articles}).fetchall()
    return Touched(_facts(connection, kinds, articles), frozenset(row[0] for row in blocks))


def linked(
    connection: duckdb.DuckDBPyConnection, kinds: Collection[str], blocks: Collection[str]
) -> Linked:
    """All facts that stand in the blocks by their links, and what else their articles say."""
    beside = connection.execute(_BESIDE, {"blocks": list(blocks)}).fetchall()
    articles = [row[0] for row in beside]
    return Linked(_facts(connection, kinds, articles), _links(connection, articles))


def _facts(
    connection: duckdb.DuckDBPyConnection, kinds: Collection[str], articles: list[str] | None
) -> tuple[FactRow, ...]:
    """The current facts of some articles, or all."""
    asked = {"kinds": list(kinds), "articles": articles}
    return tuple(_fact(row) for row in _rows(connection, _FACTS + _OF_ARTICLES, asked))


def _fact(row: Mapping[str, Any]) -> FactRow:
    return FactRow(**{**row, "fields": json.loads(row["fields"])})


def _links(
    connection: duckdb.DuckDBPyConnection, articles: Collection[str]
) -> dict[str, StoredLink]:
    rows = _rows(connection, _LINKS, {"articles": list(articles)})
    return {one.link.fact_id: one for one in map(_link, rows)}


def _link(row: Mapping[str, Any]) -> StoredLink:
    values = dict(row)
    version, revision = values.pop("linker_version"), values.pop("revision")
    link = Link(**{**values, "basis": Basis(values["basis"])})
    return StoredLink(link=link, linker_version=version, revision=revision)


def _rows(
    connection: duckdb.DuckDBPyConnection, query: str, asked: Mapping[str, Any]
) -> Iterable[Mapping[str, Any]]:
    result = connection.execute(query, dict(asked))
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]
