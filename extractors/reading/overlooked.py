"""What trafilatura drops of an article: standfirsts, quotations, lines between others, whole parts.

Recall is bought by place and not by wording: what stands among kept paragraphs, or in an element
of the same make, belongs to them. Boxes with a name of their own, links and the parts of a page
after a second headline are never taken. What is no article after all goes in the second stage.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from extractors.reading.blocks import Role, ends_sentence
from extractors.reading.boxes import Weights, own_kind, stories_below
from extractors.reading.html import Piece, Place

_STANDFIRST = {
    "standfirst", "dek", "deck", "lede", "lead", "leadin", "subtitle", "subheadline", "subhead",
    "subheading", "excerpt", "intro", "introduction", "abstract", "description", "summary",
    "chapo", "kicker", "strapline", "sapo", "bajada",
}  # fmt: skip
_WITHIN = {
    "p", "li", "ul", "ol", "blockquote", "h2", "h3", "h4", "h5", "dl", "dd", "dt", "figure",
    "table", "tbody", "tr", "td", "th", "center", "font",
}  # fmt: skip
_PROSE_TAGS = {
    "p", "li", "blockquote", "h2", "h3", "h4", "td", "dd", "div", "article", "section",
    "center", "main", "body", "pre",
}  # fmt: skip
_ABOVE = 12  # pieces: how far above the first paragraph a standfirst stands
_SHORT_STORY = 2000  # characters: of less any part may be missing
_MOST_MISSING = 3  # times what was found
_NEAR = 3  # pieces: how far from kept ones a line between them stands
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}(?: ?[ap]\.?m\.?)?(?: \(?[A-Z]{2,4}\)?)?", re.IGNORECASE)


class _Page:
    """The pieces of a page and which of them are kept so far."""

    def __init__(
        self,
        pieces: Sequence[Piece],
        squashed: Sequence[str],
        kept: list[bool],
        headline: Place | None,
    ) -> None:
        self.pieces, self.squashed, self.kept = pieces, squashed, kept
        self.weights = Weights(pieces, kept)
        self._containers: dict[int, Place] = {}
        self.containers = [self._container(piece.place) for piece in pieces]
        told = (
            rank for rank, is_kept in enumerate(kept) if is_kept and not _is_title(pieces[rank])
        )
        self.first = next(told, len(kept))
        self.said = {s for s, is_kept in zip(squashed, kept, strict=True) if is_kept}
        below = stories_below(pieces, kept, self.weights, headline)
        self.end = min(below, default=len(pieces))

    def _container(self, place: Place) -> Place:
        """What paragraphs, lists and quotations of one text stand in together."""
        found = self._containers.get(id(place))
        if found is None:
            climbs = place.parent is not None and (place.tag in _WITHIN or place.children <= 1)
            found = self._container(place.parent) if climbs and place.parent else place
            self._containers[id(place)] = found
        return found

    def may_be_told(self, rank: int) -> bool:
        """Whether a piece is free text that could belong to the article, and not a second copy."""
        piece = self.pieces[rank]
        is_free = not self.kept[rank] and rank < self.end and not piece.is_linked
        return (
            is_free
            and not self.weights.is_caption(piece)
            and piece.place.tag in _PROSE_TAGS
            and (self.squashed[rank] not in self.said or self._is_anchored(rank))
            and self.weights.named_kind(piece.place) is None
        )

    def is_missing(self, ranks: Sequence[int]) -> bool:
        """Whether as much can be missing from an article; many times as much is other articles."""
        length = sum(len(self.pieces[rank].text) for rank in ranks)
        return self.weights.total <= _SHORT_STORY or length <= _MOST_MISSING * self.weights.total

    def _is_anchored(self, rank: int) -> bool:
        is_plain = self.pieces[rank].role is Role.PARAGRAPH
        return is_plain and self.weights.share(self.containers[rank]) >= 0.3

    def keep(self, ranks: Iterable[int]) -> None:
        for rank in ranks:
            self.kept[rank] = True
            self.said.add(self.squashed[rank])


def with_overlooked(
    pieces: Sequence[Piece],
    squashed: Sequence[str],
    kept: list[bool],
    description: str,
    headline: Place | None = None,
) -> list[bool]:
    """The same choice with what was overlooked; `description` is squashed like the pieces."""
    page = _Page(pieces, squashed, list(kept), headline)
    page.keep(list(_of_the_same_make(page)))
    page.keep(list(_of_the_same_part(page)))
    page.keep(list(_among_paragraphs(page)))
    page.keep(list(_between_others(page)))
    page.keep(list(_standfirst(page, description)))
    return page.kept


def _is_title(piece: Piece) -> bool:
    return piece.role is Role.TITLE


def _is_prose(piece: Piece) -> bool:
    return len(piece.text) >= 40 and ends_sentence(piece.text)


def _make(innermost: Place) -> tuple[str, ...] | None:
    """Element and class names of a place and the one around it; None without classes."""
    around = [place for place in (innermost, innermost.parent) if place]
    if not any(place.classes for place in around):
        return None
    return tuple(f"{place.tag} {place.classes}" for place in around)


def _of_the_same_make(page: _Page) -> Iterable[int]:
    """Prose in elements named just like those that hold much of the article."""
    made = {
        rank: make
        for rank, piece in enumerate(page.pieces)
        if _is_prose(piece) and (make := _make(piece.place))
    }
    told: Counter[tuple[str, ...]] = Counter()
    for rank, make in made.items():
        if page.kept[rank]:
            told[make] += len(page.pieces[rank].text)
    ranks = [
        rank
        for rank, make in made.items()
        if told[make] * 4 >= page.weights.total and told[make] and page.may_be_told(rank)
    ]
    return ranks if page.is_missing(ranks) else ()


def _of_the_same_part(page: _Page) -> Iterable[int]:
    """All prose of the part of the page in which the article stands, if half of it was dropped.

    The part is at most three elements around the article's container, and not the page itself.
    """
    free = [
        rank
        for rank, piece in enumerate(page.pieces)
        if _is_prose(piece) and page.may_be_told(rank)
    ]
    if not free or not page.weights.total:
        return ()
    part: Place | None = _main_container(page)
    for _ in range(4):
        if part is None or part.tag in ("body", "html"):
            return ()
        within = [rank for rank in free if part.start <= rank < part.end]
        length = sum(len(page.pieces[rank].text) for rank in within)
        if length > page.weights.within(part) and length > 80 * len(within):
            return within
        part = part.parent
    return ()


def _main_container(page: _Page) -> Place:
    told: Counter[int] = Counter()
    for rank, is_kept in enumerate(page.kept):
        if is_kept:
            told[id(page.containers[rank])] += len(page.pieces[rank].text)
    most = told.most_common(1)[0][0]
    return next(place for place in page.containers if id(place) == most)


def _among_paragraphs(page: _Page) -> Iterable[int]:
    """Prose and subheads side by side with kept paragraphs."""
    siblings = Counter(
        id(page.containers[rank])
        for rank, piece in enumerate(page.pieces)
        if page.kept[rank] and len(piece.text) >= 60
    )
    for rank, piece in enumerate(page.pieces):
        beside = siblings[id(page.containers[rank])]
        if not beside or own_kind(piece.place) or not page.may_be_told(rank):
            continue
        is_prose = ends_sentence(piece.text) and len(piece.text) >= (20 if beside >= 2 else 40)
        if is_prose or (beside > 1 and piece.role is Role.HEADING and _heads_text(page, rank)):
            yield rank


def _heads_text(page: _Page, rank: int) -> bool:
    """Whether kept text of the same container, or prose of it, follows a heading soon."""
    own = page.containers[rank]
    after = range(rank + 1, min(len(page.kept), rank + 1 + _NEAR))
    return any(
        page.containers[near] is own and (page.kept[near] or _is_prose(page.pieces[near]))
        for near in after
    )


def _between_others(page: _Page) -> Iterable[int]:
    """Short lines between kept ones of one container: sentences, items, clock times."""
    for rank, piece in enumerate(page.pieces):
        if page.kept[rank] or rank < page.first:
            continue
        is_line = ends_sentence(piece.text) or piece.role in (Role.QUOTE, Role.ITEM)
        if not is_line and not _is_clock(piece):
            continue
        if _has_company(page, rank, alone_before=not is_line) and page.may_be_told(rank):
            yield rank


def _is_clock(piece: Piece) -> bool:
    """Whether a line is the time of a live blog's entry."""
    return bool(_CLOCK.fullmatch(piece.text)) and "date" not in piece.place.words


