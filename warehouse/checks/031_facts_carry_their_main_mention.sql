-- a fact's quote, offsets, rule or number of mentions differ from its mentions
SELECT fact_id, facts.quote, facts.mention_count, facts.batch_id
FROM (FROM (FROM facts WHERE batch_id >= getvariable('checked_from')) AS facts SEMI JOIN checked_batches USING (batch_id)) AS facts
LEFT JOIN (
    SELECT fact_id, count(*) AS held_count, max(mention_rank) AS last_rank,
        any_value((char_start, char_end, quote, rule)) FILTER (mention_rank = 0) AS main
    FROM (FROM mentions WHERE batch_id >= getvariable('checked_from')) AS mentions SEMI JOIN checked_batches USING (batch_id)
    GROUP BY fact_id
) USING (fact_id)
WHERE main IS DISTINCT FROM (char_start, char_end, quote, rule)
    OR held_count IS DISTINCT FROM mention_count
    OR last_rank IS DISTINCT FROM mention_count - 1
