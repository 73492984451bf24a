"""A batch's values as Arrow tables, one for each table of the warehouse. Says nothing of files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from extractors.article import Article
from extractors.fact import Extraction, Fact
from extractors.origins.fingerprint import Fingerprint, fingerprint_of
from extractors.values import Span, date_end, date_precision, date_start
from warehouse.definitions import TABLES, arrow_schema
from warehouse.pages import Location
from warehouse.records import Batch, Capture, Outcome, Reading, Run, StoredLink

if TYPE_CHECKING:
    import pyarrow as pa

_Row = dict[str, Any]
_Rows = dict[str, dict[tuple[Any, ...], _Row]]  # table → key → row: the first of a key stays


class TableRows(NamedTuple):
    """The rows of one table."""

    table: str
    rows: pa.Table


def arrow_tables(batch: Batch, locations: Iterable[Location]) -> tuple[TableRows, ...]:
    """All rows of a batch, without tables that get none. A key that comes twice is kept once."""
    rows: _Rows = {table.name: {} for table in TABLES}
    places = {location.page_id: location for location in locations}
    if batch.run is not None:
        rows["runs"][(batch.run.run_id,)] = _run(batch.run)
    for outcome in batch.outcomes:
        key = (outcome.run_id, outcome.source, outcome.reference)
        rows["outcomes"].setdefault(key, _outcome(outcome))
    for capture in batch.captures:
        row = _capture(capture, places)
        rows["captures"].setdefault((row["capture_id"],), row)
    for visit in batch.visits:
        rows["visits"].setdefault((visit.run_id, visit.reference), visit.model_dump())
    for reading in batch.readings:
        _add_reading(rows, reading)
    _add_findings(rows, batch)
    for warning in batch.warnings:
        rows["warnings"][(warning.run_id, warning.source, warning.code)] = warning.model_dump()
    for accepted in batch.acceptances:
        rows["acceptances"][(accepted.run_id, accepted.source)] = accepted.model_dump()
    for extraction in batch.extractions:
        _add_extraction(rows, extraction, batch.run_id)
    return tuple(
        TableRows(table, _arrow_table(table, list(keyed.values())))
        for table, keyed in rows.items()
        if keyed
    )


def _add_findings(rows: _Rows, batch: Batch) -> None:
    """What was found by holding articles or facts against each other, or against gold."""
    for fingerprint in batch.fingerprints:
        _add_fingerprint(rows, fingerprint)
    for origin in batch.origins:
        rows["origins"][(origin.article_id, origin.version, origin.revision)] = origin.model_dump()
    for outlet in batch.outlets:
        rows["outlets"][(outlet.slug, outlet.revision)] = outlet.model_dump()
    for quality in batch.quality:
        key = (quality.run_id, quality.gold, quality.kind)
        rows["quality_runs"].setdefault(key, quality.model_dump())
    for link in batch.links:
        link_key = (link.link.fact_id, link.linker_version, link.revision)
        rows["links"].setdefault(link_key, _link(link, batch.run_id))


def _arrow_table(table: str, rows: list[_Row]) -> pa.Table:
    import pyarrow as pa

    schema = arrow_schema(table)
    try:
        return pa.Table.from_pylist(rows, schema)
    except UnicodeEncodeError:  # lone surrogates: a file name that is no UTF-8, a broken page
        return pa.Table.from_pylist([_storable(row) for row in rows], schema)


def _storable(row: _Row) -> _Row:
    """Lone surrogates cannot be stored: they are written as \\udcff, so that they still show."""
    return {
        name: value.encode(errors="backslashreplace").decode() if isinstance(value, str) else value
        for name, value in row.items()
    }


def _run(run: Run) -> _Row:
    return {
        "run_id": run.run_id,
        "command": run.command,
        "parley_version": run.parley_version,
        "started_at": run.started_at,
        "ended_at": run.ended_at,
        "listed_count": run.listed_count,
    }


def _outcome(outcome: Outcome) -> _Row:
    return {
        "run_id": outcome.run_id,
        "source": outcome.source,
        "reference": outcome.reference,
        "code": outcome.code.value,
        "reason": outcome.reason,
        "detail": outcome.detail,
        "ended_at": outcome.at,
        "capture_id": outcome.capture_id,
    }


def _capture(capture: Capture, places: dict[str, Location]) -> _Row:
    page, manifest = capture.page, capture.page.manifest
    page_id, offset, length = places[page.page_id]
    published = manifest.published
    return {
        "capture_id": capture.capture_id,
        "page_id": page_id,
        "reference": page.reference,
        "url": page.url,
        "source": capture.source,
        "media_type": page.media_type,
        "charset": page.charset,
        "manifest_url": manifest.url,
        "manifest_outlet": manifest.outlet,
        "manifest_published": published.isoformat() if isinstance(published, date) else published,
        "manifest_title": manifest.title,
        "manifest_language": manifest.language,
        "manifest_upstream": manifest.upstream,
        "byte_count": len(page.content),
        "fetched_at": page.fetched_at,
        "run_id": capture.run_id,
        "warc_offset": offset,
        "warc_length": length,
    }


def _add_reading(rows: _Rows, reading: Reading) -> None:
    key = (reading.capture_id, reading.reader_version, reading.revision)
    if key in rows["readings"]:
        return
    article = reading.article
    article_id = article.article_id if article else None
    rows["readings"][key] = _reading(reading, article_id)
    if article:
        _add_article(rows, article, article.article_id)
        rows["removed_blocks"].update(_removed_blocks(article, key))


def _reading(reading: Reading, article_id: str | None) -> _Row:
    row = {
        "capture_id": reading.capture_id,
        "reader_version": reading.reader_version,
        "revision": reading.revision,
        "article_id": article_id,
        "reason": reading.reason,
        "detail": reading.detail,
    }
    if (article := reading.article) is None:
        return row
    disclosed = article.disclosures
    return row | {
        "url": article.url,
        "outlet": article.outlet,
        "authors": list(article.authors),
        "published_basis": article.published_basis.value,
        "ai_generated_words": disclosed.ai_generated.words if disclosed.ai_generated else None,
        "upstream": list(disclosed.upstream),
        "modified": article.modified.isoformat() if article.modified else None,
        "date_candidates": [
            {"source": candidate.source.value, "value": candidate.value.isoformat()}
            for candidate in article.date_candidates
        ],
        "flags": [flag.value for flag in article.flags],
    }


def _add_article(rows: _Rows, article: Article, article_id: str) -> None:
    """The article, and the fingerprint of its text, which is looked for among those of others."""
    if (article_id,) in rows["articles"]:
        return
    rows["articles"][(article_id,)] = _article(article, article_id)
    _add_fingerprint(rows, fingerprint_of(article_id, article.text))


def _add_fingerprint(rows: _Rows, fingerprint: Fingerprint) -> None:
    key = (fingerprint.article_id, fingerprint.version)
    rows["fingerprints"].setdefault(key, fingerprint.model_dump())


def _article(article: Article, article_id: str) -> _Row:
    published = article.published
    at = published.astimezone(UTC) if isinstance(published, datetime) else None
    return {
        "article_id": article_id,
        "title": article.title,
        "text": article.text,
        "published": published.isoformat() if published else None,
        "published_at": at,
        "published_on": article.published_on,
        "language": article.language,
        "character_count": len(article.text),
    }


def _removed_blocks(
    article: Article, reading_key: tuple[str, int, int]
) -> Iterator[tuple[tuple[Any, ...], _Row]]:
    capture_id, reader_version, revision = reading_key
    for block in article.removed:
        yield (
            (*reading_key, block.position),
            {
                "capture_id": capture_id,
                "reader_version": reader_version,
                "revision": revision,
                "position": block.position,
                "text_offset": block.text_offset,
                "kind": block.kind.value,
                "rule": block.rule,
                "text": block.text,
            },
        )


def _add_extraction(rows: _Rows, extraction: Extraction, run_id: str) -> None:
    key = (extraction.article_id, extraction.extractor, extraction.extractor_version)
    if key in rows["extractions"]:
        return
    facts = {fact.fact_id: fact for fact in extraction.facts}
    rows["extractions"][key] = {
        "article_id": extraction.article_id,
        "extractor": extraction.extractor,
        "extractor_version": extraction.extractor_version,
        "fact_count": len(facts),
        "run_id": run_id,
    }
    for silence in extraction.silences:
        rows["silences"][(*key, silence.span.start)] = {
            **dict(zip(("article_id", "extractor", "extractor_version"), key, strict=True)),
            **_place(silence.span),
            "reason": silence.reason.value,
            "pattern": silence.pattern,
        }
    for fact_id, fact in facts.items():
        _add_fact(rows, fact_id, fact)


def _add_fact(rows: _Rows, fact_id: str, fact: Fact) -> None:
    rows["facts"][(fact_id,)] = _fact(fact_id, fact)
    for rank, mention in enumerate(fact.mentions):
        rows["mentions"][(fact_id, rank)] = {
            "fact_id": fact_id,
            "mention_rank": rank,
            **_place(mention.span),
            "quote": mention.quote,
            "rule": mention.rule,
        }
    for field, ground in fact.grounding.items():
        place = _place(ground) if isinstance(ground, Span) else {"derived_from": ground}
        rows["groundings"][(fact_id, field)] = {"fact_id": fact_id, "field": field, **place}
    for hop, said_by in enumerate(fact.attribution):
        rows["attributions"][(fact_id, hop)] = {
            "fact_id": fact_id,
            "hop": hop,
            "name": said_by.name,
            "role": said_by.role.value,
            **_place(said_by.span),
        }


def _link(stored: StoredLink, run_id: str) -> _Row:
    return {
        **stored.link.model_dump(),
        "linker_version": stored.linker_version,
        "revision": stored.revision,
        "run_id": run_id,
    }


def _place(span: Span) -> _Row:
    return {"char_start": span.start, "char_end": span.end}


def _fact(fact_id: str, fact: Fact) -> _Row:
    dated = fact.date
    return {
        "fact_id": fact_id,
        "article_id": fact.article_id,
        "kind": fact.kind,
        "extractor": fact.extractor,
        "extractor_version": fact.extractor_version,
        "status": fact.status.value,
        "date": dated,
        "date_start": date_start(dated) if dated else None,
        "date_end": date_end(dated) if dated else None,
        "date_precision": date_precision(dated).value if dated else None,
        "date_basis": fact.date_basis.value,
        "quote": fact.quote,
        **_place(fact.span),
        "fields": _fields(fact),
        "confidence": fact.confidence,
        "rule": fact.rule,
        "mention_count": len(fact.mentions),
    }


def _fields(fact: Fact) -> str:
    stated = fact.fields.model_dump(mode="json", exclude_none=False)
    stated = {name: value for name, value in stated.items() if value is not None}
    return json.dumps(stated, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
