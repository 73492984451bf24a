-- Whose words an article has: fingerprints of texts, what they copy, and who owns the outlets.
-- Batches of earlier schemas have none of it; the next run fingerprints and compares their articles.

ALTER TABLE batches ADD COLUMN fingerprint_count BIGINT;
ALTER TABLE batches ADD COLUMN origin_count BIGINT;
ALTER TABLE batches ADD COLUMN outlet_count BIGINT;
COMMENT ON COLUMN batches.fingerprint_count IS 'Rows for fingerprints in the batch.';
COMMENT ON COLUMN batches.origin_count IS 'Rows for origins in the batch.';
COMMENT ON COLUMN batches.outlet_count IS 'Rows for outlets in the batch.';

CREATE TABLE fingerprints (
    article_id VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    signature UINTEGER[] NOT NULL,
    batch_id VARCHAR NOT NULL
);
COMMENT ON TABLE fingerprints IS 'MinHash signatures of the texts of articles: texts that agree in two neighbouring numbers are held against each other word by word.';
COMMENT ON COLUMN fingerprints.article_id IS 'The article.';
COMMENT ON COLUMN fingerprints.version IS 'Version of the rules; signatures of different versions cannot be compared.';
COMMENT ON COLUMN fingerprints.signature IS '128 numbers, of which two texts share about as large a part as they share runs of four words; empty: the text has no words.';
COMMENT ON COLUMN fingerprints.batch_id IS 'The batch that brought the row.';

CREATE TABLE origins (
    article_id VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    origin_id VARCHAR,
    basis VARCHAR NOT NULL,
    similarity DOUBLE,
    batch_id VARCHAR NOT NULL
);
COMMENT ON TABLE origins IS 'Whose words each article has. The row of the newest version and revision counts; it is in the view article_origins.';
COMMENT ON COLUMN origins.article_id IS 'The article.';
COMMENT ON COLUMN origins.version IS 'Version of the rules.';
COMMENT ON COLUMN origins.revision IS '0: the first finding by this version. Higher: a later one, because articles came or went. The highest counts.';
COMMENT ON COLUMN origins.origin_id IS 'The earliest published article (then the one with the smallest id) of all that have their words from one another; the article itself where it is the first or the only one. NULL: the article is no longer current.';
COMMENT ON COLUMN origins.basis IS 'own_words (the first or only one), same_text (all but a few words stand in the origin), near_duplicate (most of it does), by_way_of_another (it copies an article that copies the origin), not_current.';
COMMENT ON COLUMN origins.similarity IS 'Which share of the article''s runs of four words stands in the origin, 0 to 1. NULL: own words, or not current.';
COMMENT ON COLUMN origins.batch_id IS 'The batch that brought the row.';

CREATE TABLE outlets (
    slug VARCHAR NOT NULL,
    revision INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    family VARCHAR NOT NULL,
    type VARCHAR NOT NULL,
    batch_id VARCHAR NOT NULL
);
COMMENT ON TABLE outlets IS 'The reference list seeds/outlets.csv as runs found it. The row of the newest revision counts; an outlet that was taken off the list keeps its last one.';
COMMENT ON COLUMN outlets.slug IS 'Slug of the outlet, as in readings.outlet and readings.upstream.';
COMMENT ON COLUMN outlets.revision IS '0: as first found. Higher: the list was changed.';
COMMENT ON COLUMN outlets.name IS 'Name of the outlet.';
COMMENT ON COLUMN outlets.family IS 'The newsroom or owner that serves several titles; the slug itself where the list names none.';
COMMENT ON COLUMN outlets.type IS 'agency, broadcaster, newspaper, website, aggregator and so on.';
COMMENT ON COLUMN outlets.batch_id IS 'The batch that brought the row.';
