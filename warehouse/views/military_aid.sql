CREATE VIEW military_aid AS
SELECT current_facts.* EXCLUDE (kind, fields), unnest(from_json(fields, '{
    "donors": "VARCHAR[]",
    "recipient": "VARCHAR",
    "items": "VARCHAR"}'))
FROM current_facts WHERE kind = 'military_aid';
COMMENT ON VIEW military_aid IS 'Weapons and money for them, given or promised: one for each donor, recipient and article.';
COMMENT ON COLUMN military_aid.donors IS 'Actors that give it. NULL or empty: not named.';
COMMENT ON COLUMN military_aid.recipient IS 'Actor that gets it.';
COMMENT ON COLUMN military_aid.items IS 'What is given, in the article''s words. NULL: not stated.';
