"""Where it stays: the batch log, the published DuckDB file, SQL."""
