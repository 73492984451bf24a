"""Page → article → facts, as one step for a worker process. The parent only names the step, so what
takes long to load is loaded where it runs.
"""

from __future__ import annotations

from typing import NamedTuple

from extractors.article import Article, Unreadable
from extractors.fact import Extraction
from extractors.page import Page
from extractors.references import References


class Read(NamedTuple):
    """What a version of the reader made of a page, and the facts of the article, if it is one."""

    reader_version: int
    article: Article | Unreadable
    extractions: tuple[Extraction, ...] = ()


def read_page(page: Page, references: References) -> Read:
    """Read a page and extract its facts, or say by a code why there is no article."""
    from extractors.extracting import extract
    from extractors.reading import read

    article = read(page, references)
    if isinstance(article, Unreadable):
        return Read(reader_version(), article)
    return Read(reader_version(), article, extract(article, references))


def reader_version() -> int:
    """The version of the reader."""
    from extractors.reading import VERSION

    return VERSION
