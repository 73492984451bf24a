-- the words that support a value are not where its offsets say, or it has neither words nor source
SELECT fact_id, field, char_start, char_end, words, derived_from, groundings.batch_id
FROM (FROM (FROM groundings WHERE batch_id >= getvariable('checked_from')) AS groundings SEMI JOIN checked_batches USING (batch_id)) AS groundings
JOIN (SELECT fact_id, article_id FROM (FROM facts WHERE batch_id >= getvariable('checked_from')) AS facts SEMI JOIN checked_batches USING (batch_id)) USING (fact_id)
JOIN checked_texts USING (article_id)
WHERE (derived_from IS NULL) = (words IS NULL)
    OR (derived_from IS NULL AND (
        char_start < 0 OR char_end <= char_start OR char_end > length(text)
        OR substr(text, char_start + 1, char_end - char_start) IS DISTINCT FROM words))
