"""The read side: filters, typed views, provenance, look-ups, and what SQL may not do."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from extractors.errors import ConfigurationError
from extractors.fact import Extraction
from extractors.values import Span
from tests.warehouse.made_batches import NOON, made_article, made_batch, made_page
from warehouse.exporting import ExportFormat, article_line, export_articles, fact_line
from warehouse.home import Home
from warehouse.log import append
from warehouse.publishing import publish
from warehouse.queries import ArticleFilter, FactFilter, articles, facts, run_sql
from warehouse.records import Batch, Capture, Reading
from warehouse.snapshot import articles_without, connect, known_captures


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse of one batch, made once."""
    home = Home.open(tmp_path_factory.mktemp("sound"))
    append(home, made_batch("a", "b", closing=True))
    publish(home)
    return home.path


@pytest.fixture
def filled(home: Home, sound: Path) -> Home:
    shutil.copytree(sound, home.path, dirs_exist_ok=True)
    return home


def test_every_field_is_a_typed_column_of_its_view(filled: Home) -> None:
    side = {"low": 250, "best": 250, "high": 250, "qualifier": "exact"}
    with connect(filled) as connection:

        def one(columns: str, view: str) -> object:
            sql = f"SELECT {columns} FROM {view} ORDER BY reference"  # noqa: S608 - our own words
            return connection.execute(sql).fetchone()

        assert one(
            "parties, ordinal, city, venue, heads, direct, date_start, reference", "talks"
        ) == (
            ["RUS", "UKR"],
            3,
            "Istanbul",
            None,
            {"UKR": "Rustem Umerov"},
            True,
            date(2025, 7, 23),
            "pages/a.txt",
        )
        assert one("returned, total, categories, mention_count", "prisoner_exchange") == (
            {"RUS": side, "UKR": side},
            None,
            ["pow"],
            2,
        )
        assert one("issuer, days.best, due_on, due_date, demand", "ultimatum") == (
            "USA",
            50,
            "2025-09-02",
            date(2025, 9, 2),
            None,
        )


def test_every_value_is_traced_to_words_page_and_run(filled: Home) -> None:
    with connect(filled) as connection:
        rows = connection.execute(
            "SELECT field, value, words, sentence, derived_from, reference, fetched_at, run_id, "
            "batch_id = page_batch_id, rule FROM provenance "
            "WHERE outlet = 'example' AND reference = 'pages/a.txt' ORDER BY kind, field"
        ).fetchall()
    assert [row[:5] for row in rows] == [
        ("returned.RUS", _SIDE, "250", _EXCHANGE, None),
        ("returned.UKR", _SIDE, "250", _EXCHANGE, None),
        ("city", "Istanbul", "Istanbul", _TALKS, None),
        ("date", "2025-07-23", "23 July", _TALKS, None),
        ("ordinal", "3", "third", _TALKS, None),
        ("days", '{"best":50,"high":50,"low":50,"qualifier":"exact"}', "50 days", _ULTIMATUM, None),
        ("due_on", "2025-09-02", None, None, "issued_on+days"),
    ]
    assert {row[5:] for row in rows} == {("pages/a.txt", NOON, "run-1", True, "made")}


_SIDE = '{"best":250,"high":250,"low":250,"qualifier":"exact"}'
_TALKS = "Ukraine and Russia held a third round of talks in Istanbul on 23 July."
_EXCHANGE = "They agreed to exchange 250 prisoners from each side, Rustem Umerov said."
_ULTIMATUM = "Donald Trump gave Moscow 50 days to end the war."


@pytest.mark.parametrize("name", ["UKR", 'Ann "A." B', "*", "$x", "a[0]", "back\\slash", "o'x"])
def test_the_value_of_a_member_is_found_whatever_its_name(filled: Home, name: str) -> None:
    fields = json.dumps({"parties": [name], "heads": {name: "Umerov"}, "city": "Istanbul"})
    sql = "SELECT value_grounded($1::JSON, field) FROM (SELECT unnest($2) AS field)"
    asked = ["city", f"parties.{name}", f"heads.{name}", "place"]
    with connect(filled) as connection:
        found = connection.execute(sql, [fields, asked]).fetchall()
    assert found == [("Istanbul",), (name,), ("Umerov",), (None,)]


@pytest.mark.parametrize(
    ("wanted", "kinds"),
    [
        (FactFilter(), ["talks", "prisoner_exchange", "ultimatum"] * 2),
        (FactFilter(kinds=("talks", "ultimatum")), ["talks", "ultimatum"] * 2),
        (FactFilter(statuses=("agreed",)), ["prisoner_exchange"] * 2),
        (FactFilter(party="usa"), ["ultimatum"] * 2),
        (FactFilter(party="Rustem Umerov"), ["talks"] * 2),
        (FactFilter(party="Umerov"), []),
        (FactFilter(since=date(2025, 7, 23), until=date(2025, 7, 23)), ["talks"] * 2),
        (FactFilter(since=date(2025, 7, 24)), []),
        (
            FactFilter(reference="b.txt", outlets=("example",)),
            ["talks", "prisoner_exchange", "ultimatum"],
        ),
        (FactFilter(outlets=("other",)), []),
        (FactFilter(party="' OR true --"), []),
    ],
)
def test_facts_are_filtered(filled: Home, wanted: FactFilter, kinds: list[str]) -> None:
    assert [fact.kind for fact in facts(filled, wanted)] == kinds


