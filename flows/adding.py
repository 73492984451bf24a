"""What a site was found to have → tables at the end of sources.toml, disabled until a person has
looked at the outlet's terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from extractors.errors import ConfigurationError
from flows.discovering import Found
from flows.sources import NAME, Source, parse_sources, read_sources
from flows.web.targets import parse_target

_LONGEST_NAME = 60


def new_tables(found: Iterable[Found], sources: Iterable[Source]) -> str:
    """A [[source]] table for each that is no source yet; empty where all are."""
    sources = tuple(sources)
    known = {getattr(source, "url", None) for source in sources}
    names = {source.name for source in sources}
    return "".join(_tables(found, known, names))


def _tables(found: Iterable[Found], known: set[str | None], names: set[str]) -> Iterator[str]:
    for it in found:
        url = parse_target(it.url).full  # percent-encoded: nothing in it can end a TOML string
        if {url, it.url} & known:
            continue
        known.add(url)
        name = _name(url, names)
        names.add(name)
        yield (
            f'\n[[source]]\nname = "{name}"\nkind = "{it.kind}"\nurl = "{url}"\nenabled = false\n'
        )


def _name(url: str, taken: set[str]) -> str:
    """Made of host and path: `example-org-world-rss`."""
    place = re.sub(r"^https?://(www\.)?", "", url)
    name = "-".join(re.findall(r"[a-z0-9]+", place.lower()))[:_LONGEST_NAME].strip("-")
    count = 1
    while (unique := name if count == 1 else f"{name}-{count}") in taken:
        count += 1
    return unique


def append_tables(seeds: Path, tables: str) -> None:
    """Write tables behind what stands there, whole or not at all. Raises ConfigurationError."""
    path = seeds / NAME
    read_sources(seeds)
    text = path.read_text(encoding="utf-8").rstrip("\n") + "\n" + tables
    parse_sources(path, text)
    try:
        written = path.with_name(f".{NAME}.new")
        written.write_text(text, encoding="utf-8")
        written.replace(path)
    except PermissionError as error:
        raise ConfigurationError(
            f"{path} cannot be written; set PARLEY_SEEDS to a copy of the folder: {error}"
        ) from error
