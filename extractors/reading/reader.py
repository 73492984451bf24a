"""The straight line of reading, for plain pages and for HTML; every stage is its own module."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.article import Article, ArticleFlag, Unreadable, UnreadableCode
from extractors.page import Page
from extractors.reading import metadata
from extractors.reading.blocks import Block, assemble, ends_sentence
from extractors.reading.boilerplate import outlet_lines, sort_out
from extractors.reading.dating import date_flags
from extractors.reading.disclosures import read_disclosures
from extractors.reading.headline import drop_headlines, find_headline, title_of
from extractors.reading.html import Tree, parse
from extractors.reading.mainbody import read_blocks as read_tree
from extractors.reading.metadata import Declared
from extractors.reading.outlets import outlets_of
from extractors.reading.plain import read_blocks
from extractors.reading.refusals import is_partial, refusal
from extractors.reading.structured import read_declared
from extractors.references import References


def no_article(detail: str) -> Unreadable:
    return Unreadable(code=UnreadableCode.NO_ARTICLE, detail=detail)


def read_plain(text: str, page: Page, references: References) -> Article | Unreadable:
    """The article in a plain text or Markdown page."""
    blocks = read_blocks(text)
    rank = find_headline(blocks)
    title = page.manifest.title or (blocks[rank].text if rank is not None else None)
    return _article(drop_headlines(blocks, title, rank), title, Declared(), page, references)


def read_html(text: str, page: Page, references: References) -> Article | Unreadable:
    """The article in an HTML page."""
    if (knot := _knot(text)) is not None:
        return Unreadable(code=UnreadableCode.TOO_COMPLEX, detail=knot)
    tree = parse(text)
    if tree is None:
        return no_article("the page holds no HTML element")
    if _is_cut_off(tree):
        detail = f"elements nested deeper than {_DEEPEST}, where the parser stops reading"
        return Unreadable(code=UnreadableCode.TOO_DEEP, detail=detail)
    declared = read_declared(tree, page.manifest.url or page.url)
    blocks = read_tree(tree, declared)
    title = page.manifest.title or title_of(declared, blocks)
    blocks = drop_headlines(blocks, title, None)
    return _article(blocks, title, declared, page, references)


_WIDE = re.compile(r"(?:[^\u2e80-\uffef]{0,9}[\u2e80-\uffef]){20}")  # written without spaces
_MOST_TAGS = 100_000  # real pages stay below 20,000; a hundred thousand take seconds
_LONGEST_TAG = 65_536  # characters: the parser's time grows with the square of attributes
_LONG_TAG = re.compile(rf"<[^<>]{{{_LONGEST_TAG},}}")
_VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")  # a picture may stand in one, as base64


def _knot(text: str) -> str | None:
    """What would keep the parser busy for longer than any article is worth; None for real pages."""
    tags = text.count("<")
    if tags > _MOST_TAGS:
        return f"{tags:,} tags; pages have up to {_MOST_TAGS:,}"
    long_tags = (_VALUE.sub("", found[0]) for found in _LONG_TAG.finditer(text))
    if any(len(tag) > _LONGEST_TAG for tag in long_tags):
        return f"a tag of more than {_LONGEST_TAG:,} characters beside its attributes' values"
    return None


#: Below the document; libxml2 stops there without a word (xmlParserMaxDepth), and what was read up
#: to there is no whole article. Its `huge_tree` goes to 2,048, but of such trees trafilatura drops
#: paragraphs in silence, and takes 6 s over nested tables.
_DEEPEST = 255


def _is_cut_off(tree: Tree) -> bool:
    """Whether the parser stopped for depth: then the last element it read stands at the limit."""
    depth = 0
    while len(tree):
        tree, depth = tree[-1], depth + 1
    return depth >= _DEEPEST


def _article(
    blocks: Sequence[Block],
    title: str | None,
    declared: Declared,
    page: Page,
    references: References,
) -> Article | Unreadable:
    outlets = outlets_of(references)
    sorted_out = sort_out(blocks, declared.authors)
    outlet = metadata.outlet(page, declared, sorted_out, outlets)
    settled = outlet_lines(sorted_out, outlet)
    is_told = any(_is_told(block) for block in settled)
    if refused := refusal(settled, title, declared, is_told=is_told):
        return refused
    if not is_told:
        return no_article(_why_none(settled))
    text, removed = assemble(settled)
    url = page.manifest.url or declared.url or page.url
    candidates = metadata.date_candidates(page, declared, settled, url)
    published, basis = metadata.published(candidates)
    flags = [*date_flags(published, candidates, page.fetched_at)]
    flags += [ArticleFlag.PARTIAL] if is_partial(settled, declared) else []
    return Article(
        title=title,
        text=text,
        published=published,
        published_basis=basis,
        language=metadata.language(page.manifest, declared, text),
        url=url,
        outlet=outlet,
        authors=metadata.authors(declared, settled),
        removed=removed,
        disclosures=read_disclosures(
            settled, outlets, (outlet, url), declared.machine_made, page.manifest.upstream
        ),
        modified=declared.modified,
        date_candidates=candidates,
        flags=tuple(flags),
    )


def _is_told(block: Block) -> bool:
    """Whether a kept block is a sentence that an article could consist of."""
    if block.kind is not None:
        return False
    words = len(block.text.split())
    is_sentence = words >= 7 or _WIDE.match(block.text)
    return (is_sentence and ends_sentence(block.text)) or words >= 30 or len(block.text) >= 200


def _why_none(blocks: Sequence[Block]) -> str:
    if not blocks:
        return "nothing readable: an empty shell"
    kept = sum(block.kind is None for block in blocks)
    return f"{len(blocks)} blocks, {kept} left after cleaning, none of them a sentence of prose"
