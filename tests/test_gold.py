"""How well facts are read: the real articles, the development set, the set nobody tunes on.

All goes the way a user goes: `parley ingest`, `parley facts`, then the scorer that lies beside the
checkout in ../shared with the real articles; without it the tests are skipped. The floors guard
against falling back; the figures themselves go into the notes.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from math import sqrt
from pathlib import Path
from statistics import mean
from typing import Any

import pytest

from extractors.extracting import VERSIONS

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "gold" / "score.py"

pytestmark = pytest.mark.skipif(
    not SCORER.exists(), reason="../shared (real articles, gold, scorer) is not on this machine"
)

Facts = list[dict[str, Any]]
Parley = Callable[..., str]


@pytest.fixture
def parley(tmp_path: Path) -> Parley:
    command = [str(Path(sys.executable).with_name("parley")), "--home", str(tmp_path / "home")]
    env = {name: value for name, value in os.environ.items() if name != "PREFECT_API_URL"}

    def run(*arguments: str | Path) -> str:
        done = subprocess.run(
            [*command, *map(str, arguments)], check=True, capture_output=True, text=True, env=env
        )
        return done.stdout

    return run


def _of_annotated_kinds(facts: str, annotated: dict[str, list[str] | None]) -> str:
    """Without the facts of kinds for which their article has no gold."""
    kept = []
    for line in facts.splitlines():
        fact = json.loads(line)
        kinds = annotated.get(Path(fact["article"]).stem)
        if kinds is None or fact["kind"] in kinds:
            kept.append(f"{line}\n")
    return "".join(kept)


def _score(gold: Path, facts: str, folder: Path) -> tuple[float, float]:
    """Strict F1 and precision over the kinds that are read."""
    wanted, read = folder / "gold.jsonl", folder / "facts.jsonl"
    articles = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    annotated = {Path(article["article"]).stem: article.get("kinds") for article in articles}
    read.write_text(_of_annotated_kinds(facts, annotated), encoding="utf-8")
    for article in articles:
        article["facts"] = [fact for fact in article["facts"] if fact["kind"] in VERSIONS]
    wanted.write_text("".join(f"{json.dumps(article)}\n" for article in articles), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, SCORER, wanted, read], check=True, capture_output=True, text=True
    )
    sys.stdout.write(done.stdout)
    found = re.search(r"strict fact P (\S+) R \S+ F1 (\S+);", done.stdout)
    assert found, done.stdout
    return float(found[2]), float(found[1])


@pytest.mark.parametrize(
    ("articles", "gold", "f1", "precision"),
    [
        (SHARED / "seeds", SHARED / "gold" / "seeds.jsonl", 0.95, 0.95),
        (ROOT / "tests/annotated/articles", ROOT / "tests/annotated/gold.jsonl", 0.80, 0.88),
        (ROOT / "tests/unseen/articles", ROOT / "tests/unseen/gold.jsonl", 0.65, 0.75),
    ],
    ids=["seeds", "annotated", "unseen"],
)
def test_facts_are_read_as_annotated(
    articles: Path, gold: Path, f1: float, precision: float, parley: Parley, tmp_path: Path
) -> None:
    parley("ingest", articles)
    facts = parley("facts", "--format", "jsonl")
    reached, right = _score(gold, facts, tmp_path)
    assert reached >= f1
    assert right >= precision
    assert right >= _least_share(facts), "fewer facts are right than their confidence says"


def _least_share(facts: str) -> float:
    """The share of facts that must be right for their confidence to hold: three sigma below it."""
    told = [json.loads(line)["confidence"] for line in facts.splitlines()]
    return mean(told) - 3 * sqrt(sum(one * (1 - one) for one in told)) / len(told)


def test_every_span_of_the_real_articles_verifies(parley: Parley) -> None:
    parley("ingest", SHARED / "seeds")
    lines = parley("articles", "--format", "jsonl").splitlines()
    texts = {article["article_id"]: article["text"] for article in map(json.loads, lines)}
    assert len(texts) == 5
    facts: Facts = [json.loads(line) for line in parley("facts", "--format", "jsonl").splitlines()]
    for fact in facts:
        text = texts[fact["article_id"]]
        assert text[fact["char_start"] : fact["char_end"]] == fact["quote"]
        spans = [ground for ground in fact["grounding"].values() if isinstance(ground, list)]
        assert all(text[start:end].strip() for start, end in spans)
        named = {field.split(".")[0] for field in fact["grounding"]}
        assert {name for name, value in fact["fields"].items() if value} <= named
