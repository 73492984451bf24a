"""The order of the tests, and what makes them quick."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import duckdb
import pytest

from warehouse import definitions, publishing


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with slow tests first, so that no worker is left alone with them."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


@pytest.fixture(scope="session", autouse=True)
def definitions_applied_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A snapshot that is made anew begins as a copy of an empty one: a thousand definitions take as
    long as a small batch. (Commands in processes of their own apply them.)
    """
    folder = tmp_path_factory.mktemp("empty")
    opened = publishing._opened

    def empty() -> Path:
        path = folder / f"{definitions.definition_hash()}.duckdb"
        if not path.exists():
            with opened(path, anew=True) as connection:
                connection.begin()
                definitions.apply(connection)
                connection.commit()
        return path

    def opened_from_copy(
        path: Path, *, anew: bool
    ) -> AbstractContextManager[duckdb.DuckDBPyConnection]:
        if anew:
            shutil.copyfile(empty(), path)
        return opened(path, anew=anew)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(publishing, "_opened", opened_from_copy)
        patched.setattr(publishing, "apply", lambda _connection: None)
        yield
