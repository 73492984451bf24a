"""One real run over hosts of a FaultServer: listed, fetched, read, stored, published."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from unittest.mock import patch

from flows import runs
from flows.settings import Settings
from flows.sourceref import SourceRef, web_ref
from flows.web.client import Web
from tests.faults.behaviours import Behaviour
from tests.faults.server import FaultServer
from warehouse.home import Home
from warehouse.queries import run_sql

_OUTCOMES = "SELECT reference, concat_ws(':', code, reason), detail FROM outcomes"


def settings_of(home: Path, **more: object) -> Settings:
    usual: dict[str, object] = {"timeout_seconds": 1, "host_seconds": 0, "hosts_at_once": 64}
    return Settings.model_validate({"home": home, "workers": 2, "batch_size": 1000} | usual | more)


def run(server: FaultServer, refs: Iterable[SourceRef], settings: Settings) -> runs.RunSummary:
    """Ingest the references from the server, as `parley ingest` does."""
    made: Callable[..., Web] = lambda given, stop: server.web(given)  # noqa: ARG005, E731
    with patch("flows.runs.Web", made):
        return runs.ingest_refs("ingest", lambda _: refs, settings)


def outcomes(home: Path) -> dict[str, tuple[str, str | None]]:
    """Code and detail by reference, as the warehouse has them."""
    rows = run_sql(Home.open(home), _OUTCOMES).rows
    return {str(reference): (str(code), detail) for reference, code, detail in rows}


def run_all(behaviours: Iterable[Behaviour], home: Path) -> dict[str, tuple[str, str | None]]:
    """How each behaviour ends, by name, in one run over all of them."""
    table = list(behaviours)
    with FaultServer({it.name: it.host for it in table}) as server:
        run(server, [web_ref(it.address, "faults") for it in table], settings_of(home))
    ended = outcomes(home)
    return {it.name: ended[it.address] for it in table}
