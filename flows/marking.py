"""An article's text with marks in it: facts where they stand, and what was taken out of the page.

Marks are words in angle brackets, so that they show in a pipe and in black and white too; colour
only helps. Offsets are those of the stored text.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.text import Text

from flows.console import text

_STYLES = ("bold cyan", "bold green", "bold magenta", "bold yellow", "bold blue")


class Mark(NamedTuple):
    """A stretch of the text to point out; `label` opens it, `name` closes it."""

    start: int
    end: int
    name: str
    label: str


class Removed(NamedTuple):
    """A block that stood before `offset` of the text and is no part of it."""

    offset: int
    label: str
    words: str


def marked(words: str, marks: Sequence[Mark], removed: Sequence[Removed] = ()) -> Text:
    """The text with its marks, which may overlap, and with the removed blocks struck through."""
    styles = {name: _STYLES[rank % len(_STYLES)] for rank, name in enumerate(_names(marks))}
    edges = {0, len(words)} | {edge for mark in marks for edge in mark[:2]}
    cuts = sorted(edges | {min(block.offset, len(words)) for block in removed})
    out = Text()
    for here, there in pairwise([*cuts, len(words)]):
        for mark in marks:
            if mark.end == here and mark.start < here:
                out.append(f"⟨/{mark.name}⟩", styles[mark.name])
        for block in removed:
            if min(block.offset, len(words)) == here:
                out.append_text(_struck(block))
        for mark in marks:
            if mark.start == here:
                out.append(f"⟨{mark.label}⟩", styles[mark.name])
        covered = any(mark.start <= here and there <= mark.end for mark in marks)
        out.append(text(words[here:there]).plain, "underline" if covered else "")
    return out


def _names(marks: Sequence[Mark]) -> list[str]:
    return list(dict.fromkeys(mark.name for mark in marks))


def _struck(block: Removed) -> Text:
    out = Text("\n")
    out.append(f"⟨removed: {block.label}⟩", "bold red")
    out.append(text(block.words).plain, "red strike")
    out.append("⟨/removed⟩", "bold red")
    out.append("\n")
    return out
