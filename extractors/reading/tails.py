"""Sections after the end of the article: comments, related posts, what the site has on offer.

A heading opens a section ("Related Posts", "Comments"); what follows belongs to it, as long as the
story does not go on: within the story such a heading takes only the headlines under it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from extractors.article import BlockKind
from extractors.reading.blocks import Block, ends_sentence
from extractors.reading.table import Rule, Where
from extractors.reading.wording import Line, matcher

_SIGNS_WITHIN = 4  # blocks after a bare "Comments" among which a sign of a comment box must stand


class _Story:
    """How many characters of prose have been told before a block, and are still to come."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        told = (len(b.text) if b.kind is None and b.is_prose else 0 for b in blocks)
        self._told = list(accumulate(told, initial=0))

    def told(self, rank: int) -> int:
        return self._told[rank]

    def to_come(self, rank: int) -> int:
        return self._told[-1] - self._told[rank]


def close_tail(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with the sections removed that come after the article or interrupt it."""
    result = list(blocks)
    story = _Story(blocks)
    section: Rule | None = None
    within = False
    for rank, block in enumerate(blocks):
        opened = _opened(blocks, rank, story)
        if opened:
            section, within = opened, block.anchored
        if section is None or (block.is_settled and not opened):
            continue
        lengths = story.told(rank), story.to_come(rank)
        if not opened and _is_over(section, block, *lengths, opened_within=within):
            section = None
        elif opened or not _keeps_its_name(section, block):
            result[rank] = block.removed(section.kind, section.name)
    return result


def _keeps_its_name(section: Rule, block: Block) -> bool:
    """Whether a block among comments is a box of its own, by its class names or element."""
    return section.kind is BlockKind.COMMENTS and block.rule == "place_on_page"


def _opened(blocks: Sequence[Block], rank: int, story: _Story) -> Rule | None:
    """The section that a block opens, if the story has begun before it."""
    if len(blocks[rank].text) > 120 or not story.told(rank):
        return None
    rule = matcher().heading_rule(Line.of(blocks[rank].text), Where.TAIL)
    if rule is None or rule.kind is not BlockKind.COMMENTS:
        return rule
    most_is_told = story.told(rank) >= story.to_come(rank + 1)
    after = blocks[rank + 1 : rank + 1 + _SIGNS_WITHIN]
    return rule if most_is_told or any(b.kind is BlockKind.COMMENTS for b in after) else None


def _is_over(section: Rule, block: Block, told: int, to_come: int, *, opened_within: bool) -> bool:
    """Whether a section ends before this block: a box of another kind, or the story goes on.

    The story goes on with prose after headlines, if more prose is to come; after comments never.
    A short sentence will do where the markup puts it into the story and the section beside it.
    """
    if section.kind is BlockKind.COMMENTS:
        return False
    if block.rule == "place_on_page" and block.kind is not section.kind:
        return True
    if not ends_sentence(block.text):
        return False
    if block.anchored and not opened_within:
        return True
    return len(block.text) >= 90 and to_come * 3 >= told
