"""Aid as one sentence tells it, before its recipient is settled."""

from __future__ import annotations

from typing import NamedTuple

from extractors.fact import Status
from extractors.parsing.parties import Agent
from extractors.parsing.status import Stretch


class Gift(NamedTuple):
    """How far aid had come, from whom to whom, and the words that say so."""

    rule: str
    status: Status
    donors: tuple[Agent, ...]
    recipient: Agent | None
    words: Stretch
    items: Stretch | None
    asker: Agent | None = None  # who asks for it, or thanks for it, where nobody else would get it
