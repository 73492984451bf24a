"""Lines that an outlet repeats from page to page: furniture that no single page gives away.

The articles of one outlet are held against each other. A line goes where it stands, word for word,
on several different stories and is no part of any by what it is: it speaks to the reader or of the
outlet ("Our winter campaign ends on Sunday"), or is a label above or below the story. A repeated
sentence about the world ("Russia invaded Ukraine in February 2022.") is article text and stays,
however often it stands there. The answer depends on the set of articles alone, not on their order,
and a line put out earlier is weighed anew. Known gaps: furniture that changes from page to page (a
counter, a date), and sentences that speak neither to the reader nor of the outlet.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from extractors.article import Article, BlockKind
from extractors.reading.blocks import Block, assemble, ends_sentence
from extractors.reading.wording import Line

RULE = "repeated"

_FEWEST = 3  # different stories that a line must stand on
_SHARE = 10  # and one in so many of those published while it stood there
_LABEL, _LONGEST = 80, 400  # characters: of a label, of a line that speaks to the reader

_TO_READER = re.compile(
    r"\b(?:[Yy]ou|[Yy]our|[Yy]ours|[Ww]e|[Oo]ur|[Oo]urs|us|[Ss]ubscribe|[Nn]ewsletter)\b"
    r"|https?://|\bwww\.|(?<!\w)@\w{2}"
)
_BIDDING = re.compile(
    r"(?:Read|Watch|Listen|See|Follow|Join|Click|Tap|Sign|Share|Download|Get|Support|Help|Donate"
    r"|Contact|Send|Tell|Write|Learn|Discover|Explore|Stay|Catch|Visit|Check|Find|Give|Become)\b"
)
_OF_ITSELF = ("is", "are", "relies", "depends", "publishes", "brings", "offers", "covers", "needs")

#: What a line is, by the first of these words in it.
_KINDS = (
    (BlockKind.NEWSLETTER, r"newsletter|subscri|sign up|inbox|alerts?\b|briefing"),
    (BlockKind.APPEAL, r"donat|support|contribut|membership|members?\b|campaign|gift|\bfund"),
    (BlockKind.SHARE, r"follow|\bshare|\bjoin|telegram|whatsapp|facebook|twitter|instagram|@\w"),
    (BlockKind.COMMENTS, r"\bcomment|discuss"),
    (BlockKind.RELATED, r"\bread\b|watch|listen|\bmore\b|\balso\b|related|latest|coverage|explore"),
)
_KINDS_OF = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _KINDS)


class _Page(NamedTuple):
    """An article as it was read by itself, and what tells its story from others."""

    article: Article
    blocks: tuple[Block, ...]
    url: str
    title: str
    story: str  # its longest paragraph: what a second version of a story keeps

    @classmethod
    def of(cls, article: Article) -> _Page:
        blocks = tuple(_put_back(block) for block in blocks_of(article))
        longest = sorted((b.text for b in blocks if b.kind is None), key=len, reverse=True)
        story = next((text for text in longest if not _speaks(text, article.outlet)), article.text)
        url, title = article.url, article.title
        return cls(article, blocks, url or title or story, title or url or story, story)

    @property
    def lines(self) -> set[str]:
        """The kept lines that could be furniture."""
        return {b.text for b in self.blocks if b.kind is None and len(b.text) <= _LONGEST}


def without_repeated(articles: Sequence[Article]) -> list[Article]:
    """The articles of one outlet, in their order, without the lines that it repeats."""
    pages = [_Page.of(article) for article in articles]
    repeated = _repeated(pages)
    return [_cleared(page, repeated) for page in pages]


def blocks_of(article: Article) -> list[Block]:
    """The blocks that the article was assembled from, kept and removed, in page order."""
    waiting = list(reversed(article.removed))
    blocks: list[Block] = []
    end = 0
    for text in article.text.split("\n\n"):
        start, end = (end + 2 if end else 0), (end + 2 if end else 0) + len(text)
        while waiting and waiting[-1].text_offset <= start:
            block = waiting.pop()
            blocks.append(Block(block.text).removed(block.kind, block.rule))
        blocks.append(Block(text))
        while waiting and waiting[-1].text_offset <= end:
            block = waiting.pop()
            blocks.append(Block(block.text, joined=True).removed(block.kind, block.rule))
    return blocks


def _put_back(block: Block) -> Block:
    return Block(block.text) if block.rule == RULE else block


def _repeated(pages: Sequence[_Page]) -> frozenset[str]:
    """The lines that could be furniture and stand on enough different stories."""
    standing: dict[str, list[_Page]] = {}
    for page in pages:
        for line in page.lines:
            standing.setdefault(line, []).append(page)
    often = {line: found for line, found in standing.items() if len(found) >= _FEWEST}
    return frozenset(
        line
        for line, found in often.items()
        if (_is_label(line) or _speaks(line, found[0].article.outlet))
        and _is_standing(found, pages)
    )


def _is_standing(found: Sequence[_Page], pages: Sequence[_Page]) -> bool:
    """Whether a line stands on enough stories, and on a fair share of those of its time.

    A campaign lasts a month: it is on few of an outlet's pages, and on all of that month.
    """
    stories = _stories(found)
    return stories >= _FEWEST and stories * _SHARE >= _stories(_of_its_time(found, pages))


def _stories(pages: Collection[_Page]) -> int:
    """How many different stories these are: captures of one address, pages under one title and
    versions that share their longest paragraph count once.
    """
    return min(len({getattr(page, name) for page in pages}) for name in ("url", "title", "story"))


def _of_its_time(found: Iterable[_Page], pages: Sequence[_Page]) -> list[_Page]:
    """The pages published between the first and the last of these; all, where a day is unknown."""
    days = [page.article.published_on for page in found]
    known = [day for day in days if day is not None]
    if len(known) < len(days):
        return list(pages)
    first, last = min(known), max(known)
    return [page for page in pages if _is_between(page.article.published_on, first, last)]


def _is_between(day: date | None, first: date, last: date) -> bool:
    return day is None or first <= day <= last


def _cleared(page: _Page, repeated: frozenset[str]) -> Article:
    """The page's article without its repeated lines, unless no sentence of it would be left."""
    furniture = _furniture(page, repeated)
    blocks = [
        block.removed(furniture[rank], RULE) if rank in furniture else block
        for rank, block in enumerate(page.blocks)
    ]
    if not any(block.kind is None and ends_sentence(block.text) for block in blocks):
        blocks = list(page.blocks)
    text, removed = assemble(blocks)
    return page.article.model_copy(update={"text": text, "removed": removed})


