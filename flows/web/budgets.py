"""The time that a source may take of a run: what listing and fetching its addresses took, pauses
and waiting for a turn included, added up over all hosts. A request that has begun is let end, so
a budget can be overdrawn by `PARLEY_TIMEOUT_SECONDS` a host.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from flows.web.answers import Budget, DeferReason, Deferred
from flows.web.ended import EndedError
from flows.web.turns import Clock


class Budgets:
    """What each source has spent."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._spent: defaultdict[str, float] = defaultdict(float)  # seconds
        self._counting = Lock()

    @contextmanager
    def spending(self, budget: Budget | None) -> Iterator[float]:
        """Take time of a budget; gives the second of the clock at which it is spent.

        Raises EndedError (`deferred`) where it is.
        """
        if budget is None:
            yield math.inf
            return
        began = self._clock.seconds()
        left = budget.seconds - self._spent[budget.source]
        if left <= 0:
            spent = f"the {budget.seconds:g} s of {budget.source} are spent"
            raise EndedError(Deferred(reason=DeferReason.BUDGET, detail=spent))
        try:
            yield began + left
        finally:
            with self._counting:
                self._spent[budget.source] += self._clock.seconds() - began
