"""An article made ready for rules: every sentence as a tape, with clauses, sayings and sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from copy import copy
from functools import cached_property
from itertools import combinations

from extractors.article import Article
from extractors.parsing.annotating import read_annotations
from extractors.parsing.line import Line, Side
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import Form, Gazetteer, NameType
from extractors.parsing.opponents import Opponents
from extractors.parsing.patterns import Pattern, scan
from extractors.parsing.quotations import Quotation, read_quotations
from extractors.parsing.sayings import read_all_sayings
from extractors.parsing.sentences import Sentence, read_sentences
from extractors.parsing.tape import Annotation


class Document:
    """The article with its sentences parsed; built once and read by every kind."""

    def __init__(self, article: Article, names: Gazetteer) -> None:
        self.article = article
        self.article_id = article.article_id  # hashes the whole text: once
        self._homes = names.homes
        self._conflicts = names.conflicts
        self._relations = names.relations
        text = article.text
        annotations = read_annotations(text, names, article.published_on)
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
        lowered = self.article.text.lower()
        scan(lowered, self.article.text)
        return lowered

    @cached_property
    def _opponents(self) -> Opponents:
        return Opponents(self.lines, self._conflicts)

    @cached_property
    def dyad(self) -> tuple[Side, Side] | None:
        """The two sides that the article is about."""
        return self._opponents.pair()

    def opponents(self, about: Pattern) -> tuple[Side, Side] | None:
        """The two sides that its sentences `about` something are about."""
        return self._opponents.pair(about)

    def with_lines(self, lines: tuple[Line, ...]) -> Document:
        """The same article with its sentences read in another way."""
        other = copy(self)
        for name in ("_opponents", "dyad", "sides_of_wars"):
            other.__dict__.pop(name, None)
        other.lines = lines
        return other

    def at_war(self, one: str, other: str) -> bool:
        """Whether the reference lists know the two as sides of a war."""
        return frozenset((one, other)) in self._conflicts

    def related(self, relation: str, *actors: str) -> bool:
        """Whether the reference lists know one or two as negotiator, allies or at_odds."""
        return (relation, frozenset(actors)) in self._relations

    @cached_property
    def sides_of_wars(self) -> frozenset[str]:
        """The states and groups named, countries included, that fight another of them."""
        named = {
            name.actor
            for line in self.lines
            for _, name in line.tape.annotations()
            if isinstance(name, Name) and name.actor and name.type is not NameType.OUTLET
        }
        return frozenset(one for one in named for other in named if self.at_war(one, other))

    def fighting(self, line: Line) -> bool:
        """Whether a sentence names two sides of a known war."""
        actors = sorted({side.actor for _, side in line.actors})
        return any(self.at_war(*pair) for pair in combinations(actors, 2))

    def sides_at(self, line: Line) -> tuple[Side, Side] | None:
        """The pair that "both sides" means: the sentence's, its paragraph's, the article's."""
        for candidate in reversed(self.lines[: line.sentence.rank + 1]):
            if candidate.sentence.paragraph != line.sentence.paragraph:
                break
            if candidate.pairs:
                return candidate.pairs[0]
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


def _lines(sentences: Sequence[Sentence], annotations: Sequence[Annotation]) -> Iterator[Line]:
    position = 0
    for sentence in sentences:
        inside: list[Annotation] = []
        while position < len(annotations) and annotations[position].span.start < sentence.span.end:
            if sentence.span.covers(annotations[position].span):
                inside.append(annotations[position])
            position += 1
        yield Line(sentence, inside)
