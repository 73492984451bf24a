"""Which pieces of an HTML page are the article: trafilatura's word, corrected by place.

trafilatura names the main text but not what it left out, so its lines are looked for among the
pieces of the page; what is found is kept, all else becomes a removed block at its place. It wrongly
drops standfirsts and single paragraphs between others: these come back. It keeps boxes whose class
names it does not know (donate, patreon, adblock): these go (boilerplate.toml, [[place]]).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from trafilatura import bare_extraction
from trafilatura.settings import Document

from extractors.article import BlockKind
from extractors.reading.blocks import Block, Role, ends_sentence
from extractors.reading.html import Piece, Place, Tree, read_pieces
from extractors.reading.wording import place_kinds

_LONG = 25  # letters: a line of this length is found anywhere, a shorter one only as a whole
_MANY = 20_000  # pieces; beyond it lines are only looked for as wholes
_STANDFIRST = frozenset(
    ["standfirst", "dek", "deck", "lede", "subtitle", "subheadline", "subhead", "excerpt"]
)
_WITHIN = frozenset(["p", "li", "ul", "ol", "blockquote", "h2", "h3", "h4", "dl", "dd"])
_PROSE_TAGS = frozenset(
    ["p", "li", "blockquote", "h2", "h3", "h4", "td", "dd", "div", "article", "section"]
)


def read_blocks(tree: Tree) -> list[Block]:
    """The page's blocks in order: the article's kept, all others removed with kind and rule."""
    pieces = read_pieces(tree)
    kept = _found(pieces, _main_lines(tree))
    kept = _with_overlooked(pieces, kept)
    weights = _weights(pieces, kept)
    return [
        _block(piece, weights, is_kept=is_kept) for piece, is_kept in zip(pieces, kept, strict=True)
    ]


def _main_lines(tree: Tree) -> list[str]:
    """The lines of trafilatura's main text, letters and digits only."""
    document = bare_extraction(tree, include_comments=False, include_tables=True)
    if not isinstance(document, Document) or document.body is None:
        return []
    lines = (
        "".join(element.itertext())
        for element in document.body.iter("p", "head", "item", "quote", "cell", "ab")
    )
    parts = (part for line in lines for part in line.split("\n"))
    return [squashed for part in parts if (squashed := _squash(part))]


def _squash(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _found(pieces: Sequence[Piece], lines: list[str]) -> list[bool]:
    """Which pieces stand among the lines; short ones only between long ones."""
    wholes, joined = set(lines), "\n".join(lines)
    squashed = [_squash(piece.text) for piece in pieces]
    is_long = [
        len(s) >= _LONG and (s in wholes or (len(pieces) < _MANY and s in joined)) for s in squashed
    ]
    is_long = _only_as_often(squashed, is_long, lines)
    ranks = [rank for rank, found in enumerate(is_long) if found]
    first, last = (ranks[0], ranks[-1]) if ranks else (0, len(pieces))
    contained = _containing(squashed, lines, is_long) if len(pieces) < _MANY else is_long
    return [
        is_long[rank] or contained[rank] or (first <= rank <= last and s in wholes)
        for rank, s in enumerate(squashed)
    ]


def _only_as_often(squashed: list[str], found: list[bool], lines: list[str]) -> list[bool]:
    """A line said twice on the page, once in the article, is kept where most of the article is."""
    times = Counter(lines)
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


def _containing(squashed: list[str], lines: list[str], found: list[bool]) -> list[bool]:
    """Pieces of which trafilatura kept the greater part: it drops single inline elements."""
    missing = Counter(line for line in lines if len(line) >= 2 * _LONG)
    missing.subtract(s for s, is_found in zip(squashed, found, strict=True) if is_found)
    left = [line for line, times in missing.items() if times > 0][:200]
    return [
        is_found
        or (len(s) > 2 * _LONG and 2 * sum(len(line) for line in left if line in s) > len(s))
        for s, is_found in zip(squashed, found, strict=True)
    ]


def _with_overlooked(pieces: Sequence[Piece], kept: list[bool]) -> list[bool]:
    """Also kept: prose side by side with kept paragraphs, and a standfirst before them."""
    siblings = Counter(
        id(_container(piece.place))
        for piece, is_kept in zip(pieces, kept, strict=True)
        if is_kept and len(piece.text) >= 60
    )
    first = next((rank for rank, is_kept in enumerate(kept) if is_kept), len(kept))
    return [
        is_kept
        or _is_overlooked(piece, siblings[id(_container(piece.place))])
        or (rank < first and first - rank <= 12 and _is_standfirst(piece))
        for rank, (piece, is_kept) in enumerate(zip(pieces, kept, strict=True))
    ]


def _container(place: Place) -> Place:
    """What paragraphs, lists and quotations of one text stand in together."""
    return next((p for p in place.around()[:6] if p.tag not in _WITHIN), place)


def _is_overlooked(piece: Piece, siblings: int) -> bool:
    """Whether a piece is prose, or a subhead, among so many kept paragraphs."""
    if piece.place.tag not in _PROSE_TAGS or piece.is_linked or _kind_of(piece.place):
        return False
    shortest = 20 if siblings >= 2 else 40
    is_prose = len(piece.text) >= shortest and ends_sentence(piece.text)
    return siblings > 0 and (is_prose or (siblings > 1 and piece.role is Role.HEADING))


def _is_standfirst(piece: Piece) -> bool:
    words = piece.place.words | (piece.place.parent.words if piece.place.parent else frozenset())
    return bool(words & _STANDFIRST) and len(piece.text) >= 30 and not piece.is_linked


def _weights(pieces: Sequence[Piece], kept: Sequence[bool]) -> Counter[int]:
    """How many kept characters stand within each place; under 0 those of the whole page."""
    weights: Counter[int] = Counter()
    for piece, is_kept in zip(pieces, kept, strict=True):
        if is_kept:
            weights[0] += len(piece.text)
            for place in piece.place.around():
                weights[id(place)] += len(piece.text)
    return weights


def _block(piece: Piece, weights: Counter[int], *, is_kept: bool) -> Block:
    block = Block(piece.text, piece.role)
    if kind := _named_kind(piece, weights):
        return block.removed(kind, "place_on_page")
    if is_kept:
        return block
    is_headline = piece.is_linked and len(piece.text) >= _LONG
    kind = BlockKind.RELATED if is_headline else BlockKind.INTERFACE
    return block.removed(kind, "not_main_text")


def _named_kind(piece: Piece, weights: Counter[int]) -> BlockKind | None:
    """The kind that tag or class names give, unless the place holds much of the article."""
    for place in piece.place.around():
        if weights[id(place)] * 10 >= weights[0] * 4 and weights[0]:
            return None
        if kind := _kind_of(place):
            return kind
    return None


def _kind_of(place: Place) -> BlockKind | None:
    by_tag, by_word = place_kinds()
    if place.tag in by_tag:
        return by_tag[place.tag]
    return next((kind for words, kind in by_word if words & place.words), None)
