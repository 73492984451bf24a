CREATE VIEW territorial_claim AS
SELECT current_facts.* EXCLUDE (kind, fields), unnest(from_json(fields, '{
    "claimant": "VARCHAR",
    "territories": "VARCHAR[]",
    "action": "VARCHAR"}'))
FROM current_facts WHERE kind = 'territorial_claim';
COMMENT ON VIEW territorial_claim IS 'Territory annexed, taken, held, claimed or won back: one for each claimant, action, list of territories and article.';
COMMENT ON COLUMN territorial_claim.claimant IS 'Actor that takes, holds or claims it.';
COMMENT ON COLUMN territorial_claim.territories IS 'Territories by their short names, as the article tells them.';
COMMENT ON COLUMN territorial_claim.action IS 'Of annexed, occupied, partly_occupied, claimed, liberated. NULL: not stated.';
