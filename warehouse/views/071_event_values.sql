CREATE MACRO spoken_count(least, most, qualifier) AS
    CASE qualifier
        WHEN 'exact' THEN format('{:,}', least)
        WHEN 'at_least' THEN 'at least ' || format('{:,}', least)
        WHEN 'more_than' THEN 'more than ' || format('{:,}', least)
        WHEN 'at_most' THEN 'at most ' || format('{:,}', most)
        WHEN 'less_than' THEN 'fewer than ' || format('{:,}', most)
        WHEN 'about' THEN 'about ' || format('{:,}', least)
        WHEN 'range' THEN format('{:,}', least) || ' to ' || format('{:,}', most)
        WHEN 'vague' THEN format('{:,}', least) || ' or more'
    END;
COMMENT ON MACRO spoken_count IS 'A count as one says it: at least 1,200; 24 to 48.';

CREATE VIEW event_claims AS
WITH told AS (
    SELECT *, (fields->'returned')::MAP(VARCHAR, STRUCT(low BIGINT, best BIGINT, high BIGINT, qualifier VARCHAR))
        AS returned
    FROM event_facts),
counted AS (
    SELECT event_id, fact_id, 'returned' AS field, unnest(map_entries(returned)).key AS side,
        unnest(map_entries(returned)).value AS said
    FROM told
    UNION ALL
    SELECT event_id, fact_id, field, NULL, (fields->field)::STRUCT(low BIGINT, best BIGINT, high BIGINT, qualifier VARCHAR)
    FROM told, (VALUES ('total'), ('duration_minutes'), ('duration_hours'), ('days')) AS names (field)
    WHERE (fields->field) IS NOT NULL
    UNION ALL
    SELECT event_id, fact_id, field, NULL, {
        'low': (fields->>field)::BIGINT, 'best': (fields->>field)::BIGINT,
        'high': (fields->>field)::BIGINT, 'qualifier': 'exact'}
    FROM told, (VALUES ('ordinal'), ('number')) AS names (field)
    WHERE (fields->field) IS NOT NULL
    UNION ALL
    SELECT event_id, fact_id, 'sum', NULL, {'low': n, 'best': n, 'high': n, 'qualifier': 'exact'}
    FROM (
        SELECT event_id, fact_id, list_sum(list_transform(map_values(returned), lambda side: side.best))::BIGINT AS n
        FROM told WHERE cardinality(returned) > 1
            AND list_bool_and(list_transform(map_values(returned), lambda side: side.qualifier = 'exact')))),
largest AS (
    SELECT fact_id, max(said.best) AS largest_side FROM counted WHERE field = 'returned' GROUP BY fact_id),
bounded AS (
    SELECT event_id, fact_id, CASE field WHEN 'sum' THEN 'total' ELSE field END AS field,
        field = 'sum' AS is_added_up, side, said.low, said.best, said.high,
        spoken_count(coalesce(said.low, said.best), coalesce(said.high, said.best), said.qualifier) AS value,
        CASE field WHEN 'duration_minutes' THEN 0.15 ELSE 0 END AS slack,
        CASE said.qualifier
            WHEN 'exact' THEN floor(said.best * (1 - slack))
            WHEN 'about' THEN floor(said.best * (0.9 - slack))
            ELSE coalesce(said.low, 0) END AS at_least,
        CASE said.qualifier
            WHEN 'exact' THEN ceil(said.best * (1 + slack))
            WHEN 'about' THEN ceil(said.best * (1.1 + slack))
            ELSE said.high END AS at_most
    FROM counted LEFT JOIN largest USING (fact_id)
    WHERE NOT coalesce(field = 'total' AND coalesce(said.high, said.best) < largest_side, false)),
dated AS (
    SELECT event_id, fact_id, 'date' AS field, NULL AS side, NULL AS low, NULL AS best, NULL AS high,
        CASE WHEN day_low = day_high THEN strftime(day_low, '%-d %B %Y')
            ELSE strftime(day_low, '%-d %B %Y') || ' to ' || strftime(day_high, '%-d %B %Y') END AS value,
        date_diff('day', DATE '1900-01-01', day_low) AS at_least,
        date_diff('day', DATE '1900-01-01', day_high) AS at_most
    FROM event_facts WHERE settled_from IS NULL AND day_low IS NOT NULL AND day_high IS NOT NULL),
placed AS (
    SELECT event_id, fact_id, field, NULL AS side, NULL AS low, NULL AS best, NULL AS high,
        fields->>field AS value, NULL AS at_least, NULL AS at_most
    FROM event_facts, (VALUES ('city'), ('place')) AS names (field) WHERE (fields->field) IS NOT NULL
    UNION ALL
    SELECT event_id, fact_id, 'status', NULL, NULL, NULL, NULL, status, NULL, NULL FROM event_facts)
