"""Showing: marks stand where the facts stand, and nothing from a page reaches the terminal raw."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from flows.console import table
from flows.marking import Mark, Removed, marked
from flows.printable import printable


def test_marks_may_overlap_and_blocks_stand_where_they_stood() -> None:
    shown = marked(
        "One two three.",
        [Mark(0, 7, "1", "1 talks"), Mark(4, 14, "2", "2 ultimatum")],
        [Removed(14, "appeal, donate", "Give!")],
    )
    assert shown.plain == (
        "⟨1 talks⟩One ⟨2 ultimatum⟩two⟨/1⟩ three.⟨/2⟩\n⟨removed: appeal, donate⟩Give!⟨/removed⟩\n"
    )


def test_marks_at_the_edges_and_none_at_all() -> None:
    assert marked("", []).plain == ""
    assert marked("abc", []).plain == "abc"
    assert marked("abc", [Mark(0, 3, "1", "1")]).plain == "⟨1⟩abc⟨/1⟩"
    assert marked("", [], [Removed(0, "x", "y")]).plain.count("y") == 1


@given(st.text(), st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20))))
def test_every_character_of_the_text_is_shown_once(
    words: str, spans: list[tuple[int, int]]
) -> None:
    marks = [Mark(start, end, "§", "§") for start, end in spans if start < end <= len(words)]
    plain = marked(words, marks).plain
    assert plain.replace("⟨§⟩", "").replace("⟨/§⟩", "") == printable(words)


@given(st.text())
def test_printable_keeps_lengths_and_lets_no_control_through(words: str) -> None:
    shown = printable(words)
    assert len(shown) == len(words)
    assert not [
        sign for sign in shown if (sign < " " and sign not in "\t\n") or "\x7f" <= sign < "\xa0"
    ]


def test_markup_and_escapes_from_pages_are_only_text() -> None:
    (column,) = table(["quote"], [["[bold]x[/bold] \x1b[31m :smile:"]]).columns
    assert str(next(iter(column.cells))) == "[bold]x[/bold] ␛[31m :smile:"
