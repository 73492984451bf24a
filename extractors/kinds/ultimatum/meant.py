"""Whom words without a name mean: "them", "the rebels", the other side, who holds the hostages."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.kinds.ultimatum.parties import SIDE_WORDS, Cast, Party, vague_side
from extractors.parsing.line import Line


def vague_target(cast: Cast, line: Line, place: int, words: str, issuer: Party) -> Party | None:
    """'them', 'the rebels', 'government troops': the side of the article that is meant."""
    span = line.tape.span(place, place + len(words))
    side = vague_side(cast, words, issuer.actor)
    if side is None and not SIDE_WORDS.search(words):
        side = next(_named_before(cast, line, place, issuer), None)
    return Party(side, None, span) if side else None


def one_opponent(cast: Cast, line: Line, issuer: Party) -> Party | None:
    """Of the article's two sides the one that the sentences right before name beside the issuer."""
    sides = {side.actor for side in cast.document.dyad or ()} - {issuer.actor}
    for near in (line, *cast.lines_before(line, 2)):
        named = {side.actor: side for _, side in near.actors if side.actor in sides}
        if len(named) == 1:
            ((actor, side),) = named.items()
            return Party(actor, None, side.span)
    return None


def _named_before(cast: Cast, line: Line, place: int, issuer: Party) -> Iterator[str]:
    """Actors named before a pronoun, nearest first, the issuer left out."""
    for at, side in reversed(line.actors):
        if at < place and side.actor != issuer.actor:
            yield side.actor
    for other in cast.lines_before(line, 2):
        for _, side in reversed(other.actors):
            if side.actor != issuer.actor:
                yield side.actor


def captor(cast: Cast, line: Line, place: int, words: str, issuer: Party) -> Party | None:
    """Who must free the hostages: the one armed group of the article, when it is not the issuer."""
    groups = {side.actor for side in cast.document.dyad or () if side.actor.islower()} - {
        issuer.actor
    }
    if len(groups) != 1:
        return None
    return Party(groups.pop(), None, line.tape.span(place, place + len(words)))
