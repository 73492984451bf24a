"""Secrets in addresses, headers and the environment reach the server they are for, and nothing
else: not the terminal, the log, the snapshot, the raw pages, an error or an artifact.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import duckdb
import pytest
from flow_samples import Run

from flows.edge import at_edge
from flows.redaction import scrubbed, without_secrets
from flows.sourceref import Rejection, web_ref
from flows.tracked import markdown
from tests.faults.behaviours import PAGE, moved, silence
from tests.faults.running import run, settings_of
from tests.faults.server import FaultServer, Host, Serve, in_turn, reply

CANARY = "canarybird"
USER = f"jo:{CANARY}1"
HOSTS: dict[str, Serve] = {
    "page": reply(PAGE, set_cookie=f"session={CANARY}2"),
    "moved": in_turn([moved(f"/b?token={CANARY}3&page=2"), reply(PAGE)]),
    "gone": reply(status=404),
    "silent": silence,
    "broken": moved(f"http://{USER}@[::1/?key={CANARY}"),
    "busy": reply(status=503),
    "away": moved(f"ftp://{USER}@page.test/"),
    "loops": moved(f"/page?sig={CANARY}"),
}
URLS = [
    *(f"http://{USER}@{name}.test/page?api_key={CANARY}4&page=1" for name in HOSTS),
    f"http://page.test/?X-Amz-Signature={CANARY}5#access_token={CANARY}6",
    f"http://{USER}@127.0.0.1/?password={CANARY}7",
    f"http://{USER}@nowhere.invalid/?secret={CANARY}8",
    f"http://{USER}@page.test:99999/",
    f"http://{USER}@[::1/",
    f"http://{USER}@/",
    f"http://{USER}@\u00adxn--a.test/",
]


def written(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """All that lies in a folder, packed or not."""
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            yield path, content
            if path.suffix == ".gz":
                yield path, gzip.decompress(content)


def stored(home: Path) -> Iterator[str]:
    """All values of all tables: Parquet and DuckDB files hold them packed."""
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as connection:
        connection.execute("SET TimeZone = 'UTC'")
        for (table,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall():
            yield from map(str, connection.table(table).fetchall())


def test_no_secret_leaves_a_run(
    home: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    refs = [web_ref(url, "command line") for url in URLS]
    with FaultServer({name: Host(serve) for name, serve in HOSTS.items()}) as server:
        summary = run(server, refs, settings_of(home, contact="news@example.org"))
        asked = " ".join(server.requests)
        sent = {head.get("authorization") for head in server.heads}
    assert f"api_key={CANARY}4" in asked  # the server itself did get them
    assert f"token={CANARY}3" in asked
    assert len(sent) == 2
    assert sum(summary.batches.outcomes.values()) == len(URLS)
    printed = capsys.readouterr()
    told = [printed.out, printed.err, caplog.text, markdown(summary), repr(summary), repr(refs)]
    told += [*stored(home), "".join(ref.model_dump_json() for ref in refs)]
    assert [text for text in told if CANARY in text] == []
    assert [path for path, content in written(home) if CANARY.encode() in content] == []


COMMANDS: list[tuple[str, ...]] = [
    ("ingest", f"http://{USER}@127.0.0.1:9/?token={CANARY}"),
    ("ingest", f"ftp://{USER}@127.0.0.1/"),
    ("backfill", "--dry-run", f"http://{USER}@127.0.0.1:9/?token={CANARY}"),
    ("backfill", "--urls", "urls.txt"),
    ("backfill", f"https://x/?auth={CANARY}", "--since", "2025-07-01"),
    ("nightly",),
    ("outcomes",),
    ("sql", "SELECT * FROM outcomes"),
    ("doctor",),
]


def test_no_secret_in_what_commands_print(
    called: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "sources.toml").write_text(
        f'[[source]]\nname = "wire"\nkind = "feed"\nurl = "ftp://{USER}@x/"\n', encoding="utf-8"
    )
    (tmp_path / "urls.txt").write_text(f"https://x/\nftp://{USER}@x/\n", encoding="utf-8")
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://{USER}@127.0.0.1:9")
    surroundings = [{}, {"PARLEY_API_TOKEN": CANARY}, {"PARLEY_SEEDS": str(seeds)}]
    with patch("flows.runs.Web.get", side_effect=ValueError(f"at http://{USER}@x/?key={CANARY}")):
        for more in surroundings:
            for command in COMMANDS:
                done = called(*command, **more)
                assert CANARY not in done.stdout + done.stderr, command
    assert [path for path, content in written(home) if CANARY.encode() in content] == []


SHOWN = [
    ("https://example.org/a?id=1", "https://example.org/a?id=1"),
    ("https://jo:pw@example.org/a", "https://example.org/a"),
    ("https://jo@example.org", "https://example.org"),
    ("https://a/?x=1&api-key=s3cret&y=2", "https://a/?x=1&api-key=***&y=2"),
    (
        "https://a/?X-Amz-Security-Token=q&b#access_token=z",
        "https://a/?X-Amz-Security-Token=***&b#access_token=***",
    ),
    ("https://a/?key=12345", "https://a/?key=12345"),
    ("https://a/?key=123456789012345", "https://a/?key=***"),
    ("https://a/?monkey=banana&keyword=peace", "https://a/?monkey=banana&keyword=peace"),
    ("https://a/@someone/status/1", "https://a/@someone/status/1"),
    ("https://a/?mail=a@b.org", "https://a/?mail=a@b.org"),
]


@pytest.mark.parametrize(("url", "shown"), SHOWN)
def test_what_is_shown_of_an_address(url: str, shown: str) -> None:
    assert without_secrets(url) == shown
    assert without_secrets(shown) == shown


def test_other_words_stay_when_text_is_scrubbed() -> None:
    text = "GET https://jo:pw@a/?sig=abc with Authorization: Basic am86cHc= failed; try https://b/c"
    assert scrubbed(text) == "GET https://a/?sig=*** with *** failed; try https://b/c"


def test_scrubbing_is_quick_on_hostile_text() -> None:
    for hostile in ("://" + "a" * 100_000, "?key-" * 20_000, "key=" * 25_000, "a-" * 50_000):
        assert len(scrubbed(hostile)) <= 2 * len(hostile)


def test_an_unforeseen_failure_is_scrubbed_too() -> None:
    def fail() -> str:
        raise RuntimeError(f"no route to https://{USER}@example.org/")

    ended = at_edge(fail)
    assert isinstance(ended, Rejection)
    assert not re.search(CANARY, ended.detail)
