-- Names relations: with the columns of linked_facts, those of event_claims, and the numbers that are said
-- of each event (event_id, whole_numbers). What has to be looked up is looked up for the few pairs only
-- that neither say the same nor what fits with it.
CREATE MACRO relations_among(told_facts, said, wholes) AS TABLE
WITH claims AS (
    SELECT event_id, part_of, kind, fact_id, field, side, value, best, at_least, at_most, is_added_up, status,
        article_id, published_on, day_high, origin_id, counts_as,
        max(best) FILTER (field = 'total') OVER fact AS both_sides,
        sum(best) FILTER (field = 'returned') OVER fact AS sides_added,
        list_has_any(coalesce(categories, []), ['civilian', 'child']) AS has_civilians,
        list_contains(coalesce(categories, []), 'pow') AS has_soldiers,
        list_contains(coalesce(categories, []), 'hostage') AS has_hostages,
        CASE WHEN status IN ('proposed', 'demanded', 'threatened', 'scheduled') THEN 'planned'
            WHEN status = 'agreed' THEN 'agreed' WHEN status = 'denied' THEN 'denied' ELSE 'done' END AS stage
    FROM query_table(said)
    WINDOW fact AS (PARTITION BY event_id, fact_id)),
pairs AS (
    SELECT one.event_id, one.part_of, one.kind, one.field, one.side, one.fact_id, other.fact_id AS other_fact_id,
        one.value, other.value AS other_value, one.status, other.status AS other_status, one.stage,
        other.stage AS other_stage, one.article_id = other.article_id AS same_article,
        one.origin_id = other.origin_id AS same_origin, coalesce(one.counts_as <> other.counts_as, false) AS independent,
        one.best, other.best AS other_best, one.at_least > other.at_most AS is_larger,
        date_diff('day', other.published_on, one.published_on) AS days_later,
        other.published_on <= other.day_high + 1 AS other_at_the_time,
        CASE WHEN one.best < other.best THEN one.both_sides ELSE other.both_sides END AS fewer_both_sides,
        CASE WHEN one.best < other.best THEN other.sides_added ELSE one.sides_added END AS more_sides_added,
        CASE WHEN one.best < other.best THEN one.best ELSE other.best END AS fewer,
        CASE WHEN one.best < other.best THEN other.best ELSE one.best END AS more,
        NOT one.has_hostages AND NOT other.has_hostages
            AND CASE WHEN one.best < other.best
                THEN other.has_civilians AND NOT one.has_civilians
                    OR one.has_civilians AND NOT one.has_soldiers AND other.has_soldiers
                ELSE one.has_civilians AND NOT other.has_civilians
                    OR other.has_civilians AND NOT other.has_soldiers AND one.has_soldiers END AS fewer_are_some,
        CASE
            WHEN one.field = 'status' THEN
                CASE WHEN (one.stage = 'denied') <> (other.stage = 'denied')
                    AND list_has_any([one.status, other.status], ['agreed', 'scheduled', 'ongoing', 'completed'])
                    THEN 'denial' END
            WHEN one.value = other.value THEN 'same'
            WHEN one.field = 'place' THEN NULL
            WHEN one.field = 'city' THEN 'other_city'
            WHEN one.at_least <= coalesce(other.at_most, one.at_least)
                AND other.at_least <= coalesce(one.at_most, other.at_least) THEN 'fits'
            ELSE 'open' END AS plain_rule
    FROM claims AS one JOIN claims AS other
    ON one.event_id = other.event_id AND one.field = other.field AND one.fact_id <> other.fact_id
        AND one.side IS NOT DISTINCT FROM other.side AND NOT (one.is_added_up AND other.is_added_up)
        AND (coalesce(one.published_on, DATE '9999-12-31'), one.fact_id)
            > (coalesce(other.published_on, DATE '9999-12-31'), other.fact_id)
    WHERE one.status <> 'rejected' AND (one.status <> 'denied' OR one.field = 'status')
        AND other.status <> 'rejected' AND (other.status <> 'denied' OR other.field = 'status')),
planned AS (
    SELECT event_id, list(DISTINCT strftime(date_start, '%-d %B %Y')) AS planned_days FROM query_table(told_facts)
    WHERE date_start = date_end AND status IN ('proposed', 'demanded', 'agreed') GROUP BY event_id),
