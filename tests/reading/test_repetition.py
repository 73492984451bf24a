"""What an outlet repeats from page to page: cases by line, and what holds for any articles."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.article import Article, BlockKind, PublishedBasis, RemovedBlock
from extractors.reading import read
from extractors.reading.blocks import Block, assemble
from extractors.reading.repetition import RULE, blocks_of, without_repeated
from tests.reading.pages import golden_files, page_in, references

OUTLET = "Valley Ledger"
PLACES = ("Goris", "Sukhumi", "Tskhinvali", "Ijevan", "Berd", "Gyumri", "Kapan", "Meghri")


def story(rank: int) -> tuple[str, str]:
    """Two paragraphs of a story of its own."""
    place = PLACES[rank % len(PLACES)]
    return (
        f"Both sides opened crossing number {rank} near {place} on Friday, local officials said.",
        f"Buses with {rank + 20} people had been waiting in {place} since the early morning hours.",
    )


def page(rank: int, *lines: str, **changes: object) -> Article:
    """An article of the outlet; `lines` stand around its story, which is written "…"."""
    paragraphs = [p for line in lines for p in (story(rank) if line == "…" else (line,))]
    values: dict[str, object] = {
        "title": f"Crossing {rank} opens",
        "text": "\n\n".join(paragraphs),
        "published": date(2025, 3, 1) + timedelta(days=rank),
        "published_basis": PublishedBasis.METADATA,
        "language": "en",
        "url": f"https://ledger.example/{rank}",
        "outlet": OUTLET,
    }
    return Article(**(values | changes))  # type: ignore[arg-type]


#: Why, the lines of each page, and what is taken out of it.
CASES = [
    (
        "an appeal in words that no table knows",
        ("…", "Winter is here, and our reporters are still on the road because of you."),
        [("notice", "Winter is here, and our reporters are still on the road because of you.")],
    ),
    (
        "an appeal within the story",
        ("Both ministries confirmed it.", "Back our work with a monthly gift.", "…"),
        [("appeal", "Back our work with a monthly gift.")],
    ),
    (
        "labels above and below the story",
        ("Dispatches from the line", "…", "Maps and timelines"),
        [("interface", "Dispatches from the line"), ("interface", "Maps and timelines")],
    ),
    ("a subhead within the story", ("Both agreed.", "What happens next", "…"), []),
    (
        "a bidding link within the story",
        ("Both agreed.", "Explore every crossing in 3D", "…"),
        [("related", "Explore every crossing in 3D")],
    ),
    (
        "what the outlet says of itself",
        ("…", "The Valley Ledger is owned by its readers and staff in equal parts."),
        [("notice", "The Valley Ledger is owned by its readers and staff in equal parts.")],
    ),
    ("a newsletter", ("…", "The week on one page, in your inbox."),
     [("newsletter", "The week on one page, in your inbox.")]),
    ("background", ("…", "Russia invaded Ukraine in February 2022."), []),
    ("background in the middle", ("…", "The war began in 2020 and took 7,000 lives.", "…"), []),
    ("a quotation", ("…", "“We want our people back and you know it,” the minister has said."), []),
    ("a stock sentence about others", ("…", "Neither ministry answered questions."), []),
    ("a long paragraph to the reader", ("…", "You will remember. " * 30), []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_what_stands_on_every_page_stays_or_goes(
    lines: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    pages = [page(rank, *lines) for rank in range(4)]
    for before, after in zip(pages, without_repeated(pages), strict=True):
        assert [(str(block.kind), block.text) for block in after.removed] == expected
        assert all(block.rule == RULE for block in after.removed)
        gone = {text for _, text in expected}
        assert after.text.split("\n\n") == [p for p in before.text.split("\n\n") if p not in gone]
        assert (after.article_id == before.article_id) == (not expected)


APPEAL = "Our winter drive ends soon, and we cannot do it without you."


def gone(pages: list[Article]) -> list[bool]:
    """Of which pages the appeal is taken out."""
    return [APPEAL not in after.text for after in without_repeated(pages)]


def test_twice_is_chance_and_three_times_is_not() -> None:
    assert gone([page(rank, "…", APPEAL) for rank in range(2)]) == [False] * 2
    assert gone([page(rank, "…", APPEAL) for rank in range(3)]) == [True] * 3


@pytest.mark.parametrize(
    ("why", "changes"),
    [
        ("captures of one address", {"url": "https://ledger.example/one"}),
        ("copies under one title", {"title": "Crossing opens"}),
        ("versions of one story", {"text": "\n\n".join((*story(1), APPEAL))}),
    ],
)
def test_one_article_counts_once(why: str, changes: dict[str, object]) -> None:
    same = [page(rank, "…", APPEAL, **changes) for rank in range(5)]
    assert gone(same) == [False] * 5, why
    others = [page(rank, "…", APPEAL) for rank in (6, 7)]
    assert gone([*same, *others]) == [True] * 7, why


def test_a_fair_share_is_of_the_pages_of_its_time() -> None:
    """A campaign of a month stands on few of an outlet's pages, and on most of that month's."""
    around = [page(rank, "…") for rank in (*range(40), *range(60, 100))]
    assert gone(around + [page(rank, "…", APPEAL) for rank in range(50, 53)])[-3:] == [True] * 3
    assert gone(around + [page(rank, "…", APPEAL) for rank in (1, 50, 99)])[-3:] == [False] * 3
    undated = [page(rank, "…", APPEAL, published=None) for rank in range(50, 53)]
    assert gone(around + undated)[-3:] == [False] * 3


def test_a_page_that_would_be_left_without_a_sentence_stays_as_it_is() -> None:
    pages = [page(rank, "…", APPEAL) for rank in range(3)] + [page(4, "A label", APPEAL)]
    assert gone(pages) == [True, True, True, False]


def test_later_pages_weigh_anew() -> None:
    """The answer is of the set: what was taken out before is weighed again with the rest."""
    pages = [page(rank, "…", APPEAL) for rank in (1, 50, 99)]
    cleared = without_repeated(pages)
    assert without_repeated(cleared) == cleared
    around = [page(rank, "…") for rank in range(2, 99) if rank != 50]
    assert without_repeated([*cleared, *around])[:3] == pages


def test_blocks_come_back_in_their_places() -> None:
    """The sum of blocks is undone exactly, on every golden page."""
    for path in golden_files():
        article = read(page_in(path), references())
        if isinstance(article, Article):
            assert assemble(blocks_of(article)) == (article.text, article.removed), path


TEXTS = st.sampled_from(["Both agreed.", "A label", APPEAL, "Read on", "“You,” he said.", "x" * 90])
KINDS = st.sampled_from([None, None, BlockKind.RELATED, BlockKind.APPEAL])


@st.composite
def articles(draw: st.DrawFn) -> Article:
    rank = draw(st.integers(0, 6))
    made = [Block(text) for text in draw(st.lists(TEXTS, min_size=1, max_size=6))]
    kinds = draw(st.lists(KINDS, min_size=len(made), max_size=len(made)))
    blocks = [b.removed(k, "given") if k else b for b, k in zip(made, kinds, strict=True)]
    text, removed = assemble([Block(story(rank)[0]), *blocks])
    return page(rank, text, removed=removed)


@given(st.lists(articles(), max_size=8))
def test_nothing_is_lost_and_the_order_of_pages_does_not_matter(pages: list[Article]) -> None:
    cleared = without_repeated(pages)
    assert list(reversed(without_repeated(pages[::-1]))) == cleared
    assert without_repeated(cleared) == cleared
    for before, after in zip(pages, cleared, strict=True):
        assert read_back(after) == read_back(before)
        assert [block.position for block in after.removed] == list(range(len(after.removed)))


def read_back(article: Article) -> list[str]:
    """All that was readable, in order."""
    return [block.text for block in blocks_of(article)]


def test_a_block_of_another_rule_is_never_put_back() -> None:
    share = RemovedBlock(
        position=0, text_offset=0, kind=BlockKind.SHARE, rule="share_line", text="Share"
    )
    (after,) = without_repeated([page(1, "…", removed=(share,))])
    assert after.removed == (share,)
