CREATE VIEW fact_relations AS
WITH told AS MATERIALIZED (FROM event_claims),
wholes AS (
    SELECT event_id AS part_of, list(DISTINCT best) AS whole_numbers FROM told
    WHERE field IN ('returned', 'total') AND best IS NOT NULL GROUP BY event_id),
totals AS (
    SELECT fact_id, max(best) FILTER (field = 'total') AS both_sides,
        sum(best) FILTER (field = 'returned') AS sides_added
    FROM told GROUP BY fact_id),
planned AS (
    SELECT event_id, list(DISTINCT strftime(date_start, '%-d %B %Y')) AS planned_days FROM event_facts
    WHERE date_start = date_end AND status IN ('proposed', 'demanded', 'agreed') GROUP BY event_id),
quoted AS (
    SELECT event_id, list(DISTINCT regexp_extract_all(
        regexp_replace(replace(quote, ',', ''), months || ' \d+|\d+ ' || months, '', 'g'), '\d+')) AS quoted_numbers
    FROM event_facts, (SELECT '(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*' AS months)
    GROUP BY event_id),
claims AS (
    SELECT claims.*, both_sides, sides_added, quoted_numbers, whole_numbers, planned_days,
        list_has_any(coalesce(categories, []), ['civilian', 'child']) AS has_civilians,
        list_contains(coalesce(categories, []), 'pow') AS has_soldiers,
        list_contains(coalesce(categories, []), 'hostage') AS has_hostages,
        CASE WHEN status IN ('proposed', 'demanded', 'threatened', 'scheduled') THEN 'planned'
            WHEN status = 'agreed' THEN 'agreed' WHEN status = 'denied' THEN 'denied' ELSE 'done' END AS stage
    FROM told AS claims
    LEFT JOIN totals USING (fact_id) LEFT JOIN wholes USING (part_of) LEFT JOIN planned USING (event_id)
    LEFT JOIN quoted USING (event_id)
    WHERE status <> 'rejected' AND (status <> 'denied' OR field = 'status')),
pairs AS (
    SELECT one, other, one.value = other.value AS is_same,
        one.at_least <= coalesce(other.at_most, one.at_least)
            AND other.at_least <= coalesce(one.at_most, other.at_least) AS fits,
        date_diff('day', other.published_on, one.published_on) AS days_later,
        one.stage <> 'done' AS one_is_plan, other.stage <> 'done' AS other_is_plan,
        CASE WHEN one.best < other.best THEN one ELSE other END AS fewer,
        CASE WHEN one.best < other.best THEN other ELSE one END AS more
    FROM claims AS one JOIN claims AS other
    ON one.event_id = other.event_id AND one.field = other.field AND one.fact_id <> other.fact_id
        AND one.side IS NOT DISTINCT FROM other.side AND NOT (one.is_added_up AND other.is_added_up)
        AND (coalesce(one.published_on, DATE '9999-12-31'), one.fact_id)
            > (coalesce(other.published_on, DATE '9999-12-31'), other.fact_id)),
judged AS (
    SELECT one, other, CASE
        WHEN one.field = 'status' THEN
            CASE WHEN (one.stage = 'denied') <> (other.stage = 'denied')
                AND list_has_any([one.status, other.status], ['agreed', 'scheduled', 'ongoing', 'completed'])
                THEN 'denial' END
        WHEN is_same THEN 'same'
        WHEN one.field = 'place' THEN NULL
        WHEN one.field = 'city' THEN 'other_city'
        WHEN fits THEN 'fits'
        WHEN one.field = 'date' AND (one.stage <> other.stage
            OR list_contains(one.planned_days, one.value) OR list_contains(one.planned_days, other.value))
            THEN 'day_of_agreement'
        WHEN one.field IN ('date', 'ordinal') THEN 'clash'
        WHEN fewer.best * 2 = more.best AND fewer.both_sides = more.best THEN 'side_against_total'
        WHEN list_contains(more.whole_numbers, more.best) THEN 'stage_against_whole'
        WHEN NOT fewer.has_hostages AND NOT more.has_hostages
            AND (more.has_civilians AND NOT fewer.has_civilians
                OR fewer.has_civilians AND NOT fewer.has_soldiers AND more.has_soldiers)
            THEN 'some_against_all'
        WHEN len(list_filter(one.quoted_numbers, lambda numbers: list_has_all(
            numbers, [fewer.best::VARCHAR, (more.best - fewer.best)::VARCHAR]))) > 0 THEN 'counted_apart'
        WHEN one.field = 'total' AND more.sides_added = fewer.best THEN 'some_against_all'
        WHEN other_is_plan AND NOT one_is_plan THEN 'outcome'
        WHEN one_is_plan <> other_is_plan THEN 'plan'
        WHEN days_later BETWEEN 1 AND 7 AND one.at_least > other.at_most AND NOT one_is_plan
            AND (other.status = 'ongoing' OR other.published_on <= other.day_high + 1 AND one.best <= 1.5 * other.best)
            AND one.field IN ('returned', 'total') THEN 'later_and_larger'
        ELSE 'clash' END AS rule
    FROM pairs)
