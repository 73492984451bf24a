"""Sections after the end of the article: comments, related posts, what the site has on offer.

A heading opens a section ("Related Posts", "Comments"); what follows belongs to it, as long as the
story does not go on: within the story such a heading takes only the headlines under it.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.article import BlockKind
from extractors.reading.blocks import Block, ends_sentence
from extractors.reading.wording import Line, Rule, Where, matcher

_SIGNS_WITHIN = 4  # blocks after a bare "Comments" among which a sign of a comment box must stand


def close_tail(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with the sections removed that come after the article or interrupt it."""
    result = list(blocks)
    section: Rule | None = None
    for rank, block in enumerate(blocks):
        opened = _opened(blocks, rank)
        section = opened or section
        if section is None or (block.is_settled and not opened):
            continue
        if not opened and (_is_elsewhere(section, block) or _resumes(section, blocks, rank)):
            section = None
        else:
            result[rank] = block.removed(section.kind, section.name)
    return result


def _is_elsewhere(section: Rule, block: Block) -> bool:
    """Whether the page's own markup puts a block into a box of another kind."""
    return block.rule == "place_on_page" and block.kind is not section.kind


def _opened(blocks: Sequence[Block], rank: int) -> Rule | None:
    """The section that a block opens, if the story has begun before it."""
    block = blocks[rank]
    if len(block.text) > 120:
        return None
    rule = matcher().heading_rule(Line.of(block.text), Where.TAIL)
    told = sum(len(b.text) for b in blocks[:rank] if b.kind is None and b.is_prose)
    if rule is None or not told:
        return None
    return (
        rule if rule.kind is not BlockKind.COMMENTS or _are_comments(blocks, rank, told) else None
    )


def _are_comments(blocks: Sequence[Block], rank: int, told: int) -> bool:
    """Whether a heading opens a comment box: most was told before, or signs of a box follow."""
    after = blocks[rank + 1 :]
    to_come = sum(len(b.text) for b in after if b.kind is None and b.is_prose)
    signs = (b.kind is BlockKind.COMMENTS for b in after[:_SIGNS_WITHIN])
    return told >= to_come or any(signs)


def _resumes(section: Rule, blocks: Sequence[Block], rank: int) -> bool:
    """Whether the story goes on with this block: prose after headlines, and more prose to come."""
    if section.kind is BlockKind.COMMENTS:
        return False
    block = blocks[rank]
    if not (len(block.text) >= 90 and ends_sentence(block.text)):
        return False
    told = sum(len(b.text) for b in blocks[:rank] if b.kind is None and b.is_prose)
    to_come = sum(len(b.text) for b in blocks[rank:] if b.kind is None and b.is_prose)
    return to_come * 3 >= told
