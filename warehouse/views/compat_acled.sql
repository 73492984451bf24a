-- Columns, order and codes of ACLED (31 columns, the text codes for inter1, inter2, interaction that its
-- files have had since 2024). Only "Strategic developments" can come of negotiations.

CREATE VIEW compat_acled AS
WITH told AS (
    SELECT facts.*, compat.acled_sub_event, compat.place, compat.country AS code,
        coalesce(links.event_id, facts.fact_id) || ' ' || compat.acled_sub_event AS event_key,
        CASE
            WHEN len(compat.parties) > 0 THEN compat.parties
            ELSE list_concat(compat.actors, compat.recipients)
        END AS sides
    FROM compat_facts AS compat
    JOIN current_facts AS facts USING (fact_id)
    LEFT JOIN current_links AS links USING (fact_id)
    WHERE compat.acled_sub_event IS NOT NULL
        AND (len(compat.parties) > 0 OR len(compat.actors) > 0)
),
-- The fact that tells an event: as done, to the day, from the first article that has it so.
telling AS (
    SELECT * FROM told
    WHERE date_start IS NOT NULL
        AND date_precision IN ('day', 'week', 'month', 'range')
        AND date_diff('day', date_start, coalesce(date_end, date_start)) <= 31
        AND coalesce(date_start <= published_on, true)
    QUALIFY row_number() OVER (
        PARTITION BY event_key
        ORDER BY status IN ('completed', 'ongoing', 'failed') DESC, date_precision = 'day' DESC,
            published_on NULLS LAST, fact_id
    ) = 1
),
together AS (
    SELECT event_key, most_said(list(told.place ORDER BY told.place)) AS place,
        most_said(list(told.code ORDER BY told.code)) AS code,
        string_agg(DISTINCT replace(told.outlet, ';', ','), '; ' ORDER BY replace(told.outlet, ';', ',')) AS outlets,
        max(fetched_at) AS fetched_at
    FROM told JOIN article_sources USING (article_id) GROUP BY event_key
),
named AS (
    SELECT telling.* REPLACE (coalesce(telling.code, together.code) AS code, coalesce(telling.place, together.place) AS place),
        together.outlets, together.fetched_at, places.name AS country, places.iso_number,
        coalesce('Government of ' || one.name, sides[1]) AS actor1,
        coalesce('Government of ' || two.name, sides[2]) AS actor2,
        CASE
            WHEN one.code IS NULL THEN NULL
            WHEN places.code <> one.code THEN 'External/Other forces'
            ELSE 'State forces'
        END AS inter1,
        CASE
            WHEN two.code IS NULL THEN NULL
            WHEN places.code <> two.code THEN 'External/Other forces'
            ELSE 'State forces'
        END AS inter2
    FROM telling
    JOIN together USING (event_key)
    LEFT JOIN country_codes AS one ON one.code = sides[1]
    LEFT JOIN country_codes AS two ON two.code = sides[2]
    LEFT JOIN country_codes AS places ON places.code = coalesce(telling.code, together.code)
)
SELECT coalesce(code, 'XXX') || ('0x' || left(md5(event_key), 13))::BIGINT AS event_id_cnty,
    date_start AS event_date,
    year(date_start)::INTEGER AS year,
    CASE
        WHEN coalesce(date_end, date_start) = date_start THEN 1
        WHEN date_diff('day', date_start, date_end) < 7 THEN 2
        ELSE 3
    END::INTEGER AS time_precision,
    'Strategic developments' AS disorder_type,
    'Strategic developments' AS event_type,
    acled_sub_event AS sub_event_type,
    replace(actor1, ';', ',') AS actor1,
    CASE WHEN len(sides) > 2 THEN list_aggregate(sides[3:], 'string_agg', '; ') END AS assoc_actor_1,
    inter1,
    replace(actor2, ';', ',') AS actor2,
    NULL::VARCHAR AS assoc_actor_2,
    inter2,
    CASE
        WHEN actor2 IS NULL THEN inter1 || ' only'
        WHEN inter1 = 'External/Other forces' AND inter2 = 'State forces' THEN inter2 || '-' || inter1
        ELSE inter1 || '-' || inter2
    END AS interaction,
    NULL::VARCHAR AS civilian_targeting,
    iso_number::INTEGER AS iso,
    NULL::VARCHAR AS region,
    country,
    NULL::VARCHAR AS admin1,
    NULL::VARCHAR AS admin2,
    NULL::VARCHAR AS admin3,
    coalesce(place, country) AS location,
    NULL::DOUBLE AS latitude,
    NULL::DOUBLE AS longitude,
    CASE WHEN place IS NOT NULL THEN 1 WHEN country IS NOT NULL THEN 3 END::INTEGER AS geo_precision,
    outlets AS source,
    NULL::VARCHAR AS source_scale,
    quote AS notes,
    0::INTEGER AS fatalities,
    NULL::VARCHAR AS tags,
    epoch(fetched_at)::BIGINT AS timestamp
