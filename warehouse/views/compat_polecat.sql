-- Columns, order and codes of POLECAT (event types and modes of PLOVER). Its files are tab-separated:
-- parley export compat_polecat --format tsv.

CREATE VIEW compat_polecat AS
WITH named AS (
    SELECT fact_id, place, country, plover_event, plover_mode, plover_quad, plover_contexts,
        unnest([{'role': 'actor', 'names': actors}, {'role': 'recipient', 'names': recipients}], recursive := true)
    FROM compat_facts WHERE plover_event IS NOT NULL AND len(actors) > 0
),
listed AS (
    SELECT fact_id, role, list_distinct(names) AS names, unnest(list_sort(list_distinct(names))) AS actor FROM named
),
sides AS (
    SELECT fact_id, role, string_agg(coalesce(states.name, actor), '; ' ORDER BY actor) AS names,
        string_agg(states.code, '; ' ORDER BY actor) AS countries,
        string_agg(states.cow_number::VARCHAR, '; ' ORDER BY actor) AS cow_numbers,
        string_agg(CASE WHEN states.code IS NOT NULL THEN 'GOV' END, '; ' ORDER BY actor) AS sectors
    FROM listed LEFT JOIN country_codes AS states ON states.code = actor
    GROUP BY ALL
),
words AS (
    SELECT fact_id,
        min_by(words, char_start) FILTER (split_part(field, '.', 1) IN
            ('parties', 'issuer', 'proposer', 'donors')) AS actor_words,
        min_by(words, char_start) FILTER (split_part(field, '.', 1) IN
            ('target', 'addressee', 'recipient', 'participants')) AS recipient_words
    FROM groundings GROUP BY fact_id
)
SELECT facts.fact_id AS "Event ID",
    coalesce(facts.date_start, facts.published_on) AS "Event Date",
    compat.plover_event AS "Event Type",
    compat.plover_mode AS "Event Mode",
    NULL::DOUBLE AS "Intensity",
    compat.plover_quad AS "Quad Code",
    compat.plover_contexts AS "Contexts",
    actors.names AS "Actor Name",
    actors.countries AS "Actor Country",
    actors.cow_numbers AS "Actor COW",
    left(actors.sectors, 3) AS "Primary Actor Sector",
    actors.sectors AS "Actor Sectors",
    NULL::VARCHAR AS "Actor Title",
    words.actor_words AS "Actor Name Raw",
    NULL::VARCHAR AS "Wikipedia Actor ID",
    recipients.names AS "Recipient Name",
    recipients.countries AS "Recipient Country",
    recipients.cow_numbers AS "Recipient COW",
    left(recipients.sectors, 3) AS "Primary Recipient Sector",
    recipients.sectors AS "Recipient Sectors",
    NULL::VARCHAR AS "Recipient Title",
    words.recipient_words AS "Recipient Name Raw",
    NULL::VARCHAR AS "Wikipedia Recipient ID",
    compat.place AS "Placename",
    compat.place AS "City",
    NULL::VARCHAR AS "District",
    NULL::VARCHAR AS "Province",
    compat.country AS "Country",
    NULL::DOUBLE AS "Latitude",
    NULL::DOUBLE AS "Longitude",
    NULL::BIGINT AS "GeoNames ID",
    compat.place AS "Raw Placename",
    NULL::VARCHAR AS "Feature Type",
    facts.outlet AS "Source",
    facts.published_on AS "Publication Date",
    NULL::VARCHAR AS "Story People",
    NULL::VARCHAR AS "Story Organizations",
    NULL::VARCHAR AS "Story Locations",
    articles.language AS "Language",
    facts.extractor || ' ' || facts.extractor_version AS "Version"
