"""Prefect for real: the commands of the README against a local server and a process worker."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from flow_samples import PARLEY, Run, as_html, environment
from pytest_httpserver import HTTPServer

from flows.settings import SEEDS

pytestmark = pytest.mark.slow

CHECKOUT = SEEDS.parent
PREFECT = Path(sys.executable).with_name("prefect")
WATCH = ("--watch", "--watch-interval", "1")  # every five seconds unless told


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def running(command: list[str | Path], folder: Path, env: dict[str, str]) -> Iterator[None]:
    """A service with all its children in a session of its own; all of it is gone afterwards."""
    log = (folder / f"{command[1]}.log").open("wb")
    process = subprocess.Popen(
        command, cwd=folder, env=env, stdout=log, stderr=log, start_new_session=True
    )
    try:
        yield
    finally:
        for number in (signal.SIGTERM, signal.SIGKILL):
            end_session(process, number)
        log.close()


def end_session(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    try:
        os.killpg(process.pid, number)  # the session's group, which has the process's own id
        process.wait(timeout=20)
    except (ProcessLookupError, subprocess.TimeoutExpired):
        pass


class Site:
    """A folder like a checkout, with a server of its own."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.api = f"http://127.0.0.1:{port}/api"
        self.env = {
            **environment(),
            "PREFECT_HOME": str(folder / "prefect"),
            "PREFECT_API_URL": self.api,
            "PREFECT_WORKER_QUERY_SECONDS": "1",  # look for work more often than every 10 s
            "PATH": f"{PREFECT.parent}{os.pathsep}{os.environ['PATH']}",
        }

    def run(self, *command: str | Path, fails: bool = False) -> str:
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=self.env,
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
        )
        assert (done.returncode != 0) == fails, done.stdout + done.stderr
        return done.stdout

    def listed(self, what: str) -> list[dict[str, Any]]:
        """What the server has of flow runs, task runs, artifacts, deployments or logs."""
        reply = httpx.post(f"{self.api}/{what}/filter", json={}, timeout=30, trust_env=False)
        rows: list[dict[str, Any]] = reply.raise_for_status().json()
        return rows

    def wait_for_server(self) -> None:
        for _ in range(600):
            try:
                if httpx.get(f"{self.api}/health", trust_env=False).is_success:
                    return
            except httpx.TransportError:
                time.sleep(0.1)
        raise AssertionError((self.folder / "server.log").read_text())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Server, work pool, deployments and worker, started as the README says."""
    folder, port = tmp_path_factory.mktemp("checkout"), free_port()
    shutil.copy(CHECKOUT / "prefect.yaml", folder)
    site = Site(folder, port)
    with running([PREFECT, "server", "start", "--port", str(port)], folder, site.env):
        site.wait_for_server()
        site.run(PREFECT, "work-pool", "create", "parley", "--type", "process")
        site.run(PREFECT, "--no-prompt", "deploy", "--all")
        with running([PREFECT, "worker", "start", "--pool", "parley"], folder, site.env):
            yield site


def facts(site: Site) -> list[dict[str, Any]]:
    lines = site.run(PARLEY, "facts", "--format", "jsonl").splitlines()
    return [json.loads(line) for line in lines]


def test_the_deployments_are_as_prefect_yaml_says(site: Site) -> None:
    deployments = {it["name"]: it for it in site.listed("deployments")}
    assert set(deployments) == {"nightly", "backfill"}
    nightly = deployments["nightly"]
    assert nightly["schedules"][0]["schedule"] == {
        "cron": "15 3 * * *",
        "timezone": "UTC",
        "day_or": True,
    }
    assert nightly["global_concurrency_limit"]["limit"] == 1
    assert nightly["concurrency_options"]["collision_strategy"] == "CANCEL_NEW"
    assert nightly["work_pool_name"] == "parley"
    assert str(CHECKOUT) not in (CHECKOUT / "prefect.yaml").read_text(encoding="utf-8")


def test_a_night_is_deployed_triggered_and_queried(site: Site) -> None:
    site.run(PREFECT, "deployment", "run", "nightly/nightly", *WATCH)
    articles = json.loads(
        site.run(PARLEY, "sql", "SELECT count(*) AS n FROM articles", "--format", "jsonl")
    )
    assert articles["n"] >= 10
    assert {fact["kind"] for fact in facts(site)} >= {"talks", "prisoner_exchange"}
    (outcomes,) = [it for it in site.listed("artifacts") if it["key"] == "outcomes"][:1]
    assert "| stored |" in outcomes["data"]
    assert [it["name"] for it in site.listed("task_runs")] == ["batch-0"]


def test_a_backfill_takes_parameters(site: Site) -> None:
    archive = site.folder / "archive"
    archive.mkdir()
    page = as_html("Kyiv and Moscow held talks in Rome on 5 May 2025, officials said.")
    (archive / "new.html").write_text(page)
    (archive / "old.html").write_text(page.replace("2025-07-24", "2025-07-20"))
    given = ("--param", 'places=["archive"]', "--param", "since=2025-07-22")
    site.run(PREFECT, "deployment", "run", "backfill/backfill", *WATCH, *given)
    ends = (
        "SELECT coalesce(reason, code) AS ended FROM outcomes "
        "WHERE reference LIKE 'archive/%' ORDER BY reference"
    )
    ended = site.run(PARLEY, "sql", ends, "--format", "csv").split()
    assert ended == ["ended", "stored", "outside_range"]
    lines = [it["message"] for it in site.listed("logs")]
    assert [line for line in lines if re.fullmatch(r"2 of 2, .* left: .*stored 1", line)], lines


def test_secrets_of_addresses_are_not_shown_to_prefect(site: Site, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/page", query_string="token=canarybird").respond_with_data(
        as_html("Kyiv and Moscow held talks in Rome on 5 May 2025, officials said."),
        content_type="text/html",
    )
    url = httpserver.url_for("/page?token=canarybird").replace("://", "://jo:canarybird@")
    here = {"PARLEY_ALLOW_PRIVATE_ADDRESSES": "1", "PARLEY_HOST_SECONDS": "0"}
    site.env.update(here)
    site.run(PARLEY, "ingest", url)
    (run,) = [it for it in site.listed("flow_runs") if "locations" in it["parameters"]]
    shown = httpserver.url_for("/page?token=***")
    assert (run["parameters"]["locations"], run["state_type"]) == ([shown], "COMPLETED")
    written = [path for path in site.folder.rglob("*") if path.is_file()]
    assert [path for path in written if b"canarybird" in path.read_bytes()] == []


def test_a_command_is_tracked_where_a_server_is_named(site: Site) -> None:
    page = site.folder / "archive2" / "b.txt"
    page.parent.mkdir()
    page.write_text("")
    site.run(PARLEY, "ingest", page, fails=True)  # its only reference is rejected: exit 7
    (run,) = [it for it in site.listed("flow_runs") if str(page) in str(it["parameters"])]
    assert run["state_type"] == "FAILED"
    assert "1 of 1 references were rejected" in run["state"]["message"]


def test_a_server_that_does_not_answer_is_a_configuration_error(news: Path, parley: Run) -> None:
    done = parley("ingest", news, PREFECT_API_URL=f"http://127.0.0.1:{free_port()}/api")
    assert done.returncode == 4, done.stderr
    assert "does not answer" in done.stderr
    assert "Traceback" not in done.stderr
    assert parley("ingest", news).returncode == 0
