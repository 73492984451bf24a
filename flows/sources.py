"""seeds/sources.toml as typed values: where pages come from night after night. Fetches nothing."""

from __future__ import annotations

import re
import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, ValidationError

from extractors.errors import ConfigurationError
from extractors.values import Value

NAME = "sources.toml"

Url = Annotated[str, Field(pattern=r"^https?://[^/\s]+")]


class _Source(Value):
    """What all sources have; `outlet` and `language` outrank what the pages say."""

    name: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    outlet: str | None = None
    language: str | None = Field(default=None, pattern=r"^[a-z]{2}$")
    enabled: bool = True


class FolderSource(_Source):
    """A folder of pages; the path is relative to the folder of sources.toml."""

    kind: Literal["folder"]
    path: str


class UrlsSource(_Source):
    """A plain list of pages on the web."""

    kind: Literal["urls"]
    urls: tuple[Url, ...] = Field(strict=False, min_length=1)  # TOML gives lists


class FeedSource(_Source):
    """An RSS or Atom feed, of which each entry's link is a page."""

    kind: Literal["feed"]
    url: Url


Source = Annotated[FolderSource | UrlsSource | FeedSource, Field(discriminator="kind")]
_KINDS: dict[str, type[_Source]] = {"folder": FolderSource, "urls": UrlsSource, "feed": FeedSource}
_SOURCE: TypeAdapter[Source] = TypeAdapter(Source)


def read_sources(seeds: Path) -> tuple[Source, ...]:
    """All sources, enabled or not, in the file's order.

    Raises ConfigurationError naming file, line, key, and the nearest valid key.
    """
    path = seeds / NAME
    text, tables = _tables(path)
    sources = tuple(_source(path, text, number, table) for number, table in enumerate(tables))
    names = [source.name for source in sources]
    for number, name in enumerate(names):
        if name in names[:number]:
            line = _line(text, number, "name")
            raise ConfigurationError(f"{path}, line {line}: a second source {name!r}; rename one")
    return sources


def chosen(sources: tuple[Source, ...], names: tuple[str, ...]) -> tuple[Source, ...]:
    """The named sources, or all that are enabled. Raises ConfigurationError for an unknown name."""
    by_name = {source.name: source for source in sources}
    for name in names:
        if name not in by_name:
            raise ConfigurationError(
                f"there is no source {name!r} in {NAME}; {_nearest(name, list(by_name))}"
            )
    return tuple(by_name[name] for name in names) or tuple(s for s in sources if s.enabled)


def _tables(path: Path) -> tuple[str, list[dict[str, Any]]]:
    try:
        text = path.read_text(encoding="utf-8")
        content = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigurationError(f"{path} cannot be read: {error}; correct it") from error
    for key in content:
        if key != "source":
            raise ConfigurationError(f"{path}: unknown key {key!r}; sources stand in [[source]]")
    tables = content.get("source", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise ConfigurationError(f"{path}: 'source' is no list of tables; write [[source]]")
    return text, tables


def _source(path: Path, text: str, number: int, table: dict[str, Any]) -> Source:
    try:
        return _SOURCE.validate_python(table)
    except ValidationError as error:
        first = error.errors()[0]
    kind = _KINDS.get(str(table.get("kind")))
    inside = first["loc"][1:] if kind else ()
    key = str(inside[0]) if inside else "kind"
    fault = f"{first['msg']} (it is {table[key]!r})" if key in table else first["msg"]
    if kind and key not in kind.model_fields:
        fault = f"unknown key; {_nearest(key, list(kind.model_fields))}"
    raise ConfigurationError(f"{path}, line {_line(text, number, key)}, key {key!r}: {fault}")


def _line(text: str, number: int, key: str) -> int:
    """The line of a key in the table of that number, or of the table's head: TOML keeps none."""
    lines = text.splitlines()
    heads = [n for n, line in enumerate(lines, 1) if re.match(r"\s*\[\[\s*source\s*\]\]", line)]
    start = heads[number] if number < len(heads) else 1
    end = heads[number + 1] - 1 if number + 1 < len(heads) else len(lines)
    found = (n for n in range(start, end + 1) if lines[n - 1].split("=")[0].strip() == key)
    return next(found, start)


def _nearest(name: str, known: list[str]) -> str:
    near = get_close_matches(name, known, n=1)
    return f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"
