"""Backfills: a range of days, archives, killed and taken up again, and how far they are."""

from __future__ import annotations

import io
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from flow_samples import PARLEY, SWAP, TALKS, Run, as_html, environment
from pytest_httpserver import HTTPServer
from rich.console import Console
from test_archives import record, write
from werkzeug import Request, Response

from extractors.errors import UsageError
from flows import plain
from flows.progress import Progress, Tally, shown, told
from flows.ranges import DateRange
from flows.settings import Settings
from flows.sourceref import SourceRef, web_ref
from flows.web.client import Web
from warehouse.home import Home
from warehouse.records import OutcomeCode
from warehouse.snapshot import connect

ON_LOOPBACK = {"PARLEY_ALLOW_PRIVATE_ADDRESSES": "true", "PARLEY_HOST_SECONDS": "0"}
TODAY = datetime.now(UTC).date()


def rows(home: Path, sql: str) -> list[tuple[Any, ...]]:
    with connect(Home.open(home)) as connection:
        return connection.execute(sql).fetchall()


def written(folder: Path, count: int) -> None:
    for number in range(count):
        (folder / f"{number:03}.txt").write_text(f"{SWAP}\n\nNumber {number}.", encoding="utf-8")


@pytest.mark.slow
def test_killed_midway_and_run_again_it_does_nothing_twice_and_loses_nothing(
    parley: Run, news: Path, home: Path, tmp_path: Path
) -> None:
    written(news, 90)
    command = ["backfill", "--folder", str(news)]
    process = subprocess.Popen(
        [PARLEY, *command], env=environment(PARLEY_HOME=str(home), PARLEY_BATCH_SIZE="5")
    )
    deadline = time.monotonic() + 60
    while len(list(home.glob("log/2*"))) < 4 and time.monotonic() < deadline:
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    assert process.wait(timeout=60) == -signal.SIGKILL
    assert not (home / "warehouse.duckdb").exists()
    committed = len(list(home.glob("log/2*"))) * 5

    done = parley(*command, PARLEY_BATCH_SIZE="5")
    assert (done.returncode, committed < 90) == (0, True)
    of_the_second = "FROM runs JOIN outcomes USING (run_id) GROUP BY ALL ORDER BY ALL"
    assert rows(home, f"SELECT code, count(*) {of_the_second}") == [
        ("known", committed),
        ("stored", 92 - committed),
    ]
    assert rows(home, "SELECT sum(capture_count), sum(extraction_count % 15) FROM batches") == [
        (92, 0)
    ]  # no page stands in two batches of the log
    whole = tmp_path / "whole"
    parley("--home", whole, *command)
    facts = "SELECT fact_id, article_id, quote FROM facts ORDER BY ALL"
    assert rows(home, facts) == rows(whole, facts)
    assert parley("doctor").returncode == 0


def test_overlapping_ranges_do_nothing_twice(news: Path, home: Path) -> None:
    (news / "old.html").write_text(as_html(SWAP, "Old").replace("2025-07-24", "2025-06-01"))
    (news / "swap.txt").unlink()
    settings = Settings(home=home)

    def ends(since: date, until: date) -> dict[str, int]:
        done = plain.backfill([str(news)], settings, since=since, until=until)
        return dict(done.batches.outcomes)

    may, june, july = date(2025, 5, 1), date(2025, 6, 30), date(2025, 7, 31)
    assert ends(may, june) == {"stored": 1, "rejected:outside_range": 1}
    assert ends(may, july) == {"known": 1, "stored": 1}
    assert ends(june, july) == {"known": 2}
    assert rows(home, "SELECT count(*), count(DISTINCT reference) FROM captures") == [(2, 2)]


