CREATE VIEW proposal AS
SELECT current_facts.* EXCLUDE (kind, fields), unnest(from_json(fields, '{
    "proposer": "VARCHAR",
    "addressee": "VARCHAR",
    "subject": "VARCHAR",
    "number": "INTEGER",
    "responses": "MAP(VARCHAR, VARCHAR)"}'))
FROM current_facts WHERE kind = 'proposal';
COMMENT ON VIEW proposal IS 'Other concrete offers between the sides of a war: one for each offer and article.';
COMMENT ON COLUMN proposal.proposer IS 'Actor that makes the offer.';
COMMENT ON COLUMN proposal.addressee IS 'Actor that it is made to. NULL: not stated.';
COMMENT ON COLUMN proposal.subject IS 'working_groups, written_terms, further_talks or other.';
COMMENT ON COLUMN proposal.number IS 'How many of what is offered: three working groups → 3. NULL: not stated.';
COMMENT ON COLUMN proposal.responses IS 'Actor and its answer: accepted, rejected, conditional, noted. NULL: none told.';
