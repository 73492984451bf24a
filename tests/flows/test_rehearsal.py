"""parley reextract --dry-run: what newer rules would change, and nothing of it stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows import reextracting
from flows.cli import app
from tests.warehouse.made_batches import dump, made_batch
from warehouse.home import Home
from warehouse.log import append
from warehouse.publishing import publish


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    home = Home.open(tmp_path / "home")
    append(home, made_batch("a", closing=True))  # of extractors that the program does not have
    publish(home)
    return home


def test_it_prints_what_would_change_and_keeps_nothing(home: Home) -> None:
    published, batches = dump(home), sorted(path.name for path in home.log.iterdir())
    done = CliRunner().invoke(
        app,
        ["--home", str(home.path), "reextract", "--kind", "talks", "--dry-run"],
        env={"COLUMNS": "240"},
    )
    assert done.exit_code == 0, done.output
    assert "talks" in done.output
    assert dump(home) == published
    assert sorted(path.name for path in home.log.iterdir()) == batches
    assert not list(home.path.glob(".rehearsal-*"))


def test_the_run_itself_changes_what_the_rehearsal_said(home: Home) -> None:
    from flows.settings import Settings

    settings = Settings(home=home.path)
    with reextracting.rehearsed(settings, ("talks",)) as summary:
        told = dump(Home(path=Path(summary.home)))["facts"]
    reextracting.reextract(settings, ("talks",))
    kept = dump(home)["facts"]

    def known(rows: list[tuple[object, ...]]) -> set[object]:
        return {row[0] for row in rows}

    assert known(kept) == known(told)
