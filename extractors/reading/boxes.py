"""Boxes of an HTML page that are no part of its article: by element, class name, and links.

The names stand in boilerplate.toml ([[place]]); a box that holds much of the article is no box.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from extractors.article import BlockKind
from extractors.reading.blocks import Role, ends_sentence
from extractors.reading.html import Piece, Place
from extractors.reading.wording import place_kinds

_FRAME = 0.4  # of the article: what holds as much is its frame, whatever it is called
_CARD = 0.12  # of the article, and
_CARD_TEXT = 500  # characters: the most that a card for another story holds
_HEADLINE = (20, 220)  # characters
_STORY = 400  # characters: with fewer told before it a headline begins no second story
_SECOND_STORY = 200  # characters, in two paragraphs: with fewer a headline is one within a story
_TITLES = 3  # the page's own and two more: from so many on they can head the parts of a story
_LABEL = 30  # characters: "Analysis: " before a linked headline


class Weights:
    """How many kept characters stand within each place of a page, and each name for places."""

    def __init__(self, pieces: Sequence[Piece], kept: Sequence[bool]) -> None:
        self._kinds: dict[int, BlockKind | None] = {}
        self._named: Counter[tuple[str, str]] = Counter()
        self._before = [0]  # characters kept before the piece of each rank
        told = 0
        for piece, is_kept in zip(pieces, kept, strict=True):
            if is_kept:
                told += len(piece.text)
                self._named[piece.place.tag, piece.place.classes] += len(piece.text)
            self._before.append(told)
        self.total = told

    def within(self, place: Place) -> int:
        return self._before[place.end] - self._before[place.start]

    def before(self, rank: int, place: Place | None = None) -> int:
        """How many stand before a piece, in a place around it or on the whole page."""
        return self._before[rank] - (self._before[place.start] if place else 0)

    def share(self, place: Place) -> float:
        """The part of the article that stands in this place, 0 to 1."""
        return self.within(place) / self.total if self.total else 0.0

    def is_common(self, place: Place) -> bool:
        """Whether its name is no name for a box: paragraphs of the article bear it."""
        return self._named[place.tag, place.classes] >= _FRAME * self.total > 0

    def is_caption(self, piece: Piece) -> bool:
        """By its role, or because a small box around it holds a picture."""
        if piece.role is not Role.PARAGRAPH:
            return piece.role is Role.CAPTION
        place = piece.place
        boxes = [place, place.parent] if place.tag in ("div", "td") else [place.parent]
        return any(box and box.pictures and self.share(box) <= _CARD for box in boxes)

    def named_kind(self, place: Place) -> BlockKind | None:
        """The kind that its names or those around it give, unless it holds much of the article."""
        known = id(place)
        if known not in self._kinds:
            self._kinds[known] = self._kind_of(place)
        return self._kinds[known]

    def _kind_of(self, place: Place) -> BlockKind | None:
        if self.share(place) >= _FRAME:
            return None
        if (kind := own_kind(place)) and not self.is_common(place):
            return kind
        return self.named_kind(place.parent) if place.parent else None


def own_kind(place: Place) -> BlockKind | None:
    """The kind that an element's own name and class names give."""
    return _kind(place.tag, place.words)


@lru_cache(4096)
def _kind(tag: str, words: frozenset[str]) -> BlockKind | None:
    by_tag, by_word = place_kinds()
    if tag in by_tag:
        return by_tag[tag]
    return next((kind for named, kind in by_word if named & words), None)


def headlines_of_others(
    pieces: Sequence[Piece], kept: Sequence[bool], weights: Weights
) -> set[int]:
    """The ranks of kept pieces that are links to other stories, or the text under such a link.

    A line that is a link from end to end and no sentence; and all of the small box around such a
    heading. Not on pages that consist of links, nor in quotations (embedded posts end in a link).
    """
    heads = {
        rank
        for rank, piece in enumerate(pieces)
        if kept[rank] and piece.linked and piece.role is not Role.QUOTE and _is_headline(piece)
    }
    if sum(len(pieces[rank].text) for rank in heads) * 3 > weights.total:
        return set()
    cards = [card for rank in heads if (card := _card(pieces[rank], weights))]
    under = {rank for card in cards for rank in range(card.start, card.end) if kept[rank]}
    return heads | under


