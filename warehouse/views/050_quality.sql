CREATE VIEW quality AS
SELECT run_id, gold, evaluated_at, article_count, kind, extractor_version, gold_facts, read_facts, right_facts,
    right_facts / nullif(read_facts, 0) AS precision,
    right_facts / nullif(gold_facts, 0) AS recall,
    2 * right_facts / nullif(read_facts + gold_facts, 0) AS f1,
    2 * right_slots / nullif(read_slots + gold_slots, 0) AS slot_f1,
    right_statuses / nullif(paired_facts, 0) AS status_accuracy,
    right_attributions / nullif(gold_attributions, 0) AS attribution_accuracy
FROM quality_runs;
COMMENT ON VIEW quality IS 'How far the facts of each kind can be trusted: agreement with gold facts that people read by hand, as parley evaluate --keep measured it. Example: SELECT kind, precision, recall FROM quality WHERE run_id = (SELECT max(run_id) FROM quality).';
COMMENT ON COLUMN quality.precision IS 'Share of the read facts that are strictly right: status and every core field. NULL: none was read.';
COMMENT ON COLUMN quality.recall IS 'Share of the gold facts that were read strictly right. NULL: gold has none.';
COMMENT ON COLUMN quality.f1 IS 'Harmonic mean of precision and recall.';
COMMENT ON COLUMN quality.slot_f1 IS 'The same over single fields.';
COMMENT ON COLUMN quality.status_accuracy IS 'Share of the found facts with the right status.';
COMMENT ON COLUMN quality.attribution_accuracy IS 'Share of the found facts that name everybody who says so, where gold does.';
