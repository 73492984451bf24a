"""A pattern's literals never cost a match, and are those that seldom stand in a text."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from inspect import getsource

import pytest

from extractors.article import Article, PublishedBasis
from extractors.parsing.document import Document
from extractors.parsing.literals import needs
from extractors.parsing.names.gazetteer import gazetteer
from extractors.parsing.patterns import Pattern, by_initial, scan
from tests.cases.reading import FOLDER, cases_of, references
from tests.parsing.modules import modules, patterns

NEEDS: tuple[tuple[str, str, list[set[str]]], ...] = (
    ("plain", r"agreed to", [{"agreed to"}]),
    ("two parts, the rarer one first", r"of (?:\w+ )?ceasefire", [{"ceasefire"}, {"of "}]),
    ("branches", r"\b(?:swap|exchange)s?\b", [{"exchange", "swap"}]),
    ("a branch within another", r"(?:gun|guns|shell)", [{"gun", "shell"}]),
    ("neighbours are joined", r"g(?:ot|et) home", [{"got home", "get home"}]),
    ("words in quotation marks", r'"[^"]{20,}"', [{'"'}]),
    (
        "small words tell less",
        r"(?:that|which) \w+ (?:fell|stood)",
        [{" fell", " stood"}, {"that ", "which "}],
    ),
    ("signs", "[\ue005\ue006] said", [{"\ue005 said", "\ue006 said"}]),
    ("one of few characters", "[\ue005\ue006]", [{"\ue005", "\ue006"}]),
    ("optional parts do not count", r"(?:quickly )?\w+", []),
    ("nor what must not follow", r"(?!agreed)\w+", []),
    ("what must follow does", r"(?=agreed)\w+", [{"agreed"}]),
    ("beside what it follows", r"paid (?=(?:by|to) hand)", [{"by hand", "to hand"}, {"paid "}]),
    ("an empty branch", r"(?:agreed|)", []),
    ("a branch that anything matches", r"(?:agreed|\w+)", []),
    ("repeated at least once", r"(?:so far ){1,3}", [{"so far "}]),
    ("what stands in most texts", r"(?:a|of)", []),
    ("capitals aside", r"(?i:Agreed)", [{"agreed"}]),
    ("capitals aside everywhere", r"(?i)agreed", [{"agreed"}]),
    ("a class that leaves out", r"[^a]", []),
    ("a range", r"[a-z]", []),
)


@pytest.mark.parametrize(
    ("pattern", "literals"), [it[1:] for it in NEEDS], ids=[it[0] for it in NEEDS]
)
def test_needs(pattern: str, literals: list[set[str]]) -> None:
    assert list(needs(pattern)) == literals


@cache
def tapes() -> tuple[str, ...]:
    """The sentences of all cases, each case a document of its own."""
    return tuple(
        line.text
        for kind in sorted(path.stem for path in FOLDER.glob("*.toml"))
        for case in cases_of(kind)
        for line in Document(_article(case.text), gazetteer(references())).lines
    )


def _article(text: str) -> Article:
    return Article(
        title=None,
        text=text.strip(),
        published=None,
        published_basis=PublishedBasis.NONE,
        language="en",
        url=None,
        outlet=None,
    )


def rules() -> Iterator[Pattern]:
    for module in modules():
        for value in vars(import_module(module)).values():
            yield from (one for one in patterns(value) if isinstance(one, Pattern))


@pytest.mark.slow
def test_no_match_is_lost() -> None:
    """Where the literals are missing, the pattern itself finds nothing (on each fifth tape: all
    of them take a minute)."""
    known = {rule.pattern: rule for rule in rules() if rule.compiled}.values()
    lost = [
        f"{rule.pattern[:80]} in {text}"
        for text in tapes()[::5]
        for rule in _known_to_lack(text, known)
        if rule.compiled.search(text)
    ]
    assert not lost, "\n".join(lost)


def _known_to_lack(text: str, known: Iterable[Pattern]) -> list[Pattern]:
    scan(text)
    return [rule for rule in known if rule.search(text) is None]


def test_a_pattern_that_is_used_late_matches_a_text_that_was_scanned_before() -> None:
    scan("a lull in the fighting")
    assert Pattern("lull").search("a lull in the fighting")


@pytest.mark.parametrize("name", list(modules()))
def test_no_name_is_bound_twice(name: str) -> None:
    """Two changes that meet may both bring a name: the later one would stand for both."""
    bound: set[str] = set()
    for statement in ast.parse(getsource(import_module(name))).body:
        if isinstance(statement, ast.Assign):
            names = {it.id for it in statement.targets if isinstance(it, ast.Name)}
            read = {it.id for it in ast.walk(statement.value) if isinstance(it, ast.Name)}
            assert names & bound <= read, "bound anew, and not from its own value"
            bound |= names


def test_alternatives_are_grouped_by_initial_in_their_order() -> None:
    assert by_initial("chief|lead(?:ing|er)|chief-of-staff") == (
        "c(?:hief|hief-of-staff)|l(?:ead(?:ing|er))"
    )
    with pytest.raises(ValueError, match="does not begin with a letter"):
        by_initial("aide|(?:top )?adviser")
