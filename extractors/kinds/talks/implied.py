"""Who sits at a table though the words do not name him: the two states of "the two countries" in an
article about a state and its rebels, and the state that a group fights, of "talks with" the group.
"""

from __future__ import annotations

from collections.abc import Collection

from extractors.kinds.talks.mention import Mention
from extractors.kinds.talks.mentions import actors_in
from extractors.kinds.talks.parties import with_whom
from extractors.parsing.document import Document
from extractors.parsing.line import Side
from extractors.parsing.status import Stretch
from extractors.parsing.tape import pattern

Sides = tuple[Side, ...]


def implied(document: Document, mention: Mention, known: Collection[str]) -> Sides:
    """The two who are meant, where the words name one or none of them."""
    return _two_states(document, mention, known) or _state_of_group(document, mention, known)


def _two_states(document: Document, mention: Mention, known: Collection[str]) -> Sides:
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


def _state_of_group(document: Document, mention: Mention, known: Collection[str]) -> Sides:
    """ "Talks with the ELN were suspended", in an article on a state that fights several groups: of
    that state with this one."""
    partners = {side.actor: side for side in with_whom(mention)}
    if len(partners) != 1:
        return ()
    ((actor, side),) = partners.items()
    home = document.home_of(actor) if actor.islower() else None
    if home is None or home not in known or actor in known or not document.at_war(home, actor):
        return ()
    return (Side(actor=home, span=side.span), side)
