-- what is kept as current is not what the readings, extractions, facts and links say
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
    SELECT fact_id, article_id, batch_id FROM live_facts SEMI JOIN checked_batches USING (batch_id)),
told AS ( -- of the events of facts that the checked batches link, and of their wholes
    SELECT event_id, part_of FROM live_facts
    SEMI JOIN (FROM links SEMI JOIN checked_batches USING (batch_id)) AS checked USING (fact_id)
    WHERE event_id IS NOT NULL AND batch_id >= getvariable('facts_from')),
named AS (SELECT event_id FROM told UNION SELECT part_of FROM told WHERE part_of IS NOT NULL),
gathered AS (SELECT event_id, facts FROM live_events SEMI JOIN named USING (event_id)),
counted AS ( -- where older batches are not looked at, some of their facts
    SELECT event_id, count(*) AS facts FROM (FROM live_facts WHERE batch_id >= getvariable('facts_from'))
    SEMI JOIN named USING (event_id) GROUP BY event_id)
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
UNION ALL
SELECT 'lacks the event', event_id, NULL FROM named ANTI JOIN gathered USING (event_id)
UNION ALL
SELECT 'holds the event twice', event_id, NULL FROM gathered GROUP BY event_id HAVING count(*) > 1
UNION ALL
SELECT 'counts too few facts of the event', event_id, NULL
    FROM gathered JOIN counted USING (event_id) WHERE gathered.facts < counted.facts
UNION ALL
SELECT 'counts too many facts of the event', event_id, NULL
    FROM gathered LEFT JOIN counted USING (event_id)
    WHERE getvariable('facts_from') = '' AND gathered.facts > coalesce(counted.facts, 0)
UNION ALL
SELECT 'lacks whose words the article has', article_id, NULL
    FROM standing SEMI JOIN (FROM articles SEMI JOIN checked_batches USING (batch_id)) AS checked USING (article_id)
    ANTI JOIN (FROM live_origins WHERE batch_id >= getvariable('articles_from')) AS placed USING (article_id)