def test_archives_are_read_from_the_day_on(called: Run, home: Path, tmp_path: Path) -> None:
    site = "https://news.example.org"
    talks, old = as_html(TALKS).encode(), as_html(SWAP).replace("2025-07-24", "2024-01-02").encode()
    one = write(tmp_path / "one.warc.gz", [record(f"{site}/talks", talks)])
    two = write(
        tmp_path / "two.warc",
        [
            record(f"{site}/talks", talks),
            record(f"{site}/old", old, date="2025-07-24T08:00:00Z"),
            record(f"{site}/older", old, date="2024-01-03T08:00:00Z"),
        ],
        packed=False,
    )
    archives = ("--from-warc", one, "--from-warc", two)
    listed = called("backfill", *archives, "--since", "2025-01-01", "--dry-run")
    assert f"{site}/old  (command line, no date)" in listed.stdout
    assert "/older" not in listed.stdout
    done = called("backfill", *archives, "--since", "2025-01-01")
    assert done.returncode == 0, done.stderr
    ended = "SELECT reference, code, reason, source FROM outcomes ORDER BY ALL"
    assert rows(home, ended) == [
        (f"{site}/old", "rejected", "outside_range", "command line"),
        (f"{site}/talks", "stored", None, "command line"),
    ]
    wrong = called("backfill", "--from-warc", tmp_path / "pages.zip")
    assert (wrong.returncode, "should end in .warc or .warc.gz" in wrong.stderr) == (2, True)


def sources(folder: Path, text: str) -> Settings:
    folder.mkdir()
    (folder / "sources.toml").write_text(text, encoding="utf-8")
    return Settings(seeds=folder, allow_private_addresses=True, host_seconds=0)


def test_a_sitemap_is_asked_for_the_range_and_not_for_its_usual_days(
    httpserver: HTTPServer, tmp_path: Path
) -> None:
    """What changed before the range was published before it; what changed after it may not be."""
    ages = {"new": 2, "in": 40, "edge": 50, "old": 90}
    urls = "".join(
        f"<url><loc>{httpserver.url_for(name)}</loc>"
        f"<lastmod>{TODAY - timedelta(days=days)}</lastmod></url>"
        for name, days in ages.items()
    )
    httpserver.expect_request("/map").respond_with_data(f"<urlset>{urls}</urlset>")
    settings = sources(
        tmp_path / "seeds",
        '[[source]]\nname = "site"\nkind = "sitemap"\ndays = 3\n'
        f'url = "{httpserver.url_for("map")}"\n',
    )
    within = DateRange(since=TODAY - timedelta(days=50), until=TODAY - timedelta(days=30))
    with Web(settings) as web:
        found = [it.reference for it in plain.list_backfill(["site"], settings, within, web)]
        assert [it.rpartition("/")[2] for it in found] == ["new", "in", "edge"]
        every = plain.list_backfill(["site"], settings, DateRange(), web, limit=10)
        assert len(list(every)) == 4
        two = plain.list_backfill(["site"], settings, DateRange(), web, limit=2)
        assert len(list(two)) == 2


def test_a_rehearsal_says_what_is_known_of_each_reference(
    called: Run, httpserver: HTTPServer, tmp_path: Path
) -> None:
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request("/dead").respond_with_data("gone", status=404)
    httpserver.expect_request("/feed").respond_with_data(
        "<rss><channel><item><link>/1</link><pubDate>2025-07-23</pubDate></item></channel></rss>"
    )
    text = "".join(
        f'[[source]]\nname = "{name}"\nkind = "feed"\nurl = "{httpserver.url_for(name)}"\n'
        for name in ("feed", "dead")
    )
    sources(tmp_path / "seeds", text)
    seeds = {"PARLEY_SEEDS": str(tmp_path / "seeds"), **ON_LOOPBACK}
    done = called("backfill", "feed", "dead", "--dry-run", **seeds)
    assert "/1  (feed, dated 2025-07-23)" in done.stdout
    assert "/dead  (dead, http_status: 404)" in done.stdout


@pytest.mark.parametrize(
    ("since", "until", "fault"),
    [
        ("2025-02-01", "2025-01-01", "since 2025-02-01 until 2025-01-01; swap the two"),
        (f"{TODAY + timedelta(days=1)}", None, f"begins on {TODAY + timedelta(days=1)}, and today"),
    ],
)
def test_a_range_without_a_day_is_a_usage_error(
    called: Run, news: Path, since: str, until: str | None, fault: str
) -> None:
    days = ["--since", since, *(["--until", until] if until else [])]
    for more in ([], ["--dry-run"]):
        done = called("backfill", news, *days, *more)
        assert (done.returncode, fault in done.stderr) == (2, True)
    within = DateRange(since=date(2025, 2, 2), until=date(2025, 2, 1))
    with pytest.raises(UsageError):
        plain.list_backfill([str(news)], Settings(), within, Web(Settings()))


