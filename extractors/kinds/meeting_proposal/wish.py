"""A wish for a meeting of leaders, as one sentence tells it."""

from __future__ import annotations

from typing import NamedTuple

from extractors.fact import Status
from extractors.parsing.line import Side
from extractors.parsing.responses import Response
from extractors.parsing.status import Stretch


class Wish(NamedTuple):
    """Who wants a meeting, what others said to it in the same breath, and how far it has come."""

    status: Status
    rule: str
    words: Stretch
    proposer: Side | None
    answers: tuple[tuple[Side, Response], ...] = ()
