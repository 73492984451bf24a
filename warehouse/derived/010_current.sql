-- What is current, kept as tables: publishing brings them up to date for what new batches touch
-- (warehouse/deriving.py), so that no question has to find out for the whole warehouse. They are
-- made of the other tables alone; the macros …_as_of(NULL) say the same from scratch.

CREATE TABLE sightings (
    address VARCHAR NOT NULL,
    capture_id VARCHAR NOT NULL,
    is_last BOOLEAN NOT NULL,
    key UBIGINT NOT NULL,
    batch_id VARCHAR NOT NULL
);
COMMENT ON TABLE sightings IS 'Derived: which captures each article was seen as. One row for each address and capture of the outcomes.';
COMMENT ON COLUMN sightings.address IS 'What the sightings of one article have in common: the canonical URL; for files the reference.';
COMMENT ON COLUMN sightings.capture_id IS 'The capture.';
COMMENT ON COLUMN sightings.is_last IS 'Whether it was seen last. A capture that is the last of no address is not current.';
COMMENT ON COLUMN sightings.key IS 'key_of(address): half of its MD5.';
COMMENT ON COLUMN sightings.batch_id IS 'The last batch that tells of it.';

CREATE TABLE live_readings AS
SELECT readings.*, captures.reference, captures.source, captures.fetched_at,
    true AS stands_for_article, 1::BIGINT AS capture_count
FROM readings JOIN captures USING (capture_id) LIMIT 0;
COMMENT ON TABLE live_readings IS 'Derived: the rows of the view current_readings.';
COMMENT ON COLUMN live_readings.reference IS 'File path or URL that the page was listed under.';
COMMENT ON COLUMN live_readings.source IS 'Name of the source that listed it, or "command line".';
COMMENT ON COLUMN live_readings.fetched_at IS 'When the page was first got (UTC).';
COMMENT ON COLUMN live_readings.stands_for_article IS 'Whether this page is the one that article_sources shows for its article.';
COMMENT ON COLUMN live_readings.capture_count IS 'How many captures have exactly these words. NULL: no article.';

CREATE TABLE live_origins (
    article_id VARCHAR NOT NULL,
    outlet VARCHAR,
    family VARCHAR,
    origin_id VARCHAR NOT NULL,
    basis VARCHAR,
    similarity DOUBLE,
    credits VARCHAR[] NOT NULL,
    machine_written BOOLEAN NOT NULL,
    first_hand BOOLEAN NOT NULL,
    counts_as VARCHAR,
    reason VARCHAR NOT NULL,
    origin_key UBIGINT NOT NULL,
    batch_id VARCHAR NOT NULL
);
COMMENT ON TABLE live_origins IS 'Derived: the rows of the view article_origins.';
COMMENT ON COLUMN live_origins.outlet IS 'Slug or name of the outlet. NULL: not known.';
COMMENT ON COLUMN live_origins.basis IS 'As in article_origins. NULL: not yet compared.';
COMMENT ON COLUMN live_origins.origin_key IS 'key_of(origin_id): half of its MD5.';
COMMENT ON COLUMN live_origins.batch_id IS 'The batch that first brought the article.';

CREATE TABLE live_links AS FROM links LIMIT 0;
COMMENT ON TABLE live_links IS 'Derived: the rows of the view current_links.';

CREATE TABLE live_facts AS
SELECT facts.fact_id, facts.article_id, captures.reference, readings.url, readings.outlet, articles.title,
    articles.published, articles.published_on, facts.kind, facts.status, facts.date, facts.date_start,
    facts.date_end, facts.date_precision, facts.date_basis, facts.fields, facts.quote, facts.char_start,
    facts.char_end, facts.mention_count, facts.confidence, facts.extractor, facts.extractor_version,
    facts.rule, ['']::VARCHAR[] AS said_by, facts.batch_id, readings.upstream, readings.ai_generated_words,
    links.event_id, links.part_of, links.basis, links.linked_with, links.settled_start, links.settled_end,
    links.settled_from, NULL::DATE AS day_low, NULL::DATE AS day_high, NULL::MAP(VARCHAR, STRUCT(low BIGINT, best BIGINT, high BIGINT, qualifier VARCHAR)) AS returned,
    '' AS origin_id, '' AS counts_as, true AS machine_written, true AS first_hand, true AS opens_article
FROM facts, captures, readings, articles, links LIMIT 0;
COMMENT ON TABLE live_facts IS 'Derived: the rows of the view current_facts, with the event that each belongs to and whose words its article has (event_facts, article_origins).';
COMMENT ON COLUMN live_facts.reference IS 'File path or URL that the article was read from; of several the smallest.';
COMMENT ON COLUMN live_facts.url IS 'Address of the article. NULL: not known.';
COMMENT ON COLUMN live_facts.outlet IS 'Slug or name of the outlet. NULL: not known.';
COMMENT ON COLUMN live_facts.title IS 'Headline of the article. NULL: none found.';
COMMENT ON COLUMN live_facts.said_by IS 'Who says so, nearest first; their roles are in attributions. NULL: the article in its own voice.';
COMMENT ON COLUMN live_facts.event_id IS 'The event. NULL: it belongs to none, or was not linked yet.';
COMMENT ON COLUMN live_facts.basis IS 'Why it is linked, or is not. NULL: not linked yet, or its kind never is.';
COMMENT ON COLUMN live_facts.day_low IS 'First day that it can mean (event_facts.day_low). NULL: not known.';
COMMENT ON COLUMN live_facts.day_high IS 'Last day that it can mean, as for day_low.';
COMMENT ON COLUMN live_facts.returned IS 'How many people or bodies of each side, as prisoner_exchange and remains_repatriation have it. NULL: none stated, or another kind.';
COMMENT ON COLUMN live_facts.opens_article IS 'Whether it is the first of its article here: who counts these counts articles.';