def test_facts_come_back_whole(filled: Home) -> None:
    fact = next(facts(filled, FactFilter(kinds=("prisoner_exchange",))))
    assert fact.quote == _EXCHANGE
    assert fact.grounding == {"returned.RUS": Span(125, 128), "returned.UKR": Span(125, 128)}
    assert [said.name for said in fact.attribution] == ["Rustem Umerov"]
    assert [said.quote for said in fact.mentions] == [_EXCHANGE, _TALKS]
    assert next(facts(filled, FactFilter(fact_id=fact.fact_id[:12]))) == fact
    assert fact_line(fact).startswith(f'{{"fact_id":"{fact.fact_id}","article":"pages/a.txt",')


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (ArticleFilter(), 2),
        (ArticleFilter(kinds=("talks",), party="UKR", outlets=("example",)), 2),
        (ArticleFilter(kinds=("ceasefire",)), 0),
        (ArticleFilter(since=date(2025, 7, 24), until=date(2025, 7, 24)), 2),
        (ArticleFilter(since=date(2025, 7, 25)), 0),
        (ArticleFilter(reference="a.txt"), 1),
        (ArticleFilter(article_id=made_article("a").article_id[:10]), 1),
    ],
)
def test_articles_are_filtered(filled: Home, wanted: ArticleFilter, found: int) -> None:
    assert len(list(articles(filled, wanted))) == found


@pytest.mark.parametrize(
    "published",
    [
        None,
        date(2025, 7, 24),
        datetime(2025, 7, 24, 23, 30, tzinfo=timezone(timedelta(hours=3))),
        datetime(2025, 7, 24, 23, 30, 0, 5, tzinfo=UTC),
    ],
)
def test_an_article_comes_back_as_it_was(home: Home, published: date | None) -> None:
    article = made_article("a", published=published, title=None, url=None, outlet=None)
    capture = Capture(page=made_page("x", article, NOON), source="s", run_id="r")
    reading = Reading(capture_id=capture.capture_id, reader_version=1, article=article)
    append(home, Batch(run_id="r", captures=(capture,), readings=(reading,)))
    publish(home)
    assert list(articles_without(home, {"talks": 1})) == [article]
    (stored,) = articles(home)
    assert stored.article() == article
    assert article_line(stored).startswith('{"article":"x",')


def test_the_ledger_says_what_an_extractor_has_not_read(filled: Home) -> None:
    assert list(articles_without(filled, {"talks": 1, "ultimatum": 1})) == []
    assert len(list(articles_without(filled, {"talks": 2, "ultimatum": 1}))) == 2
    again = made_batch("a", version=2)
    append(filled, Batch(run_id="run-2", extractions=again.extractions))
    publish(filled)
    (left,) = articles_without(filled, {"talks": 2})
    assert left == made_article("b")
    versions = {(fact.reference, fact.extractor_version) for fact in facts(filled)}
    assert versions == {("pages/a.txt", 2), ("pages/b.txt", 1)}


def test_a_version_that_finds_nothing_leaves_no_current_fact(filled: Home) -> None:
    article_id = made_article("a").article_id
    nothing = Extraction(article_id=article_id, extractor="talks", extractor_version=2, facts=())
    append(filled, Batch(run_id="run-2", extractions=(nothing,)))
    publish(filled)
    assert [fact.reference for fact in facts(filled, FactFilter(kinds=("talks",)))] == [
        "pages/b.txt"
    ]


def test_a_newer_reader_replaces_the_article(filled: Home) -> None:
    batch = made_batch("a")
    newer = made_article("a better")
    reading = batch.readings[0].model_copy(update={"reader_version": 2, "article": newer})
    append(filled, Batch(run_id="run-2", readings=(reading,)))
    publish(filled)
    assert {article.article_id for article in articles(filled)} == {
        newer.article_id,
        made_article("b").article_id,
    }
    assert {fact.reference for fact in facts(filled)} == {"pages/b.txt"}


def test_known_captures(filled: Home, tmp_path: Path) -> None:
    ids = [capture.capture_id for capture in made_batch("a", "c").captures]
    assert known_captures(filled, ids) == {ids[0]}
    assert known_captures(filled, []) == set()
    assert known_captures(Home.open(tmp_path / "empty"), ids) == set()


def test_without_a_snapshot_the_remedy_is_named(home: Home) -> None:
    with pytest.raises(ConfigurationError, match="parley ingest"):
        run_sql(home, "SELECT 1")
    append(home, made_batch("a"))
    with pytest.raises(ConfigurationError, match="parley rebuild"):
        list(facts(home))


def test_sql_gives_columns_types_and_rows(filled: Home) -> None:
    result = run_sql(
        filled, "SELECT kind, count(*) AS n FROM facts GROUP BY kind ORDER BY kind -- x"
    )
    assert [tuple(column) for column in result.columns] == [("kind", "VARCHAR"), ("n", "BIGINT")]
    assert result.rows == (("prisoner_exchange", 2), ("talks", 2), ("ultimatum", 2))
    assert run_sql(filled, "SELECT ?::INTEGER", parameters=[7]).rows == ((7,),)


def test_csv_cells_are_no_formulas_unless_raw(home: Home) -> None:
    article = made_article("a", title='=HYPERLINK("http://x")')
    capture = Capture(page=made_page("x", article, NOON), source="s", run_id="r")
    reading = Reading(capture_id=capture.capture_id, reader_version=1, article=article)
    append(home, Batch(run_id="r", captures=(capture,), readings=(reading,)))
    publish(home)
    for raw, cell in ((False, b"\"'=HYPERLINK"), (True, b'"=HYPERLINK')):
        path = home.path / "export.csv"
        with path.open("wb") as out:
            export_articles(home, out, ExportFormat.CSV, raw=raw)
        assert cell in path.read_bytes()
