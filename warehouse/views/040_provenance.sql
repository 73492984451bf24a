-- Members can have any characters, which a JSON path cannot: they are looked up in a map.
CREATE MACRO value_grounded(fields, field) AS
    CASE WHEN NOT contains(field, '.') THEN json_extract_string(fields, field)
        WHEN json_type(fields, split_part(field, '.', 1)) = 'ARRAY' THEN substr(field, strpos(field, '.') + 1)
        ELSE json_extract_string(
            (json_extract(fields, split_part(field, '.', 1))::MAP(VARCHAR, JSON))[substr(field, strpos(field, '.') + 1)],
            '$')
    END;
COMMENT ON MACRO value_grounded IS 'The value of a field of a fact, as text: of returned.UKR that of the side, of parties.UKR the member itself.';

CREATE VIEW provenance AS
SELECT facts.fact_id, facts.kind, groundings.field,
    CASE groundings.field
        WHEN 'date' THEN facts.date
        WHEN 'status' THEN facts.status
        ELSE value_grounded(facts.fields, groundings.field)
    END AS value,
    groundings.words, groundings.char_start, groundings.char_end, groundings.derived_from,
    coalesce(
        (SELECT min_by(mentions.quote, mentions.mention_rank) FROM mentions
            WHERE mentions.fact_id = facts.fact_id AND mentions.batch_id = facts.batch_id
                AND mentions.char_start <= groundings.char_start
                AND groundings.char_end <= mentions.char_end),
        regexp_extract(substr(articles.text, 1, groundings.char_start), '[^\n]*$')
            || regexp_extract(substr(articles.text, groundings.char_start + 1), '^[^\n]*')
    ) AS sentence,
    facts.article_id, sources.reference, sources.url, sources.outlet, captures.capture_id,
    captures.page_id, captures.fetched_at, captures.run_id AS fetch_run_id,
    captures.batch_id AS page_batch_id, captures.warc_offset, extractions.run_id, facts.batch_id,
    facts.extractor, facts.extractor_version, facts.rule
FROM groundings
JOIN facts USING (fact_id, batch_id)
JOIN extractions USING (article_id, extractor, extractor_version, batch_id)
JOIN articles USING (article_id)
LEFT JOIN article_sources AS sources USING (article_id)
LEFT JOIN captures ON captures.capture_id = sources.capture_id;
COMMENT ON VIEW provenance IS 'Every value of every fact with the words it was read from, the page, the fetch, the run and the rule: one row for each fact and field.';
COMMENT ON COLUMN provenance.field IS 'Name of the field, dotted for nested values and members of lists: returned.UKR, parties.UKR.';
COMMENT ON COLUMN provenance.value IS 'The value as text; objects and lists as JSON. Of a list a row for each member: parties.UKR is UKR.';
COMMENT ON COLUMN provenance.words IS 'The words that support it. NULL: a derived value.';
COMMENT ON COLUMN provenance.char_start IS 'Where the words begin in the article''s text (code points, from 0). NULL: a derived value.';
COMMENT ON COLUMN provenance.char_end IS 'Where the words end (exclusive). NULL: a derived value.';
COMMENT ON COLUMN provenance.derived_from IS 'Fields that the value was derived from. NULL: it was read from the words.';
COMMENT ON COLUMN provenance.sentence IS 'The mention that the words stand in; where they stand in none, their paragraph. NULL: a derived value.';
COMMENT ON COLUMN provenance.reference IS 'File path or URL that the article was read from. NULL: a newer reader gives another article for its pages.';
COMMENT ON COLUMN provenance.capture_id IS 'The page that was read. NULL as for reference.';
COMMENT ON COLUMN provenance.page_id IS 'sha256 of the page''s bytes. NULL as for reference.';
COMMENT ON COLUMN provenance.fetched_at IS 'When the page was got (UTC). NULL as for reference.';
COMMENT ON COLUMN provenance.fetch_run_id IS 'The run that got the page. NULL as for reference.';
COMMENT ON COLUMN provenance.page_batch_id IS 'The batch whose pages.warc.gz holds the page. NULL as for reference.';
COMMENT ON COLUMN provenance.warc_offset IS 'Where the page''s record begins there, in bytes. NULL as for reference.';
COMMENT ON COLUMN provenance.run_id IS 'The run that read the fact.';
COMMENT ON COLUMN provenance.rule IS 'The rule that read the fact''s main mention.';
