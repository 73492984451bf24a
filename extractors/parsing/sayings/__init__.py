"""Who says so: sayings found in sentences, each with its chain of sources and how far it reaches.

A saying reaches to the end of its sentence unless another speaker takes over: ", but Russia …"
stays the speaker's word, since a claim of one side must never pass as the article's own. Quotations
that fill sentences of their own take the speaker beside them, labelled paragraphs their label's.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.fact import Attribution, Role
from extractors.parsing.quotations import Quotation
from extractors.parsing.sayings.labels import Labels
from extractors.parsing.sayings.quoted import read_between, read_more, read_spoken
from extractors.parsing.sayings.sources import Chain, Saying, Spoken
from extractors.parsing.sayings.speakers import Speakers
from extractors.parsing.sayings.tagged import read_sayings
from extractors.parsing.sayings.told_back import read_told_back

__all__ = ["Saying", "attribution_at", "read_all_sayings"]


def read_all_sayings(lines: Sequence[Spoken], quotations: Sequence[Quotation]) -> None:
    """Put into every line its sayings, those of quotations and labels included."""
    speakers, labels = Speakers(quotations), Labels()
    for line in lines:
        speakers.meet(line.sentence, line.tape)
    for line in lines:
        found = read_sayings(line.tape, speakers)
        line.sayings = (*found, *labels.read(line.sentence, line.tape, found, speakers))
        speakers.heard(line.tape, (saying.chain for saying in line.sayings))
    read_spoken(lines, quotations, speakers)
    read_told_back(lines)
    read_between(lines)
    read_more(lines)


def attribution_at(sayings: Sequence[Saying], place: int) -> Chain:
    """The chain of sources for what stands at a place of the tape; empty: the article's own voice.

    Of several sayings that reach the place the innermost speaks first; outlets pass it on last.
    """
    reaching = [saying for saying in sayings if saying.reach.holds(place)]
    reaching.sort(key=lambda saying: -saying.reach.start)
    chain: dict[tuple[str, Role], Attribution] = {}
    for saying in reaching:
        for source in saying.chain:
            chain.setdefault((source.name, source.role), source)
    return tuple(sorted(chain.values(), key=lambda source: source.role is Role.OUTLET))
