"""Where a warehouse lies: the folder with its log, its snapshot, its locks and its workroom."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Self

from extractors.errors import ConfigurationError, DiskError
from extractors.values import Value
from warehouse.disk import disk_errors

_MAGIC = slice(8, 12)  # a DuckDB file has "DUCK" behind its first checksum


class Home(Value):
    """The folder of one warehouse, as `--home` or PARLEY_HOME names it; see `Home.open`."""

    path: Path

    @classmethod
    def open(cls, path: Path, *, create: bool = True) -> Self:
        """The warehouse in a folder, which is made where `create` says so.

        Raises DiskError for a file, a missing folder or one that cannot be used;
        ConfigurationError where `warehouse.duckdb` is not ours to replace.
        """
        home = cls(path=path.absolute())
        _check_folder(home.path, create=create)
        _check_snapshot(home)
        return home

    @property
    def log(self) -> Path:
        """The batch log: one folder a batch."""
        return self.path / "log"

    @property
    def snapshot(self) -> Path:
        """The published DuckDB file."""
        return self.path / "warehouse.duckdb"

    @property
    def staging(self) -> Path:
        """Where publishers keep their private copies."""
        return self.path / "staging"

    @property
    def publish_lock(self) -> Path:
        """Held by the one who publishes, for as long as it takes."""
        return self.path / "publish.lock"

    @property
    def settle_lock(self) -> Path:
        """Held by the run that tells what no article tells by itself (flows/settling.py)."""
        return self.path / "settle.lock"

    @property
    def commit_lock(self) -> Path:
        """Held for the moment in which a batch gets its name."""
        return self.path / "commit.lock"


def is_duckdb(path: Path) -> bool:
    """Whether a file begins as a DuckDB database does."""
    with disk_errors(path), path.open("rb") as opened:
        return opened.read(16)[_MAGIC] == b"DUCK"


def _check_folder(path: Path, *, create: bool) -> None:
    _check_name(str(path))
    if path.exists() and not path.is_dir():
        raise DiskError(f"{path} is a file; name a folder as --home, or move the file away")
    if not path.exists():
        if not create:
            raise DiskError(f"{path} does not exist; name the folder of a warehouse as --home")
        with disk_errors(path):
            path.mkdir(parents=True, exist_ok=True)
    if not os.access(path, os.R_OK | os.X_OK | (os.W_OK if create else 0)):
        raise DiskError(f"{path}: no permission; change its mode or choose another --home")


def _check_name(path: str) -> None:
    for sign in "?\\":  # DuckDB 2.0 puts its WAL's name before a '?', and takes a '\\' for a '/'
        if sign in path:
            raise ConfigurationError(
                f"{path!r}: DuckDB takes no {sign!r} in a path; choose another"
            )
    if not path.isprintable() and any("\ud800" <= sign <= "\udfff" for sign in path):
        raise ConfigurationError(f"{path!r}: DuckDB takes only UTF-8 in a path; choose another")


def _check_snapshot(home: Home) -> None:
    """A folder or another program's file is refused; one with a log beside it is ours to mend."""
    if home.snapshot.is_dir():
        raise ConfigurationError(
            f"{home.snapshot} is a folder where the snapshot file should be; "
            "move it away, or choose another --home"
        )
    if home.snapshot.exists() and not home.log.is_dir() and not is_duckdb(home.snapshot):
        raise ConfigurationError(
            f"{home.snapshot} is another program's file (no DuckDB database, and there is no log "
            "beside it); move it away, or choose another --home"
        )