def _has_company(page: _Page, rank: int, *, alone_before: bool) -> bool:
    """Whether kept pieces of the same container stand shortly before and after this one."""
    own = page.containers[rank]
    after = range(rank + 1, min(len(page.kept), rank + 1 + _NEAR))
    sides = [after] if alone_before else [range(max(0, rank - _NEAR), rank), after]
    return all(
        any(page.kept[near] and page.containers[near] is own for near in side) for side in sides
    )


def _standfirst(page: _Page, description: str) -> Iterable[int]:
    """The lead between headline and story: by its class, by the description, by its place."""
    headline = max(
        (rank for rank in range(page.first) if _is_title(page.pieces[rank])),
        default=page.first,
    )
    above = page.first - _ABOVE
    for rank in range(max(0, min(above, headline)), page.first):
        text = page.pieces[rank].text
        if len(text) < 30 or not page.may_be_told(rank):
            continue
        is_beside = 0 < rank - headline <= 2 and len(text) >= 50 and len(text.split()) >= 8
        is_described = len(description) >= 40 and page.squashed[rank].startswith(description[:80])
        if is_beside or is_described or _is_called_standfirst(page.pieces[rank].place):
            yield rank


def _is_called_standfirst(place: Place) -> bool:
    around = place.words | (place.parent.words if place.parent else frozenset())
    return bool(around & _STANDFIRST)
