CREATE MACRO source_named(outlet, url, reference) AS
    coalesce(outlet, nullif(regexp_extract(url, '^[a-z]+://(?:www\.)?([^/:]+)', 1), ''), reference);
COMMENT ON MACRO source_named IS 'What an article is known by: its outlet, else the host of its address, else its reference.';

CREATE MACRO article_sources_as_of(known_at) AS TABLE
SELECT article_id, reference, capture_id, reader_version, revision, source, fetched_at, url, outlet,
    authors, published_basis, ai_generated_words, upstream, modified, date_candidates, flags,
    count(*) OVER (PARTITION BY article_id) AS capture_count
FROM readings_as_of(known_at)
WHERE article_id IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY article_id ORDER BY reference, capture_id) = 1;
COMMENT ON MACRO TABLE article_sources_as_of IS 'The view article_sources as it was at a time.';

CREATE VIEW article_sources AS
SELECT article_id, reference, capture_id, reader_version, revision, source, fetched_at, url, outlet,
    authors, published_basis, ai_generated_words, upstream, modified, date_candidates, flags, capture_count
FROM live_readings WHERE stands_for_article;
COMMENT ON VIEW article_sources IS 'One page for each article that current readings give: of several pages with the same words the one with the smallest reference, so that nothing depends on the order of ingestion.';
COMMENT ON COLUMN article_sources.article_id IS 'The article.';
COMMENT ON COLUMN article_sources.reference IS 'Smallest of the references (file path or URL) under which the article was found.';
COMMENT ON COLUMN article_sources.capture_id IS 'The page of that reference.';
COMMENT ON COLUMN article_sources.capture_count IS 'How many captures have exactly these words.';
