-- What a fact of a kind and status is in the words of PLOVER (which POLECAT uses) and of ACLED.
-- PLOVER: manual of the Open Event Data Alliance. ACLED: codebook, "Strategic developments".
-- A kind and status that is not here has no proper meaning in either: running totals, estimates,
-- offices, statements and denials are no events there, a broken truce is an assault we do not see.

CREATE VIEW compat_codes AS
SELECT kind, action, unnest(statuses) AS status, plover_event, plover_mode, plover_contexts,
    CASE
        WHEN plover_event IN ('AGREE', 'CONSULT', 'CONCEDE') THEN 'VERBAL COOPERATION'
        WHEN plover_event IN ('AID', 'RETREAT') THEN 'MATERIAL COOPERATION'
        WHEN plover_event IN ('REQUEST', 'REJECT', 'THREATEN') THEN 'VERBAL CONFLICT'
        WHEN plover_event = 'SANCTION' THEN 'MATERIAL CONFLICT'
    END AS plover_quad, acled_sub_event
FROM (VALUES
    -- kind, action (NULL: any other), statuses, PLOVER event, mode, contexts, ACLED sub-event type
    ('talks', NULL, ['completed', 'ongoing', 'reported'], 'CONSULT', NULL, 'diplomatic', 'Agreement'),
    ('talks', NULL, ['agreed', 'scheduled'], 'AGREE', NULL, 'diplomatic; future', NULL),
    ('talks', NULL, ['proposed', 'demanded'], 'REQUEST', 'meet', 'diplomatic; future', NULL),
    ('talks', NULL, ['rejected'], 'REJECT', 'meet', 'diplomatic', NULL),
    ('talks', NULL, ['failed'], 'SANCTION', 'cancel', 'diplomatic', 'Other'),

    ('prisoner_exchange', NULL, ['completed', 'ongoing'], 'RETREAT', 'release', 'military', 'Agreement'),
    ('prisoner_exchange', NULL, ['agreed'], 'AGREE', NULL, 'military', 'Agreement'),
    ('prisoner_exchange', NULL, ['scheduled', 'proposed'], 'AGREE', NULL, 'military; future', NULL),
    ('prisoner_exchange', NULL, ['demanded'], 'REQUEST', 'yield', 'military', NULL),
    ('prisoner_exchange', NULL, ['rejected'], 'REJECT', 'yield', 'military', NULL),

    ('remains_repatriation', NULL, ['completed', 'ongoing'], 'RETREAT', 'return', 'military', 'Agreement'),
    ('remains_repatriation', NULL, ['agreed'], 'AGREE', NULL, 'military', 'Agreement'),
    ('remains_repatriation', NULL, ['scheduled', 'proposed'], 'AGREE', NULL, 'military; future', NULL),
    ('remains_repatriation', NULL, ['demanded'], 'REQUEST', 'yield', 'military', NULL),
    ('remains_repatriation', NULL, ['rejected'], 'REJECT', 'yield', 'military', NULL),

    ('ceasefire', NULL, ['completed', 'ongoing'], 'RETREAT', 'ceasefire', 'military', 'Agreement'),
    ('ceasefire', NULL, ['agreed'], 'AGREE', NULL, 'military', 'Agreement'),
    ('ceasefire', NULL, ['proposed', 'scheduled'], 'CONCEDE', NULL, 'military; future', NULL),
    ('ceasefire', NULL, ['demanded'], 'REQUEST', 'yield', 'military', NULL),
    ('ceasefire', NULL, ['rejected'], 'REJECT', 'yield', 'military', NULL),
    ('ceasefire', NULL, ['failed'], NULL, NULL, NULL, 'Other'),

    ('meeting_proposal', NULL, ['completed', 'ongoing'], 'CONSULT', NULL, 'diplomatic', NULL),
    ('meeting_proposal', NULL, ['agreed', 'scheduled'], 'AGREE', NULL, 'diplomatic; future', NULL),
    ('meeting_proposal', NULL, ['proposed', 'demanded'], 'REQUEST', 'meet', 'diplomatic; future', NULL),
    ('meeting_proposal', NULL, ['rejected'], 'REJECT', 'meet', 'diplomatic', NULL),
    ('meeting_proposal', NULL, ['failed'], 'SANCTION', 'cancel', 'diplomatic', NULL),

    -- action: the first consequence
    ('ultimatum', 'military', ['threatened', 'demanded'], 'THREATEN', 'violence', 'military', NULL),
    ('ultimatum', 'tariffs', ['threatened', 'demanded'], 'THREATEN', 'restrict', 'economic', NULL),
    ('ultimatum', 'sanctions', ['threatened', 'demanded'], 'THREATEN', 'restrict', 'economic', NULL),
    ('ultimatum', 'secondary_sanctions', ['threatened', 'demanded'], 'THREATEN', 'restrict', 'economic', NULL),
    ('ultimatum', NULL, ['threatened', 'demanded'], 'THREATEN', NULL, 'diplomatic', NULL),

    ('sanctions', NULL, ['completed', 'ongoing', 'reported'], 'SANCTION', 'sever', 'economic', NULL),
    ('sanctions', NULL, ['agreed', 'scheduled'], 'SANCTION', 'sever', 'economic; future', NULL),
    ('sanctions', NULL, ['threatened', 'proposed'], 'THREATEN', 'restrict', 'economic', NULL),
    ('sanctions', NULL, ['demanded'], 'REQUEST', 'change', 'economic', NULL),
    ('sanctions', NULL, ['rejected'], 'REJECT', 'change', 'economic', NULL),

    -- action: what is demanded
    ('demand', 'neutrality', ['demanded', 'threatened'], 'REQUEST', 'change', 'diplomatic', NULL),
    ('demand', 'recognise_territory', ['demanded', 'threatened'], 'REQUEST', 'change', 'diplomatic', NULL),
    ('demand', 'other', ['demanded', 'threatened'], 'REQUEST', NULL, 'diplomatic', NULL),
    ('demand', NULL, ['demanded', 'threatened'], 'REQUEST', 'yield', 'diplomatic', NULL),
    ('demand', NULL, ['rejected'], 'REJECT', 'yield', 'diplomatic', NULL),
    ('demand', NULL, ['agreed', 'scheduled'], 'CONCEDE', NULL, 'diplomatic; future', NULL),
    ('demand', 'withdraw_troops', ['completed', 'ongoing'], 'RETREAT', 'withdraw', 'military', 'Non-violent transfer of territory'),
    ('demand', 'cede_territory', ['completed', 'ongoing'], 'RETREAT', 'withdraw', 'military', 'Non-violent transfer of territory'),
    ('demand', 'disarm', ['completed', 'ongoing'], 'RETREAT', 'disarm', 'military', NULL),
    ('demand', 'return_children', ['completed', 'ongoing'], 'RETREAT', 'return', 'diplomatic', 'Agreement'),
    ('demand', 'release_captives', ['completed', 'ongoing'], 'RETREAT', 'release', 'diplomatic', 'Agreement'),

    -- action: the subject
    ('proposal', 'further_talks', ['proposed'], 'REQUEST', 'meet', 'diplomatic; future', NULL),
    ('proposal', NULL, ['proposed', 'agreed', 'scheduled'], 'AGREE', NULL, 'diplomatic; future', NULL),
    ('proposal', 'further_talks', ['rejected'], 'REJECT', 'meet', 'diplomatic', NULL),
    ('proposal', NULL, ['rejected'], 'REJECT', NULL, 'diplomatic', NULL),

    ('military_aid', NULL, ['completed', 'ongoing'], 'AID', 'military', 'military', NULL),
    ('military_aid', NULL, ['agreed', 'scheduled', 'proposed'], 'AGREE', NULL, 'military; future', NULL),
    ('military_aid', NULL, ['demanded'], 'REQUEST', 'assist', 'military', NULL),
    ('military_aid', NULL, ['rejected'], 'REJECT', 'assist', 'military', NULL),

    ('territorial_claim', 'annexed', ['completed', 'reported'], NULL, NULL, NULL, 'Other')
) AS codes (kind, action, statuses, plover_event, plover_mode, plover_contexts, acled_sub_event);
COMMENT ON VIEW compat_codes IS 'What facts are called in POLECAT (PLOVER) and ACLED: the tables that the compat views use, one row for each kind, action and status that has a meaning there. Example: SELECT status, plover_event, plover_mode FROM compat_codes WHERE kind = ''ceasefire''.';
COMMENT ON COLUMN compat_codes.kind IS 'Kind of fact.';
COMMENT ON COLUMN compat_codes.action IS 'Action of a demand, subject of a proposal, first consequence of an ultimatum, action of a claim. NULL: any that has no row of its own.';
COMMENT ON COLUMN compat_codes.status IS 'Status of the fact.';
COMMENT ON COLUMN compat_codes.plover_event IS 'PLOVER event type. NULL: no event there.';
COMMENT ON COLUMN compat_codes.plover_mode IS 'PLOVER mode. NULL: the event type has none that fits; CONSULT gets it from the place of the talks.';
COMMENT ON COLUMN compat_codes.plover_contexts IS 'PLOVER contexts, parted by a semicolon; future: still to come. NULL: no event there.';
COMMENT ON COLUMN compat_codes.plover_quad IS 'PLOVER quad code of the event type. NULL: no event there.';
COMMENT ON COLUMN compat_codes.acled_sub_event IS 'ACLED sub-event type of Strategic developments. NULL: no event there.';
