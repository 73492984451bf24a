-- Columns, order and codes of the UCDP Georeferenced Event Dataset (codebook 25.1).
-- GED holds single events with at least one death; the nearest to it here are estimates of a side's
-- killed in a war or period, which GED would hold as one aggregated event (event_clarity 2).

CREATE VIEW compat_ucdp_ged AS
WITH told AS (
    SELECT current_facts.*,
        fields->>'$.side' AS side, fields->>'$.population' AS population,
        (fields->>'$.count.low')::INTEGER AS low, (fields->>'$.count.best')::INTEGER AS best,
        (fields->>'$.count.high')::INTEGER AS high,
        coalesce(try_cast(fields->>'$.since' AS DATE), date_start) AS first_day,
        coalesce(try_cast(fields->>'$.until' AS DATE), date_end, published_on) AS last_day
    FROM current_facts
    WHERE kind = 'casualty_estimate' AND fields->>'$.measure' = 'killed'
        AND status IN ('estimated', 'reported', 'completed')
),
counted AS (
    SELECT told.*, coalesce(best, low, high) AS dead, date_diff('day', first_day, last_day) + 1 AS days
    FROM told
    WHERE last_day IS NOT NULL AND coalesce(first_day <= last_day, true)
        AND coalesce(best, low, high) > 0
)
SELECT ('0x' || left(fact_id, 13))::BIGINT AS id,
    fact_id AS relid,
    year(last_day)::INTEGER AS year,
    NULL::INTEGER AS active_year,
    NULL::VARCHAR AS code_status,
    CASE WHEN population = 'military' AND states.code IS NOT NULL THEN 1 END::INTEGER AS type_of_violence,
    NULL::INTEGER AS conflict_dset_id,
    NULL::INTEGER AS conflict_new_id,
    NULL::VARCHAR AS conflict_name,
    NULL::INTEGER AS dyad_dset_id,
    NULL::INTEGER AS dyad_new_id,
    NULL::VARCHAR AS dyad_name,
    NULL::INTEGER AS side_a_dset_id,
    NULL::INTEGER AS side_a_new_id,
    CASE WHEN side <> 'all' THEN coalesce('Government of ' || states.ucdp_name, side) END AS side_a,
    NULL::INTEGER AS side_b_dset_id,
    NULL::INTEGER AS side_b_new_id,
    NULL::VARCHAR AS side_b,
    1::INTEGER AS number_of_sources,
    concat_ws(',', outlet, published_on, '"' || title || '"') AS source_article,
    outlet AS source_office,
    published_on::TIMESTAMP AS source_date,
    title AS source_headline,
    said_by[1] AS source_original,
    NULL::INTEGER AS where_prec,
    NULL::VARCHAR AS where_coordinates,
    NULL::VARCHAR AS where_description,
    NULL::VARCHAR AS adm_1,
    NULL::VARCHAR AS adm_2,
    NULL::DOUBLE AS latitude,
    NULL::DOUBLE AS longitude,
    NULL::VARCHAR AS geom_wkt,
    NULL::INTEGER AS priogrid_gid,
    NULL::VARCHAR AS country,
    NULL::INTEGER AS country_id,
    NULL::VARCHAR AS region,
    2::INTEGER AS event_clarity,
    CASE
        WHEN days = 1 THEN 1
        WHEN days <= 6 THEN 2
        WHEN days = 7 THEN 3
        WHEN days <= 31 THEN 4
        ELSE 5
    END::INTEGER AS date_prec,
    first_day::TIMESTAMP AS date_start,
    last_day::TIMESTAMP AS date_end,
    CASE WHEN population = 'military' AND side <> 'all' THEN dead ELSE 0 END::INTEGER AS deaths_a,
    0::INTEGER AS deaths_b,
    CASE WHEN population = 'civilian' THEN dead ELSE 0 END::INTEGER AS deaths_civilians,
    CASE WHEN population IS NULL OR (population = 'military' AND side = 'all') THEN dead ELSE 0 END::INTEGER
        AS deaths_unknown,
    dead::INTEGER AS best,
    coalesce(high, dead)::INTEGER AS high,
    coalesce(low, dead)::INTEGER AS low,
    states.gw_number::INTEGER AS gwnoa,
    NULL::INTEGER AS gwnob
