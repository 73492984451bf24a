"""Every sample page gives the facts read from it by hand, and none from a removed block."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from extractors.article import Article
from extractors.fact import Fact
from extractors.parsing.numbers import read_numbers
from extractors.values import Span
from tests.golden.matching import differences, expectations, paired, sample, unexplained
from tests.reading.pages import sample_files

NAMES = [path.name for path in sample_files()]


def test_no_sample_lacks_its_facts_and_no_facts_their_sample() -> None:
    assert set(expectations()) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_gives_its_facts(name: str) -> None:
    _, facts = sample(name)
    missing, left = paired(expectations()[name].facts, facts)
    lacking = [one for one in missing if not one.gap]
    assert not lacking, "\n".join(
        f"not read: {one.kind} {one.evidence!r}\n  expected {one.status} {one.fields}\n"
        + "".join(
            f"  {_short(fact)}; {differences(one, fact)}\n"
            for fact in left
            if fact.kind == one.kind
        )
        for one in lacking
    )
    marked = [one for one in expectations()[name].facts if one.gap]
    read = [one.evidence for one in marked if one not in missing]
    assert not read, f"now read, so take the mark `gap` away: {read}"


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_gives_nothing_else(name: str) -> None:
    _, facts = sample(name)
    _, left = paired(expectations()[name].facts, facts)
    gone, left = unexplained(expectations()[name].spurious, left)
    assert not left, "\n".join(f"too much: {_short(fact)}" for fact in left)
    assert not gone, f"no longer read, so take the mark under `spurious` away: {gone}"


@pytest.mark.parametrize("name", NAMES)
def test_evidence_stands_in_the_text_and_traps_in_removed_blocks(name: str) -> None:
    article, _ = sample(name)
    expected = expectations()[name]
    for one in expected.facts:
        assert one.evidence in article.text
    for start in expected.removed:
        assert start not in article.text
        assert any(start in block.text for block in article.removed), start


@pytest.mark.parametrize("name", NAMES)
def test_no_fact_comes_from_a_removed_block(name: str) -> None:
    """Comment boxes and links to other stories contradict the samples on purpose."""
    article, facts = sample(name)
    banned = _figures_of_removed_blocks(article)
    for fact in facts:
        for mention in fact.mentions:
            assert mention.span.of(article.text) == mention.quote
        assert all(g.of(article.text) for g in fact.grounding.values() if isinstance(g, Span))
        assert not banned & set(_figures(fact)), _short(fact)


def _figures_of_removed_blocks(article: Article) -> set[int]:
    """Figures that removed blocks give and the text does not; one may also be "a soldier"."""
    removed = "\n\n".join(block.text for block in article.removed)
    return _figures_in(removed) - _figures_in(article.text) - {1}


def _figures_in(text: str) -> set[int]:
    counts = [number.count for number in read_numbers(text)]
    return {figure for count in counts for figure in (count.low, count.best, count.high) if figure}


def _figures(value: object) -> Iterator[int]:
    """All figures in the counts of a fact."""
    if isinstance(value, Fact):
        value = value.fields.model_dump(mode="json")
    if not isinstance(value, dict):
        return
    if "qualifier" in value:
        yield from (value[end] for end in ("low", "best", "high") if value[end])
        return
    for member in value.values():
        yield from _figures(member)


def _short(fact: Fact) -> str:
    stated = {name: value for name, value in fact.fields if value not in (None, ())}
    return f"{fact.kind} {fact.status} {fact.date} {stated} by rule {fact.rule!r}: {fact.quote!r}"
