"""Where a sentence gives an office to a person: before the name, after it, by a verb."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.kinds.role.after import offices_after
from extractors.kinds.role.before import called_by_office, offices_before, rank_of, several
from extractors.kinds.role.held import Held
from extractors.parsing.names import Name
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.tape import Tape


def read_held(tape: Tape) -> Iterator[Held]:
    """All offices that a sentence gives to persons."""
    yield from several(tape)
    before: list[Held] = []
    for place, one in tape.annotations():
        if isinstance(one, Name) and one.type is NameType.PERSON:
            before = list(offices_before(tape, place, one, in_list=bool(before)))
            before = before or list(called_by_office(tape, place, one))
            yield from before
            yield from offices_after(tape, place, one, in_list=bool(before))
            if not before and (rank := rank_of(tape, place, one)):
                yield rank
