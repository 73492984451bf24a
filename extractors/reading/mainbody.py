"""Which pieces of an HTML page are the article: trafilatura's word, corrected by place.

trafilatura names the main text but not what it left out, so its lines are looked for among the
pieces of the page; what is found is kept, all else becomes a removed block at its place. What it
wrongly drops comes back by overlooked.py; boxes whose class names it does not know (donate,
patreon, adblock; boilerplate.toml, [[place]]) and headlines of other stories go by boxes.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from trafilatura import bare_extraction
from trafilatura.settings import Document, Extractor

from extractors.article import BlockKind
from extractors.reading.blocks import Block, Role, ends_sentence, squash
from extractors.reading.boxes import Weights, headlines_of_others, stories_below
from extractors.reading.html import Piece, Place, Tree, read_pieces
from extractors.reading.metadata import Declared
from extractors.reading.overlooked import with_overlooked

_LONG = 25  # letters: a line of this length is found anywhere, a shorter one only as a whole
_TITLE = 15  # letters: the shortest headline
_LITTLE = 600  # characters: with less of an article a second opinion is asked
_ENOUGH = 3000  # characters: with more of one what was left out is other stories, or comments
_FAST, _THOROUGH = (
    Extractor(output_format="python", comments=False, tables=True, fast=fast)
    for fast in (True, False)
)
_MANY = 20_000  # pieces; beyond it lines are only looked for as wholes


def read_blocks(tree: Tree, declared: Declared) -> list[Block]:
    """The page's blocks in order: the article's kept, all others removed with kind and rule.

    The page's metadata tell the title, and of the story what is often its standfirst.
    """
    pieces = read_pieces(tree)
    squashed = [squash(piece.text) for piece in pieces]
    kept = _found(squashed, _main_lines(tree, fast=True))
    if _is_little(pieces, kept):
        kept = _found(squashed, _main_lines(tree, fast=False))
    headline = _headline(pieces, squashed, squash(declared.title or ""))
    kept = with_overlooked(pieces, squashed, kept, squash(declared.description or ""), headline)
    weights = Weights(pieces, kept)
    below = stories_below(pieces, kept, weights, headline)
    others = headlines_of_others(pieces, kept, weights) | below
    return [
        _block(piece, weights, is_kept=kept[rank], is_other=rank in others)
        for rank, piece in enumerate(pieces)
    ]


def _headline(pieces: Sequence[Piece], squashed: Sequence[str], title: str) -> Place | None:
    """Where the declared title stands as a title or heading; the outlet's name may follow it."""
    return next(
        (
            piece.place
            for piece, line in zip(pieces, squashed, strict=True)
            if piece.role in (Role.TITLE, Role.HEADING)
            and len(line) >= _TITLE
            and title.startswith(line)
        ),
        None,
    )


def _block(piece: Piece, weights: Weights, *, is_kept: bool, is_other: bool) -> Block:
    anchored = weights.share(piece.place.parent or piece.place) >= 0.3
    is_note = piece.slanted * 10 >= len(piece.text) * 9
    is_link = piece.linked * 10 >= len(piece.text) * 9
    block = Block(piece.text, piece.role, anchored=anchored, is_link=is_link, is_note=is_note)
    if kind := weights.named_kind(piece.place):
        return block.removed(kind, "place_on_page")
    if is_other:
        return block.removed(BlockKind.RELATED, "headline_of_another_story")
    if is_kept:
        return block
    if weights.is_caption(piece) and ends_sentence(piece.text):
        return block.removed(BlockKind.CAPTION, "beneath_a_picture")
    is_story = block.is_prose or (piece.is_linked and len(piece.text) >= _LONG)
    return block.removed(BlockKind.RELATED if is_story else BlockKind.INTERFACE, "not_main_text")


def _is_little(pieces: Sequence[Piece], kept: Sequence[bool]) -> bool:
    """Whether a second opinion is worth its time: little was kept, or less than was left out.

    trafilatura's own reasons to prefer readability's or justext's text are the same (its
    external.py); asking them on every page takes as long again.
    """
    of_story, left_out = 0, 0
    for piece, is_kept in zip(pieces, kept, strict=True):
        if piece.is_linked:
            continue
        if is_kept:
            of_story += len(piece.text)
        elif len(piece.text) >= 60 and ends_sentence(piece.text):
            left_out += len(piece.text)
    if of_story < _LITTLE:
        return not of_story or left_out * 4 > of_story
    return of_story < _ENOUGH and left_out > of_story


def _main_lines(tree: Tree, *, fast: bool) -> list[str]:
    """The lines of trafilatura's main text, letters and digits only."""
    document = bare_extraction(tree, options=_FAST if fast else _THOROUGH)
    if not isinstance(document, Document) or document.body is None:
        return []
    elements = document.body.iter("p", "head", "item", "quote", "cell", "ab", "code")
    return [
        squashed
        for element in elements
        for part in "".join(element.itertext()).split("\n\n" if element.tag == "code" else "\n")
        if (squashed := squash(part))
    ]


def _found(squashed: Sequence[str], lines: list[str]) -> list[bool]:
    """Which pieces stand among the lines; short ones only between long ones."""
    wholes, joined = set(lines), "\n".join(lines)
    is_few = len(squashed) < _MANY
    is_long = [len(s) >= _LONG and (s in wholes or (is_few and s in joined)) for s in squashed]
    is_long = _only_as_often(squashed, is_long, lines)
    ranks = [rank for rank, found in enumerate(is_long) if found]
    first, last = (ranks[0], ranks[-1]) if ranks else (0, len(squashed))
    contained = _containing(squashed, lines, is_long) if is_few else is_long
    return [
        is_long[rank] or contained[rank] or (first <= rank <= last and s in wholes)
        for rank, s in enumerate(squashed)
    ]


def _only_as_often(squashed: Sequence[str], found: list[bool], lines: list[str]) -> list[bool]:
    """A line said twice on the page, once in the article, is kept where most of the article is."""
    times = Counter(lines)
    wanted = Counter(line for line, is_found in zip(squashed, found, strict=True) if is_found)
    if all(often <= times.get(line, often) for line, often in wanted.items()):
        return found
    seen: Counter[str] = Counter()
    result = list(found)
    for rank in sorted(range(len(found)), key=lambda rank: -_company(found, rank)):
        line = squashed[rank]
        if found[rank] and line in times:
            seen[line] += 1
            result[rank] = seen[line] <= times[line]
    return result


def _company(found: list[bool], rank: int) -> int:
    return sum(found[max(0, rank - 3) : rank + 4])


def _containing(squashed: Sequence[str], lines: list[str], found: list[bool]) -> list[bool]:
    """Pieces of which trafilatura kept the greater part: it drops single inline elements."""
    missing = Counter(line for line in lines if len(line) >= 2 * _LONG)
    missing.subtract(s for s, is_found in zip(squashed, found, strict=True) if is_found)
    left = [line for line, times in missing.items() if times > 0][:200]
    if not left:
        return found
    return [
        is_found
        or (len(s) > 2 * _LONG and 2 * sum(len(line) for line in left if line in s) > len(s))
        for s, is_found in zip(squashed, found, strict=True)
    ]
