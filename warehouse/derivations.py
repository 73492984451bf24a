"""The statements that make the tables of what is current (warehouse/derived/010_current.sql) of the
others: for all there is, or for what new batches touch, as warehouse/deriving.py runs them.
"""

from __future__ import annotations

from warehouse.places import found_from

#: In the rows of batches from this one on; ids of batches rise with the time of their commit.
_NEW = "batch_id >= getvariable('derived_from')"

#: What statements below leave open when all is touched: nothing is left out.
OF_ALL = {
    "new_outcomes": "outcomes",
    "their_visits": "visits",
    **{f"{table}_of_captures": table for table in ("readings", "captures", "sightings")},
    **{f"{table}_of_articles": table for table in ("extractions", "facts", "articles", "origins")},
    "live_readings_of_articles": "live_readings",
    "attributions_of_articles": "attributions",
    "live_links_of_articles": "live_links",
    "live_origins_of_articles": "live_origins",
    "links_of_facts": "links",
    "live_readings_of_origins": "live_readings",
    "articles_of_origins": "articles",
    "origins_of_origins": "origins",
}


def _touched(table: str, by: str, touched: str = "") -> str:
    """The rows of a table that belong to touched captures, articles or facts."""
    rows = f"FROM {table} WHERE batch_id >= getvariable('{by}s_from')"
    return f"(FROM ({rows}) SEMI JOIN {touched or f'touched_{by}s'} USING ({by}_id))"


OF_NEW = {
    "new": _NEW,
    "new_outcomes": "new_outcomes",
    "their_visits": "(FROM visits SEMI JOIN new_outcomes USING (run_id))",
    "sightings_of_captures": _touched("sightings", "capture"),
    "readings_of_captures": _touched("readings", "capture"),
    "captures_of_captures": _touched("captures", "capture"),
    "extractions_of_articles": _touched("extractions", "article"),
    "facts_of_articles": _touched("facts", "article"),
    "articles_of_articles": _touched("articles", "article"),
    "origins_of_articles": _touched("origins", "article"),
    "live_readings_of_articles": _touched("live_readings", "article"),
    "attributions_of_articles": (
        "(FROM attributions WHERE batch_id >= getvariable('articles_from'))"
    ),
    "live_links_of_articles": "(FROM live_links WHERE batch_id >= getvariable('articles_from'))",
    "live_origins_of_articles": _touched("live_origins", "article"),
    "links_of_facts": _touched("links", "fact"),
    **{
        f"{table}_of_origins": _touched(table, "article", "regrouped_articles")
        for table in ("live_readings", "articles", "origins")
    },
}

#: The first batch that holds one of the touched: what belongs to them came with it or later.
_BOUNDS = {
    whose: found_from(f"{whose}s", f"FROM touched_{whose}s", "getvariable('derived_from')")
    for whose in ("capture", "article", "fact")
}

_NEW_OUTCOMES = """
CREATE OR REPLACE TEMP TABLE new_outcomes AS FROM outcomes WHERE {new}"""

#: Outcomes of older batches whose visit came only now: their sightings move to another address.
#: A changed list of outlets can make any two of them one newsroom.
TOUCHING_ALL = """
SELECT count(*) FROM (
    SELECT 1 FROM outcomes
    SEMI JOIN (FROM visits WHERE {new}) USING (run_id, reference)
    WHERE capture_id IS NOT NULL AND NOT {new}
    UNION ALL
    SELECT 1 FROM outlets WHERE {new})"""

#: Every sighting ends in an outcome; what the last of an address saw is what the page is.
_FRESH_SIGHTINGS = """
CREATE OR REPLACE TEMP TABLE fresh_sightings AS
SELECT key_of(address) AS key, address, capture_id, bool_or(is_last) AS is_last,
    max(batch_id) AS batch_id
FROM (
    SELECT coalesce(canonical_url, reference) AS address, capture_id, batch_id,
        row_number() OVER (PARTITION BY address ORDER BY batch_id DESC, ended_at DESC, reference,
            capture_id) = 1 AS is_last
    FROM {new_outcomes}
    LEFT JOIN (SELECT run_id, reference, canonical_url FROM {their_visits})
        USING (run_id, reference)
    WHERE capture_id IS NOT NULL)
GROUP BY address, capture_id"""

_OLD_SIGHTINGS = """
CREATE OR REPLACE TEMP TABLE old_sightings AS
SELECT sightings.rowid AS row, * FROM sightings SEMI JOIN fresh_sightings USING (key, address)"""

_KEPT_SIGHTINGS = """
INSERT INTO fresh_sightings BY NAME
SELECT * EXCLUDE (row) REPLACE (false AS is_last) FROM old_sightings
ANTI JOIN fresh_sightings USING (address, capture_id)"""

