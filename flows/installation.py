"""Is this installation fit to run? What `parley doctor` says before it looks at the warehouse."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version

from extractors.errors import ParleyError
from extractors.references import read_references
from flows.settings import Settings
from flows.sources import is_on_web, read_sources
from warehouse.doctor import Finding, Level

_PACKAGES = ("parley", "duckdb", "pyarrow", "trafilatura", "httpcore", "prefect")
_ROOM = 1024**3  # publishing needs a second copy of the snapshot


def examine_installation(settings: Settings) -> Iterator[Finding]:
    """Versions, seeds, who we say we are, and room on the disk."""
    yield _versions()
    yield _seeds(settings)
    yield from _contact(settings)
    yield _room(settings)


def _versions() -> Finding:
    python = ".".join(map(str, sys.version_info[:3]))
    try:
        found = ", ".join(f"{package} {version(package)}" for package in _PACKAGES)
    except PackageNotFoundError as error:
        return _found(Level.DAMAGE, "installation", f"{error.name} is missing", "run make setup")
    return _found(Level.OK, "installation", f"Python {python}, {found}")


def _seeds(settings: Settings) -> Finding:
    steps: tuple[Callable[[], object], ...] = (
        lambda: read_references(settings.seeds),
        lambda: read_sources(settings.seeds),
    )
    try:
        for step in steps:
            step()
    except ParleyError as error:
        return _found(Level.DAMAGE, "seeds", str(error), "correct the file")
    enabled = sum(source.enabled for source in read_sources(settings.seeds))
    return _found(Level.OK, "seeds", f"reference lists are read; {enabled} sources enabled")


def _contact(settings: Settings) -> Iterator[Finding]:
    """Who is asked night after night should know whom to write to; nobody is asked without need."""
    try:
        asked = [it.name for it in read_sources(settings.seeds) if it.enabled and is_on_web(it)]
    except ParleyError:
        return  # told above
    if asked and not settings.contact:
        told = f"{len(asked)} enabled sources ask hosts on the web ({asked[0]} …), and "
        yield _found(
            Level.WARNING,
            "contact",
            f"{told}PARLEY_CONTACT is empty",
            "set it to an address or a page at which their owners reach you",
        )


def _room(settings: Settings) -> Finding:
    free = shutil.disk_usage(settings.home).free
    level = Level.OK if free > _ROOM else Level.WARNING
    remedy = "" if free > _ROOM else "free some: publishing makes a second copy of the snapshot"
    return _found(level, "disk", f"{free / 1024**3:.1f} GiB free", remedy)


def _found(level: Level, subject: str, message: str, remedy: str = "") -> Finding:
    return Finding(level=level, subject=subject, message=message, remedy=remedy)
