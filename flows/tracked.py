"""The flows as Prefect runs: the plain functions of flows/plain.py, decorated. A batch is a task;
each run leaves its outcome table as an artifact. Entry points of prefect.yaml; importing this
module imports Prefect, so the command line does it only when a run is to be tracked.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from prefect import flow, get_run_logger, task
from prefect.artifacts import create_markdown_artifact
from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import State
from prefect.futures import PrefectFuture
from prefect.states import Completed, Failed
from prefect.task_runners import ThreadPoolTaskRunner

from extractors.errors import ConfigurationError, ParleyError
from flows import plain
from flows.ends import BatchSummary
from flows.progress import LINE_SECONDS, Tally, told
from flows.redaction import scrubbed, without_secrets
from flows.runs import Refs, RunSummary
from flows.settings import Settings

WIDTH = 2  # batches at work at once: one reads while the other waits for the disk or the network
_RUNNER: Any = ThreadPoolTaskRunner(max_workers=WIDTH)  # Prefect's own types do not agree here


@flow(name="ingest", task_runner=_RUNNER)
def ingest(locations: list[str], home: str | None = None) -> State[RunSummary]:
    """Ingest folders, files and URLs."""
    return _ended(plain.ingest(_whole(locations), _settings(home), each_in_tasks, watch=_logged))


@flow(name="nightly", task_runner=_RUNNER)
def nightly(sources: list[str] | None = None, home: str | None = None) -> State[RunSummary]:
    """Ingest all enabled sources of seeds/sources.toml, or the named ones."""
    return _ended(plain.nightly(sources or [], _settings(home), each_in_tasks, watch=_logged))


@flow(name="backfill", task_runner=_RUNNER)
def backfill(
    places: list[str],
    since: date | None = None,
    until: date | None = None,
    limit: int | None = None,
    home: str | None = None,
) -> State[RunSummary]:
    """Ingest sources (by name), folders, files and URLs, within a range of days."""
    summary = plain.backfill(
        _whole(places),
        _settings(home),
        each_in_tasks,
        since=since,
        until=until,
        limit=limit,
        watch=_logged,
    )
    return _ended(summary)


FLOWS: dict[str, Callable[..., State[RunSummary]]] = {
    "ingest": ingest,
    "nightly": nightly,
    "backfill": backfill,
}


def run(name: str, parameters: dict[str, Any], settings: Settings) -> RunSummary:
    """Run a flow here and now, as a Prefect run; what it raises is raised.

    Raises ConfigurationError where the server of PREFECT_API_URL does not answer.
    """
    _check_server(os.environ.get("PREFECT_API_URL"))
    shown = {key: _shown(value) for key, value in parameters.items()}
    state = FLOWS[name](**shown, home=str(settings.home), return_state=True)
    result = state.result(raise_on_failure=False)
    if isinstance(result, BaseException):
        raise result
    return result


#: What was left out of addresses that are parameters, which Prefect keeps: shown → whole.
_SECRETS: dict[str, str] = {}


def _shown(parameter: Any) -> Any:
    """A parameter as Prefect may keep it."""
    if not isinstance(parameter, list | tuple):
        return parameter
    _SECRETS.update((without_secrets(it), it) for it in parameter if without_secrets(it) != it)
    return [without_secrets(it) for it in parameter]


def _whole(places: list[str]) -> list[str]:
    return [_SECRETS.get(place, place) for place in places]


def _check_server(address: str | None) -> None:
    """Without an address there is nothing to ask: Prefect starts a server for this one run."""
    if not address:
        return
    with get_client(sync_client=True) as client:
        fault = client.api_healthcheck()
    if fault:
        raise ConfigurationError(
            f"the Prefect server of PREFECT_API_URL={without_secrets(address)!r} "
            f"does not answer ({scrubbed(str(fault))}); "
            "start it (prefect server start), or unset the variable to run without it"
        )


def each_in_tasks(
    work: Callable[[Refs], BatchSummary], batches: Iterable[Refs]
) -> Iterator[BatchSummary]:
    """A task for each batch. The task gets a number, not the references: Prefect would walk
    through every one of them.
    """
    drawn: dict[int, Refs] = {}

    @task(name="ingest-batch", task_run_name="batch-{number}")
    def ingest_batch(number: int) -> BatchSummary:
        return work(drawn.pop(number))

    def submit(batch: Refs) -> PrefectFuture[BatchSummary]:
        number = next(numbers)
        drawn[number] = batch
        return ingest_batch.submit(number)

    numbers = iter(range(1_000_000))
    return _windowed(submit, batches, WIDTH)


def _windowed(
    submit: Callable[[Refs], PrefectFuture[BatchSummary]], batches: Iterable[Refs], width: int
) -> Iterator[BatchSummary]:
    """Results in order, with no more than `width` batches drawn and not yet done. Whatever was
    drawn is waited for, so a run that stops drawing still knows the end of all that it began.
    """
    pending: deque[PrefectFuture[BatchSummary]] = deque()
    for batch in batches:
        pending.append(submit(batch))
        if len(pending) >= width:
            yield pending.popleft().result()
    while pending:
        yield pending.popleft().result()


@contextmanager
def _logged(tally: Tally) -> Iterator[None]:
    """How far the run is, as lines of its log: now and then, and at the end."""
    log = get_run_logger()
    with told(tally, lambda far: log.info("%s", far), LINE_SECONDS):
        yield
    log.info("%s", tally.progress())


def _settings(home: str | None) -> Settings:
    return Settings.load(Path(home) if home else None)


def _ended(summary: RunSummary) -> State[RunSummary]:
    """The run's end as Prefect shows it; the summary goes along either way."""
    create_markdown_artifact(markdown(summary), key="outcomes", description=summary.run.run_id)
    try:
        summary.check()
    except ParleyError as error:
        return Failed(message=scrubbed(str(error)), data=summary)
    return Completed(message=f"{summary.run.listed_count} references", data=summary)


def markdown(summary: RunSummary) -> str:
    """The outcome table of a run, with its facts by kind and what was suspicious."""
    run, counts = summary.run, summary.batches
    rows = [f"| {code} | {count} |" for code, count in sorted(counts.outcomes.items())]
    facts = [f"| {kind} | {count} |" for kind, count in sorted(counts.facts.items())]
    warned = [
        f"| {it.source} | {it.code} | {it.held_count} | {_in_cell(it.detail)} |"
        for it in summary.warnings
    ]
    return "\n".join(
        [
            f"# {run.command} {run.run_id}",
            f"{run.listed_count} references, {counts.article_count} articles stored.",
            "",
            "| outcome | references |",
            "|---|---:|",
            *rows,
            "",
            "| kind of fact | facts |",
            "|---|---:|",
            *facts,
            *(
                ["", "| source | warning | held back | why |", "|---|---|---:|---|"]
                if warned
                else []
            ),
            *warned,
        ]
    )


def _in_cell(said: str) -> str:
    """Words of a source, as a cell of a Markdown table that holds nothing but words."""
    return escape(" ".join(said.split())).replace("|", "&#124;")
