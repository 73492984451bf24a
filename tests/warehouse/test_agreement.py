"""How facts of one event stand to each other, and what is told of it where they disagree."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extractors.fact import Fields
from extractors.kinds.ceasefire.model import Ceasefire
from extractors.kinds.remains_repatriation import RemainsRepatriation
from extractors.values import Count, Qualifier
from tests.warehouse.agreeing import Says, publish_events
from tests.warehouse.made_batches import Exchange, Talks
from warehouse.home import Home
from warehouse.snapshot import connect

SIDES = ("RUS", "UKR")
WHOLE = "prisoner_exchange/RUS-UKR/1000-for-1000"


def swap(ukr: Count | int | None = None, rus: int | None = None, **more: Any) -> Fields:
    stated = {"UKR": ukr, "RUS": rus}
    returned = {
        side: count if isinstance(count, Count) else Count.of(count)
        for side, count in stated.items()
        if count is not None
    }
    return Exchange(parties=SIDES, returned=returned or None, **more)


def at_least(number: int) -> Count:
    return Count.of(number, Qualifier.AT_LEAST)


def bodies(number: int) -> Fields:
    return RemainsRepatriation(parties=SIDES, returned={"UKR": Count.of(number)})


def talks(**more: Any) -> Fields:
    return Talks(parties=SIDES, **more)


def lasted(number: int, qualifier: Qualifier = Qualifier.EXACT) -> Fields:
    return talks(duration_minutes=Count.of(number, qualifier))


def truce() -> Fields:
    return Ceasefire(parties=SIDES)


#: Why; what the earlier article says, what the later one; how the later stands to the earlier.
CASES: tuple[tuple[str, Says, Says, set[str]], ...] = (
    ("the same number", Says(swap(250)), Says(swap(250), 26), {"returned UKR corroborates same"}),
    ("a lower bound leaves room", Says(swap(at_least(250))), Says(swap(300), 26),
     {"returned UKR corroborates fits"}),
    ("a range leaves room", Says(swap(Count.between(240, 260))), Says(swap(250), 26),
     {"returned UKR corroborates fits"}),
    ("ranges that overlap", Says(swap(Count.between(240, 260))),
     Says(swap(Count.between(250, 300)), 26), {"returned UKR corroborates fits"}),
    ("about is a tenth more or less", Says(swap(Count.of(250, Qualifier.ABOUT))),
     Says(swap(270), 26), {"returned UKR corroborates fits"}),
    ("and no more", Says(swap(Count.of(250, Qualifier.ABOUT))), Says(swap(350), 26),
     {"returned UKR contradicts clash"}),
    ("hundreds are a hundred and more", Says(swap(Count.of(100, Qualifier.VAGUE))),
     Says(swap(303), 26), {"returned UKR corroborates fits"}),
    ("up to excludes more", Says(swap(Count.of(200, Qualifier.AT_MOST))), Says(swap(205), 25),
     {"returned UKR contradicts clash"}),
    ("a fourth of it", Says(swap(1000), 24), Says(swap(250), 26),
     {"returned UKR contradicts clash"}),
    ("four times as many the next day", Says(swap(250), 24), Says(swap(1000), 25),
     {"returned UKR contradicts clash"}),
    ("a bound from below excludes less", Says(swap(at_least(1200)), status="agreed"),
     Says(swap(1000), 26, "agreed"), {"returned UKR contradicts clash"}),
    ("different sides are not compared", Says(swap(250)), Says(swap(rus=100), 26), set()),
    ("one side against both", Says(swap(195, 195)), Says(swap(390), 26),
     {"returned UKR different_scope side_against_total"}),
    ("what is added up confirms a total", Says(swap(195, 195)),
     Says(swap(total=Count.of(390)), 26), {"total None corroborates same"}),
    ("a total with an addition", Says(swap(246, 246)),
     Says(swap(246, 246, total=Count.of(538)), 26),
     {"returned UKR corroborates same", "returned RUS corroborates same",
      "total None different_scope some_against_all"}),
    ("with civilians and without", Says(swap(270, categories=("pow",))),
     Says(swap(390, categories=("civilian", "pow")), 26),
     {"returned UKR different_scope some_against_all"}),
    ("the civilians alone", Says(swap(120, categories=("civilian",))),
     Says(swap(390, categories=("civilian", "pow")), 26),
     {"returned UKR different_scope some_against_all"}),
    ("some are counted apart", Says(swap(246), quote="246 came home, and besides them 31 wounded."),
     Says(swap(277), 26), {"returned UKR different_scope counted_apart"}),
    ("a day of the month is none of them", Says(swap(246), quote="246 came home on May 31."),
     Says(swap(277), 26), {"returned UKR contradicts clash"}),
    ("a plan and what came of it", Says(bodies(6000), 22, "scheduled"), Says(bodies(6057), 26),
     {"returned UKR updates outcome"}),
    ("what came of it and the plan told later", Says(bodies(6057), 22),
     Says(bodies(6000), 26, "scheduled"), {"returned UKR different_scope plan"}),
    ("more came while it was under way", Says(bodies(1200), 22, "ongoing"), Says(bodies(2400), 24),
     {"returned UKR updates later_and_larger"}),
    ("counted again on the day after", Says(swap(300), 24, date="2025-05-24"),
     Says(swap(307), 25, date="2025-05-24"),
     {"returned UKR updates later_and_larger", "date None corroborates same"}),
    ("later and smaller", Says(swap(307), 24, date="2025-05-24"), Says(swap(300), 25),
     {"returned UKR contradicts clash"}),
    ("a copy is no confirmation", Says(swap(250)), Says(swap(250), 26, copies_first=True),
     {"returned UKR duplicate_of same"}),
    ("a copy with another number is still another number", Says(swap(250)),
     Says(swap(205), 26, copies_first=True), {"returned UKR contradicts clash"}),
    ("the length of talks is told roughly", Says(lasted(60)), Says(lasted(55), 26),
     {"duration_minutes None corroborates fits"}),
    ("less than an hour", Says(lasted(60, Qualifier.LESS_THAN)), Says(lasted(40), 26),
     {"duration_minutes None corroborates fits"}),
    ("an hour or five", Says(lasted(60)), Says(lasted(300), 26),
     {"duration_minutes None contradicts clash"}),
    ("the second round or the third", Says(talks(ordinal=2)), Says(talks(ordinal=3), 26),
     {"ordinal None contradicts clash"}),
    ("another city", Says(talks(city="Istanbul")), Says(talks(city="Ankara"), 26),
     {"city None contradicts other_city"}),
    ("days that are part of each other", Says(talks(), date="2025-05-23/2025-05-25"),
     Says(talks(), 26, date="2025-05-24"), {"date None corroborates fits"}),
    ("days apart", Says(talks(), date="2025-05-23"), Says(talks(), 26, date="2025-05-25"),
     {"date None contradicts clash"}),
    ("the day it was agreed", Says(truce(), status="agreed", date="2025-05-23"),
     Says(truce(), 26, "ongoing", date="2025-05-24"),
     {"date None different_scope day_of_agreement"}),
    ("one tells of it, the other denies it", Says(talks(), 25, "agreed"),
     Says(talks(), 26, "denied"), {"status None contradicts denial"}),
    ("what is denied has no numbers", Says(swap(250)), Says(swap(100), 26, "denied"),
     {"status None contradicts denial"}),
    ("a stage against the whole", Says(swap(390), 24, part_of=WHOLE),
     Says(swap(1000), 26, part_of=WHOLE), {"returned UKR different_scope stage_against_whole"}),
)  # fmt: skip

NOTES = (
    Says(swap(250), 24),
    Says(swap(250), 25, outlet="Valley Ledger", copies_first=True),
    Says(swap(250), 26, outlet="Digest", by_machine=True),
    Says(swap(250), 26, outlet="Hill Herald", upstream=("Northern Wire",)),
    Says(swap(1000), 27, outlet="Border Courier", said_by="Rustem Umerov"),
)
DISPUTED = "prisoner_exchange/RUS-UKR/2025-05-24"


def event_of(rank: int, says: Says) -> str:
    return f"{says.fields.kind}/RUS-UKR/case-{rank}"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Home:
    home = Home.open(tmp_path_factory.mktemp("agreement"))
    pairs = [(event_of(rank, one), (one, other)) for rank, (_, one, other, _) in enumerate(CASES)]
    whole = (WHOLE, (Says(swap(1000, 1000), 23, "agreed"),))
    publish_events(home, (*pairs, whole, (DISPUTED, NOTES)))
    return home


def rows(home: Home, query: str, *given: str) -> Iterator[tuple[Any, ...]]:
    with connect(home) as connection:
        yield from connection.execute(query, list(given)).fetchall()


RELATIONS = """SELECT concat_ws(' ', field, coalesce(side, 'None'), relation, rule)
FROM fact_relations WHERE event_id = ?"""


@pytest.mark.parametrize("rank", range(len(CASES)), ids=[case[0] for case in CASES])
def test_relations_of_two_facts(told: Home, rank: int) -> None:
    _, one, _, expected = CASES[rank]
    assert {row[0] for row in rows(told, RELATIONS, event_of(rank, one))} == expected


def test_the_later_article_stands_first_and_the_reason_names_both(told: Home) -> None:
    query = "SELECT value, other_value, reason FROM fact_relations WHERE event_id = ? AND side = ?"
    rank = [case[0] for case in CASES].index("a plan and what came of it")
    event_id = event_of(rank, CASES[rank][1])
    assert list(rows(told, query, event_id, "UKR")) == [
        ("6,057", "6,000", "6,000 was planned, 6,057 is what came of it")
    ]


def test_only_independent_sources_make_it_more_certain(told: Home) -> None:
    query = """SELECT other.outlet, one.outlet, relation, independent FROM fact_relations AS found
        JOIN current_facts AS one USING (fact_id)
        JOIN current_facts AS other ON other.fact_id = other_fact_id
        WHERE found.event_id = ? AND field = 'returned' AND other.outlet = 'Northern Wire'
        ORDER BY ALL"""
    assert list(rows(told, query, DISPUTED)) == [
        ("Northern Wire", "Border Courier", "contradicts", True),
        ("Northern Wire", "Digest", "corroborates", False),
        ("Northern Wire", "Hill Herald", "corroborates", False),
        ("Northern Wire", "Valley Ledger", "duplicate_of", False),
    ]


def test_values_of_an_event(told: Home) -> None:
    query = """SELECT low, best, high, value, sources, independent_origins, agree,
            list_transform(said, lambda it: it.source || ': ' || it.value)
        FROM event_values WHERE event_id = ? AND field = 'returned'"""
    assert list(rows(told, query, DISPUTED)) == [
        (250, 250, 1000, "250", 5, 2, False, [
            "Northern Wire: 250", "Valley Ledger: 250", "Digest: 250", "Hill Herald: 250",
            "Border Courier: 1,000",
        ]),
    ]  # fmt: skip
    events = "SELECT sources, independent_origins FROM events WHERE event_id = ?"
    assert list(rows(told, events, DISPUTED)) == [(5, 2)]


def test_a_disagreement_reads_like_a_correction(told: Home) -> None:
    query = """SELECT sentence, sources, independent_origins, other_sources, quote, other_said_by
        FROM disagreements WHERE event_id = ?"""
    assert list(rows(told, query, DISPUTED)) == [
        (
            "On how many go home to UKR in the prisoner exchange of RUS and UKR (2025-05-24),"
            " Northern Wire (24 May 2025) and 3 others say 250, but Border Courier (27 May 2025)"
            " says 1,000, on the word of Rustem Umerov. Both count people of one side in one"
            " event: one of them is wrong, or they do not count the same people.",
            4,
            1,
            1,
            "Ukraine and Russia held a third round of talks in Istanbul on 23 July.",
            ["Rustem Umerov"],
        )
    ]


def test_what_can_be_true_together_is_no_disagreement(told: Home) -> None:
    disputed = {row[0] for row in rows(told, "SELECT event_id FROM disagreements")}
    expected = {
        event_of(rank, case[1])
        for rank, case in enumerate(CASES)
        if any("contradicts" in relation for relation in case[3])
    }
    assert disputed == expected | {DISPUTED}


@pytest.mark.parametrize(
    ("sayings", "sources", "independent"),
    [
        ((Says(swap(9)), Says(swap(9), outlet="B")), 2, 2),
        ((Says(swap(9)), Says(swap(9), 26)), 1, 1),
        ((Says(swap(9), upstream=("X",)), Says(swap(9), outlet="B", upstream=("Y",))), 2, 1),
        ((Says(swap(9), by_machine=True), Says(swap(9), outlet="B", by_machine=True)), 2, 0),
        ((Says(swap(9), by_machine=True), Says(swap(9), outlet="B", upstream=("Y",))), 2, 1),
    ],
    ids=["two outlets", "one outlet twice", "credits only", "machines only", "machine and credit"],
)
def test_independent_origins(
    tmp_path: Path, sayings: tuple[Says, ...], sources: int, independent: int
) -> None:
    home = Home.open(tmp_path / "home")
    publish_events(home, [(DISPUTED, sayings)])
    query = "SELECT sources, independent_origins FROM events"
    assert list(rows(home, query)) == [(sources, independent)]