_TOUCHED_CAPTURES = """
CREATE OR REPLACE TEMP TABLE touched_captures AS
SELECT capture_id FROM fresh_sightings
UNION SELECT capture_id FROM readings WHERE {new}
UNION SELECT capture_id FROM captures WHERE {new}"""

_FRESH_READINGS = """
CREATE OR REPLACE TEMP TABLE fresh_readings AS
WITH newest AS (
    FROM {readings_of_captures}
    QUALIFY row_number() OVER (
        PARTITION BY capture_id ORDER BY reader_version DESC, revision DESC) = 1),
superseded AS (
    SELECT capture_id FROM {sightings_of_captures}
    GROUP BY capture_id HAVING NOT bool_or(is_last))
SELECT newest.*, captures.reference, captures.source, captures.fetched_at
FROM newest
JOIN {captures_of_captures} AS captures USING (capture_id)
ANTI JOIN superseded USING (capture_id)"""

#: Articles whose pages or origin may be others now.
_READ_ARTICLES = """
CREATE OR REPLACE TEMP TABLE touched_articles AS
SELECT article_id FROM fresh_readings WHERE article_id IS NOT NULL
UNION SELECT article_id FROM origins WHERE {new}
UNION SELECT article_id FROM (FROM live_readings WHERE batch_id >= getvariable('captures_from'))
    SEMI JOIN touched_captures USING (capture_id) WHERE article_id IS NOT NULL"""

#: Of the touched captures and of the same articles; the latter stay, beside the new rows.
_OLD_READINGS = """
CREATE OR REPLACE TEMP TABLE old_readings AS
WITH near AS (
    SELECT rowid AS row, * FROM live_readings
    WHERE batch_id >= least(getvariable('captures_from'), getvariable('articles_from')))
SELECT * FROM (
    SELECT *, true AS is_touched FROM near SEMI JOIN touched_captures USING (capture_id)
    UNION ALL
    SELECT *, false FROM near SEMI JOIN touched_articles USING (article_id)
        ANTI JOIN touched_captures USING (capture_id))"""

_KEPT_READINGS = """
INSERT INTO fresh_readings BY NAME
SELECT * EXCLUDE (row, is_touched, stands_for_article, capture_count) FROM old_readings
WHERE NOT is_touched"""

_INSERT_READINGS = """
INSERT INTO live_readings BY NAME
SELECT *, article_id IS NOT NULL AND row_number() OVER (
        PARTITION BY article_id ORDER BY reference, capture_id) = 1 AS stands_for_article,
    CASE WHEN article_id IS NOT NULL THEN count(*) OVER (PARTITION BY article_id) END
        AS capture_count
FROM fresh_readings ORDER BY batch_id, capture_id"""

#: The groups of articles with the same words that they were in or are in now.
_TOUCHED_GROUPS = """
CREATE OR REPLACE TEMP TABLE touched_groups AS
WITH newest AS (
    SELECT article_id, unnest(max_by({{'origin_id': origin_id}},
        {{'version': version, 'revision': revision}}))
    FROM {origins_of_articles} GROUP BY article_id)
SELECT coalesce(origin_id, article_id) AS origin_id
FROM touched_articles LEFT JOIN newest USING (article_id)
UNION SELECT origin_id FROM {live_origins_of_articles}"""

#: With all others of these groups; of articles that are all new there are none before them.
_REGROUPED_ARTICLES = """
CREATE OR REPLACE TEMP TABLE regrouped_articles AS
WITH older AS MATERIALIZED (
    SELECT key_of(origin_id) AS origin_key, origin_id FROM touched_groups
    ANTI JOIN (SELECT article_id AS origin_id FROM articles WHERE {new}) AS fresh
        USING (origin_id))
FROM touched_articles
UNION SELECT article_id FROM live_origins SEMI JOIN older USING (origin_key, origin_id)"""

_INSERT_ORIGINS = """
INSERT INTO live_origins BY NAME
WITH placed AS (
    SELECT article_id, title, published_on, published_at, batch_id FROM {articles_of_origins}),
pages AS (
    SELECT article_id, url, outlet, upstream, ai_generated_words
    FROM {live_readings_of_origins} WHERE stands_for_article),
pages_placed AS (FROM pages JOIN placed USING (article_id)),
comparisons_of_them AS (FROM {origins_of_origins})
SELECT told.*, key_of(origin_id) AS origin_key, placed.batch_id
FROM origins_among('pages_placed', 'comparisons_of_them', 'outlets') AS told
JOIN placed USING (article_id)
ORDER BY batch_id, article_id"""

_TOUCHED_FACTS = """
CREATE OR REPLACE TEMP TABLE touched_facts AS SELECT DISTINCT fact_id FROM links WHERE {new}"""

_INSERT_LINKS = """
INSERT INTO live_links BY NAME
FROM {links_of_facts}
QUALIFY row_number() OVER (PARTITION BY fact_id ORDER BY linker_version DESC, revision DESC) = 1
ORDER BY batch_id, fact_id"""

