"""The beginning of a walled article: it is stored and flagged, and no fact is read from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from flow_samples import SWAP, TALKS, Run, as_html
from test_ingesting import counts, rows

from extractors.extracting import VERSIONS
from flows import plain, reextracting
from flows.settings import Settings

WALL = "<p>Subscribe to continue reading</p></article>"


@pytest.fixture
def walled(news: Path) -> Path:
    """Two files: an article as a whole, and the same behind a wall."""
    for path in news.iterdir():
        path.unlink()
    (news / "whole.html").write_text(as_html(f"{TALKS}\n\n{SWAP}"))
    (news / "walled.html").write_text(as_html(f"{TALKS}\n\n{SWAP}").replace("</article>", WALL))
    return news


def test_a_walled_beginning_gives_no_facts_and_is_in_the_ledger(walled: Path, home: Path) -> None:
    settings = Settings(home=home)
    summary = plain.ingest([str(walled)], settings)
    assert counts(summary) == {"stored": 2}
    assert rows(home, "SELECT DISTINCT reference FROM current_facts") == [("news/whole.html",)]
    ledger = """SELECT reference, count(*), sum(fact_count) > 0 FROM extractions
        JOIN article_sources USING (article_id) GROUP BY reference ORDER BY reference"""
    assert rows(home, ledger) == [
        ("news/walled.html", len(VERSIONS), False),
        ("news/whole.html", len(VERSIONS), True),
    ]
    assert rows(home, "SELECT count(DISTINCT text) FROM articles") == [(1,)]  # yet two articles
    assert reextracting.reextract(settings).run.listed_count == 0


def test_show_says_that_it_is_a_beginning(walled: Path, called: Run) -> None:
    called("ingest", walled)
    said = "only the beginning: the rest is behind a wall, so no facts are read from it"
    assert said in called("show", "walled.html").stdout
    assert said not in called("show", "whole.html").stdout
