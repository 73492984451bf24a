-- a code that the contract (FACTS.md, DESIGN.md) does not know
SELECT 'facts.kind' AS column_name, kind AS code, fact_id AS id, batch_id
    FROM (FROM facts WHERE batch_id >= getvariable('checked_from')) AS facts SEMI JOIN checked_batches USING (batch_id)
    WHERE kind NOT IN ('talks', 'prisoner_exchange', 'captives_returned', 'remains_repatriation', 'ceasefire',
        'meeting_proposal', 'ultimatum', 'sanctions', 'demand', 'proposal', 'casualty_estimate', 'role',
        'statement', 'military_aid', 'territorial_claim')
UNION ALL
SELECT 'facts.status', status, fact_id, batch_id FROM (FROM facts WHERE batch_id >= getvariable('checked_from')) AS facts SEMI JOIN checked_batches USING (batch_id)
    WHERE status NOT IN ('proposed', 'demanded', 'threatened', 'agreed', 'scheduled', 'ongoing', 'completed',
        'rejected', 'failed', 'denied', 'estimated', 'reported')
UNION ALL
SELECT 'facts.date_precision', date_precision, fact_id, batch_id FROM (FROM facts WHERE batch_id >= getvariable('checked_from')) AS facts SEMI JOIN checked_batches USING (batch_id)
    WHERE date_precision NOT IN ('day', 'week', 'month', 'year', 'range', 'unknown')
        OR (date IS NULL) <> (date_precision IS NULL)
UNION ALL
SELECT 'facts.date_basis', date_basis, fact_id, batch_id FROM (FROM facts WHERE batch_id >= getvariable('checked_from')) AS facts SEMI JOIN checked_batches USING (batch_id)
    WHERE date_basis NOT IN ('explicit', 'relative', 'weekday', 'context', 'derived', 'none')
UNION ALL
SELECT 'attributions.role', role, fact_id, batch_id FROM (FROM attributions WHERE batch_id >= getvariable('checked_from')) AS attributions SEMI JOIN checked_batches USING (batch_id)
    WHERE role NOT IN ('speaker', 'body', 'outlet', 'anonymous')
UNION ALL
SELECT 'outcomes.code', code, reference, batch_id FROM (FROM outcomes WHERE batch_id >= getvariable('checked_from')) AS outcomes SEMI JOIN checked_batches USING (batch_id)
    WHERE code NOT IN ('stored', 'not_modified', 'known', 'robots', 'deferred', 'rejected')
        OR (code = 'rejected' AND reason IS NULL)
UNION ALL
SELECT 'warnings.code', code, source, batch_id FROM warnings SEMI JOIN checked_batches USING (batch_id)
    WHERE code NOT IN ('page_for_feed', 'no_references', 'same_page', 'too_few', 'too_many', 'stale',
        'paragraphs_lost', 'duplicates')
UNION ALL
SELECT 'removed_blocks.kind', kind, capture_id, batch_id FROM (FROM removed_blocks WHERE batch_id >= getvariable('checked_from')) AS removed_blocks SEMI JOIN checked_batches USING (batch_id)
    WHERE kind NOT IN ('appeal', 'comments', 'newsletter', 'related', 'share', 'notice', 'correction_line',
        'interface', 'caption', 'byline', 'dateline', 'summary', 'title_repeat')
UNION ALL
SELECT 'origins.basis', basis, article_id, batch_id FROM (FROM origins WHERE batch_id >= getvariable('checked_from')) AS origins SEMI JOIN checked_batches USING (batch_id)
    WHERE basis NOT IN ('own_words', 'same_text', 'near_duplicate', 'by_way_of_another', 'not_current')
        OR (basis = 'not_current') <> (origin_id IS NULL) OR (basis = 'own_words') <> (origin_id = article_id)
UNION ALL
SELECT 'readings.reason', reason, capture_id, batch_id FROM (FROM readings WHERE batch_id >= getvariable('checked_from')) AS readings SEMI JOIN checked_batches USING (batch_id)
    WHERE (reason IS NULL) = (article_id IS NULL)
UNION ALL
SELECT 'links.basis', basis, fact_id, batch_id FROM (FROM links WHERE batch_id >= getvariable('checked_from')) AS links SEMI JOIN checked_batches USING (batch_id)
    WHERE (event_id IS NULL) <> (basis IN ('several_fit', 'too_vague', 'not_current'))
        OR (event_id IS NOT NULL AND basis NOT IN ('alone', 'same_day', 'same_day_and_place', 'same_spell',
            'deadline_day', 'same_round', 'same_figures', 'same_formula', 'same_terms', 'same_agreement',
            'only_one_then', 'only_one_open'))
