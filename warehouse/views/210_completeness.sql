CREATE VIEW completeness AS
WITH present AS (
    SELECT extractor, max(extractor_version) AS extractor_version FROM extractions GROUP BY ALL
)
SELECT day, source, extractor, extractor_version, article_count, coalesce(read_count, 0) AS read_count,
    article_count - coalesce(read_count, 0) AS missing_count, coalesce(fact_count, 0) AS fact_count
FROM live_days CROSS JOIN present
LEFT JOIN live_reads USING (day, source, extractor, extractor_version);

COMMENT ON VIEW completeness IS 'Whether every article was read by the newest version of every extractor: a row for each day of fetching, source and extractor. Example: FROM completeness WHERE missing_count > 0; parley reextract reads what is missing.';
COMMENT ON COLUMN completeness.day IS 'Day on which the pages were first got (UTC).';
COMMENT ON COLUMN completeness.source IS 'Name of the source, or "command line".';
COMMENT ON COLUMN completeness.extractor IS 'The extractor: the name of its kind of fact.';
COMMENT ON COLUMN completeness.extractor_version IS 'Its newest version that has read anything.';
COMMENT ON COLUMN completeness.article_count IS 'Articles that the pages gave.';
COMMENT ON COLUMN completeness.read_count IS 'Those of them that this version has read, with or without finding a fact.';
COMMENT ON COLUMN completeness.missing_count IS 'Those that it has not read.';
COMMENT ON COLUMN completeness.fact_count IS 'Facts that it found in them.';
