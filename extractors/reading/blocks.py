"""Blocks: the readable pieces of a page in order, and how they become text and removed blocks.

What a block is for (kept, or removed as what) is decided elsewhere; here is the type and the sum.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from extractors.article import BlockKind, RemovedBlock


class Role(StrEnum):
    """What the page's own markup says a block is."""

    PARAGRAPH = "paragraph"
    TITLE = "title"  # h1, a Markdown `#` line
    HEADING = "heading"  # a lower heading, a bold line
    ITEM = "item"  # of a list
    QUOTE = "quote"
    CAPTION = "caption"


#: What HTML's first stage calls a block for want of better; wording and sections know better.
WEAK_RULES = (
    "not_main_text",
    "place_on_page",
    "headline_of_another_story",
    "beneath_a_picture",
)


class Block(NamedTuple):
    """A readable piece of a page; `kind` is None for as long as it is kept."""

    text: str
    role: Role = Role.PARAGRAPH
    kind: BlockKind | None = None
    rule: str = ""
    joined: bool = False  # belongs to the paragraph of the block before it
    anchored: bool = False  # stands, by the page's markup, side by side with much of the article
    is_link: bool = False  # is a link from end to end
    is_note: bool = False  # set in italics from end to end

    def removed(self, kind: BlockKind, rule: str) -> Block:
        return self._replace(kind=kind, rule=rule)

    @property
    def is_settled(self) -> bool:
        """Whether it was removed for a reason of its own, and not for want of a better one."""
        return self.kind is not None and self.rule not in WEAK_RULES

    @property
    def is_prose(self) -> bool:
        """Whether it reads as a sentence of some length, whatever it is about."""
        return (len(self.text) >= 60 and ends_sentence(self.text)) or len(self.text) >= 200


_TYPOGRAPHIC = tuple(zip("“”„«»‘’‚`–—‑", '"""""\'\'\'\'---', strict=True))
#: For ASCII text, which most lines are once their marks are plain, many times as fast as a pattern.
_SMALL = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
_SQUASHED = {code: small.strip() or None for code, small in _SMALL.items()}
_SENTENCE_END = frozenset(".!?…。।؟")
_CLOSING = "\"'”’»)] "


def plain_marks(text: str) -> str:
    """The text with typographic quotes and dashes made plain, character for character."""
    if text.isascii():
        return text
    for mark, plain in _TYPOGRAPHIC:
        if mark in text:
            text = text.replace(mark, plain)
    return text


_SIGNS = re.compile(r"[\W_]+")


@lru_cache(4096)
def fold(text: str) -> str:
    """Letters and digits only, caseless: equal for two spellings of one line."""
    plain = plain_marks(text)
    if plain.isascii():
        return " ".join(plain.translate(_SMALL).split())
    return _SIGNS.sub(" ", plain.casefold()).strip()


def squash(text: str) -> str:
    """Letters and digits only, caseless and without spaces."""
    plain = plain_marks(text)
    return plain.translate(_SQUASHED) if plain.isascii() else _SIGNS.sub("", plain).casefold()


def ends_sentence(text: str) -> bool:
    return text.rstrip(_CLOSING)[-1:] in _SENTENCE_END


def assemble(blocks: Sequence[Block]) -> tuple[str, tuple[RemovedBlock, ...]]:
    """The article's text, and the removed blocks with the place in it where they stood."""
    removed: list[tuple[Block, int]] = []
    waiting = 0
    parts: list[str] = []
    length = 0
    for block in blocks:
        if block.kind is None:
            gap = "" if not parts or block.joined else "\n\n"
            length += len(gap)
            _place(removed, waiting, length)
            waiting = len(removed)
            parts.append(gap + block.text)
            length += len(block.text)
        else:
            removed.append((block, -1))
            if block.joined:
                _place(removed, waiting, length)
                waiting = len(removed)
    _place(removed, waiting, length)
    text = "".join(parts)
    return text, tuple(_removed(rank, *placed) for rank, placed in enumerate(removed))


def _place(removed: list[tuple[Block, int]], start: int, offset: int) -> None:
    for index in range(start, len(removed)):
        removed[index] = (removed[index][0], offset)


def _removed(rank: int, block: Block, offset: int) -> RemovedBlock:
    kind = block.kind or BlockKind.NOTICE
    return RemovedBlock(
        position=rank, text_offset=offset, kind=kind, rule=block.rule, text=block.text
    )
