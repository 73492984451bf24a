CREATE VIEW article_versions AS
WITH sightings AS (
    SELECT canonical_url, capture_id, reference, run_id, fetched_at FROM visits WHERE capture_id IS NOT NULL
    UNION ALL
    SELECT reference, capture_id, reference, run_id, fetched_at FROM captures ANTI JOIN visits USING (capture_id)
), told AS (
    SELECT sightings.canonical_url, readings.article_id, sightings.capture_id, sightings.reference,
        readings.outlet, sightings.run_id, sightings.fetched_at
    FROM sightings JOIN newest_readings_as_of(NULL) AS readings USING (capture_id)
    WHERE readings.article_id IS NOT NULL
    -- of two links to one article in one run neither is an edit of the other
    QUALIFY row_number() OVER (
        PARTITION BY sightings.canonical_url, sightings.run_id ORDER BY sightings.reference, sightings.fetched_at DESC) = 1
), changes AS (
    SELECT *, lag(article_id) OVER sighted AS article_before, lag(capture_id) OVER sighted AS capture_before
    FROM told
    WINDOW sighted AS (PARTITION BY canonical_url ORDER BY fetched_at, run_id)
    QUALIFY article_before IS DISTINCT FROM article_id
)
SELECT canonical_url, row_number() OVER (PARTITION BY canonical_url ORDER BY fetched_at, run_id) AS version,
    article_id, capture_id, article_before, capture_before, reference, outlet, run_id, fetched_at
FROM changes;
COMMENT ON VIEW article_versions IS 'What an article said and when that was seen first: one row for each time that its words, title, date or language were others than before. Links to one article are one article.';
COMMENT ON COLUMN article_versions.canonical_url IS 'What the versions have in common: the canonical URL of their pages; for files the reference.';
COMMENT ON COLUMN article_versions.version IS 'Rank by time, from 1.';
COMMENT ON COLUMN article_versions.article_id IS 'The article as it was read then.';
COMMENT ON COLUMN article_versions.capture_id IS 'The page that it was read from.';
COMMENT ON COLUMN article_versions.article_before IS 'The article as it was read before. NULL: the first version.';
COMMENT ON COLUMN article_versions.capture_before IS 'The page that this was read from. NULL: the first version.';
COMMENT ON COLUMN article_versions.reference IS 'File path or URL that it was listed under.';
COMMENT ON COLUMN article_versions.run_id IS 'The run that saw it.';
COMMENT ON COLUMN article_versions.fetched_at IS 'When it was seen (UTC).';

CREATE MACRO core_fields(kind) AS MAP {
    'talks': ['parties', 'ordinal', 'city', 'date'],
    'prisoner_exchange': ['parties', 'returned', 'total', 'formula'],
    'captives_returned': ['side', 'count'],
    'remains_repatriation': ['parties', 'returned'],
    'ceasefire': ['proposer', 'scope', 'duration_hours'],
    'meeting_proposal': ['proposer', 'by_date'],
    'ultimatum': ['issuer', 'target', 'days'],
    'sanctions': ['issuer', 'target'],
    'demand': ['issuer', 'action', 'territories'],
    'proposal': ['proposer', 'subject', 'number'],
    'casualty_estimate': ['side', 'count', 'measure'],
    'role': ['person', 'organisation'],
    'statement': ['speaker', 'words'],
    'military_aid': ['recipient'],
    'territorial_claim': ['claimant', 'territories', 'action']
}[kind];
COMMENT ON MACRO core_fields IS 'The fields of a kind that tell its facts apart; those that parley evaluate takes for its main ones.';

