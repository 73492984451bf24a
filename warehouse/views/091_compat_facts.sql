-- The current facts that have a meaning in POLECAT or ACLED, with who acts on whom and where.

CREATE VIEW compat_facts AS
WITH told AS (
    SELECT fact_id, kind, status,
        coalesce(fields->>'$.action', fields->>'$.subject', fields->>'$.consequences[0]') AS action,
        coalesce(from_json(fields->'$.parties', '["VARCHAR"]'), []) AS parties,
        coalesce(json_keys(fields->'$.returned'), []) AS returned_sides,
        coalesce(
            from_json(fields->'$.donors', '["VARCHAR"]'),
            [coalesce(fields->>'$.proposer', fields->>'$.issuer', fields->>'$.claimant')]
        ) AS starters,
        coalesce(
            from_json(fields->'$.participants', '["VARCHAR"]'),
            [coalesce(fields->>'$.target', fields->>'$.addressee', fields->>'$.recipient')]
        ) AS targets,
        coalesce(fields->>'$.host', fields->>'$.country') AS host,
        coalesce(fields->>'$.city', fields->>'$.place', fields->>'$.territories[0]') AS place,
        fields->>'$.country' AS country
    FROM current_facts
),
sides AS (
    SELECT told.*,
        CASE
            WHEN starters[1] IS NOT NULL THEN starters
            WHEN kind = 'talks' AND len(parties) > 1 THEN list_filter(parties, lambda it: it IS DISTINCT FROM host)
            WHEN len(returned_sides) = 1 AND len(parties) > 1
                THEN list_filter(parties, lambda it: it <> returned_sides[1])
            ELSE parties
        END AS actors
    FROM told
)
SELECT fact_id, sides.kind, sides.status, actors,
    CASE
        WHEN targets[1] IS NOT NULL THEN targets
        ELSE list_filter(parties, lambda it: NOT list_contains(actors, it))
    END AS recipients, parties, host, place, country, plover_event,
    CASE
        WHEN plover_event <> 'CONSULT' OR plover_mode IS NOT NULL OR host IS NULL THEN plover_mode
        WHEN list_contains(parties, host) THEN 'visit'
        ELSE 'third-party'
    END AS plover_mode, plover_contexts, plover_quad, acled_sub_event
FROM sides
JOIN compat_codes AS codes
    ON codes.kind = sides.kind AND codes.status = sides.status
    AND coalesce(codes.action = sides.action, codes.action IS NULL)
QUALIFY row_number() OVER (PARTITION BY fact_id ORDER BY codes.action NULLS LAST) = 1;
COMMENT ON VIEW compat_facts IS 'The current facts that have a meaning in POLECAT or ACLED, with their codes there and who acts on whom: what compat_polecat and compat_acled are made of.';
COMMENT ON COLUMN compat_facts.actors IS 'Who acts: the proposer, issuer, claimant or donors; of an exchange of one side the other; of talks the parties without the host; else all parties.';
COMMENT ON COLUMN compat_facts.recipients IS 'Whom it is done to: the target, addressee, recipient or participants, else the other parties. Empty: all parties act.';
COMMENT ON COLUMN compat_facts.parties IS 'Parties as the fact names them. Empty: the kind has none, or none was told.';
COMMENT ON COLUMN compat_facts.host IS 'Actor or country where talks are held. NULL: not told, or no talks.';
COMMENT ON COLUMN compat_facts.place IS 'City, place or first territory. NULL: not told.';
COMMENT ON COLUMN compat_facts.country IS 'Country of the talks (ISO 3166-1 alpha-3). NULL: not told, or no talks.';
COMMENT ON COLUMN compat_facts.plover_event IS 'PLOVER event type. NULL: no event there.';
COMMENT ON COLUMN compat_facts.plover_mode IS 'PLOVER mode; of talks visit where a party is host, third-party where somebody else is. NULL: none fits.';
COMMENT ON COLUMN compat_facts.plover_contexts IS 'PLOVER contexts, parted by a semicolon. NULL: no event there.';
COMMENT ON COLUMN compat_facts.plover_quad IS 'PLOVER quad code. NULL: no event there.';
COMMENT ON COLUMN compat_facts.acled_sub_event IS 'ACLED sub-event type. NULL: no event there.';
