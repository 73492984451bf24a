"""Provenance of facts and events as W3C PROV-O, written as JSON-LD with its context inside.

Entities are the fact, its values, the sentences and words they were read from, the article, the
page (by sha256) and the log's batches; activities are fetching, reading and extracting, each within
its run; agents are the outlet, those who say so, and the program in its version. Words are named as
RFC 5147 does: `#char=12,34` is a stretch of the article's text. Ids are URNs: nothing has to be
looked up.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import quote

from extractors.fact import Role
from warehouse.tracing import Trace, TracedPage, TracedValue

_Node = dict[str, Any]

_LINKS = (
    *("wasDerivedFrom", "wasQuotedFrom", "wasGeneratedBy", "wasAttributedTo", "hadMember"),
    *("wasAssociatedWith", "wasInformedBy", "used", "atLocation", "hadPrimarySource"),
    *("actedOnBehalfOf", "agent", "hadPlan", "qualifiedAssociation"),
)
_TIMES = ("startedAtTime", "endedAtTime", "generatedAtTime")

CONTEXT: _Node = {
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "dcterms": "http://purl.org/dc/terms/",
    "parley": "urn:parley:term:",
    "label": "rdfs:label",
    "title": "dcterms:title",
    "value": "prov:value",
    **{name: {"@id": f"prov:{name}", "@type": "@id"} for name in _LINKS},
    **{name: {"@id": f"prov:{name}", "@type": "xsd:dateTime"} for name in _TIMES},
}


def provenance_of(traces: Sequence[Trace], event_id: str | None = None) -> dict[str, Any]:
    """The graph of these facts, as JSON-LD; with the event that they make up, where it is named."""
    nodes: dict[str, _Node] = {}
    if event_id:
        _add(nodes, [_event(event_id, traces)])
    for trace in traces:
        _add(nodes, _nodes(trace))
    return {"@context": CONTEXT, "@graph": list(nodes.values())}


def _add(nodes: dict[str, _Node], more: Iterable[_Node]) -> None:
    for node in more:
        stated = {key: value for key, value in node.items() if value not in (None, [], ())}
        nodes.setdefault(stated["@id"], stated)


def _urn(kind: str, *names: object) -> str:
    return ":".join(["urn:parley", kind, *(quote(str(name), safe="") for name in names)])


def _words(article_id: str, start: int | None, end: int | None) -> str:
    return f"{_urn('article', article_id)}#char={start},{end}"


def _time(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def _event(event_id: str, traces: Sequence[Trace]) -> _Node:
    members = [_urn("fact", trace.fact.fact_id) for trace in traces]
    return {
        "@id": _urn("event", event_id),
        "@type": ["prov:Entity", "prov:Collection", "parley:Event"],
        "label": event_id,
        "hadMember": members,
        "wasDerivedFrom": members,
    }


def _nodes(trace: Trace) -> Iterator[_Node]:
    yield from _fact(trace)
    for value in trace.values:
        yield from _value(trace, value)
    yield from _ungrounded(trace)
    yield _article(trace)
    for page in trace.pages:
        yield from _page(trace, page)
    yield from _extraction(trace)
    yield from _agents(trace)
    for run in trace.runs:
        yield {
            "@id": _urn("run", run.run_id),
            "@type": ["prov:Activity", "parley:Run"],
            "label": run.command,
            "startedAtTime": _time(run.started_at),
            "endedAtTime": _time(run.ended_at),
        }


def _fact(trace: Trace) -> Iterator[_Node]:
    fact = trace.fact
    sentences = [_words(fact.article_id, *said.span) for said in fact.mentions]
    yield {
        "@id": _urn("fact", fact.fact_id),
        "@type": ["prov:Entity", "prov:Collection", "parley:Fact"],
        "parley:kind": fact.kind,
        "parley:status": fact.status,
        "parley:date": fact.date,
        "parley:confidence": fact.confidence,
        "hadMember": [_value_id(trace, value.field) for value in trace.values],
        "wasDerivedFrom": sentences,
        "wasGeneratedBy": _urn("extraction", fact.article_id, fact.extractor, _version(trace)),
        "wasAttributedTo": [_urn("agent", by.name) for by in fact.attribution] or [_outlet(trace)],
        "atLocation": _urn("batch", trace.fact_batch),
    }
    for said, sentence in zip(fact.mentions, sentences, strict=True):
        yield _stretch(
            trace, sentence, "parley:Sentence", said.quote, said.span.start, said.span.end
        )
    yield _batch(trace.fact_batch)


def _value(trace: Trace, value: TracedValue) -> Iterator[_Node]:
    article_id = trace.fact.article_id
    if value.derived_from is None:
        words = _words(article_id, value.char_start, value.char_end)
        yield _stretch(trace, words, "parley:Words", value.words, value.char_start, value.char_end)
        sources = [words]
    else:
        sources = [_value_id(trace, name) for name in value.derived_from.split("+")]
    yield {
        "@id": _value_id(trace, value.field),
        "@type": ["prov:Entity", "parley:Value"],
        "parley:field": value.field,
        "value": value.value,
        "wasDerivedFrom": sources,
    }


def _ungrounded(trace: Trace) -> Iterator[_Node]:
    """Values that others were derived from, and for which no words were kept."""
    grounded = {value.field for value in trace.values}
    named = {name for value in trace.values for name in (value.derived_from or "").split("+")}
    for field in sorted(named - grounded - {""}):
        value = trace.fact.fields.get(field)
        yield {
            "@id": _value_id(trace, field),
            "@type": ["prov:Entity", "parley:Value"],
            "parley:field": field,
            "value": value if value is None or isinstance(value, str) else json.dumps(value),
            "wasDerivedFrom": _urn("article", trace.fact.article_id),
        }


def _value_id(trace: Trace, field: str) -> str:
    return _urn("fact", trace.fact.fact_id, field)


def _stretch(
    trace: Trace, name: str, kind: str, words: str | None, start: int | None, end: int | None
) -> _Node:
    return {
        "@id": name,
        "@type": ["prov:Entity", kind],
        "value": words,
        "parley:charStart": start,
        "parley:charEnd": end,
        "wasQuotedFrom": _urn("article", trace.fact.article_id),
    }


def _article(trace: Trace) -> _Node:
    article = trace.article
    return {
        "@id": _urn("article", article.article_id),
        "@type": ["prov:Entity", "parley:Article"],
        "title": article.title,
        "parley:published": article.published,
        "parley:language": article.language,
        "parley:aiGeneratedWords": article.ai_generated_words,
        "wasDerivedFrom": [_urn("page", page.page_id) for page in trace.pages],
        "wasGeneratedBy": [_urn("reading", page.capture_id) for page in trace.pages],
        "wasAttributedTo": _outlet(trace),
    }


def _page(trace: Trace, page: TracedPage) -> Iterator[_Node]:
    entity, fetching = _urn("page", page.page_id), _urn("fetching", page.capture_id)
    yield {
        "@id": entity,
        "@type": ["prov:Entity", "parley:Page"],
        "parley:sha256": page.page_id,
        "parley:reference": page.reference,
        "parley:url": page.url,
        "parley:mediaType": page.media_type,
        "parley:warcOffset": page.warc_offset,
        "parley:warcLength": page.warc_length,
        "wasGeneratedBy": fetching,
        "wasAttributedTo": _outlet(trace),
        "atLocation": _urn("batch", page.page_batch),
    }
    yield {
        "@id": fetching,
        "@type": ["prov:Activity", "parley:Fetching"],
        "endedAtTime": _time(page.fetched_at),
        "wasInformedBy": _urn("run", page.fetch_run),
        "wasAssociatedWith": _program(page.fetched_with),
    }
    yield {
        "@id": _urn("reading", page.capture_id),
        "@type": ["prov:Activity", "parley:Reading"],
        "parley:readerVersion": page.reader_version,
        "used": entity,
        "wasAssociatedWith": _program(page.read_with),
    }
    for version in {page.fetched_with, page.read_with}:
        yield _software(version)
    for batch in {page.page_batch, page.reading_batch}:
        yield _batch(batch)


def _extraction(trace: Trace) -> Iterator[_Node]:
    fact, program = trace.fact, _program(trace.extracted_with)
    activity = _urn("extraction", fact.article_id, fact.extractor, _version(trace))
    rule = _urn("rule", fact.extractor, _version(trace), fact.rule)
    association = _urn("association", fact.fact_id)
    yield {
        "@id": activity,
        "@type": ["prov:Activity", "parley:Extraction"],
        "parley:extractor": fact.extractor,
        "parley:extractorVersion": fact.extractor_version,
        "used": _urn("article", fact.article_id),
        "wasInformedBy": _urn("run", trace.extraction_run),
        "wasAssociatedWith": program,
        "qualifiedAssociation": association,
    }
    yield {
        "@id": association,
        "@type": "prov:Association",
        "agent": program,
        "hadPlan": rule,
    }
    yield {"@id": rule, "@type": ["prov:Entity", "prov:Plan", "parley:Rule"], "label": fact.rule}
    yield _software(trace.extracted_with)


def _version(trace: Trace) -> int:
    return trace.fact.extractor_version


_AGENT_TYPES = {
    Role.SPEAKER: "prov:Person",
    Role.BODY: "prov:Organization",
    Role.OUTLET: "prov:Organization",
}


def _agents(trace: Trace) -> Iterator[_Node]:
    """The outlet, and those who say so; the unnamed are agents of no closer type."""
    name = trace.article.outlet
    yield {
        "@id": _outlet(trace),
        "@type": ["prov:Agent", "prov:Organization"],
        "label": name or "the article's outlet, not known",
    }
    for by in trace.fact.attribution:
        kinds = ["prov:Agent", _AGENT_TYPES.get(by.role)]
        yield {
            "@id": _urn("agent", by.name),
            "@type": [kind for kind in kinds if kind],
            "label": by.name,
            "parley:role": by.role.value,
        }


def _outlet(trace: Trace) -> str:
    """An outlet that is not known is one of its own for each article."""
    outlet = trace.article.outlet
    return _urn("agent", outlet) if outlet else _urn("outlet-of", trace.fact.article_id)


def _program(version: str) -> str:
    return _urn("program", version)


def _software(version: str) -> _Node:
    return {
        "@id": _program(version),
        "@type": ["prov:Agent", "prov:SoftwareAgent"],
        "label": f"parley {version}",
    }


def _batch(batch_id: str) -> _Node:
    return {
        "@id": _urn("batch", batch_id),
        "@type": ["prov:Entity", "prov:Location", "parley:Batch"],
        "label": f"log/{batch_id}",
    }