SELECT one.event_id, one.kind, one.field, one.side, one.fact_id, other.fact_id AS other_fact_id,
    CASE
        WHEN rule IN ('same', 'fits') AND one.article_id = other.article_id THEN NULL
        WHEN rule IN ('same', 'fits') AND one.origin_id = other.origin_id THEN 'duplicate_of'
        WHEN rule IN ('same', 'fits') THEN 'corroborates'
        WHEN rule IN ('outcome', 'later_and_larger') THEN 'updates'
        WHEN rule IN ('clash', 'other_city', 'denial') THEN 'contradicts'
        ELSE 'different_scope'
    END AS relation,
    rule,
    CASE rule
        WHEN 'same' THEN 'both say ' || one.value
        WHEN 'fits' THEN other.value || ' and ' || one.value || ' can be true together'
        WHEN 'day_of_agreement' THEN other.value || ' and ' || one.value || ': the day it was agreed or told of and the day it was done'
        WHEN 'side_against_total' THEN other.value || ' and ' || one.value || ': one side against both together'
        WHEN 'stage_against_whole' THEN other.value || ' and ' || one.value || ': a stage against the whole'
        WHEN 'some_against_all' THEN other.value || ' and ' || one.value || ': all of them and a part of them'
        WHEN 'counted_apart' THEN other.value || ' and ' || one.value || ': with and without the '
            || format('{:,}', abs(one.best - other.best)) || ' whom a report of it counts apart'
        WHEN 'plan' THEN other.value || ' and ' || one.value || ': what came of it against what was planned'
        WHEN 'outcome' THEN other.value || ' was planned, ' || one.value || ' is what came of it'
        WHEN 'later_and_larger' THEN one.value || ' is later and larger than ' || other.value
        WHEN 'other_city' THEN 'one meeting is in one city, and not in ' || other.value || ' and in ' || one.value
        WHEN 'denial' THEN 'one says that it is ' || CASE one.stage WHEN 'denied' THEN other.status ELSE one.status END
            || ', the other denies it'
        WHEN 'clash' THEN other.value || ' and ' || one.value || ' cannot both be right'
    END AS reason,
    coalesce(one.counts_as <> other.counts_as, false) AS independent,
    one.value AS value, other.value AS other_value
FROM judged WHERE relation IS NOT NULL AND rule IS NOT NULL;
COMMENT ON VIEW fact_relations IS 'How the facts of an event stand to each other, a row for each two of them and each value that both state; the later published stands first. Ask it for an event or a fact: much-told events have many pairs. Example: SELECT relation, reason FROM fact_relations WHERE event_id = ''prisoner_exchange/RUS-UKR/2025-05-24''.';
COMMENT ON COLUMN fact_relations.field IS 'The value in which they are compared (event_claims.field).';
COMMENT ON COLUMN fact_relations.side IS 'Whose people. NULL: a value of no side.';
COMMENT ON COLUMN fact_relations.fact_id IS 'The fact of the later article.';
COMMENT ON COLUMN fact_relations.other_fact_id IS 'The fact of the earlier one.';
COMMENT ON COLUMN fact_relations.relation IS 'corroborates (another article, with words of its own, says the same or what fits with it), duplicate_of (the same in the same words), updates (later and larger, of something under way or told of on its day; or what came of a plan), different_scope (one side against both, a stage against the whole, with and without people counted apart, plan against outcome, agreed against done), contradicts (they cannot both be right).';
COMMENT ON COLUMN fact_relations.rule IS 'The rule that tells it: same, fits, day_of_agreement, side_against_total, stage_against_whole, some_against_all, counted_apart, plan, outcome, later_and_larger, other_city, denial, clash.';
COMMENT ON COLUMN fact_relations.reason IS 'The rule in words, with the values.';
COMMENT ON COLUMN fact_relations.independent IS 'Whether the two articles count as two independent sources (article_origins.counts_as); only then does one make the other more certain.';
COMMENT ON COLUMN fact_relations.value IS 'What the later one says.';
COMMENT ON COLUMN fact_relations.other_value IS 'What the earlier one says.';
