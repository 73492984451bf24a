-- What extractors left unread, and how well they read gold: columns of the ledger are added to
-- `batches`, so batches of version 1 count none.

ALTER TABLE batches ADD COLUMN silence_count BIGINT;
ALTER TABLE batches ADD COLUMN quality_run_count BIGINT;
COMMENT ON COLUMN batches.silence_count IS 'Rows for silences in the batch.';
COMMENT ON COLUMN batches.quality_run_count IS 'Rows for quality_runs in the batch.';

CREATE TABLE silences (
    article_id VARCHAR NOT NULL,
    extractor VARCHAR NOT NULL,
    extractor_version INTEGER NOT NULL,
    char_start BIGINT NOT NULL,
    char_end BIGINT NOT NULL,
    reason VARCHAR NOT NULL,
    pattern VARCHAR NOT NULL,
    batch_id VARCHAR NOT NULL
);
COMMENT ON TABLE silences IS 'Sentences that speak of a kind and that no fact of it was read from, at most 20 for an article and extractor. Most are right; the frequent ones show which rule is missing. The newest are in the view silence.';
COMMENT ON COLUMN silences.article_id IS 'The article.';
COMMENT ON COLUMN silences.extractor IS 'The extractor that gave no fact for the sentence.';
COMMENT ON COLUMN silences.extractor_version IS 'Its version.';
COMMENT ON COLUMN silences.char_start IS 'Where the sentence begins in the article''s text (code points, from 0).';
COMMENT ON COLUMN silences.char_end IS 'Where it ends (exclusive).';
COMMENT ON COLUMN silences.reason IS 'What it lacks, as far as a glance shows: in_quotation, no_count, count_without_unit, actor_unresolved, no_rule (all seems there).';
COMMENT ON COLUMN silences.pattern IS 'The words that speak of the kind with what stands beside them; numbers and names as {count}, {actor}.';
COMMENT ON COLUMN silences.batch_id IS 'The batch that brought the row.';

CREATE TABLE quality_runs (
    run_id VARCHAR NOT NULL,
    gold VARCHAR NOT NULL,
    gold_sha256 VARCHAR NOT NULL,
    evaluated_at TIMESTAMPTZ NOT NULL,
    article_count BIGINT NOT NULL,
    kind VARCHAR NOT NULL,
    extractor_version INTEGER,
    gold_facts BIGINT NOT NULL,
    read_facts BIGINT NOT NULL,
    found_facts BIGINT NOT NULL,
    right_facts BIGINT NOT NULL,
    gold_slots BIGINT NOT NULL,
    read_slots BIGINT NOT NULL,
    right_slots BIGINT NOT NULL,
    paired_facts BIGINT NOT NULL,
    right_statuses BIGINT NOT NULL,
    gold_attributions BIGINT NOT NULL,
    right_attributions BIGINT NOT NULL,
    batch_id VARCHAR NOT NULL
);
COMMENT ON TABLE quality_runs IS 'How well facts agreed with gold, as parley evaluate --keep counted it: one row for each kind. The shares are in the view quality.';
COMMENT ON COLUMN quality_runs.run_id IS 'The evaluation.';
COMMENT ON COLUMN quality_runs.gold IS 'Name of the gold file.';
COMMENT ON COLUMN quality_runs.gold_sha256 IS 'sha256 of the gold file.';
COMMENT ON COLUMN quality_runs.evaluated_at IS 'When it was evaluated (UTC).';
COMMENT ON COLUMN quality_runs.article_count IS 'Articles of the gold file, those without facts included.';
COMMENT ON COLUMN quality_runs.kind IS 'Kind of fact.';
COMMENT ON COLUMN quality_runs.extractor_version IS 'Version of the kind''s rules. NULL: a kind that no extractor reads.';
COMMENT ON COLUMN quality_runs.gold_facts IS 'Facts that should be read, without optional ones.';
COMMENT ON COLUMN quality_runs.read_facts IS 'Facts that were read, without those that gold calls optional.';
COMMENT ON COLUMN quality_runs.found_facts IS 'Read facts that are one thing with a gold fact.';
COMMENT ON COLUMN quality_runs.right_facts IS 'Found facts with the right status and every core field right: strictly right.';
COMMENT ON COLUMN quality_runs.gold_slots IS 'Fields that should be filled.';
COMMENT ON COLUMN quality_runs.read_slots IS 'Fields that were filled.';
COMMENT ON COLUMN quality_runs.right_slots IS 'Fields that were filled rightly.';
COMMENT ON COLUMN quality_runs.paired_facts IS 'Facts paired with gold, optional ones included.';
COMMENT ON COLUMN quality_runs.right_statuses IS 'Paired facts with the right status.';
COMMENT ON COLUMN quality_runs.gold_attributions IS 'Paired facts of which gold names who says so.';
COMMENT ON COLUMN quality_runs.right_attributions IS 'Those of them that name all of them.';
COMMENT ON COLUMN quality_runs.batch_id IS 'The batch that brought the row.';
