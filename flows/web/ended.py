"""The exception that carries an expected end up to `Web.get`; it never leaves this package."""

from __future__ import annotations

from typing import Self

from flows.redaction import scrubbed
from flows.sourceref import Rejection, RejectReason
from flows.web.answers import Deferred, Disallowed


class EndedError(Exception):
    """There will be no reply; `ending` says why."""

    def __init__(self, ending: Rejection | Deferred | Disallowed) -> None:
        super().__init__(ending.detail)
        self.ending = ending

    @classmethod
    def rejected(cls, reason: RejectReason, detail: str) -> Self:
        return cls(Rejection(reason=reason, detail=scrubbed(detail)))
