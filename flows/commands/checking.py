"""Names given on the command line, held against those that exist."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

from extractors.errors import UsageError
from extractors.extracting import VERSIONS
from extractors.fact import Status


def known_kinds(given: Collection[str] | None) -> tuple[str, ...]:
    """The kinds as given; raises UsageError naming the nearest for one that does not exist."""
    return _known("kind of fact", given or (), list(VERSIONS))


def known_statuses(given: Collection[str] | None) -> tuple[str, ...]:
    """The statuses as given; raises UsageError naming the nearest for one that does not exist."""
    return _known("status", given or (), [str(status) for status in Status])


def _known(what: str, given: Collection[str], known: list[str]) -> tuple[str, ...]:
    for name in given:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(known)}"
            raise UsageError(f"there is no {what} {name!r}; {hint}")
    return tuple(given)
