"""What no article tells by itself, told at the end of a run from all that the warehouse holds: the
lines that pages of an outlet repeat, whose words articles have, which facts speak of one event.

All three read the published snapshot and append what has changed. So what is current depends on
what the warehouse holds, and neither on batches nor on runs nor on their order. A run that is
killed before this leaves its articles as each was read by itself; the next run makes up for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from extractors.errors import LockHeldError
from extractors.references import References
from flows.comparing import compare
from flows.linking import link_facts
from flows.origins import trace_origins
from flows.workers import Workers
from warehouse.disk import disk_error
from warehouse.home import Home
from warehouse.publishing import publish

_WAIT_SECONDS = 60.0


def settle(
    home: Home,
    run_id: str,
    workers: Workers,
    references: References,
    batch_size: int,
    *,
    everything: bool = False,
) -> int:
    """Compare the outlets of the run's pages (or of all), trace origins, link facts, and publish.

    Returns how many pages give another article now. Raises LockHeldError where another run settles
    for longer than one waits, and what publishing raises.
    """
    with sole_settler(home):
        page_count = compare(home, run_id, workers, batch_size, everything=everything)
        if page_count:
            publish(home)
        trace_origins(home, run_id, references.outlets)
        link_facts(home, run_id, references.wars)
    publish(home)
    return page_count


def settle_anew(home: Home, run_id: str, references: References) -> int:
    """Trace the origins of all articles and link all facts; the caller publishes what has changed.

    Returns how many links were appended. Raises as `settle` does.
    """
    with sole_settler(home):
        trace_origins(home, run_id, references.outlets, everything=True)
        return link_facts(home, run_id, references.wars, everything=True)


@contextmanager
def sole_settler(home: Home) -> Iterator[None]:
    """Two at once would say the same thing twice, of which only the first counts. What another run
    has found while this one waited is published then.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(home.settle_lock, timeout=_WAIT_SECONDS, poll_interval=0.02)
    try:
        lock.acquire()
    except Timeout as error:
        raise LockHeldError(
            f"{home.settle_lock} is held by another run since more than {_WAIT_SECONDS:g} s; "
            "run parley relink when it has ended, and parley reread to compare the pages of this "
            "one too"
        ) from error
    except OSError as error:
        raise disk_error(home.settle_lock, error) from error
    try:
        publish(home)
        yield
    finally:
        lock.release()
