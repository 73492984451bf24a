-- returned is kept as it is in live_facts: reading it from the JSON of every fact takes long.
CREATE VIEW prisoner_exchange AS
SELECT * EXCLUDE (kept) REPLACE (kept AS returned) FROM (SELECT fact_id, article_id, reference, url, outlet,
    title, published, published_on, status, date, date_start, date_end, date_precision, date_basis, quote,
    char_start, char_end, mention_count, confidence, extractor, extractor_version, rule, said_by, batch_id,
    returned AS kept, unnest(from_json(fields, '{
    "parties": "VARCHAR[]",
    "returned": "MAP(VARCHAR, STRUCT(low BIGINT, best BIGINT, high BIGINT, qualifier VARCHAR))",
    "total": "STRUCT(low BIGINT, best BIGINT, high BIGINT, qualifier VARCHAR)",
    "formula": "VARCHAR",
    "categories": "VARCHAR[]",
    "ordinal": "INTEGER",
    "place": "VARCHAR",
    "mediators": "VARCHAR[]",
    "agreed_at": "INTEGER"}'))
FROM live_facts WHERE kind = 'prisoner_exchange');
COMMENT ON VIEW prisoner_exchange IS 'People held by one side who go home, one way or both: one for each exchange, stage and article.';
COMMENT ON COLUMN prisoner_exchange.parties IS 'Actors who give or get people.';
COMMENT ON COLUMN prisoner_exchange.returned IS 'Actor → how many people of that side come home, as low, best, high. NULL or empty: no figures stated.';
COMMENT ON COLUMN prisoner_exchange.total IS 'The sum of all sides, where the text gives one. NULL: not stated.';
COMMENT ON COLUMN prisoner_exchange.formula IS 'Such as 1000-for-1000 or all-for-all. NULL: not stated.';
COMMENT ON COLUMN prisoner_exchange.categories IS 'Of pow, civilian, child, hostage, wounded_or_ill, under_25, women, political_prisoner. NULL or empty: none stated.';
COMMENT ON COLUMN prisoner_exchange.ordinal IS 'Number of the exchange: ninth exchange → 9. NULL: not stated.';
COMMENT ON COLUMN prisoner_exchange.place IS 'Where they are handed over. NULL: not stated.';
COMMENT ON COLUMN prisoner_exchange.mediators IS 'Actors or persons who mediate. NULL or empty: none stated.';
COMMENT ON COLUMN prisoner_exchange.agreed_at IS 'Number of the talks round that agreed it. NULL: not stated.';
