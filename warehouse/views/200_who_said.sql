CREATE VIEW who_said AS
SELECT said.name, said.role, said.hop, facts.kind, facts.status, facts.date, facts.quote,
    substr(articles.text, said.char_start + 1, said.char_end - said.char_start) AS named_as,
    facts.outlet, facts.published_on, facts.reference, facts.article_id, facts.fact_id
FROM current_facts AS facts
JOIN attributions AS said USING (fact_id)
JOIN articles USING (article_id);
COMMENT ON VIEW who_said IS 'Who vouches for what: one row for each fact and each hop of its attribution. Facts that an article states in its own voice have none. Example: SELECT published_on, kind, status, date, quote FROM who_said WHERE name = ''Rustem Umerov'' ORDER BY published_on.';
COMMENT ON COLUMN who_said.name IS 'Canonical name of the person, body or outlet; for the unnamed the words used.';
COMMENT ON COLUMN who_said.role IS 'speaker, body, outlet or anonymous.';
COMMENT ON COLUMN who_said.hop IS 'Place in the chain: 0 is the nearest to the words, the last the one that the outlet had it from.';
COMMENT ON COLUMN who_said.named_as IS 'The words that name them in the article.';
