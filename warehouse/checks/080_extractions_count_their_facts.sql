-- an extraction holds another number of facts than it found
SELECT article_id, extractor, extractor_version, extractions.fact_count, count(facts.fact_id) AS held_count,
    extractions.batch_id
FROM (FROM (FROM extractions WHERE batch_id >= getvariable('checked_from')) AS extractions SEMI JOIN checked_batches USING (batch_id)) AS extractions
LEFT JOIN (FROM (FROM facts WHERE batch_id >= getvariable('checked_from')) AS facts SEMI JOIN checked_batches USING (batch_id)) AS facts
    USING (article_id, extractor, extractor_version)
GROUP BY ALL
HAVING extractions.fact_count <> count(facts.fact_id)
