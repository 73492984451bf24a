"""All that the readers find in a text, none overlapping: what a tape shows as signs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date

from extractors.parsing.dates import read_dates
from extractors.parsing.names import read_names
from extractors.parsing.names.gazetteer import Gazetteer
from extractors.parsing.numbers import read_formulas, read_numbers
from extractors.parsing.numbers.durations import read_durations
from extractors.parsing.tape import Annotation
from extractors.values import Span


def read_annotations(text: str, names: Gazetteer, published: date | None) -> list[Annotation]:
    """Dates first, then formulas to numbers: what is read first keeps its words."""
    dates = [
        found
        for found in read_dates(text, published)
        if not _OF_A_MOVEMENT.match(text, found.span.end)
    ]
    taken = tuple(mention.span for mention in dates)
    numbers = [
        number for number in read_numbers(text, taken) if not _OF_SIDES.match(text, number.span.end)
    ]
    readings: tuple[Iterable[Annotation], ...] = (
        dates,
        read_formulas(text, taken),
        read_durations(text, numbers),
        read_names(text, names, published),
        numbers,
    )
    kept: list[Annotation] = []
    for reading in readings:
        kept = _merged(kept, reading)
    return kept


#: "the March 23 Movement", "the March 23 (M23) rebel group": a name.
_OF_A_MOVEMENT = re.compile(r"\s(?:\(M-?23\)|[Mm]ovement\b)")
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
