"""What a run tells of its references: one end each, what was suspicious, what is held back."""

from __future__ import annotations

import json
import re
import shutil
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import pytest
from flow_samples import SWAP, TALKS, Run, as_html
from pytest_httpserver import HTTPServer

from extractors.errors import GateFailedError
from flows import ends, plain
from flows.ends import Ended
from flows.runs import RunSummary
from flows.settings import SEEDS, Settings
from flows.tracked import markdown
from warehouse.home import Home
from warehouse.log import batches
from warehouse.records import Batch
from warehouse.snapshot import connect

FEED = """
[[source]]
name = "wire"
kind = "feed"
url = "{url}"
articles_a_day = [3, 9]
"""


@pytest.fixture
def site(httpserver: HTTPServer) -> HTTPServer:
    """A feed with two articles and a page that is gone."""
    today = f"<pubDate>{format_datetime(datetime.now(UTC))}</pubDate>"
    links = "".join(
        f"<item><link>{httpserver.url_for(name)}</link>{today}</item>"
        for name in ("swap", "talks", "gone")
    )
    httpserver.expect_request("/feed").respond_with_data(f"<rss><channel>{links}</channel></rss>")
    for name, text in (("swap", SWAP), ("talks", TALKS)):
        page = as_html(text, f"The news of the {name}")
        httpserver.expect_request(f"/{name}").respond_with_data(page, content_type="text/html")
    httpserver.expect_request("/gone").respond_with_data("", 404)
    return httpserver


@pytest.fixture
def around(site: HTTPServer, tmp_path: Path) -> dict[str, str]:
    """Variables under which the source `wire` alone is read, from loopback."""
    seeds = shutil.copytree(SEEDS, tmp_path / "seeds", ignore=shutil.ignore_patterns("articles"))
    (seeds / "sources.toml").write_text(FEED.format(url=site.url_for("feed")), encoding="utf-8")
    return {
        "PARLEY_SEEDS": str(seeds),
        "PARLEY_ALLOW_PRIVATE_ADDRESSES": "true",
        "PARLEY_HOST_SECONDS": "0",
        "COLUMNS": "250",
    }


def test_a_night_that_gives_too_little_is_held_back_until_it_is_accepted(
    called: Run, around: dict[str, str]
) -> None:
    night = called("nightly", **around)
    assert night.returncode == 0, night.stderr
    assert re.search(r"wire +too_few +2  2\.0 new articles a day; 3 is the least", night.stdout)
    accepting = re.search(r"parley accept (\S+) wire", night.stdout)
    assert accepting
    run = accepting[1]
    assert called("articles", "--format", "jsonl").stdout == ""
    (told,) = map(json.loads, called("runs", "--format", "jsonl").stdout.splitlines())
    shown = {key: told[key] for key in ("listed", "stored", "rejected", "held", "warnings")}
    assert shown == {
        "listed": 3,
        "stored": 0,
        "rejected": 1,
        "held": 2,
        "warnings": "wire too_few",
    }
    ends = called("outcomes", run, "--format", "jsonl")
    (gone,) = map(json.loads, ends.stdout.splitlines())
    assert (gone["code"], gone["reason"]) == ("rejected", "http_status")
    assert gone["reference"].endswith("/gone")
    assert gone["ended_at"] > "2026"
    assert "404" in gone["detail"]
    assert f"parley accept {run} wire" in ends.stderr
    examined = called("doctor", **around)
    assert f"parley accept {run} wire lets them in" in examined.stdout
    assert "PARLEY_CONTACT is empty" in examined.stdout

    done = called("accept", run[:18], "wire", "--note", "a holiday", **around)
    assert done.returncode == 0, done.stderr
    assert len(called("articles", "--format", "jsonl").stdout.splitlines()) == 2
    again = called("accept", run, "wire", **around)
    assert (again.returncode, "nothing is kept out" in again.stderr) == (2, True)
    assert "lets them in" not in called("doctor", **around).stdout
    assert "accepted" in called("outcomes", run).stderr
    settled = called("nightly", **around, PARLEY_CONTACT="desk@example.org")
    assert "known" in settled.stdout
    told_off = called("doctor", **around, PARLEY_CONTACT="desk@example.org")
    assert "PARLEY_CONTACT" not in told_off.stdout


def test_the_artifact_tells_it_too(home: Path, around: dict[str, str]) -> None:
    summary = nightly(home, around)
    lines = markdown(summary).splitlines()
    assert "| rejected:http_status | 1 |" in lines
    assert "| stored | 2 |" in lines
    assert lines[-1].startswith("| wire | too_few | 2 | 2.0 new articles a day; 3 is the least")


def nightly(home: Path, around: dict[str, str]) -> RunSummary:
    settings = Settings(
        home=home,
        seeds=Path(around["PARLEY_SEEDS"]),
        allow_private_addresses=True,
        host_seconds=0,
    )
    return plain.nightly([], settings)


def test_what_is_held_back_lies_in_batches_of_its_own(home: Path, around: dict[str, str]) -> None:
    nightly(home, around)
    found = [
        (it.source, it.row_count("outcomes"), it.row_count("captures"), it.row_count("warnings"))
        for it in batches(Home.open(home))
    ]
    assert sorted(found[:2], key=str) == [("wire", 2, 2, 0), (None, 1, 0, 0)]
    assert found[2] == (None, 0, 0, 1)


def test_a_reference_without_an_end_stops_the_publish(
    news: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever loses it: the ends are counted before they are published."""
    settings = Settings(home=home)
    plain.ingest([str(news)], settings)
    before = (home / "warehouse.duckdb").read_bytes()
    made = ends.batch_of

    def careless(run_id: str, ended: list[Ended]) -> Batch:
        return made(run_id, ended[1:])

    monkeypatch.setattr(ends, "batch_of", careless)
    summary = plain.ingest([str(news)], settings)
    with pytest.raises(GateFailedError, match=r"070_outcomes_add_up.*listed_count 2.*count 1"):
        summary.check()
    assert (home / "warehouse.duckdb").read_bytes() == before
    with connect(Home.open(home)) as connection:
        assert connection.execute("SELECT count(*) FROM runs").fetchall() == [(1,)]
