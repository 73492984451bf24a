-- the outcomes of a finished run do not add up to what it listed
SELECT run_id, listed_count, count(outcomes.run_id) AS outcome_count,
    coalesce(any_value(held.held_count), 0) AS held_count, runs.batch_id
FROM (FROM runs SEMI JOIN checked_batches USING (batch_id)) AS runs
LEFT JOIN outcomes USING (run_id)
LEFT JOIN (SELECT run_id, sum(held_count) AS held_count FROM held_back GROUP BY run_id) AS held
    USING (run_id)
GROUP BY run_id, listed_count, runs.batch_id
HAVING listed_count <> count(outcomes.run_id) + coalesce(any_value(held.held_count), 0)
