"""Which pairs of articles are one text: copies in all their forms, and what only resembles them."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from extractors.origins.copying import Dated, is_copy, is_same_text, similarity
from extractors.origins.wording import wording_of

STORIES: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent / "stories.toml").read_text(encoding="utf-8")
)
SWAP, SWAP_OWN = STORIES["swap"], STORIES["swap_own"]
TALKS, TALKS_OWN = STORIES["talks"], STORIES["talks_own"]
TRUCE, ANALYSIS = STORIES["truce"], STORIES["analysis"]
FIRST, LAST, RECAP = STORIES["framed_first"], STORIES["framed_last"], STORIES["recap"]

MONDAY = date(2025, 8, 25)

Text = list[str]


def edited(story: Text, *changes: tuple[str, str]) -> Text:
    """The story with some words changed; each of them must be there."""
    text = "\n\n".join(story)
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text.split("\n\n")


def form(day: str, count: str, mediator: str = "The Emirates") -> Text:
    """The report that a ministry fills in after every exchange."""
    return [line.format(day=day, count=count, mediator=mediator) for line in STORIES["form"]]


BRITISH = (("defence", "defense"), ("coaches", "buses"), ("soldiers", "troops"))
LATER_TOLL = (("wounded four people", "wounded seven people"),)
NO_MARKS = (('"', ""), (",", ""))
CURLY = (('"Nobody', "“Nobody"), ('barrier,"', "barrier,”"))
REPHRASED = (
    ("shortly after noon on Sunday", "on Sunday soon after midday"),
    ("As many Russian servicemen went the other way", "An equal number of Russians went back"),
    ("A further exchange is being prepared", "Another exchange is in preparation"),
)

#: Why, the one that may have taken, the one it may have taken from, days between, whether it did.
PAIRS: tuple[tuple[str, Text, Text, int, bool], ...] = (
    ("the very same words", SWAP, SWAP, 0, True),
    ("the same words a day later", TALKS, TALKS, 1, True),
    ("a reprint after two weeks", ANALYSIS, ANALYSIS, 14, True),
    ("typographic quotation marks", edited(SWAP, *CURLY), SWAP, 0, True),
    ("a copy that lost its marks on the way", edited(SWAP, *NO_MARKS), SWAP, 0, True),
    ("capitals only", [p.upper() for p in TRUCE], TRUCE, 0, True),
    ("paragraphs run together", [" ".join(SWAP)], SWAP, 0, True),
    ("another spelling and house words", edited(SWAP, *BRITISH), SWAP, 0, True),
    ("a few sentences rephrased", edited(SWAP, *REPHRASED), SWAP, 0, True),
    ("the toll brought up to date", edited(TALKS, *LATER_TOLL), TALKS, 0, True),
    ("the last paragraph left out", SWAP[:-1], SWAP, 0, True),
    ("cut down to its half", SWAP[:4], SWAP, 0, True),
    ("cut down to its half a day later", TALKS[:4], TALKS, 1, True),
    ("cut down to its first two paragraphs", TALKS[:2], TALKS, 0, True),
    ("one paragraph of it as a short", TRUCE[1:2], TRUCE, 0, True),
    ("every second paragraph", SWAP[::2], SWAP, 2, True),
    ("a first paragraph of one's own", [FIRST, *SWAP[1:]], SWAP, 0, True),
    ("a first and a last paragraph of one's own", [FIRST, *SWAP[1:-1], LAST], SWAP, 0, True),
    ("the same the other way round in time", SWAP, [FIRST, *SWAP[1:-1], LAST], 0, True),
    ("framed, and told days later", [FIRST, *TALKS, LAST], TALKS, 3, True),
    ("cut down and framed", [FIRST, *TALKS[:5]], TALKS, 0, True),
    ("with the usual recapitulation added", [*SWAP, RECAP], SWAP, 0, True),
    ("paragraphs in another order", [*TRUCE[3:], *TRUCE[:3]], TRUCE, 0, True),
    ("a press release as two outlets print it", form("2 May", "84"), form("2 May", "84"), 0, True),
    ("a press release with a word before it", ["The ministry wrote:", *form("2 May", "84")],
     form("2 May", "84"), 0, True),
    ("two reports of an exchange with the same quotations", SWAP_OWN, SWAP, 0, False),
    ("the same the other way round", SWAP, SWAP_OWN, 0, False),
    ("two reports of talks with a common quotation", TALKS_OWN, TALKS, 0, False),
    ("two reports with all quotations in common, one short", SWAP_OWN[:3], SWAP, 0, False),
    ("the form filled in on another day", form("2 May", "84"), form("9 May", "53"), 7, False),
    ("on another day with the same number", form("2 May", "84"), form("9 May", "84"), 7, False),
    ("on the same day with another number", form("2 May", "84"), form("2 May", "53"), 0, False),
    ("in words, on another weekday", form("Friday", "fifty"), form("Monday", "thirty"), 3, False),
    ("another mediator and number", form("2 May", "84"), form("8 May", "15", "Egypt"), 6, False),
    ("on another day, with years and dates that stay", [*form("2 May", "84"), RECAP],
     [*form("9 May", "84"), RECAP], 7, False),
    ("two stories with one recapitulation", [*SWAP, RECAP], [*TALKS, RECAP], 0, False),
    ("two short stories with one recapitulation", [SWAP_OWN[1], RECAP], [TALKS_OWN[2], RECAP], 0,
     False),
    ("a report and an analysis of such deals", ANALYSIS, SWAP, 0, False),
    ("another war altogether", TRUCE, TALKS, 0, False),
    ("a story that quotes two paragraphs of the first", [*ANALYSIS, *SWAP[:2]], SWAP, 2, False),
    ("a report that adds as much again of its own", [*SWAP, *SWAP_OWN], SWAP, 2, False),
    ("the first report is no copy of the longer one after it", SWAP[:2], [*TALKS, *SWAP[:2]], -2,
     False),
    ("a text without words", [""], SWAP, 0, False),
)  # fmt: skip


@pytest.mark.parametrize(
    ("taker", "source", "days", "expected"),
    [pair[1:] for pair in PAIRS],
    ids=[pair[0] for pair in PAIRS],
)
def test_copies_are_told_from_what_resembles_them(
    taker: Text, source: Text, days: int, expected: bool
) -> None:
    one = Dated("1", MONDAY + timedelta(days=days), wording_of("\n\n".join(taker)))
    other = Dated("2", MONDAY, wording_of("\n\n".join(source)))
    assert is_copy(one, other) is expected, similarity(one.wording, other.wording)
    assert is_copy(other, one) is expected  # which of them is asked about first does not matter


def test_without_dates_the_shorter_one_is_the_copy() -> None:
    long, short = (wording_of("\n\n".join(text)) for text in ([*SWAP, *SWAP_OWN], SWAP[:5]))
    assert is_copy(Dated("1", None, long), Dated("2", None, short))


def test_what_is_taken_over_is_measured_in_the_taker() -> None:
    whole, half = (wording_of("\n\n".join(text)) for text in (SWAP, SWAP[:4]))
    assert similarity(half, whole) == pytest.approx(1, abs=0.02)
    assert 0.4 < similarity(whole, half) < 0.6
    assert is_same_text(similarity(whole, whole))
    assert not is_same_text(similarity(whole, half))
