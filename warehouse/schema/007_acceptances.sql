-- What a run found suspicious, and what a person accepted all the same.

ALTER TABLE batches ADD COLUMN warning_count BIGINT;
ALTER TABLE batches ADD COLUMN acceptance_count BIGINT;
COMMENT ON COLUMN batches.warning_count IS 'Rows for warnings in the batch. NULL: of a schema without them.';
COMMENT ON COLUMN batches.acceptance_count IS 'Rows for acceptances in the batch. NULL: of a schema without them.';

CREATE TABLE warnings (
    run_id VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    code VARCHAR NOT NULL,
    detail VARCHAR NOT NULL,
    held_count BIGINT NOT NULL,
    raised_at TIMESTAMPTZ NOT NULL,
    batch_id VARCHAR NOT NULL
);
COMMENT ON TABLE warnings IS 'What was suspicious about a source in a run: too little, too much, or not what it usually gives. Key: run_id, source, code.';
COMMENT ON COLUMN warnings.run_id IS 'The run.';
COMMENT ON COLUMN warnings.source IS 'Name of the source.';
COMMENT ON COLUMN warnings.code IS 'page_for_feed, no_references, same_page, too_few, too_many, stale, paragraphs_lost, duplicates (flows/alarms.py says when each is raised).';
COMMENT ON COLUMN warnings.detail IS 'The figures, for people.';
COMMENT ON COLUMN warnings.held_count IS 'References of the source that are kept out of the snapshot, with what they gave, until somebody accepts the source''s part of the run (acceptances). 0: the warning keeps nothing out.';
COMMENT ON COLUMN warnings.raised_at IS 'When (UTC).';
COMMENT ON COLUMN warnings.batch_id IS 'The batch that brought the row.';

CREATE TABLE acceptances (
    run_id VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    note VARCHAR,
    accepted_at TIMESTAMPTZ NOT NULL,
    batch_id VARCHAR NOT NULL
);
COMMENT ON TABLE acceptances IS 'Sources of runs whose batches a person let into the snapshot though a warning kept them out (parley accept). Key: run_id, source.';
COMMENT ON COLUMN acceptances.run_id IS 'The run that was accepted.';
COMMENT ON COLUMN acceptances.source IS 'Name of the source whose part of it was accepted.';
COMMENT ON COLUMN acceptances.note IS 'Why, in the words of who did it. NULL: nothing was said.';
COMMENT ON COLUMN acceptances.accepted_at IS 'When (UTC).';
COMMENT ON COLUMN acceptances.batch_id IS 'The batch that brought the row.';
