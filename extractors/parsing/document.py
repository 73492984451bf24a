"""An article made ready for rules: every sentence as a tape, with clauses, sayings and sides."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import combinations

from extractors.article import Article
from extractors.fact import Attribution
from extractors.parsing.dates import read_dates
from extractors.parsing.names import Name, read_names
from extractors.parsing.names.gazetteer import Form, Gazetteer, NameType
from extractors.parsing.numbers import read_numbers
from extractors.parsing.numbers.durations import read_durations
from extractors.parsing.numbers.formulas import read_formulas
from extractors.parsing.patterns import Pattern
from extractors.parsing.sayings import Saying, attribution_at, read_all_sayings
from extractors.parsing.sentences import Quotation, Sentence, read_quotations, read_sentences
from extractors.parsing.status import Stretch, clause_at, clauses
from extractors.parsing.tape import Annotation, Tape, pattern
from extractors.values import Span, Value


class Side(Value):
    """An actor and the words that name it."""

    actor: str
    span: Span


class Line:
    """One sentence as rules see it."""

    def __init__(self, sentence: Sentence, annotations: Sequence[Annotation]) -> None:
        self.sentence = sentence
        self.tape = Tape(sentence.text, sentence.span.start, annotations)
        self.clauses = clauses(self.tape)
        self.sayings: tuple[Saying, ...] = ()
        self.stand_ins: Mapping[str, str] = {}
        self.third_parties: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """The tape's text, on which patterns are matched."""
        return self.tape.text

    def clause(self, place: int) -> Stretch:
        return clause_at(self.clauses, place)

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
        helpers = self.helpers
        found: dict[str, Side] = {}
        for place, side in self.actors:
            if place not in helpers and side.actor not in self.third_parties:
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
            for match in _HELPS.finditer(self.text)
            for label in _HELPERS
            for place in range(*match.span(label))
        )

    @cached_property
    def doubles(self) -> frozenset[int]:
        """Places of the two nations of somebody: "a Russian-German accused of …"."""
        return frozenset(
            place for match in _TWO_NATIONS.finditer(self.text) for place in range(*match.span())
        )

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


_HELPERS = ("after", "before", "thanked", "acting", "planner")
_HELPS = pattern(
    r"\b(?:mediat\w+|broker\w*|facilitat\w+|host(?:s|ed|ing)?"
    r"|with the (?:help|assistance|support)|through)"
    r"(?: (?:by|of|from|efforts|the|mediation)){0,6}(?: the)?"
    r" (?P<after>{actor}(?:(?:,| and|, and)(?: the)? {actor}){0,9})"
    r"|(?P<before>{actor})(?:(?:'s)?[- ](?:mediat\w+|broker\w*|facilitat\w+|hosted)"
    r"|-(?:backed|allied|aligned|supported|sponsored|funded|armed)\b)"
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
    r"\ban? (?:[\w-]+ )?{actor}-{actor}(?= (?:accused|citizen|national|journalist|who|held|jailed"
    r"|woman|man|teacher|hostage|soldier|convicted|arrested|dancer|businessman|reporter|dual)\b"
    r"|[,.;)]|\Z)"
)
_BEHIND = re.compile(
    r"\b(?:(?:war|invasion|offensive|aggression|fighting|attack|assault)s? (?:in|of|on|against)"
    r"|help(?:s|ed|ing)|support(?:s|ed|ing)|donat\w+ to|critici[sz]ing) (?:the )?\Z"
)
_AT_WAR = 3  # how much more likely sides of a known war are meant than other pairs


