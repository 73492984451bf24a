"""The small runs that are disturbed, and what makes two warehouses equal in content.

A step is prepared once, in a home that is copied for each disturbance, and run by the very
functions that the commands call. Pages are read in this process instead of in workers, which write
nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Self

import duckdb

from extractors.errors import ParleyError
from extractors.references import References, read_references
from flows import again, plain, runs
from flows.reading import Read
from flows.reextracting import reextract
from flows.settings import SEEDS, Settings
from warehouse.definitions import TABLES
from warehouse.home import Home
from warehouse.publishing import rebuild

PAGES = {
    "swap.txt": (
        "Dozens come home in a new swap\n\n24 July 2025\n\n"
        "Russia and Ukraine exchanged 90 prisoners of war each on Thursday, both ministries said. "
        "The United Arab Emirates mediated.\n\nIt was the ninth exchange of the summer."
    ),
    "talks.txt": (
        "Envoys meet for an hour\n\n23 July 2025\n\n"
        "Delegations of Russia and Ukraine held a third round of talks in Istanbul on 23 July "
        "2025. Rustem Umerov led the Ukrainian side.\n\nThe meeting lasted 40 minutes."
    ),
    "deadline.txt": (
        "Fifty days, says the president\n\n15 July 2025\n\n"
        "US President Donald Trump gave Vladimir Putin 50 days on 14 July 2025 to agree to a "
        "ceasefire or face tariffs of 100 percent."
    ),
}


class InlineWorkers:
    """Stands for flows.workers.Workers: the same answers, from this process."""

    def __init__(self, _settings: Settings, references: References) -> None:
        self._references = references

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None: ...

    def close(self) -> None: ...

    def map(self, step: Callable[[Any, References], Any], values: Sequence[Any]) -> list[Any]:
        return list(self.each(step, values))

    def each(self, step: Callable[[Any, References], Any], values: Sequence[Any]) -> Iterator[Any]:
        return (step(value, self._references) for value in values)


class UnextractingWorkers(InlineWorkers):
    """Reads articles and no facts, as a parley without extractors would have done."""

    def each(self, step: Callable[[Any, References], Any], values: Sequence[Any]) -> Iterator[Any]:
        answers = super().each(step, values)
        return (it._replace(extractions=()) if isinstance(it, Read) else it for it in answers)


def write_pages(folder: Path, names: Sequence[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_text(PAGES[name], encoding="utf-8")


def ingest(home: Path, folder: Path, workers: type = InlineWorkers) -> None:
    """`parley ingest FOLDER`; raises what the command would end with."""
    runs.Workers = workers  # type: ignore[misc]
    plain.ingest([str(folder)], Settings(home=home)).check()


class Step(NamedTuple):
    """A run to be disturbed. Both functions get the home, and a folder with pages beside it."""

    prepare: Callable[[Path, Path], None]
    run: Callable[[Path, Path], None]


def _one_published(home: Path, pages: Path) -> None:
    first = pages.with_name("first")
    write_pages(first, ["swap.txt"])
    write_pages(pages, ["talks.txt", "deadline.txt"])
    ingest(home, first)


def _nothing_yet(_home: Path, pages: Path) -> None:
    write_pages(pages, ["talks.txt"])


def _all_published(home: Path, pages: Path) -> None:
    write_pages(pages, list(PAGES))
    ingest(home, pages)


def _unextracted(home: Path, pages: Path) -> None:
    write_pages(pages, ["talks.txt", "deadline.txt"])
    ingest(home, pages, UnextractingWorkers)


def run_reextract(home: Path) -> None:
    """`parley reextract`, for all articles that lack an extraction."""
    again.Workers = InlineWorkers  # type: ignore[misc]
    reextract(Settings(home=home)).check()


def _rebuild(home: Path, _pages: Path) -> None:
    rebuild(Home.open(home))


STEPS = {
    "first ingest": Step(_nothing_yet, ingest),
    "ingest": Step(_one_published, ingest),
    "rebuild": Step(_all_published, _rebuild),
    "reextract": Step(_unextracted, lambda home, _pages: run_reextract(home)),
}


def warm_up() -> None:
    """Import and cache in this process what every child will need; leaves no thread behind."""
    import atexit
    import gc
    from datetime import UTC, datetime

    from extractors.page import Page
    from flows.reading import read_page
    from warehouse.definitions import arrow_schema

    references = read_references(SEEDS)
    runs.read_references = again.read_references = lambda _folder: references
    for name, text in PAGES.items():
        page = Page(
            reference=name,
            content=text.encode(),
            media_type="text/plain",
            fetched_at=datetime.now(UTC),
        )
        read_page(page, references)
    for table in TABLES:
        arrow_schema(table.name)
    gc.freeze()  # children share what is there, instead of copying it page by page
    atexit.register(gc.unfreeze)  # or DuckDB's bindings complain of what is left at the end


#: Columns of one run or batch; a WARC record's length depends on the digits of its time.
_ITS_OWN = ("run_id", "batch_id", "warc_offset", "warc_length")

Content = dict[str, list[tuple[object, ...]]]


def content_of(snapshot: Path) -> Content | None:
    """The rows of a snapshot without what names a run, a batch or a time of its own; None without
    a file. Ledgers of runs are left out: a run that is repeated has two rows there, rightly.
    """
    if not snapshot.exists():
        return None
    with duckdb.connect(snapshot, read_only=True, config={"threads": "1"}) as connection:
        return {
            table.name: connection.execute(
                f"SELECT {_lasting_columns(connection, table.name)} FROM {table.name} ORDER BY ALL"  # noqa: S608
            ).fetchall()
            for table in TABLES
            if "run_id" not in table.key
        }


def _lasting_columns(connection: duckdb.DuckDBPyConnection, table: str) -> str:
    relation = connection.table(table)
    return ", ".join(
        f'"{name}"'
        for name, kind in zip(relation.columns, relation.types, strict=True)
        if name not in _ITS_OWN and kind != "TIMESTAMP WITH TIME ZONE"
    )


def difference(found: Content | None, wanted: Content | None) -> str:
    """The first row that one has and the other lacks, in words."""
    for table in wanted or ():
        rows, others = (found or {}).get(table, []), (wanted or {})[table]
        for row in [
            *(it for it in rows if it not in others),
            *(it for it in others if it not in rows),
        ]:
            return f"{table} has {len(rows)} rows instead of {len(others)}, differing in {row}"
        if rows != others:
            return f"{table} has a row twice, or lacks its second"
    return "there is no snapshot" if wanted and found is None else "nothing differs"


def error_of(run: Callable[[], object], expected: type[ParleyError] = ParleyError) -> str | None:
    """Name of the error that ended a run in order; any other error is a fault of the program."""
    try:
        run()
    except expected as error:
        return type(error).__name__
    return None
