"""A sentence as rules see it: its tape, its clauses, who speaks in it and which sides it names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, wraps
from typing import NamedTuple, TypeVar, cast

from extractors.fact import Attribution
from extractors.parsing.asserting import open_stretches
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.sayings import Saying, attribution_at
from extractors.parsing.sentences import Sentence
from extractors.parsing.status import Stretch, clause_at, clauses
from extractors.parsing.tape import Annotation, Tape, pattern
from extractors.values import Span


class Side(NamedTuple):
    """An actor and the words that name it."""

    actor: str
    span: Span


class Line:
    """One sentence as rules see it."""

    def __init__(self, sentence: Sentence, annotations: Sequence[Annotation]) -> None:
        self.sentence = sentence
        self.tape = Tape(sentence.text, sentence.span.start, annotations)
        self.text = self.tape.text  # on which patterns are matched
        self.kept: dict[Callable[[Line], object], object] = {}
        self.sayings: tuple[Saying, ...] = ()
        self.stand_ins: Mapping[str, str] = {}
        self.third_parties: frozenset[str] = frozenset()

    @cached_property
    def clauses(self) -> tuple[Stretch, ...]:
        """The clauses of the sentence, in order, without gaps."""
        return clauses(self.tape)

    def clause(self, place: int) -> Stretch:
        return clause_at(self.clauses, place)

    def asserts(self, place: int) -> bool:
        """Whether what is told at a place is told as so, and not left open."""
        return not any(stretch.holds(place) for stretch in self._open)

    @cached_property
    def _open(self) -> tuple[Stretch, ...]:
        return open_stretches(self.text)

    def attribution(self, place: int) -> tuple[Attribution, ...]:
        return attribution_at(self.sayings, place)

    def names(
        self, kind: NameType, start: int = 0, end: int | None = None
    ) -> Iterator[tuple[int, Name]]:
        """Names of one type with their places."""
        for place, annotation in self.tape.annotations(start, end):
            if isinstance(annotation, Name) and annotation.type is kind:
                yield place, annotation

    @cached_property
    def sides(self) -> tuple[Side, ...]:
        """The actors that can be sides of a war here, each once, in order: no helpers."""
        helpers, mediators = self.helpers, self._mediators
        found: dict[str, Side] = {}
        for place, side in self.actors:
            if place not in helpers and side.actor not in self.third_parties | mediators:
                found.setdefault(side.actor, side)
        return tuple(found.values())

    @cached_property
    def sources(self) -> tuple[Span, ...]:
        """The words that name who speaks in the sentence."""
        return tuple(source.span for saying in self.sayings for source in saying.chain)

    @cached_property
    def helpers(self) -> frozenset[int]:
        """Places of the actors that mediate, host or help."""
        return frozenset(
            place
            for match in self._help
            for label in _HELPERS
            for place in range(*match.span(label))
        )

    @cached_property
    def _mediators(self) -> frozenset[str]:
        """Who mediates what the sentence tells, however often it is named there."""
        places = {
            place
            for match in self._help
            if _MEDIATES.search(match.group())
            for label in ("after", "before", "acting")
            for place in range(*match.span(label))
        }
        return frozenset(side.actor for place, side in self.actors if place in places)

    @cached_property
    def _help(self) -> tuple[re.Match[str], ...]:
        return tuple(_HELPS.finditer(self.text))

    @cached_property
    def doubles(self) -> frozenset[int]:
        """Places of the two nations of somebody: "a Russian-German accused of …"."""
        found = (*_TWO_NATIONS.finditer(self.text), *_NAMED_OF_TWO.finditer(self.tape.cased))
        return frozenset(place for match in found for place in range(*match.span()))

    @cached_property
    def actors(self) -> tuple[tuple[int, Side], ...]:
        """States and groups that act in the sentence, persons standing for theirs."""
        return tuple(
            (
                place,
                Side(
                    actor=self.stand_ins.get(annotation.actor, annotation.actor),
                    span=annotation.span,
                ),
            )
            for place, annotation in self.tape.annotations()
            if isinstance(annotation, Name)
            and annotation.type in (NameType.ACTOR, NameType.PERSON)
            and annotation.actor
        )

    @cached_property
    def pairs(self) -> tuple[tuple[Side, Side], ...]:
        """Pairs of different actors that the sentence puts side by side."""
        return tuple(self._pairs())

    def _pairs(self) -> Iterator[tuple[Side, Side]]:
        for match in _PAIR.finditer(self.text):
            places = [match.start(label) for label in "abcdef" if match.group(label)]
            if not (self.helpers.isdisjoint(places) and self.doubles.isdisjoint(places)):
                continue
            if self.text.endswith("\ue005, ", 0, min(places)):  # the end of a longer list
                continue
            one, other = (_side(self.tape.at(place)) for place in places)
            if one and other and one.actor != other.actor:
                yield one, other


Read = TypeVar("Read")


def once_a_line(read: Callable[[Line], Read]) -> Callable[[Line], Read]:
    """A reading that many rules ask for, kept with its line."""

    @wraps(read)
    def kept(line: Line) -> Read:
        if read not in line.kept:
            line.kept[read] = read(line)
        return cast(Read, line.kept[read])

    return kept


_MEDIATES = re.compile(r"mediat|broker|facilitat|go-between|intermediar")
_HELPERS = ("after", "before", "thanked", "acting", "planner")
_HELPS = pattern(
    r"\b(?:mediat\w+|broker\w*|facilitat\w+|host(?:s|ed|ing)?"
    r"|with the (?:help|assistance|support)|through)"
    r"(?: (?:by|of|from|efforts|the|mediation)){0,6}(?: the)?"
    r" (?P<after>{actor}(?:(?:,(?: the)? {actor}){0,8},? and(?: the)? {actor}(?! (?:said|says"
    r"|announced|confirmed|freed|released|exchanged|swapped|returned|handed|has|have|had|will"
    r"|agreed)\b))?)"
    r"|(?P<before>{actor})(?:(?:'s)?[- ]\W?"
    r"(?:(?:ongoing|continued|successful|active|tireless|joint|own|good) )?(?:mediat\w+"
    r"|broker\w*|facilitat\w+|hosted)"
    r"|-(?:backed|allied|aligned|supported|sponsored|funded|armed|linked|affiliated)\b"
    r"|'s (?:local |regional |\ue005 )?(?:affiliate|ally|proxy|branch),? (?=\ue005)"
    r"| (?:affiliate|ally|proxy|offshoot) (?=\ue005))"
    r"|\b(?:thank(?:s|ed|ing|ful to)|grateful to|mediators?|in coordination with"
    r"|intermediar(?:y|ies))"
    r"(?: [\w-]+){0,3}? (?:the )?(?P<thanked>{actor}(?:(?:,| and|, and)(?: the)? {actor}){0,6})"
    r"|(?P<acting>{actor}(?:(?:,| and|, and)(?: the)? {actor}){0,6})"
    r" (?:(?:act(?:ed|ing)|serv(?:ed|ing)) as"
    r"|as (?:the |an? )?(?:go-betweens?|intermediar(?:y|ies)|mediators?)\b)"
    r"|(?P<planner>[{actor}{person}])'s (?:[\w-]+ ){0,2}?"
    r"(?:plan|proposal|roadmap|initiative|envoy)\b"
)

_PAIR = pattern(
    r"(?P<a>[{actor}{person}])(?:'s)?(?: (?!and\b)[\w-]+){0,2}?"
    r" and (?:the )?(?P<b>[{actor}{person}])"
    r"|(?P<c>{actor})[-–/](?P<d>{actor})"
    r"|(?P<e>[{actor}{person}])(?: [\w-]+){0,6}? with (?:the )?(?P<f>[{actor}{person}])"
)


#: Somebody of two nations: "a Russian-German accused of smuggling".
_TWO_NATIONS = pattern(
    r"{actor}-{actor}(?= dual\b)"
    r"|\ban? (?:[\w-]+ )?{actor}-{actor}(?= (?:accused|citizen|national|journalist|who|held|jailed"
    r"|woman|man|teacher|hostage|soldier|convicted|arrested|dancer|businessman|reporter|dual)\b"
    r"|[,.;)]|\Z)"
)
#: "Spanish-Russian Pablo González", on the cased tape.
_NAMED_OF_TWO = re.compile("\ue005-\ue005(?= [A-Z][a-z]+ [A-Z][a-z]+)")


def _side(annotation: Annotation) -> Side | None:
    if isinstance(annotation, Name) and annotation.actor:
        return Side(annotation.actor, annotation.span)
    return None
