"""What a batch costs, and what questions cost, in a warehouse of many facts.

    python -m tests.benchmarks.growth [FACTS]...        default: 10000 100000 1000000

For each number a warehouse is generated: the rows of one published batch of 100 articles, in SQL
multiplied under new ids and over 1,000 days (so ids are as random as hashes are, batches as many
and as large as in a real one; the log has their empty folders); ten facts make an event. Then five
batches of 100 new articles are appended and published one by one, and each typical question is
asked three times. Printed are medians in milliseconds, by the clock and of processor time (which a
busy machine alters less), and of publishing each stage: copying and bringing the copy to the disk
grow with the file, all else should not.
"""

# ruff: noqa: S608, T201  # SQL over our own tables; what a command prints is its result

from __future__ import annotations

import statistics
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from extractors.linking import Basis, Link
from tests.warehouse.made_batches import made_batch
from warehouse import publishing
from warehouse.counting import count_reads
from warehouse.definitions import CURRENT, TABLES
from warehouse.deriving import derive_all
from warehouse.home import Home
from warehouse.log import append
from warehouse.places import note, places_of
from warehouse.publishing import publish
from warehouse.records import Batch, Origin, OriginBasis, StoredLink
from warehouse.snapshot import connect

ARTICLES = 100  # in a batch, of three facts each
_AT_ONCE = 500  # batches
_ROUNDS = 5
_PATIENCE_SECONDS = 30
Spent = dict[str, list[tuple[float, float]]]  # seconds by the clock and of processor time
#: The parts of publishing, and what they are called in the table.
_STAGES = {
    "copy": "copy_file",
    "load": "load",
    "what is current": "_derive",
    "checkpoint": "_checkpoint",
    "gate": "_pass_gate",
    "to the disk": "_put_in_place",
    "state": "snapshot_state",
}

_AN_EVENT = "event_id = 'talks/RUS-UKR/base-3-5'"
_A_MONTH = "{} BETWEEN DATE '2024-03-01' AND DATE '2024-03-31'"
QUESTIONS = {
    "open deadlines": "FROM open_deadlines(DATE '2024-08-15')",
    "exchanges by month": (
        "SELECT date_trunc('month', date_start) AS month, sum(returned['UKR'].best) "
        "FROM prisoner_exchange GROUP BY ALL"
    ),
    "rounds of talks": (
        "SELECT date, city, ordinal FROM talks WHERE city = 'Istanbul' ORDER BY date_start DESC "
        "LIMIT 50"
    ),
    "who said": (
        "SELECT date, status, quote FROM current_facts WHERE list_contains(said_by, "
        "'Rustem Umerov') ORDER BY published_on DESC LIMIT 50"
    ),
    "facts of a day": "FROM current_facts WHERE date_start = DATE '2024-03-01' LIMIT 100",
    "one fact's provenance": "FROM provenance WHERE fact_id = '{fact_id}'",
    "an event's facts": f"SELECT source_name, status, quote FROM event_facts WHERE {_AN_EVENT}",
    "one event": f"FROM events WHERE {_AN_EVENT}",
    "what is said of it": f"FROM event_values WHERE {_AN_EVENT}",
    "disagreements on it": f"FROM disagreements WHERE {_AN_EVENT}",
    "its life": f"FROM event_timeline WHERE {_AN_EVENT}",
    "its facts beside each other": f"FROM fact_relations WHERE {_AN_EVENT}",
    "talks of a month": (f"FROM events WHERE kind = 'talks' AND {_A_MONTH.format('date_best')}"),
    "rounds of a month": f"FROM talks_rounds WHERE {_A_MONTH.format('date_best')}",
    "disagreements of a month": f"FROM disagreements WHERE {_A_MONTH.format('published_on')}",
    "people home by month": (
        "SELECT month, side, exchanges, best FROM exchange_totals "
        "WHERE category IS NULL AND mediator IS NULL ORDER BY ALL"
    ),
    "people home by category": (
        "SELECT category, side, sum(best) FROM exchange_totals "
        "WHERE category IS NOT NULL GROUP BY ALL"
    ),
    "whose words": "SELECT reason, count(*) FROM article_origins GROUP BY ALL",
    "how outlets fare": "FROM source_scorecard",
    "what is unread": "FROM completeness WHERE missing_count > 0",
    "facts by kind and status": "SELECT kind, status, count(*) FROM facts GROUP BY ALL",
}


