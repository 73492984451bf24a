-- a removed block lies outside the article's text, or a position is left out
SELECT capture_id, reader_version, revision, position, text_offset, kind, batch_id
FROM (
    SELECT blocks.*, character_count,
        row_number() OVER page - 1 AS expected_position
    FROM (FROM (FROM removed_blocks WHERE batch_id >= getvariable('checked_from')) AS removed_blocks SEMI JOIN checked_batches USING (batch_id)) AS blocks
    JOIN (SELECT capture_id, reader_version, revision, article_id FROM (FROM readings WHERE batch_id >= getvariable('checked_from')) AS readings SEMI JOIN checked_batches USING (batch_id))
        USING (capture_id, reader_version, revision)
    JOIN (SELECT article_id, character_count FROM articles WHERE batch_id >= getvariable('articles_from')) USING (article_id)
    WINDOW page AS (PARTITION BY capture_id, reader_version, revision ORDER BY position)
)
WHERE position <> expected_position OR text_offset NOT BETWEEN 0 AND character_count
