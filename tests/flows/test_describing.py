"""The data dictionary: nothing is missing in it, and its page needs nothing else."""

from __future__ import annotations

from html.parser import HTMLParser

import duckdb
import pytest

from flows.describing import as_html, as_markdown
from warehouse import definitions
from warehouse.dictionary import Column, Entry, data_dictionary


@pytest.fixture(scope="module")
def entries() -> tuple[Entry, ...]:
    return data_dictionary()


def test_every_table_view_and_macro_is_in_it_with_a_meaning(entries: tuple[Entry, ...]) -> None:
    with duckdb.connect(":memory:") as connection:
        definitions.apply(connection)
        names = connection.execute(
            "SELECT table_name FROM duckdb_tables() WHERE NOT internal "
            "UNION SELECT view_name FROM duckdb_views() WHERE NOT internal "
            "UNION SELECT function_name FROM duckdb_functions() WHERE NOT internal"
        ).fetchall()
    assert {entry.name for entry in entries} == {name for (name,) in names}
    assert [entry.name for entry in entries if not entry.meaning] == []
    bare = [
        (entry.name, column.name)
        for entry in entries
        for column in entry.columns
        if not column.meaning and not column.null_meaning
    ]
    assert bare == []


def test_comments_are_parted_into_meaning_null_and_example(entries: tuple[Entry, ...]) -> None:
    by_name = {entry.name: entry for entry in entries}
    assert (by_name["quality"].example or "").startswith("SELECT kind, precision, recall FROM")
    assert "Example" not in by_name["quality"].meaning
    talks = {column.name: column for column in by_name["talks"].columns}
    assert talks["city"] == Column(
        name="city",
        type="VARCHAR",
        meaning="City where they meet.",
        null_meaning="Not stated.",
        nullable=True,
    )
    assert by_name["talks"].shared == "current_facts"
    assert by_name["talks"].shared_except == ("kind", "fields")
    assert "fact_id" not in talks
    assert "fact_id" in {column.name for column in by_name["current_facts"].columns}
    assert not next(it for it in by_name["facts"].columns if it.name == "fact_id").nullable


class _Page(HTMLParser):
    """What a test wants to know of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.tags: set[str] = set()
        self.headings: list[int] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src", "action", "srcset"):
                self.targets.append(value or "")
        if tag in ("h1", "h2", "h3"):
            self.headings.append(int(tag[1]))


def test_the_page_stands_alone_and_its_links_lead_somewhere(entries: tuple[Entry, ...]) -> None:
    written = as_html(entries)
    page = _Page(written)
    assert len(page.ids) == len(set(page.ids))
    assert {target for target in page.targets if target.removeprefix("#") not in page.ids} == set()
    assert not page.tags & {"script", "img", "link", "iframe", "form"}
    assert {"main", "nav", "table", "thead", "h1"} <= page.tags
    assert "url(" not in written
    assert '<html lang="en">' in written
    assert page.headings[0] == 1
    steps = zip(page.headings, page.headings[1:], strict=False)
    assert all(after - before <= 1 for before, after in steps)  # no level is skipped


def test_words_of_comments_are_no_markup() -> None:
    column = Column(
        name="a<b>", type="X|Y", meaning="a | b <script>", null_meaning='"&"', nullable=True
    )
    entry = Entry(
        name="x",
        part="Tables",
        signature="x",
        meaning="1 < 2 & more",
        example="SELECT '<i>'",
        columns=(column,),
    )
    page = as_html([entry])
    assert "<script>" not in page
    assert "<b>" not in page
    assert "1 &lt; 2 &amp; more" in page
    assert "a \\| b" in as_markdown([entry])
