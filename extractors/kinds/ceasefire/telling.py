"""What a sentence tells of a truce, as a value, and who fights in the article that it stands in."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

from extractors.fact import Status
from extractors.parsing.document import Document
from extractors.parsing.line import Side
from extractors.parsing.responses import Response
from extractors.parsing.sides import Sides
from extractors.parsing.status import Stretch


class Telling(NamedTuple):
    """What one sentence tells of one truce."""

    status: Status
    rule: str
    words: Stretch
    proposer: Side | None = None
    responses: tuple[tuple[Side, Response], ...] = ()
    between: bool = False  # a truce of both sides: its parties are looked for
    own: bool = False  # one that a side declares for itself


class Cast:
    """Who fights in an article; `usual` are the sides its sentences on truces are about."""

    def __init__(self, document: Document, usual: Sides | None) -> None:
        self.document = document
        named = {side.actor for line in document.lines for _, side in line.actors}
        wars = (pair for pair in combinations(sorted(named), 2) if document.at_war(*pair))
        fighting = {actor for pair in wars for actor in pair}
        self._usual = {side.actor for side in usual or ()}
        self._sides = fighting | self._usual

    def fights(self, side: Side) -> bool:
        """Whether it is one of the usual sides, or at war with another that is named."""
        return side.actor in self._sides or self.fights_unnamed(side)

    def is_third(self, side: Side) -> bool:
        """Whether the truces are of two others at war: what it announces is theirs."""
        two = len(self._usual) == len("AB") and self.document.at_war(*self._usual)
        return two and side.actor not in self._usual

    def fights_at_home(self, side: Side) -> bool:
        """Whether it is a land that no other land fights: "Sudan's truce" is one in it."""
        lands = {actor for actor in self._sides if actor.isupper()}
        foes = any(self.document.at_war(side.actor, land) for land in lands - {side.actor})
        return side.actor.isupper() and not foes

    def only_foe(self, side: Side) -> Side | None:
        """The one group of the article that fights a side."""
        foes = {
            foe.actor: foe
            for line in self.document.lines
            for _, foe in line.actors
            if foe.actor.islower() and self.document.at_war(foe.actor, side.actor)
        }
        return next(iter(foes.values())) if len(foes) == 1 else None

    def fights_unnamed(self, side: Side) -> bool:
        """Whether it has a known war, and nobody is named whom it could be with: "the rebels"."""
        return not self._sides and self.document.has_foes(side.actor)
