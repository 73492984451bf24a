"""How the wording of a rule meets a line of a page; all patterns are linear in the line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from extractors.article import BlockKind
from extractors.reading.blocks import fold, plain_marks
from extractors.reading.table import Rule, Where, own_table
from extractors.values import Span

_SHORT = 200  # characters: what is met as a whole is no longer
_END = 80  # characters: no wording at the end of a line is longer

_QUOTED = re.compile(r'"[^"\n]{1,600}"')
_NUMBER = re.compile(r"(?<!\w)\d[\d.,]{0,12}(?!\w)")
_LETTERS = re.compile(r"[^\W\d_]+")


class Line(NamedTuple):
    """A line made ready for all rules."""

    text: str
    plain: str  # with plain quotation marks and dashes
    unquoted: str  # with quotations blanked
    folded: str  # letters and digits, numbers written #; empty if the line is long
    words: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Line:
        plain = plain_marks(text)
        folded = _NUMBER.sub("#", fold(text)) if len(text) <= _SHORT else ""
        words = frozenset(_LETTERS.findall(plain.casefold()))
        return cls(text, plain, _QUOTED.sub(_blank, plain), folded, words)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


class _Wording:
    """One rule with its pattern; `keys` are words of which one must stand in a line it meets."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self.pattern = _pattern(rule)
        self.keys = frozenset(key for words in rule.wording if (key := _key(words)))

    def takes(self, line: Line) -> bool:
        """Whether the whole paragraph goes by this rule."""
        if len(line.text) > self.rule.longest:
            return False
        if self.rule.where is Where.START:
            return bool(self.pattern.match(line.plain))
        if self.rule.where is Where.END:
            return bool(self.pattern.search(line.plain, max(0, len(line.plain) - _END)))
        return self.rule.where is Where.ANYWHERE and self._stands_in(line)

    def _stands_in(self, line: Line) -> bool:
        if line.words.isdisjoint(self.keys):
            return False
        found = {match[0].casefold() for match in self.pattern.finditer(line.unquoted)}
        return len(found) >= self.rule.needs

    def cuts(self, line: Line) -> Span | None:
        """What this rule cuts off an end of the line, if anything is left of it."""
        if len(line.text) > self.rule.longest:
            return None
        at_start = self.rule.where is Where.CUT_START
        found = (
            self.pattern.match(line.plain)
            if at_start
            else self.pattern.search(line.plain, max(0, len(line.plain) - _END))
        )
        return Span(*found.span()) if found and 0 < len(found[0]) < len(line.text) else None


class Matcher:
    """All rules of a table, made ready to be looked up."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._whole: dict[tuple[Where, str], Rule] = {}
        self._by_where: dict[Where, list[_Wording]] = {where: [] for where in Where}
        self._paragraphs: list[_Wording] = []
        for rule in rules:
            self._add(rule)

    def _add(self, rule: Rule) -> None:
        if rule.where in (Where.WHOLE, Where.TAIL, Where.BOX):
            for words in rule.wording:
                self._whole.setdefault((rule.where, _folded(words)), rule)
        elif rule.where in (Where.START, Where.END, Where.ANYWHERE):
            self._paragraphs.append(_Wording(rule))
        if rule.where in (Where.TAIL, Where.BOX, Where.CUT_START, Where.CUT_END):
            self._by_where[rule.where].append(_Wording(rule))

    def paragraph_rule(self, line: Line) -> Rule | None:
        """The rule that takes the whole paragraph, if one does: the exact ones first."""
        if exact := self._whole.get((Where.WHOLE, line.folded)):
            return exact
        return next((wording.rule for wording in self._paragraphs if wording.takes(line)), None)

    def heading_rule(self, line: Line, where: Where) -> Rule | None:
        """The `tail` or `box` rule that this line opens, if any."""
        if exact := self._whole.get((where, line.folded)):
            return exact
        short = (w for w in self._by_where[where] if len(line.text) <= w.rule.longest)
        return next((w.rule for w in short if w.pattern.fullmatch(line.plain)), None)

    def cut(self, line: Line) -> tuple[Rule, Span] | None:
        """The first stretch at an end of the line that a cut rule takes."""
        for wording in self._by_where[Where.CUT_START] + self._by_where[Where.CUT_END]:
            if span := wording.cuts(line):
                return wording.rule, span
        return None


def _folded(words: str) -> str:
    return _NUMBER.sub("#", fold(words.replace("#", " 1 ")))


def _key(words: str) -> str:
    """The longest word of a wording."""
    return max(_LETTERS.findall(plain_marks(words).casefold()), key=len, default="")


def _pattern(rule: Rule) -> re.Pattern[str]:
    longest_first = sorted(rule.wording, key=len, reverse=True)
    either = "|".join(_expression(words, rule.where) for words in longest_first)
    return re.compile(_FRAMES.get(rule.where, "(?:{})").format(either), re.IGNORECASE)


_FRAMES = {  # a cut is glued to a capital or a sentence's end: with a space between it may be prose
    Where.END: r"(?:{})\Z",
    Where.CUT_START: r"(?:{})(?-i:(?=[A-Z\"]))",
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


@cache
def matcher() -> Matcher:
    """The wording in the table that comes with the package."""
    return Matcher(own_table().rule)


Kinds = tuple[dict[str, BlockKind], tuple[tuple[frozenset[str], BlockKind], ...]]


@cache
def place_kinds() -> Kinds:
    """The kinds of boxes in that table: by HTML element, and by words of class names."""
    places = own_table().place
    by_tag = {tag: place.kind for place in places for tag in place.tags}
    return by_tag, tuple((frozenset(place.words), place.kind) for place in places)
