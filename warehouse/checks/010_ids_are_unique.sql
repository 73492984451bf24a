-- an id stands twice in its table
-- Of children only the rows of the checked batches can clash: they come with their parent. What belongs
-- to a capture, an article or a fact came with it or later (captures_from …, warehouse/gate.py). Captures and
-- articles themselves can stand anywhere: only where a key is held twice they are looked at.
SELECT 'runs' AS table_name, run_id AS id, max(batch_id) AS batch_id FROM runs
    SEMI JOIN (SELECT run_id FROM runs SEMI JOIN checked_batches USING (batch_id)) USING (run_id)
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'captures', capture_id, max(batch_id) FROM captures
    SEMI JOIN (
        SELECT key FROM capture_places SEMI JOIN (
            SELECT key_of(capture_id) AS key
            FROM (FROM captures WHERE batch_id >= getvariable('checked_from')) SEMI JOIN checked_batches USING (batch_id)
        ) AS checked USING (key)
        GROUP BY key HAVING count(*) > 1
    ) AS twice ON key_of(capture_id) = key
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'readings', concat_ws(' ', capture_id, reader_version, revision), max(batch_id)
    FROM (FROM readings WHERE batch_id >= getvariable('captures_from'))
    SEMI JOIN (SELECT capture_id FROM (FROM readings WHERE batch_id >= getvariable('checked_from')) AS readings SEMI JOIN checked_batches USING (batch_id)) USING (capture_id)
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'articles', article_id, max(batch_id) FROM articles
    SEMI JOIN (
        SELECT key FROM article_places SEMI JOIN (
            SELECT key_of(article_id) AS key
            FROM (FROM articles WHERE batch_id >= getvariable('checked_from')) SEMI JOIN checked_batches USING (batch_id)
        ) AS checked USING (key)
        GROUP BY key HAVING count(*) > 1
    ) AS twice ON key_of(article_id) = key
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'extractions', concat_ws(' ', article_id, extractor, extractor_version), max(batch_id)
    FROM (FROM extractions WHERE batch_id >= getvariable('articles_from'))
    SEMI JOIN (SELECT article_id FROM (FROM extractions WHERE batch_id >= getvariable('checked_from')) AS extractions SEMI JOIN checked_batches USING (batch_id)) USING (article_id)
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'batches', batch_id, max(batch_id) FROM batches GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'outcomes', concat_ws(' ', run_id, source, reference), max(batch_id)
    FROM (FROM outcomes WHERE batch_id >= getvariable('checked_from')) AS outcomes SEMI JOIN checked_batches USING (batch_id)
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'visits', concat_ws(' ', run_id, reference), max(batch_id)
    FROM (FROM visits WHERE batch_id >= getvariable('checked_from')) AS visits SEMI JOIN checked_batches USING (batch_id)
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'fingerprints', concat_ws(' ', article_id, version), max(batch_id)
    FROM (FROM fingerprints WHERE batch_id >= getvariable('articles_from'))
    SEMI JOIN (SELECT article_id FROM (FROM fingerprints WHERE batch_id >= getvariable('checked_from')) AS fingerprints SEMI JOIN checked_batches USING (batch_id)) USING (article_id)
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'origins', concat_ws(' ', article_id, version, revision), max(batch_id)
    FROM (FROM origins WHERE batch_id >= getvariable('articles_from'))
    SEMI JOIN (SELECT article_id FROM (FROM origins WHERE batch_id >= getvariable('checked_from')) AS origins SEMI JOIN checked_batches USING (batch_id)) USING (article_id)
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'outlets', concat_ws(' ', slug, revision), max(batch_id) FROM outlets
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'removed_blocks', concat_ws(' ', capture_id, reader_version, revision, position), max(batch_id)
    FROM (FROM removed_blocks WHERE batch_id >= getvariable('checked_from')) AS removed_blocks SEMI JOIN checked_batches USING (batch_id)
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'silences', concat_ws(' ', article_id, extractor, extractor_version, char_start), max(batch_id)
    FROM (FROM silences WHERE batch_id >= getvariable('checked_from')) AS silences SEMI JOIN checked_batches USING (batch_id)
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'links', concat_ws(' ', fact_id, linker_version, revision), max(batch_id)
    FROM (FROM links WHERE batch_id >= getvariable('checked_from')) AS links SEMI JOIN checked_batches USING (batch_id)
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
SELECT 'facts', fact_id, max(batch_id) FROM (FROM facts WHERE batch_id >= getvariable('checked_from')) AS facts SEMI JOIN checked_batches USING (batch_id)
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'mentions', concat_ws(' ', fact_id, mention_rank), max(batch_id)
    FROM (FROM mentions WHERE batch_id >= getvariable('checked_from')) AS mentions SEMI JOIN checked_batches USING (batch_id)
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'groundings', concat_ws(' ', fact_id, field), max(batch_id)
    FROM (FROM groundings WHERE batch_id >= getvariable('checked_from')) AS groundings SEMI JOIN checked_batches USING (batch_id)
    GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'attributions', concat_ws(' ', fact_id, hop), max(batch_id)
    FROM (FROM attributions WHERE batch_id >= getvariable('checked_from')) AS attributions SEMI JOIN checked_batches USING (batch_id)
    GROUP BY ALL HAVING count(*) > 1
