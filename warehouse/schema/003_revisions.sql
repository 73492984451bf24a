-- A page can be read more than once by one version of the reader.
-- Batches of earlier schemas lack the column: it is filled with 0 when they are loaded.

ALTER TABLE readings ADD COLUMN revision INTEGER;
ALTER TABLE removed_blocks ADD COLUMN revision INTEGER;
COMMENT ON COLUMN readings.revision IS '0: the first reading of the page by this version. Higher: a later one by the same version, because the machine ended the earlier one (clean_timeout, clean_memory, worker_died) or because comparing the outlet''s pages with each other took out more or less (rule repeated). The highest is the current one.';
COMMENT ON COLUMN removed_blocks.revision IS 'Which reading by that version took the block out.';
