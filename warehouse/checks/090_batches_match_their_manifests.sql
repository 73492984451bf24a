-- a batch has more rows in the snapshot than its manifest counts
SELECT table_name, batch_id, held_count, counted
FROM (
    SELECT 'runs' AS table_name, batch_id, count(*) AS held_count FROM runs SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'outcomes', batch_id, count(*) FROM outcomes SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'captures', batch_id, count(*) FROM captures SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'visits', batch_id, count(*) FROM visits SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'readings', batch_id, count(*) FROM readings SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'articles', batch_id, count(*) FROM articles SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'removed_blocks', batch_id, count(*) FROM removed_blocks SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'fingerprints', batch_id, count(*) FROM fingerprints SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'origins', batch_id, count(*) FROM origins SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'outlets', batch_id, count(*) FROM outlets SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'extractions', batch_id, count(*) FROM extractions SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'facts', batch_id, count(*) FROM facts SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'mentions', batch_id, count(*) FROM mentions SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'groundings', batch_id, count(*) FROM groundings SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'attributions', batch_id, count(*) FROM attributions SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'silences', batch_id, count(*) FROM silences SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'links', batch_id, count(*) FROM links SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'quality_runs', batch_id, count(*) FROM quality_runs SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'warnings', batch_id, count(*) FROM warnings SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'acceptances', batch_id, count(*) FROM acceptances SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
) AS held
JOIN (
    UNPIVOT (FROM batches SEMI JOIN checked_batches USING (batch_id))
    ON COLUMNS('.*_count') INTO NAME count_column VALUE counted
) AS counts USING (batch_id)
WHERE count_column = rtrim(table_name, 's') || '_count' AND held_count > counted
