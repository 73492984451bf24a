"""Precision, recall and F1 of the kept text on golden pages: parley beside bare trafilatura.

    python -m tests.reading.measure            all pages in one table, the worst pages named
    python -m tests.reading.measure --pages    a line for every page

Scored as scrapinghub's article-extraction-benchmark does: shingles of four words as multisets,
every page with the same weight. trafilatura is called without comments.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from trafilatura import extract

from extractors.article import Article
from extractors.reading import read
from tests.reading.golden import expectation_path
from tests.reading.pages import golden_files, page_in, references

_SHINGLE = 4  # words


class Score(NamedTuple):
    """Shares of one page's shingles, together 1 where any text is expected or read."""

    right: float
    too_much: float
    missing: float

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.too_much) if self.right else float(not self.too_much)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missing) if self.right else float(not self.missing)


def score(expected: str, told: str) -> Score:
    """How a text compares with the expected one."""
    wanted, found = _shingles(expected), _shingles(told)
    right = (wanted & found).total()
    too_much, missing = (found - wanted).total(), (wanted - found).total()
    total = right + too_much + missing or 1
    return Score(right / total, too_much / total, missing / total)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    size = min(_SHINGLE, len(words)) or 1
    return Counter(tuple(words[at : at + size]) for at in range(len(words) - size + 1))


def f1(scores: Iterable[Score]) -> tuple[float, float, float]:
    """Mean precision, mean recall, and F1 of the two."""
    pages = list(scores)
    precision = sum(page.precision for page in pages) / len(pages)
    recall = sum(page.recall for page in pages) / len(pages)
    return precision, recall, 2 * precision * recall / (precision + recall or 1)


def measured(pages: Iterable[Path]) -> Iterator[tuple[str, Score, Score]]:
    """Each page's name with the score of trafilatura and of parley."""
    for path in pages:
        text = json.loads(expectation_path(path).read_text("utf-8"))["text"]
        page = page_in(path)
        bare = extract(page.content, include_comments=False) or ""
        article = read(page, references())
        own = article.text if isinstance(article, Article) else ""
        expected = "\n".join(text)
        yield path.name, score(expected, bare), score(expected, own)


def report(*, each: bool) -> Iterator[str]:
    """The table, as lines."""
    found = list(measured(golden_files()))
    for name, bare, own in found:
        if each or own.right < 0.995:
            yield f"{name:32} {_line(bare)}   {_line(own)}"
    html = [(bare, own) for name, bare, own in found if name.endswith(".html")]
    for what, pairs in (("html", html), ("all", [row[1:] for row in found])):
        for reader, scores in (("trafilatura", 0), ("parley", 1)):
            precision, recall, both = f1(pair[scores] for pair in pairs)
            figures = f"P {precision:.4f}  R {recall:.4f}  F1 {both:.4f}"
            yield f"{what:5} {len(pairs):3} {reader:12} {figures}"


def _line(page: Score) -> str:
    return f"{page.precision:.3f} {page.recall:.3f}"


if __name__ == "__main__":
    for line in report(each="--pages" in sys.argv):
        print(line)  # noqa: T201  # a report for the terminal
