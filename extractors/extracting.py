"""Article → facts: one extraction for each kind of the registry."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from extractors.article import Article
from extractors.claims import Kind, facts_of
from extractors.fact import Extraction
from extractors.parsing.document import Document
from extractors.parsing.line import Line
from extractors.parsing.names.gazetteer import gazetteer
from extractors.references import References
from extractors.registry import KINDS
from extractors.silence import silences, speaking_of

VERSIONS = {kind.name: kind.version for kind in KINDS}


def extract(
    article: Article, references: References, kinds: Collection[str] | None = None
) -> tuple[Extraction, ...]:
    """Read the facts of all kinds, or of the named ones; one extraction a kind, empty ones too."""
    document = Document(article, gazetteer(references))
    speaking = speaking_of(document)
    return tuple(
        _extraction(kind, document, speaking[kind.name])
        for kind in KINDS
        if kinds is None or kind.name in kinds
    )


def _extraction(kind: Kind, document: Document, speaking: Iterable[Line]) -> Extraction:
    facts = tuple(facts_of(kind, document))
    return Extraction(
        article_id=document.article_id,
        extractor=kind.name,
        extractor_version=kind.version,
        facts=facts,
        silences=silences(kind.name, document, speaking, facts),
    )
