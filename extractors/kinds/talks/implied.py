"""Who sits at a table though the words do not name him: the state that a group fights, of "talks
with" the group."""

from __future__ import annotations

from collections.abc import Collection

from extractors.kinds.talks.mention import Mention
from extractors.kinds.talks.parties import with_whom
from extractors.parsing.document import Document
from extractors.parsing.line import Side

Sides = tuple[Side, ...]


def state_of_group(document: Document, mention: Mention, known: Collection[str]) -> Sides:
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
