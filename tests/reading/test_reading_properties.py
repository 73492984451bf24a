"""What holds for any page: it is survived, it loses nothing, it says the same again."""

from __future__ import annotations

import random
import re
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.article import Article, Unreadable
from extractors.reading import read
from extractors.reading.decoding import decode
from extractors.reading.html import parse, read_pieces
from extractors.reading.plain import read_blocks
from extractors.references import References
from tests.reading.cases import CASES, STORY
from tests.reading.pages import golden_files, page_in, page_of, sample_files

MEDIA_TYPES = st.sampled_from(["text/html", "text/plain", "text/markdown"])
CHARSETS = [None, None, None, "utf-8", "utf-16", "koi8-r", "shift_jis", "no such charset"]
LINES = st.one_of(
    st.sampled_from([line for case in CASES for line in case.lines]),
    st.text(max_size=120),
    st.sampled_from(
        ["", "Comments", "Related Posts", "AI summary", "- a point", "# Title of the page"]
    ),
)


def signs(text: str) -> str:
    """Letters and digits in a row: junk glued to a word is parted from it."""
    return "".join(re.findall(r"\w+", text))


def given_back(article: Article) -> str:
    """Text and removed blocks put together again in page order."""
    parts, at = [], 0
    for block in article.removed:
        parts += [article.text[at : block.text_offset], block.text]
        at = block.text_offset
    return "\n".join([*parts, article.text[at:]])


def check(article: Article | Unreadable) -> None:
    if isinstance(article, Unreadable):
        assert article.detail
        return
    article.text.encode("utf-8")
    offsets = [block.text_offset for block in article.removed]
    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(article.text) for offset in offsets)
    assert [block.position for block in article.removed] == list(range(len(offsets)))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]|\n\n\n|^\s|\s\Z", article.text)


@settings(deadline=None)  # the first page also makes patterns and tables
@given(content=st.binary(max_size=400), media_type=MEDIA_TYPES)
def test_any_bytes_are_survived(content: bytes, media_type: str) -> None:
    check(read(page_of(content, media_type), References()))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(lines=st.lists(LINES, max_size=25), media_type=MEDIA_TYPES)
def test_any_lines_are_survived(lines: list[str], media_type: str) -> None:
    text = "\n".join(lines).encode("utf-8", "ignore")
    check(read(page_of(text, media_type), References()))


@settings(deadline=None)
@given(lines=st.lists(LINES, min_size=1, max_size=25))
def test_text_and_removed_give_back_what_was_readable(lines: list[str]) -> None:
    content = "\n".join(lines).encode("utf-8", "ignore")
    article = read(page_of(content), References())
    if isinstance(article, Article):
        readable = "\n".join(block.text for block in read_blocks(_decoded(content)))
        assert signs(given_back(article)) == signs(readable)


def _decoded(content: bytes) -> str:
    text = decode(page_of(content))
    assert isinstance(text, str)
    return text


@pytest.mark.parametrize("sample", golden_files(), ids=lambda path: path.name)
def test_mutated_samples_are_survived(sample: Path) -> None:
    """Cut, doubled, shuffled and sprinkled with odd bytes: an article or a code, never an error."""
    page = page_in(sample)
    chance = random.Random(sample.name)  # noqa: S311  # repeatable, not secret
    for _ in range(18):
        made = {"content": _mutated(page.content, chance), "charset": chance.choice(CHARSETS)}
        check(read(page.model_copy(update=made), References()))


def _mutated(content: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randrange(len(content)) for _ in range(2))
    piece = content[start:end]
    odd = chance.choice(
        [b"\x07", b"\xed\xa0\x80", b"<div>" * 300, b"</p></div>", b"&#xD800;&#0;", b"\x93", b"<!--"]
    )
    made = (
        content[:start] + odd + content[end:], content[:end] + piece + content[end:],
        content[:start], content[:start] + odd + content[start:], piece + content,
        content[:start] + _shuffled(piece, chance) + content[end:],
    )  # fmt: skip
    return chance.choice(made)


def _shuffled(piece: bytes, chance: random.Random) -> bytes:
    """The same with its tags in another order."""
    tags = re.findall(rb"<[^<>]*>", piece)
    chance.shuffle(tags)
    return re.sub(rb"<[^<>]*>", lambda _: tags.pop(), piece)


@pytest.mark.parametrize("sample", golden_files(), ids=lambda path: path.name)
def test_a_sample_loses_nothing_that_was_readable(sample: Path) -> None:
    page = page_in(sample)
    article, text = read(page, References()), decode(page)
    assert isinstance(article, Article)
    assert isinstance(text, str)
    readable = read_pieces(parse(text)) if sample.suffix == ".html" else read_blocks(text)
    assert signs(given_back(article)) == signs("".join(piece.text for piece in readable))


@pytest.mark.parametrize("sample", sample_files(), ids=lambda path: path.name)
def test_the_same_page_gives_the_same_article(sample: Path) -> None:
    first, *others = (read(page_in(sample), References()) for _ in range(4))
    assert all(other == first for other in others)


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ("spaces", "Buses waited." + " " * 200_000 + "x"),
        ("quotation marks", "“" * 100_000),
        ("asterisks", "**a" * 60_000),
        ("brackets", "[a](" * 60_000),
        ("underscores", "_a " * 60_000),
        ("one word", "a" * 400_000),
        ("capitals", "Aa " * 130_000),
        ("many lines", "Comments\n" * 20_000),
        ("many headings", f"Related Posts\n{STORY[1]}\n" * 3_000),
    ],
)  # fmt: skip
def test_reading_time_is_linear(why: str, text: str) -> None:
    began = time.perf_counter()
    read(page_of(text), References())
    assert time.perf_counter() - began < 4, why
