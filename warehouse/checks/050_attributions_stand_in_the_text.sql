-- the words that name a source lie outside the article's text
SELECT fact_id, hop, name, char_start, char_end, attributions.batch_id
FROM (FROM (FROM attributions WHERE batch_id >= getvariable('checked_from')) AS attributions SEMI JOIN checked_batches USING (batch_id)) AS attributions
JOIN (SELECT fact_id, article_id FROM (FROM facts WHERE batch_id >= getvariable('checked_from')) AS facts SEMI JOIN checked_batches USING (batch_id)) USING (fact_id)
JOIN checked_texts USING (article_id)
WHERE char_start < 0 OR char_end < char_start OR char_end > length(text)
