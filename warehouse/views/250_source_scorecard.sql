-- Both name relations: one with the columns of linked_facts, one with those of fact_relations.
CREATE MACRO scores_among(told_facts, relations) AS TABLE
WITH related AS ( -- each pair seen from both sides
    SELECT fact_id, relation, independent FROM query_table(relations)
    UNION ALL
    SELECT other_fact_id, relation, independent FROM query_table(relations)),
judged AS (
    SELECT fact_id, bool_or(relation = 'corroborates' AND independent) AS is_corroborated,
        bool_or(relation = 'contradicts') AS is_contradicted
    FROM related GROUP BY fact_id),
shared AS (
    SELECT event_id, min(published_on) AS first_reported FROM query_table(told_facts)
    GROUP BY event_id HAVING count(DISTINCT source_name) > 1)
SELECT event_id, source_name, count(judged.fact_id) AS compared,
    count(*) FILTER (is_corroborated) AS corroborated, count(*) FILTER (is_contradicted) AS contradicted,
    coalesce(bool_or(published_on = shared.first_reported), false) AS is_first_report
FROM query_table(told_facts)
LEFT JOIN judged USING (fact_id)
LEFT JOIN shared USING (event_id)
GROUP BY event_id, source_name
HAVING compared > 0 OR is_first_report;
COMMENT ON MACRO TABLE scores_among IS 'How each outlet fares in each event, of the facts and relations of two relations, which are named; source_scorecard adds it up.';

CREATE VIEW source_scorecard AS
WITH read AS (
    SELECT source_named(outlet, url, reference) AS source_name, count(*) AS facts,
        count(*) FILTER (opens_article) AS articles,
        count(*) FILTER (opens_article AND machine_written) AS machine_articles,
        count(*) FILTER (opens_article AND first_hand) AS own_articles
    FROM live_facts GROUP BY source_name),
scored AS (
    SELECT source_name, sum(compared)::BIGINT AS compared, sum(corroborated) AS corroborated,
        sum(contradicted) AS contradicted, count(*) FILTER (is_first_report) AS first_reports
    FROM live_scores GROUP BY source_name)
SELECT source_name, articles, facts, coalesce(compared, 0) AS compared,
    corroborated / nullif(compared, 0) AS share_corroborated,
    contradicted / nullif(compared, 0) AS share_contradicted,
    coalesce(first_reports, 0) AS first_reports,
    machine_articles / articles AS share_machine_written,
    own_articles / articles AS share_first_hand
FROM read
LEFT JOIN scored USING (source_name);
COMMENT ON VIEW source_scorecard IS 'How each outlet fares beside the others: what of its facts others confirm or contradict, how often it is first, how much is its own. Shares say little where few facts were compared, and wrong readings count against the outlet. Example: FROM source_scorecard WHERE compared > 20 ORDER BY share_contradicted.';
COMMENT ON COLUMN source_scorecard.source_name IS 'Slug or name of the outlet; where it is not known, the host of the address or the reference.';
COMMENT ON COLUMN source_scorecard.articles IS 'Articles of which facts were read.';
COMMENT ON COLUMN source_scorecard.facts IS 'Facts read in them.';
COMMENT ON COLUMN source_scorecard.compared IS 'Facts of which a value could be held against another article''s.';
COMMENT ON COLUMN source_scorecard.share_corroborated IS 'Share of the compared that an independent source confirms. NULL: none was compared.';
COMMENT ON COLUMN source_scorecard.share_contradicted IS 'Share of the compared that another article contradicts. NULL: none was compared.';
COMMENT ON COLUMN source_scorecard.first_reports IS 'Events told by several outlets of which it had the first report, or one of those of the first day.';
COMMENT ON COLUMN source_scorecard.share_machine_written IS 'Share of its articles that say a machine wrote them.';
COMMENT ON COLUMN source_scorecard.share_first_hand IS 'Share of its articles that have their words from nobody else.';
