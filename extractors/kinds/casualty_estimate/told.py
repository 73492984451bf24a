"""Tolls that were read before in an article, and the actors that words name."""

from __future__ import annotations

from typing import NamedTuple

from extractors.kinds.casualty_estimate.toll import Toll
from extractors.parsing.line import Line, Side
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.status import Stretch

ALL = "all"


class Told(NamedTuple):
    """Tolls with their sides that were read before in the article."""

    toll: Toll
    side: Side


def actors_in(line: Line, stretch: Stretch) -> list[tuple[int, Side]]:
    """Actors as the words name them: "Palestinians" are PSE, also beside Hamas."""
    return [
        (place, Side(actor=name.actor, span=name.span))
        for place, name in line.tape.annotations(*stretch)
        if isinstance(name, Name) and name.type is NameType.ACTOR and name.actor
    ]
