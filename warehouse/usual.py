"""What the snapshot knows of a source from before a run, for its run to be held against."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime

from extractors.values import Value
from warehouse.home import Home
from warehouse.snapshot import reading

#: The start of the last run that the source gave something to, and that was not held back.
_READ = """
SELECT source, max(started_at) AS read_at
FROM outcomes JOIN runs USING (run_id) ANTI JOIN held_back USING (run_id, source)
WHERE list_contains(?, source) AND command = 'nightly'
    AND code IN ('stored', 'known', 'not_modified')
GROUP BY source"""

_NEWEST = """
SELECT source, max(published_on) FROM captures JOIN readings USING (capture_id)
JOIN articles USING (article_id)
WHERE list_contains(?, source) GROUP BY source"""

#: Of the latest 200 articles of each; only their rows are read of the texts.
_PARAGRAPHS = """
WITH latest AS (
    SELECT DISTINCT source, article_id FROM (
        SELECT source, article_id FROM captures JOIN readings USING (capture_id)
        WHERE list_contains(?, source) AND article_id IS NOT NULL
        QUALIFY row_number() OVER (PARTITION BY source ORDER BY fetched_at DESC) <= 200))
SELECT source, median(len(string_split(text, E'\\n\\n'))) FROM latest JOIN (
    SELECT article_id, text FROM articles WHERE rowid IN (
        SELECT articles.rowid FROM articles SEMI JOIN latest USING (article_id))
) USING (article_id)
GROUP BY source"""

_ELSEWHERE = """
SELECT DISTINCT article_id FROM (SELECT unnest(?::VARCHAR[]) AS article_id,
    unnest(?::VARCHAR[]) AS asked)
JOIN readings USING (article_id) JOIN captures USING (capture_id)
WHERE reference <> asked"""


class Usual(Value):
    """A source as it was."""

    read_at: datetime | None = None  # when a night last began that it gave something to
    newest_on: date | None = None  # the day of publication of its newest article
    paragraph_count: float | None = None  # the median of its latest articles


def usual_of(home: Home, sources: Collection[str]) -> Mapping[str, Usual]:
    """What is known of each of the sources."""
    with reading(home) as connection:
        if connection is None:
            return {source: Usual() for source in sources}
        read, newest, paragraphs = (
            dict(connection.execute(sql, [sorted(sources)]).fetchall())
            for sql in (_READ, _NEWEST, _PARAGRAPHS)
        )
    return {
        source: Usual(
            read_at=read.get(source),
            newest_on=newest.get(source),
            paragraph_count=paragraphs.get(source),
        )
        for source in sources
    }


def known_elsewhere(home: Home, articles: Mapping[str, str]) -> frozenset[str]:
    """Those of the articles (by id, with the reference that gave them) that the snapshot has from
    another reference.
    """
    with reading(home) as connection:
        if connection is None or not articles:
            return frozenset()
        asked = [list(articles), list(articles.values())]
        return frozenset(row[0] for row in connection.execute(_ELSEWHERE, asked).fetchall())
