"""The second stage: which blocks are no part of the article, by wording and by place on the page.

Works for every kind of page; the wording stands in boilerplate.toml. Here are the rules that need
to look further than one line: labels with their lists, bylines, lines of dates, captions with a
credit. Sections after the article's end are tails.py, pitches for other stories pitches.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extractors.article import BlockKind
from extractors.reading.blocks import Block, Role, ends_sentence, fold
from extractors.reading.dates import is_date_line, is_dated_byline
from extractors.reading.glued import pitch_start
from extractors.reading.notes import drop_notes, join_boxes
from extractors.reading.pitches import drop_pitch
from extractors.reading.table import Rule, Where
from extractors.reading.tails import close_tail
from extractors.reading.wording import Line, matcher
from extractors.values import Span

_NAME = r"[A-Z][\w.'’-]{0,25}"
_BYLINE = re.compile(
    rf"(?:[-–—]{{1,2}} ?)?(?:By|BY|Author:|Text:) ?{_NAME}"
    rf"(?: (?:{_NAME}|de|van|von|al|bin|and|&|in|of|for|with)|, ?{_NAME}){{0,14}}"
    r"(?: Follow(?: @\w{1,30})?)?\Z"
)
_CREDIT = re.compile(
    r"(?:photos?|image|picture|pic|illustration|screenshot|video|credits?|photograph)"
    r" ?(?::|by |courtesy of |via )[^.!?\n]{2,80}[.)\]]{0,2}\Z",
    re.IGNORECASE,
)
_CREDIT_WORDS = ("photo", "image", "pic", "illustration", "screenshot", "video", "credit")
_BRACKETED = re.compile(
    r"[(\[](?:[^()\[\]\n]{0,60}[ /])?"
    r"(?:photo|image|file|reuters|afp|ap|epa|getty|getty images|tass|anadolu)"
    r"(?:[ /:|][^()\[\]\n]{0,80})?[)\]]\.?\Z",
    re.IGNORECASE,
)
_COMMENTER = re.compile(
    r"\S[^.!?\n]{1,40}? (?:\d{1,2}|an?) (?:second|minute|min|hour|hr|day|week|month|year)s? ago\b"
    r"[^.!?\n]{0,30}\Z",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[\w.+-]{1,40}@[\w-]{1,40}\.[\w.-]{2,40}")
_LONE_LINK = re.compile(r"(?:https?://|www\.)\S{3,300}")
_TOP, _BOTTOM = 8, 4  # kept blocks: how near the top or the end a byline stands


def sort_out(blocks: Sequence[Block], authors: Sequence[str] = ()) -> list[Block]:
    """The same blocks with those removed that are boilerplate; a cut parts a block in two.

    `authors` are those that the page's metadata name.
    """
    parted = [piece for block in blocks for piece in _cut(block)]
    labelled = _boxes(parted)
    sorted_out = [_by_wording(block) for block in labelled]
    sorted_out = _by_place(sorted_out)
    return drop_pitch(drop_notes(close_tail(join_boxes(sorted_out)), authors))


def _cut(block: Block) -> Iterable[Block]:
    """A block without junk glued to its ends, and the junk beside it."""
    line = Line.of(block.text)
    if block.kind or _is_date_line(line.plain):
        return (block,)
    if rule := matcher().paragraph_rule(line):
        start = pitch_start(line, rule)
        return (block,) if start is None else _parted(block, rule, Span(start, len(line.text)))
    found = matcher().cut(line)
    return _parted(block, *found) if found else (block,)


def _parted(block: Block, rule: Rule, span: Span) -> tuple[Block, Block]:
    """What is kept and what is cut, in the order in which they stand."""
    junk = block._replace(text=span.of(block.text)).removed(rule.kind, rule.name)
    rest = (block.text[: span.start] + block.text[span.end :]).strip()
    kept = block._replace(text=rest)
    return (junk, kept) if span.start == 0 else (kept, junk._replace(joined=True))


def _boxes(blocks: Sequence[Block]) -> list[Block]:
    """Labels of machine-made digests, removed with what stands under them."""
    result = list(blocks)
    for rank, block in enumerate(blocks):
        rule = None if block.kind else matcher().heading_rule(Line.of(block.text), Where.BOX)
        if rule:
            end = _box_end(blocks, rank + 1)
            result[rank:end] = [b.removed(rule.kind, rule.name) for b in blocks[rank:end]]
    return result


def _box_end(blocks: Sequence[Block], start: int) -> int:
    """Where the list under a label ends; without a list it has one paragraph under it."""
    end = start
    while end < len(blocks) and blocks[end].role is Role.ITEM:
        end += 1
    lone = end == start and end < len(blocks) and blocks[end].role is Role.PARAGRAPH
    return end + 1 if lone else end


def _by_wording(block: Block) -> Block:
    if block.is_settled:
        return block
    rule = matcher().paragraph_rule(Line.of(block.text))
    return block.removed(rule.kind, rule.name) if rule else block


def _by_place(blocks: Sequence[Block]) -> list[Block]:
    """Bylines near the ends, lines of dates, captions with a credit, commenters' lines."""
    to_come = sum(block.kind is None for block in blocks)
    before = 0
    result = []
    for block in blocks:
        to_come -= block.kind is None
        depth = min(before, _TOP + to_come - _BOTTOM)
        result.append(block if block.is_settled else _placed(block, depth))
        before += block.kind is None
    return result