SELECT said.event_id, facts.part_of, facts.kind, said.fact_id, said.field, said.side, said.value, said.low,
    said.best, said.high, said.at_least, said.at_most, coalesce(said.is_added_up, false) AS is_added_up, facts.status, facts.article_id, facts.source_name,
    facts.published_on, facts.day_high, facts.said_by, facts.quote, (facts.fields->'categories')::VARCHAR[] AS categories,
    origins.origin_id, origins.counts_as
FROM (
    SELECT * EXCLUDE (slack) FROM bounded
    UNION ALL BY NAME FROM dated
    UNION ALL BY NAME FROM placed) AS said
JOIN event_facts AS facts USING (fact_id)
JOIN article_origins AS origins USING (article_id)
WHERE said.value IS NOT NULL;
COMMENT ON VIEW event_claims IS 'What each fact says of its event, a row for each value: numbers by side, ordinals, durations, the day, the place. Example: SELECT source_name, side, value, quote FROM event_claims WHERE event_id = ''…'' AND field = ''returned''.';
COMMENT ON COLUMN event_claims.field IS 'returned (people or bodies, by side), total, duration_minutes, duration_hours, days, ordinal, number, date, city, place, status.';
COMMENT ON COLUMN event_claims.source_name IS 'The outlet; where it is not known the host of the address, or the reference.';
COMMENT ON COLUMN event_claims.day_high IS 'Last day that the fact''s event can be (event_facts). NULL: not known.';
COMMENT ON COLUMN event_claims.side IS 'Whose people they are. NULL: the value is of no side.';
COMMENT ON COLUMN event_claims.value IS 'The value as one says it: 250, at least 1,200, 24 to 48, 23 July 2025, Istanbul.';
COMMENT ON COLUMN event_claims.low IS 'Lower bound of a number as stated. NULL: none stated, or no number.';
COMMENT ON COLUMN event_claims.best IS 'The number stated. NULL: only bounds, or no number.';
COMMENT ON COLUMN event_claims.high IS 'Upper bound of a number as stated. NULL: none stated, or no number.';
COMMENT ON COLUMN event_claims.at_least IS 'The least that the words allow: “about” is taken as a tenth more or less, a length of talks as 15 % more or less. Of a date the days since 1900. NULL: a place.';
COMMENT ON COLUMN event_claims.at_most IS 'The most that the words allow, as for at_least. NULL: no bound, or a place.';
COMMENT ON COLUMN event_claims.is_added_up IS 'Whether it is no stated total but the sum of the sides, of a fact that counts each of them exactly.';
COMMENT ON COLUMN event_claims.categories IS 'Who the people are, of an exchange (categories in prisoner_exchange). NULL or empty: not stated.';
COMMENT ON COLUMN event_claims.origin_id IS 'The article whose words the fact''s article has (article_origins).';
COMMENT ON COLUMN event_claims.counts_as IS 'As which independent source the article counts (article_origins). NULL: as none.';

CREATE VIEW event_values AS
SELECT event_id, any_value(kind) AS kind, field, side, least(min(low), min(best)) AS low,
    mode(best ORDER BY counts_as IS NULL, published_on, fact_id) AS best, greatest(max(high), max(best)) AS high,
    mode(value ORDER BY counts_as IS NULL, published_on, fact_id) AS value,
    count(DISTINCT source_name) AS sources, count(DISTINCT counts_as) AS independent_origins,
    max(at_least) <= min(at_most) OR count(DISTINCT value) = 1 AS agree,
    list({'source': source_name, 'published_on': published_on, 'value': value, 'fact_id': fact_id}
        ORDER BY published_on, source_name, fact_id) AS said
FROM event_claims
GROUP BY event_id, field, side;
COMMENT ON VIEW event_values IS 'What is known of an event, value by value: what each outlet says, and low, best and high over all of them. Example: SELECT field, side, low, best, high, agree FROM event_values WHERE event_id = ''prisoner_exchange/RUS-UKR/2025-05-24''.';
COMMENT ON COLUMN event_values.field IS 'The value (event_claims.field).';
COMMENT ON COLUMN event_values.side IS 'Whose people. NULL: a value of no side.';
COMMENT ON COLUMN event_values.low IS 'The lowest number that any source states, as number or as lower bound. NULL: no number.';
COMMENT ON COLUMN event_values.best IS 'The number that most facts state. NULL: none, or no number.';
COMMENT ON COLUMN event_values.high IS 'The highest number that any source states, as number or as upper bound; “at least” sets no bound from above. NULL: no number.';
COMMENT ON COLUMN event_values.value IS 'The value that most facts state, as one says it.';
COMMENT ON COLUMN event_values.sources IS 'How many outlets (or hosts) state one.';
COMMENT ON COLUMN event_values.independent_origins IS 'How many of them independently (article_origins.counts_as); 0: only articles that a machine wrote or that name another outlet as their source.';
COMMENT ON COLUMN event_values.agree IS 'Whether all that is said can be true together. fact_relations and disagreements say where not, and whether it is of consequence. NULL: no bound from above to hold against.';
COMMENT ON COLUMN event_values.said IS 'Who says what, by day of publication: source, published_on, value, fact_id.';
