-- what is kept as current is not what the readings, extractions and facts say
-- The newest extraction of each article counts, an article stands for one page, no row stands twice.
WITH newest AS (
    SELECT article_id, extractor, max(extractor_version) AS extractor_version
    FROM (FROM extractions WHERE batch_id >= getvariable('articles_from'))
    SEMI JOIN (FROM facts SEMI JOIN checked_batches USING (batch_id)) AS checked USING (article_id)
    GROUP BY ALL),
standing AS (
    SELECT article_id FROM live_readings
    WHERE stands_for_article AND batch_id >= getvariable('articles_from')),
expected AS (
    SELECT fact_id, article_id, batch_id FROM facts SEMI JOIN checked_batches USING (batch_id)
    SEMI JOIN newest USING (article_id, extractor, extractor_version)
    SEMI JOIN standing USING (article_id)),
kept AS (
    SELECT fact_id, article_id, batch_id FROM live_facts SEMI JOIN checked_batches USING (batch_id))
SELECT 'lacks the fact' AS what, fact_id AS id, batch_id FROM (FROM expected EXCEPT FROM kept)
UNION ALL
SELECT 'holds an old fact', fact_id, batch_id FROM (FROM kept EXCEPT FROM expected)
UNION ALL
SELECT 'holds the fact twice', fact_id, any_value(batch_id) FROM kept GROUP BY fact_id HAVING count(*) > 1
UNION ALL
SELECT 'holds two pages of the article', article_id, NULL
    FROM standing SEMI JOIN (FROM articles SEMI JOIN checked_batches USING (batch_id)) AS checked USING (article_id)
    GROUP BY article_id HAVING count(*) > 1
UNION ALL
SELECT 'holds the capture twice', capture_id, NULL
    FROM live_readings SEMI JOIN checked_batches USING (batch_id) GROUP BY capture_id HAVING count(*) > 1
