CREATE MACRO open_deadlines(on_day) AS TABLE
WITH pending AS ( -- no fact lets a deadline run longer than all of them do
    SELECT event_id, first_reported FROM live_events
    WHERE kind = 'ultimatum' AND date_high >= on_day::DATE AND first_reported <= on_day::DATE),
near AS ( -- with what can have come in their place
    SELECT event_id FROM pending
    UNION
    SELECT event_id FROM live_events
    WHERE kind = 'ultimatum' AND first_reported <= on_day::DATE
        AND last_reported > (SELECT min(first_reported) FROM pending)),
places AS (
    SELECT batch_id FROM event_places
    SEMI JOIN (SELECT key_of(event_id) AS key FROM near) AS asked USING (key)),
facts_near AS (
    FROM (FROM linked_facts SEMI JOIN places USING (batch_id)) SEMI JOIN near USING (event_id)
    WHERE kind = 'ultimatum'),
set_by_then AS (
    SELECT event_id, date_high AS due_on, status, first_reported, sources, independent_origins
    FROM events_among('facts_near', on_day := on_day)
    WHERE status NOT IN ('completed', 'failed', 'rejected', 'denied')),
told AS (
    SELECT event_id,
        most_said(list(fields->>'issuer' ORDER BY fields->>'issuer')) AS issuer,
        most_said(list(fields->>'target' ORDER BY fields->>'target')) AS target,
        min_by(fields->>'demand', (published_on, fact_id)) FILTER (fields->>'demand' IS NOT NULL) AS demand,
        list_sort(list_distinct(flatten(list((fields->'consequences')::VARCHAR[])))) AS consequences,
        min_by(quote, (published_on, fact_id)) AS quote
    FROM facts_near WHERE published_on <= on_day::DATE GROUP BY event_id),
set_before AS (
    SELECT *, min(due_on) OVER (
            PARTITION BY issuer, target ORDER BY first_reported DESC
            RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE GROUP) AS since_shortened_to
    FROM set_by_then JOIN told USING (event_id))
SELECT event_id, issuer, target, due_on, date_diff('day', on_day::DATE, due_on) AS days_left, demand,
    coalesce(consequences, []) AS consequences, status, first_reported, sources, independent_origins, quote
FROM set_before
WHERE due_on >= on_day::DATE
    AND (since_shortened_to IS NULL OR since_shortened_to >= due_on
        OR issuer IS NULL OR target IS NULL OR first_reported IS NULL)
ORDER BY due_on, event_id;
COMMENT ON MACRO TABLE open_deadlines IS 'Deadlines that had been set by a day and had not run out on it, by what was published until then; one that the same issuer has since shortened is left out. Example: FROM open_deadlines(DATE ''2025-07-24'').';
