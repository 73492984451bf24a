-- a batch has more rows in the snapshot than its manifest counts
SELECT table_name, batch_id, held_count, counted
FROM (
    SELECT 'runs' AS table_name, batch_id, count(*) AS held_count FROM runs SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'outcomes', batch_id, count(*) FROM (FROM outcomes WHERE batch_id >= getvariable('checked_from')) AS outcomes SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'captures', batch_id, count(*) FROM (FROM captures WHERE batch_id >= getvariable('checked_from')) AS captures SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'visits', batch_id, count(*) FROM (FROM visits WHERE batch_id >= getvariable('checked_from')) AS visits SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'readings', batch_id, count(*) FROM (FROM readings WHERE batch_id >= getvariable('checked_from')) AS readings SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'articles', batch_id, count(*) FROM (FROM articles WHERE batch_id >= getvariable('checked_from')) AS articles SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'removed_blocks', batch_id, count(*) FROM (FROM removed_blocks WHERE batch_id >= getvariable('checked_from')) AS removed_blocks SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'fingerprints', batch_id, count(*) FROM (FROM fingerprints WHERE batch_id >= getvariable('checked_from')) AS fingerprints SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'origins', batch_id, count(*) FROM (FROM origins WHERE batch_id >= getvariable('checked_from')) AS origins SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'outlets', batch_id, count(*) FROM (FROM outlets WHERE batch_id >= getvariable('checked_from')) AS outlets SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'extractions', batch_id, count(*) FROM (FROM extractions WHERE batch_id >= getvariable('checked_from')) AS extractions SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'facts', batch_id, count(*) FROM (FROM facts WHERE batch_id >= getvariable('checked_from')) AS facts SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'mentions', batch_id, count(*) FROM (FROM mentions WHERE batch_id >= getvariable('checked_from')) AS mentions SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'groundings', batch_id, count(*) FROM (FROM groundings WHERE batch_id >= getvariable('checked_from')) AS groundings SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'attributions', batch_id, count(*) FROM (FROM attributions WHERE batch_id >= getvariable('checked_from')) AS attributions SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'silences', batch_id, count(*) FROM (FROM silences WHERE batch_id >= getvariable('checked_from')) AS silences SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'links', batch_id, count(*) FROM (FROM links WHERE batch_id >= getvariable('checked_from')) AS links SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'quality_runs', batch_id, count(*) FROM quality_runs SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'warnings', batch_id, count(*) FROM warnings SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
    UNION ALL SELECT 'acceptances', batch_id, count(*) FROM (FROM acceptances WHERE batch_id >= getvariable('checked_from')) AS acceptances SEMI JOIN checked_batches USING (batch_id) GROUP BY ALL
) AS held
JOIN (
    UNPIVOT (FROM batches SEMI JOIN checked_batches USING (batch_id))
    ON COLUMNS('.*_count') INTO NAME count_column VALUE counted
) AS counts USING (batch_id)
WHERE count_column = rtrim(table_name, 's') || '_count' AND held_count > counted
