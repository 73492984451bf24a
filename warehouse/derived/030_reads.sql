-- How much of what is current was read by which version of which extractor (warehouse/counting.py): what
-- touched articles counted for is taken off, and what they count for now is added.

CREATE TABLE live_days (
    day DATE NOT NULL,
    source VARCHAR NOT NULL,
    article_count BIGINT NOT NULL
);
COMMENT ON TABLE live_days IS 'Derived: how many articles each source has of each day. The view completeness shows them.';
COMMENT ON COLUMN live_days.day IS 'The day on which pages of the articles were got (UTC).';
COMMENT ON COLUMN live_days.source IS 'Name of the source that listed them.';
COMMENT ON COLUMN live_days.article_count IS 'Articles of current readings.';

CREATE TABLE live_reads (
    day DATE NOT NULL,
    source VARCHAR NOT NULL,
    extractor VARCHAR NOT NULL,
    extractor_version INTEGER NOT NULL,
    read_count BIGINT NOT NULL,
    fact_count BIGINT NOT NULL
);
COMMENT ON TABLE live_reads IS 'Derived: how many of the articles in live_days each version of each extractor has read.';
COMMENT ON COLUMN live_reads.day IS 'The day on which pages of the articles were got (UTC).';
COMMENT ON COLUMN live_reads.source IS 'Name of the source that listed them.';
COMMENT ON COLUMN live_reads.extractor IS 'The extractor.';
COMMENT ON COLUMN live_reads.extractor_version IS 'Its version.';
COMMENT ON COLUMN live_reads.read_count IS 'Articles that it has read.';
COMMENT ON COLUMN live_reads.fact_count IS 'Facts that it found in them.';
