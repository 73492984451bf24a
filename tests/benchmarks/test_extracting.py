"""Extraction of all kinds beside the reading of the same pages, article by article.

    python -m pytest tests/benchmarks/test_extracting.py --benchmark-only --benchmark-json=out.json

The golden pages as they are, and dressed as pages of today are (test_reading.py): the article is
the same, reading it out of its page is not. Nothing is asserted of times: `extra_info["ratio"]`
says how much of the time of reading extraction takes, both in one process, in turns.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TypeVar

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from extractors.article import Article
from extractors.extracting import extract
from extractors.page import Page
from extractors.reading import read
from tests.benchmarks.test_reading import TURNS, as_they_are, dressed
from tests.reading.pages import references

Source = TypeVar("Source")


def seconds(work: Callable[[Source], object], sources: Sequence[Source]) -> float:
    began = time.process_time()
    for source in sources:
        work(source)
    return time.process_time() - began


@pytest.mark.parametrize("size", ["golden", "dressed"])
def test_extraction_beside_reading(benchmark: BenchmarkFixture, size: str) -> None:
    known = references()
    found = [(page, read(page, known)) for page in as_they_are()]
    told = [(page, article) for page, article in found if isinstance(article, Article)]
    articles = [article for _, article in told]
    pages = [page if size == "golden" else dressed(page) for page, _ in told]

    def reading(page: Page) -> object:
        return read(page, known)

    def extraction(article: Article) -> object:
        return extract(article, known)

    seconds(extraction, articles), seconds(reading, pages[:3])
    turns = [(seconds(reading, pages), seconds(extraction, articles)) for _ in range(TURNS)]
    read_best, extracted_best = (min(turn[side] for turn in turns) for side in (0, 1))
    benchmark.extra_info["articles"] = len(articles)
    benchmark.extra_info["mean_characters"] = sum(len(it.text) for it in articles) // len(articles)
    benchmark.extra_info["reading_ms_a_page"] = round(1000 * read_best / len(pages), 2)
    benchmark.extra_info["extraction_ms_an_article"] = round(
        1000 * extracted_best / len(articles), 2
    )
    benchmark.extra_info["ratio"] = round(extracted_best / read_best, 2)
    benchmark.pedantic(lambda: [extraction(article) for article in articles], rounds=1)
