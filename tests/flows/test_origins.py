"""Origins: the same whatever the batches, runs and order; lost copies; families; what counts."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from extractors.article import AiGenerated, Disclosures
from extractors.references import Outlet
from flows.origins import trace_origins
from tests.origins.test_copying import ANALYSIS, FIRST, LAST, SWAP, SWAP_OWN, TALKS, TALKS_OWN
from tests.warehouse.made_batches import NOON, dump, made_article, made_page
from warehouse.home import Home
from warehouse.log import append
from warehouse.publishing import publish, rebuild
from warehouse.records import Batch, Capture, Reading
from warehouse.snapshot import connect

OLD_LOGS = Path(__file__).parent.parent / "warehouse" / "old_logs"
OUTLETS = (
    Outlet(slug="reuters", name="Reuters", other_names=(), domains=(), family="tr", type="agency"),
    Outlet(
        slug="reuters_tv", name="Reuters TV", other_names=(), domains=(), family="tr", type="agency"
    ),
    Outlet(slug="bbc", name="BBC", other_names=(), domains=(), family="", type="broadcaster"),
)


class Story(NamedTuple):
    """An article in few words."""

    name: str
    text: list[str]
    outlet: str | None
    day: int = 25
    upstream: tuple[str, ...] = ()
    machine: str | None = None


STORIES = (
    Story("wire", SWAP, "reuters", 24),
    Story("copy", [FIRST, *SWAP[1:-1], LAST], "Valley Ledger"),
    Story("cut", SWAP[:3], "Border Courier", 26),
    Story("own", SWAP_OWN, "bbc"),
    Story("talks", TALKS, "bbc", 27),
    Story("credited", TALKS[:5], "Hill Herald", 27, ("bbc",)),
    Story("machine", TALKS_OWN, "Digest", 27, (), "AI-made"),
    Story("early", ANALYSIS, None, 1),
    Story("reprint", ANALYSIS, None, 20),
)


def reading(story: Story, revision: int = 0) -> tuple[Capture, Reading]:
    said = AiGenerated(words=story.machine) if story.machine else None
    article = made_article(
        story.name,
        text="\n\n".join(story.text),
        published=date(2025, 8, story.day),
        outlet=story.outlet,
        url=None,
        removed=(),
        disclosures=Disclosures(ai_generated=said, upstream=story.upstream),
    )
    page = made_page(f"{story.name}.txt", made_article(story.name), NOON)
    capture = Capture(page=page, source="s", run_id="r")
    found = Reading(
        capture_id=capture.capture_id, reader_version=1, revision=revision, article=article
    )
    return capture, found


def bring(home: Home, stories: Iterable[Story]) -> int:
    pairs = [reading(story) for story in stories]
    captures, readings = (tuple(column) for column in zip(*pairs, strict=True))
    append(home, Batch(run_id="r", captures=captures, readings=readings))
    return traced(home)


def traced(home: Home, *, everything: bool = False) -> int:
    publish(home)
    count = trace_origins(home, "r", OUTLETS, everything=everything)
    publish(home)
    return count


def origins(home: Home) -> dict[str, tuple[str, str, float | None]]:
    """Name of each article → name of its origin, basis, similarity."""
    query = """
        SELECT one.title, other.title, basis, similarity FROM article_origins AS found
        JOIN articles AS one USING (article_id) JOIN articles AS other
        ON other.article_id = origin_id ORDER BY ALL"""
    with connect(home) as connection:
        rows = connection.execute(query).fetchall()
    return {name(row[0]): (name(row[1]), *row[2:]) for row in rows}


def name(title: str) -> str:
    return title.removeprefix("Talks in Istanbul (").rstrip(")")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home.open(tmp_path / "data")


def test_copies_are_traced_to_the_first_of_them(home: Home) -> None:
    bring(home, STORIES)
    found = origins(home)
    assert {key: value[0] for key, value in found.items()} == {
        "wire": "wire",
        "copy": "wire",
        "cut": "wire",
        "own": "own",
        "talks": "talks",
        "credited": "talks",
        "machine": "machine",
        "early": "early",
        "reprint": "early",
    }
    assert found["reprint"] == ("early", "same_text", 1.0)
    assert found["own"] == ("own", "own_words", None)


@pytest.fixture(scope="module")
def at_once(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, str, float | None]]:
    """The origins of all stories, stored in one go."""
    home = Home.open(tmp_path_factory.mktemp("at_once"))
    bring(home, STORIES)
    return origins(home)


@pytest.mark.parametrize("seed", range(3))
def test_batches_and_their_order_do_not_matter(
    at_once: dict[str, tuple[str, str, float | None]], tmp_path: Path, seed: int
) -> None:
    shuffled = list(STORIES)
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - an order, no secret
    cut = 2 * seed + 1
    other = Home.open(tmp_path / "other")
    for part in (shuffled[:cut], shuffled[cut : cut + 1], shuffled[cut + 1 :]):
        if part:
            bring(other, part)
    assert origins(other) == at_once
    assert traced(other, everything=True) == 0
    published = dump(other)
    rebuild(other)
    assert dump(other) == published


def test_again_is_a_no_op(home: Home) -> None:
    assert bring(home, STORIES) == len(STORIES) + len(OUTLETS)
    assert traced(home) == 0
    assert traced(home, everything=True) == 0


def test_a_group_that_loses_the_article_between_falls_apart(home: Home) -> None:
    """Head and tail of a story have nothing in common but the story."""
    wire, head, tail = (
        Story("wire", SWAP, "reuters", 24),
        Story("head", SWAP[:4], "Valley Ledger"),
        Story("tail", SWAP[4:], "Border Courier"),
    )
    bring(home, (wire, head, tail))
    assert {origin for origin, *_ in origins(home).values()} == {"wire"}
    append(home, Batch(run_id="r", readings=(replaced(wire, TALKS),)))
    assert traced(home) > 0
    assert {key: value[0] for key, value in origins(home).items()} == {
        "wire": "wire", "head": "head", "tail": "tail",
    }  # fmt: skip
    append(home, Batch(run_id="r", readings=(replaced(wire, SWAP, 2),)))
    traced(home)
    assert {origin for origin, *_ in origins(home).values()} == {"wire"}
    assert traced(home, everything=True) == 0


def replaced(story: Story, text: list[str], revision: int = 1) -> Reading:
    return reading(story._replace(text=text), revision)[1]


def test_what_counts_as_an_independent_source(home: Home) -> None:
    bring(
        home,
        (
            Story("wire", SWAP, "reuters", 24),
            Story("copy", SWAP[:4], "Valley Ledger"),
            Story("own", SWAP_OWN, "reuters_tv"),
            Story("talks", TALKS, "bbc", 25, ("bbc",)),
            Story("credited", TALKS_OWN, "Hill Herald", 25, ("bbc", "agencies")),
            Story("self", ANALYSIS, "Northern Wire 24", 25, ("NW24",)),
            Story("machine", [FIRST, LAST], "Digest", 25, (), "AI-made"),
        ),
    )
    query = """SELECT title, family, counts_as, first_hand, reason FROM article_origins
        JOIN articles USING (article_id)"""
    with connect(home) as connection:
        rows = {name(row[0]): row[1:] for row in connection.execute(query).fetchall()}
    assert rows == {
        "wire": ("tr", "tr", True, "its own words"),
        "copy": ("Valley Ledger", "tr", False, "has its words from reuters"),
        "own": ("tr", "tr", True, "its own words"),
        "talks": ("bbc", "bbc", True, "its own words"),
        "credited": ("Hill Herald", None, False, "names as its source agencies, bbc"),
        "self": ("Northern Wire 24", "Northern Wire 24", True, "its own words"),
        "machine": ("Digest", None, False, "written by a machine: “AI-made”"),
    }


def test_the_list_of_outlets_is_brought_up_to_date(home: Home) -> None:
    bring(home, STORIES[:1])
    changed = (*OUTLETS[:2], OUTLETS[2].model_copy(update={"family": "crown"}))
    publish(home)
    assert trace_origins(home, "r", changed) == 0  # nothing came: the list waits
    bring_with(home, changed, STORIES[3])
    with connect(home) as connection:
        told = connection.execute("SELECT family FROM article_origins ORDER BY family").fetchall()
        held = connection.execute("SELECT slug, revision, family FROM outlets ORDER BY ALL")
        assert told == [("crown",), ("tr",)]
        assert held.fetchall()[:2] == [("bbc", 0, "bbc"), ("bbc", 1, "crown")]


def bring_with(home: Home, outlets: tuple[Outlet, ...], story: Story) -> None:
    capture, found = reading(story)
    append(home, Batch(run_id="r", captures=(capture,), readings=(found,)))
    publish(home)
    trace_origins(home, "r", outlets)
    publish(home)


@pytest.mark.parametrize("survived", [0, 1, 2])
def test_a_run_killed_between_its_batches_is_made_up_for(
    home: Home, monkeypatch: pytest.MonkeyPatch, survived: int
) -> None:
    left = iter([True] * survived)

    def appended(home: Home, batch: Batch) -> None:
        if not next(left, False):
            raise KeyboardInterrupt
        append(home, batch)

    with monkeypatch.context() as patched:
        patched.setattr("flows.origins.append", appended)
        with suppress(KeyboardInterrupt):
            bring(home, [Story("one", TALKS, "reuters")])
    traced(home)
    with connect(home) as connection:
        (listed,) = connection.execute("SELECT count(*) FROM outlets").fetchone() or (0,)
    assert listed == len(OUTLETS)
    assert set(origins(home)) == {"one"}


def test_articles_of_before_there_were_fingerprints_are_made_up_for(home: Home) -> None:
    shutil.copytree(OLD_LOGS / "v3", home.log)
    assert traced(home) > 0
    found = "SELECT count(*), count(basis) FROM article_origins"
    with connect(home) as connection:
        (articles, placed) = connection.execute(found).fetchone() or (0, 0)
    assert articles == placed > 0
    assert traced(home) == 0


def test_a_time_in_the_past_knows_what_was_found_then(home: Home) -> None:
    bring(home, (Story("late", SWAP[:4], "Valley Ledger"),))
    before = datetime.now(UTC)
    bring(home, (Story("wire", SWAP, "reuters", 24),))
    query = "SELECT counts_as FROM article_origins_as_of(?) ORDER BY ALL"
    with connect(home) as connection:
        assert connection.execute(query, [before]).fetchall() == [("Valley Ledger",)]
        assert connection.execute(query, [None]).fetchall() == [("tr",), ("tr",)]
