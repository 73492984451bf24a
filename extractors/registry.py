"""All kinds that are read. A new kind adds its module, its case file, its view, and a line here."""

from extractors.claims import Kind
from extractors.kinds import (
    casualty_estimate,
    ceasefire,
    demand,
    prisoner_exchange,
    remains_repatriation,
    role,
    statement,
    sanctions,
    talks,
    ultimatum,
)

KINDS: tuple[Kind, ...] = (
    talks.KIND,
    prisoner_exchange.KIND,
    ultimatum.KIND,
    demand.KIND,
    sanctions.KIND,
    role.KIND,
    statement.KIND,
    casualty_estimate.KIND,
    ceasefire.KIND,
    remains_repatriation.KIND,
)
