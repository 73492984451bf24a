"""The newest visits of addresses in the published snapshot: what they can be asked again with."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import NamedTuple

from warehouse.home import Home
from warehouse.records import Visit
from warehouse.snapshot import reading

#: The newest visit of each spelling, be it of a link that is spelt so or of a page that says that
#: this is its address; with the reason why its page gave no article, if it gave none.
_NEWEST = """
WITH asked AS (SELECT unnest($urls::VARCHAR[]) AS asked),
wanted AS (
    FROM visits WHERE listed_as IS NOT DISTINCT FROM $listed_as
        AND (url IN (FROM asked) OR canonical_url IN (FROM asked))),
newest AS (
    SELECT asked, found.* EXCLUDE (batch_id) FROM asked JOIN (
        SELECT url AS spelt, * FROM wanted
        UNION ALL
        SELECT canonical_url, * FROM wanted WHERE canonical_url <> url
    ) AS found ON spelt = asked
    QUALIFY row_number() OVER (PARTITION BY asked ORDER BY fetched_at DESC, run_id DESC) = 1)
SELECT newest.* EXCLUDE (spelt),
    (SELECT max({'version': reader_version, 'revision': revision, 'reason': reason}).reason
        FROM readings WHERE readings.capture_id = newest.capture_id) AS reason
FROM newest"""

#: When a source was last listed with every reference coming to an end that the snapshot knows, or
#: else first of all. Runs that were killed and parts that are held back do not count.
_LISTED = """
SELECT coalesce(max(ended_at) FILTER (NOT was_cut AND gave_some), min(ended_at)) FROM (
    SELECT max(outcomes.ended_at) AS ended_at,
        bool_or(outcomes.code = 'deferred' OR runs.run_id IS NULL OR coalesce(held_count, 0) > 0)
            AS was_cut,
        bool_or(outcomes.code IN ('stored', 'known', 'not_modified')) AS gave_some
    FROM outcomes LEFT JOIN runs USING (run_id) LEFT JOIN held_back USING (run_id, source)
    WHERE source = ? GROUP BY run_id)"""


class LastVisit(NamedTuple):
    """A visit, and why the page that it brought gave no article (None: it gave one)."""

    visit: Visit
    reason: str | None


def last_visits(
    home: Home, urls: Collection[str], listed_as: str | None = None
) -> Mapping[str, LastVisit]:
    """The newest visits of pages by their canonical URLs; with `listed_as` those of feeds and
    sitemaps that were read with these wishes. A snapshot of before there were visits has none.
    """
    import duckdb

    if not urls:
        return {}
    with reading(home) as connection:
        if connection is None:
            return {}
        asked = {"urls": list(urls), "listed_as": listed_as}
        try:
            result = connection.execute(_NEWEST, asked)
        except duckdb.CatalogException:
            return {}
        names = [column[0] for column in result.description or ()]
        rows = [dict(zip(names, row, strict=True)) for row in result.fetchall()]
    return {
        row.pop("asked"): LastVisit(reason=row.pop("reason"), visit=Visit(**row)) for row in rows
    }


def last_listed(home: Home, source: str) -> datetime | None:
    """When a run last brought all references of a source to an end (else its first try), in UTC;
    None where there was none.
    """
    with reading(home) as connection:
        if connection is None:
            return None
        rows = connection.execute(_LISTED, [source]).fetchall()
    return rows[0][0] if rows else None
