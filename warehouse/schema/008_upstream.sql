-- The outlet that a page was taken from, as named beside it. Captures of earlier schemas name none.

ALTER TABLE captures ADD COLUMN manifest_upstream VARCHAR;
COMMENT ON COLUMN captures.manifest_upstream IS 'Another outlet that the page is from, as the folder''s manifest or the entry of a feed (source) names it. NULL: none named.';
