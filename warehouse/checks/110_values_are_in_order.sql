-- a count without low ≤ best ≤ high, a date that ends before it starts, a wrong length
SELECT 'count' AS what, fact_id AS id, value::VARCHAR AS value, batch_id
    FROM (
        SELECT fact_id, batch_id, tree.value, (tree.value->>'low')::BIGINT AS low,
            (tree.value->>'best')::BIGINT AS best, (tree.value->>'high')::BIGINT AS high
        FROM (FROM (FROM facts WHERE batch_id >= getvariable('checked_from')) AS facts SEMI JOIN checked_batches USING (batch_id) WHERE contains(fields, '"qualifier"')) AS facts,
            json_tree(facts.fields) AS tree
        WHERE tree.type = 'OBJECT' AND json_exists(tree.value, '$.qualifier')
    )
    WHERE low > best OR best > high OR low > high OR low < 0 OR coalesce(low, best, high) IS NULL
UNION ALL
SELECT 'date', fact_id, date, batch_id FROM (FROM facts WHERE batch_id >= getvariable('checked_from')) AS facts SEMI JOIN checked_batches USING (batch_id)
    WHERE date_start > date_end
UNION ALL
SELECT 'confidence', fact_id, confidence::VARCHAR, batch_id FROM (FROM facts WHERE batch_id >= getvariable('checked_from')) AS facts SEMI JOIN checked_batches USING (batch_id)
    WHERE confidence NOT BETWEEN 0 AND 1
UNION ALL
SELECT 'length', article_id, character_count::VARCHAR, batch_id
    FROM (FROM articles WHERE batch_id >= getvariable('checked_from')) AS articles SEMI JOIN checked_batches USING (batch_id)
    WHERE character_count <> length(text)
