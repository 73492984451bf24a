CREATE VIEW captives_returned AS
SELECT current_facts.* EXCLUDE (kind, fields), unnest(from_json(fields, '{
    "side": "VARCHAR",
    "count": "STRUCT(low BIGINT, best BIGINT, high BIGINT, qualifier VARCHAR)",
    "since": "VARCHAR",
    "under": "VARCHAR"}'))
FROM current_facts WHERE kind = 'captives_returned';
COMMENT ON VIEW captives_returned IS 'How many of a side''s people have been brought back so far: one for each running total and article.';
COMMENT ON COLUMN captives_returned.side IS 'Actor whose people they are; all: what a mediator sums up of both sides.';
COMMENT ON COLUMN captives_returned.count IS 'How many in all, as low, best, high.';
COMMENT ON COLUMN captives_returned.since IS 'Since when it is counted, or the year that is summed up, as an EDTF text. NULL: not stated as a date.';
COMMENT ON COLUMN captives_returned.under IS 'Under which agreements, in the article''s words. NULL: not stated.';
