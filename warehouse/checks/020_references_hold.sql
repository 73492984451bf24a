-- a row points to one that is not there
SELECT 'outcomes → captures' AS reference, capture_id AS missing, batch_id
    FROM (FROM (FROM outcomes WHERE batch_id >= getvariable('checked_from')) AS outcomes SEMI JOIN checked_batches USING (batch_id)) ANTI JOIN (FROM captures WHERE batch_id >= getvariable('captures_from')) AS held USING (capture_id)
    WHERE capture_id IS NOT NULL
UNION ALL
SELECT 'visits → captures', capture_id, batch_id
    FROM (FROM (FROM visits WHERE batch_id >= getvariable('checked_from')) AS visits SEMI JOIN checked_batches USING (batch_id)) ANTI JOIN (FROM captures WHERE batch_id >= getvariable('captures_from')) AS held USING (capture_id)
    WHERE capture_id IS NOT NULL
UNION ALL
SELECT 'readings → captures', capture_id, batch_id
    FROM (FROM (FROM readings WHERE batch_id >= getvariable('checked_from')) AS readings SEMI JOIN checked_batches USING (batch_id)) ANTI JOIN (FROM captures WHERE batch_id >= getvariable('captures_from')) AS held USING (capture_id)
UNION ALL
SELECT 'readings → articles', article_id, batch_id
    FROM (FROM (FROM readings WHERE batch_id >= getvariable('checked_from')) AS readings SEMI JOIN checked_batches USING (batch_id)) ANTI JOIN (FROM articles WHERE batch_id >= getvariable('articles_from')) AS held USING (article_id)
    WHERE article_id IS NOT NULL
UNION ALL
SELECT 'articles → readings', article_id, batch_id
    FROM (FROM (FROM articles WHERE batch_id >= getvariable('checked_from')) AS articles SEMI JOIN checked_batches USING (batch_id)) ANTI JOIN (FROM readings WHERE batch_id >= getvariable('articles_from')) AS held USING (article_id)
    -- where another batch brought the same revision of a reading first, its article stays alone:
    -- a batch may have as many of them as readings that came second
    JOIN (
        SELECT batch_id, reading_count - count(capture_id) AS second_count
        FROM (FROM batches SEMI JOIN checked_batches USING (batch_id))
        LEFT JOIN readings USING (batch_id) GROUP BY batch_id, reading_count) USING (batch_id)
    QUALIFY count(*) OVER (PARTITION BY batch_id) > second_count
UNION ALL
SELECT 'fingerprints → articles', article_id, batch_id
    FROM (FROM (FROM fingerprints WHERE batch_id >= getvariable('checked_from')) AS fingerprints SEMI JOIN checked_batches USING (batch_id)) ANTI JOIN (FROM articles WHERE batch_id >= getvariable('articles_from')) AS held USING (article_id)
UNION ALL
SELECT 'origins → articles', article_id, batch_id
    FROM (FROM (FROM origins WHERE batch_id >= getvariable('checked_from')) AS origins SEMI JOIN checked_batches USING (batch_id)) ANTI JOIN (FROM articles WHERE batch_id >= getvariable('articles_from')) AS held USING (article_id)
UNION ALL
SELECT 'origins → articles (origin_id)', origin_id, batch_id
    FROM (FROM (FROM origins WHERE batch_id >= getvariable('checked_from')) AS origins SEMI JOIN checked_batches USING (batch_id))
    ANTI JOIN article_places ON key_of(origin_id) = key
    WHERE origin_id IS NOT NULL
UNION ALL
SELECT 'removed_blocks → readings', capture_id, batch_id
    FROM (FROM (FROM removed_blocks WHERE batch_id >= getvariable('checked_from')) AS removed_blocks SEMI JOIN checked_batches USING (batch_id))
    ANTI JOIN (FROM (FROM readings WHERE batch_id >= getvariable('checked_from')) AS readings SEMI JOIN checked_batches USING (batch_id)) AS held
        USING (capture_id, reader_version, revision, batch_id)
UNION ALL
SELECT 'extractions → articles', article_id, batch_id
    FROM (FROM (FROM extractions WHERE batch_id >= getvariable('checked_from')) AS extractions SEMI JOIN checked_batches USING (batch_id)) ANTI JOIN (FROM articles WHERE batch_id >= getvariable('articles_from')) AS held USING (article_id)
UNION ALL
SELECT 'facts → extractions', fact_id, batch_id
    FROM (FROM (FROM facts WHERE batch_id >= getvariable('checked_from')) AS facts SEMI JOIN checked_batches USING (batch_id))
    ANTI JOIN (FROM (FROM extractions WHERE batch_id >= getvariable('checked_from')) AS extractions SEMI JOIN checked_batches USING (batch_id)) AS held
        USING (article_id, extractor, extractor_version, batch_id)
UNION ALL
SELECT 'silences → extractions', article_id, batch_id
    FROM (FROM (FROM silences WHERE batch_id >= getvariable('checked_from')) AS silences SEMI JOIN checked_batches USING (batch_id))
    ANTI JOIN (FROM (FROM extractions WHERE batch_id >= getvariable('checked_from')) AS extractions SEMI JOIN checked_batches USING (batch_id)) AS held
        USING (article_id, extractor, extractor_version, batch_id)
UNION ALL
SELECT 'mentions → facts', fact_id, batch_id
    FROM (FROM (FROM mentions WHERE batch_id >= getvariable('checked_from')) AS mentions SEMI JOIN checked_batches USING (batch_id))
    ANTI JOIN (FROM (FROM facts WHERE batch_id >= getvariable('checked_from')) AS facts SEMI JOIN checked_batches USING (batch_id)) AS held USING (fact_id, batch_id)
UNION ALL
SELECT 'groundings → facts', fact_id, batch_id
    FROM (FROM (FROM groundings WHERE batch_id >= getvariable('checked_from')) AS groundings SEMI JOIN checked_batches USING (batch_id))
    ANTI JOIN (FROM (FROM facts WHERE batch_id >= getvariable('checked_from')) AS facts SEMI JOIN checked_batches USING (batch_id)) AS held USING (fact_id, batch_id)
UNION ALL
SELECT 'attributions → facts', fact_id, batch_id
    FROM (FROM (FROM attributions WHERE batch_id >= getvariable('checked_from')) AS attributions SEMI JOIN checked_batches USING (batch_id))
    ANTI JOIN (FROM (FROM facts WHERE batch_id >= getvariable('checked_from')) AS facts SEMI JOIN checked_batches USING (batch_id)) AS held USING (fact_id, batch_id)
UNION ALL
SELECT 'links → facts', fact_id, batch_id
    FROM (FROM (FROM links WHERE batch_id >= getvariable('checked_from')) AS links SEMI JOIN checked_batches USING (batch_id)) ANTI JOIN (FROM facts WHERE batch_id >= getvariable('facts_from')) AS held USING (fact_id)