quoted AS ( -- numbers that are no day of a month
    SELECT event_id, list(DISTINCT regexp_extract_all(regexp_replace(
        replace(quote, ',', ''), '(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d+|\d+ (?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*',
        '', 'g'), '\d+')) AS quoted_numbers
    FROM query_table(told_facts) GROUP BY event_id),
weighed AS (
    SELECT pairs.*, CASE
        WHEN field = 'date' AND (stage <> other_stage
            OR list_contains(planned_days, value) OR list_contains(planned_days, other_value))
            THEN 'day_of_agreement'
        WHEN field IN ('date', 'ordinal') THEN 'clash'
        WHEN fewer * 2 = more AND fewer_both_sides = more THEN 'side_against_total'
        WHEN list_contains(whole_numbers, more) THEN 'stage_against_whole'
        WHEN fewer_are_some THEN 'some_against_all'
        WHEN len(list_filter(quoted_numbers, lambda numbers: list_has_all(
            numbers, [fewer::VARCHAR, (more - fewer)::VARCHAR]))) > 0 THEN 'counted_apart'
        WHEN field = 'total' AND more_sides_added = fewer THEN 'some_against_all'
        WHEN other_stage <> 'done' AND stage = 'done' THEN 'outcome'
        WHEN (stage <> 'done') <> (other_stage <> 'done') THEN 'plan'
        WHEN days_later BETWEEN 1 AND 7 AND is_larger AND stage = 'done'
            AND (other_status = 'ongoing' OR other_at_the_time AND best <= 1.5 * other_best)
            AND field IN ('returned', 'total') THEN 'later_and_larger'
        ELSE 'clash' END AS rule
    FROM pairs LEFT JOIN planned USING (event_id) LEFT JOIN quoted USING (event_id)
        LEFT JOIN (SELECT event_id AS part_of, whole_numbers FROM query_table(wholes)) USING (part_of)
    WHERE plain_rule = 'open'),
judged AS (
    SELECT *, plain_rule AS rule FROM pairs WHERE plain_rule <> 'open' UNION ALL FROM weighed)
SELECT event_id, kind, field, side, fact_id, other_fact_id,
    CASE
        WHEN rule IN ('same', 'fits') AND same_article THEN NULL
        WHEN rule IN ('same', 'fits') AND same_origin THEN 'duplicate_of'
        WHEN rule IN ('same', 'fits') THEN 'corroborates'
        WHEN rule IN ('outcome', 'later_and_larger') THEN 'updates'
        WHEN rule IN ('clash', 'other_city', 'denial') THEN 'contradicts'
        ELSE 'different_scope'
    END AS relation,
    rule,
    CASE rule
        WHEN 'same' THEN 'both say ' || value
        WHEN 'fits' THEN other_value || ' and ' || value || ' can be true together'
        WHEN 'day_of_agreement' THEN other_value || ' and ' || value || ': the day it was agreed or told of and the day it was done'
        WHEN 'side_against_total' THEN other_value || ' and ' || value || ': one side against both together'
        WHEN 'stage_against_whole' THEN other_value || ' and ' || value || ': a stage against the whole'
        WHEN 'some_against_all' THEN other_value || ' and ' || value || ': all of them and a part of them'
        WHEN 'counted_apart' THEN other_value || ' and ' || value || ': with and without the '
            || format('{:,}', abs(best - other_best)) || ' whom a report of it counts apart'
        WHEN 'plan' THEN other_value || ' and ' || value || ': what came of it against what was planned'
        WHEN 'outcome' THEN other_value || ' was planned, ' || value || ' is what came of it'
        WHEN 'later_and_larger' THEN value || ' is later and larger than ' || other_value
        WHEN 'other_city' THEN 'one meeting is in one city, and not in ' || other_value || ' and in ' || value
        WHEN 'denial' THEN 'one says that it is ' || CASE stage WHEN 'denied' THEN other_status ELSE status END
            || ', the other denies it'
        WHEN 'clash' THEN other_value || ' and ' || value || ' cannot both be right'
    END AS reason,
    independent, value, other_value
FROM judged WHERE relation IS NOT NULL AND rule IS NOT NULL;
COMMENT ON MACRO TABLE relations_among IS 'The view fact_relations over the facts, claims and numbers of wholes of three relations, which are named.';

CREATE VIEW fact_relations AS FROM relations_among('linked_facts', 'event_claims', 'live_events');
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
