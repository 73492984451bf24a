"""Who proposes or demands a thing says so: his name goes to the attribution where nobody else
speaks.
"""

from __future__ import annotations

from extractors.claims import Claim
from extractors.fact import Attribution, Role
from extractors.parsing.line import Line, Side
from extractors.parsing.names.gazetteer import NameType
from extractors.parsing.parties import Agent


def said_by(claim: Claim, line: Line, proposer: Side | Agent | None) -> Claim:
    """ "Zelensky wants a summit": it is his word; a state that proposes stays a field only."""
    if claim.attribution or proposer is None:
        return claim
    for _, name in line.names(NameType.PERSON):
        if name.span == proposer.span:
            source = Attribution(name=name.name, role=Role.SPEAKER, span=name.head)
            return claim.model_copy(update={"attribution": (source,)})
    return claim
