"""Every sample page gives the article that was written down for it by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractors.article import Article
from extractors.reading import read
from tests.reading.golden import as_expectation, expectation_path
from tests.reading.pages import GOLDEN, page_in, references, sample_files


@pytest.mark.parametrize("sample", sample_files(), ids=lambda path: path.name)
def test_a_sample_page_gives_its_article(sample: Path) -> None:
    article = read(page_in(sample), references())
    assert isinstance(article, Article), article
    assert as_expectation(article) == json.loads(expectation_path(sample).read_text("utf-8"))


def test_no_sample_lacks_its_expectation_and_no_expectation_its_sample() -> None:
    expected = {path.name for path in map(expectation_path, sample_files())}
    assert expected == {path.name for path in GOLDEN.glob("*.json")}
