-- what is kept as current is not what the readings, extractions, facts and links say
-- The newest extraction of each article counts, an article stands for one page, no row stands twice.
WITH newest AS (
    SELECT article_id, extractor, max(extractor_version) AS extractor_version
    FROM (FROM extractions WHERE batch_id >= getvariable('articles_from'))
    SEMI JOIN (FROM (FROM facts WHERE batch_id >= getvariable('checked_from')) AS facts SEMI JOIN checked_batches USING (batch_id)) AS checked USING (article_id)
    GROUP BY ALL),
standing AS (
    SELECT article_id FROM live_readings
    WHERE stands_for_article AND batch_id >= getvariable('articles_from')),
expected AS (
    SELECT fact_id, article_id, batch_id FROM (FROM facts WHERE batch_id >= getvariable('checked_from')) AS facts SEMI JOIN checked_batches USING (batch_id)
    SEMI JOIN newest USING (article_id, extractor, extractor_version)
    SEMI JOIN standing USING (article_id)),
kept AS (
    SELECT fact_id, article_id, batch_id FROM (FROM live_facts WHERE batch_id >= getvariable('checked_from')) AS live_facts SEMI JOIN checked_batches USING (batch_id)),
told AS ( -- of the events of facts that the checked batches link, and of their wholes
    SELECT event_id, part_of FROM live_facts
    SEMI JOIN (FROM (FROM links WHERE batch_id >= getvariable('checked_from')) AS links SEMI JOIN checked_batches USING (batch_id)) AS checked USING (fact_id)
    WHERE event_id IS NOT NULL AND batch_id >= getvariable('facts_from')),
named AS (SELECT event_id FROM told UNION SELECT part_of FROM told WHERE part_of IS NOT NULL),
near AS (
    SELECT batch_id AS first_batch FROM event_places
    SEMI JOIN (SELECT key_of(event_id) AS key FROM named) AS asked USING (key)),
gathered AS ( -- where older batches are not looked at, only some of their facts are counted
    SELECT event_id, any_value(kept.row_count) AS row_count, any_value(kept.facts) AS facts, count(fact_id) AS counted
    FROM named
    LEFT JOIN (
        SELECT event_id, count(*) AS row_count, max(facts) AS facts
        FROM (FROM live_events SEMI JOIN near USING (first_batch)) SEMI JOIN named USING (event_id)
        GROUP BY event_id) AS kept
        USING (event_id)
    LEFT JOIN (SELECT event_id, fact_id FROM live_facts WHERE batch_id >= getvariable('facts_from')) USING (event_id)
    GROUP BY event_id)
SELECT 'lacks the fact' AS what, fact_id AS id, batch_id FROM (FROM expected EXCEPT FROM kept)
UNION ALL
SELECT 'holds an old fact', fact_id, batch_id FROM (FROM kept EXCEPT FROM expected)
UNION ALL
SELECT 'holds the fact twice', fact_id, any_value(batch_id) FROM kept GROUP BY fact_id HAVING count(*) > 1
UNION ALL
SELECT 'holds two pages of the article', article_id, NULL
    FROM standing SEMI JOIN (FROM (FROM articles WHERE batch_id >= getvariable('checked_from')) AS articles SEMI JOIN checked_batches USING (batch_id)) AS checked USING (article_id)
    GROUP BY article_id HAVING count(*) > 1
UNION ALL
SELECT 'holds the capture twice', capture_id, NULL
    FROM (FROM live_readings WHERE batch_id >= getvariable('checked_from')) AS live_readings SEMI JOIN checked_batches USING (batch_id) GROUP BY capture_id HAVING count(*) > 1
UNION ALL
SELECT CASE WHEN row_count IS NULL THEN 'lacks the event' WHEN row_count > 1 THEN 'holds the event twice'
        ELSE 'counts other facts of the event' END, event_id, NULL
    FROM gathered
    WHERE row_count IS DISTINCT FROM 1 OR facts < counted
        OR facts > counted AND getvariable('facts_from') = ''
UNION ALL
SELECT 'lacks whose words the article has', article_id, NULL
    FROM standing SEMI JOIN (FROM (FROM articles WHERE batch_id >= getvariable('checked_from')) AS articles SEMI JOIN checked_batches USING (batch_id)) AS checked USING (article_id)
    ANTI JOIN (FROM live_origins WHERE batch_id >= getvariable('articles_from')) AS placed USING (article_id)
UNION ALL
SELECT 'says where more or fewer ' || what || ' stand', NULL, NULL
    FROM (
        SELECT 'captures' AS what, (SELECT count(*) FROM captures) - (SELECT count(*) FROM capture_places) AS lacking
        UNION ALL SELECT 'articles', (SELECT count(*) FROM articles) - (SELECT count(*) FROM article_places)
        UNION ALL SELECT 'facts', (SELECT count(*) FROM facts) - (SELECT count(*) FROM fact_places))
    WHERE lacking <> 0