def _furniture(page: _Page, repeated: frozenset[str]) -> Mapping[int, BlockKind]:
    """The ranks of the page's repeated lines that are furniture, each with its kind."""
    outlet = page.article.outlet
    kept = [(rank, block.text) for rank, block in enumerate(page.blocks) if block.kind is None]
    spoken = {rank for rank, text in kept if text in repeated and _speaks(text, outlet)}
    told = [rank for rank, text in kept if rank not in spoken and ends_sentence(text)]
    first, last = (told[0], told[-1]) if told else (0, len(page.blocks))
    labels = {
        rank
        for rank, text in kept
        if text in repeated and not first <= rank <= last and _is_label(text)
    }
    return {rank: _kind(text) for rank, text in kept if rank in spoken | labels}


def _speaks(text: str, outlet: str | None) -> bool:
    """Whether a line, quotations left aside, speaks to the reader or of the outlet itself."""
    if len(text) > _LONGEST:
        return False
    unquoted = Line.of(text).unquoted
    if _BIDDING.match(unquoted) or _TO_READER.search(unquoted):
        return True
    return outlet is not None and _says_of_itself(unquoted.removeprefix("The "), outlet)


def _says_of_itself(text: str, outlet: str) -> bool:
    """Whether a line opens with the outlet's name and says what it is or does."""
    name = outlet.removeprefix("The ")
    says = text[len(name) :].split(maxsplit=1)
    return text.startswith(name) and bool(says) and says[0] in _OF_ITSELF


def _is_label(text: str) -> bool:
    return len(text) <= _LABEL and not ends_sentence(text)


def _kind(text: str) -> BlockKind:
    named = next((kind for kind, words in _KINDS_OF if words.search(text)), None)
    return named or (BlockKind.INTERFACE if _is_label(text) else BlockKind.NOTICE)
