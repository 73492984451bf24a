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

-- What a fact says, as a list of one type: numbers with the words that bound them, and a value where it
-- is no number.
CREATE MACRO said_number(field, side, said) AS {
    'field': field, 'side': side, 'low': said.low, 'best': said.best, 'high': said.high,
    'qualifier': said.qualifier, 'value': NULL::VARCHAR, 'from_day': NULL::DATE, 'to_day': NULL::DATE};
COMMENT ON MACRO said_number IS 'A number that a fact states, as claims_of lists it.';

CREATE MACRO said_exactly(field, number) AS said_number(field, NULL::VARCHAR, {
    'low': number::BIGINT, 'best': number::BIGINT, 'high': number::BIGINT, 'qualifier': 'exact'});
COMMENT ON MACRO said_exactly IS 'A number without bounds that a fact states, as claims_of lists it.';

CREATE MACRO said_value(field, value, from_day, to_day) AS {
    'field': field, 'side': NULL::VARCHAR, 'low': NULL::BIGINT, 'best': NULL::BIGINT, 'high': NULL::BIGINT,
    'qualifier': NULL::VARCHAR, 'value': value, 'from_day': from_day, 'to_day': to_day};
COMMENT ON MACRO said_value IS 'What a fact states and is no number, as claims_of lists it.';

CREATE MACRO claims_of(fields, returned, status, day_low, day_high, settled_from) AS
    coalesce(list_transform(map_entries(returned), lambda entry: said_number('returned', entry.key, entry.value)), [])
    || list_transform(
        list_filter(['total', 'duration_minutes', 'duration_hours', 'days'], lambda field: (fields->field) IS NOT NULL),
        lambda field: said_number(field, NULL::VARCHAR,
            (fields->field)::STRUCT(low BIGINT, best BIGINT, high BIGINT, qualifier VARCHAR)))
    || list_transform(
        list_filter(['ordinal', 'number'], lambda field: (fields->field) IS NOT NULL),
        lambda field: said_exactly(field, fields->>field))
    || CASE WHEN cardinality(returned) > 1
            AND list_bool_and(list_transform(map_values(returned), lambda side: side.qualifier = 'exact'))
        THEN [said_exactly('sum', list_sum(list_transform(map_values(returned), lambda side: side.best)))]
        ELSE [] END
    || CASE WHEN settled_from IS NULL AND day_low IS NOT NULL AND day_high IS NOT NULL
        THEN [said_value('date', CASE WHEN day_low = day_high THEN strftime(day_low, '%-d %B %Y')
            ELSE strftime(day_low, '%-d %B %Y') || ' to ' || strftime(day_high, '%-d %B %Y') END, day_low, day_high)]
        ELSE [] END
    || list_transform(
        list_filter(['city', 'place'], lambda field: (fields->field) IS NOT NULL),
        lambda field: said_value(field, fields->>field, NULL::DATE, NULL::DATE))
    || [said_value('status', status, NULL::DATE, NULL::DATE)];
COMMENT ON MACRO claims_of IS 'What a fact says of its event, as a list; the rows of event_claims without what they mean.';

-- told_facts names a relation with the columns of linked_facts.
CREATE MACRO claims_among(told_facts) AS TABLE
WITH told AS (
    SELECT *, list_max(list_transform(map_values(returned), lambda side: side.best)) AS largest_side,
        unnest(claims_of(fields, returned, status, day_low, day_high, settled_from)) AS said
    FROM query_table(told_facts)),
bounded AS (
    SELECT *, said.field = 'sum' AS is_added_up,
        CASE said.field WHEN 'duration_minutes' THEN 0.15 ELSE 0 END AS slack,
        CASE WHEN said.qualifier IS NULL THEN said.value
            ELSE spoken_count(coalesce(said.low, said.best), coalesce(said.high, said.best), said.qualifier) END AS value,
        CASE said.qualifier
            WHEN 'exact' THEN floor(said.best * (1 - slack))
            WHEN 'about' THEN floor(said.best * (0.9 - slack))
            ELSE coalesce(said.low, 0) END AS least,
        CASE said.qualifier
            WHEN 'exact' THEN ceil(said.best * (1 + slack))
            WHEN 'about' THEN ceil(said.best * (1.1 + slack))
            ELSE said.high END AS most
    FROM told
    WHERE NOT coalesce(said.field = 'total' AND coalesce(said.high, said.best) < largest_side, false))
SELECT event_id, part_of, kind, fact_id, CASE said.field WHEN 'sum' THEN 'total' ELSE said.field END AS field,
    said.side AS side, value, said.low AS low, said.best AS best, said.high AS high,
    CASE WHEN said.qualifier IS NULL THEN date_diff('day', DATE '1900-01-01', said.from_day) ELSE least END::DECIMAL(32, 0) AS at_least,
    CASE WHEN said.qualifier IS NULL THEN date_diff('day', DATE '1900-01-01', said.to_day) ELSE most END::DECIMAL(32, 0) AS at_most,
    is_added_up, status, article_id, source_name, published_on, day_high, said_by, quote,
    (fields->'categories')::VARCHAR[] AS categories, origin_id, counts_as
FROM bounded
WHERE value IS NOT NULL;
COMMENT ON MACRO TABLE claims_among IS 'The view event_claims over the facts of a relation, which is named and has the columns of linked_facts.';

CREATE VIEW event_claims AS FROM claims_among('linked_facts');
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

CREATE MACRO values_among(claims) AS TABLE
SELECT event_id, any_value(kind) AS kind, field, side, least(min(low), min(best)) AS low,
    most_said(list(best ORDER BY counts_as IS NULL, published_on, fact_id, is_added_up)) AS best, greatest(max(high), max(best)) AS high,
    most_said(list(value ORDER BY counts_as IS NULL, published_on, fact_id, is_added_up)) AS value,
    len(list_distinct(list(source_name))) AS sources, len(list_distinct(list(counts_as))) AS independent_origins,
    max(at_least) <= min(at_most) OR len(list_distinct(list(value))) = 1 AS agree,
    list({'source': source_name, 'published_on': published_on, 'value': value, 'fact_id': fact_id}
        ORDER BY published_on, source_name, fact_id, is_added_up) AS said
FROM query_table(claims)
GROUP BY event_id, field, side;
COMMENT ON MACRO TABLE values_among IS 'The view event_values over the claims of a relation, which is named and has the columns of event_claims.';

CREATE VIEW event_values AS FROM values_among('event_claims');
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
