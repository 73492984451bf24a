-- A macro …_among takes names of relations. So what publishing keeps (warehouse/deriving.py), what
-- was known at a time and what is asked of one event are told by the same rules.
CREATE MACRO origins_among(sources, comparisons, listed) AS TABLE
WITH families AS (
    SELECT slug, max_by(family, revision) AS family FROM query_table(listed) GROUP BY slug),
found AS (
    SELECT article_id, unnest(max_by({'origin_id': origin_id, 'basis': basis, 'similarity': similarity},
        {'version': version, 'revision': revision}))
    FROM query_table(comparisons) GROUP BY article_id),
credited AS (
    SELECT article_id, list(named ORDER BY named) AS credits
    FROM (
        SELECT DISTINCT article_id, outlet, unnest(upstream) AS named
        FROM query_table(sources)) AS told
    LEFT JOIN families AS own ON own.slug = told.outlet
    LEFT JOIN families AS theirs ON theirs.slug = named
    WHERE coalesce(theirs.family, named) IS DISTINCT FROM coalesce(own.family, outlet)
        AND named IS DISTINCT FROM regexp_replace(outlet, '([A-Z])[a-z]*\W*', '\1', 'g') -- (NW), Northern Wire
    GROUP BY article_id),
placed AS (
    SELECT article_id, outlet, title, published_on, published_at,
        coalesce(family, outlet, nullif(regexp_extract(url, '^[a-z]+://(?:www\.)?([^/:]+)', 1), '')) AS family,
        coalesce(origin_id, article_id) AS origin_id, basis, similarity, ai_generated_words,
        coalesce(credits, []) AS credits, ai_generated_words IS NOT NULL AS machine_written,
        ai_generated_words IS NULL AND credits IS NULL AS speaks_for_itself
    FROM query_table(sources)
    LEFT JOIN families ON slug = outlet
    LEFT JOIN found USING (article_id)
    LEFT JOIN credited USING (article_id)),
ranked AS (
    SELECT *, first_value({'article_id': article_id, 'family': family, 'outlet': outlet} ORDER BY
            NOT speaks_for_itself, published_on, published_at, article_id)
            OVER (PARTITION BY origin_id) AS first_one
    FROM placed)
SELECT article_id, outlet, family, origin_id, basis, similarity, credits, machine_written,
    speaks_for_itself AND first_one.article_id = article_id AS first_hand,
    CASE WHEN speaks_for_itself THEN coalesce(first_one.family, first_one.article_id) END AS counts_as,
    CASE
        WHEN machine_written THEN 'written by a machine: “' || ai_generated_words || '”'
        WHEN len(credits) > 0 THEN 'names as its source ' || array_to_string(credits, ', ')
        WHEN NOT first_hand THEN 'has its words from ' || coalesce(first_one.outlet, 'an outlet not known')
        ELSE 'its own words'
    END AS reason
FROM ranked;
COMMENT ON MACRO TABLE origins_among IS 'The view article_origins over three relations, which are named: article_sources with title, published_on and published_at, origins and outlets. Of articles with the same words all have to be there.';

CREATE MACRO article_origins_as_of(known_at) AS TABLE
WITH standing_then AS (
    SELECT sources.*, title, published_on, published_at
    FROM article_sources_as_of(known_at) AS sources JOIN articles USING (article_id)),
compared_then AS (FROM origins WHERE batch_id <= known_until(known_at)),
listed_then AS (FROM outlets WHERE batch_id <= known_until(known_at))
SELECT * FROM origins_among('standing_then', 'compared_then', 'listed_then');
COMMENT ON MACRO TABLE article_origins_as_of IS 'The view article_origins as it was at a time.';

CREATE VIEW article_origins AS SELECT * EXCLUDE (origin_key, batch_id) FROM live_origins;
COMMENT ON VIEW article_origins IS 'For each current article whose words it has, and as which source it counts: ten copies of one wire story are one. Example: SELECT outlet, reason FROM article_origins WHERE NOT first_hand.';
COMMENT ON COLUMN article_origins.outlet IS 'Slug or name of the outlet. NULL: not known.';
COMMENT ON COLUMN article_origins.family IS 'Newsroom or owner of the outlet by the list of outlets; else the outlet itself, or the host of the address. NULL: none of them is known.';
COMMENT ON COLUMN article_origins.origin_id IS 'The earliest article of all that have their words from one another; the article itself where it is the first or the only one.';
COMMENT ON COLUMN article_origins.basis IS 'own_words, same_text, near_duplicate or by_way_of_another. NULL: not yet compared (the run was stopped; the next one does it).';
COMMENT ON COLUMN article_origins.similarity IS 'Which share of the article''s runs of four words stands in the origin, 0 to 1. NULL: it is the origin.';
COMMENT ON COLUMN article_origins.credits IS 'Outlets of other families that the article as a whole names as its sources; empty: none.';
COMMENT ON COLUMN article_origins.machine_written IS 'Whether the page declares that a machine wrote it.';
COMMENT ON COLUMN article_origins.first_hand IS 'Whether it is written by people, names no other outlet as its source, and is the first such article with these words.';
COMMENT ON COLUMN article_origins.counts_as IS 'As which independent source it counts: the family of the first article with these words that is written by people and names no other outlet, or that article''s id. NULL: a machine wrote it, or it names another outlet as its source; it never makes a report better confirmed.';
COMMENT ON COLUMN article_origins.reason IS 'Why it is first-hand or not, in words.';
