"""The headline of a page: which block it is, and where it is said again.

Every place where it stands is removed from the text (the title is no part of it), so that text and
removed blocks together still give the page.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.article import BlockKind
from extractors.reading.blocks import Block, Role, ends_sentence, fold
from extractors.reading.boilerplate import is_furniture
from extractors.reading.metadata import Declared

_FIRST_BLOCKS = 8  # a headline stands among these
_SHORTEST, _LONGEST = 15, 220
_MARKS = (": ", " | ", " - ", " – ", " — ", " · ")


def find_headline(blocks: Sequence[Block]) -> int | None:
    """The rank of the headline in a page without metadata, if one of the first blocks is like one.

    A marked title anywhere at the top; else a headline-like line before the first sentence of
    prose; else a line set in bold, or a heading, that is followed by the story.
    """
    first = range(min(_FIRST_BLOCKS, len(blocks)))
    top = [rank for rank in first if blocks[rank].kind is None and not is_furniture(blocks[rank])]
    marked = [rank for rank in top if blocks[rank].role is Role.TITLE]
    before_prose = _until_prose(blocks, top)
    plain = [rank for rank in before_prose if _looks_like_headline(blocks[rank])]
    if len(plain) > 1 and plain[1] == plain[0] + 1 and plain[1] + 1 not in top:
        plain.pop(0)  # the outlet's name above a headline that a byline follows
    set_apart = [rank for rank in top if _is_set_apart(blocks, rank)]
    return next(iter(marked + plain + set_apart), None)


def _until_prose(blocks: Sequence[Block], top: list[int]) -> list[int]:
    first = next(
        (rank for rank in top if blocks[rank].is_prose and ends_sentence(blocks[rank].text)),
        len(blocks),
    )
    return [rank for rank in top if rank <= first]


def _looks_like_headline(block: Block) -> bool:
    text = block.text
    if block.role not in (Role.PARAGRAPH, Role.HEADING) or not _SHORTEST <= len(text) <= _LONGEST:
        return False
    opens = text.lstrip("\"'“‘«")[:1]
    is_sentence = text.rstrip("\"'”’»)")[-1:] in (".", "…", ":", ";", ",")
    return len(text.split()) >= 3 and not is_sentence and (opens.isupper() or opens.isdigit())


def _is_set_apart(blocks: Sequence[Block], rank: int) -> bool:
    """Whether a heading near the top heads the story: at most a lead stands before it."""
    before = sum(b.is_prose for b in blocks[:rank] if b.kind is None)
    block = blocks[rank]
    return block.role is Role.HEADING and before <= 1 and _looks_like_headline(block)


def title_of(declared: Declared, blocks: Sequence[Block]) -> str | None:
    """The declared title; the headline seen on the page where only an unrelated <title> is."""
    title = without_outlet(declared.title, blocks) if declared.title else None
    if title and not (declared.title_is_of_page and _is_unseen(title, blocks)):
        return title
    rank = find_headline(blocks)
    return title if rank is None else blocks[rank].text


def _is_unseen(title: str, blocks: Sequence[Block]) -> bool:
    wanted = set(fold(title).split())
    return all(len(wanted & set(fold(b.text).split())) * 3 < len(wanted) * 2 for b in blocks[:60])


def without_outlet(title: str, blocks: Sequence[Block]) -> str:
    """A title from metadata, without the outlet's name if a line of the page has it without."""
    lines = {fold(block.text) for block in blocks[:60]}
    if fold(title) in lines:
        return title
    parts = (part for mark in _MARKS for part in (*title.split(mark, 1), *title.rsplit(mark, 1)))
    return next((p for p in parts if len(p) >= _SHORTEST and fold(p) in lines), title)


def drop_headlines(blocks: Sequence[Block], title: str | None, rank: int | None) -> list[Block]:
    """The blocks without the headline (at `rank`, if it was found there) and its repetitions."""
    wanted = fold(title or "")
    result = list(blocks)
    for place, block in enumerate(blocks):
        if place == rank:
            result[place] = block.removed(BlockKind.TITLE_REPEAT, "headline")
        elif rank is not None and place < rank and _is_above(block):
            result[place] = block.removed(BlockKind.INTERFACE, "above_headline")
        elif wanted and not block.is_settled and _repeats(block, wanted):
            result[place] = block.removed(BlockKind.TITLE_REPEAT, "headline_repeated")
    return result


def _is_above(block: Block) -> bool:
    """Whether a line above a headline is the outlet's name, a section or the like."""
    is_line = len(block.text) <= 60 and not ends_sentence(block.text)
    return block.kind is None and block.role is Role.PARAGRAPH and is_line


def _repeats(block: Block, wanted: str) -> bool:
    is_as_long = len(wanted) <= 2 * len(block.text) <= 4 * len(wanted) + 40
    if len(block.text) > 2 * _LONGEST or not (is_as_long or block.role is Role.TITLE):
        return False
    folded = fold(block.text)
    return folded == wanted or (block.role is Role.TITLE and _is_alike(folded, wanted))


def _is_alike(one: str, other: str) -> bool:
    """Whether two headlines share most of their words."""
    words, others = set(one.split()), set(other.split())
    return len(words & others) * 10 >= len(words | others) * 6
