"""All kinds that are read. A new kind adds its module, its case file, its view, and a line here."""

from extractors.claims import Kind
from extractors.kinds import (
    captives_returned,
    casualty_estimate,
    ceasefire,
    demand,
    meeting_proposal,
    military_aid,
    prisoner_exchange,
    proposal,
    remains_repatriation,
    role,
    sanctions,
    statement,
    talks,
    territorial_claim,
    ultimatum,
)

KINDS: tuple[Kind, ...] = (
    talks.KIND,
    prisoner_exchange.KIND,
    ultimatum.KIND,
    demand.KIND,
    sanctions.KIND,
    territorial_claim.KIND,
    military_aid.KIND,
    role.KIND,
    statement.KIND,
    casualty_estimate.KIND,
    ceasefire.KIND,
    remains_repatriation.KIND,
    captives_returned.KIND,
    meeting_proposal.KIND,
    proposal.KIND,
)