class Document:
    """The article with its sentences parsed; built once and read by every kind."""

    def __init__(self, article: Article, names: Gazetteer) -> None:
        self.article = article
        self._homes = names.homes
        self._conflicts = names.conflicts
        text = article.text
        annotations = _annotations(text, names, article.published_on)
        self.quotations: tuple[Quotation, ...] = read_quotations(text)
        self.lines = tuple(_lines(read_sentences(text), annotations))
        read_all_sayings(self.lines, self.quotations)
        stand_ins = _stand_ins(self.lines, names.homes, names.conflicts)
        for line in self.lines:
            line.stand_ins = stand_ins
            line.third_parties = names.third_parties  # bodies are no side by being named

    @cached_property
    def lowered(self) -> str:
        """The text in small letters, for a first look: places in it are not those of the text."""
        return self.article.text.lower()

    @cached_property
    def dyad(self) -> tuple[Side, Side] | None:
        """The two sides that the article is about."""
        return self.opponents()

    def opponents(self, about: Pattern | None = None) -> tuple[Side, Side] | None:
        """The two sides that sentences put beside each other most, the one named first first.

        Sentences that speak `about` something weigh three times, sides of a known war three times
        too. Where no sentence names two, the
        two named most often; third parties do not count.
        """
        weights: Counter[frozenset[str]] = Counter()
        named: Counter[str] = Counter()
        first: dict[str, Side] = {}
        behind = self._only_behind
        for line in self.lines:
            weight = 3 if about and about.search(line.text) else 1
            sides = tuple(side for side in line.sides if side.actor not in behind)
            for side in sides:
                first.setdefault(side.actor, side)
                named[side.actor] += weight
            for pair in pairs_in(line):
                if all(side.actor in first for side in pair):
                    weights[frozenset(side.actor for side in pair)] += 2 * weight
            for one, other in combinations(sides, 2):
                weights[frozenset((one.actor, other.actor))] += weight
        for foes in self._conflicts:
            if all(actor in named for actor in foes):
                weights[foes] = _AT_WAR * (weights[foes] + min(named[actor] for actor in foes))
        if weights:
            actors = max(weights, key=lambda pair: (weights[pair], -_earliest(pair, first)))
        elif len(named) >= 2:
            actors = frozenset(actor for actor, _ in named.most_common(2))
        else:
            return None
        one, other = sorted((first[actor] for actor in actors), key=lambda side: side.span)
        return one, other

    @cached_property
    def _only_behind(self) -> frozenset[str]:
        """Actors that are named only for the war behind the news, where others remain: Ukraine
        in "Russia's invasion of Ukraine" and "a charity that helps Ukraine"."""
        front: set[str] = set()
        behind: set[str] = set()
        for line in self.lines:
            for place, side in line.actors:
                before = line.text[max(0, place - 30) : place]
                (behind if _BEHIND.search(before) else front).add(side.actor)
        states = {actor for actor in front if actor.isupper()}
        return frozenset(behind - front) if len(states) > 2 else frozenset()

    def at_war(self, one: str, other: str) -> bool:
        """Whether the reference lists know the two as sides of a war."""
        return frozenset((one, other)) in self._conflicts

    def fighting(self, line: Line) -> bool:
        """Whether a sentence names two sides of a known war."""
        actors = sorted({side.actor for _, side in line.actors})
        return any(self.at_war(*pair) for pair in combinations(actors, 2))

    def sides_at(self, line: Line) -> tuple[Side, Side] | None:
        """The pair that "both sides" means: the sentence's, its paragraph's, the article's."""
        for candidate in reversed(self.lines[: line.sentence.rank + 1]):
            if candidate.sentence.paragraph != line.sentence.paragraph:
                break
            for pair in pairs_in(candidate):
                return pair
        return self.dyad

    def people_of(self, actor: str, opponent: str) -> str:
        """Under whose name the people of a side are counted.

        A group's people are those of its state ("Palestinian prisoners"), unless it fights or
        fought that very state ("Houthi prisoners").
        """
        home = self._homes.get(actor)
        return actor if not home or home == opponent or self.at_war(actor, home) else home

    def home_of(self, actor: str) -> str | None:
        """The state that a group belongs to."""
        return self._homes.get(actor)

    def has_foes(self, actor: str) -> bool:
        """Whether the reference lists know a war of its, whoever the other side is."""
        return any(actor in pair for pair in self._conflicts)

    def foe_of(self, group: str) -> str | None:
        """Whom an armed group fights: its own state, else the only side it is known to fight."""
        if not group.islower():
            return None
        foes = {actor for pair in self._conflicts if group in pair for actor in pair - {group}}
        home = self._homes.get(group)
        return home if home in foes else foes.pop() if len(foes) == 1 else None

    def before(self, line: Line) -> Line | None:
        """The sentence before, in the same paragraph."""
        rank = line.sentence.rank
        earlier = self.lines[rank - 1] if rank else None
        same = earlier and earlier.sentence.paragraph == line.sentence.paragraph
        return earlier if same else None


