CREATE VIEW ceasefire AS
SELECT current_facts.* EXCLUDE (kind, fields), unnest(from_json(fields, '{
    "parties": "VARCHAR[]",
    "proposer": "VARCHAR",
    "scope": "VARCHAR",
    "unconditional": "BOOLEAN",
    "duration_hours": "STRUCT(low BIGINT, best BIGINT, high BIGINT, qualifier VARCHAR)",
    "purpose": "VARCHAR",
    "responses": "MAP(VARCHAR, VARCHAR)"}'))
FROM current_facts WHERE kind = 'ceasefire';
COMMENT ON VIEW ceasefire IS 'Truces proposed, asked for, agreed, in force or broken, one for each truce and article.';
COMMENT ON COLUMN ceasefire.parties IS 'Sides whose arms are to rest. NULL: not told, or a truce of one side.';
COMMENT ON COLUMN ceasefire.proposer IS 'Actor that proposes, demands or declares it. NULL: not stated.';
COMMENT ON COLUMN ceasefire.scope IS 'full, limited, energy, sea, air, front_line, humanitarian or holiday. NULL: not stated.';
COMMENT ON COLUMN ceasefire.unconditional IS 'Whether it is to be without conditions. NULL: not stated.';
COMMENT ON COLUMN ceasefire.duration_hours IS 'How many hours it is to last, as low, best, high; a month counts thirty days. NULL: not stated.';
COMMENT ON COLUMN ceasefire.purpose IS 'What it is for, in the article''s words. NULL: not stated.';
COMMENT ON COLUMN ceasefire.responses IS 'Actor and its answer: accepted, rejected, conditional, noted. NULL: none told.';
