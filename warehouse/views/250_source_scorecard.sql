CREATE VIEW source_scorecard AS
WITH facts AS (
    SELECT source_named(facts.outlet, facts.url, facts.reference) AS source_name, facts.fact_id, facts.article_id, origins.machine_written, origins.first_hand
    FROM current_facts AS facts JOIN article_origins AS origins USING (article_id)),
related AS ( -- each pair seen from both sides
    SELECT fact_id, relation, independent FROM fact_relations
    UNION ALL
    SELECT other_fact_id, relation, independent FROM fact_relations),
judged AS (
    SELECT fact_id, bool_or(relation = 'corroborates' AND independent) AS corroborated,
        bool_or(relation = 'contradicts') AS contradicted
    FROM related GROUP BY fact_id),
shared AS (
    SELECT event_id, min(published_on) AS published_on FROM event_facts
    GROUP BY event_id HAVING count(DISTINCT source_name) > 1),
first_reports AS (
    SELECT source_name, count(DISTINCT event_id) AS first_reports
    FROM event_facts SEMI JOIN shared USING (event_id, published_on) GROUP BY source_name)
SELECT source_name, count(DISTINCT article_id) AS articles, count(*) AS facts,
    count(judged.fact_id) AS compared,
    count(*) FILTER (corroborated) / nullif(count(judged.fact_id), 0) AS share_corroborated,
    count(*) FILTER (contradicted) / nullif(count(judged.fact_id), 0) AS share_contradicted,
    coalesce(any_value(first_reports.first_reports), 0) AS first_reports,
    count(DISTINCT article_id) FILTER (machine_written) / count(DISTINCT article_id) AS share_machine_written,
    count(DISTINCT article_id) FILTER (first_hand) / count(DISTINCT article_id) AS share_first_hand
FROM facts
LEFT JOIN judged USING (fact_id)
LEFT JOIN first_reports USING (source_name)
GROUP BY source_name;
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
