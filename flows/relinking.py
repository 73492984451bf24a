"""All articles held against each other and all facts linked again, as a run of its own: after the
reference lists of outlets or wars were changed.
"""

from __future__ import annotations

from datetime import UTC, datetime

from extractors.references import read_references
from flows.runs import closed_run, new_run_id
from flows.settings import Settings
from flows.settling import settle_anew
from warehouse.home import Home
from warehouse.log import append
from warehouse.publishing import publish
from warehouse.records import Batch


def relink(settings: Settings) -> int:
    """Trace all origins, link all facts again and publish; returns how many links changed.

    Raises what linking and publishing raise.
    """
    home, run_id, started_at = Home.open(settings.home), new_run_id(), datetime.now(UTC)
    count = settle_anew(home, run_id, read_references(settings.seeds))
    append(home, Batch(run_id=run_id, run=closed_run("relink", run_id, started_at, 0)))
    publish(home)
    return count
