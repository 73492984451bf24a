CREATE VIEW exchange_sides AS
WITH done AS (
    FROM live_events WHERE kind = 'prisoner_exchange' AND status IN ('completed', 'ongoing')),
by_side AS (
    SELECT event_id, side, low, best, high FROM live_figures WHERE field = 'returned'),
counted AS ( -- of an exchange told without sides the sum
    FROM by_side
    UNION ALL
    SELECT event_id, 'all' AS side, low, best, high
    FROM (FROM live_figures WHERE field = 'total') ANTI JOIN by_side USING (event_id)),
wholes AS ( -- told as one, with figures: their stages are not counted again
    SELECT event_id FROM done SEMI JOIN by_side USING (event_id) WHERE stages > 0 AND status = 'completed')
SELECT done.event_id, date_trunc('month', coalesce(date_best, date_low))::DATE AS month,
    counted.side, counted.low, counted.best, counted.high, done.categories, done.mediators, done.sources,
    done.independent_origins
FROM done
JOIN counted USING (event_id)
WHERE (part_of IS NULL OR part_of NOT IN (FROM wholes))
    AND (stages = 0 OR event_id IN (FROM wholes));
COMMENT ON VIEW exchange_sides IS 'How many came home to each side in each exchange that was carried out, every exchange once: of one told both as a whole and by stages the whole, where its figures are known, else the stages. Example: FROM exchange_sides WHERE side = ''UKR'' ORDER BY month.';
COMMENT ON COLUMN exchange_sides.event_id IS 'The exchange.';
COMMENT ON COLUMN exchange_sides.month IS 'First day of the month in which it was carried out. NULL: no day is known.';
COMMENT ON COLUMN exchange_sides.side IS 'Actor whose people come home; all: of exchanges of which only the sum of all sides is told.';
COMMENT ON COLUMN exchange_sides.low IS 'The least that a source allows.';
COMMENT ON COLUMN exchange_sides.best IS 'What most independent origins say, as in event_values.';
COMMENT ON COLUMN exchange_sides.high IS 'The most that a source allows. NULL: no upper bound.';
COMMENT ON COLUMN exchange_sides.categories IS 'Sorts of people that any source names. Empty: none.';
COMMENT ON COLUMN exchange_sides.mediators IS 'Mediators that any source names. Empty: none.';
COMMENT ON COLUMN exchange_sides.sources IS 'Outlets that tell of the exchange.';
COMMENT ON COLUMN exchange_sides.independent_origins IS 'How many of them have it from nobody else, as in events.';

CREATE VIEW exchange_totals AS
WITH sorted AS (
    SELECT *, NULL AS category, NULL AS mediator FROM exchange_sides
    UNION ALL BY NAME
    SELECT *, unnest(categories) AS category, NULL AS mediator FROM exchange_sides
    UNION ALL BY NAME
    SELECT *, NULL AS category, unnest(mediators) AS mediator FROM exchange_sides)
SELECT month, side, category, mediator, count(*) AS exchanges, sum(low)::BIGINT AS low,
    sum(best)::BIGINT AS best, CASE WHEN bool_and(high IS NOT NULL) THEN sum(high)::BIGINT END AS high
FROM sorted GROUP BY month, side, category, mediator;
COMMENT ON VIEW exchange_totals IS 'People who came home by month and side, every exchange once; once more by category and by mediator. Ask for all exchanges with category IS NULL AND mediator IS NULL; rows by category or mediator overlap, since an exchange has several. Example: SELECT month, side, best FROM exchange_totals WHERE category IS NULL AND mediator IS NULL ORDER BY ALL.';
COMMENT ON COLUMN exchange_totals.month IS 'First day of the month. NULL: exchanges of which no day is known.';
COMMENT ON COLUMN exchange_totals.side IS 'Actor whose people come home; all: of exchanges of which only the sum of all sides is told.';
COMMENT ON COLUMN exchange_totals.category IS 'All exchanges with people of this sort, whose figures count the others in them too. NULL: all exchanges.';
COMMENT ON COLUMN exchange_totals.mediator IS 'All exchanges with this mediator. NULL: all exchanges.';
COMMENT ON COLUMN exchange_totals.exchanges IS 'How many exchanges; stages of one count as one where the whole is known.';
COMMENT ON COLUMN exchange_totals.low IS 'Sum of the lowest figures.';
COMMENT ON COLUMN exchange_totals.best IS 'Sum of the best figures.';
COMMENT ON COLUMN exchange_totals.high IS 'Sum of the highest figures. NULL: one of them has no upper bound.';
