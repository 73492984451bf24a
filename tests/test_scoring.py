"""Scores against gold: when a value is right, how facts are paired, that known figures come out."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from extractors.errors import ConfigurationError
from extractors.extracting import extract
from extractors.reading import read
from extractors.scoring import ReadFact, Tally, article_key, read_gold, score
from extractors.scoring.values import is_right
from tests.cases.reading import references
from tests.golden.matching import page_in

SHARED = Path(__file__).parent.parent.parent / "shared"
SCORER = SHARED / "gold" / "score.py"
ANNOTATED = Path(__file__).parent / "annotated"

EXACT = {"low": 250, "best": 250, "high": 250, "qualifier": "exact"}

RIGHT = [
    ("ordinal", 3, 3),
    ("ordinal", [3, None], None),
    ("date", ["2025-07-23", "XXXX-07-23"], "XXXX-07-23"),
    ("parties", ["RUS", "UKR"], ["UKR", "RUS"]),
    ("parties", [["RUS", "UKR"], ["RUS", "UKR", "USA"]], ["RUS", "UKR", "USA"]),
    ("categories", ["pow"], ["civilian", "pow"]),
    ("returned", {"UKR": EXACT}, {"UKR": EXACT, "RUS": EXACT}),
    ("returned", {"UKR": [EXACT, None]}, {"UKR": EXACT}),
    ("heads", {"UKR": "Umerov"}, {"UKR": "Rustem Umerov"}),
    ("speaker", "Recep Tayyip Erdoğan", "Tayyip Erdogan"),
    ("words", "we will not give up", "Today we will not give up."),
    ("participants", ["Putin"], ["Vladimir Putin", "Donald Trump"]),
    ("organisation", ["UKR", "presidential office"], "the presidential office"),
]
WRONG = [
    ("ordinal", 3, None),
    ("ordinal", None, 2),
    ("parties", ["RUS", "UKR"], ["RUS", "UKR", "TUR"]),
    ("categories", ["pow", "civilian"], ["pow"]),
    ("returned", {"UKR": EXACT, "RUS": EXACT}, {"UKR": EXACT}),
    ("returned", {"UKR": EXACT}, {"UKR": {**EXACT, "high": None, "qualifier": "at_least"}}),
    ("speaker", "Rustem Umerov", "Andrii Yermak"),
    ("words", "we will not give up", ""),
    ("side", "RUS", "UKR"),
]


@pytest.mark.parametrize(("field", "gold", "value"), RIGHT)
def test_right_values(field: str, gold: Any, value: Any) -> None:
    assert is_right(field, gold, value)


@pytest.mark.parametrize(("field", "gold", "value"), WRONG)
def test_wrong_values(field: str, gold: Any, value: Any) -> None:
    assert not is_right(field, gold, value)


def _gold(*facts: dict[str, Any], **more: Any) -> Any:
    return read_gold([json.dumps({"article": "a/one.txt", "facts": facts, **more})], "gold.jsonl")


def _talks(status: str = "completed", **fields: Any) -> ReadFact:
    quote = "They met in Doha on Monday."
    return ReadFact("x/one.html", "talks", status, None, quote, fields, ("Reuters",))


TALKS = {"kind": "talks", "status": ["completed", "reported"], "evidence": "met in Doha"}


def test_a_right_fact_a_missed_one_and_an_extra() -> None:
    gold = _gold(
        {**TALKS, "fields": {"city": "Doha"}, "attribution": ["Reuters"]},
        {**TALKS, "fields": {"city": "Cairo"}, "evidence": "then in Cairo"},
    )
    extra = _talks(city="Rome")._replace(quote="Rome hosted nobody.")
    scored = score(gold, [_talks(city="Doha", ordinal=2), extra])
    tally = scored.by_kind["talks"]
    assert (tally.gold, tally.read, tally.found, tally.strict) == (2, 2, 1, 1)
    assert (tally.sayers_right, tally.sayers_gold) == (1, 1)
    assert (tally.precision, tally.recall, tally.f1) == (0.5, 0.5, 0.5)
    assert [fault.fault for fault in scored.faults] == ["missed", "extra"]


def test_a_wrong_status_is_told() -> None:
    scored = score(_gold({**TALKS, "fields": {"city": "Doha"}}), [_talks("failed", city="Doha")])
    assert scored.total.strict == 0
    assert scored.faults[0].detail == "status: failed instead of completed or reported"


def test_an_optional_fact_counts_neither_way() -> None:
    gold = _gold({**TALKS, "fields": {"city": "Doha"}, "optional": True})
    assert score(gold, [_talks(city="Doha")]).total[:4] == (0, 0, 0, 0)
    assert score(gold, []).total == Tally()


def test_kinds_that_were_not_annotated_are_not_scored() -> None:
    assert score(_gold(kinds=["ultimatum"]), [_talks(city="Doha")]).total == Tally()
    assert score(_gold(), [_talks(city="Doha")], kinds=["ultimatum"]).total == Tally()


def test_gold_articles_that_nobody_read_are_named() -> None:
    assert score(_gold(), [], present=["x/other.html"]).unknown == ("a/one.txt",)
    assert score(_gold(), [], present=["x/one.html"]).unknown == ()


FAULTY = {
    "no JSON object": "{",
    "facts: Field required": '{"article": "a"}',
    "facts.0.kind: Field required": '{"article": "a", "facts": [{"status": "x", "fields": {}}]}',
}


@pytest.mark.parametrize(("fault", "line"), FAULTY.items())
def test_a_faulty_gold_line_is_named(fault: str, line: str) -> None:
    with pytest.raises(ConfigurationError, match=rf"gold.jsonl, line 2: {fault}"):
        read_gold(["", line], "gold.jsonl")


def test_an_article_stands_once_in_gold() -> None:
    line = json.dumps({"article": "one.txt", "facts": []})
    with pytest.raises(ConfigurationError, match="line 2: a second line for 'one'"):
        read_gold([line, line], "gold.jsonl")


@pytest.mark.skipif(not SCORER.exists(), reason="../shared (the scorer) is not on this machine")
@pytest.mark.parametrize(
    ("folder", "gold"),
    [
        (SHARED / "seeds", SHARED / "gold" / "seeds.jsonl"),
        (ANNOTATED / "articles", ANNOTATED / "gold.jsonl"),
    ],
    ids=["seeds", "annotated"],
)
def test_figures_agree_with_the_known_scorer(folder: Path, gold: Path, tmp_path: Path) -> None:
    """Line by line of its table: counts, precision, recall, F1, slot F1, status, attribution."""
    lines = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    articles = read_gold([json.dumps({**line, "kinds": None}) for line in lines], gold.name)
    facts = [fact for article in articles for fact in _read_facts(folder, article.article)]
    (tmp_path / "facts.jsonl").write_text("".join(map(_exported, facts)), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, SCORER, gold, tmp_path / "facts.jsonl"],
        check=True,
        capture_output=True,
        text=True,
    )
    ours = {kind: _row(tally) for kind, tally in score(articles, facts).by_kind.items()}
    theirs = {
        row.split()[0]: row.split()[1:]
        for row in done.stdout.splitlines()
        if re.match(r"[a-z_]+ +\d", row)
    }
    assert ours == theirs


def _read_facts(folder: Path, name: str) -> list[ReadFact]:
    key = article_key(name)
    path = next(path for path in folder.iterdir() if article_key(path.name) == key)
    article = read(page_in(path), references())
    return [
        ReadFact(
            path.name,
            fact.kind,
            fact.status.value,
            fact.date,
            fact.quote,
            fact.fields.model_dump(mode="json"),
            tuple(hop.name for hop in fact.attribution),
        )
        for extraction in extract(article, references())
        for fact in extraction.facts
    ]


def _exported(fact: ReadFact) -> str:
    said_by = [{"name": name} for name in fact.said_by]
    line = {**fact._asdict(), "article": fact.reference, "attribution": said_by}
    return json.dumps(line) + "\n"


def _row(tally: Tally) -> list[str]:
    counts = (tally.gold, tally.read, tally.found, tally.strict)
    shares = (tally.precision, tally.recall, tally.f1, tally.slot_f1)
    accuracies = ((tally.status_right, tally.paired), (tally.sayers_right, tally.sayers_gold))
    return [
        *map(str, counts),
        *(f"{share:.2f}" for share in shares),
        *(f"{right / whole:.2f}" if whole else "-" for right, whole in accuracies),
    ]
