-- Which event each fact belongs to (flows/linking.py). Batches of earlier schemas link none.

ALTER TABLE batches ADD COLUMN link_count BIGINT;
COMMENT ON COLUMN batches.link_count IS 'Rows for links in the batch.';

CREATE TABLE links (
    fact_id VARCHAR NOT NULL,
    linker_version INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    block VARCHAR NOT NULL,
    event_id VARCHAR,
    part_of VARCHAR,
    basis VARCHAR NOT NULL,
    linked_with VARCHAR,
    settled_start DATE,
    settled_end DATE,
    settled_from VARCHAR,
    run_id VARCHAR NOT NULL,
    batch_id VARCHAR NOT NULL
);
COMMENT ON TABLE links IS 'Which event a fact belongs to, as each version of the linker saw it beside the facts there then. The newest row of a fact (linker_version, then revision) counts; those are in current_links.';
COMMENT ON COLUMN links.fact_id IS 'The fact.';
COMMENT ON COLUMN links.linker_version IS 'Version of the rules; a higher one links everything again.';
COMMENT ON COLUMN links.revision IS '0: the first link of the fact by this version. Higher: a later one, because other facts came or went.';
COMMENT ON COLUMN links.block IS 'Kind and sides, such as talks/RUS-UKR. Facts of different blocks are never of one event, so a new fact makes its block be linked again and no other.';
COMMENT ON COLUMN links.event_id IS 'The event: kind, sides and day, ordinal or formula, such as talks/RUS-UKR/2025-07-23. NULL: the fact belongs to none, see basis.';
COMMENT ON COLUMN links.part_of IS 'The event that this event is a stage of, such as prisoner_exchange/RUS-UKR/1000-for-1000. NULL: of none.';
COMMENT ON COLUMN links.basis IS 'The rule that made the link: same_day, same_day_and_place, same_spell, deadline_day, same_round, same_figures, same_formula, same_terms, only_one_then, only_one_open, alone; without an event several_fit, too_vague, not_current. extractors/linking/link.py says what each means.';
COMMENT ON COLUMN links.linked_with IS 'A fact of the event that the rule held this one against. NULL: it is alone, or first in its event, or belongs to none.';
COMMENT ON COLUMN links.settled_start IS 'First day of the event, where the fact leaves open what another settles. NULL: the fact says it itself, or nobody does.';
COMMENT ON COLUMN links.settled_end IS 'Last day of the event, as for settled_start.';
COMMENT ON COLUMN links.settled_from IS 'The fact that settles it. NULL as for settled_start.';
COMMENT ON COLUMN links.run_id IS 'The run that made the link.';
COMMENT ON COLUMN links.batch_id IS 'The batch that brought the row.';
