"""Gold files: facts that people read from articles by hand, one article a line of JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from extractors.errors import ConfigurationError

_ENDING = re.compile(r"\.(?:txt|html?|md)\Z")


class _Gold(BaseModel):
    """Gold lines carry remarks of their writers too: what is not known here is passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class GoldFact(_Gold):
    """One fact as it should be read.

    A list in `fields` where a single value is meant holds the accepted alternatives; None among
    them: it may be left out. None alone: the text does not support the field.
    """

    kind: str
    status: tuple[str, ...]
    fields: Mapping[str, Any]
    evidence: str = ""  # words of the text by which the fact is found
    attribution: tuple[str, ...] = ()
    optional: bool = False  # right when read, no miss when not

    @field_validator("status", mode="before")
    @classmethod
    def _listed(cls, status: object) -> object:
        return (status,) if isinstance(status, str) else status

    @field_validator("attribution", mode="before")
    @classmethod
    def _named(cls, hops: object) -> object:
        if not isinstance(hops, list):
            return hops or ()
        return tuple(hop["name"] if isinstance(hop, dict) else hop for hop in hops)


class GoldArticle(_Gold):
    """An article with all its facts of the annotated kinds."""

    article: str
    facts: tuple[GoldFact, ...]
    kinds: tuple[str, ...] | None = None  # None: every kind was annotated


def article_key(reference: str) -> str:
    """What an article goes by in gold files: the last part of its path, without its ending."""
    return _ENDING.sub("", reference.rstrip("/").split("/")[-1])


def read_gold(lines: Iterable[str], name: str) -> tuple[GoldArticle, ...]:
    """The articles of a gold file. Raises ConfigurationError naming the file, line and fault."""
    articles: dict[str, GoldArticle] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            article = GoldArticle.model_validate(json.loads(line))
        except (ValueError, TypeError) as error:
            raise ConfigurationError(f"{name}, line {number}: {_fault(error)}") from error
        key = article_key(article.article)
        if key in articles:
            raise ConfigurationError(f"{name}, line {number}: a second line for {key!r}; join them")
        articles[key] = article
    return tuple(articles.values())


def _fault(error: Exception) -> str:
    if not isinstance(error, ValidationError):
        return f"no JSON object ({error}); write one article a line"
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    return f"{where}: {first['msg']}"
