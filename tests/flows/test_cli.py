"""The command `parley` as people call it: results, messages, exit codes, and how fast it starts."""

from __future__ import annotations

import csv
import json
import os
import pty
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from flow_samples import PARLEY, SWAP, Run, environment
from pytest_httpserver import HTTPServer
from typer.testing import CliRunner

from extractors import errors
from flows import cli, runs
from flows.cli import EXIT_CODES, app, exit_code

COMMANDS = [command.callback.__name__ for command in app.registered_commands if command.callback]


def test_a_day_of_an_analyst(called: Run, news: Path, home: Path, tmp_path: Path) -> None:
    """Ingest, ask, export, trace back: everything answers and agrees."""
    done = called("ingest", news)
    assert done.returncode == 0, done.stderr
    assert re.search(r"prisoner_exchange +\d", done.stdout)
    assert re.search(r"stored +2", done.stdout)
    assert str(home) in done.stdout

    lines = [json.loads(line) for line in called("facts", "--format", "jsonl").stdout.splitlines()]
    assert {line["article"] for line in lines} == {"news/swap.txt", "news/talks.html"}
    talks = [line for line in lines if line["kind"] == "talks"]
    only_talks = called("facts", "--kind", "talks", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in only_talks] == talks

    (hint,) = [line for line in done.stdout.splitlines() if " sql " in line]
    tried = subprocess.run(
        ["sh", "-c", hint.replace("parley", str(PARLEY), 1)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "quote" in tried.stdout

    shown = called("show", talks[0]["fact_id"][:10]).stdout
    assert f"fact {talks[0]['fact_id']}" in shown
    assert "⟨parties" in shown
    assert "news/talks.html" in shown
    article = called("show", "swap.txt").stdout
    assert "⟨1 prisoner_exchange" in article
    assert SWAP.splitlines()[-1].split()[-1] in article

    assert called("facts", "--format", "csv", "--output", "f.csv").returncode == 0
    with (tmp_path / "f.csv").open(encoding="utf-8", newline="") as rows:
        assert len(list(csv.DictReader(rows))) == len(lines)
    assert called("facts", "--format", "parquet", "--output", "f.parquet").returncode == 0
    assert (tmp_path / "f.parquet").read_bytes()[:4] == b"PAR1"
    assert "news/swap.txt" in called("articles").stdout
    assert "ingest" in called("runs").stdout
    assert "stored" in called("outcomes").stdout
    assert called("rebuild").returncode == 0
    assert called("publish").returncode == 0
    examined = called("doctor")
    assert examined.returncode == 0, examined.stdout
    assert (
        called("facts", "--format", "jsonl").stdout.splitlines() == list(map(json.dumps, []))
        or lines
    )


def test_sql_from_an_argument_from_a_pipe_and_what_it_refuses(
    parley: Run, news: Path, home: Path, tmp_path: Path
) -> None:
    parley("ingest", news)
    query = "SELECT count(*) AS articles FROM articles"
    assert json.loads(parley("sql", query, "--format", "jsonl").stdout) == {"articles": 2}
    piped = subprocess.run(
        [PARLEY, "--home", home, "sql", "--format", "csv"],
        input=query,
        capture_output=True,
        text=True,
        check=True,
        env=environment(),
    )
    assert piped.stdout.split() == ["articles", "2"]
    (tmp_path / "secret.csv").write_text("a\n1\n")
    for refused in (
        "SELECT * FROM read_csv('secret.csv')",
        "COPY articles TO 'out.csv'",
        "DELETE FROM facts",
        "SELECT 1; SELECT 2",
        "SELEC 1",
    ):
        done = parley("sql", refused)
        assert (done.returncode, done.stdout) == (2, ""), refused
        assert done.stderr.startswith("Error: ")
    slow = parley(
        "sql", "--seconds", "0.3", "SELECT sum(a.range) FROM range(1000000) a, range(1000000) b"
    )
    assert (slow.returncode, "stopped after 0.3 s" in slow.stderr) == (2, True)


def test_a_result_wider_than_the_terminal_is_told_line_by_line(parley: Run, news: Path) -> None:
    parley("ingest", news / "swap.txt")
    short = parley("sql", "SELECT 1 AS n, 'two' AS word", COLUMNS="40").stdout
    assert short.split() == ["n", "word", "1", "two"]
    query = "SELECT 7 AS number, text, NULL AS nothing FROM articles"
    lines = parley("sql", query, COLUMNS="40").stdout.splitlines()
    assert lines[:2] == ["row 1", "number   7"]
    assert lines[2] == f"text     {SWAP.split('.')[0]}."
    assert lines[4].startswith("         The exchange took place")
    assert lines[-1].rstrip() == "nothing"


def test_a_run_that_is_not_published_still_tells_what_it_did(
    called: Run, news: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind, code in (
        (errors.LockHeldError, 5),
        (errors.GateFailedError, 6),
        (errors.DamagedWarehouseError, 8),
    ):

        def refuse(_home: object, kind: type[errors.ParleyError] = kind) -> None:
            raise kind("the snapshot stays as it was")

        monkeypatch.setattr(runs, "publish", refuse)
        done = called("--home", home / kind.__name__, "ingest", news)
        assert done.returncode == code
        assert re.search(r"stored +2", done.stdout)
        assert "Try:" not in done.stdout
        assert done.stderr == "Error: the snapshot stays as it was\n"


def test_sql_alone_is_a_prompt(called: Run, news: Path, home: Path) -> None:
    called("ingest", news)
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [PARLEY, "--home", home, "sql"],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env=environment(TERM="dumb"),
    )
    os.close(follower)
    seen = b""
    for answer, line in (
        (b"parley>", "SELEC 1"),
        (b"Error:", "SELECT 40 + 2 AS n"),
        (b"42", "exit"),
    ):
        deadline = time.monotonic() + 30
        while answer not in seen and time.monotonic() < deadline:
            seen += os.read(leader, 4096)
        assert answer in seen
        seen = b""
        os.write(leader, f"{line}\r".encode())
    assert process.wait(timeout=30) == 0
    os.close(leader)


def test_every_command_helps_with_an_example() -> None:
    for command in COMMANDS:
        shown = CliRunner().invoke(app, [command, "--help"])
        assert shown.exit_code == 0
        assert f"Example:  parley {command}" in re.sub(r"\s+", " ", shown.stdout).replace(
            "Example: ", "Example:  "
        )
    assert len(COMMANDS) >= 13


def test_every_failure_has_its_exit_code() -> None:
    kinds = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type)
        and issubclass(kind, errors.ParleyError)
        and kind is not errors.ParleyError
    ]
    assert {kind.__name__: exit_code(kind("x")) for kind in kinds} == {
        "UsageError": 2,
        "QueryError": 2,
        "DiskError": 3,
        "ConfigurationError": 4,
        "LockHeldError": 5,
        "GateFailedError": 6,
        "RejectLimitError": 7,
        "DamagedWarehouseError": 8,
        "InterruptedRunError": 11,
    }
    assert set(EXIT_CODES) >= set(kinds)


