"""The views under the names of UCDP GED, ACLED, GDELT and POLECAT: their codes, and that the
readers people use for the originals read them.
"""

from __future__ import annotations

import csv
from hashlib import md5
from pathlib import Path
from typing import Any

import pandas
import pytest

from extractors.values import Count, Qualifier
from tests.warehouse.agreeing import Says, publish_events
from tests.warehouse.made_batches import Exchange, Talks, made_batch
from tests.warehouse.told import Told, publish_told
from warehouse.definitions import scripts
from warehouse.exporting import ExportFormat
from warehouse.home import Home
from warehouse.log import append
from warehouse.publishing import publish
from warehouse.queries import run_sql
from warehouse.relations import export_relation

#: The columns of the four datasets, in their order, with the types that pandas reads them by.
#: Sources: UCDP GED codebook 25.1; ACLED codebook (acledR's acled_update wants exactly these 31);
#: GDELT codebook of the Event Database 2.0; headers of POLECAT's weekly files.
COLUMNS = Path(__file__).with_name("compat_columns.csv")


def types_of(dataset: str) -> dict[str, str]:
    with COLUMNS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["dataset"] == dataset]
    return {row["column"]: row["dtype"] for row in rows}


BOTH = {"parties": ("RUS", "UKR")}
AT_LEAST_40 = Count.of(40, Qualifier.AT_LEAST)
SIDE = {"UKR": Count.of(250)}

#: kind, status, date, fields → PLOVER event/mode, actors → recipients; ACLED's sub-event type.
CODES: list[tuple[Told, str | None, str | None]] = [
    (Told("talks", "completed", "2025-07-23", BOTH), "CONSULT/ Russia; Ukraine →", "Agreement"),
    (Told("talks", "scheduled", "2025-08-23", BOTH), "AGREE/ Russia; Ukraine →", None),
    (Told("talks", "failed", "2025-07-22", BOTH), "SANCTION/cancel Russia; Ukraine →", "Other"),
    (Told("talks", "denied", "2025-07-21", BOTH), None, None),
    (
        Told("prisoner_exchange", "completed", "2025-07-01", {**BOTH, "returned": SIDE}),
        "RETREAT/release Russia → Ukraine",
        "Agreement",
    ),
    (Told("prisoner_exchange", "agreed", None, BOTH), "AGREE/ Russia; Ukraine →", None),
    (
        Told("prisoner_exchange", "demanded", "2025-07-02", BOTH),
        "REQUEST/yield Russia; Ukraine →",
        None,
    ),
    (
        Told("remains_repatriation", "completed", "2025-06", {**BOTH, "returned": SIDE}),
        "RETREAT/return Russia → Ukraine",
        "Agreement",
    ),
    (
        Told("ceasefire", "proposed", "2025-07-03", {**BOTH, "proposer": "UKR"}),
        "CONCEDE/ Ukraine → Russia",
        None,
    ),
    (
        Told("ceasefire", "ongoing", "2025-07-04", BOTH),
        "RETREAT/ceasefire Russia; Ukraine →",
        "Agreement",
    ),
    (Told("ceasefire", "rejected", "2025-07-05", BOTH), "REJECT/yield Russia; Ukraine →", None),
    (Told("ceasefire", "failed", "2025-07-06", BOTH), None, "Other"),
    (
        Told(
            "ultimatum",
            "threatened",
            None,
            {"issuer": "USA", "target": "RUS", "consequences": ("tariffs",)},
        ),
        "THREATEN/restrict United States → Russia",
        None,
    ),
    (
        Told("ultimatum", "threatened", None, {"issuer": "hamas", "target": "ISR"}),
        "THREATEN/ hamas → Israel",
        None,
    ),
    (
        Told("sanctions", "completed", None, {"issuer": "eu", "target": "RUS"}),
        "SANCTION/sever eu → Russia",
        None,
    ),
    (
        Told(
            "demand",
            "completed",
            "2025-05-05",
            {"issuer": "ARM", "target": "AZE", "action": "withdraw_troops"},
        ),
        "RETREAT/withdraw Armenia → Azerbaijan",
        "Non-violent transfer of territory",
    ),
    (
        Told("proposal", "proposed", None, {"proposer": "TUR", "subject": "further_talks"}),
        "REQUEST/meet Turkey →",
        None,
    ),
    (
        Told("military_aid", "ongoing", None, {"donors": ("DEU", "FRA"), "recipient": "UKR"}),
        "AID/military Germany; France → Ukraine",
        None,
    ),
]


SUB_EVENTS = ("Agreement", "Other", "Non-violent transfer of territory")


