CREATE VIEW talks_rounds AS
SELECT rounds.event_id, rounds.parties, rounds.ordinal, rounds.date_low, rounds.date_best, rounds.date_high,
    rounds.status, rounds.city, rounds.country, rounds.venue, rounds.host, rounds.mediators, rounds.heads,
    rounds.direct, lasted.low AS minutes_low, lasted.best AS minutes_best, lasted.high AS minutes_high,
    rounds.sources, rounds.independent_origins, rounds.first_reported, rounds.last_reported
FROM live_events AS rounds
LEFT JOIN (FROM live_figures WHERE field = 'duration_minutes') AS lasted USING (event_id)
WHERE rounds.kind = 'talks';
COMMENT ON VIEW talks_rounds IS 'Every round of talks once, over all articles: between whom, which of its series, when, where, how long, who led. What sources disagree on is in disagreements. Example: SELECT ordinal, date_best, city, minutes_best, heads FROM talks_rounds WHERE parties = [''RUS'', ''UKR''] AND status = ''completed'' ORDER BY date_best.';
COMMENT ON COLUMN talks_rounds.event_id IS 'The event.';
COMMENT ON COLUMN talks_rounds.parties IS 'Actors who negotiate.';
COMMENT ON COLUMN talks_rounds.ordinal IS 'Number of the round in its series, as most articles give it. NULL: none does.';
COMMENT ON COLUMN talks_rounds.date_low IS 'Earliest day that an article allows. NULL: none is known.';
COMMENT ON COLUMN talks_rounds.date_best IS 'The day that most articles name. NULL: none names a day.';
COMMENT ON COLUMN talks_rounds.date_high IS 'Latest day that an article allows. NULL: none is known.';
COMMENT ON COLUMN talks_rounds.status IS 'How far it had come by what was last reported.';
COMMENT ON COLUMN talks_rounds.city IS 'City that most articles name. NULL: none does.';
COMMENT ON COLUMN talks_rounds.country IS 'Country that most articles name (ISO 3166-1 alpha-3). NULL: none does.';
COMMENT ON COLUMN talks_rounds.venue IS 'Building that most articles name. NULL: none does.';
COMMENT ON COLUMN talks_rounds.host IS 'Actor that gives them the place, as most articles have it. NULL: none says so.';
COMMENT ON COLUMN talks_rounds.mediators IS 'Mediators that any article names. Empty: none.';
COMMENT ON COLUMN talks_rounds.heads IS 'Heads of delegation that any article names, as UKR: Rustem Umerov. Empty: none.';
COMMENT ON COLUMN talks_rounds.direct IS 'Whether the parties spoke to each other directly, as most articles have it. NULL: none says so.';
COMMENT ON COLUMN talks_rounds.minutes_low IS 'The least that a source allows, in minutes. NULL: not stated.';
COMMENT ON COLUMN talks_rounds.minutes_best IS 'What most independent origins say, in minutes. NULL: not stated.';
COMMENT ON COLUMN talks_rounds.minutes_high IS 'The most that a source allows, in minutes. NULL: not stated, or no upper bound.';
COMMENT ON COLUMN talks_rounds.sources IS 'Outlets that tell of it.';
COMMENT ON COLUMN talks_rounds.independent_origins IS 'How many of them have it from nobody else, as in events.';
COMMENT ON COLUMN talks_rounds.first_reported IS 'Day of the first article that tells of it.';
COMMENT ON COLUMN talks_rounds.last_reported IS 'Day of the last.';
