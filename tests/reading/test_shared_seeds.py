"""The five real articles: title, outlet, date, disclosures and removed blocks as annotated."""

from __future__ import annotations

import json
from typing import Any

import pytest

from extractors.article import Article
from extractors.reading import read
from extractors.reading.blocks import fold
from extractors.reading.outlets import Outlets
from tests.reading.pages import SHARED, page_in, references

GOLD = SHARED / "gold" / "seeds.jsonl"
#: Named in the gold but nowhere in the text: absent without a manifest, because we never guess.
NOT_IN_TEXT = {"AInvest", "Firstpost"}


def _gold() -> list[dict[str, Any]]:
    if not GOLD.exists():
        return []
    return [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]


@pytest.mark.skipif(not GOLD.exists(), reason=f"the annotated seeds are not at {GOLD}")
def test_the_seeds_are_there() -> None:
    assert len(_gold()) == 5


@pytest.mark.parametrize("gold", _gold(), ids=lambda gold: gold["article"])
def test_a_seed_is_read_as_annotated(gold: dict[str, Any]) -> None:
    article = read(page_in(SHARED / "seeds" / gold["article"]), references())
    assert isinstance(article, Article)
    outlets = Outlets(references().outlets)
    assert article.title == gold["title"]
    assert article.outlet == (None if gold["outlet"] in NOT_IN_TEXT else gold["outlet"])
    assert (str(article.published_on) if article.published else None) == gold["published"]
    assert bool(article.disclosures.ai_generated) == gold["ai_generated"]
    assert [*article.disclosures.upstream] == [outlets.slug(name) for name in gold["upstream"]]
    for start in gold["removed"]:
        assert any(block.text.startswith(start) for block in article.removed), start
        assert fold(start) not in fold(article.text)