CREATE VIEW fact_changes AS
WITH compared AS (
    SELECT 'edit' AS cause, versions.canonical_url, versions.reference, versions.outlet, versions.fetched_at AS known_at,
        versions.article_before, versions.article_id AS article_after, old.extractor,
        max(old.extractor_version) AS version_before, max(old.extractor_version) AS version_after
    FROM article_versions AS versions
    JOIN extractions AS old ON old.article_id = versions.article_before
    JOIN extractions AS new
        ON new.article_id = versions.article_id AND new.extractor = old.extractor
        AND new.extractor_version = old.extractor_version
    GROUP BY ALL
    UNION ALL
    SELECT 'extractor', coalesce(visits.canonical_url, sources.reference), sources.reference, sources.outlet,
        batches.committed_at, article_id, article_id, extractor, version_before, version_after
    FROM (
        SELECT article_id, extractor, extractor_version AS version_after, batch_id,
            lag(extractor_version) OVER (PARTITION BY article_id, extractor ORDER BY extractor_version) AS version_before
        FROM extractions QUALIFY version_before IS NOT NULL
    ) AS reread
    JOIN article_sources AS sources USING (article_id)
    JOIN batches ON batches.batch_id = reread.batch_id
    LEFT JOIN (
        SELECT capture_id, arg_max(canonical_url, fetched_at) AS canonical_url FROM visits GROUP BY capture_id
    ) AS visits USING (capture_id)
), comparisons AS (
    SELECT row_number() OVER () AS comparison, * FROM compared
), stated AS (
    SELECT facts.fact_id, facts.article_id, facts.kind, facts.extractor, facts.extractor_version, facts.quote,
        facts.char_start, facts.char_end,
        list_distinct(string_split_regex(lower(facts.quote), '\W+')) AS words,
        list_transform(core_fields(facts.kind), lambda field:
            CASE field WHEN 'date' THEN facts.date ELSE facts.fields->>('$.' || field) END) AS core,
        map_concat(
            MAP {'status': facts.status, 'date': facts.date, 'said_by': said.said_by},
            map_from_entries(list_transform(json_keys(facts.fields), lambda field:
                {'k': field, 'v': facts.fields->>('$.' || field)}))
        ) AS stated
    FROM facts
    SEMI JOIN (
        SELECT article_before AS article_id FROM comparisons UNION SELECT article_after FROM comparisons
    ) AS wanted USING (article_id)
    LEFT JOIN (
        SELECT fact_id, string_agg(name, ' ← ' ORDER BY hop) AS said_by FROM attributions GROUP BY fact_id
    ) AS said USING (fact_id)
), old AS (
    SELECT comparison, stated.* FROM comparisons JOIN stated
        ON article_id = article_before AND stated.extractor = comparisons.extractor AND extractor_version = version_before
), new AS (
    SELECT comparison, stated.* FROM comparisons JOIN stated
        ON article_id = article_after AND stated.extractor = comparisons.extractor AND extractor_version = version_after
), gone AS (
    FROM old ANTI JOIN new USING (comparison, kind, stated)
), come AS (
    FROM new ANTI JOIN old USING (comparison, kind, stated)
), likely AS (
    SELECT comparison, gone.fact_id AS fact_before, come.fact_id AS fact_after,
        gone.core = come.core AND len(list_filter(gone.core, lambda value: value IS NOT NULL)) > 0 AS same_core,
        CASE
            WHEN gone.article_id = come.article_id
                THEN greatest(0, least(gone.char_end, come.char_end) - greatest(gone.char_start, come.char_start))
                    / greatest(gone.char_end - gone.char_start, come.char_end - come.char_start)
            ELSE len(list_intersect(gone.words, come.words)) / len(list_distinct(gone.words || come.words))
        END AS overlap
    FROM gone JOIN come USING (comparison, kind)
    WHERE same_core OR overlap > CASE WHEN gone.article_id = come.article_id THEN 0 ELSE 0.4 END
), pairs AS (
    FROM likely
    QUALIFY row_number() OVER (
            PARTITION BY comparison, fact_before ORDER BY same_core::INTEGER + overlap DESC, fact_after) = 1
        AND row_number() OVER (
            PARTITION BY comparison, fact_after ORDER BY same_core::INTEGER + overlap DESC, fact_before) = 1
), differences AS (
    SELECT comparison, gone.kind, 'changed' AS change, unnest(list_distinct(map_keys(gone.stated) || map_keys(come.stated))) AS field,
        gone.stated AS stated_before, come.stated AS stated_after, fact_before, fact_after,
        CASE WHEN same_core AND overlap > 0.4 THEN 'both' WHEN same_core THEN 'core fields' ELSE 'quote' END AS paired_by,
        gone.quote AS quote_before, come.quote AS quote_after
    FROM pairs
    JOIN gone USING (comparison)
    JOIN come USING (comparison)
    WHERE gone.fact_id = fact_before AND come.fact_id = fact_after
), changes AS (
    SELECT comparison, kind, change, field, stated_before[field] AS before, stated_after[field] AS after,
        fact_before, fact_after, paired_by, quote_before, quote_after
    FROM differences WHERE stated_before[field] IS DISTINCT FROM stated_after[field]
    UNION ALL
    SELECT comparison, kind, 'dropped', NULL, NULL, NULL, gone.fact_id, NULL, NULL, gone.quote, NULL
    FROM gone ANTI JOIN pairs ON pairs.comparison = gone.comparison AND fact_before = gone.fact_id
    UNION ALL
    SELECT comparison, kind, 'added', NULL, NULL, NULL, NULL, come.fact_id, NULL, NULL, come.quote
    FROM come ANTI JOIN pairs ON pairs.comparison = come.comparison AND fact_after = come.fact_id
)
SELECT cause, canonical_url, reference, outlet, known_at, kind, change, field, before, after, fact_before, fact_after,
    paired_by, quote_before, quote_after, version_before, version_after
