CREATE MACRO facts_as_of(known_at) AS TABLE
SELECT facts.fact_id, facts.article_id, sources.reference, sources.url, sources.outlet, articles.title,
    articles.published, articles.published_on, facts.kind, facts.status, facts.date, facts.date_start,
    facts.date_end, facts.date_precision, facts.date_basis, facts.fields, facts.quote, facts.char_start,
    facts.char_end, facts.mention_count, facts.confidence, facts.extractor, facts.extractor_version,
    facts.rule, said.said_by, facts.batch_id
FROM facts
SEMI JOIN (
    SELECT article_id, extractor, max(extractor_version) AS extractor_version
    FROM extractions WHERE batch_id <= known_until(known_at) GROUP BY ALL
) AS newest USING (article_id, extractor, extractor_version)
JOIN article_sources_as_of(known_at) AS sources USING (article_id)
JOIN articles USING (article_id)
LEFT JOIN (
    SELECT fact_id, list(name ORDER BY hop) AS said_by FROM attributions GROUP BY fact_id
) AS said USING (fact_id);
COMMENT ON MACRO TABLE facts_as_of IS 'The view current_facts as it was at a time: what the warehouse had read by then, by the extractors of then. Example: FROM facts_as_of(''2026-08-01'') WHERE kind = ''talks''.';

CREATE VIEW current_facts AS
SELECT fact_id, article_id, reference, url, outlet, title, published, published_on, kind, status, date,
    date_start, date_end, date_precision, date_basis, fields, quote, char_start, char_end, mention_count,
    confidence, extractor, extractor_version, rule, said_by, batch_id
FROM live_facts;
COMMENT ON VIEW current_facts IS 'Facts of the newest extractor version that has read each article, from articles that current readings give. An article that the newest version read without finding a fact has none here.';
COMMENT ON COLUMN current_facts.reference IS 'File path or URL that the article was read from; of several the smallest.';
COMMENT ON COLUMN current_facts.url IS 'Address of the article. NULL: not known.';
COMMENT ON COLUMN current_facts.outlet IS 'Slug or name of the outlet. NULL: not known.';
COMMENT ON COLUMN current_facts.title IS 'Headline of the article. NULL: none found.';
COMMENT ON COLUMN current_facts.said_by IS 'Who says so, nearest first; their roles are in attributions. NULL: the article in its own voice.';