def main(arguments: Sequence[str]) -> int:
    for fact_count in [int(it) for it in arguments] or [10_000, 100_000, 1_000_000]:
        with tempfile.TemporaryDirectory(prefix="parley-growth-") as folder:
            home = Home.open(Path(folder) / "home")
            started = time.monotonic()
            _generate(home, fact_count)
            size = home.snapshot.stat().st_size / 1e6
            print(
                f"{fact_count:,} facts, {size:,.0f} MB, made in {time.monotonic() - started:.0f} s"
            )
            _measure_publishing(home)
            _measure_questions(home)
    return 0


def _generate(home: Home, fact_count: int) -> None:
    append(
        home, _linked(made_batch(*(f"base-{n}" for n in range(ARTICLES)), run="base", closing=True))
    )
    publish(home)
    with duckdb.connect(home.snapshot) as connection:
        connection.execute("SET TimeZone = 'UTC'")
        for statement in _VARIED:
            connection.execute(statement)
        derive_all(connection)
        _multiply(connection, fact_count // (3 * ARTICLES))
        connection.execute("CHECKPOINT")
        names = connection.execute("SELECT batch_id FROM batches").fetchall()
    for (name,) in names:
        (home.log / name).mkdir(exist_ok=True)


#: Ten outlets, and in one of ten events one that gives another figure.
_VARIED = (
    "UPDATE readings SET outlet = 'outlet-' || ord(article_id[1]) % 10, "
    "ai_generated_words = NULL, upstream = []",
    "UPDATE facts SET fields = replace(fields, '250', '205') WHERE kind = "
    "'prisoner_exchange' AND fact_id = (SELECT min(fact_id) FROM facts "
    "WHERE kind = 'prisoner_exchange')",
)


def _multiply(connection: duckdb.DuckDBPyConnection, batch_count: int) -> None:
    """What is kept as current too: deriving it of millions takes an hour, and comes to the same
    (but for the names of events in the sentences of disagreements).
    """
    connection.execute("SET VARIABLE batch_count = ?", [batch_count])
    current = [table for table in CURRENT if table not in _COUNTED]
    for table in (*(table.name for table in TABLES), "batches", *current):
        connection.execute(f"CREATE TEMP TABLE base AS FROM {table}")
        copied = ", ".join(map(_multiplied, connection.table(table).columns))
        for first in range(1, batch_count, _AT_ONCE):
            copies = f"range({first}, {min(first + _AT_ONCE, batch_count)}) AS copies(n)"
            source = f"SELECT {copied} FROM base, {copies} ORDER BY n"
            if table == "live_facts":
                source = f"SELECT * REPLACE ({_OPENS} AS opens_article) FROM ({source}) {_ORDER}"
            connection.execute(f"INSERT INTO {table} {source}")
        connection.execute("DROP TABLE base")
    for table in ("captures", "articles", "facts"):
        connection.execute(f"DELETE FROM {places_of(table)}")
        note(connection, table, "")
    for table in _COUNTED:
        connection.execute(f"DELETE FROM {table}")
    connection.execute(_TELLING)
    count_reads(connection, anew=True)


_COUNTED = ("event_places", "live_days", "live_reads")
_TELLING = (
    "INSERT INTO event_places SELECT DISTINCT key_of(event_id), batch_id FROM live_facts "
    "WHERE event_id IS NOT NULL ORDER BY batch_id"
)
#: The first of an article's facts is another one under other ids.
_OPENS = "row_number() OVER (PARTITION BY article_id ORDER BY fact_id) = 1"
_ORDER = "ORDER BY batch_id, article_id, kind, char_start, fact_id"


def _linked(batch: Batch) -> Batch:
    """With links of its facts, those of ten articles to each event, and words of their own. The
    first article tells more of events of the base.
    """
    links = [
        StoredLink(
            link=Link(
                fact_id=fact.fact_id,
                block=fact.kind,
                event_id=f"{fact.kind}/RUS-UKR/{run_id}-{number // 30}",
                basis=Basis.SAME_DAY,
            ),
            linker_version=1,
            revision=0,
        )
        for number, extraction in enumerate(batch.extractions)
        for run_id in (batch.run_id if number >= 3 else "base",)
        for fact in extraction.facts
    ]
    origins = [
        Origin(article_id=it, origin_id=it, basis=OriginBasis.OWN_WORDS, version=1, revision=0)
        for it in sorted({extraction.article_id for extraction in batch.extractions})
    ]
    return batch.model_copy(update={"links": tuple(links), "origins": tuple(origins)})


_KEYS = {"key": "address", "origin_key": "origin_id"}
_DATES = (
    *("date_start", "date_end", "date_low", "date_best", "date_high", "day_low", "day_high"),
    *("published_on", "other_published_on", "first_reported", "last_reported"),
)
_DAY = "(DATE '2023-01-01' + (n * 1000 // getvariable('batch_count'))::INTEGER)"


def _multiplied(column: str) -> str:
    """The expression that makes a column of the nth copy."""
    if column in ("batch_id", "first_batch"):
        named = f"strftime({_DAY}, '%Y%m%d') || printf('T%012dZ-copy%d-1', n, n)"
        return f"{named} AS {column}"
    if column in _KEYS:
        return f"key_of({_multiplied(_KEYS[column]).rpartition(' AS ')[0]}) AS {column}"
    if column == "run_id":
        return "printf('copy%d', n) AS run_id"
    if column in ("reference", "address", "event_id"):
        return f"printf('%s-%d', {column}, n) AS {column}"
    if column == "fetched_at":
        return f"fetched_at + ({_DAY} - DATE '2025-07-24')::INTEGER * INTERVAL 1 DAY AS fetched_at"
    if column in _DATES:
        return f"({_DAY} + ({column} - DATE '2025-07-24')::INTEGER)::DATE AS {column}"
    if column == "fields":
        due_on = f"strftime({_DAY} + 40, '%Y-%m-%d')"
        return f"replace(fields::VARCHAR, '2025-09-02', {due_on})::JSON AS fields"
    if column.endswith("_id"):
        return f"md5({column} || n) || md5(n || {column}) AS {column}"
    return f'"{column}"'


def _measure_publishing(home: Home) -> None:
    spent: Spent = defaultdict(list)
    for number in range(_ROUNDS):
        names = (f"new-{number}-{n}" for n in range(ARTICLES))
        batch = _linked(made_batch(*names, run=f"new-{number}", closing=True))
        with _timed("append", spent):
            append(home, batch)
        with _staged(spent), _timed("publish", spent):
            assert not publish(home).rebuilt
    with _timed("nothing to publish", spent):
        publish(home)
    _print(spent)


def _print(spent: Spent) -> None:
    print(f"  {'':28} {'clock':>9} {'processor':>9}")
    for name, times in spent.items():
        clock, processor = (statistics.median(it) * 1000 for it in zip(*times, strict=True))
        print(f"  {name:28} {clock:9.0f} {processor:9.0f}", flush=True)


@contextmanager
def _staged(spent: Spent) -> Iterator[None]:
    """Time the stages of publishing in here."""
    originals = {name: getattr(publishing, name) for name in _STAGES.values()}
    for stage, name in _STAGES.items():
        setattr(publishing, name, _counted(stage, originals[name], spent))
    try:
        yield
    finally:
        for name, original in originals.items():
            setattr(publishing, name, original)


def _counted(stage: str, call: Callable[..., Any], spent: Spent) -> Callable[..., Any]:
    def counted(*arguments: Any, **named: Any) -> Any:
        with _timed(stage, spent):
            return call(*arguments, **named)

    return counted


@contextmanager
def _timed(name: str, spent: Spent) -> Iterator[None]:
    clock, processor = time.perf_counter(), time.process_time()
    yield
    spent[name].append((time.perf_counter() - clock, time.process_time() - processor))


def _measure_questions(home: Home) -> None:
    with connect(home) as connection:
        fact_id = connection.execute("SELECT max(fact_id) FROM facts").fetchall()[0][0]
    spent: Spent = defaultdict(list)
    for name, sql in QUESTIONS.items():
        for _ in range(3):
            with _timed(name, spent), connect(home) as connection:
                _ask(connection, sql.format(fact_id=fact_id))
    _print(spent)


def _ask(connection: duckdb.DuckDBPyConnection, sql: str) -> None:
    """An answer that does not fit into memory or time is said, and timed until then."""
    timer = threading.Timer(_PATIENCE_SECONDS, connection.interrupt)
    timer.start()
    try:
        connection.execute(sql).fetchall()
    except (duckdb.OutOfMemoryException, duckdb.InterruptException) as error:
        print(f"  {type(error).__name__}: {sql}")
    finally:
        timer.cancel()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
