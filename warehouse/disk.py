"""What the disk is asked to do: durable files, copies that share blocks, errors that say enough."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EDQUOT, ENOSPC, EROFS
from pathlib import Path

from extractors.errors import DiskError

_FICLONE = 0x40049409  # linux/fs.h: share the blocks of another file (btrfs, xfs, bcachefs)


@contextmanager
def disk_errors(path: Path) -> Iterator[None]:
    """Turn an OSError into a DiskError that names the path and the remedy."""
    try:
        yield
    except OSError as error:
        raise disk_error(path, error) from error


def disk_error(path: Path, error: OSError) -> DiskError:
    place = error.filename or path
    if error.errno in (ENOSPC, EDQUOT):
        return DiskError(f"{place}: no room left on the disk; free some and run the command again")
    if isinstance(error, PermissionError) or error.errno == EROFS:
        return DiskError(f"{place}: no permission; change its mode or choose another --home")
    reason = error.strerror or str(error)
    return DiskError(f"{place}: {reason}; make the path usable and run the command again")


def sync_file(path: Path) -> None:
    """Return when the file's content is on the disk."""
    _sync(path, os.O_RDONLY)


def sync_folder(path: Path) -> None:
    """Return when the folder's names are on the disk."""
    _sync(path, os.O_RDONLY | os.O_DIRECTORY)


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def copy_file(source: Path, target: Path) -> None:
    """Copy a file, sharing its blocks where the file system can."""
    with source.open("rb") as read, target.open("xb") as written:
        if not _share_blocks(read.fileno(), written.fileno()):
            shutil.copyfileobj(read, written, 1 << 20)


def _share_blocks(source: int, target: int) -> bool:
    try:
        import fcntl

        fcntl.ioctl(target, _FICLONE, source)
    except (ImportError, OSError):
        return False
    return True


def remove(path: Path) -> None:
    """Remove a file or a folder; one that is gone or cannot go is left to the next sweep."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()
