"""Article → facts: one extraction for each kind of the registry."""

from __future__ import annotations

from collections.abc import Collection

from extractors.article import Article
from extractors.fact import Extraction
from extractors.references import References


def extract(
    article: Article, references: References, kinds: Collection[str] | None = None
) -> tuple[Extraction, ...]:
    """Read the facts of all kinds, or of the named ones; one extraction a kind, empty ones too."""
    raise NotImplementedError