_TOUCHED_ARTICLES = """
CREATE OR REPLACE TEMP TABLE touched_articles AS
FROM regrouped_articles
UNION SELECT article_id FROM extractions WHERE {new}
UNION SELECT article_id FROM (FROM facts WHERE batch_id >= getvariable('facts_from'))
    SEMI JOIN touched_facts USING (fact_id)"""

_INSERT_FACTS = """
INSERT INTO live_facts BY NAME
WITH read AS (FROM {extractions_of_articles}),
newest AS (
    SELECT article_id, extractor, max(extractor_version) AS extractor_version
    FROM read GROUP BY ALL),
found AS MATERIALIZED (
    SELECT fact_id, article_id, kind, status, date, date_start, date_end, date_precision,
        date_basis, fields, quote, char_start, char_end, mention_count, confidence, extractor,
        extractor_version, rule, batch_id
    FROM {facts_of_articles} SEMI JOIN newest
        USING (article_id, extractor, extractor_version)),
sources AS (
    SELECT article_id, reference, url, outlet, upstream, ai_generated_words
    FROM {live_readings_of_articles} WHERE stands_for_article),
told AS (
    SELECT article_id, title, published, published_on FROM {articles_of_articles}),
whose AS (
    SELECT article_id, origin_id, counts_as, machine_written, first_hand
    FROM {live_origins_of_articles}),
said AS (
    SELECT fact_id, list(name ORDER BY hop) AS said_by
    FROM {attributions_of_articles} SEMI JOIN found USING (fact_id) GROUP BY fact_id),
linked AS (
    SELECT fact_id, event_id, part_of, basis, linked_with, settled_start, settled_end, settled_from
    FROM {live_links_of_articles} SEMI JOIN found USING (fact_id))
SELECT *,
    from_json(fields->'returned',
        '"MAP(VARCHAR, STRUCT(low BIGINT, best BIGINT, high BIGINT, qualifier VARCHAR))"')
        AS returned,
    event_day(kind, status, fields, settled_start, date_start) AS day_low,
    event_day(kind, status, fields, settled_end, date_end) AS day_high,
    row_number() OVER (PARTITION BY article_id ORDER BY fact_id) = 1 AS opens_article
FROM found
JOIN sources USING (article_id)
JOIN told USING (article_id)
JOIN whose USING (article_id)
LEFT JOIN said USING (fact_id)
LEFT JOIN linked USING (fact_id)
ORDER BY batch_id, article_id, kind, char_start, fact_id"""


_DELETE = """
DELETE FROM {table} WHERE rowid IN (
    SELECT row FROM (
        SELECT rowid AS row, {whose}_id FROM {table}
        WHERE batch_id >= getvariable('{whose}s_from'))
    SEMI JOIN {touched} USING ({whose}_id))"""

_INSERT_SIGHTINGS = """
INSERT INTO sightings BY NAME FROM fresh_sightings ORDER BY batch_id, address, capture_id"""

STEPS = (
    *(_NEW_OUTCOMES, _FRESH_SIGHTINGS, _OLD_SIGHTINGS, _KEPT_SIGHTINGS),
    "DELETE FROM sightings WHERE rowid IN (SELECT row FROM old_sightings)",
    _INSERT_SIGHTINGS,
    *(_TOUCHED_CAPTURES, _BOUNDS["capture"], _FRESH_READINGS),
    *(_READ_ARTICLES, _BOUNDS["article"], _OLD_READINGS, _KEPT_READINGS),
    "DELETE FROM live_readings WHERE rowid IN (SELECT row FROM old_readings)",
    *(_INSERT_READINGS, _TOUCHED_GROUPS, _REGROUPED_ARTICLES),
    *(_TOUCHED_FACTS, _BOUNDS["fact"]),
    _DELETE.format(table="live_links", whose="fact", touched="touched_facts"),
    _INSERT_LINKS,
    *(_TOUCHED_ARTICLES, _BOUNDS["article"]),
    _DELETE.format(table="live_origins", whose="article", touched="regrouped_articles"),
    _INSERT_ORIGINS,
)
FACT_STEPS = (
    _DELETE.format(table="live_facts", whose="article", touched="touched_articles"),
    _INSERT_FACTS,
)

#: Temporary tables of the statements above.
WORKROOM = (
    *("new_outcomes", "fresh_sightings", "old_sightings", "touched_captures", "fresh_readings"),
    *("old_readings", "touched_groups", "regrouped_articles", "touched_facts", "touched_articles"),
)

#: The tables in this order, when all is made anew.
ALL_STEPS = (
    *(_FRESH_SIGHTINGS, _INSERT_SIGHTINGS, _FRESH_READINGS, _INSERT_READINGS),
    *(_INSERT_ORIGINS, _INSERT_LINKS, _INSERT_FACTS),
)
