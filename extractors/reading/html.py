"""HTML → pieces: the readable text of a page in its order, each piece with its place in the tree.

Everything a visitor can read becomes a piece, menus and comment boxes included; scripts, styles and
what the markup hides do not. Which pieces are the article is decided in mainbody.py.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from extractors.reading.blocks import Role, ends_sentence
from extractors.reading.decoding import clean

Tree = Any  # lxml ships no types

_UNSEEN = {
    "script", "style", "noscript", "template", "head", "svg", "iframe", "object", "embed", "canvas",
    "audio", "video", "select", "datalist", "textarea", "math", "map", "amp-analytics",
}  # fmt: skip
_INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub",
    "sup", "time", "tt", "u", "var", "wbr", "label", "img", "nobr", "picture", "source",
}  # fmt: skip
_SEPARATE = {"a", "span", "time", "label"}
_ROLES = {
    "h1": Role.TITLE,
    **dict.fromkeys(["h2", "h3", "h4", "h5", "h6"], Role.HEADING),
    **dict.fromkeys(["li", "dd", "dt"], Role.ITEM),
    "blockquote": Role.QUOTE,
    "figcaption": Role.CAPTION,
}
_HIDING = re.compile(r"display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden", re.IGNORECASE)
_WORDS = re.compile(r"[A-Za-z][a-z]+|[A-Z]{2,}(?![a-z])")


class Place:
    """Where in the tree a piece stands: its block element and those around it."""

    __slots__ = ("parent", "tag", "words")

    def __init__(self, parent: Place | None, tag: str, words: frozenset[str]) -> None:
        self.parent, self.tag, self.words = parent, tag, words

    def around(self) -> list[Place]:
        """This place and those around it, the nearest first."""
        places: list[Place] = []
        place: Place | None = self
        while place is not None:
            places.append(place)
            place = place.parent
        return places


class Piece(NamedTuple):
    """A readable piece of the page; `linked` counts its characters that stand in links."""

    text: str
    role: Role
    place: Place
    linked: int

    @property
    def is_linked(self) -> bool:
        return self.linked * 2 > len(self.text)


def parse(text: str) -> Tree | None:
    """The page's tree without comments, or None if the parser finds nothing in it."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(text.encode("utf-8"), parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def read_pieces(tree: Tree) -> list[Piece]:
    """The readable pieces of the tree in page order; one pass, linear in its size."""
    gathering = _Gathering()
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if not isinstance(element.tag, str):
            continue
        if event == "start":
            if _is_unseen(element):
                walk.skip_subtree()
            else:
                gathering.enter(element)
        else:
            gathering.leave(element, unseen=_is_unseen(element))
    gathering.close()
    return gathering.pieces


def _is_unseen(element: Tree) -> bool:
    if element.tag in _UNSEEN or "hidden" in element.attrib:
        return True
    return bool(_HIDING.search(element.get("style", "")))


class _Gathering:
    """Collects text until a block begins or ends."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._place = Place(None, "html", frozenset())
        self._parts: list[str] = []
        self._linked = 0
        self._links = 0

    def enter(self, element: Tree) -> None:
        if element.tag == "br":
            self._parts.append("\n")
        elif element.tag not in _INLINE:
            self.close()
            self._place = Place(self._place, element.tag, _class_words(element))
        elif element.tag == "a":
            self._links += 1
        self._add(element.text)

    def leave(self, element: Tree, *, unseen: bool) -> None:
        if not unseen and element.tag == "a":
            self._links -= 1
        elif not unseen and element.tag not in _INLINE and element.tag != "br":
            self.close()
            self._place = self._place.parent or self._place
        self._add(element.tail)
        if element.tag in _SEPARATE and not element.tail and _is_followed(element):
            self._parts.append(" ")

    def _add(self, text: str | None) -> None:
        if text:
            self._parts.append(text.replace("\n", " "))
            self._linked += len(text.strip()) if self._links else 0

    def close(self) -> None:
        """Make pieces of what was collected: one for each line that stands by itself."""
        text = clean("".join(self._parts))
        role = next((_ROLES[p.tag] for p in self._place.around()[:4] if p.tag in _ROLES), None)
        for line in _paragraphs(text):
            piece = Piece(line, role or Role.PARAGRAPH, self._place, min(self._linked, len(line)))
            self.pieces.append(piece)
        self._parts, self._linked = [], 0


def _is_followed(element: Tree) -> bool:
    """Whether a like element stands right beside this one: style sheets keep them apart."""
    following = element.getnext()
    return following is not None and following.tag in _SEPARATE


def _class_words(element: Tree) -> frozenset[str]:
    named = f"{element.get('class', '')} {element.get('id', '')} {element.get('role', '')}"
    return frozenset(word.casefold() for word in _WORDS.findall(named[:400]))


def _paragraphs(text: str) -> list[str]:
    """Text parted at empty lines, and at single line breaks where a line stands by itself."""
    paragraphs: list[str] = []
    open_line = False
    for line in (" ".join(part.split()) for part in text.split("\n")):
        if not re.search(r"\w", line):
            open_line = False
        elif open_line and _runs_on(paragraphs[-1], line):
            paragraphs[-1] += " " + line
        else:
            paragraphs.append(line)
            open_line = True
    return paragraphs


def _runs_on(before: str, line: str) -> bool:
    """Whether a sentence goes on over a line break."""
    if ends_sentence(before):
        return False
    return line[:1].islower() or len(before) > 90
