"""What became of which land, as a sentence tells it. Reads no text."""

from __future__ import annotations

from typing import NamedTuple

from extractors.fact import Status
from extractors.kinds.territorial_claim.claimants import Claimant
from extractors.parsing.status import Stretch
from extractors.parsing.territories import Territories


class Deed(NamedTuple):
    """What became of which land, and the words that say so."""

    rule: str
    action: str
    status: Status
    words: Stretch
    land: Territories
    claimant: Claimant | None
