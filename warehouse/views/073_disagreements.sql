CREATE MACRO saying(said, sources) AS
    said.source || coalesce(' (' || strftime(said.published_on, '%-d %B %Y') || ')', '')
    || CASE WHEN sources > 1 THEN ' and ' || (sources - 1) || CASE sources WHEN 2 THEN ' other say ' ELSE ' others say ' END ELSE ' says ' END
    || said.value || coalesce(', on the word of ' || array_to_string(said.said_by, ', '), '');
COMMENT ON MACRO saying IS 'One side of a disagreement in words: who says what, when, on whose word.';

-- Both name relations: one with the columns of linked_facts, one with those of fact_relations.
CREATE MACRO disagreements_among(told_facts, relations) AS TABLE
WITH clashes AS (
    SELECT event_id, field, side, least(value, other_value) AS lesser, greatest(value, other_value) AS greater,
        unnest([value, other_value]) AS value, unnest([fact_id, other_fact_id]) AS fact_id
    FROM query_table(relations) WHERE relation = 'contradicts'),
stated AS (
    SELECT fact_id, source_name, published_on, said_by, quote, status, counts_as
    FROM query_table(told_facts)),
sayings AS (
    SELECT event_id, field, list(DISTINCT side ORDER BY side) FILTER (side IS NOT NULL) AS sides, lesser, greater, value,
        len(list_distinct(list(source_name))) AS sources,
        len(list_distinct(list(counts_as))) AS independent_origins,
        min_by({
            'value': value, 'source': source_name, 'published_on': published_on,
            'said_by': said_by, 'quote': quote, 'fact_id': fact_id, 'status': status},
            (counts_as IS NULL, coalesce(published_on, DATE '9999-12-31'), source_name, fact_id)) AS said
    FROM clashes JOIN stated USING (fact_id)
    GROUP BY event_id, field, lesser, greater, value),
paired AS (
    SELECT event_id, field, any_value(sides) AS whose,
        list({'said': said, 'sources': sources, 'independent_origins': independent_origins}
            ORDER BY independent_origins DESC, sources DESC, said.published_on, value) AS sides
    FROM sayings GROUP BY event_id, field, lesser, greater),
worded AS (
    SELECT event_id, field, whose, sides[1] AS one, sides[2] AS other,
        replace(split_part(event_id, '/', 1), '_', ' ') || ' of ' || replace(split_part(event_id, '/', 2), '-', ' and ')
            || ' (' || split_part(event_id, '/', 3) || ')' AS thing,
        CASE field
            WHEN 'returned' THEN 'how many ' || CASE WHEN event_id LIKE 'remains_repatriation/%' THEN 'dead ' ELSE '' END
                || 'go home to ' || array_to_string(whose, ' and to ')
            WHEN 'total' THEN 'how many go home in all'
            WHEN 'duration_minutes' THEN 'how many minutes they lasted'
            WHEN 'duration_hours' THEN 'how many hours it was to last'
            WHEN 'days' THEN 'how many days were given'
            WHEN 'ordinal' THEN 'which of the series it was'
            WHEN 'date' THEN 'the day'
            WHEN 'city' THEN 'the city'
            WHEN 'status' THEN 'whether it is so'
            ELSE 'the ' || field
        END AS question,
        CASE field
            WHEN 'returned' THEN 'Both count people of one side in one event: one of them is wrong, or they do not count the same people.'
            WHEN 'total' THEN 'Both count all people of one event: one of them is wrong, or they do not count the same people.'
            WHEN 'ordinal' THEN 'One meeting has one number, unless they count different series.'
            WHEN 'date' THEN 'Both tell of the same step of one event, and the days do not overlap.'
            WHEN 'city' THEN 'One meeting is in one city.'
            WHEN 'status' THEN 'What one reports the other denies.'
            ELSE 'Both measure one thing, and what their words allow does not overlap.'
        END AS why
    FROM paired WHERE len(sides) = 2)
SELECT event_id, field, whose,
    'On ' || question || ' in the ' || thing || ', ' || saying(one.said, one.sources) || ', but '
        || saying(other.said, other.sources) || '. ' || why AS sentence,
    why,
    one.said.value AS value, one.said.source AS source_name, one.said.published_on AS published_on,
    one.said.said_by AS said_by, one.said.quote AS quote, one.said.fact_id AS fact_id, one.sources AS sources,
    one.independent_origins AS independent_origins,
    other.said.value AS other_value, other.said.source AS other_source_name,
    other.said.published_on AS other_published_on, other.said.said_by AS other_said_by,
    other.said.quote AS other_quote, other.said.fact_id AS other_fact_id, other.sources AS other_sources,
    other.independent_origins AS other_independent_origins
FROM worded;
COMMENT ON MACRO TABLE disagreements_among IS 'The view disagreements over the facts and relations of two relations, which are named.';

CREATE VIEW disagreements AS SELECT * EXCLUDE (first_batch) FROM live_disagreements;
COMMENT ON VIEW disagreements IS 'What sources say of one event that cannot be true together, a sentence a row, like a newspaper''s corrections: who says which, when, and why one of them must be wrong. Wrong readings and links show up here too: read the quotes. Example: SELECT sentence, quote, other_quote FROM disagreements ORDER BY published_on DESC.';
COMMENT ON COLUMN disagreements.field IS 'The value they differ in (event_claims.field).';
COMMENT ON COLUMN disagreements.whose IS 'Whose people; several, where both sides are counted alike. NULL: a value of no side.';
COMMENT ON COLUMN disagreements.sentence IS 'The disagreement in words.';
COMMENT ON COLUMN disagreements.why IS 'Why both cannot be right; the end of the sentence.';
COMMENT ON COLUMN disagreements.value IS 'What the better supported side says: of more independent sources, then of more outlets, then the earlier.';
COMMENT ON COLUMN disagreements.source_name IS 'The first outlet that says it: of those that count as sources, where one does.';
COMMENT ON COLUMN disagreements.published_on IS 'When it was published. NULL: not known.';
COMMENT ON COLUMN disagreements.said_by IS 'On whose word, nearest first. NULL: in its own voice.';
COMMENT ON COLUMN disagreements.quote IS 'Its words.';
COMMENT ON COLUMN disagreements.fact_id IS 'Its fact.';
COMMENT ON COLUMN disagreements.sources IS 'How many outlets say it.';
COMMENT ON COLUMN disagreements.independent_origins IS 'As how many independent sources they count.';
COMMENT ON COLUMN disagreements.other_value IS 'What the other side says; its columns are as those above.';
COMMENT ON COLUMN disagreements.other_source_name IS 'The first outlet that says so.';
COMMENT ON COLUMN disagreements.other_published_on IS 'When it was published. NULL: not known.';
COMMENT ON COLUMN disagreements.other_said_by IS 'On whose word. NULL: in its own voice.';
COMMENT ON COLUMN disagreements.other_quote IS 'Its words.';
COMMENT ON COLUMN disagreements.other_fact_id IS 'Its fact.';
COMMENT ON COLUMN disagreements.other_sources IS 'How many outlets say so.';
COMMENT ON COLUMN disagreements.other_independent_origins IS 'As how many independent sources they count.';