def _is_headline(piece: Piece) -> bool:
    """Whether a line is a link and no sentence; a short label before the link belongs to it."""
    length = len(piece.text)
    if not _HEADLINE[0] <= length <= _HEADLINE[1] or ends_sentence(piece.text.rstrip("?!…")):
        return False
    if piece.linked * 10 >= length * 9:
        return True
    return ": " in piece.text[:_LABEL] and piece.linked * 10 >= (length - _LABEL) * 9 > 0


def _card(piece: Piece, weights: Weights) -> Place | None:
    """The small box around a linked heading."""
    card = piece.place.parent
    if piece.role is not Role.HEADING or card is None or card.tag in ("body", "article", "main"):
        return None
    return card if weights.share(card) <= _CARD and weights.within(card) <= _CARD_TEXT else None


def stories_below(
    pieces: Sequence[Piece], kept: Sequence[bool], weights: Weights, headline: Place | None = None
) -> set[int]:
    """The ranks of all that belongs to stories after the first: endless pages append them.

    Such a story has a headline of its own, in an element that holds nothing of the story before;
    if the headline is no title, the element stands beside a like one in which the page's own
    headline is. Entries of a live blog stand below that headline, and not beside it, and so do the
    parts of a story that are headed by titles.
    """
    whole = _titled_whole(pieces, headline)
    for rank, piece in enumerate(pieces):
        if whole and whole.start < rank and kept[rank] and _is_prose(piece):
            whole = next(place for place in whole.around() if place.end > rank)
        is_headline = piece.role in (Role.TITLE, Role.HEADING)
        if not is_headline or weights.before(rank) < _STORY or _is_part(piece, whole):
            continue
        frame = _own_frame(piece.place, rank, weights)
        may_be = piece.role is Role.TITLE or _is_beside(frame, headline)
        if may_be and _is_story(pieces[rank + 1 : frame.end]):
            return set(range(rank, len(pieces)))
    return set()


def _titled_whole(pieces: Sequence[Piece], headline: Place | None) -> Place | None:
    """Where many titles head the parts of one story if the page's headline is one of them."""
    titles = sum(piece.role is Role.TITLE for piece in pieces)
    return headline if headline and headline.role is Role.TITLE and titles >= _TITLES else None


def _is_part(piece: Piece, whole: Place | None) -> bool:
    """Whether a title stands in what holds the headline and all told below it, unless in an
    article of its own or as a link.
    """
    if whole is None or piece.role is not Role.TITLE or piece.linked:
        return False
    for place in piece.place.around():
        if place is whole or place.tag == "article":
            return place is whole
    return False


def _is_beside(frame: Place, headline: Place | None) -> bool:
    """Whether an element of the same name stands around the headline, and in the same element."""
    around = headline.around() if headline else ()
    own = next((place for place in around if place.parent is frame.parent), None)
    return (
        own is not None
        and own.tag == frame.tag
        and bool(own.tag == "article" or own.words)
        and (own.words == frame.words)
    )


def _is_story(pieces: Sequence[Piece]) -> bool:
    """Whether several paragraphs of prose are among them."""
    told = [piece for piece in pieces if _is_prose(piece)]
    return len(told) > 1 and sum(len(piece.text) for piece in told) >= _SECOND_STORY


def _is_prose(piece: Piece) -> bool:
    return len(piece.text) >= 60 and not piece.is_linked and ends_sentence(piece.text)


def _own_frame(place: Place, rank: int, weights: Weights) -> Place:
    """The largest element around a headline that holds nothing of what was told before."""
    return [place, *(p for p in place.around() if not weights.before(rank, p))][-1]
