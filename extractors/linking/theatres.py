"""Whose war a fact is about: the name under which facts of one war are held against each other."""

from __future__ import annotations

from collections.abc import Collection, Sequence

Sides = tuple[str, ...]


def theatre(parties: Sides, conflicts: Sequence[Sides]) -> str | None:
    """The war whose two sides are among the parties (RUS-UKR); None for none.

    So that talks of three, and the same told as talks of two with a mediator, are held together.
    """
    named = set(parties)
    return next(("-".join(sorted(sides)) for sides in conflicts if named.issuperset(sides)), None)


def theatre_beside(actors: Collection[str], theatres: Collection[str]) -> str | None:
    """The one war of the article, for what names one side only: "Moscow offered a truce".

    Where it tells of several, the one of them that an actor is a side of. None where that is open.
    """
    if len(theatres) == 1:
        return next(iter(theatres))
    theirs = [it for it in theatres if set(it.split("-")) & set(actors)]
    return theirs[0] if len(theirs) == 1 else None
