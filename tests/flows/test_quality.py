"""Holding facts against gold, what was left unread, and how a date was settled, as commands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from flow_samples import Run

EXCHANGE = {
    "kind": "prisoner_exchange",
    "status": "completed",
    "fields": {"parties": ["RUS", "UKR"]},
    "evidence": "swapped 250 prisoners",
}
MEETING = {
    "kind": "talks",
    "status": "completed",
    "fields": {"parties": ["RUS", "UKR"], "city": "Doha"},
    "evidence": "met in Istanbul",
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    kinds = ["prisoner_exchange", "talks"]
    lines = [
        {"article": "swap.txt", "facts": [EXCHANGE], "kinds": kinds},
        {"article": "talks.html", "facts": [MEETING], "kinds": kinds},
        {"article": "lost.txt", "facts": [], "kinds": kinds},
    ]
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return path


def test_facts_are_held_against_gold_and_the_result_is_kept(
    called: Run, news: Path, gold: Path
) -> None:
    called("ingest", news)
    shown = called("evaluate", gold, "--misses", "--keep").stdout
    assert "gold.jsonl: 3 articles" in shown
    assert "1 of them are not in the warehouse (ingest them): lost.txt" in shown
    assert "city: Istanbul instead of Doha" in shown
    assert "kept as run " in shown
    rows = called(
        "sql", "SELECT kind, gold_facts, right_facts, precision FROM quality", "--format", "jsonl"
    ).stdout
    assert [json.loads(row) for row in rows.splitlines()] == [
        {"kind": "prisoner_exchange", "gold_facts": 1, "right_facts": 1, "precision": 0.5},
        {"kind": "talks", "gold_facts": 1, "right_facts": 0, "precision": 0.0},
    ]


def test_a_gold_file_that_is_none_is_named(called: Run, news: Path, tmp_path: Path) -> None:
    called("ingest", news)
    (tmp_path / "gold.jsonl").write_text("no gold\n", encoding="utf-8")
    done = called("evaluate", tmp_path / "gold.jsonl")
    assert done.returncode == 4
    assert "gold.jsonl, line 1: no JSON object" in done.stderr


def test_what_was_left_unread_is_counted_and_shown_for_one_article(
    called: Run, tmp_path: Path
) -> None:
    (tmp_path / "news").mkdir()
    text = "Russia and Ukraine spoke of a prisoner exchange again.\n\nThe war went on. " * 3
    (tmp_path / "news" / "quiet.txt").write_text(text, encoding="utf-8")
    called("ingest", tmp_path / "news")
    rows = called("silence", "--kind", "prisoner_exchange", "--format", "jsonl").stdout
    found = [json.loads(row) for row in rows.splitlines()]
    assert [(it["reason"], it["pattern"]) for it in found] == [
        ("no_count", "prisoner exchange again")
    ]
    assert found[0]["sentences"] >= 1
    one = called("silence", "--article", "quiet.txt").stdout
    assert "spoke of a prisoner exchange again" in one


def test_a_fact_is_shown_with_the_way_its_date_was_settled(called: Run, news: Path) -> None:
    called("ingest", news)
    facts = called("facts", "--kind", "talks", "--format", "jsonl").stdout
    fact = json.loads(facts.splitlines()[0])
    shown = called("show", fact["fact_id"][:12]).stdout
    assert "how dates were settled (published 2025-07-24T08:00:00+00:00, metadata)" in shown
    assert "said in full" in shown
