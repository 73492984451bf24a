CREATE MACRO links_as_of(known_at) AS TABLE
FROM links SEMI JOIN (
    SELECT fact_id, unnest(max({'linker_version': linker_version, 'revision': revision}))
    FROM links WHERE batch_id <= known_until(known_at) GROUP BY fact_id
) AS newest USING (fact_id, linker_version, revision);
COMMENT ON MACRO TABLE links_as_of IS 'The view current_links as it was at a time.';

CREATE VIEW current_links AS FROM live_links;
COMMENT ON VIEW current_links IS 'The newest link of each fact, also of those that belong to no event. Example: SELECT basis, count(*) FROM current_links GROUP BY ALL.';

CREATE MACRO event_day(kind, status, fields, settled, stated) AS
    CASE WHEN kind IN ('ultimatum', 'meeting_proposal')
        THEN coalesce(settled, try_cast(coalesce(fields->>'due_on', fields->>'by_date') AS DATE))
        WHEN status = 'agreed' AND kind IN ('prisoner_exchange', 'remains_repatriation') THEN settled
        ELSE coalesce(settled, stated) END;
COMMENT ON MACRO event_day IS 'The day of a fact''s event: of an ultimatum the day it is due, of a meeting proposed the day it should be held by; what other facts settle goes before what the fact states.';

CREATE MACRO parties_named(fields) AS coalesce(
    (fields->'parties')::VARCHAR[],
    list_filter([fields->>'issuer', fields->>'target'], lambda actor: actor IS NOT NULL),
    []);
COMMENT ON MACRO parties_named IS 'Parties that a fact''s fields name; of an ultimatum issuer and target. Empty: none.';

CREATE MACRO event_facts_as_of(known_at) AS TABLE
SELECT links.event_id, links.part_of, links.basis, links.linked_with, links.settled_from,
    event_day(facts.kind, facts.status, fields, links.settled_start, facts.date_start) AS day_low,
    event_day(facts.kind, facts.status, fields, links.settled_end, facts.date_end) AS day_high,
    facts.*, sources.upstream, sources.ai_generated_words,
    source_named(facts.outlet, facts.url, facts.reference) AS source_name,
    parties_named(fields) AS fact_parties
FROM links_as_of(known_at) AS links
JOIN facts_as_of(known_at) AS facts USING (fact_id)
JOIN article_sources_as_of(known_at) AS sources USING (article_id)
WHERE links.event_id IS NOT NULL;
COMMENT ON MACRO TABLE event_facts_as_of IS 'The view event_facts as it was at a time.';

CREATE VIEW linked_facts AS
SELECT event_id, part_of, basis, linked_with, settled_from, day_low, day_high,
    live_facts.* EXCLUDE (event_id, part_of, basis, linked_with, settled_start, settled_end, settled_from,
        day_low, day_high, first_hand, opens_article),
    source_named(outlet, url, reference) AS source_name,
    parties_named(fields) AS fact_parties
FROM live_facts WHERE event_id IS NOT NULL;
COMMENT ON VIEW linked_facts IS 'The view event_facts with whose words each article has: what events and all that is said of them are made of.';
COMMENT ON COLUMN linked_facts.day_low IS 'First day that the fact can mean; of an ultimatum the day it is due, of a meeting proposed the day it should be held by. The day on which an exchange was agreed is not that of the exchange. What the fact leaves open is taken from the event. NULL: not known.';
COMMENT ON COLUMN linked_facts.day_high IS 'Last day that the fact can mean, as for day_low.';
COMMENT ON COLUMN linked_facts.source_name IS 'The outlet; where it is not known the host of the address, or the reference.';
COMMENT ON COLUMN linked_facts.fact_parties IS 'Parties that the fact names; of an ultimatum issuer and target. Empty: none.';
COMMENT ON COLUMN linked_facts.returned IS 'How many people or bodies of each side, as prisoner_exchange and remains_repatriation have it. NULL: none stated, or another kind.';

CREATE VIEW event_facts AS
SELECT * EXCLUDE (returned, origin_id, counts_as, machine_written) FROM linked_facts;
COMMENT ON VIEW event_facts IS 'The facts of each event with the basis of their link, and their article. Example: SELECT basis, outlet, status, quote FROM event_facts WHERE event_id = ''talks/RUS-UKR/2025-07-23''.';
COMMENT ON COLUMN event_facts.day_low IS 'First day that the fact can mean; of an ultimatum the day it is due, of a meeting proposed the day it should be held by. The day on which an exchange was agreed is not that of the exchange. What the fact leaves open is taken from the event. NULL: not known.';
COMMENT ON COLUMN event_facts.day_high IS 'Last day that the fact can mean, as for day_low.';
COMMENT ON COLUMN event_facts.source_name IS 'The outlet; where it is not known the host of the address, or the reference.';
COMMENT ON COLUMN event_facts.fact_parties IS 'Parties that the fact names; of an ultimatum issuer and target. Empty: none.';

