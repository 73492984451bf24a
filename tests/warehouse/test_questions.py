"""Views and macros that answer an analyst's question in one line."""

from __future__ import annotations

from datetime import date

from extractors.values import Count
from tests.warehouse.agreeing import Says, publish_events
from tests.warehouse.made_batches import Exchange, Talks, Ultimatum, made_batch
from warehouse.home import Home
from warehouse.log import append
from warehouse.publishing import publish
from warehouse.records import Batch
from warehouse.snapshot import connect

Rows = list[tuple[object, ...]]


def ask(home: Home, sql: str) -> Rows:
    with connect(home) as connection:
        return connection.execute(sql).fetchall()


def test_who_said_names_each_hop_with_its_words(home: Home) -> None:
    append(home, made_batch("a"))
    publish(home)
    said = ask(home, "SELECT name, role, hop, kind, named_as, outlet FROM who_said ORDER BY ALL")
    assert said == [
        ("Rustem Umerov", "speaker", 0, "prisoner_exchange", "Rustem Umerov", "example")
    ]


def test_completeness_counts_what_the_newest_version_has_not_read(home: Home) -> None:
    append(home, made_batch("a", "b"))
    newer = made_batch("b", version=2, run="run-2").extractions
    append(home, Batch(run_id="run-2", extractions=newer[:1]))
    publish(home)
    counted = ask(
        home,
        "SELECT extractor, extractor_version, article_count, read_count, missing_count, fact_count "
        "FROM completeness ORDER BY missing_count DESC, extractor",
    )
    read_again = newer[0].extractor
    assert counted[0] == (read_again, 2, 2, 1, 1, len(newer[0].facts))
    assert [row[1:5] for row in counted[1:]] == [(1, 2, 2, 0), (1, 2, 2, 0)]


def exchange(ukraine: int, russia: int | None = None, **more: object) -> Exchange:
    counts = {"UKR": Count.of(ukraine), "RUS": Count.of(russia or ukraine)}
    return Exchange(parties=("RUS", "UKR"), returned=counts, **more)


def test_totals_count_an_exchange_once_told_by_many_or_by_stages(home: Home) -> None:
    whole, stage = "prisoner_exchange/RUS-UKR/1000-for-1000", "prisoner_exchange/RUS-UKR/2025-05-23"
    publish_events(
        home,
        (
            (whole, (Says(exchange(1000), date="2025-05-25"),)),
            (stage, (Says(exchange(390), date="2025-05-23", part_of=whole),)),
            (
                "prisoner_exchange/RUS-UKR/2025-05-06",
                (
                    Says(exchange(205, categories=("pow",)), date="2025-05-06"),
                    Says(exchange(205), date="2025-05-06", outlet="Southern Wire"),
                ),
            ),
            (
                "prisoner_exchange/RUS-UKR/told-2025-05-16",
                (Says(exchange(500), status="agreed"),),
            ),
        ),
    )
    totals = ask(
        home,
        "SELECT month, side, exchanges, best FROM exchange_totals "
        "WHERE category IS NULL AND mediator IS NULL ORDER BY side",
    )
    may = date(2025, 5, 1)
    assert totals == [(may, "RUS", 2, 1205), (may, "UKR", 2, 1205)]
    soldiers = ask(home, "SELECT DISTINCT category, best FROM exchange_totals WHERE category <> ''")
    assert soldiers == [("pow", 205)]


def test_stages_count_where_the_whole_was_only_agreed(home: Home) -> None:
    whole = "prisoner_exchange/RUS-UKR/1000-for-1000"
    publish_events(
        home,
        (
            (whole, (Says(exchange(1000), status="agreed"),)),
            (
                "prisoner_exchange/RUS-UKR/2025-05-23",
                (Says(exchange(390), date="2025-05-23", part_of=whole),),
            ),
        ),
    )
    assert ask(home, "SELECT DISTINCT best FROM exchange_sides") == [(390,)]


