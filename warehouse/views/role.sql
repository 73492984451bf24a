CREATE VIEW role AS
SELECT current_facts.* EXCLUDE (kind, fields), unnest(from_json(fields, '{
    "person": "VARCHAR",
    "title": "VARCHAR",
    "organisation": "VARCHAR",
    "tenure": "VARCHAR"}'))
FROM current_facts WHERE kind = 'role';
COMMENT ON VIEW role IS 'Offices that persons are said to hold: one for each person, office and article.';
COMMENT ON COLUMN role.person IS 'Full name as the reference lists have it; of others as the article gives it.';
COMMENT ON COLUMN role.title IS 'The office in lower case, in the article''s words, without the state that it is of.';
COMMENT ON COLUMN role.organisation IS 'Actor (state, group or body) whose office it is; where the words do not say, the one that the person acts for. NULL: not known.';
COMMENT ON COLUMN role.tenure IS 'current, former or acting. NULL: the words name no office of its own ("leader").';
