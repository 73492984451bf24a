"""Which two states "the two countries" are, in an article about a state and an armed group."""

from __future__ import annotations

from collections.abc import Collection

from extractors.kinds.talks.mention import Mention
from extractors.kinds.talks.mentions import actors_in
from extractors.parsing.document import Document
from extractors.parsing.line import Side
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern


def two_states(document: Document, mention: Mention, known: Collection[str]) -> tuple[Side, ...]:
    """The two states of the sentence before, where one of those whom the article is about is no
    state: a group is no country."""
    if all(actor.isupper() for actor in known) or not _COUNTRIES.search(
        mention.line.text, *mention.clause
    ):
        return ()
    before = document.before(mention.line)
    if before is None:
        return ()
    named = actors_in(before, Stretch(0, len(before.text)))
    states = {side.actor: side for _, side in named if side.actor.isupper()}
    return tuple(states.values()) if len(states) == len("AB") else ()


_COUNTRIES = pattern(r"\b(?:both|the two) (?:countries|states|nations|neighbou?rs|capitals)\b")
