"""python -m tests.week: the table of nights, sources and outcomes."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from flows.console import print_table
from tests.week.nights import Row, live_through


def main() -> None:
    with TemporaryDirectory() as place:
        week = live_through(Path(place))
    print_table(Row._fields, week.rows, "a week of nights")


if __name__ == "__main__":
    main()