def _number(key: str) -> int:
    return int(md5(key.encode(), usedforsecurity=False).hexdigest()[:13], 16)


def test_each_kind_and_status_has_its_codes(home: Home) -> None:
    publish_told(home, [told for told, _, _ in CODES])
    rank = dict(run_sql(home, "SELECT fact_id, substr(rule, 6)::INTEGER FROM facts").rows)
    plover = {
        rank[fact]: f"{event}/{mode or ''} {actors} → {recipients or ''}".strip()
        for fact, event, mode, actors, recipients in run_sql(
            home,
            'SELECT "Event ID", "Event Type", "Event Mode", "Actor Name", "Recipient Name" '
            "FROM compat_polecat",
        ).rows
    }
    number = {_number(f"{fact} {kind}"): rank[fact] for fact in rank for kind in SUB_EVENTS}
    acled = {
        number[int(str(event)[3:])]: kind
        for event, kind in run_sql(
            home, "SELECT event_id_cnty, sub_event_type FROM compat_acled"
        ).rows
    }
    found = [(told, plover.get(at), acled.get(at)) for at, (told, _, _) in enumerate(CODES)]
    assert found == CODES


def _told(**fields: object) -> Told:
    made = {"side": "RUS", "count": Count.of(500), "measure": "killed", **fields}
    return Told("casualty_estimate", "estimated", None, made)


#: Fields of an estimate (the article is of 24 July 2025) → what GED says of it.
GED_ROWS: list[tuple[dict[str, object], dict[str, object] | None]] = [
    (
        {"population": "military", "since": "2025-07-24", "until": "2025-07-24"},
        {"date_prec": 1, "deaths_a": 500, "best": 500, "low": 500, "high": 500, "gwnoa": 365},
    ),
    (
        {"side": "MMR", "population": "civilian", "since": "2025-07-01", "until": "2025-07-05"},
        {"date_prec": 2, "deaths_civilians": 500, "side_a": "Government of Myanmar (Burma)"},
    ),
    ({"since": "2025-07-01", "until": "2025-07-07"}, {"date_prec": 3, "deaths_unknown": 500}),
    ({"since": "2025-07-01"}, {"date_prec": 4, "year": 2025}),
    ({"since": "2022-02-24"}, {"date_prec": 5, "date_end": "2025-07-24 00:00:00"}),
    ({"side": "hamas"}, {"date_prec": 5, "side_a": "hamas", "gwnoa": None}),
    (
        {"side": "all", "population": "military", "count": AT_LEAST_40},
        {"side_a": None, "deaths_a": 0, "deaths_unknown": 40, "low": 40, "high": 40},
    ),
    ({"measure": "casualties"}, None),
    ({"measure": "captured"}, None),
]


@pytest.mark.parametrize(("fields", "expected"), GED_ROWS)
def test_estimates_of_the_killed_are_events_of_ged(
    home: Home, tmp_path: Path, fields: dict[str, object], expected: dict[str, object] | None
) -> None:
    publish_told(home, [_told(**fields)])
    frame = pandas.read_csv(
        _exported(home, tmp_path, "compat_ucdp_ged"), dtype=types_of("ucdp_ged")
    )
    assert list(frame.columns) == list(types_of("ucdp_ged"))
    if expected is None:
        assert frame.empty
        return
    row = frame.iloc[0]
    found = {name: None if pandas.isna(row[name]) else row[name] for name in expected}
    assert found == expected
    parts = row[["deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"]]
    assert parts.sum() == row["best"]
    assert row["low"] <= row["best"] <= row["high"]


def _exported(home: Home, folder: Path, view: str, **how: Any) -> Path:
    path = folder / view
    with path.open("wb") as out:
        export_relation(home, view, out, how.pop("shape", ExportFormat.CSV), **how)
    return path


def test_acled_is_read_as_acledr_wants_it(home: Home, tmp_path: Path) -> None:
    publish_told(
        home,
        [
            Told("talks", "completed", "2025-07-23", {**BOTH, "city": "Istanbul"}),
            Told("ceasefire", "agreed", "2025-07", {"parties": ("ISR", "hamas", "QAT")}),
            Told("ceasefire", "agreed", "2025-07-20/2025-07-22", {"parties": ("ISR",)}),
            Told("ceasefire", "agreed", "2025", {"parties": ("PAK", "IND")}),
            Told("ceasefire", "agreed", "2025-09-01", {"parties": ("PAK", "IND")}),
        ],
    )
    frame = pandas.read_csv(
        _exported(home, tmp_path, "compat_acled"),
        dtype=types_of("acled"),
        parse_dates=["event_date"],
    ).sort_values("event_date")
    assert list(frame.columns) == list(types_of("acled"))
    assert frame["time_precision"].tolist() == [3, 2, 1]
    assert frame["actor1"].tolist()[2] == "Government of Russia"
    assert frame["interaction"].tolist()[1:] == [
        "State forces only",
        "State forces-State forces",
    ]
    assert frame["assoc_actor_1"].tolist()[0] == "QAT"
    # acled_transform_longer stops where an actor column holds several
    assert not frame[["actor1", "actor2"]].stack().str.contains(";").any()
    assert frame["event_id_cnty"].is_unique
    assert frame["timestamp"].dtype == "int64"


