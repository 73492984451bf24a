CREATE VIEW meeting_proposal AS
SELECT stated.*, try_cast(by_date AS DATE) AS by_day
FROM (
    SELECT current_facts.* EXCLUDE (kind, fields), unnest(from_json(fields, '{
        "proposer": "VARCHAR",
        "participants": "VARCHAR[]",
        "by_date": "VARCHAR",
        "place": "VARCHAR",
        "responses": "MAP(VARCHAR, VARCHAR)",
        "condition": "VARCHAR"}'))
    FROM current_facts WHERE kind = 'meeting_proposal'
) AS stated;
COMMENT ON VIEW meeting_proposal IS 'Meetings of leaders proposed or asked for, one for each proposal and article.';
COMMENT ON COLUMN meeting_proposal.proposer IS 'Actor that proposes it, asks for it or offers to host it. NULL: not stated.';
COMMENT ON COLUMN meeting_proposal.participants IS 'Persons who are to meet, or states whose leaders are meant. NULL: not stated.';
COMMENT ON COLUMN meeting_proposal.by_date IS 'When or by when it is to be, as an EDTF text. NULL: not stated.';
COMMENT ON COLUMN meeting_proposal.place IS 'Where it is to be. NULL: not stated.';
COMMENT ON COLUMN meeting_proposal.responses IS 'Actor and its answer: accepted, rejected, conditional, noted. NULL: none told.';
COMMENT ON COLUMN meeting_proposal.condition IS 'What must come first, in the article''s words. NULL: not stated.';
COMMENT ON COLUMN meeting_proposal.by_day IS 'by_date as a day. NULL: not known to the day.';
