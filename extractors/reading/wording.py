"""The table of boilerplate wording (boilerplate.toml), read once and made ready to be looked up.

Knows how a rule meets one line; which lines of a page a rule may take is left to boilerplate.py.
"""

from __future__ import annotations

import re
import tomllib
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from pydantic import ConfigDict, ValidationError

from extractors.article import BlockKind
from extractors.errors import ConfigurationError
from extractors.reading.blocks import fold, plain_marks
from extractors.values import Span, Value


class Where(StrEnum):
    """Which part of a paragraph the words of a rule must be."""

    WHOLE = "whole"
    START = "start"
    END = "end"
    ANYWHERE = "anywhere"
    CUT_START = "cut_start"
    CUT_END = "cut_end"
    BOX = "box"
    TAIL = "tail"


class Rule(Value):
    """One rule of the table, as written there."""

    model_config = ConfigDict(frozen=True, strict=False, extra="forbid")

    name: str
    kind: BlockKind
    where: Where
    wording: tuple[str, ...]
    needs: int = 1
    longest: int = 200


class PlaceRule(Value):
    """What HTML elements and class names say of a box, as written in the table."""

    model_config = ConfigDict(frozen=True, strict=False, extra="forbid")

    kind: BlockKind
    words: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


class Line(NamedTuple):
    """A line prepared once for all rules: its text, with plain marks, and folded."""

    text: str
    plain: str
    unquoted: str
    folded: str

    @classmethod
    def of(cls, text: str) -> Line:
        plain = plain_marks(text)
        return cls(text, plain, _QUOTED.sub(_blank, plain), fold(text) if len(text) < 200 else "")


_QUOTED = re.compile(r'"[^"\n]{1,600}"')
_NUMBER = re.compile(r"(?<!\w)\d[\d.,]{0,12}(?!\w)")


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


class Matcher:
    """All rules of one table; the patterns are linear, their wildcards bounded."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self.rules = rules
        self._whole = _whole_lines(rules)
        self._patterns = {
            rule.name: _pattern(rule) for rule in rules if rule.where is not Where.WHOLE
        }

    def paragraph_rule(self, line: Line) -> Rule | None:
        """The first rule that takes the whole paragraph, if any does."""
        exact = self._whole.get((Where.WHOLE, _NUMBER.sub("#", line.folded)))
        fitting = (rule for rule in self.rules if self._takes(rule, line))
        return exact or next(fitting, None)

    def heading_rule(self, line: Line, where: Where) -> Rule | None:
        """The `tail` or `box` rule that this line opens, if any."""
        if exact := self._whole.get((where, _NUMBER.sub("#", line.folded))):
            return exact
        opened = (r for r in self.rules if r.where is where and len(line.text) <= r.longest)
        return next((r for r in opened if self._patterns[r.name].fullmatch(line.plain)), None)

    def cut(self, line: Line) -> tuple[Rule, Span] | None:
        """The first stretch at an end of the line that a cut rule takes."""
        for rule in self.rules:
            if rule.where in (Where.CUT_START, Where.CUT_END) and len(line.text) <= rule.longest:
                found = self._patterns[rule.name].search(line.plain)
                if found and 0 < found.end() - found.start() < len(line.text):
                    return rule, Span(*found.span())
        return None

    def _takes(self, rule: Rule, line: Line) -> bool:
        if len(line.text) > rule.longest or rule.where not in _PARAGRAPH:
            return False
        pattern = self._patterns[rule.name]
        if rule.where is Where.ANYWHERE:
            if rule.needs == 1:
                return bool(pattern.search(line.unquoted))
            return len({m.lower() for m in pattern.findall(line.unquoted)}) >= rule.needs
        return bool(
            pattern.match(line.plain) if rule.where is Where.START else pattern.search(line.plain)
        )


_PARAGRAPH = (Where.START, Where.END, Where.ANYWHERE)


def _whole_lines(rules: tuple[Rule, ...]) -> dict[tuple[Where, str], Rule]:
    """Folded wordings of the rules that meet a line as a whole; numbers are written #."""
    found: dict[tuple[Where, str], Rule] = {}
    for rule in rules:
        if rule.where in (Where.WHOLE, Where.TAIL, Where.BOX):
            for words in rule.wording:
                found.setdefault((rule.where, _folded_wording(words)), rule)
    return found


def _folded_wording(words: str) -> str:
    return _NUMBER.sub("#", fold(words.replace("#", " 1 ")))


def _pattern(rule: Rule) -> re.Pattern[str]:
    longest_first = sorted(rule.wording, key=len, reverse=True)
    either = "|".join(_expression(words, rule.where) for words in longest_first)
    return re.compile(_FRAMES[rule.where].format(either), re.IGNORECASE)


_FRAMES = {  # a cut is glued to a capital or a sentence's end: with a space between it may be prose
    Where.START: r"(?:{})",
    Where.END: r"(?:{})\Z",
    Where.ANYWHERE: r"(?:{})",
    Where.CUT_START: r"\A(?:{})(?-i:(?=[A-Z\"]))",
    Where.CUT_END: r"(?<=[.!?\")a-z])(?:{})\Z",
    Where.BOX: r"(?:{})[:.]?",
    Where.TAIL: r"(?:{})[:.]?",
}


def _expression(words: str, where: Where) -> str:
    """A wording as a regular expression; words are met as wholes, signs (©, |, @) as they stand."""
    parts = re.split(r"([*#]| )", plain_marks(words))
    inner = "".join(_WILD.get(part, re.escape(part)) for part in parts)
    if where in (Where.CUT_START, Where.CUT_END):
        return inner  # glued to what stands beside it
    before = r"(?<!\w)" if words[0].isalnum() else ""
    return before + inner + (r"(?!\w)" if words[-1].isalnum() else "")


_WILD = {" ": r"\s", "*": r"[^.!?\n]{0,60}?", "#": r"\d{1,6}"}


_TABLE = "boilerplate.toml"
Kinds = tuple[dict[str, BlockKind], tuple[tuple[frozenset[str], BlockKind], ...]]


@cache
def matcher() -> Matcher:
    """The wording in the table that comes with the package."""
    return Matcher(read_table(_own_table())[0])


@cache
def place_kinds() -> Kinds:
    """The kinds of boxes in that table: by HTML element, and by words of class names."""
    places = read_table(_own_table())[1]
    by_tag = {tag: place.kind for place in places for tag in place.tags}
    return by_tag, tuple((frozenset(place.words), place.kind) for place in places)


def _own_table() -> str:
    return files(__package__).joinpath(_TABLE).read_text("utf-8")


def read_table(text: str) -> tuple[tuple[Rule, ...], tuple[PlaceRule, ...]]:
    """Read a table; raises ConfigurationError naming the rule and what is wrong with it."""
    try:
        table = tomllib.loads(text)
        rules = tuple(Rule.model_validate(rule) for rule in table["rule"])
        return rules, tuple(PlaceRule.model_validate(place) for place in table["place"])
    except (tomllib.TOMLDecodeError, KeyError, ValidationError) as error:
        raise ConfigurationError(f"{_TABLE}: {error}; see the explanation at its top") from error