FROM named;
COMMENT ON VIEW compat_acled IS 'Talks, exchanges, the dead handed over, truces and territory given up under the column names and codes of ACLED, one row for each event and kind of event: what ACLED calls Strategic developments (Agreement, Non-violent transfer of territory, Other). Only what has happened or was agreed, with a date known at least to the month; plans, threats, demands and offers are no events in ACLED. An event that ten articles tell has one row with ten sources, told by the first that has it as done and to the day; facts that no link joins are events of their own.';
COMMENT ON COLUMN compat_acled.event_id_cnty IS 'ISO code of the country and a number made from the event''s id (13 hexadecimal digits of its MD5); XXX where the country is not told.';
COMMENT ON COLUMN compat_acled.event_date IS 'Day, or first day, of the event.';
COMMENT ON COLUMN compat_acled.year IS 'Its year.';
COMMENT ON COLUMN compat_acled.time_precision IS '1: the day is known, 2: the week, 3: the month.';
COMMENT ON COLUMN compat_acled.disorder_type IS 'Always Strategic developments.';
COMMENT ON COLUMN compat_acled.event_type IS 'Always Strategic developments.';
COMMENT ON COLUMN compat_acled.sub_event_type IS 'Agreement, Non-violent transfer of territory, or Other (talks or a truce that failed, an annexation); the table is compat_codes.';
COMMENT ON COLUMN compat_acled.actor1 IS 'First party: Government of a state, without the years that ACLED adds, or the actor''s slug.';
COMMENT ON COLUMN compat_acled.assoc_actor_1 IS 'Third and further parties as codes or slugs, parted by a semicolon. NULL: none.';
COMMENT ON COLUMN compat_acled.inter1 IS 'State forces; External/Other forces for a state outside its own country. NULL: no state; whether a group is rebel, militia or other ACLED decides.';
COMMENT ON COLUMN compat_acled.actor2 IS 'Second party, as actor1. NULL: one party was told.';
COMMENT ON COLUMN compat_acled.assoc_actor_2 IS 'Always NULL: who stands with whom is not told.';
COMMENT ON COLUMN compat_acled.inter2 IS 'As inter1, of actor2. NULL: no state, or no actor2.';
COMMENT ON COLUMN compat_acled.interaction IS 'inter1 and inter2 in ACLED''s order. NULL: one of them is not known.';
COMMENT ON COLUMN compat_acled.civilian_targeting IS 'Always NULL: as in ACLED where civilians were no target.';
COMMENT ON COLUMN compat_acled.iso IS 'ISO 3166-1 numeric of the country. NULL: the country is not told.';
COMMENT ON COLUMN compat_acled.region IS 'Always NULL: ACLED''s own division of the world.';
COMMENT ON COLUMN compat_acled.country IS 'Country of talks. NULL: not told; of other kinds facts keep no country.';
COMMENT ON COLUMN compat_acled.admin1 IS 'Always NULL: facts keep no administrative areas.';
COMMENT ON COLUMN compat_acled.admin2 IS 'Always NULL, see admin1.';
COMMENT ON COLUMN compat_acled.admin3 IS 'Always NULL, see admin1.';
COMMENT ON COLUMN compat_acled.location IS 'City, place or territory, of the fact that tells it or of most others; else the country. NULL: not told.';
COMMENT ON COLUMN compat_acled.latitude IS 'Always NULL: facts keep no coordinates.';
COMMENT ON COLUMN compat_acled.longitude IS 'Always NULL: facts keep no coordinates.';
COMMENT ON COLUMN compat_acled.geo_precision IS '1: a place is named, 3: only the country. NULL: neither.';
COMMENT ON COLUMN compat_acled.source IS 'Outlets that tell it, parted by a semicolon. NULL: none is known.';
COMMENT ON COLUMN compat_acled.source_scale IS 'Always NULL: ACLED''s own rating of outlets.';
COMMENT ON COLUMN compat_acled.notes IS 'The sentence or sentences of the article, verbatim.';
COMMENT ON COLUMN compat_acled.fatalities IS 'Always 0: negotiations have none.';
COMMENT ON COLUMN compat_acled.tags IS 'Always NULL: no tag fits.';
COMMENT ON COLUMN compat_acled.timestamp IS 'When the last page that tells it was got, in seconds since 1970 (UTC).';
