-- Where publishing finds what it asks for by the id: which batch brought a capture, an article or a
-- fact, and which batches tell of an event. Ids are as random as hashes are, so the rows of one stand
-- anywhere; 8 bytes instead of 64 characters are read for each id that the warehouse holds, and the
-- batch then says where to look (warehouse/places.py).

CREATE MACRO key_of(id) AS md5_number_lower(id);
COMMENT ON MACRO key_of IS 'Half of the MD5 of an id, under which the tables …_places keep where it stands.';

CREATE TABLE capture_places (key UBIGINT NOT NULL, batch_id VARCHAR NOT NULL);
COMMENT ON TABLE capture_places IS 'Derived: which batch brought each capture.';
COMMENT ON COLUMN capture_places.key IS 'key_of(capture_id): half of its MD5.';
COMMENT ON COLUMN capture_places.batch_id IS 'The batch that brought it.';

CREATE TABLE article_places (key UBIGINT NOT NULL, batch_id VARCHAR NOT NULL);
COMMENT ON TABLE article_places IS 'Derived: which batch brought each article.';
COMMENT ON COLUMN article_places.key IS 'key_of(article_id): half of its MD5.';
COMMENT ON COLUMN article_places.batch_id IS 'The batch that brought it.';

CREATE TABLE fact_places (key UBIGINT NOT NULL, batch_id VARCHAR NOT NULL);
COMMENT ON TABLE fact_places IS 'Derived: which batch brought each fact.';
COMMENT ON COLUMN fact_places.key IS 'key_of(fact_id): half of its MD5.';
COMMENT ON COLUMN fact_places.batch_id IS 'The batch that brought it.';

CREATE TABLE event_places (key UBIGINT NOT NULL, batch_id VARCHAR NOT NULL);
COMMENT ON TABLE event_places IS 'Derived: which batches have current facts of each event, or of its stages.';
COMMENT ON COLUMN event_places.key IS 'key_of(event_id): half of its MD5.';
COMMENT ON COLUMN event_places.batch_id IS 'A batch with such facts. An event has a row for each.';
