"""What the rest of the article settles of an office: whose it is, and who holds it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import Form, NameType
from extractors.parsing.tape import pattern
from extractors.values import Span

_FEWEST = 3  # times that the article's own state must be named, adjectives not counted
_DOMINATES = 2  # how many times oftener than any other it is named


_NO_STATE = ("armed_group", "alliance")  # have no offices of a state


#: Words for the group last named, and for a body of the state in question, before an office.
_OF_GROUP = re.compile(
    r"\b(?:(?:the|its|this|that) (?:group|movement|militia|faction|organi[sz]ation|rebels"
    r"|insurgents|militants|guerrillas)(?:['’]s|['’])|rebel|insurgent|guerrilla"
    r"|(?:the|its) (?:group|rebel)(?= \w+\Z)) (?:[\w-]+ ){0,3}[\w-]+\Z",
    re.IGNORECASE,
)
_ITS = re.compile(
    r"\b(?:its|their) (?:[\w-]+ ){0,3}(?:spokes\w+|leader|commander|negotiator|delegate|envoy)\Z",
    re.IGNORECASE,
)
_OF_STATE_BODY = re.compile(
    r"\b(?:ministry|army|military|air force|navy|police|government|general staff|parliament"
    r"|presidential|cabinet|junta|armed forces|state department|presidency)(?:['’]s)?"
    r" (?:[\w-]+ ){0,3}[\w-]+\Z|of (?:the )?(?:general staff|armed forces|army|government)\Z",
    re.IGNORECASE,
)


class Alone(NamedTuple):
    """An office without a name beside it, and the person of the article who holds it."""

    name: Name
    title: str
    words: Span
    place: int


class Context:
    """The states and the known office holders of an article; built once for all its offices."""

    def __init__(self, document: Document) -> None:
        self._states: Counter[str] = Counter()
        self._called: Counter[str] = Counter()  # the same with adjectives
        self._first: dict[str, Span] = {}
        self._holders: dict[tuple[str, str], Name] = {}
        self._groups: list[tuple[str, Span]] = []  # armed groups in the order in which they stand
        self._offices: dict[str, tuple[str, Span]] = {}  # "Kenya's army spokesman" → Kenya's
        self._lines = document.lines
        for line in document.lines:
            for match in _OWNED.finditer(line.text):
                actor = getattr(line.tape.at(match.start("of")), "actor", None)
                if actor:
                    where = actor, line.tape.span(*match.span("of"))
                    self._offices.setdefault(_in_one_spelling(match["title"]), where)
            for _, name in line.tape.annotations():
                if isinstance(name, Name) and name.actor:
                    self._meet(name, name.actor)

    def _meet(self, name: Name, actor: str) -> None:
        if name.type is NameType.PERSON:
            self._holders.setdefault((actor, _in_one_spelling(name.detail)), name)
        elif actor.isupper():
            self._called[actor] += 1
            self._states[actor] += name.form is not Form.DEMONYM
            self._first.setdefault(actor, name.span)
        elif name.detail == "armed_group":
            self._groups.append((actor, name.span))

    def organisation(self, line: Line, office: Span) -> tuple[str, Span] | None:
        """Whose minister a minister of no named state is.

        The only actor of the sentence, else the state that the article is about.
        """
        groups = {name.span for _, name in line.names(NameType.ACTOR) if name.detail in _NO_STATE}
        actors = (side for _, side in line.actors if not office.covers(side.span))
        sides = {side.actor: side.span for side in actors if side.span not in groups}
        if len(sides) == 1:
            return next(iter(sides.items()))
        state = _dominant(self._states) or _dominant(self._called)
        return (state, self._first[state]) if state else None

    def owner(
        self, line: Line, office: Span, title: str, *, of_state: bool
    ) -> tuple[str, Span] | None:
        """Whose office it is where the article said so before, or words for a state or group do:
        "the rebels' leader".
        """
        start = line.sentence.span.start
        words = line.sentence.text[max(0, office.start - start - 40) : office.end - start]
        said = self._offices.get(_in_one_spelling(title))
        if said and said[1].end <= office.start:
            return said
        if _OF_GROUP.search(words):
            return self._last_group(office.start)
        if _ITS.search(words):
            return self._named_before(line, office.start)
        if not (of_state or _OF_STATE_BODY.search(words)):
            return None
        found = self.organisation(line, office)
        return found if of_state or (found and found[0].isupper()) else None

    def _named_before(self, line: Line, start: int) -> tuple[str, Span] | None:
        """What "its" takes up: the only state or group before it in this sentence, or in the one
        before.
        """
        rank = line.sentence.rank
        for told in (line, *self._lines[max(0, rank - 1) : rank]):
            sides = {side.actor: side.span for _, side in told.actors if side.span.end <= start}
            if sides:
                return next(iter(sides.items())) if len(sides) == 1 else None
        return None

    def _last_group(self, before: int) -> tuple[str, Span] | None:
        """The armed group last named, which "the group" takes up."""
        named = [one for one in self._groups if one[1].end <= before]
        return named[-1] if named else None

    def alone(self, line: Line) -> Iterator[Alone]:
        """ "The Russian president": the person whom the article names elsewhere."""
        for match in _ALONE.finditer(line.text):
            state = line.tape.at(match.start("of"))
            title = match["title"]
            key = (getattr(state, "actor", ""), _in_one_spelling(title))
            if name := self._holders.get(key):
                words = line.tape.span(*match.span("title"))
                yield Alone(name, title, words, match.start("title"))


def _dominant(states: Counter[str]) -> str | None:
    """The state that an article is about: named often, and far oftener than any other."""
    ranked = states.most_common(2)
    if not ranked or ranked[0][1] < _FEWEST:
        return None
    alone = len(ranked) == 1 or ranked[0][1] >= _DOMINATES * ranked[1][1]
    return ranked[0][0] if alone else None


#: "South Africa's presidential spokesman said so": whose the office is wherever it is named again.
_OWNED = pattern(
    r"(?P<of>{actor})(?:'s)? (?P<title>(?:[\w-]{2,20} ){0,3}"
    r"(?:spokes(?:man|woman|person)|minister|secretary|adviser|advisor|commissioner|ombudsman|chief"
    r"|negotiator|commander|envoy))(?! (?:of|for|to)\b)(?!\w)"
)
_ALONE = pattern(
    r"(?<![\w-])(?<!former )(?<!then )(?:the|an?)? ?(?<!former )(?P<of>{actor})(?:'s)?"
    r" (?P<title>president|prime minister|foreign minister|foreign secretary|defen[cs]e minister"
    r"|secretary of state|chancellor|supreme leader|secretary[- ]general)"
    r"(?!-|'s? (?:office|house)|,? (?:[\w-]+ ){0,2}{person})(?!\w)"
)


def _in_one_spelling(title: str) -> str:
    return title.lower().replace("defense", "defence").replace("-", " ")
