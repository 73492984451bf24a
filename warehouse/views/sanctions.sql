CREATE VIEW sanctions AS
SELECT current_facts.* EXCLUDE (kind, fields), unnest(from_json(fields, '{
    "issuer": "VARCHAR",
    "target": "VARCHAR",
    "sectors": "VARCHAR[]",
    "package": "INTEGER"}'))
FROM current_facts WHERE kind = 'sanctions';
COMMENT ON VIEW sanctions IS 'Sanctions imposed, prepared, threatened, refused or lifted: one for each issuer, target, package and article.';
COMMENT ON COLUMN sanctions.issuer IS 'Actor that imposes them.';
COMMENT ON COLUMN sanctions.target IS 'Actor that they hit. NULL: not stated.';
COMMENT ON COLUMN sanctions.sectors IS 'Of oil, gas, finance, shipping, defence, technology, individuals, trade. NULL or empty: none named.';
COMMENT ON COLUMN sanctions.package IS 'Ordinal of the package (18th package: 18). NULL: not stated.';
