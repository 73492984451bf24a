CREATE VIEW held_back AS
SELECT run_id, source, code, detail, held_count, raised_at
FROM warnings ANTI JOIN acceptances USING (run_id, source)
WHERE held_count > 0;
COMMENT ON VIEW held_back IS 'Sources of runs whose batches are in the log and not in this snapshot, because a warning keeps them out until somebody accepts them (parley accept RUN SOURCE).';
COMMENT ON COLUMN held_back.run_id IS 'The run.';
COMMENT ON COLUMN held_back.source IS 'Name of the source.';
COMMENT ON COLUMN held_back.code IS 'The warning.';
COMMENT ON COLUMN held_back.detail IS 'The figures, for people.';
COMMENT ON COLUMN held_back.held_count IS 'References that are kept out, with what they gave.';
COMMENT ON COLUMN held_back.raised_at IS 'When (UTC).';
