CREATE VIEW current_readings AS
SELECT readings.*, captures.reference, captures.source, captures.fetched_at
FROM readings
JOIN captures USING (capture_id)
SEMI JOIN (
    SELECT capture_id, unnest(max({'reader_version': reader_version, 'revision': revision}))
    FROM readings GROUP BY capture_id
) AS newest USING (capture_id, reader_version, revision);
COMMENT ON VIEW current_readings IS 'What the newest reader version made of each capture, when it last read it.';
COMMENT ON COLUMN current_readings.reference IS 'File path or URL that the page was listed under.';
COMMENT ON COLUMN current_readings.source IS 'Name of the source that listed it, or "command line".';
COMMENT ON COLUMN current_readings.fetched_at IS 'When the page was first got (UTC).';
