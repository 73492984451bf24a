"""Every pattern that meets page text is linear in it, and so is the reading of a whole article.

Growth is asserted, not seconds: four times the text may take about four times as long; a pattern
that is quadratic takes sixteen times.
"""

from __future__ import annotations

import importlib
import re
from functools import cache, lru_cache, partial

import pytest

from extractors.article import Article, PublishedBasis
from extractors.extracting import extract
from extractors.parsing.patterns import Pattern
from extractors.parsing.tape import SIGNS
from tests.cases.reading import references
from tests.parsing.modules import modules, patterns
from tests.timing import is_linear, seconds

pytestmark = pytest.mark.slow

SMALL = 25_000  # of an article; held against four times as much
TASTE = 6_000  # of a sentence; a pattern quick on so much needs no closer look: squared, it is felt
QUICK = 0.03  # seconds

#: What backtracking feeds on: repeated signs, half matches, runs of one character.
HOSTILE = {
    "signs": "".join(SIGNS.values()),
    "counts": "\ue000 prisoners and ",
    "actors": "\ue005 and the \ue005, ",
    "words": "prisoners and prisoners of war and ",
    "exchange": "the exchange of captured soldiers to be released by the ",
    "agreed": "agreed to exchange that would not be, which ",
    "spaces": " ",
    "commas": ", , ",
    "dashes": "word-word–",
    "offices": 'the former \ue005 deputy foreign minister and head of the "office", he said, ',
}


def scan(pattern: re.Pattern[str], name: str, size: int) -> int:
    return sum(1 for _ in pattern.finditer(hostile(name, size)))


@lru_cache
def hostile(name: str, size: int) -> str:
    piece = HOSTILE[name]
    return (piece * (size // len(piece) + 1))[:size]


@cache
def keeps_pace(pattern: re.Pattern[str], name: str) -> bool:
    """Whether a pattern is linear in a hostile text; asked once where several modules use it."""
    work = partial(scan, pattern, name)
    took = seconds(work, TASTE, 1)
    return took <= QUICK or is_linear(work, TASTE)


@pytest.mark.parametrize("module", sorted(modules()))
def test_patterns_are_linear(module: str) -> None:
    loaded = importlib.import_module(module)
    found = {
        one.compiled if isinstance(one, Pattern) else one
        for value in vars(loaded).values()
        for one in patterns(value)
    }
    slow = []
    for pattern in sorted(found, key=lambda one: one.pattern):
        for name in HOSTILE:
            if not keeps_pace(pattern, name):
                slow.append(f"{name}: {pattern.pattern[:100]}")
    assert not slow, "\n".join(slow)


PARAGRAPH = (
    "Russia and Ukraine exchanged 1,000 prisoners and prisoners and prisoners each, and each, "
    "which had been agreed, agreed and agreed to be released on Friday in Istanbul, he said, "
)


OFFERS = (
    "Ukraine proposed a ceasefire and a summit of Putin and Zelensky that Moscow rejected, and "
    "a pause of 30 days in the fighting, and offered talks, three working groups and a truce, "
)


@pytest.mark.parametrize("paragraph", [PARAGRAPH, OFFERS])
@pytest.mark.parametrize("end", [" ", ". ", "\n\n"])
def test_articles_are_read_in_linear_time(paragraph: str, end: str) -> None:
    piece = paragraph + end

    def read(size: int) -> object:
        text = (piece * (size // len(piece) + 1))[:size].strip()
        article = Article(
            title=None,
            text=text,
            published=None,
            published_basis=PublishedBasis.NONE,
            language="en",
            url=None,
            outlet=None,
        )
        return extract(article, references())

    read(TASTE)  # builds the lists of names
    assert is_linear(read, SMALL)
