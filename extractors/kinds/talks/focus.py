"""Of whom an article speaks just then: whom "the two sides", "their delegations" and "the next
round" mean, where the words of a meeting name nobody."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import combinations

from extractors.kinds.talks.leaders import have_met, is_leader
from extractors.kinds.talks.mention import Mention
from extractors.kinds.talks.words import SIDES, WORDS
from extractors.parsing.delegations import host_in
from extractors.parsing.document import Document
from extractors.parsing.line import Line, Side
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.tape import pattern

Sides = tuple[Side, ...]


class Focus:
    """The pairs that the sentences so far put opposite each other, nearest first."""

    def __init__(self, document: Document, aside: frozenset[str]) -> None:
        self._document = document
        self._aside = aside  # hosts, mediators and bodies of the article
        self._met: dict[tuple[int, int], Sides] = {}  # sentence and place of a meeting: its sides

    def note(self, mention: Mention, sides: Sides) -> None:
        """Keep whom the words of a meeting name."""
        self._met[mention.line.sentence.rank, mention.trigger.start] = sides

    def of(self, mention: Mention) -> Sides:
        """Those meant by words for two sides, or by a row of meetings, in the paragraph so far."""
        plural = names_two(mention)
        if not plural and mention.name not in IN_A_ROW:
            return ()
        both = _BOTH.search(mention.line.text, *mention.clause)
        for line in self._so_far(mention, back=plural and not both):
            sides = self._met_in(line, mention) or self._paired_in(line, mention)
            if sides and not (_of_states(mention) and any(s.actor.islower() for s in sides)):
                return sides
            if len(_actors(side for _, side in line.actors)) > 1 and line is not mention.line:
                return ()  # of two others, perhaps
        return ()

    def is_on_others(self, mention: Mention, usual: Collection[str]) -> bool:
        """Whether "the two" follow a sentence on two who are none of the article's sides."""
        before = self._document.before(mention.line)
        if before is None or not names_two(mention):
            return False
        named = {side.actor for _, side in before.actors}
        return len(named) == len("AB") and named.isdisjoint(usual)

    def leaders(self, mention: Mention) -> Sides:
        """The foes whom "the two leaders" are, of a meeting that was held: one to come is a
        meeting_proposal."""
        if not have_met(mention):
            return ()
        for line in self._so_far(mention, back=True):
            heads = self._heads_in(line)
            if len(heads) == len("AB"):
                return heads if self._are_foes(heads) else ()
        return ()

    def _so_far(self, mention: Mention, *, back: bool) -> Iterator[Line]:
        """The sentences of the paragraph, the nearest first; of the one before for "the two"."""
        here = mention.line.sentence
        first = here.paragraph - back
        for line in reversed(self._document.lines[: here.rank + 1]):
            if line.sentence.paragraph < first:
                return
            yield line

    def _met_in(self, line: Line, mention: Mention) -> Sides:
        """Whose the meeting was that a sentence tells first."""
        until = mention.trigger.start if line is mention.line else len(line.text)
        found = sorted(
            (place, sides)
            for (rank, place), sides in self._met.items()
            if rank == line.sentence.rank and place < until
        )
        return found[0][1] if found else ()

    def _paired_in(self, line: Line, mention: Mention) -> Sides:
        """The only two foes, or of "the two countries" the only two states, that it names."""
        if line is mention.line:
            return ()
        host = host_in(line)
        aside = self._aside | ({host.actor} if host else set())
        sides = [side for side in line.sides if side.actor not in aside]
        foes = [pair for pair in combinations(sides, 2) if self._are_foes(pair)]
        if _of_states(mention):
            foes = [pair for pair in foes if all(side.actor.isupper() for side in pair)]
        if foes or not _of_states(mention):
            return foes[0] if len(foes) == 1 else ()
        return self._states_in(line)

    def _states_in(self, line: Line) -> Sides:
        """The only two states of a sentence, in an article on a state and its rebels."""
        if all(side.actor.isupper() for side in self._document.dyad or ()):
            return ()
        states = {side.actor: side for _, side in line.actors if side.actor.isupper()}
        return tuple(states.values()) if len(states) == len("AB") else ()

    def _heads_in(self, line: Line) -> Sides:
        """The states whose leaders a sentence names."""
        people = (name for _, name in line.names(NameType.PERSON) if is_leader(name))
        found = {
            name.actor: Side(actor=name.actor, span=name.span) for name in people if name.actor
        }
        return tuple(found.values())

    def _are_foes(self, pair: Sides) -> bool:
        actors = sorted(_actors(pair))
        return self._document.at_war(*actors) or self._document.related("at_odds", *actors)


def names_two(mention: Mention) -> bool:
    return SIDES.search(mention.line.text, *mention.clause) is not None or (
        _THEIRS.search(mention.line.text, *mention.clause) is not None
    )


def _of_states(mention: Mention) -> bool:
    return _STATES.search(mention.line.text, *mention.clause) is not None


_STATES = pattern(
    r"\b(?:both|(?:of )?the (?:two )?) ?(?:countries|states|nations|neighbou?rs|capitals"
    r"|governments|foreign ministers)\b"
)
_BOTH = pattern(r"\bboth\b")
_THEIRS = pattern(
    r"\b(?:their|both|the (?:two|{count}|rival|warring|opposing)) (?:[\w-]+ ){0,2}?(?:{delegates}"
    r"|armies|leaders|capitals|militaries)\b|\b{delegates} of (?:both|the two)\b"
    r"|\b(?:the )?same (?:[\w-]+ )?{delegates}\b"
    r"|\btheir (?:[\w{ordinal}-]+ ){0,3}?{gathering}\b",
    WORDS,
)
IN_A_ROW = ("round", "one of them", "earlier", "next", "opening")


def _actors(sides: Iterable[Side]) -> set[str]:
    return {side.actor for side in sides}