FROM counted
LEFT JOIN country_codes AS states ON states.code = side;
COMMENT ON VIEW compat_ucdp_ged IS 'Estimates of a side''s killed under the column names of UCDP GED 25.1, one row for each estimate and article. Only figures of the killed (not of wounded, missing or all casualties) with a known last day are here; none is a single event in GED''s sense, and several rows tell of the same dead: do not add them up, nor to GED.';
COMMENT ON COLUMN compat_ucdp_ged.id IS 'Number made from the fact''s id (its first 13 hexadecimal digits), below 2^52.';
COMMENT ON COLUMN compat_ucdp_ged.relid IS 'The fact''s id, where GED has its own text id.';
COMMENT ON COLUMN compat_ucdp_ged.year IS 'Year of the last day that is counted; GED''s events end in the year they begin in, estimates may not.';
COMMENT ON COLUMN compat_ucdp_ged.active_year IS 'Always NULL: it needs UCDP''s yearly totals.';
COMMENT ON COLUMN compat_ucdp_ged.code_status IS 'Always NULL: no UCDP coder has looked at it.';
COMMENT ON COLUMN compat_ucdp_ged.type_of_violence IS '1 (state-based) for the soldiers of a state. NULL: not told by an estimate.';
COMMENT ON COLUMN compat_ucdp_ged.conflict_dset_id IS 'Always NULL: UCDP''s own number.';
COMMENT ON COLUMN compat_ucdp_ged.conflict_new_id IS 'Always NULL: UCDP''s own number.';
COMMENT ON COLUMN compat_ucdp_ged.conflict_name IS 'Always NULL: UCDP''s own name.';
COMMENT ON COLUMN compat_ucdp_ged.dyad_dset_id IS 'Always NULL: UCDP''s own number.';
COMMENT ON COLUMN compat_ucdp_ged.dyad_new_id IS 'Always NULL: UCDP''s own number.';
COMMENT ON COLUMN compat_ucdp_ged.dyad_name IS 'Always NULL: an estimate names one side.';
COMMENT ON COLUMN compat_ucdp_ged.side_a_dset_id IS 'Always NULL: UCDP''s own number.';
COMMENT ON COLUMN compat_ucdp_ged.side_a_new_id IS 'Always NULL: UCDP''s own number.';
COMMENT ON COLUMN compat_ucdp_ged.side_a IS 'The side whose dead they are: Government of a state in UCDP''s spelling, or the actor''s slug. NULL: of all sides together.';
COMMENT ON COLUMN compat_ucdp_ged.side_b_dset_id IS 'Always NULL: an estimate names one side.';
COMMENT ON COLUMN compat_ucdp_ged.side_b_new_id IS 'Always NULL: an estimate names one side.';
COMMENT ON COLUMN compat_ucdp_ged.side_b IS 'Always NULL: an estimate names one side.';
COMMENT ON COLUMN compat_ucdp_ged.number_of_sources IS 'Always 1: the article.';
COMMENT ON COLUMN compat_ucdp_ged.source_article IS 'Outlet, day and headline of the article. What is not known is left out.';
COMMENT ON COLUMN compat_ucdp_ged.source_office IS 'Outlet. NULL: not known.';
COMMENT ON COLUMN compat_ucdp_ged.source_date IS 'Day of publication. NULL: not known.';
COMMENT ON COLUMN compat_ucdp_ged.source_headline IS 'Headline of the article. NULL: none found.';
COMMENT ON COLUMN compat_ucdp_ged.source_original IS 'Who says so, the nearest. NULL: the article in its own voice.';
COMMENT ON COLUMN compat_ucdp_ged.where_prec IS 'Always NULL: an estimate of a war has no place.';
COMMENT ON COLUMN compat_ucdp_ged.where_coordinates IS 'Always NULL, see where_prec.';
COMMENT ON COLUMN compat_ucdp_ged.where_description IS 'Always NULL, see where_prec.';
COMMENT ON COLUMN compat_ucdp_ged.adm_1 IS 'Always NULL, see where_prec.';
COMMENT ON COLUMN compat_ucdp_ged.adm_2 IS 'Always NULL, see where_prec.';
COMMENT ON COLUMN compat_ucdp_ged.latitude IS 'Always NULL, see where_prec.';
COMMENT ON COLUMN compat_ucdp_ged.longitude IS 'Always NULL, see where_prec.';
COMMENT ON COLUMN compat_ucdp_ged.geom_wkt IS 'Always NULL, see where_prec.';
COMMENT ON COLUMN compat_ucdp_ged.priogrid_gid IS 'Always NULL, see where_prec.';
COMMENT ON COLUMN compat_ucdp_ged.country IS 'Always NULL: where they died is not told; the state whose dead they are is in gwnoa.';
COMMENT ON COLUMN compat_ucdp_ged.country_id IS 'Always NULL, see country.';
COMMENT ON COLUMN compat_ucdp_ged.region IS 'Always NULL, see country.';
COMMENT ON COLUMN compat_ucdp_ged.event_clarity IS 'Always 2: an aggregate.';
COMMENT ON COLUMN compat_ucdp_ged.date_prec IS 'UCDP''s precision of time: 1 the day, 2 two to six days, 3 a week, 4 up to a month, 5 longer, or the first day is not known.';
COMMENT ON COLUMN compat_ucdp_ged.date_start IS 'First day that is counted. NULL: not told.';
COMMENT ON COLUMN compat_ucdp_ged.date_end IS 'Last day that is counted; where the text names none, the day of publication.';
COMMENT ON COLUMN compat_ucdp_ged.deaths_a IS 'Dead soldiers or fighters of side_a; 0 where the estimate is of others, or does not say of whom.';
COMMENT ON COLUMN compat_ucdp_ged.deaths_b IS 'Always 0: an estimate names one side.';
COMMENT ON COLUMN compat_ucdp_ged.deaths_civilians IS 'Dead civilians; 0 where the estimate is of others.';
COMMENT ON COLUMN compat_ucdp_ged.deaths_unknown IS 'Dead of whom the estimate does not say whether they fought, or on which side; 0 where it does.';
COMMENT ON COLUMN compat_ucdp_ged.best IS 'The figure; the lowest where only a lower bound is told, the highest where only an upper one is. Sum of the four columns before it.';
COMMENT ON COLUMN compat_ucdp_ged.high IS 'Upper bound; where none is told, best.';
COMMENT ON COLUMN compat_ucdp_ged.low IS 'Lower bound; where none is told, best.';
COMMENT ON COLUMN compat_ucdp_ged.gwnoa IS 'Gleditsch and Ward''s number of side_a. NULL: no state, or not in their list.';
COMMENT ON COLUMN compat_ucdp_ged.gwnob IS 'Always NULL: an estimate names one side.';
