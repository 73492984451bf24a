"""The edge of one reference: where any failure, also one of our own making, becomes its outcome."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from flows.redaction import scrubbed
from flows.sourceref import Rejection, RejectReason

T = TypeVar("T")


def at_edge(step: Callable[[], T]) -> T | Rejection:
    """What the step gives, or `internal_error` with the type and message of what it raised."""
    try:
        return step()
    except Exception as error:  # noqa: BLE001  # one bad page or source never stops the others
        detail = scrubbed(f"{type(error).__name__}: {error}")
        return Rejection(reason=RejectReason.INTERNAL_ERROR, detail=detail[:1000])