MISTAKES = [
    ("no such path", "ingest nowhere", 2, "'nowhere' does not exist; name a folder"),
    ("an empty folder", "ingest empty", 2, "holds no page; put .html"),
    ("no such option", "ingest --frobnicate", 2, "No such option"),
    ("no warehouse yet", "facts", 3, "does not exist"),
    ("a range backwards", "backfill news --since 2025-02-01 --until 2025-01-01", 2, "swap the two"),
    ("a backfill of nothing", "backfill", 2, "name a source, a folder or a URL"),
    ("no such source", "nightly sampels", 4, "did you mean 'samples'?"),
    ("no URL in a list", "backfill --urls urls.txt", 2, "urls.txt, line 2: 'example.org' is no"),
    ("a home that is a file", "--home urls.txt ingest news", 3, "urls.txt is a file; name a"),
    ("a snapshot that is a folder", "--home folder ingest news", 4, "duckdb is a folder where"),
    ("another program's file", "--home foreign ingest news", 4, "is another program's file"),
    ("an unknown manifest column", "ingest listed", 4, "line 1: unknown column 'outlt'"),
]


@pytest.mark.parametrize(
    ("arguments", "code", "message"), [m[1:] for m in MISTAKES], ids=[m[0] for m in MISTAKES]
)
def test_a_mistake_is_named_with_its_remedy(
    news: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    code: int,
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PARLEY_HOME", raising=False)
    (tmp_path / "empty").mkdir()
    (tmp_path / "urls.txt").write_text("# some\nexample.org\n")
    (tmp_path / "folder" / "warehouse.duckdb").mkdir(parents=True)
    (tmp_path / "foreign").mkdir()
    (tmp_path / "foreign" / "warehouse.duckdb").write_text(
        "my own notes, and none of your business"
    )
    shutil.copytree(news, tmp_path / "listed")
    (tmp_path / "listed" / "manifest.csv").write_text("file,outlt\nswap.txt,Reuters\n")
    done = CliRunner().invoke(app, arguments.split())
    assert done.exit_code == code, done.output
    assert message in re.sub(r"\s+", " ", done.stderr)
    assert "Traceback" not in done.output
    assert (tmp_path / "foreign" / "warehouse.duckdb").read_text().startswith("my own notes")


def test_an_unknown_kind_or_name_names_the_nearest(called: Run, news: Path) -> None:
    called("ingest", news)
    for arguments, message in (
        (["facts", "--kind", "talk"], "there is no kind of fact 'talk'; did you mean 'talks'?"),
        (["facts", "--status", "agred"], "did you mean 'agreed'?"),
        (["show", "swop.txt"], "there is no article, fact or event 'swop.txt'"),
        (["outcomes", "x"], "there is no run 'x'"),
        (["reextract", "--kind", "talk"], "there is no kind 'talk'"),
    ):
        done = called(*arguments)
        assert (done.returncode, message in done.stderr) == (2, True), done.stderr


def test_a_wrong_variable_is_a_configuration_error(called: Run) -> None:
    done = called("runs", PARLEY_BATCHSIZE="3")
    assert done.returncode == 4
    assert "did you mean PARLEY_BATCH_SIZE?" in done.stderr


def test_too_many_rejects_are_told_by_the_exit_code(called: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    done = called("ingest", "empty.txt")
    assert done.returncode == 7
    assert "rejected:empty" in done.stdout
    assert "1 of 1 references were rejected" in done.stderr
    assert called("ingest", "empty.txt", PARLEY_REJECT_LIMIT="1").returncode == 0


def test_twice_in_another_order_and_at_once_gives_the_same_bytes(
    called: Run, news: Path, tmp_path: Path
) -> None:
    called("ingest", news)
    once = sorted(called("facts", "--format", "jsonl").stdout.splitlines())
    assert once
    called("ingest", news)
    assert sorted(called("facts", "--format", "jsonl").stdout.splitlines()) == once
    others = [tmp_path / "reversed", tmp_path / "together"]
    for path in sorted(news.iterdir(), reverse=True):
        called("--home", others[0], "ingest", path)
    together = [
        subprocess.Popen(
            [PARLEY, "--home", others[1], "ingest", news],
            stdout=subprocess.DEVNULL,
            env=environment(),
        )
        for _ in range(2)
    ]
    assert [process.wait(timeout=120) for process in together] == [0, 0]
    for other in others:
        facts = called("--home", other, "facts", "--format", "jsonl").stdout.splitlines()
        assert sorted(facts) == once


def test_a_signal_ends_a_run_cleanly(parley: Run, news: Path, home: Path) -> None:
    for number in range(150):
        (news / f"{number}.txt").write_text(f"{SWAP}\n\nNumber {number}.", encoding="utf-8")
    process = subprocess.Popen(
        [PARLEY, "ingest", news],
        env=environment(PARLEY_HOME=str(home), PARLEY_BATCH_SIZE="5"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + 60
    while len(list(home.glob("log/2*"))) < 2 and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 11, err
    assert "was stopped; what it read is committed" in err
    assert "deferred:interrupted" in out
    assert parley("doctor").returncode == 0
    again = parley("ingest", news)
    assert again.returncode == 0
    assert "known" in again.stdout


def test_a_signal_ends_a_politeness_of_an_hour(home: Path, httpserver: HTTPServer) -> None:
    busy = {"retry-after": "3000"}
    httpserver.expect_request("/page").respond_with_data("", 429, headers=busy)
    process = subprocess.Popen(
        [PARLEY, "ingest", httpserver.url_for("/page")],
        env=environment(
            PARLEY_HOME=str(home), PARLEY_ALLOW_PRIVATE_ADDRESSES="1", PARLEY_HOST_SECONDS="0"
        ),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + 60
    while len(httpserver.log) < 2 and time.monotonic() < deadline:  # robots.txt and the page
        time.sleep(0.01)
    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 11, err
    assert "deferred:interrupted" in out


def limit_file_size() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))


def test_a_disk_that_is_full_loses_nothing(called: Run, news: Path, home: Path) -> None:
    """Files that may not grow past 100 kB stand for a full disk: the snapshot does not fit."""
    called("ingest", news / "swap.txt")
    before = called("facts", "--format", "jsonl").stdout
    full = subprocess.run(
        [PARLEY, "--home", home, "ingest", news],
        preexec_fn=limit_file_size,
        capture_output=True,
        text=True,
        check=False,
        env=environment(),
    )
    assert full.returncode == 3, full.stderr
    assert full.stderr.splitlines()[-1].startswith("Error: ")
    assert "Traceback" not in full.stderr
    assert called("facts", "--format", "jsonl").stdout == before
    assert called("doctor").returncode == 0
    assert called("ingest", news).returncode == 0
    assert len(called("facts", "--format", "jsonl").stdout) > len(before)


@pytest.mark.skipif(os.geteuid() != 0, reason="a small disk of our own needs the right to mount it")
def test_a_disk_that_is_really_full(parley: Run, news: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", disk], check=False)
    if mounted.returncode:
        pytest.skip("mounting is not permitted here")
    try:
        done = parley("--home", disk / "data", "ingest", news)
        assert done.returncode == 3, done.stderr
        assert "no room left on the disk" in done.stderr or "No space left" in done.stderr
    finally:
        subprocess.run(["umount", disk], check=True)


def test_pages_cannot_write_to_the_terminal(parley: Run, news: Path) -> None:
    (news / "evil.txt").write_text(
        f"{SWAP}\n\n\x1b]0;owned\x07 [bold red]:smile: \x9b31m", encoding="utf-8"
    )
    parley("ingest", news)
    for arguments in (["show", "evil.txt"], ["articles"], ["sql", "SELECT text FROM articles"]):
        shown = parley(*arguments).stdout
        assert not set("\x1b\x07\x9b") & set(shown)
    assert "[bold red]:smile:" in parley("show", "evil.txt").stdout


def test_a_reader_that_has_seen_enough_is_no_error(news: Path, home: Path, called: Run) -> None:
    called("ingest", news)
    command = f"{PARLEY} --home {home} facts --format jsonl | head -c 1"
    done = subprocess.run(
        ["sh", "-c", command], capture_output=True, text=True, check=True, env=environment()
    )
    assert done.stderr == ""


def test_streams_that_are_closed_or_narrow_are_mended(monkeypatch: pytest.MonkeyPatch) -> None:
    narrow = TextIOWrapper(BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdin", None)
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(sys, "stdout", narrow)
    cli._mend_streams()
    assert sys.stdin.read() == ""
    sys.stderr.write("nowhere")
    sys.stdout.write("a → b")
    sys.stdout.flush()
    assert narrow.buffer.getvalue() == b"a \\u2192 b"
    sys.stdin.close()
    sys.stderr.close()


def test_it_starts_without_the_heavy_parts() -> None:
    program = "import sys, flows.cli; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()
    heavy = {
        "prefect",
        "duckdb",
        "pyarrow",
        "trafilatura",
        "httpcore",
        "pydantic_settings",
    }
    assert heavy & set(loaded) == set()
