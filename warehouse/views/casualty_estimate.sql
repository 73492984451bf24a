CREATE VIEW casualty_estimate AS
SELECT current_facts.* EXCLUDE (kind, fields), unnest(from_json(fields, '{
    "side": "VARCHAR",
    "count": "STRUCT(low BIGINT, best BIGINT, high BIGINT, qualifier VARCHAR)",
    "measure": "VARCHAR",
    "population": "VARCHAR",
    "since": "VARCHAR",
    "until": "VARCHAR",
    "estimators": "VARCHAR[]"}'))
FROM current_facts WHERE kind = 'casualty_estimate';
COMMENT ON VIEW casualty_estimate IS 'How many of a side were killed, wounded, lost or are held, in the war or in a named period: one for each figure, side, measure and article.';
COMMENT ON COLUMN casualty_estimate.side IS 'Actor whose people they are; all: of all sides together.';
COMMENT ON COLUMN casualty_estimate.count IS 'How many, as low, best, high.';
COMMENT ON COLUMN casualty_estimate.measure IS 'killed, wounded, casualties (both, or losses without saying which), missing or captured (held, abducted or deported). NULL: not stated.';
COMMENT ON COLUMN casualty_estimate.population IS 'military or civilian. NULL: not stated.';
COMMENT ON COLUMN casualty_estimate.since IS 'When the period that is counted begins, as an EDTF text. NULL: not stated as a date.';
COMMENT ON COLUMN casualty_estimate.until IS 'When the period that is counted ends, as an EDTF text. NULL: not stated.';
COMMENT ON COLUMN casualty_estimate.estimators IS 'Bodies or persons whose figure it is. NULL or empty: none stated.';