def test_a_place_that_is_none_names_the_nearest_source(called: Run) -> None:
    for place, hint in (
        ("sampels", "did you mean 'samples'?"),
        ("/nowhere/x", "name a source, a folder, a file or a URL"),
    ):
        done = called("backfill", place)
        said = f"{place!r} is neither a source of sources.toml nor a file; {hint}"
        assert (done.returncode, said in done.stderr) == (2, True)


HERE = SourceRef(reference="a/b.txt", source="command line", path=Path("b.txt"))
THERE = web_ref("https://example.org/1", "command line")


def counted() -> Tally:
    tally = Tally()
    tally.begin(10)
    for _ in range(3):
        tally.ended(HERE, OutcomeCode.STORED)
    tally.ended(HERE, OutcomeCode.REJECTED)
    tally.fetched(HERE)  # has yet to be read
    tally.fetched(THERE)
    return tally


def test_what_lies_here_is_done_when_read_and_what_is_far_when_fetched() -> None:
    tally = counted()
    far = tally.progress()
    assert (far.done, far.ends) == (5, "rejected 1, stored 3, being read 1")
    tally.ended(THERE, OutcomeCode.STORED)
    far = tally.progress()
    assert (far.done, far.ends) == (5, "rejected 1, stored 4")


def test_listing_is_told_as_long_as_it_goes_on() -> None:
    tally = Tally()
    for number, _ in enumerate(tally.listing([HERE] * 3), start=1):
        assert str(tally.progress()) == f"listing: {number} references so far"
    tally.begin(2)  # one was a twin
    assert str(tally.progress()).startswith("0 of 2, ")


def test_a_bar_on_a_terminal_and_lines_elsewhere() -> None:
    bar, lines, quiet = io.StringIO(), io.StringIO(), io.StringIO()
    on_terminal = Console(file=bar, force_terminal=True, width=120, legacy_windows=False)
    with shown(counted(), on_terminal):
        pass
    assert "━" in bar.getvalue()
    assert "5 of 10" in bar.getvalue()
    assert "rejected 1, stored 3, being read 1" in bar.getvalue()
    with shown(counted(), Console(file=lines), line_seconds=0.001):
        time.sleep(0.1)
    line = lines.getvalue().splitlines()[0]
    assert re.fullmatch(
        r"5 of 10, [\d.]+ a second, 0:00:00 left: rejected 1, stored 3, being read 1", line
    ), line
    with shown(Tally(), Console(file=(listing := io.StringIO())), line_seconds=0.001):
        time.sleep(0.1)
    assert listing.getvalue().startswith("listing: 0 references so far\n")
    with shown(counted(), Console(file=quiet)):
        pass
    assert quiet.getvalue() == ""


def test_it_moves_on_within_a_batch_page_by_page(httpserver: HTTPServer, home: Path) -> None:
    """Each reply looks at how far the run is; one host is asked one thing at a time."""
    watched: list[Tally] = []
    done: list[int] = []

    @contextmanager
    def watch(tally: Tally) -> Iterator[None]:
        watched.append(tally)
        yield

    def page(request: Request) -> Response:
        done.append(watched[0].progress().done)
        return Response(as_html(f"{SWAP} {request.path}"), content_type="text/html")

    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request(re.compile("/page.*")).respond_with_handler(page)
    urls = [httpserver.url_for(f"/page{number}") for number in range(4)]
    settings = Settings(home=home, allow_private_addresses=True, host_seconds=0, workers=1)
    plain.backfill(urls, settings, watch=watch)
    assert done == [0, 1, 2, 3]
    assert watched[0].progress().outcomes == {"stored": 4}


def test_it_moves_on_within_a_batch_file_by_file(news: Path, home: Path) -> None:
    written(news, 40)
    seen: list[Progress] = []
    settings = Settings(home=home, workers=1, batch_size=100)
    plain.backfill([str(news)], settings, watch=lambda tally: told(tally, seen.append, 0.001))
    assert len({it.done for it in seen}) > 5
    assert seen[-1].total == 42


def test_rate_and_time_left() -> None:
    far = Progress(done=50, total=7_250, seconds=100, outcomes={"stored": 50})
    assert str(far) == "50 of 7250, 0.5 a second, 4:00:00 left: stored 50"
    assert Progress(done=0, total=9, seconds=0, outcomes={}).left == "-:--:--"


def test_a_backfill_shows_it_and_nothing_stays_on_standard_output(called: Run, news: Path) -> None:
    done = called("backfill", news)
    assert done.returncode == 0
    assert "a second" not in done.stdout + done.stderr  # too short for a line
