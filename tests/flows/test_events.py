"""Events on the command line: after a run they are there, listed, shown and linked anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from flow_samples import Run

ROUND = "talks/RUS-UKR/2025-07-23"


@pytest.fixture
def ingested(news: Path, called: Run) -> Run:
    """The command, with the two articles and a report of two days later read in."""
    (news / "later.txt").write_text(
        "Ukraine and Russia exchanged 250 prisoners each on 23 July 2025, after the third round of"
        " talks between Russia and Ukraine in Istanbul, the ministry said on 25 July 2025.\n\n"
        "Officials in Kyiv said that the freed soldiers were well and would be seen by doctors.\n",
        encoding="utf-8",
    )
    manifest = "file,outlet,published\nlater.txt,Valley Ledger,2025-07-25\nswap.txt,,2025-07-24\n"
    (news / "manifest.csv").write_text(manifest, encoding="utf-8")
    assert called("ingest", news).returncode == 0
    return called


def test_events_are_listed(ingested: Run) -> None:
    listed = ingested("events", "--kind", "talks", "--party", "ukr", "--since", "2025-07-01")
    assert listed.returncode == 0
    assert ROUND in listed.stdout
    assert ROUND not in ingested("events", "--kind", "ultimatum").stdout
    assert ROUND not in ingested("events", "--party", "COL").stdout
    assert ROUND not in ingested("events", "--since", "2025-08-01").stdout
    assert ingested("events", "--kind", "talk").returncode == 2


def test_an_event_is_shown_with_the_basis_of_each_link(ingested: Run) -> None:
    shown = ingested("show", ROUND)
    assert shown.returncode == 0
    assert "how it came about" in shown.stdout
    assert "[alone]" in shown.stdout
    assert "[same_round with " in shown.stdout
    assert "Valley Ledger · 2025-07-25" in shown.stdout
    swap = ingested("show", "prisoner_exchange/RUS-UKR/2025-07-23").stdout
    assert swap.count("250 prisoners") == 2


def test_an_unknown_event_is_no_event(ingested: Run) -> None:
    missing = ingested("show", "talks/RUS-UKR/2031-01-01")
    assert missing.returncode == 2
    assert "there is no article, fact or event" in missing.stderr


def test_relink_changes_nothing_where_nothing_changed(ingested: Run) -> None:
    again = ingested("relink")
    assert (again.returncode, again.stdout) == (0, "0 links changed\n")
    assert "relink" in ingested("runs").stdout
