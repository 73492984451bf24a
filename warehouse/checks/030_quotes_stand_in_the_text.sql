-- a quote differs from the article's text between its offsets
-- Removed blocks are no part of the text, so a fact that passes was not read from one.
SELECT fact_id, article_id, char_start, char_end, mentions.quote, mentions.batch_id
FROM (FROM (FROM mentions WHERE batch_id >= getvariable('checked_from')) AS mentions SEMI JOIN checked_batches USING (batch_id)) AS mentions
JOIN (SELECT fact_id, article_id FROM (FROM facts WHERE batch_id >= getvariable('checked_from')) AS facts SEMI JOIN checked_batches USING (batch_id)) USING (fact_id)
JOIN checked_texts USING (article_id)
WHERE char_start < 0 OR char_end <= char_start
    OR substr(text, char_start + 1, char_end - char_start) IS DISTINCT FROM mentions.quote
