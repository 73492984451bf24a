-- Columns and order of GDELT 2.0's table of mentions (codebook of the Event Database 2.0, mentions).
-- Its files have no header line: parley export compat_gdelt_mentions --format tsv --no-header.

CREATE VIEW compat_gdelt_mentions AS
WITH acting AS (
    SELECT fact_id, min(char_start) FILTER (split_part(field, '.', 1) IN
            ('parties', 'issuer', 'proposer', 'donors', 'claimant', 'side', 'speaker', 'person')) AS one,
        min(char_start) FILTER (split_part(field, '.', 1) IN
            ('target', 'addressee', 'recipient', 'participants')) AS two
    FROM groundings GROUP BY fact_id
)
SELECT ('0x' || left(facts.fact_id, 13))::BIGINT AS "GLOBALEVENTID",
    strftime(sources.fetched_at, '%Y%m%d%H%M%S')::BIGINT AS "EventTimeDate",
    strftime(sources.fetched_at, '%Y%m%d%H%M%S')::BIGINT AS "MentionTimeDate",
    CASE WHEN sources.url IS NULL THEN 2 ELSE 1 END::INTEGER AS "MentionType",
    coalesce(regexp_extract(sources.url, '^[a-z]+://(?:www\.)?([^/:?#]+)', 1), sources.outlet) AS "MentionSourceName",
    coalesce(sources.url, sources.reference) AS "MentionIdentifier",
    1::INTEGER + len(regexp_extract_all(
        substr(articles.text, 1, mentions.char_start), '[.!?…][”"’'')]*\s+'))::INTEGER AS "SentenceID",
    coalesce(acting.one, -1)::INTEGER AS "Actor1CharOffset",
    coalesce(acting.two, -1)::INTEGER AS "Actor2CharOffset",
    mentions.char_start::INTEGER AS "ActionCharOffset",
    1::INTEGER AS "InRawText",
    greatest(10, (round(facts.confidence * 10) * 10))::INTEGER AS "Confidence",
    articles.character_count::INTEGER AS "MentionDocLen",
    NULL::DOUBLE AS "MentionDocTone",
    NULL::VARCHAR AS "MentionDocTranslationInfo",
    facts.fact_id AS "Extras"
FROM current_facts AS facts
JOIN mentions USING (fact_id)
JOIN articles ON articles.article_id = facts.article_id
JOIN article_sources AS sources ON sources.article_id = facts.article_id
LEFT JOIN acting ON acting.fact_id = facts.fact_id;
COMMENT ON VIEW compat_gdelt_mentions IS 'Every mention of every current fact under the column names of GDELT 2.0''s mentions table. A fact is what GDELT calls an event here: two articles that tell the same give two.';
COMMENT ON COLUMN compat_gdelt_mentions."GLOBALEVENTID" IS 'Number made from the fact''s id (its first 13 hexadecimal digits), below 2^52; not GDELT''s numbers.';
COMMENT ON COLUMN compat_gdelt_mentions."EventTimeDate" IS 'When the fact was first got, as YYYYMMDDHHMMSS (UTC): not when the thing happened.';
COMMENT ON COLUMN compat_gdelt_mentions."MentionTimeDate" IS 'When the page of the mention was got, as YYYYMMDDHHMMSS (UTC).';
COMMENT ON COLUMN compat_gdelt_mentions."MentionType" IS '1: WEB, the identifier is a URL. 2: CITATIONONLY, it is a file.';
COMMENT ON COLUMN compat_gdelt_mentions."MentionSourceName" IS 'Domain of the address, or the outlet. NULL: neither is known.';
COMMENT ON COLUMN compat_gdelt_mentions."MentionIdentifier" IS 'Address of the article, or its file.';
COMMENT ON COLUMN compat_gdelt_mentions."SentenceID" IS 'Rank of the sentence in the article, from 1, counted by the marks that end sentences: near, not exact (abbreviations count).';
COMMENT ON COLUMN compat_gdelt_mentions."Actor1CharOffset" IS 'Where the words for the actor begin (code points, from 0). -1: not read from words.';
COMMENT ON COLUMN compat_gdelt_mentions."Actor2CharOffset" IS 'Where the words for the other actor begin (code points, from 0). -1: there is none, or both stand in the same words.';
COMMENT ON COLUMN compat_gdelt_mentions."ActionCharOffset" IS 'Where the mention begins (code points, from 0).';
COMMENT ON COLUMN compat_gdelt_mentions."InRawText" IS 'Always 1: everything is read from the text as it stands.';
COMMENT ON COLUMN compat_gdelt_mentions."Confidence" IS 'Confidence in the fact in percent, in steps of ten from 10 to 100.';
COMMENT ON COLUMN compat_gdelt_mentions."MentionDocLen" IS 'Length of the article in code points.';
COMMENT ON COLUMN compat_gdelt_mentions."MentionDocTone" IS 'Always NULL: tone is not measured.';
COMMENT ON COLUMN compat_gdelt_mentions."MentionDocTranslationInfo" IS 'Always NULL: as in GDELT for articles in English.';
COMMENT ON COLUMN compat_gdelt_mentions."Extras" IS 'The fact''s id; GDELT leaves the column empty.';
