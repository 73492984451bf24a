"""How the wording of a rule meets a line of a page; all patterns are linear in the line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from extractors.article import BlockKind
from extractors.reading.blocks import fold, plain_marks
from extractors.reading.table import Rule, Where, own_table
from extractors.values import Span

_SHORT = 200  # characters: what is met as a whole is no longer
_MOST_WORDS, _LONGEST_LABEL = 14, 6  # words: of a line of labels, of a label in it
_REMEMBERED = 4096  # lines: a page asks for each of its lines several times
_END = 80  # characters: no wording at the end of a line is longer

_QUOTED = re.compile(r'"[^"\n]{1,600}"')
_NUMBER = re.compile(r"(?<!\w)\d[\d.,]{0,12}(?!\w)")
_LETTERS = re.compile(r"[^\W\d_]+")
_WORDS_ONLY = {code: chr(code).lower() if chr(code).isalpha() else " " for code in range(128)}


class Line(NamedTuple):
    """A line made ready for all rules."""

    text: str
    plain: str  # with plain quotation marks and dashes
    opening: str  # the first of that in small letters
    unquoted: str  # with quotations blanked
    lowered: str  # the same in small letters
    folded: str  # letters and digits, numbers written #; empty if the line is long
    words: frozenset[str]

    @staticmethod
    @lru_cache(4096)
    def of(text: str) -> Line:
        """The line of a text; a page asks for each of its lines several times."""
        plain = plain_marks(text)
        folded = _NUMBER.sub("#", fold(text)) if len(text) <= _SHORT else ""
        ascii_words = plain.translate(_WORDS_ONLY).split() if plain.isascii() else None
        words = frozenset(ascii_words or _LETTERS.findall(plain.casefold()))
        unquoted = _QUOTED.sub(_blank, plain) if '"' in plain else plain
        return Line(text, plain, plain[:_END].lower(), unquoted, unquoted.lower(), folded, words)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


class _Wording:
    """One rule with its pattern; `keys` are words of which one must stand in a line it meets.

    The empty key stands for wording without a word (©).
    """

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self.pattern = _pattern(rule)
        self.keys = frozenset(_key(words) for words in rule.wording)
        self._starts = tuple({_fixed(words) for words in rule.wording})
        self._by_key: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
        if rule.where is Where.ANYWHERE:
            for words in rule.wording:
                made = re.compile(_expression(words, rule.where), re.IGNORECASE)
                self._by_key.setdefault(_key(words), []).append((_fixed(words), made))

    def takes(self, line: Line) -> bool:
        """Whether the whole paragraph goes by this rule."""
        if len(line.text) > self.rule.longest:
            return False
        if self.rule.where in (Where.START, Where.EDGE):
            opens = line.opening.startswith(self._starts)
            return opens and bool(self.pattern.match(line.plain))
        if self.rule.where is Where.END:
            return bool(self.pattern.search(line.plain, max(0, len(line.plain) - _END)))
        return self._stands_in(line)

    def _stands_in(self, line: Line) -> bool:
        """Whether enough different wordings stand in the line; one within another is one."""
        keys = self.keys & line.words | ({""} & self.keys)
        patterns = (
            pattern for key in keys for fixed, pattern in self._by_key[key] if fixed in line.lowered
        )
        spans = sorted(match.span() for p in patterns for match in p.finditer(line.unquoted))
        if len(spans) <= 1 or self.rule.needs == 1:
            return len(spans) >= self.rule.needs
        apart = [span for before, span in pairwise([(0, 0), *spans]) if span[0] >= before[1]]
        return len({line.unquoted[slice(*span)].casefold() for span in apart}) >= self.rule.needs

    def cuts(self, line: Line) -> Span | None:
        """What this rule cuts off an end of the line, if anything is left of it."""
        at_start = self.rule.where is Where.CUT_START
        end = line.lowered[:_END] if at_start else line.lowered[-_END:]
        if len(line.text) > self.rule.longest or not any(key in end for key in self.keys):
            return None
        found = (
            self.pattern.match(line.plain)
            if at_start
            else self.pattern.search(line.plain, max(0, len(line.plain) - _END))
        )
        return Span(*found.span()) if found and 0 < len(found[0]) < len(line.text) else None


class _Index:
    """Rules in the order of the table, found by the words of a line."""

    def __init__(self) -> None:
        self.all: list[_Wording] = []
        self._by_key: dict[str, dict[tuple[int, str], None]] = {"": {}}
        self._keys: set[str] = set()

    def add(self, wording: _Wording) -> None:
        is_sought = wording.rule.where is Where.ANYWHERE
        for words in wording.rule.wording:
            start = _fixed(words) if is_sought else ""
            self._by_key.setdefault(_key(words), {})[len(self.all), start] = None
        self._keys = {*self._by_key} - {""}
        self.all.append(wording)

    def meeting(self, line: Line) -> list[_Wording]:
        """The rules of which a key word and its wording's start are in the line, in order."""
        ranks = {
            rank
            for word in ("", *(line.words & self._keys))
            for rank, start in self._by_key[word]
            if start in line.lowered
        }
        return [self.all[rank] for rank in sorted(ranks)]


