"""What the warehouse is made of: its tables with their keys, and the SQL files that define it.

When they are executed is the publisher's business. The log's Parquet schemas come from here too.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

_FOLDER = Path(__file__).parent

#: Columns that a batch's Parquet files leave out: they are known or derived when it is loaded.
FILLED_ON_LOADING = frozenset({"batch_id", "words"})


class Table(NamedTuple):
    """A table that batches fill. A child's rows are loaded where their parent came with them."""

    name: str
    key: tuple[str, ...]
    parent: str | None = None
    parent_key: tuple[str, ...] = ()
    counted_from_0: str | None = None  # a column that is 0 in batches of before it was there
    owner: str | None = None  # the table that the first of its key points to

    @property
    def count_column(self) -> str:
        """Name of the column in `batches` that counts the rows of this table."""
        return f"{self.name.removesuffix('s')}_count"


_EXTRACTION = ("article_id", "extractor", "extractor_version")
_READING = ("capture_id", "reader_version", "revision")

#: In the order of loading: parents before their children.
TABLES = (
    Table("runs", ("run_id",)),
    Table("outcomes", ("run_id", "source", "reference")),
    Table("captures", ("capture_id",)),
    Table("visits", ("run_id", "reference")),
    Table("readings", _READING, counted_from_0="revision", owner="captures"),
    Table("articles", ("article_id",)),
    Table(
        "removed_blocks", (*_READING, "position"), "readings", _READING, counted_from_0="revision"
    ),
    Table("fingerprints", ("article_id", "version"), owner="articles"),
    Table("origins", ("article_id", "version", "revision"), owner="articles"),
    Table("outlets", ("slug", "revision")),
    Table("extractions", _EXTRACTION, owner="articles"),
    Table("facts", ("fact_id",), "extractions", _EXTRACTION),
    Table("silences", (*_EXTRACTION, "char_start"), "extractions", _EXTRACTION),
    Table("mentions", ("fact_id", "mention_rank"), "facts", ("fact_id",)),
    Table("groundings", ("fact_id", "field"), "facts", ("fact_id",)),
    Table("attributions", ("fact_id", "hop"), "facts", ("fact_id",)),
    Table("quality_runs", ("run_id", "gold", "kind")),
    Table("warnings", ("run_id", "source", "code")),
    Table("acceptances", ("run_id", "source")),
    Table("links", ("fact_id", "linker_version", "revision"), owner="facts"),
)

#: What these tables say of captures, articles and facts is kept while they are loaded.
PLACES = ("capture_places", "article_places", "fact_places")

#: The tables of what is current, in the order in which they are made of those above and each other.
CURRENT = (
    *("sightings", "live_readings", "live_origins", "live_links", "live_facts"),
    *("event_places", "live_events", "live_figures", "live_disagreements", "live_scores"),
    *("live_days", "live_reads"),
)
DERIVED = (*PLACES, *CURRENT)


class Script(NamedTuple):
    """One SQL file."""

    name: str
    sql: str


@cache
def scripts(folder: str) -> tuple[Script, ...]:
    """The SQL files of `schema`, `derived`, `views` or `checks`, by name."""
    paths = sorted((_FOLDER / folder).glob("*.sql"))
    return tuple(Script(path.stem, path.read_text(encoding="utf-8")) for path in paths)


@cache
def schema_version() -> int:
    """Number of the newest schema file; what this program writes and at most can read."""
    return int(scripts("schema")[-1].name.split("_")[0])


@cache
def definition_hash() -> str:
    """sha256 over all that a snapshot is made with: one made with something else is rebuilt."""
    definitions = [f"{script.name}\n{script.sql}" for script in _snapshot_scripts()]
    return sha256("\n".join(definitions).encode()).hexdigest()


def _snapshot_scripts() -> tuple[Script, ...]:
    return scripts("schema") + scripts("derived") + scripts("views")


def apply(connection: duckdb.DuckDBPyConnection) -> None:
    """Create all tables and views in an empty database."""
    for script in _snapshot_scripts():
        connection.execute(script.sql)
    _inherit_comments(connection)
    connection.execute(
        "INSERT INTO warehouse_version VALUES (?, ?)", [schema_version(), definition_hash()]
    )


#: Where a view's column that has no comment of its own takes it from, in this order.
_COMMENTED = (
    *("current_facts", "facts", "article_sources", "readings", "articles", "captures"),
    *("quality_runs", "silences", "links", "article_origins", "events", "talks_rounds"),
    *("exchange_sides", "event_values", "disagreements"),
)

_INHERITED = """
SELECT bare.table_name, bare.column_name, min_by(said.comment, list_position(?, said.table_name))
FROM duckdb_columns() AS bare
JOIN duckdb_columns() AS said ON said.column_name = bare.column_name AND said.comment IS NOT NULL
WHERE bare.comment IS NULL AND NOT bare.internal AND list_contains(?, said.table_name)
GROUP BY ALL"""


def _inherit_comments(connection: duckdb.DuckDBPyConnection) -> None:
    inherited = connection.execute(_INHERITED, [list(_COMMENTED), list(_COMMENTED)]).fetchall()
    for view, column, comment in inherited:
        text = comment.replace("'", "''")
        connection.execute(f"COMMENT ON COLUMN {view}.{column} IS '{text}'")


@cache
def arrow_schema(table: str) -> pa.Schema:
    """The Parquet schema of a table in a batch, derived from the SQL schema."""
    import pyarrow as pa

    whole = _arrow_schemas()[table]
    return pa.schema([field for field in whole if field.name not in FILLED_ON_LOADING])


@cache
def _arrow_schemas() -> dict[str, pa.Schema]:
    import duckdb

    with duckdb.connect(":memory:") as connection:
        connection.execute("SET TimeZone = 'UTC'")
        for script in scripts("schema"):
            connection.execute(script.sql)
        return {
            table.name: connection.table(table.name).limit(0).to_arrow_table().schema
            for table in TABLES
        }
