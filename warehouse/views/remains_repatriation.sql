CREATE VIEW remains_repatriation AS
SELECT current_facts.* EXCLUDE (kind, fields), unnest(from_json(fields, '{
    "parties": "VARCHAR[]",
    "returned": "MAP(VARCHAR, STRUCT(low BIGINT, best BIGINT, high BIGINT, qualifier VARCHAR))",
    "place": "VARCHAR",
    "agreed_at": "INTEGER"}'))
FROM current_facts WHERE kind = 'remains_repatriation';
COMMENT ON VIEW remains_repatriation IS 'The dead of one side handed over by the other, one way or both: one for each handover, or sum of them, and article.';
COMMENT ON COLUMN remains_repatriation.parties IS 'Actors who give or get the dead. NULL or empty: not stated.';
COMMENT ON COLUMN remains_repatriation.returned IS 'Actor → how many dead of that side come home, as low, best, high. NULL or empty: no figures stated.';
COMMENT ON COLUMN remains_repatriation.place IS 'Where they are handed over. NULL: not stated.';
COMMENT ON COLUMN remains_repatriation.agreed_at IS 'Number of the talks round that agreed it. NULL: not stated.';
