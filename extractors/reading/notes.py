"""Notes before and after a story: corrections, who its author is, labels of appeals.

Within the story the same words belong to it: "an earlier version of this article gave 90".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extractors.article import BlockKind
from extractors.reading.blocks import Block, Role, ends_sentence
from extractors.reading.wording import Line, matcher

_PITCHES = (BlockKind.APPEAL, BlockKind.NEWSLETTER)
_SHORT = 80  # characters: a label or signature
_TOLD = 0.75  # of the story: after as much a note may stand
_LONGEST = 700
_DOES = r"(?:is|was|has|covers|reports|writes|works|teaches|contributed|joined|served)"
_NAME = r"[A-Z][\w.'’-]{0,25}(?: (?:[A-Z][\w.'’-]{0,25}|de|van|von|al|bin)){1,3}"
_NOTE = re.compile(rf"(?:About )?{_NAME},? {_DOES}\b")
_AFTER_NAME = re.compile(rf",? (?:[\w’'-]{{1,20}},? ){{0,4}}?{_DOES}\b|\Z")


def drop_notes(blocks: Sequence[Block], authors: Sequence[str]) -> list[Block]:
    """The blocks without the notes at the edges of the story."""
    total = sum(len(block.text) for block in blocks if block.kind is None)
    told = 0
    result = []
    for block in blocks:
        length = len(block.text) if block.kind is None else 0
        at_edge = told == 0 or told >= _TOLD * (total - length)
        result.append(_sorted(block, authors) if length and at_edge and told < total else block)
        told += length
    return result


def join_boxes(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, headings and signatures of appeals and forms removed with them."""
    result = list(blocks)
    for rank, block in enumerate(blocks):
        if block.kind is not None or ends_sentence(block.text) or len(block.text) > _SHORT:
            continue
        after = _box(blocks[rank + 1 :])
        before = _box(reversed(result[:rank])) if block.role is not Role.HEADING else after
        if after and before:
            result[rank] = block.removed(after, "label_of_a_box")
    return result


def _box(blocks: Iterable[Block]) -> BlockKind | None:
    """The kind of the nearest block, kept or removed by its wording, if it is a pitch."""
    nearest = next((b for b in blocks if b.kind is None or b.is_settled), None)
    return nearest.kind if nearest and nearest.kind in _PITCHES else None


def _sorted(block: Block, authors: Sequence[str]) -> Block:
    if len(block.text) > _LONGEST:
        return block
    if rule := matcher().edge_rule(Line.of(block.text)):
        return block.removed(rule.kind, rule.name)
    is_note = block.is_note and _NOTE.match(block.text)
    if is_note or any(_is_about(block.text, author) for author in authors):
        return block.removed(BlockKind.BYLINE, "author_note")
    return block


def _is_about(text: str, author: str) -> bool:
    """Whether a paragraph opens with the author's name and says what he or she does."""
    return text.startswith(author) and bool(_AFTER_NAME.match(text, len(author)))
