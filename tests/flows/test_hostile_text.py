"""Text of articles that tries to be something else: stored exactly, shown as signs, never run."""

from __future__ import annotations

import csv
import json
import os
import pty
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor
from io import StringIO
from pathlib import Path

import pytest

from tests.flows.flow_samples import PARLEY, environment
from tests.warehouse.made_batches import SENTENCES
from tests.warehouse.told import Told, publish_told
from warehouse.home import Home
from warehouse.queries import facts, run_sql

HOSTILE = (
    '=HYPERLINK("http://example.org","x") \'; DROP TABLE facts; -- '
    "\x1b[2J\x1b]8;;http://example.org\x1b\\click\x1b]8;;\x1b\\ \x1b]0;title\x07 \x9b31m "
    "\x08\x0b\x7f "
    "\u202eesrever\u202c \u2066isolated\u2069 \u200bzero\u200d\ufeff\u2060width\u00ad \u2028line "
    "[bold]x[/bold] {braces} %s \U000e0041tag"
)
#: What must never reach a terminal from a page: controls, directions, what cannot be seen.
_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]"
)
_OWN_STYLES = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A warehouse of one article that was edited once; every text in it is hostile."""
    home = Home.open(tmp_path_factory.mktemp("hostile"))
    fields = {"parties": ("RUS", "UKR"), "city": HOSTILE}
    for days, edit in enumerate(("", " again")):
        publish_told(
            home,
            [Told("talks", "completed", "2025-07-23", {**fields, "ordinal": days + 1})],
            days=days,
            title=HOSTILE + edit,
            text=f"{HOSTILE}{edit}\n\n" + "\n\n".join(SENTENCES),
            outlet=HOSTILE,
            authors=(HOSTILE,),
            removed=(),
        )
    return home


def test_it_is_stored_exactly(hostile: Home) -> None:
    rows = run_sql(hostile, "SELECT text, title FROM articles ORDER BY len(title)").rows
    assert rows[0] == (f"{HOSTILE}\n\n" + "\n\n".join(SENTENCES), HOSTILE)
    assert {fact.fields["city"] for fact in facts(hostile)} == {HOSTILE}
    assert run_sql(hostile, "SELECT outlet FROM article_sources").rows[0] == (HOSTILE,)


def _commands(home: Home, gold: Path) -> list[list[str]]:
    fact = next(iter(facts(home)))
    select = (
        "SELECT title, fields, outlet, text FROM current_facts JOIN articles USING (article_id)"
    )
    select = select.replace("title,", "articles.title,")
    formats = ("table", "jsonl", "csv", "tsv")
    return [
        *(["facts", "--format", shape] for shape in formats),
        *(["articles", "--format", shape] for shape in formats),
        *(["sql", select, "--format", shape] for shape in formats),
        *(["export", "talks", "--format", shape, "--raw"] for shape in formats),
        ["show", fact.article_id, "--removed"],
        ["show", fact.fact_id],
        ["prov", fact.fact_id],
        ["events"],
        ["changes"],
        ["changes", "--format", "jsonl"],
        ["evaluate", str(gold), "--misses"],
        ["silence"],
        ["outcomes"],
        ["sql", f"SELECT {HOSTILE!r}"],
        ["show", HOSTILE.replace("\0", "")],
    ]


@pytest.mark.slow
def test_no_command_shows_it_raw_on_a_terminal(hostile: Home, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(_gold()), encoding="utf-8")
    commands = _commands(hostile, gold)
    with ThreadPoolExecutor(3) as pool:
        outputs = list(pool.map(lambda command: _on_terminal(hostile, command), commands))
    for command, shown in zip(commands, outputs, strict=True):
        plain = _OWN_STYLES.sub("", shown).replace("\r\n", "\n").replace("\r", "")
        assert shown.strip(), command
        assert not _HARMFUL.search(plain), (command, _HARMFUL.findall(plain))


def _gold() -> dict[str, object]:
    fact = {"kind": "talks", "status": "completed", "fields": {"parties": ["RUS", "UKR"]}}
    return {
        "article": "told.txt",
        "kinds": ["talks"],
        "facts": [fact | {"date": "2025-01-01", "quote": HOSTILE, "attribution": []}],
    }


def _on_terminal(home: Home, arguments: list[str]) -> str:
    """All that the command writes to a terminal, its errors too."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [PARLEY, *arguments],
        env=environment(PARLEY_HOME=str(home.path), COLUMNS="400"),
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
    ):
        os.close(theirs)
        written = b""
        while True:
            try:
                chunk = os.read(ours, 65536)
            except OSError:  # Linux says so at the end of a terminal
                break
            if not chunk:
                break
            written += chunk
    os.close(ours)
    return written.decode()


@pytest.mark.parametrize("raw", [False, True])
def test_a_spreadsheet_runs_nothing_unless_raw(hostile: Home, raw: bool) -> None:
    done = subprocess.run(
        [PARLEY, "export", "talks", *(["--raw"] if raw else [])],
        env=environment(PARLEY_HOME=str(hostile.path)),
        capture_output=True,
        check=True,
    )
    row = next(csv.DictReader(StringIO(done.stdout.decode(), newline="")))
    assert row["city"] == (HOSTILE if raw else f"'{HOSTILE}")
    cells = [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert bool(cells) is raw


def test_json_lines_in_a_pipe_give_it_exactly(hostile: Home) -> None:
    done = subprocess.run(
        [PARLEY, "export", "talks", "--format", "jsonl"],
        env=environment(PARLEY_HOME=str(hostile.path)),
        capture_output=True,
        check=True,
    )
    line = done.stdout.split(b"\n")[0]
    assert json.loads(line)["city"] == HOSTILE
