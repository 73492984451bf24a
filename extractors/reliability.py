"""How far facts of a kind can be trusted: a fact's `confidence`.

It is the share of a kind's facts that were wholly right, status and core fields, when reports were
read for the first time that no rule had been made from. So it says how a kind does, and nothing of
the single fact: what its sentence looks like was found to tell right from wrong hardly better than
chance.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Measured(NamedTuple):
    """Facts of a kind that were read, and those of them that were wholly right."""

    right: int
    read: int


#: From the unseen articles under tests/ and 250 reports that were annotated before they were read.
MEASURED: Mapping[str, Measured] = {
    "captives_returned": Measured(43, 48),
    "casualty_estimate": Measured(99, 113),
    "ceasefire": Measured(221, 298),
    "demand": Measured(62, 73),
    "meeting_proposal": Measured(23, 25),
    "military_aid": Measured(33, 33),
    "prisoner_exchange": Measured(283, 379),
    "proposal": Measured(24, 30),
    "remains_repatriation": Measured(44, 57),
    "role": Measured(83, 85),
    "sanctions": Measured(34, 39),
    "statement": Measured(31, 33),
    "talks": Measured(178, 243),
    "territorial_claim": Measured(23, 29),
    "ultimatum": Measured(28, 31),
}


def confidence(kind: str) -> float:
    """How likely a fact of a kind is wholly right, two decimals; by Laplace's rule never 0 or 1."""
    right, read = MEASURED[kind]
    return round((right + 1) / (read + 2), 2)
