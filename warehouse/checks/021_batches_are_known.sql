-- rows of a batch that is not among the batches
SELECT table_name, batch_id
FROM (
    SELECT DISTINCT 'captures' AS table_name, batch_id FROM captures
    UNION ALL SELECT DISTINCT 'outcomes', batch_id FROM outcomes
    UNION ALL SELECT DISTINCT 'readings', batch_id FROM readings
    UNION ALL SELECT DISTINCT 'articles', batch_id FROM articles
    UNION ALL SELECT DISTINCT 'extractions', batch_id FROM extractions
    UNION ALL SELECT DISTINCT 'facts', batch_id FROM facts
)
ANTI JOIN batches USING (batch_id)