FROM compat_facts AS compat
JOIN current_facts AS facts USING (fact_id)
JOIN articles ON articles.article_id = facts.article_id
JOIN sides AS actors ON actors.fact_id = compat.fact_id AND actors.role = 'actor'
LEFT JOIN sides AS recipients ON recipients.fact_id = compat.fact_id AND recipients.role = 'recipient'
LEFT JOIN words ON words.fact_id = compat.fact_id;
COMMENT ON VIEW compat_polecat IS 'What sides did to each other under the column names of POLECAT, with the event types and modes of PLOVER: one row for each fact that is an event there (the table is compat_codes). Talks held are CONSULT, an exchange carried out RETREAT/release, a truce offered CONCEDE and so on; running totals, estimates, offices, statements and denials have no row.';
COMMENT ON COLUMN compat_polecat."Event ID" IS 'The fact''s id.';
COMMENT ON COLUMN compat_polecat."Event Date" IS 'Day, or first day, of the event; where it is not told, the day of publication, as POLECAT does. NULL: neither is known.';
COMMENT ON COLUMN compat_polecat."Event Type" IS 'PLOVER event type: AGREE, CONSULT, CONCEDE, AID, RETREAT, REQUEST, REJECT, THREATEN or SANCTION.';
COMMENT ON COLUMN compat_polecat."Event Mode" IS 'PLOVER mode. NULL: none fits.';
COMMENT ON COLUMN compat_polecat."Intensity" IS 'Always NULL: PLOVER''s scale is not applied.';
COMMENT ON COLUMN compat_polecat."Quad Code" IS 'Verbal or material, cooperation or conflict, by the event type.';
COMMENT ON COLUMN compat_polecat."Contexts" IS 'PLOVER contexts, parted by a semicolon; future: still to come.';
COMMENT ON COLUMN compat_polecat."Actor Name" IS 'Who acts: states by name, others by slug, persons by full name; several parted by a semicolon.';
COMMENT ON COLUMN compat_polecat."Actor Country" IS 'ISO 3166-1 alpha-3 of the states among them. NULL: none is a state.';
COMMENT ON COLUMN compat_polecat."Actor COW" IS 'Correlates of War numbers of the states among them. NULL: none is in that list.';
COMMENT ON COLUMN compat_polecat."Primary Actor Sector" IS 'GOV for states. NULL: none is a state.';
COMMENT ON COLUMN compat_polecat."Actor Sectors" IS 'GOV for each state. NULL: none is a state.';
COMMENT ON COLUMN compat_polecat."Actor Title" IS 'Always NULL: offices are in the view role.';
COMMENT ON COLUMN compat_polecat."Actor Name Raw" IS 'The first words of the article that name who acts. NULL: taken from another field.';
COMMENT ON COLUMN compat_polecat."Wikipedia Actor ID" IS 'Always NULL: actors are not looked up there.';
COMMENT ON COLUMN compat_polecat."Recipient Name" IS 'Whom it is done to, as Actor Name. NULL: nobody, or all act.';
COMMENT ON COLUMN compat_polecat."Recipient Country" IS 'ISO 3166-1 alpha-3 of the states among them. NULL: none is a state.';
COMMENT ON COLUMN compat_polecat."Recipient COW" IS 'Correlates of War numbers of the states among them. NULL: none is in that list.';
COMMENT ON COLUMN compat_polecat."Primary Recipient Sector" IS 'GOV for states. NULL: none is a state.';
COMMENT ON COLUMN compat_polecat."Recipient Sectors" IS 'GOV for each state. NULL: none is a state.';
COMMENT ON COLUMN compat_polecat."Recipient Title" IS 'Always NULL: offices are in the view role.';
COMMENT ON COLUMN compat_polecat."Recipient Name Raw" IS 'The first words of the article that name them. NULL: taken from another field.';
COMMENT ON COLUMN compat_polecat."Wikipedia Recipient ID" IS 'Always NULL: actors are not looked up there.';
COMMENT ON COLUMN compat_polecat."Placename" IS 'City, place or first territory. NULL: not told.';
COMMENT ON COLUMN compat_polecat."City" IS 'The same: facts do not say whether a place is a city.';
COMMENT ON COLUMN compat_polecat."District" IS 'Always NULL: facts keep no administrative areas.';
COMMENT ON COLUMN compat_polecat."Province" IS 'Always NULL, see District.';
COMMENT ON COLUMN compat_polecat."Country" IS 'Country of talks (ISO 3166-1 alpha-3). NULL: not told; of other kinds facts keep no country.';
COMMENT ON COLUMN compat_polecat."Latitude" IS 'Always NULL: facts keep no coordinates.';
COMMENT ON COLUMN compat_polecat."Longitude" IS 'Always NULL: facts keep no coordinates.';
COMMENT ON COLUMN compat_polecat."GeoNames ID" IS 'Always NULL: places are not looked up there.';
COMMENT ON COLUMN compat_polecat."Raw Placename" IS 'As Placename.';
COMMENT ON COLUMN compat_polecat."Feature Type" IS 'Always NULL: GeoNames'' own code.';
COMMENT ON COLUMN compat_polecat."Source" IS 'Outlet. NULL: not known.';
COMMENT ON COLUMN compat_polecat."Publication Date" IS 'Day of publication. NULL: not known.';
COMMENT ON COLUMN compat_polecat."Story People" IS 'Always NULL: only what facts name is kept.';
COMMENT ON COLUMN compat_polecat."Story Organizations" IS 'Always NULL, see Story People.';
COMMENT ON COLUMN compat_polecat."Story Locations" IS 'Always NULL, see Story People.';
COMMENT ON COLUMN compat_polecat."Language" IS 'ISO 639-1 code of the article. NULL: not known.';
COMMENT ON COLUMN compat_polecat."Version" IS 'Extractor and its version.';
