-- What is known of each event, gathered from its facts (warehouse/gathering.py): an event is reckoned
-- again when one of its facts, its stages or the whole it belongs to is touched.

CREATE TABLE live_events (
    event_id VARCHAR NOT NULL,
    kind VARCHAR,
    parties VARCHAR[],
    date_low DATE,
    date_best DATE,
    date_high DATE,
    place VARCHAR,
    ordinal INTEGER,
    status VARCHAR,
    first_reported DATE,
    last_reported DATE,
    facts BIGINT NOT NULL,
    articles BIGINT,
    sources BIGINT,
    independent_origins BIGINT,
    part_of VARCHAR,
    stages BIGINT,
    machine_only BOOLEAN,
    city VARCHAR,
    country VARCHAR,
    venue VARCHAR,
    host VARCHAR,
    mediators VARCHAR[],
    heads VARCHAR[],
    direct BOOLEAN,
    categories VARCHAR[],
    whole_numbers BIGINT[],
    first_batch VARCHAR NOT NULL
);
COMMENT ON TABLE live_events IS 'Derived: the rows of the view events, with what talks_rounds and exchange_sides say of them. Wholes that no fact tells of, only their stages, have a row with 0 facts and nothing else.';
COMMENT ON COLUMN live_events.kind IS 'Kind of its facts. NULL: no fact tells of it.';
COMMENT ON COLUMN live_events.status IS 'How far it came (events.status). NULL: no fact tells of it.';
COMMENT ON COLUMN live_events.part_of IS 'The event of the whole that it is a stage of. NULL: of none.';
COMMENT ON COLUMN live_events.whole_numbers IS 'The numbers of people or bodies that its facts state, of a side or in all: a stage''s facts can tell of the whole. NULL: none does.';
COMMENT ON COLUMN live_events.first_batch IS 'The first batch with a fact of it or of a stage of it.';

CREATE TABLE live_figures (
    event_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    side VARCHAR,
    low BIGINT,
    best BIGINT,
    high BIGINT,
    first_batch VARCHAR NOT NULL
);
COMMENT ON TABLE live_figures IS 'Derived: the numbers among the rows of the view event_values.';
COMMENT ON COLUMN live_figures.field IS 'The value (event_claims.field).';
COMMENT ON COLUMN live_figures.low IS 'The lowest number that any source states. NULL: none.';
COMMENT ON COLUMN live_figures.best IS 'The number that most facts state. NULL: none.';
COMMENT ON COLUMN live_figures.high IS 'The highest number that any source states. NULL: none.';

CREATE TABLE live_disagreements (
    event_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    whose VARCHAR[],
    sentence VARCHAR,
    why VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    source_name VARCHAR NOT NULL,
    published_on DATE,
    said_by VARCHAR[],
    quote VARCHAR NOT NULL,
    fact_id VARCHAR NOT NULL,
    sources BIGINT NOT NULL,
    independent_origins BIGINT NOT NULL,
    other_value VARCHAR NOT NULL,
    other_source_name VARCHAR NOT NULL,
    other_published_on DATE,
    other_said_by VARCHAR[],
    other_quote VARCHAR NOT NULL,
    other_fact_id VARCHAR NOT NULL,
    other_sources BIGINT NOT NULL,
    other_independent_origins BIGINT NOT NULL,
    first_batch VARCHAR NOT NULL
);
COMMENT ON TABLE live_disagreements IS 'Derived: the rows of the view disagreements.';

CREATE TABLE live_scores (
    event_id VARCHAR NOT NULL,
    source_name VARCHAR NOT NULL,
    compared BIGINT NOT NULL,
    corroborated BIGINT NOT NULL,
    contradicted BIGINT NOT NULL,
    is_first_report BOOLEAN NOT NULL,
    first_batch VARCHAR NOT NULL
);
COMMENT ON TABLE live_scores IS 'Derived: how each outlet fares in each event that it tells of beside others; source_scorecard adds them up.';
COMMENT ON COLUMN live_scores.source_name IS 'The outlet, or what it is known by (source_scorecard).';
COMMENT ON COLUMN live_scores.compared IS 'Facts of the outlet of which a value could be held against another article''s.';
COMMENT ON COLUMN live_scores.corroborated IS 'How many of them an independent source confirms.';
COMMENT ON COLUMN live_scores.contradicted IS 'How many of them another article contradicts.';
COMMENT ON COLUMN live_scores.is_first_report IS 'Whether the event is told by several outlets and this one has the first report, or one of those of the first day.';
COMMENT ON COLUMN live_figures.first_batch IS 'The first batch with a fact of the event or of a stage of it.';
COMMENT ON COLUMN live_disagreements.first_batch IS 'The first batch with a fact of the event or of a stage of it.';
COMMENT ON COLUMN live_scores.first_batch IS 'The first batch with a fact of the event or of a stage of it.';
