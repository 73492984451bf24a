"""Every golden page gives the article that its skeleton marks (tests/golden/writing.py)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from extractors.article import Article
from extractors.reading import read
from extractors.reading.blocks import fold
from tests.golden.writing import PAGES, SKELETONS, all_written
from tests.reading.golden import expectation_path
from tests.reading.pages import GOLDEN_PAGES, golden_files, page_in, references

WRITTEN = [path for path in golden_files() if path.parent == GOLDEN_PAGES]


def expected(page: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(expectation_path(page).read_text("utf-8"))
    return told


@pytest.mark.parametrize("page", WRITTEN, ids=lambda path: path.name)
def test_a_golden_page_gives_its_article(page: Path) -> None:
    article, told = read(page_in(page), references()), expected(page)
    assert isinstance(article, Article), article
    assert article.text.split("\n\n") == told["text"]
    assert [article.title, list(article.authors)] == [told["title"], told["authors"]]
    assert article.outlet == told["outlet"] or told["outlet"] is None
    published = article.published.isoformat() if article.published else None
    assert published == told["published"]


@pytest.mark.parametrize("page", WRITTEN, ids=lambda path: path.name)
def test_what_is_marked_is_removed_as_its_kind(page: Path) -> None:
    article = read(page_in(page), references())
    assert isinstance(article, Article), article
    removed = [(str(block.kind), fold(block.text)) for block in article.removed]
    for line in expected(page)["removed"]:
        kind, words = line.split(": ", 1)
        kinds = {name for name, text in removed if fold(words) in text}
        assert kind in kinds, line


def test_there_are_sixty_pages_over_twenty_five_skeletons() -> None:
    assert len(WRITTEN) >= 60
    assert len(list(SKELETONS.iterdir())) >= 25


def test_no_page_lacks_its_expectation_and_all_are_as_their_skeletons_say() -> None:
    written = {name: (page, told) for name, page, told in all_written()}
    assert {path.name for path in PAGES.iterdir()} == {
        name for page in written for name in (page, f"{page}.json")
    }
    for name, (page, told) in written.items():
        assert (PAGES / name).read_text("utf-8") == page, "python -m tests.golden.writing"
        assert expected(PAGES / name) == told, "python -m tests.golden.writing"