FROM changes JOIN comparisons USING (comparison);
COMMENT ON VIEW fact_changes IS 'What an edit of an article, or a new version of an extractor, did to its facts: one row for each fact added or dropped and for each field changed. Two facts of a kind are one that changed where their core fields agree, or their quotes do (more than 0.4 of their words in common; in one text: they overlap); of several the best for each other. Example: SELECT reference, kind, field, before, after FROM fact_changes WHERE cause = ''edit'' AND change = ''changed''.';
COMMENT ON COLUMN fact_changes.cause IS 'edit: the article was changed, both versions were read by one version of the extractor. extractor: the same words were read by a newer one.';
COMMENT ON COLUMN fact_changes.canonical_url IS 'The article: canonical URL of its pages; for files the reference.';
COMMENT ON COLUMN fact_changes.reference IS 'File path or URL that it was listed under.';
COMMENT ON COLUMN fact_changes.known_at IS 'When the edit was seen, or the newer reading committed (UTC).';
COMMENT ON COLUMN fact_changes.change IS 'added, dropped or changed.';
COMMENT ON COLUMN fact_changes.field IS 'What changed: status, date, said_by or a field of the kind. NULL: the fact as a whole was added or dropped.';
COMMENT ON COLUMN fact_changes.before IS 'Its value before, as text; objects and lists as JSON. NULL: not stated, or a whole fact.';
COMMENT ON COLUMN fact_changes.after IS 'Its value afterwards. NULL as before.';
COMMENT ON COLUMN fact_changes.fact_before IS 'The fact as it was. NULL: added.';
COMMENT ON COLUMN fact_changes.fact_after IS 'The fact as it is. NULL: dropped.';
COMMENT ON COLUMN fact_changes.paired_by IS 'Why the two are one fact: core fields, quote or both. NULL: added or dropped.';
COMMENT ON COLUMN fact_changes.quote_before IS 'The words that carried it. NULL: added.';
COMMENT ON COLUMN fact_changes.quote_after IS 'The words that carry it. NULL: dropped.';
COMMENT ON COLUMN fact_changes.version_before IS 'Version of the extractor that read it before.';
COMMENT ON COLUMN fact_changes.version_after IS 'Version of the extractor that read it afterwards; of an edit the same.';