-- Lists, and not mode(…) and count(DISTINCT …): beside several of those a condition on the event does
-- not get below the grouping, and the facts of all events are read.
CREATE MACRO most_said(said) AS list_aggregate(said, 'mode');
COMMENT ON MACRO most_said IS 'The value that stands most often in a list; of several such the first. NULL: none.';

-- Two clocks: what was known at a time, and how the world stood on a day by what was known. A deed
-- counts from its own day, what was said or settled from the day it was reported.
-- told_facts names a relation with the columns of linked_facts.
CREATE MACRO events_among(told_facts, on_day := NULL) AS TABLE
WITH told AS (
    SELECT *, day_low = day_high AS says_day,
        CASE status WHEN 'completed' THEN 9 WHEN 'failed' THEN 8 WHEN 'ongoing' THEN 7
            WHEN 'scheduled' THEN 6 WHEN 'agreed' THEN 5 WHEN 'rejected' THEN 4 WHEN 'denied' THEN 3
            WHEN 'reported' THEN 1 WHEN 'estimated' THEN 0 ELSE 2 END AS life
    FROM query_table(told_facts)
    WHERE on_day IS NULL OR on_day::DATE >= CASE
        WHEN status IN ('completed', 'ongoing', 'failed') THEN coalesce(day_low, published_on)
        ELSE published_on END),
stages AS (
    SELECT part_of AS event_id, count(DISTINCT event_id) AS stages FROM told
    WHERE part_of IS NOT NULL GROUP BY part_of)
SELECT event_id, any_value(kind) AS kind,
    nullif(list_sort(list_distinct(flatten(list(fact_parties)))), []) AS parties,
    min(day_low) AS date_low,
    most_said(list(day_low ORDER BY day_low) FILTER (says_day)) AS date_best,
    max(day_high) AS date_high,
    most_said(list(coalesce(fields->>'city', fields->>'place', fields->>'venue')
        ORDER BY coalesce(fields->>'city', fields->>'place', fields->>'venue'))) AS place,
    most_said(list((fields->>'ordinal')::INTEGER ORDER BY (fields->>'ordinal')::INTEGER)) AS ordinal,
    max_by(status, (life, status)) AS status,
    min(published_on) AS first_reported, max(published_on) AS last_reported,
    count(*) AS facts, len(list_distinct(list(article_id))) AS articles,
    len(list_distinct(list(source_name))) AS sources,
    greatest(len(list_distinct(list(counts_as))), bool_or(NOT machine_written)::INTEGER)
        AS independent_origins,
    min(part_of) AS part_of, any_value(coalesce(stages.stages, 0)) AS stages,
    bool_and(ai_generated_words IS NOT NULL) AS machine_only
FROM told
LEFT JOIN stages USING (event_id)
GROUP BY event_id;
COMMENT ON MACRO TABLE events_among IS 'The events that the facts of a relation make, which is named and has the columns of linked_facts; with on_day as the world stood on that day.';

CREATE MACRO events_as_of(known_at, on_day := NULL) AS TABLE
WITH told_then AS (
    SELECT facts.*, counts_as, machine_written FROM event_facts_as_of(known_at) AS facts
    JOIN article_origins_as_of(known_at) AS origins USING (article_id))
SELECT * FROM events_among('told_then', on_day := on_day);
COMMENT ON MACRO TABLE events_as_of IS 'The view events as it was at a time; with on_day as the world stood on that day. Example: FROM events_as_of(''2025-07-01'', on_day := ''2025-05-23'') WHERE kind = ''prisoner_exchange''.';

CREATE MACRO details_among(told_facts) AS TABLE
SELECT event_id,
    most_said(list(fields->>'city' ORDER BY fields->>'city')) AS city,
    most_said(list(fields->>'country' ORDER BY fields->>'country')) AS country,
    most_said(list(fields->>'venue' ORDER BY fields->>'venue')) AS venue,
    most_said(list(fields->>'host' ORDER BY fields->>'host')) AS host,
    coalesce(list_sort(list_distinct(flatten(list((fields->'mediators')::VARCHAR[])))), []) AS mediators,
    coalesce(list_sort(list_distinct(flatten(list(
        list_transform(map_entries((fields->'heads')::MAP(VARCHAR, VARCHAR)), lambda head: head.key || ': ' || head.value)
    )))), []) AS heads,
    most_said(list((fields->>'direct')::BOOLEAN ORDER BY (fields->>'direct')::BOOLEAN)) AS direct,
    coalesce(list_sort(list_distinct(flatten(list((fields->'categories')::VARCHAR[])))), []) AS categories
