-- Everything current is what was known at some time, with no end to the time: the macros take a time
-- (NULL: now), the views show what publishing has kept of it (derived/). Batch ids begin with the time of their commit and
-- rise with it, so what was known by then is what came with smaller ones.
CREATE MACRO known_until(known_at) AS
    coalesce(strftime(known_at::TIMESTAMPTZ AT TIME ZONE 'UTC', '%Y%m%dT%H%M%S%fZ'), '') || '~';
COMMENT ON MACRO known_until IS 'An upper bound of the ids of the batches that had been committed at a time (UTC where it names no zone). NULL: of all.';

CREATE MACRO newest_readings_as_of(known_at) AS TABLE
SELECT readings.*, captures.reference, captures.source, captures.fetched_at
FROM readings
JOIN captures USING (capture_id)
SEMI JOIN (
    SELECT capture_id, unnest(max({'reader_version': reader_version, 'revision': revision}))
    FROM readings WHERE batch_id <= known_until(known_at) GROUP BY capture_id
) AS newest USING (capture_id, reader_version, revision);
COMMENT ON MACRO TABLE newest_readings_as_of IS 'What the newest reader version had made of each capture by a time, when it last read it; earlier states of a page included.';

-- Each sighting of a page ends in an outcome: the capture that was seen last is what the page is.
CREATE MACRO superseded_captures_as_of(known_at) AS TABLE
SELECT capture_id
FROM (
    SELECT capture_id, first_value(capture_id) OVER (
        PARTITION BY coalesce(canonical_url, reference) ORDER BY batch_id DESC, ended_at DESC, reference, capture_id) AS seen_last
    FROM outcomes
    LEFT JOIN (SELECT run_id, reference, canonical_url FROM visits) AS visited USING (run_id, reference)
    WHERE capture_id IS NOT NULL AND batch_id <= known_until(known_at)) AS sightings
GROUP BY capture_id HAVING bool_and(capture_id <> seen_last);
COMMENT ON MACRO TABLE superseded_captures_as_of IS 'Captures of which a later one of the same article had been got by a time: what pages said before an edit.';

CREATE MACRO readings_as_of(known_at) AS TABLE
FROM newest_readings_as_of(known_at)
ANTI JOIN superseded_captures_as_of(known_at) AS superseded USING (capture_id);
COMMENT ON MACRO TABLE readings_as_of IS 'The view current_readings as it was at a time. Example: FROM readings_as_of(''2026-08-01'').';

CREATE VIEW current_readings AS SELECT * EXCLUDE (stands_for_article, capture_count) FROM live_readings;
COMMENT ON VIEW current_readings IS 'What the newest reader version made of each page as it was seen last. What a page said before an edit is in newest_readings_as_of(NULL), what the edit did to its facts in fact_changes.';
COMMENT ON COLUMN current_readings.reference IS 'File path or URL that the page was listed under.';
COMMENT ON COLUMN current_readings.source IS 'Name of the source that listed it, or "command line".';
COMMENT ON COLUMN current_readings.fetched_at IS 'When the page was first got (UTC).';
