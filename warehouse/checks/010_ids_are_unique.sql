-- an id stands twice in its table
-- Of children only the rows of the checked batches can clash: they come with their parent. What belongs
-- to a capture, an article or a fact came with it or later (captures_from …, warehouse/gate.py).
SELECT 'runs' AS table_name, run_id AS id, max(batch_id) AS batch_id FROM runs
    SEMI JOIN (SELECT run_id FROM runs SEMI JOIN checked_batches USING (batch_id)) USING (run_id)
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'captures', capture_id, max(batch_id) FROM captures
    SEMI JOIN (SELECT capture_id FROM captures SEMI JOIN checked_batches USING (batch_id)) USING (capture_id)
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'readings', concat_ws(' ', capture_id, reader_version, revision), max(batch_id)
    FROM (FROM readings WHERE batch_id >= getvariable('captures_from'))
    SEMI JOIN (SELECT capture_id FROM readings SEMI JOIN checked_batches USING (batch_id)) USING (capture_id)
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'articles', article_id, max(batch_id) FROM articles
    SEMI JOIN (SELECT article_id FROM articles SEMI JOIN checked_batches USING (batch_id)) USING (article_id)
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'extractions', concat_ws(' ', article_id, extractor, extractor_version), max(batch_id)
    FROM (FROM extractions WHERE batch_id >= getvariable('articles_from'))
    SEMI JOIN (SELECT article_id FROM extractions SEMI JOIN checked_batches USING (batch_id)) USING (article_id)
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'batches', batch_id, max(batch_id) FROM batches GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'outcomes', concat_ws(' ', run_id, source, reference), max(batch_id)
    FROM outcomes SEMI JOIN checked_batches USING (batch_id)
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'visits', concat_ws(' ', run_id, reference), max(batch_id)
    FROM visits SEMI JOIN checked_batches USING (batch_id)
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'fingerprints', concat_ws(' ', article_id, version), max(batch_id)
    FROM (FROM fingerprints WHERE batch_id >= getvariable('articles_from'))
    SEMI JOIN (SELECT article_id FROM fingerprints SEMI JOIN checked_batches USING (batch_id)) USING (article_id)
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'origins', concat_ws(' ', article_id, version, revision), max(batch_id)
    FROM (FROM origins WHERE batch_id >= getvariable('articles_from'))
    SEMI JOIN (SELECT article_id FROM origins SEMI JOIN checked_batches USING (batch_id)) USING (article_id)
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'outlets', concat_ws(' ', slug, revision), max(batch_id) FROM outlets
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'removed_blocks', concat_ws(' ', capture_id, reader_version, revision, position), max(batch_id)
    FROM removed_blocks SEMI JOIN checked_batches USING (batch_id)
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'silences', concat_ws(' ', article_id, extractor, extractor_version, char_start), max(batch_id)
    FROM silences SEMI JOIN checked_batches USING (batch_id)
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'links', concat_ws(' ', fact_id, linker_version, revision), max(batch_id)
    FROM links SEMI JOIN checked_batches USING (batch_id)
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'quality_runs', concat_ws(' ', run_id, gold, kind), max(batch_id)
    FROM quality_runs SEMI JOIN checked_batches USING (batch_id)
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'warnings', concat_ws(' ', run_id, source, code), max(batch_id)
    FROM warnings SEMI JOIN checked_batches USING (batch_id)
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'acceptances', concat_ws(' ', run_id, source), max(batch_id)
    FROM acceptances GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'facts', fact_id, max(batch_id) FROM facts SEMI JOIN checked_batches USING (batch_id)
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'mentions', concat_ws(' ', fact_id, mention_rank), max(batch_id)
    FROM mentions SEMI JOIN checked_batches USING (batch_id)
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'groundings', concat_ws(' ', fact_id, field), max(batch_id)
    FROM groundings SEMI JOIN checked_batches USING (batch_id)
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'attributions', concat_ws(' ', fact_id, hop), max(batch_id)
    FROM attributions SEMI JOIN checked_batches USING (batch_id)
    GROUP BY ALL HAVING count(*) > 1
