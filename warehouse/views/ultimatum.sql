CREATE VIEW ultimatum AS
SELECT stated.*, try_cast(issued_on AS DATE) AS issued_date, try_cast(due_on AS DATE) AS due_date
FROM (
    SELECT current_facts.* EXCLUDE (kind, fields), unnest(from_json(fields, '{
        "issuer": "VARCHAR",
        "issuer_person": "VARCHAR",
        "target": "VARCHAR",
        "days": "STRUCT(low BIGINT, best BIGINT, high BIGINT, qualifier VARCHAR)",
        "issued_on": "VARCHAR",
        "due_on": "VARCHAR",
        "demand": "VARCHAR",
        "consequences": "VARCHAR[]"}'))
    FROM current_facts WHERE kind = 'ultimatum'
) AS stated;
COMMENT ON VIEW ultimatum IS 'Do this by then, or else: one for each deadline, target and article.';
COMMENT ON COLUMN ultimatum.issuer IS 'Actor that sets it.';
COMMENT ON COLUMN ultimatum.issuer_person IS 'Person who speaks for the issuer. NULL: not stated.';
COMMENT ON COLUMN ultimatum.target IS 'Actor that it is set to.';
COMMENT ON COLUMN ultimatum.days IS 'How many days are given, as low, best, high. NULL: not stated.';
COMMENT ON COLUMN ultimatum.issued_on IS 'When it was set, as an EDTF text. NULL: not known.';
COMMENT ON COLUMN ultimatum.due_on IS 'When it runs out, as an EDTF text; derived where the day of issue and the days are known. NULL: not known.';
COMMENT ON COLUMN ultimatum.demand IS 'What is asked for, in the article''s words. NULL: not stated.';
COMMENT ON COLUMN ultimatum.consequences IS 'Of tariffs, sanctions, secondary_sanctions, military, aid_cut, other. NULL or empty: none stated.';
COMMENT ON COLUMN ultimatum.issued_date IS 'issued_on as a day. NULL: not known to the day.';
COMMENT ON COLUMN ultimatum.due_date IS 'due_on as a day. NULL: not known to the day.';