def _stand_ins(
    lines: Sequence[Line], homes: Mapping[str, str], conflicts: Collection[frozenset[str]]
) -> Mapping[str, str]:
    """States that appear only as an adjective, while an armed group of theirs acts in the article.

    "Palestinian prisoners" beside Hamas: the group is the side, the adjective says whose people.
    "The Ethiopian government" beside the group that fights it is a side of its own.
    """
    acting: set[str] = set()
    groups: Counter[str] = Counter()
    for line in lines:
        for _, name in line.names(NameType.ACTOR):
            if name.actor is None:
                continue
            if name.detail == "armed_group" and name.actor in homes:
                groups[name.actor] += 1
            elif name.form in (Form.NAME, Form.CAPITAL, Form.SEAT):
                acting.add(name.actor)
    leading: dict[str, str] = {}
    for group, _ in groups.most_common():
        leading.setdefault(homes[group], group)
    return {
        home: group
        for home, group in leading.items()
        if home not in acting and frozenset((home, group)) not in conflicts
    }


def _earliest(pair: frozenset[str], first: Mapping[str, Side]) -> int:
    return max(first[actor].span.start for actor in pair)


def pairs_in(line: Line) -> Iterator[tuple[Side, Side]]:
    """Pairs of different actors that a sentence puts side by side."""
    for match in _PAIR.finditer(line.text):
        places = [match.start(label) for label in "abcdef" if match.group(label)]
        if not line.helpers.isdisjoint(places):
            continue
        if line.text.endswith("\ue005, ", 0, min(places)):  # the end of a longer list
            continue
        if not line.doubles.isdisjoint(places):
            continue
        sides = [_side(line.tape.at(place)) for place in places]
        if len(sides) == 2 and sides[0] and sides[1] and sides[0].actor != sides[1].actor:
            yield sides[0], sides[1]


def _side(annotation: Annotation) -> Side | None:
    if isinstance(annotation, Name) and annotation.actor:
        return Side(actor=annotation.actor, span=annotation.span)
    return None


def _annotations(text: str, names: Gazetteer, published: date | None) -> list[Annotation]:
    """All that the readers find, none overlapping: dates first, then formulas to numbers."""
    dates = read_dates(text, published)
    numbers = [
        number
        for number in read_numbers(text, tuple(mention.span for mention in dates))
        if not _OF_SIDES.match(text, number.span.end)
    ]
    readings: tuple[Iterable[Annotation], ...] = (
        dates,
        read_formulas(text),
        read_durations(text, numbers),
        read_names(text, names, published),
        numbers,
    )
    kept: list[Annotation] = []
    for reading in readings:
        kept = _merged(kept, reading)
    return kept


#: "the two sides" counts nobody.
_OF_SIDES = re.compile(
    r"\s{1,3}(?:(?:warring|rival|opposing|neighbou?ring|main|other)\s{1,3})?(?:sides|countries|parties|nations|neighbou?rs"
    r"|delegations|leaders|governments|presidents|states|capitals|foes|enemies|rivals)\b"
)


def _merged(kept: Sequence[Annotation], more: Iterable[Annotation]) -> list[Annotation]:
    """The two lists in order, without those of `more` that overlap what is there."""
    starts = [annotation.span.start for annotation in kept]
    free = [new for new in more if not _taken(kept, starts, new.span)]
    return sorted([*kept, *free], key=lambda annotation: annotation.span)


def _taken(kept: Sequence[Annotation], starts: Sequence[int], span: Span) -> bool:
    following = bisect_left(starts, span.end)
    return following > 0 and kept[following - 1].span.end > span.start


def _lines(sentences: Sequence[Sentence], annotations: Sequence[Annotation]) -> Iterator[Line]:
    position = 0
    for sentence in sentences:
        inside: list[Annotation] = []
        while position < len(annotations) and annotations[position].span.start < sentence.span.end:
            if sentence.span.covers(annotations[position].span):
                inside.append(annotations[position])
            position += 1
        yield Line(sentence, inside)
