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


#: On the unseen articles under tests/ and 300 reports that were annotated before they were read.
MEASURED: Mapping[str, Measured] = {
    "captives_returned": Measured(48, 53),
    "casualty_estimate": Measured(112, 127),
    "ceasefire": Measured(234, 317),
    "demand": Measured(71, 84),
    "meeting_proposal": Measured(25, 27),
    "military_aid": Measured(35, 35),
    "prisoner_exchange": Measured(299, 403),
    "proposal": Measured(26, 32),
    "remains_repatriation": Measured(46, 61),
    "role": Measured(166, 173),
    "sanctions": Measured(36, 42),
    "statement": Measured(73, 77),
    "talks": Measured(190, 263),
    "territorial_claim": Measured(27, 35),
    "ultimatum": Measured(33, 36),
}


def confidence(kind: str) -> float:
    """How likely a fact of a kind is wholly right, two decimals; by Laplace's rule never 0 or 1."""
    right, read = MEASURED[kind]
    return round((right + 1) / (read + 2), 2)
