"""Provenance as JSON-LD: rdflib reads it without the network, and the graph answers questions."""

from __future__ import annotations

import json
import socket

import pytest
from rdflib import Graph

from extractors.errors import UsageError
from tests.warehouse.agreeing import Says, publish_events
from tests.warehouse.made_batches import SENTENCES, Talks, made_article, made_batch
from tests.warehouse.told import Told, publish_told
from warehouse.home import Home
from warehouse.log import append
from warehouse.prov import provenance_of
from warehouse.publishing import publish
from warehouse.queries import FactFilter, facts
from warehouse.tracing import traces_of

#: rdflib's own parser of JSON-LD stands on it.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

PREFIXES = "PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX parley: <urn:parley:term:> "


@pytest.fixture
def filled(home: Home) -> Home:
    append(home, made_batch("a", "b", closing=True))
    publish(home)
    return home


def _graph(home: Home, kind: str, monkeypatch: pytest.MonkeyPatch) -> Graph:
    fact = next(facts(home, FactFilter(kinds=(kind,))))
    written = json.dumps(provenance_of(traces_of(home, fact.fact_id[:16])))

    def unreachable(*_: object) -> None:
        raise AssertionError("the graph needs the network")

    monkeypatch.setattr(socket.socket, "connect", unreachable)
    return Graph().parse(data=written, format="json-ld")


def _ask(graph: Graph, pattern: str) -> list[tuple[str, ...]]:
    return sorted(tuple(str(term) for term in row) for row in graph.query(PREFIXES + pattern))


def test_a_value_leads_to_its_words_article_page_and_fetch(
    filled: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = _graph(filled, "talks", monkeypatch)
    article = made_article("a")
    start = article.text.index("Istanbul")
    ((value, words, start_at, end_at, sha256, fetched_at, run),) = _ask(
        graph,
        """SELECT ?value ?words ?start ?end ?sha256 ?at ?run {
            ?it a parley:Value; parley:field "city"; prov:value ?value; prov:wasDerivedFrom ?span.
            ?span prov:value ?words; parley:charStart ?start; parley:charEnd ?end;
                prov:wasQuotedFrom ?article.
            ?article prov:wasDerivedFrom ?page.
            ?page parley:sha256 ?sha256; prov:wasGeneratedBy ?fetch.
            ?fetch prov:endedAtTime ?at; prov:wasInformedBy ?run }""",
    )
    assert (value, words) == ("Istanbul", "Istanbul")
    assert (int(start_at), int(end_at)) == (start, start + 8)
    assert len(sha256) == 64
    assert fetched_at.startswith("2025-07-24")
    assert run == "urn:parley:run:run-1"


def test_the_fact_has_its_sentences_in_the_article(
    filled: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = _graph(filled, "prisoner_exchange", monkeypatch)
    rows = _ask(
        graph,
        """SELECT ?words ?article { ?fact a parley:Fact; prov:wasDerivedFrom ?sentence.
            ?sentence prov:value ?words; prov:wasQuotedFrom ?article. }""",
    )
    assert [row[0] for row in rows] == sorted([SENTENCES[1], SENTENCES[0]])
    (article,) = {row[1] for row in rows}
    assert article == f"urn:parley:article:{made_article('a').article_id}"


def test_who_says_so_and_what_read_it_are_agents(
    filled: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = _graph(filled, "prisoner_exchange", monkeypatch)
    said = """SELECT ?name ?kind { ?fact a parley:Fact; prov:wasAttributedTo ?by.
        ?by rdfs:label ?name; a ?kind FILTER(?kind != prov:Agent) }"""
    assert _ask(graph, said) == [("Rustem Umerov", "http://www.w3.org/ns/prov#Person")]
    read = """SELECT ?extractor ?version ?rule ?program ?run {
        ?fact a parley:Fact; prov:wasGeneratedBy ?it.
        ?it parley:extractor ?extractor; parley:extractorVersion ?version; prov:wasInformedBy ?run;
            prov:qualifiedAssociation [ prov:agent ?by; prov:hadPlan [ rdfs:label ?rule ] ].
        ?by a prov:SoftwareAgent; rdfs:label ?program }"""
    ((extractor, version, rule, program, run),) = _ask(graph, read)
    assert (extractor, version, rule) == ("prisoner_exchange", "1", "made")
    assert program.startswith("parley 0.")
    assert run == "urn:parley:run:run-1"
    outlet = """SELECT ?name { ?article a parley:Article; prov:wasAttributedTo ?by.
        ?by rdfs:label ?name }"""
    assert _ask(graph, outlet) == [("example",)]


def test_a_derived_value_leads_to_the_values_it_came_from(
    filled: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = _graph(filled, "ultimatum", monkeypatch)
    rows = _ask(graph, 'SELECT ?from { ?it parley:field "due_on"; prov:wasDerivedFrom ?from }')
    assert [row[0].rsplit(":", 1)[1] for row in rows] == ["days", "issued_on"]


@pytest.mark.parametrize("kind", ["talks", "prisoner_exchange", "ultimatum"])
def test_nothing_in_the_graph_is_named_and_not_described(
    filled: Home, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    graph = _graph(filled, kind, monkeypatch)
    bare = """SELECT DISTINCT ?thing { ?x ?p ?thing
        FILTER(isIRI(?thing) && STRSTARTS(STR(?thing), "urn:parley:")
            && !STRSTARTS(STR(?thing), "urn:parley:term:"))
        FILTER NOT EXISTS { ?thing a ?type } }"""
    assert _ask(graph, bare) == []


def test_names_of_articles_cannot_break_out_of_their_ids(home: Home) -> None:
    fields = {"parties": ("RUS", "UKR"), "city": '<urn:x> "\u202e\n'}
    publish_told(home, [Told("talks", "completed", None, fields)], outlet='x> <urn:evil> "')
    (fact,) = facts(home)
    graph = Graph().parse(
        data=json.dumps(provenance_of(traces_of(home, fact.fact_id))), format="json-ld"
    )
    assert not [term for triple in graph for term in triple if str(term) == "urn:evil"]
    assert ('x> <urn:evil> "',) in _ask(graph, "SELECT ?name { ?x rdfs:label ?name }")


@pytest.mark.parametrize("which", ["", "nothing/like/it", "ffffffff", "' OR true --"])
def test_an_unknown_id_is_named(filled: Home, which: str) -> None:
    with pytest.raises(UsageError, match="parley facts"):
        traces_of(filled, which)


def test_an_event_has_its_facts_and_through_them_its_outlets(home: Home) -> None:
    event = "talks/RUS-UKR/2025-05-16"
    told = Talks(parties=("RUS", "UKR"), city="Istanbul")
    publish_events(home, [(event, (Says(told), Says(told, outlet="Harbour Courier")))])
    graph = Graph().parse(
        data=json.dumps(provenance_of(traces_of(home, event), event)), format="json-ld"
    )
    outlets = """SELECT ?event ?outlet {
        ?it a parley:Event; rdfs:label ?event; prov:hadMember ?fact.
        ?fact prov:wasDerivedFrom [ prov:wasQuotedFrom ?article ].
        ?article prov:wasAttributedTo [ rdfs:label ?outlet ] }"""
    assert _ask(graph, outlets) == [(event, "Harbour Courier"), (event, "Northern Wire")]