FROM query_table(told_facts) GROUP BY event_id;
COMMENT ON MACRO TABLE details_among IS 'What talks_rounds and exchange_sides say of events besides, of the facts of a relation that is named.';

CREATE VIEW events AS
SELECT event_id, kind, parties, date_low, date_best, date_high, place, ordinal, status, first_reported,
    last_reported, facts, articles, sources, independent_origins, part_of, stages, machine_only
FROM live_events WHERE facts > 0;
COMMENT ON VIEW events IS 'Things that happened, or should: facts of all articles that speak of one thing, joined. One row an event. Example: SELECT event_id, status, articles, sources FROM events WHERE kind = ''prisoner_exchange'' ORDER BY date_best.';
COMMENT ON COLUMN events.event_id IS 'Kind, sides and day, ordinal or formula; -2 for a second one of the day. It can change when other facts settle the day.';
COMMENT ON COLUMN events.parties IS 'All parties that any of its facts names. NULL: none.';
COMMENT ON COLUMN events.date_low IS 'Earliest day that a fact allows. NULL: nobody says.';
COMMENT ON COLUMN events.date_best IS 'The day that most facts give; of an ultimatum the day it is due. NULL: none gives a day.';
COMMENT ON COLUMN events.date_high IS 'Latest day that a fact allows. NULL: nobody says.';
COMMENT ON COLUMN events.place IS 'City or place that most facts name. NULL: none named.';
COMMENT ON COLUMN events.ordinal IS 'Number of the round or exchange that most facts give. NULL: none given.';
COMMENT ON COLUMN events.status IS 'How far it came: the furthest of completed, failed, ongoing, scheduled, agreed, rejected, denied, proposed (demanded, threatened), reported. event_timeline has the steps.';
COMMENT ON COLUMN events.first_reported IS 'Day of the first article that tells of it. NULL: no article has a date.';
COMMENT ON COLUMN events.last_reported IS 'Day of the last article that tells of it. NULL: no article has a date.';
COMMENT ON COLUMN events.facts IS 'How many facts it has.';
COMMENT ON COLUMN events.articles IS 'From how many articles.';
COMMENT ON COLUMN events.sources IS 'Of how many outlets (or hosts, where the outlet is not known).';
COMMENT ON COLUMN events.independent_origins IS 'Of how many of them independently: copies of one text and outlets of one family are one (article_origins.counts_as), and articles that a machine wrote or that name another outlet as their source add none; where there are none but the latter it is 1, where there are none but machines'' 0.';
COMMENT ON COLUMN events.part_of IS 'The event of the whole that it is a stage of. NULL: of none.';
COMMENT ON COLUMN events.stages IS 'How many events are stages of it. Who adds up people counts an event with stages, or its stages, and not both.';
COMMENT ON COLUMN events.machine_only IS 'Whether every article that tells of it declares a machine as its author.';

CREATE VIEW event_timeline AS
SELECT event_id, any_value(kind) AS kind,
    CASE WHEN status IN ('demanded', 'threatened') THEN 'proposed' ELSE status END AS step,
    min(published_on) AS first_reported,
    min_by(source_name, (published_on, source_name, fact_id)) AS first_source,
    min_by(said_by, (published_on, source_name, fact_id)) AS said_by,
    min_by(fact_id, (published_on, source_name, fact_id)) AS fact_id,
    count(*) AS facts, count(DISTINCT source_name) AS sources
FROM event_facts GROUP BY event_id, step;
COMMENT ON VIEW event_timeline IS 'The life of each event: which step (proposed, agreed, scheduled, ongoing, completed, failed, rejected, …) was first reported on which day, and on whose word. Example: FROM event_timeline WHERE event_id = ''…'' ORDER BY first_reported.';
COMMENT ON COLUMN event_timeline.step IS 'The status that facts give it; demanded and threatened count as proposed.';
COMMENT ON COLUMN event_timeline.first_reported IS 'Day of the first article that says so. NULL: none of them has a date.';
COMMENT ON COLUMN event_timeline.first_source IS 'Outlet (or host) of that article.';
COMMENT ON COLUMN event_timeline.said_by IS 'Whom it names as saying so, nearest first. NULL: the article in its own voice.';
COMMENT ON COLUMN event_timeline.fact_id IS 'The fact that says so.';
COMMENT ON COLUMN event_timeline.facts IS 'How many facts say so.';
COMMENT ON COLUMN event_timeline.sources IS 'Of how many outlets (or hosts).';
