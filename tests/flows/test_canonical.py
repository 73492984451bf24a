"""Canonical addresses: what is one article gets one spelling, and what may be two keeps two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.canonical import canonical, page_canonical

STORY = "https://example.org/world/swap-250?id=3"

#: All of these are the story.
ONE = [
    ("as it is", "https://example.org/world/swap-250?id=3"),
    ("http", "http://example.org/world/swap-250?id=3"),
    ("capitals in the host", "HTTPS://Example.ORG/world/swap-250?id=3"),
    ("the usual port", "http://example.org:80/world/swap-250?id=3"),
    ("user and password", "https://me:secret@example.org/world/swap-250?id=3"),
    ("a final dot", "https://example.org./world/swap-250?id=3"),
    ("fragment", "https://example.org/world/swap-250?id=3#comments"),
    ("www", "https://www.example.org/world/swap-250?id=3"),
    ("mobile host", "https://m.example.org/world/swap-250?id=3"),
    ("mobile host in full", "https://mobile.example.org/world/swap-250?id=3"),
    ("AMP host", "https://amp.example.org/world/swap-250?id=3"),
    ("www and AMP", "https://www.amp.example.org/world/swap-250?id=3"),
    ("AMP before", "https://example.org/amp/world/swap-250?id=3"),
    ("AMP within", "https://example.org/world/amp/swap-250?id=3"),
    ("AMP behind", "https://example.org/world/swap-250/amp/?id=3"),
    ("AMP as an ending", "https://example.org/world/swap-250.amp?id=3"),
    ("AMP as a parameter", "https://example.org/world/swap-250?amp&id=3"),
    ("AMP as a value", "https://example.org/world/swap-250?id=3&outputType=amp"),
    ("AMP twice", "https://example.org/world/swap-250.amp.amp?id=3"),
    ("print behind", "https://example.org/world/swap-250/print/?id=3"),
    ("print behind AMP", "https://example.org/world/swap-250/print/amp?id=3"),
    ("print as a parameter", "https://example.org/world/swap-250?id=3&print=1"),
    ("print as a view", "https://example.org/world/swap-250?view=print&id=3"),
    ("an AMP cache", "https://example-org.cdn.ampproject.org/c/s/example.org/world/swap-250?id=3"),
    ("a search engine's", "https://www.google.co.uk/amp/s/amp.example.org/world/swap-250?id=3"),
    ("a final slash", "https://example.org/world/swap-250/?id=3"),
    ("its index", "https://example.org/world/swap-250/index.html?id=3"),
    ("campaign", "https://example.org/world/swap-250?utm_source=rss&utm_medium=feed&id=3"),
    ("networks", "https://example.org/world/swap-250?id=3&fbclid=a&gclid=b&msclkid=c&ysclid=d"),
    ("a broadcaster's", "https://example.org/world/swap-250?id=3&at_medium=RSS&at_campaign=rss"),
    ("more of them", "https://example.org/world/swap-250?CMP=rss&id=3&xtor=RSS-1&ocid=w&smid=tw"),
    ("channels", "https://example.org/world/swap-250?ref=rss&id=3&source=twitter&from=top_home"),
    ("an escape too many", "https://example.org/world/%73wap-250?id=3"),
]

#: None of these is.
OTHERS = [
    ("another host", "https://news.example.org/world/swap-250?id=3"),
    ("another port", "https://example.org:8443/world/swap-250?id=3"),
    ("capitals in the path", "https://example.org/World/swap-250?id=3"),
    ("another number", "https://example.org/world/swap-250?id=4"),
    ("a page of it", "https://example.org/world/swap-250?id=3&page=2"),
    ("a language", "https://example.org/world/swap-250?id=3&lang=uk"),
    ("a picture of it", "https://example.org/world/swap-250?id=3&gallery=7"),
    ("a document's number", "https://example.org/world/swap-250?id=3&ref=S/2025/7"),
    ("ids that name no reader", "https://example.org/world/swap-250?id=3&cid=7"),
    ("what has no name", "https://example.org/world/swap-250?id=3&7"),
    ("a place in a page that loads it", "https://example.org/world/swap-250?id=3#!/2"),
    ("a word with amp in it", "https://example.org/world/swap-250-amp?id=3"),
    ("a document for print", "https://example.org/world/swap-250?id=3&edition=print"),
    ("a number of prints", "https://example.org/world/swap-250?id=3&print=250"),
    ("another view", "https://example.org/world/swap-250?id=3&view=map"),
    ("an encoded slash", "https://example.org/world%2Fswap-250?id=3"),
]


@pytest.mark.parametrize("url", [it[1] for it in ONE], ids=[it[0] for it in ONE])
def test_one_article_has_one_spelling(url: str) -> None:
    assert canonical(url) == STORY


@pytest.mark.parametrize("url", [it[1] for it in OTHERS], ids=[it[0] for it in OTHERS])
def test_what_may_be_another_article_has_another_spelling(url: str) -> None:
    assert canonical(url) != STORY


def test_different_parameters_have_one_order_those_of_one_name_their_own() -> None:
    assert canonical("http://a.org/?b=2&a=1&b=1") == "https://a.org/?a=1&b=2&b=1"


def test_a_section_may_be_called_print() -> None:
    assert canonical("https://a.org/news/print") == "https://a.org/news/print"
    assert canonical("https://a.org/print/250-swapped") == "https://a.org/print/250-swapped"


def test_hosts_that_are_a_domain_stay_whole() -> None:
    assert canonical("https://m.co.uk/a") == "https://m.co.uk/a"  # somebody's domain is m
    assert canonical("https://amp.com/a") == "https://amp.com/a"
    assert canonical("http://m.[::1]/a") == "http://m.[::1]/a"
    assert canonical("http://[::1]:80/a") == "https://[::1]/a"
    assert canonical("http://10.0.0.1:8080/a") == "https://10.0.0.1:8080/a"


@given(st.text(max_size=60), st.sampled_from(["", "https://example.org/", "http://a.b/?"]))
def test_any_address_is_survived_and_spelt_once_for_all(text: str, before: str) -> None:
    once = canonical(before + text)
    assert canonical(once) == once


LINK = "http://m.example.org/a?utm_source=x"


@pytest.mark.parametrize(
    ("why", "landed", "declared", "expected"),
    [
        ("it says none", LINK, None, "https://example.org/a"),
        ("of its site", LINK, "https://www.example.org/b", "https://example.org/b"),
        ("another host of it", LINK, "https://news.example.org/b", "https://news.example.org/b"),
        ("of another site", LINK, "https://elsewhere.org/a", "https://example.org/a"),
        ("the front page", LINK, "https://example.org/", "https://example.org/a"),
        ("no address", LINK, "javascript:alert(1)", "https://example.org/a"),
        ("by a redirect", "https://other.org/c", None, "https://other.org/c"),
        ("there", "https://other.org/c", "https://other.org/d", "https://other.org/d"),
        ("to a front page", "https://example.org/", None, "https://example.org/a"),
    ],
)
def test_a_page_is_believed_about_its_own_site(
    why: str, landed: str, declared: str | None, expected: str
) -> None:
    assert page_canonical(LINK, landed, declared) == expected, why


def test_neighbours_on_a_shared_host_are_no_site() -> None:
    own = "https://one.github.io/a"
    assert page_canonical(own, own, "https://two.github.io/a") == own