def test_an_event_that_three_outlets_tell_is_one_row_of_acled(home: Home) -> None:
    sides = ("RUS", "UKR")
    publish_events(
        home,
        [
            (
                "prisoner_exchange/RUS-UKR/2025-05-23",
                (
                    Says(Exchange(parties=sides), 22, "agreed", "2025-05", "Agency; One"),
                    Says(Exchange(parties=sides), 25, "completed", "2025-05-23", "Northern Wire"),
                    Says(Exchange(parties=sides), 24, "completed", "2025-05-23", "Herald"),
                    Says(Exchange(parties=sides), 26, "completed", None, "Undated Post"),
                ),
            ),
            (
                "talks/RUS-UKR/2025-05-16",
                (
                    Says(Talks(parties=sides), 17, date="2025-05-16"),
                    Says(Talks(parties=sides, city="Istanbul"), 18),
                ),
            ),
            ("talks/RUS-UKR/2025-05-23", (Says(Talks(parties=sides), date="2025-05-23"),)),
        ],
    )
    rows = run_sql(home, "SELECT event_date, location, source FROM compat_acled ORDER BY ALL").rows
    assert [(str(day), *rest) for day, *rest in rows] == [
        ("2025-05-16", "Istanbul", "Northern Wire"),
        ("2025-05-23", None, "Agency, One; Herald; Northern Wire; Undated Post"),
        ("2025-05-23", None, "Northern Wire"),
    ]


def test_gdelt_mentions_are_read_without_a_header(home: Home, tmp_path: Path) -> None:
    append(home, made_batch("a"))
    publish(home)
    path = _exported(home, tmp_path, "compat_gdelt_mentions", shape=ExportFormat.TSV, header=False)
    types = types_of("gdelt_mentions")
    frame = pandas.read_csv(path, sep="\t", header=None, names=list(types), dtype=types)
    assert len(frame) == 4
    exchange = frame[frame["GLOBALEVENTID"].duplicated(keep=False)]
    assert sorted(exchange["SentenceID"]) == [2, 3]
    assert set(frame["Confidence"]) == {90}
    assert set(frame["EventTimeDate"]) == {20250724120000}
    assert set(frame["MentionSourceName"]) == {"example.org"}


def test_polecat_is_read_from_its_tabs(home: Home, tmp_path: Path) -> None:
    fields = {**BOTH, "city": "A\tB\n'\"", "heads": None}
    publish_told(home, [Told("talks", "completed", None, fields)], outlet='"Tab\tTimes"')
    path = _exported(home, tmp_path, "compat_polecat", shape=ExportFormat.TSV)
    types = types_of("polecat")
    days = ["Event Date", "Publication Date"]
    frame = pandas.read_csv(path, sep="\t", dtype=types, parse_dates=days)
    assert list(frame.columns) == list(types)
    (row,) = frame.to_dict("records")
    assert row["Actor Country"].split("; ") == ["RUS", "UKR"]
    assert row["Actor COW"] == "365; 369"
    assert row["Quad Code"] == "VERBAL COOPERATION"
    assert row["Placename"] == "A\tB\n'\""
    assert row["Event Date"] == row["Publication Date"]  # the day of publication, as POLECAT has it


def test_every_state_of_the_lists_has_its_numbers() -> None:
    seeds = Path(__file__).parents[2] / "seeds" / "states.csv"
    with seeds.open(encoding="utf-8", newline="") as file:
        codes = {row["code"] for row in csv.DictReader(file)}
    import duckdb

    with duckdb.connect() as connection:
        (script,) = (it for it in scripts("views") if it.name.endswith("country_codes"))
        connection.execute(script.sql)
        rows = connection.execute("FROM country_codes").fetchall()
    assert {row[0] for row in rows} == codes
    for column in range(2, 5):  # no number twice
        numbers = [row[column] for row in rows if row[column] is not None]
        assert len(numbers) == len(set(numbers)) > 190
