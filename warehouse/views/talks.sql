CREATE VIEW talks AS
SELECT current_facts.* EXCLUDE (kind, fields), unnest(from_json(fields, '{
    "parties": "VARCHAR[]",
    "ordinal": "INTEGER",
    "city": "VARCHAR",
    "venue": "VARCHAR",
    "country": "VARCHAR",
    "duration_minutes": "STRUCT(low BIGINT, best BIGINT, high BIGINT, qualifier VARCHAR)",
    "host": "VARCHAR",
    "mediators": "VARCHAR[]",
    "heads": "MAP(VARCHAR, VARCHAR)",
    "direct": "BOOLEAN"}'))
FROM current_facts WHERE kind = 'talks';
COMMENT ON VIEW talks IS 'Negotiating meetings between parties: one for each meeting and article.';
COMMENT ON COLUMN talks.parties IS 'Actors who negotiate.';
COMMENT ON COLUMN talks.ordinal IS 'Number of the round: third round → 3. NULL: not stated.';
COMMENT ON COLUMN talks.city IS 'City where they meet. NULL: not stated.';
COMMENT ON COLUMN talks.venue IS 'Building or place in it. NULL: not stated.';
COMMENT ON COLUMN talks.country IS 'Country where they meet (ISO 3166-1 alpha-3). NULL: not stated.';
COMMENT ON COLUMN talks.duration_minutes IS 'How long they sat together, in minutes, as low, best, high. NULL: not stated.';
COMMENT ON COLUMN talks.host IS 'Actor that gives them the place. NULL: not stated.';
COMMENT ON COLUMN talks.mediators IS 'Actors or persons who mediate. NULL or empty: none stated.';
COMMENT ON COLUMN talks.heads IS 'Actor → person who leads that side''s delegation. NULL or empty: none stated.';
COMMENT ON COLUMN talks.direct IS 'Whether the parties speak to each other directly. NULL: not stated.';
