"""Memory of a whole run over many references of which listing already knows the ends: listed,
judged, counted, committed, published.

    python -m tests.benchmarks.many_references COUNT

Prints as JSON what a thousand take (the libraries are loaded then), what COUNT take on top of it at
the highest point, in bytes a reference, and the seconds that the run took.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from flows.alarms import Expected
from flows.runs import Order, ingest_refs
from flows.settings import Settings
from flows.sourceref import Known, SourceRef, web_ref

SEEN = Known(detail="seen 2026-03-14 03:15")


def refs(count: int) -> list[SourceRef]:
    return [
        web_ref(f"https://host{n % 500}.test/story/{n}", "wire").model_copy(update={"ending": SEEN})
        for n in range(count)
    ]


def peak() -> int:
    """Bytes of this process at its highest point, without its workers."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def run(count: int, settings: Settings) -> float:
    started = time.perf_counter()
    order = Order(expected=(Expected(source="wire"),))
    done = ingest_refs("nightly", lambda _: refs(count), settings, order)
    assert done.batches.outcomes == {"known": count}
    assert done.unpublished is None
    return time.perf_counter() - started


def main(count: int) -> None:
    with TemporaryDirectory() as place:
        settings = Settings(home=Path(place), workers=1, batch_size=1000)
        run(1000, settings)
        before = peak()
        seconds = run(count, settings)
        told = {"mib_of_1000": before >> 20, "mib_at_most": peak() >> 20}
        told["bytes_per_reference"] = (peak() - before) // count
    print(json.dumps(told | {"seconds": round(seconds, 1)}))  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]))
