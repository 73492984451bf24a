"""Kept pages and what was last made of them: for reading them again, and for comparing an outlet's.

All of it is read from the published snapshot, the bytes of a page from its batch.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from typing import Any, Self

from extractors.page import ManifestEntry, Page
from extractors.values import Value
from warehouse.home import Home
from warehouse.log import read_page
from warehouse.snapshot import reading
from warehouse.stored import SELECT_READINGS, StoredReading

#: Pages whose newest reading is of an older reader, or was ended by the machine.
_STALE = """
SELECT captures.* EXCLUDE (page_id, byte_count, warc_length, run_id), reader_version, revision,
    reason
FROM captures JOIN current_readings AS readings USING (capture_id)
WHERE reader_version < $version
    OR (reader_version = $version AND list_contains($reasons, reason))
ORDER BY captures.batch_id, warc_offset, capture_id"""

#: Outlets, of which a run brought readings, with a paragraph that stands in several articles or
#: with lines taken out for that before. Whether such a line is furniture is the reader's to say.
_REPEATING = """
WITH touched AS (
    SELECT outlet FROM current_readings AS readings WHERE outlet IS NOT NULL GROUP BY outlet
    HAVING $run_id IS NULL
        OR bool_or(batch_id IN (SELECT batch_id FROM batches WHERE run_id = $run_id))),
pages AS (FROM current_readings SEMI JOIN touched USING (outlet)),
lines AS (
    SELECT outlet, article_id, unnest(string_split(text, E'\n\n')) AS line
    FROM (SELECT DISTINCT outlet, article_id FROM pages) JOIN articles USING (article_id))
SELECT outlet FROM lines GROUP BY outlet, line HAVING count(*) > 1
UNION
SELECT outlet FROM pages
SEMI JOIN (FROM removed_blocks WHERE rule = 'repeated') USING (capture_id, reader_version, revision)
ORDER BY outlet"""


class KeptPage(Value):
    """A page in the log, and how it was last read."""

    capture_id: str
    reference: str
    source: str
    url: str | None
    media_type: str
    charset: str | None
    fetched_at: datetime
    manifest: ManifestEntry
    batch_id: str
    warc_offset: int
    reader_version: int
    revision: int
    reason: str | None  # why the last reading gave no article

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Self:
        """Make it from a row of captures and current readings."""
        values = dict(row)
        said = {name: values.pop(f"manifest_{name}") for name in ManifestEntry.model_fields}
        if "T" in (said["published"] or ""):
            said["published"] = datetime.fromisoformat(said["published"])
        return cls(manifest=ManifestEntry(**said), **values)

    def page(self, home: Home) -> Page:
        """The page as it was got. Raises DamagedWarehouseError naming the file it lay in."""
        return Page(
            reference=self.reference,
            content=read_page(home, self.batch_id, self.warc_offset),
            media_type=self.media_type,
            charset=self.charset,
            url=self.url,
            fetched_at=self.fetched_at,
            manifest=self.manifest,
        )


def stale_pages(home: Home, version: int, reasons: Collection[str]) -> tuple[KeptPage, ...]:
    """Pages last read by a reader older than `version`, or by it and ended for one of the reasons.

    In the order in which they lie in the log.
    """
    rows = _rows(home, _STALE, {"version": version, "reasons": sorted(reasons)})
    return tuple(KeptPage.of(row) for row in rows)


def repeating_outlets(home: Home, run_id: str | None = None) -> tuple[str, ...]:
    """The outlets of which some paragraph stands in several articles; of those that a run brought
    readings of, or of all.
    """
    return tuple(row["outlet"] for row in _rows(home, _REPEATING, {"run_id": run_id}))


def readings_of(home: Home, outlet: str) -> tuple[StoredReading, ...]:
    """The current readings that gave an article of the outlet, in an order of their own."""
    query = SELECT_READINGS.format(conditions="outlet = $outlet AND article_id IS NOT NULL")
    return tuple(StoredReading.of(row) for row in _rows(home, query, {"outlet": outlet}))


def _rows(home: Home, query: str, parameters: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    with reading(home) as connection:
        if connection is None:
            return
        result = connection.execute(query, dict(parameters))
        names = [column[0] for column in result.description or ()]
        for row in result.fetchall():
            yield dict(zip(names, row, strict=True))
