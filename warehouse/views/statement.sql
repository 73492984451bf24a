CREATE VIEW statement AS
SELECT current_facts.* EXCLUDE (kind, fields), unnest(from_json(fields, '{
    "speaker": "VARCHAR",
    "words": "VARCHAR",
    "channel": "VARCHAR",
    "addressee": "VARCHAR"}'))
FROM current_facts WHERE kind = 'statement';
COMMENT ON VIEW statement IS 'Words in quotation marks with a named speaker: one for each quotation and article.';
COMMENT ON COLUMN statement.speaker IS 'Person by full name, or body in the article''s words.';
COMMENT ON COLUMN statement.words IS 'The words without the marks; parts that a tag breaks are joined by a space.';
COMMENT ON COLUMN statement.channel IS 'Where they were said: telegram, x, facebook, truth_social, instagram, youtube, post (other social media), interview, press, statement, video_address, state_tv, speech, letter. NULL: not stated.';
COMMENT ON COLUMN statement.addressee IS 'Person or actor they were said to. NULL: not stated.';