def _placed(block: Block, depth: int) -> Block:
    plain = Line.of(block.text).plain
    if _is_date_line(plain):
        return block.removed(BlockKind.DATELINE, "date_line")
    if depth < _TOP and len(plain) <= 160 and (_BYLINE.match(plain) or is_dated_byline(plain)):
        return block.removed(BlockKind.BYLINE, "byline")
    if len(plain) <= 400 and (_has_credit(plain) or _is_bracketed(plain)):
        return block.removed(BlockKind.CAPTION, "photo_credit_line")
    if len(plain) <= 80 and " ago" in plain and _COMMENTER.match(plain):
        return block.removed(BlockKind.COMMENTS, "commenter_line")
    if len(plain) <= 160 and "@" in plain and _ADDRESS.search(plain) and not ends_sentence(plain):
        return block.removed(BlockKind.NOTICE, "contact_line")
    if _LONE_LINK.fullmatch(plain):
        return block.removed(BlockKind.INTERFACE, "lone_link")
    return block


def _is_date_line(plain: str) -> bool:
    return len(plain) <= 120 and is_date_line(plain)


def _is_bracketed(plain: str) -> bool:
    """Whether a line ends in a credit in brackets."""
    return plain.endswith((")", "]", ").", "].")) and bool(_BRACKETED.search(plain[-120:]))


def _has_credit(plain: str) -> bool:
    """Whether a line ends in a credit that begins it or follows a sentence or a bar."""
    end = plain[-120:].lower()
    found = any(word in end for word in _CREDIT_WORDS) and _CREDIT.search(plain[-120:])
    if not found:
        return False
    before = plain[: len(plain) - len(plain[-120:]) + found.start()].rstrip()
    return not before or before[-1] in ".!?|)]/-;\"'" or before.endswith(("·", "©"))


def is_furniture(block: Block) -> bool:
    """Whether a line by itself is boilerplate, a byline or a date, wherever it stands."""
    by_wording = matcher().paragraph_rule(Line.of(block.text))
    return by_wording is not None or _placed(block, 0).kind is not None


def outlet_lines(blocks: Sequence[Block], outlet: str | None) -> list[Block]:
    """The blocks with lines removed that are nothing but the outlet's own name."""
    name = fold(outlet or "")
    return [
        block.removed(BlockKind.INTERFACE, "outlet_name")
        if name and not block.is_settled and fold(block.text) == name
        else block
        for block in blocks
    ]
