-- The tables of the snapshot, in the order in which they are loaded.
-- One source of truth: the batch log's Parquet files take their columns from here.
-- No keys or indexes: uniqueness and references are checks (checks/*.sql), which cost no memory.

CREATE TABLE warehouse_version (
    schema_version INTEGER NOT NULL,
    definition_hash VARCHAR NOT NULL
);
COMMENT ON TABLE warehouse_version IS 'One row: which definitions this file was made with.';
COMMENT ON COLUMN warehouse_version.schema_version IS 'Number of the newest file in warehouse/schema that was applied. A program that knows fewer refuses the file.';
COMMENT ON COLUMN warehouse_version.definition_hash IS 'sha256 over all files of warehouse/schema and warehouse/views; another value means that the next publish rebuilds the file from the log.';

CREATE TABLE batches (
    batch_id VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    committed_at TIMESTAMPTZ NOT NULL,
    parley_version VARCHAR NOT NULL,
    schema_version INTEGER NOT NULL,
    run_count BIGINT NOT NULL,
    outcome_count BIGINT NOT NULL,
    capture_count BIGINT NOT NULL,
    reading_count BIGINT NOT NULL,
    article_count BIGINT NOT NULL,
    removed_block_count BIGINT NOT NULL,
    extraction_count BIGINT NOT NULL,
    fact_count BIGINT NOT NULL,
    mention_count BIGINT NOT NULL,
    grounding_count BIGINT NOT NULL,
    attribution_count BIGINT NOT NULL
);
COMMENT ON TABLE batches IS 'The batches of the log that this snapshot holds. The counts are those of the batch''s manifest; a table can hold fewer rows of a batch, because what an earlier batch already brought is not loaded twice.';
COMMENT ON COLUMN batches.batch_id IS 'Name of the batch''s folder in log/: UTC time of the commit, run, number within the run. Names increase in the order of commit.';
COMMENT ON COLUMN batches.run_id IS 'The run that wrote the batch.';
COMMENT ON COLUMN batches.committed_at IS 'When the batch was committed to the log (UTC; moved on by microseconds where the clock went back).';
COMMENT ON COLUMN batches.parley_version IS 'Version of the program that wrote the batch.';
COMMENT ON COLUMN batches.schema_version IS 'Schema version under which the batch was written.';
COMMENT ON COLUMN batches.run_count IS 'Rows for runs in the batch: 1 in the closing batch of a run, else 0.';
COMMENT ON COLUMN batches.outcome_count IS 'Rows for outcomes in the batch.';
COMMENT ON COLUMN batches.capture_count IS 'Rows for captures in the batch.';
COMMENT ON COLUMN batches.reading_count IS 'Rows for readings in the batch.';
COMMENT ON COLUMN batches.article_count IS 'Rows for articles in the batch.';
COMMENT ON COLUMN batches.removed_block_count IS 'Rows for removed_blocks in the batch.';
COMMENT ON COLUMN batches.extraction_count IS 'Rows for extractions in the batch.';
COMMENT ON COLUMN batches.fact_count IS 'Rows for facts in the batch.';
COMMENT ON COLUMN batches.mention_count IS 'Rows for mentions in the batch.';
COMMENT ON COLUMN batches.grounding_count IS 'Rows for groundings in the batch.';
COMMENT ON COLUMN batches.attribution_count IS 'Rows for attributions in the batch.';

CREATE TABLE runs (
    run_id VARCHAR NOT NULL,
    command VARCHAR NOT NULL,
    parley_version VARCHAR NOT NULL,
    started_at TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ NOT NULL,
    listed_count BIGINT NOT NULL,
    batch_id VARCHAR NOT NULL
);
COMMENT ON TABLE runs IS 'Finished runs. A run that was killed has outcomes but no row here.';
COMMENT ON COLUMN runs.run_id IS 'The run.';
COMMENT ON COLUMN runs.command IS 'What was run: ingest, backfill, nightly, reextract, reread.';
COMMENT ON COLUMN runs.parley_version IS 'Version of the program.';
COMMENT ON COLUMN runs.started_at IS 'When the run began (UTC).';
COMMENT ON COLUMN runs.ended_at IS 'When the run ended (UTC).';
COMMENT ON COLUMN runs.listed_count IS 'How many references the run listed; its outcomes add up to it.';
COMMENT ON COLUMN runs.batch_id IS 'The batch that brought the row.';

CREATE TABLE outcomes (
    run_id VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    reference VARCHAR NOT NULL,
    code VARCHAR NOT NULL,
    reason VARCHAR,
    detail VARCHAR,
    ended_at TIMESTAMPTZ NOT NULL,
    capture_id VARCHAR,
    batch_id VARCHAR NOT NULL
);
COMMENT ON TABLE outcomes IS 'The one end of each reference in each run; key: run_id, source, reference.';
COMMENT ON COLUMN outcomes.run_id IS 'The run; it has no row in runs when it did not finish.';
COMMENT ON COLUMN outcomes.source IS 'Name of the source that listed the reference, or "command line".';
COMMENT ON COLUMN outcomes.reference IS 'File path or URL as listed.';
COMMENT ON COLUMN outcomes.code IS 'How it ended: stored, not_modified, known, robots, deferred, rejected.';
COMMENT ON COLUMN outcomes.reason IS 'Why, as a stable code. NULL unless the code is rejected, or robots and deferred need no word.';
COMMENT ON COLUMN outcomes.detail IS 'What a person wants to read about it. NULL: nothing to add.';
COMMENT ON COLUMN outcomes.ended_at IS 'When the outcome was known (UTC).';
COMMENT ON COLUMN outcomes.capture_id IS 'The page that was got. NULL: no page came, or it was not kept.';
COMMENT ON COLUMN outcomes.batch_id IS 'The batch that brought the row.';

CREATE TABLE captures (
    capture_id VARCHAR NOT NULL,
    page_id VARCHAR NOT NULL,
    reference VARCHAR NOT NULL,
    url VARCHAR,
    source VARCHAR NOT NULL,
    media_type VARCHAR NOT NULL,
    charset VARCHAR,
    manifest_url VARCHAR,
    manifest_outlet VARCHAR,
    manifest_published VARCHAR,
    manifest_title VARCHAR,
    manifest_language VARCHAR,
    byte_count BIGINT NOT NULL,
    fetched_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR NOT NULL,
    batch_id VARCHAR NOT NULL,
    warc_offset BIGINT NOT NULL,
    warc_length BIGINT NOT NULL
);
COMMENT ON TABLE captures IS 'Pages as they were got: one row for each different content of each reference, as first seen.';
COMMENT ON COLUMN captures.capture_id IS 'Hash of the page''s bytes, the reference and the manifest''s values.';
COMMENT ON COLUMN captures.page_id IS 'sha256 of the page''s bytes.';
COMMENT ON COLUMN captures.reference IS 'File path or URL as listed.';
COMMENT ON COLUMN captures.url IS 'Final URL after redirects. NULL: the page did not come from the web.';
COMMENT ON COLUMN captures.source IS 'Name of the source that listed it, or "command line".';
COMMENT ON COLUMN captures.media_type IS 'Media type as declared or by the file''s ending.';
COMMENT ON COLUMN captures.charset IS 'Character set as the server declared it. NULL: not declared.';
COMMENT ON COLUMN captures.manifest_url IS 'URL that the folder''s manifest gives. NULL: none given.';
COMMENT ON COLUMN captures.manifest_outlet IS 'Outlet that the folder''s manifest gives. NULL: none given.';
COMMENT ON COLUMN captures.manifest_published IS 'Publication date or time that the folder''s manifest gives, as ISO text. NULL: none given.';
COMMENT ON COLUMN captures.manifest_title IS 'Title that the folder''s manifest gives. NULL: none given.';
COMMENT ON COLUMN captures.manifest_language IS 'Language that the folder''s manifest gives. NULL: none given.';
COMMENT ON COLUMN captures.byte_count IS 'Size of the page in bytes.';
COMMENT ON COLUMN captures.fetched_at IS 'When the page was first got (UTC).';
COMMENT ON COLUMN captures.run_id IS 'The run that first got it.';
COMMENT ON COLUMN captures.batch_id IS 'The batch that brought the row and holds the bytes, in log/<batch_id>/pages.warc.gz.';
COMMENT ON COLUMN captures.warc_offset IS 'Where the page''s record begins in that WARC file, in bytes.';
COMMENT ON COLUMN captures.warc_length IS 'Length of the (compressed) record in bytes.';

CREATE TABLE readings (
    capture_id VARCHAR NOT NULL,
    reader_version INTEGER NOT NULL,
    article_id VARCHAR,
    reason VARCHAR,
    detail VARCHAR,
    url VARCHAR,
    outlet VARCHAR,
    authors VARCHAR[],
    published_basis VARCHAR,
    ai_generated_words VARCHAR,
    upstream VARCHAR[],
    modified VARCHAR,
    date_candidates STRUCT(source VARCHAR, "value" VARCHAR)[],
    flags VARCHAR[],
    batch_id VARCHAR NOT NULL
);
COMMENT ON TABLE readings IS 'What one version of the reader made of one capture: an article, or a reason for none. What differs from page to page of one article (address, outlet, authors, disclosures) stands here.';
COMMENT ON COLUMN readings.capture_id IS 'The page that was read.';
COMMENT ON COLUMN readings.reader_version IS 'Version of the reader.';
COMMENT ON COLUMN readings.article_id IS 'The article. NULL: the page gave none, see reason.';
COMMENT ON COLUMN readings.reason IS 'Why there is no article: empty, binary, undecodable, too_complex, no_article, login_wall and so on. NULL: there is one.';
COMMENT ON COLUMN readings.detail IS 'What a person wants to read about the reason. NULL: nothing to add.';
COMMENT ON COLUMN readings.url IS 'Address of the article, from manifest or page. NULL: not known, or no article.';
COMMENT ON COLUMN readings.outlet IS 'Slug or name of the outlet. NULL: not known, or no article.';
COMMENT ON COLUMN readings.authors IS 'Authors as named, in order; empty: none named. NULL: no article.';
COMMENT ON COLUMN readings.published_basis IS 'How the publication date is known: manifest, metadata, dateline, none. NULL: no article.';
COMMENT ON COLUMN readings.ai_generated_words IS 'Words in which the page declares that a machine wrote the article. NULL: not declared, or no article.';
COMMENT ON COLUMN readings.upstream IS 'Outlets that the article as a whole declares to draw on; empty: none declared. NULL: no article.';
COMMENT ON COLUMN readings.modified IS 'When the page says it was last changed, as an ISO day or time. NULL: not stated, or no article.';
COMMENT ON COLUMN readings.date_candidates IS 'Every date of publication that the page gives, with its source, the most trusted first; empty: none. NULL: no article.';
COMMENT ON COLUMN readings.flags IS 'Of dates_disagree (by more than two days), published_in_future, published_before_1990, partial (the rest is behind a wall); empty: none. NULL: no article.';
COMMENT ON COLUMN readings.batch_id IS 'The batch that brought the row.';

CREATE TABLE articles (
    article_id VARCHAR NOT NULL,
    title VARCHAR,
    text VARCHAR NOT NULL,
    published VARCHAR,
    published_at TIMESTAMPTZ,
    published_on DATE,
    language VARCHAR,
    character_count BIGINT NOT NULL,
    batch_id VARCHAR NOT NULL
);
COMMENT ON TABLE articles IS 'Articles: all that an extractor may read. The same words on ten pages are one article with ten readings.';
COMMENT ON COLUMN articles.article_id IS 'Hash of title, text, published and language.';
COMMENT ON COLUMN articles.title IS 'Headline; it is not part of the text. NULL: none found.';
COMMENT ON COLUMN articles.text IS 'The cleaned text: paragraphs with a blank line between them. All offsets count its Unicode code points from 0.';
COMMENT ON COLUMN articles.published IS 'Publication date (ISO day) or time (ISO with its own UTC offset), exactly as it went into article_id. NULL: not known.';
COMMENT ON COLUMN articles.published_at IS 'Time of publication (UTC). NULL: not known, or only the day is.';
COMMENT ON COLUMN articles.published_on IS 'Day of publication where the article appeared. NULL: not known.';
COMMENT ON COLUMN articles.language IS 'ISO 639-1 code. NULL: not known.';
COMMENT ON COLUMN articles.character_count IS 'Length of the text in code points.';
COMMENT ON COLUMN articles.batch_id IS 'The batch that first brought the article.';

CREATE TABLE removed_blocks (
    capture_id VARCHAR NOT NULL,
    reader_version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    text_offset BIGINT NOT NULL,
    kind VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    batch_id VARCHAR NOT NULL
);
COMMENT ON TABLE removed_blocks IS 'Blocks of a page that are no part of its article: appeals, comments, captions and so on. No fact comes from them.';
COMMENT ON COLUMN removed_blocks.capture_id IS 'The page.';
COMMENT ON COLUMN removed_blocks.reader_version IS 'Version of the reader that took the block out.';
COMMENT ON COLUMN removed_blocks.position IS 'Rank of the block among those removed from the page, from 0 in page order.';
COMMENT ON COLUMN removed_blocks.text_offset IS 'Where in the article''s text the block stood (code points).';
COMMENT ON COLUMN removed_blocks.kind IS 'What it is: appeal, comments, newsletter, related, share, notice, correction_line, interface, caption, byline, dateline, summary, title_repeat.';
COMMENT ON COLUMN removed_blocks.rule IS 'The rule that took it out.';
COMMENT ON COLUMN removed_blocks.text IS 'The block, verbatim.';
COMMENT ON COLUMN removed_blocks.batch_id IS 'The batch that brought the row.';

CREATE TABLE extractions (
    article_id VARCHAR NOT NULL,
    extractor VARCHAR NOT NULL,
    extractor_version INTEGER NOT NULL,
    fact_count BIGINT NOT NULL,
    run_id VARCHAR NOT NULL,
    batch_id VARCHAR NOT NULL
);
COMMENT ON TABLE extractions IS 'The ledger: which version of which extractor has read which article. No facts is an answer too.';
COMMENT ON COLUMN extractions.article_id IS 'The article that was read.';
COMMENT ON COLUMN extractions.extractor IS 'The extractor.';
COMMENT ON COLUMN extractions.extractor_version IS 'Its version; a higher one reads every article again.';
COMMENT ON COLUMN extractions.fact_count IS 'How many facts it found; 0: read, nothing stated.';
COMMENT ON COLUMN extractions.run_id IS 'The run that first made this extraction.';
COMMENT ON COLUMN extractions.batch_id IS 'The batch that brought the row and its facts.';

CREATE TABLE facts (
    fact_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    extractor VARCHAR NOT NULL,
    extractor_version INTEGER NOT NULL,
    status VARCHAR NOT NULL,
    date VARCHAR,
    date_start DATE,
    date_end DATE,
    date_precision VARCHAR,
    date_basis VARCHAR NOT NULL,
    quote VARCHAR NOT NULL,
    char_start BIGINT NOT NULL,
    char_end BIGINT NOT NULL,
    fields JSON NOT NULL,
    confidence DOUBLE NOT NULL,
    rule VARCHAR NOT NULL,
    mention_count BIGINT NOT NULL,
    batch_id VARCHAR NOT NULL
);
COMMENT ON TABLE facts IS 'Facts of all kinds and of all extractor versions: one thing that one article asserts. The newest are in current_facts, each kind with typed columns in the view of its name.';
COMMENT ON COLUMN facts.fact_id IS 'Hash of article, extractor, version, kind, values and span.';
COMMENT ON COLUMN facts.article_id IS 'The article that asserts it.';
COMMENT ON COLUMN facts.kind IS 'Kind of the fact: talks, prisoner_exchange, ultimatum, …';
COMMENT ON COLUMN facts.extractor IS 'The extractor that read it.';
COMMENT ON COLUMN facts.extractor_version IS 'Its version.';
COMMENT ON COLUMN facts.status IS 'How far the thing had come, as the sentence tells it: proposed, demanded, threatened, agreed, scheduled, ongoing, completed, rejected, failed, denied, estimated, reported.';
COMMENT ON COLUMN facts.date IS 'When it happened or is due, as an EDTF (ISO 8601-2) text. NULL: the article does not settle it.';
COMMENT ON COLUMN facts.date_start IS 'First day that the date can mean. NULL: no date, or open at that side, or its year is not known.';
COMMENT ON COLUMN facts.date_end IS 'Last day that the date can mean. NULL: no date, or open at that side, or its year is not known.';
COMMENT ON COLUMN facts.date_precision IS 'How fine the date is: day, week, month, year, range, unknown (year not known). NULL: no date.';
COMMENT ON COLUMN facts.date_basis IS 'How the date is known: explicit, relative, weekday, context, derived, none.';
COMMENT ON COLUMN facts.quote IS 'The sentence or adjoining sentences that carry the fact, verbatim: its main mention.';
COMMENT ON COLUMN facts.char_start IS 'Where the quote begins in the article''s text (code points, from 0).';
COMMENT ON COLUMN facts.char_end IS 'Where the quote ends (exclusive).';
COMMENT ON COLUMN facts.fields IS 'The fields of the kind as a JSON object with sorted keys; fields that the text does not support are left out.';
COMMENT ON COLUMN facts.confidence IS 'What the extractor''s rules give it, 0 to 1.';
COMMENT ON COLUMN facts.rule IS 'The rule that read the main mention.';
COMMENT ON COLUMN facts.mention_count IS 'How often the article says it, the main mention included.';
COMMENT ON COLUMN facts.batch_id IS 'The batch that brought the fact.';

CREATE TABLE mentions (
    fact_id VARCHAR NOT NULL,
    mention_rank INTEGER NOT NULL,
    char_start BIGINT NOT NULL,
    char_end BIGINT NOT NULL,
    quote VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    batch_id VARCHAR NOT NULL
);
COMMENT ON TABLE mentions IS 'Every place where the article says the fact.';
COMMENT ON COLUMN mentions.fact_id IS 'The fact.';
COMMENT ON COLUMN mentions.mention_rank IS 'Rank from 0; rank 0 is the main mention, whose quote stands in facts too.';
COMMENT ON COLUMN mentions.char_start IS 'Where the quote begins in the article''s text (code points, from 0).';
COMMENT ON COLUMN mentions.char_end IS 'Where the quote ends (exclusive).';
COMMENT ON COLUMN mentions.quote IS 'The words, verbatim.';
COMMENT ON COLUMN mentions.rule IS 'The rule that read this mention.';
COMMENT ON COLUMN mentions.batch_id IS 'The batch that brought the row.';

CREATE TABLE groundings (
    fact_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    char_start BIGINT,
    char_end BIGINT,
    words VARCHAR,
    derived_from VARCHAR,
    batch_id VARCHAR NOT NULL
);
COMMENT ON TABLE groundings IS 'For every value of a fact the words that support it, or the fields that it was derived from.';
COMMENT ON COLUMN groundings.fact_id IS 'The fact.';
COMMENT ON COLUMN groundings.field IS 'Name of the field, dotted for nested values: returned.UKR.';
COMMENT ON COLUMN groundings.char_start IS 'Where the words begin in the article''s text (code points, from 0). NULL: a derived value.';
COMMENT ON COLUMN groundings.char_end IS 'Where the words end (exclusive). NULL: a derived value.';
COMMENT ON COLUMN groundings.words IS 'The words, cut from the article''s text when the batch was loaded. NULL: a derived value.';
COMMENT ON COLUMN groundings.derived_from IS 'Fields that the value was derived from, joined by "+". NULL: the value was read from the words.';
COMMENT ON COLUMN groundings.batch_id IS 'The batch that brought the row.';

CREATE TABLE attributions (
    fact_id VARCHAR NOT NULL,
    hop INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    char_start BIGINT NOT NULL,
    char_end BIGINT NOT NULL,
    batch_id VARCHAR NOT NULL
);
COMMENT ON TABLE attributions IS 'Who says so, as a chain. A fact without rows here is said by the article in its own voice.';
COMMENT ON COLUMN attributions.fact_id IS 'The fact.';
COMMENT ON COLUMN attributions.hop IS 'Place in the chain: 0 is the nearest to the words.';
COMMENT ON COLUMN attributions.name IS 'Canonical name of the person, body or outlet; for the unnamed the words used.';
COMMENT ON COLUMN attributions.role IS 'speaker, body, outlet or anonymous.';
COMMENT ON COLUMN attributions.char_start IS 'Where the words that name them begin in the article''s text (code points, from 0).';
COMMENT ON COLUMN attributions.char_end IS 'Where they end (exclusive).';
COMMENT ON COLUMN attributions.batch_id IS 'The batch that brought the row.';
