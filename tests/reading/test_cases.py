"""The case table: every line of a page stays or goes as it says there."""

from __future__ import annotations

import pytest

from tests.reading.cases import CASES, Case
from tests.reading.pages import article_of


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.why)
def test_what_stays_and_what_goes_in_plain_text(case: Case) -> None:
    article = article_of("\n\n".join(case.lines))
    assert article.text == "\n\n".join(case.kept)
    assert tuple((str(block.kind), block.text) for block in article.removed) == case.removed


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.why)
def test_the_same_lines_as_html(case: Case) -> None:
    """No class names, no sections: wording, place, and what trafilatura finds."""
    lines = "".join(_element(line) for line in case.lines)
    article = article_of(f"<html><body><article>{lines}</article></body></html>", "text/html")
    assert article.text == "\n\n".join(case.kept)
    assert [block.text for block in article.removed] == [text for _, text in case.removed]


def _element(line: str) -> str:
    return f"<ul><li>{line[2:]}</li></ul>" if line.startswith("- ") else f"<p>{line}</p>"
