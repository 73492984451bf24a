-- When an address was asked for last, and with what it can be asked for again.

ALTER TABLE batches ADD COLUMN visit_count BIGINT;
COMMENT ON COLUMN batches.visit_count IS 'Rows for visits in the batch. NULL: of a schema without them.';

CREATE TABLE visits (
    run_id VARCHAR NOT NULL,
    reference VARCHAR NOT NULL,
    url VARCHAR NOT NULL,
    canonical_url VARCHAR NOT NULL,
    etag VARCHAR,
    last_modified VARCHAR,
    status INTEGER NOT NULL,
    fetched_at TIMESTAMPTZ NOT NULL,
    dated_at TIMESTAMPTZ,
    capture_id VARCHAR,
    listed_as VARCHAR,
    batch_id VARCHAR NOT NULL
);
COMMENT ON TABLE visits IS 'Each time that an address gave a page, or was found unchanged: pages, and feeds and sitemaps of which every reference came to an end that need not be tried again. The newest of an address says what to ask its server with. Key: run_id, reference.';
COMMENT ON COLUMN visits.run_id IS 'The run.';
COMMENT ON COLUMN visits.reference IS 'URL as listed, without secrets.';
COMMENT ON COLUMN visits.url IS 'The same in its one spelling (flows/canonical.py): links with one spelling are one article.';
COMMENT ON COLUMN visits.canonical_url IS 'What the page says is its address, in that spelling, where it speaks of its own site; else as url. Versions of one article have it in common.';
COMMENT ON COLUMN visits.etag IS 'ETag of the reply, sent back as If-None-Match. NULL: none came.';
COMMENT ON COLUMN visits.last_modified IS 'Last-Modified of the reply, sent back as If-Modified-Since. NULL: none came.';
COMMENT ON COLUMN visits.status IS 'HTTP status: 200, or 304 where what the validators belong to was still there.';
COMMENT ON COLUMN visits.fetched_at IS 'When the reply came (UTC); of an archived page when it was archived.';
COMMENT ON COLUMN visits.dated_at IS 'When the page was published or last changed as its feed or sitemap said then (UTC); a later one makes it worth asking again. NULL: nothing said so.';
COMMENT ON COLUMN visits.capture_id IS 'The page that was got, or is still there. NULL: a feed or sitemap.';
COMMENT ON COLUMN visits.listed_as IS 'Hash of what its source wanted of a feed or sitemap (topic words, days): with other wishes it is read whole. NULL: a page.';
COMMENT ON COLUMN visits.batch_id IS 'The batch that brought the row.';
