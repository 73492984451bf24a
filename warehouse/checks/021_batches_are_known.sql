-- rows of a batch that is not among the batches
SELECT table_name, batch_id
FROM (
    SELECT DISTINCT 'captures' AS table_name, batch_id FROM captures WHERE batch_id >= getvariable('checked_from')
    UNION ALL SELECT DISTINCT 'outcomes', batch_id FROM outcomes WHERE batch_id >= getvariable('checked_from')
    UNION ALL SELECT DISTINCT 'readings', batch_id FROM readings WHERE batch_id >= getvariable('checked_from')
    UNION ALL SELECT DISTINCT 'articles', batch_id FROM articles WHERE batch_id >= getvariable('checked_from')
    UNION ALL SELECT DISTINCT 'extractions', batch_id FROM extractions WHERE batch_id >= getvariable('checked_from')
    UNION ALL SELECT DISTINCT 'facts', batch_id FROM facts WHERE batch_id >= getvariable('checked_from')
    UNION ALL SELECT DISTINCT 'mentions', batch_id FROM mentions WHERE batch_id >= getvariable('checked_from')
    UNION ALL SELECT DISTINCT 'groundings', batch_id FROM groundings WHERE batch_id >= getvariable('checked_from')
    UNION ALL SELECT DISTINCT 'attributions', batch_id FROM attributions WHERE batch_id >= getvariable('checked_from')
    UNION ALL SELECT DISTINCT 'removed_blocks', batch_id FROM removed_blocks WHERE batch_id >= getvariable('checked_from')
    UNION ALL SELECT DISTINCT 'silences', batch_id FROM silences WHERE batch_id >= getvariable('checked_from')
    UNION ALL SELECT DISTINCT 'runs', batch_id FROM runs WHERE batch_id >= getvariable('checked_from')
    UNION ALL SELECT DISTINCT 'quality_runs', batch_id FROM quality_runs WHERE batch_id >= getvariable('checked_from')
)
ANTI JOIN batches USING (batch_id)