class Matcher:
    """All rules of a table, made ready to be looked up."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._whole: dict[tuple[Where, str], Rule] = {}
        self._by_where: dict[Where, list[_Wording]] = {where: [] for where in Where}
        self._paragraphs = _Index()
        self._first_words: set[str] = set()  # of the above
        self._cuts = _Index()
        self._edges = _Index()
        self._taken: dict[str, Rule | None] = {}  # what was found for a line before
        for rule in rules:
            self._add(rule)

    def _add(self, rule: Rule) -> None:
        if rule.where in (Where.WHOLE, Where.TAIL, Where.BOX):
            for words in rule.wording:
                folded = _folded(words)
                self._whole.setdefault((rule.where, folded), rule)
                self._first_words.add(folded.split(" ")[0])
        elif rule.where in (Where.START, Where.END, Where.ANYWHERE):
            self._paragraphs.add(_Wording(rule))
        elif rule.where is Where.EDGE:
            self._edges.add(_Wording(rule))
        elif rule.where in (Where.CUT_START, Where.CUT_END):
            self._cuts.add(_Wording(rule))
        if rule.where in (Where.TAIL, Where.BOX):
            self._add_heading(rule)

    def _add_heading(self, rule: Rule) -> None:
        """What of a rule is met by its pattern only: what has no wild card is looked up."""
        wild = tuple(words for words in rule.wording if "*" in words)
        if wild:
            made = _Wording(rule.model_copy(update={"wording": wild}))
            self._by_where[rule.where].append(made)

    def paragraph_rule(self, line: Line) -> Rule | None:
        """The rule that takes the whole paragraph, if one does: the exact ones first."""
        if line.text not in self._taken:
            if len(self._taken) >= _REMEMBERED:
                self._taken.clear()
            self._taken[line.text] = self._paragraph_rule(line)
        return self._taken[line.text]

    def _paragraph_rule(self, line: Line) -> Rule | None:
        if exact := self._whole.get((Where.WHOLE, line.folded)):
            return exact
        return next(
            (w.rule for w in self._paragraphs.meeting(line) if w.takes(line)), None
        ) or self._labels(line)

    def _labels(self, line: Line) -> Rule | None:
        """The rule of the first label in a line that consists of labels: "Share · Print"."""
        words = line.folded.split()
        if not 2 <= len(words) <= _MOST_WORDS or words[0] not in self._first_words:
            return None
        first, at = None, 0
        while at < len(words):
            ends = range(min(len(words), at + _LONGEST_LABEL), at, -1)
            label = next(((e, r) for e in ends if (r := self._label(words[at:e]))), None)
            if label is None:
                return None
            at, rule = label
            first = first or rule
        return first

    def _label(self, words: Sequence[str]) -> Rule | None:
        return self._whole.get((Where.WHOLE, " ".join(words)))

    def edge_rule(self, line: Line) -> Rule | None:
        """The rule that takes the paragraph if it stands before or after the story."""
        return next((w.rule for w in self._edges.meeting(line) if w.takes(line)), None)

    def heading_rule(self, line: Line, where: Where) -> Rule | None:
        """The `tail` or `box` rule that this line opens, if any."""
        if exact := self._whole.get((where, line.folded)):
            return exact
        if len(line.text) > _SHORT:
            return None
        short = (w for w in self._by_where[where] if len(line.text) <= w.rule.longest)
        return next((w.rule for w in short if w.pattern.fullmatch(line.plain)), None)

    def cut(self, line: Line) -> tuple[Rule, Span] | None:
        """The first stretch at an end of the line that a cut rule takes."""
        for wording in self._cuts.all:
            if span := wording.cuts(line):
                return wording.rule, span
        return None


def _folded(words: str) -> str:
    return _NUMBER.sub("#", fold(words.replace("#", " 1 ")))


def _key(words: str) -> str:
    """The longest word of a wording."""
    return max(_LETTERS.findall(plain_marks(words).casefold()), key=len, default="")


def _fixed(words: str) -> str:
    """The start of a wording up to what may differ: where it is missing, all of it is."""
    return re.split(r"[*# ]", plain_marks(words).lower(), maxsplit=1)[0]


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
