"""Plain text and Markdown → blocks: paragraphs, headings, list items, with the marks taken off.

Texts saved from pages have a paragraph a line, with or without blank lines between them; mails and
releases have lines wrapped at a width. Which words are boilerplate is left to the second stage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractors.article import BlockKind
from extractors.reading.blocks import Block, Role

_WIDEST = 120  # characters; longer lines were not wrapped by a hand or a mailer
_NARROWEST = 40

_HEADING = re.compile(r"(#{1,6}) +(.+)")
_BOLD_LINE = re.compile(r"(?:\*\*|__)([^*\n]+)(?:\*\*|__):?\Z")
_ITEM = re.compile(r"(?:[-*+•·▪●‣]|–) +(\S.*)")
_NUMBERED = re.compile(r"\d{1,2}[.)] ")
_QUOTED = re.compile(r">+ ?")
_IMAGE = re.compile(r"!\[([^\[\]\n]*)\]\([^()\n]*\)")
_LINK = re.compile(r"\[([^\[\]\n]+)\](?:\([^()\n]*\)|\[[^\[\]\n]*\])")
_LINK_TARGET = re.compile(r"\[[^\[\]\n]+\]: ?\S+")
_STRONG = re.compile(r"\*\*([^*\n]+)\*\*|(?<!\w)__([^_\n]+)__(?!\w)")
_EMPHASIS = re.compile(
    r"(?<![\w*])\*([^*\s][^*\n]*)\*(?![\w*])|(?<![\w_])_([^_\s][^_\n]*)_(?![\w_])"
)
_READABLE = re.compile(r"\w")


def read_blocks(text: str) -> list[Block]:
    """The blocks of a plain text or Markdown page, in order; rules and empty lines give none."""
    lines = _unwrapped([line.rstrip() for line in text.split("\n")])
    blocks = (_block(line.strip()) for line in lines)
    return [block for block in blocks if _READABLE.search(block.text)]


def _block(line: str) -> Block:
    if image := _IMAGE.fullmatch(line):
        return Block(_squeezed(image[1]), Role.CAPTION).removed(BlockKind.CAPTION, "image_text")
    if _LINK_TARGET.fullmatch(line):
        return Block(line).removed(BlockKind.INTERFACE, "link_target")
    if heading := _HEADING.fullmatch(line):
        role = Role.TITLE if len(heading[1]) == 1 else Role.HEADING
        return Block(unmarked(heading[2].rstrip("# ")), role)
    if bold := _BOLD_LINE.fullmatch(line):
        return Block(unmarked(bold[1]), Role.HEADING)
    if item := _ITEM.fullmatch(line):
        return Block(unmarked(item[1]), Role.ITEM)
    if quoted := _QUOTED.match(line):
        return Block(unmarked(line[quoted.end() :]), Role.QUOTE)
    return Block(unmarked(line))


def unmarked(line: str) -> str:
    """A line without Markdown's marks for links, bold and italics; its words are untouched."""
    line = _LINK.sub(r"\1", _IMAGE.sub(r"\1", line))
    line = _STRONG.sub(lambda found: found[1] or found[2], line)
    return _squeezed(_EMPHASIS.sub(lambda found: found[1] or found[2], line))


def _squeezed(line: str) -> str:
    return " ".join(line.split())


def _unwrapped(lines: list[str]) -> list[str]:
    """The lines, those joined again that were plainly wrapped at a width."""
    width = max((len(line) for line in lines), default=0)
    if width > _WIDEST or not _is_wrapped(lines, width):
        return lines
    joined: list[str] = []
    for number, line in enumerate(lines):
        if number and _continues(lines[number - 1], line, width):
            joined[-1] += " " + line.strip()
        else:
            joined.append(line)
    return joined


def _is_wrapped(lines: list[str], width: int) -> bool:
    """Whether most line breaks fall where the next word had no room, and within a sentence."""
    breaks = list(_breaks(lines))
    full = [(before, after) for before, after in breaks if _continues(before, after, width)]
    inside = sum(after.lstrip()[:1].islower() for _, after in full)
    return bool(full) and len(full) * 10 >= len(breaks) * 6 and inside * 2 >= len(full)


def _breaks(lines: list[str]) -> Iterator[tuple[str, str]]:
    pairs = pairwise(lines)
    return ((before, after) for before, after in pairs if before.strip() and after.strip())


def _continues(before: str, after: str, width: int) -> bool:
    words = after.split(maxsplit=1)
    if len(before) < _NARROWEST or not words or _opens(after.lstrip()):
        return False
    return len(before) + 1 + len(words[0]) > width


def _opens(line: str) -> bool:
    """Whether a line begins something of its own: a heading, an item, a quotation."""
    return any(mark.match(line) for mark in (_HEADING, _ITEM, _NUMBERED, _QUOTED))