def test_an_exchange_told_without_sides_counts_with_its_sum(home: Home) -> None:
    told = Exchange(parties=("YEM", "houthis"), total=Count.of(153))
    both = exchange(205).model_copy(update={"total": Count.of(410)})
    publish_events(
        home,
        (
            ("prisoner_exchange/YEM-houthis/2025-01-25", (Says(told, date="2025-01-25"),)),
            ("prisoner_exchange/RUS-UKR/2025-05-06", (Says(both, date="2025-05-06"),)),
        ),
    )
    sides = ask(home, "SELECT side, best FROM exchange_sides ORDER BY side")
    assert sides == [("RUS", 205), ("UKR", 205), ("all", 153)]


def test_rounds_join_what_articles_say_of_one(home: Home) -> None:
    first = Talks(parties=("RUS", "UKR"), ordinal=2, city="Istanbul", heads={"UKR": "Umerov"})
    second = Talks(parties=("RUS", "UKR"), duration_minutes=Count.of(60))
    publish_events(
        home,
        (
            (
                "talks/RUS-UKR/2025-06-02",
                (
                    Says(first, date="2025-05-02"),
                    Says(second, date="2025-05-02", outlet="Southern Wire"),
                ),
            ),
        ),
    )
    rounds = ask(
        home, "SELECT ordinal, date_best, city, minutes_best, heads, sources FROM talks_rounds"
    )
    assert rounds == [(2, date(2025, 5, 2), "Istanbul", 60, ["UKR: Umerov"], 2)]


def test_a_deadline_is_open_until_it_runs_out_or_is_shortened(home: Home) -> None:
    def until(day: str) -> Ultimatum:
        return Ultimatum(issuer="USA", target="RUS", due_on=day, consequences=("tariffs",))

    publish_events(
        home,
        (
            ("ultimatum/USA-RUS/2025-06-30", (Says(until("2025-06-30"), 10, "threatened"),)),
            ("ultimatum/USA-RUS/2025-05-31", (Says(until("2025-05-31"), 20, "threatened"),)),
        ),
    )

    def open_on(day: str) -> Rows:
        return ask(home, f"SELECT due_on, days_left FROM open_deadlines('{day}')")  # noqa: S608

    assert open_on("2025-05-09") == []  # not yet set
    assert open_on("2025-05-15") == [(date(2025, 6, 30), 46)]
    assert open_on("2025-05-25") == [(date(2025, 5, 31), 6)]  # the long one was shortened
    assert open_on("2025-07-01") == []


def test_the_scorecard_holds_outlets_against_each_other(home: Home) -> None:
    publish_events(
        home,
        (
            (
                "prisoner_exchange/RUS-UKR/2025-05-06",
                (
                    Says(exchange(205), 6, date="2025-05-06"),
                    Says(exchange(205), 7, date="2025-05-06", outlet="Southern Wire"),
                    Says(
                        exchange(250), 6, date="2025-05-06", outlet="Rumour Mill", by_machine=True
                    ),
                ),
            ),
        ),
    )
    scores = ask(
        home,
        "SELECT source_name, compared, share_corroborated, share_contradicted, first_reports, "
        "share_machine_written FROM source_scorecard ORDER BY source_name",
    )
    assert scores == [
        ("Northern Wire", 1, 1.0, 1.0, 1, 0.0),
        ("Rumour Mill", 1, 0.0, 1.0, 1, 1.0),
        ("Southern Wire", 1, 1.0, 1.0, 0, 0.0),
    ]


def test_the_world_on_a_day_as_known_later(home: Home) -> None:
    event = "prisoner_exchange/RUS-UKR/1000-for-1000"
    publish_events(
        home,
        (
            (
                event,
                (
                    Says(exchange(1000), 16, "agreed"),
                    Says(exchange(1000), 25, date="2025-05-23/2025-05-25"),
                ),
            ),
        ),
    )

    def status_on(day: str) -> Rows:
        sql = f"SELECT status FROM events_as_of(NULL, on_day := DATE '{day}')"  # noqa: S608
        return ask(home, sql)

    assert status_on("2025-05-15") == []
    assert status_on("2025-05-20") == [("agreed",)]
    assert status_on("2025-05-24") == [("completed",)]
    assert ask(home, "FROM events_as_of('2025-01-01')") == []
