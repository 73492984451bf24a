CREATE VIEW demand AS
SELECT current_facts.* EXCLUDE (kind, fields), unnest(from_json(fields, '{
    "issuer": "VARCHAR",
    "target": "VARCHAR",
    "action": "VARCHAR",
    "territories": "VARCHAR[]",
    "condition_for": "VARCHAR"}'))
FROM current_facts WHERE kind = 'demand';
COMMENT ON VIEW demand IS 'Terms that one side sets: one for each action, issuer and article.';
COMMENT ON COLUMN demand.issuer IS 'Actor that sets the term.';
COMMENT ON COLUMN demand.target IS 'Actor that is to fulfil it. NULL: not stated.';
COMMENT ON COLUMN demand.action IS 'Of withdraw_troops, cede_territory, recognise_territory, neutrality, disarm, return_children, release_captives, other. NULL: not stated.';
COMMENT ON COLUMN demand.territories IS 'Territories the term is about, by their short names. NULL or empty: none named.';
COMMENT ON COLUMN demand.condition_for IS 'Of ceasefire, talks, summit, peace: what the term is a condition for. NULL: none stated.';
