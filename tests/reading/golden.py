"""The expected articles of the sample pages, and how a new one is drafted.

    python -m tests.reading.golden wire_yemen.html

writes tests/golden/wire_yemen.html.json as the reader has it now. Check every line against the
page by hand before it is committed: an expectation is what the page says, not what the code does.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from extractors.article import Article
from extractors.reading import read
from tests.reading.pages import GOLDEN, SAMPLES, page_in, references

_START = 70  # characters of a removed block that an expectation holds


def expectation_path(sample: Path) -> Path:
    folder = GOLDEN if sample.parent == SAMPLES else sample.parent
    return folder / f"{sample.name}.json"


def as_expectation(article: Article) -> dict[str, Any]:
    """What is compared: the metadata, the text by paragraphs, kind and start of removed blocks."""
    machine = article.disclosures.ai_generated
    return {
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else None,
        "published_basis": str(article.published_basis),
        "authors": list(article.authors),
        "language": article.language,
        "url": article.url,
        "ai_generated": machine.words if machine else None,
        "upstream": list(article.disclosures.upstream),
        "text": article.text.split("\n\n"),
        "removed": [f"{block.kind}: {block.text[:_START]}" for block in article.removed],
    }


def main(names: list[str]) -> None:
    for sample in (SAMPLES / name for name in names):
        article = read(page_in(sample), references())
        assert isinstance(article, Article), article
        drafted = json.dumps(as_expectation(article), ensure_ascii=False, indent=1)
        expectation_path(sample).write_text(drafted + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
