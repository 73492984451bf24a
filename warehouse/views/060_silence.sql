CREATE VIEW silence AS
SELECT silences.extractor AS kind, silences.reason, silences.pattern,
    substr(articles.text, silences.char_start + 1, silences.char_end - silences.char_start) AS sentence,
    silences.article_id, sources.reference, sources.outlet, silences.char_start, silences.char_end
FROM silences
SEMI JOIN (
    SELECT article_id, extractor, max(extractor_version) AS extractor_version
    FROM extractions GROUP BY ALL
) AS newest USING (article_id, extractor, extractor_version)
JOIN article_sources AS sources USING (article_id)
JOIN articles USING (article_id)
UNION ALL
SELECT words.kind, 'removed_block', removed_blocks.kind, removed_blocks.text, readings.article_id, readings.reference,
    readings.outlet, NULL, NULL
FROM removed_blocks
JOIN current_readings AS readings USING (capture_id, reader_version, revision)
JOIN (VALUES
    ('prisoner_exchange', '(?i)\b(prisoners?|hostages?|captives?|pows?)\b'),
    ('talks', '(?i)\b(talks|negotiations)\b'),
    ('ceasefire', '(?i)\b(cease-?fire|truce)\b'),
    ('ultimatum', '(?i)\b(ultimatum|deadline)\b'),
    ('sanctions', '(?i)\bsanction')
) AS words (kind, said) ON regexp_matches(removed_blocks.text, words.said)
WHERE readings.article_id IS NOT NULL AND removed_blocks.kind <> 'title_repeat';
COMMENT ON VIEW silence IS 'Why nothing, or nothing more, was read: sentences that speak of a kind and gave no fact of it, and removed blocks that do. Example: SELECT kind, reason, pattern, count(*) AS n FROM silence GROUP BY ALL ORDER BY n DESC LIMIT 20.';
COMMENT ON COLUMN silence.kind IS 'Kind of fact that the sentence speaks of.';
COMMENT ON COLUMN silence.reason IS 'in_quotation, no_count, count_without_unit, actor_unresolved, no_rule, or removed_block (facts never come from those).';
COMMENT ON COLUMN silence.pattern IS 'The words that speak of the kind with what stands beside them; of a removed block its kind.';
COMMENT ON COLUMN silence.sentence IS 'The sentence, or the removed block.';
COMMENT ON COLUMN silence.char_start IS 'Where the sentence begins in the article''s text. NULL: a removed block.';
COMMENT ON COLUMN silence.char_end IS 'Where it ends (exclusive). NULL: a removed block.';
