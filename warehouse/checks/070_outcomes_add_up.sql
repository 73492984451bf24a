-- the outcomes of a finished run do not add up to what it listed
SELECT run_id, listed_count, count(outcomes.run_id) AS outcome_count, runs.batch_id
FROM (FROM runs SEMI JOIN checked_batches USING (batch_id)) AS runs
LEFT JOIN outcomes USING (run_id)
GROUP BY ALL
HAVING listed_count <> count(outcomes.run_id)
