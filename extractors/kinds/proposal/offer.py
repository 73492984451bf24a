"""An offer as one sentence tells it, before it becomes a claim."""

from __future__ import annotations

from typing import NamedTuple

from extractors.fact import Status
from extractors.parsing.line import Side
from extractors.parsing.responses import Response
from extractors.parsing.status import Stretch


class Offer(NamedTuple):
    """An offer as one sentence tells it."""

    subject: str
    status: Status
    proposer: Side
    words: Stretch
    rule: str
    addressee: Side | None = None
    number: tuple[int, int] | None = None  # the figure and its place
    answers: tuple[tuple[Side, Response], ...] = ()
