"""seeds/sources.toml as typed values: where pages come from night after night. Fetches nothing."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, TypeAdapter, ValidationError

from extractors.errors import ConfigurationError
from extractors.values import Value
from flows.redaction import without_secrets
from flows.web.answers import Budget, Manners, OptOut
from flows.web.ended import EndedError
from flows.web.targets import parse_target

NAME = "sources.toml"


def _an_address(url: str) -> str:
    try:
        parse_target(url)
    except EndedError as error:
        raise ValueError(error.ending.detail) from None
    return url


def _in_order(bounds: tuple[int, int]) -> tuple[int, int]:
    if bounds[0] > bounds[1]:
        raise ValueError("the least stands before the most")
    return bounds


Url = Annotated[str, AfterValidator(_an_address)]
Words = Annotated[tuple[Annotated[str, Field(pattern=r"\w")], ...], Field(strict=False)]
OptOuts = Annotated[frozenset[Annotated[OptOut, Field(strict=False)]], Field(strict=False)]
Volume = Annotated[
    tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=0)]],
    Field(strict=False),
    AfterValidator(_in_order),
]


class _Source(Value):
    """What all sources have; `outlet` and `language` outrank what the pages say."""

    name: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    outlet: str | None = None
    language: str | None = Field(default=None, pattern=r"^[a-z]{2}$")
    enabled: bool = True
    rights: str | None = None  # under which terms it may be read; for people
    articles_a_day: Volume | None = None  # the least and the most that is usual


class _WebSource(_Source):
    """How the pages of a source on the web are asked for."""

    delay_seconds: float | None = Field(default=None, ge=0, le=600)  # between two requests
    obeys: OptOuts = Manners().obeyed  # what a page may say to be left out
    budget_seconds: float | None = Field(default=None, gt=0)  # for asking for all of it in a run

    @property
    def manners(self) -> Manners:
        seconds = self.budget_seconds
        budget = Budget(source=self.name, seconds=seconds) if seconds else None
        return Manners(delay_seconds=self.delay_seconds, obeyed=self.obeys, budget=budget)


class FolderSource(_Source):
    """A folder of pages; the path is relative to the folder of sources.toml."""

    kind: Literal["folder"]
    path: str


class UrlsSource(_WebSource):
    """A plain list of pages on the web."""

    kind: Literal["urls"]
    urls: tuple[Url, ...] = Field(strict=False, min_length=1)  # TOML gives lists


#: Of a feed or sitemap: nothing newer than so many days is a warning.
StaleDays = Annotated[int | None, Field(ge=1, le=3650)]


class FeedSource(_WebSource):
    """An RSS, Atom or JSON feed, of which each entry's link is a page."""

    kind: Literal["feed"]
    url: Url
    topic: Words = ()  # only entries that have one of these words
    stale_days: StaleDays = 14


class SitemapSource(_WebSource):
    """A sitemap, or an index of sitemaps with all that stands in them."""

    kind: Literal["sitemap"]
    url: Url
    topic: Words = ()  # only pages with one of these words in title, keywords or address
    stale_days: StaleDays = 14
    days: int | None = Field(default=None, ge=1)  # only what changed within so many days


class WarcSource(_Source):
    """WARC files on disk, such as Common Crawl's news archive; filters go by what is archived."""

    kind: Literal["warc"]
    path: str
    hosts: Words = ()  # only pages of these hosts, and of those below them
    topic: Words = ()  # only pages that hold one of these words
    since: date | None = None  # only what was archived from this day on
    until: date | None = None


Source = Annotated[
    FolderSource | UrlsSource | FeedSource | SitemapSource | WarcSource,
    Field(discriminator="kind"),
]
_KINDS: dict[str, type[_Source]] = {
    "folder": FolderSource,
    "urls": UrlsSource,
    "feed": FeedSource,
    "sitemap": SitemapSource,
    "warc": WarcSource,
}
_SOURCE: TypeAdapter[Source] = TypeAdapter(Source)


def is_on_web(source: Source) -> bool:
    """Whether hosts are asked for it."""
    return isinstance(source, _WebSource)


def read_sources(seeds: Path) -> tuple[Source, ...]:
    """All sources, enabled or not, in the file's order.

    Raises ConfigurationError naming file, line, key, and the nearest valid key.
    """
    path = seeds / NAME
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path} cannot be read: {error}; correct it") from error
    return parse_sources(path, text)


def parse_sources(path: Path, text: str) -> tuple[Source, ...]:
    """The sources of a text; the path is for messages."""
    tables = _tables(path, text)
    sources = tuple(_source(path, text, number, table) for number, table in enumerate(tables))
    for key in ("name", "url"):
        _refuse_twins(path, text, key, [getattr(source, key, None) for source in sources])
    return sources


def _refuse_twins(path: Path, text: str, key: str, values: list[str | None]) -> None:
    for number, value in enumerate(values):
        if value is not None and value in values[:number]:
            line, shown = _line(text, number, key), without_secrets(value)
            fault = f"a second source {shown!r}; rename or remove one"
            raise ConfigurationError(f"{path}, line {line}, key {key!r}: {fault}")


def chosen(sources: tuple[Source, ...], names: tuple[str, ...]) -> tuple[Source, ...]:
    """The named sources, or all that are enabled. Raises ConfigurationError for an unknown name,
    and where none is enabled: a night that reads nothing would pass for a quiet one.
    """
    by_name = {source.name: source for source in sources}
    for name in names:
        if name not in by_name:
            raise ConfigurationError(
                f"there is no source {name!r} in {NAME}; {_nearest(name, list(by_name))}"
            )
    wanted = tuple(by_name[name] for name in names) or tuple(s for s in sources if s.enabled)
    if not wanted:
        raise ConfigurationError(
            f"no source in {NAME} is enabled; write enabled = true beside those to be read, "
            "or name them"
        )
    return wanted


def _tables(path: Path, text: str) -> list[dict[str, Any]]:
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"{path} cannot be read: {error}; correct it") from error
    for key in content:
        if key != "source":
            raise ConfigurationError(f"{path}: unknown key {key!r}; sources stand in [[source]]")
    tables = content.get("source", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise ConfigurationError(f"{path}: 'source' is no list of tables; write [[source]]")
    return tables


def _source(path: Path, text: str, number: int, table: dict[str, Any]) -> Source:
    try:
        return _SOURCE.validate_python(table)
    except ValidationError as error:
        first = error.errors()[0]
    kind = _KINDS.get(str(table.get("kind")))
    inside = first["loc"][1:] if kind else ()
    key = str(inside[0]) if inside else "kind"
    shown = without_secrets(repr(table[key])) if key in table else ""
    fault = f"{first['msg']} (it is {shown})" if shown else first["msg"]
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
