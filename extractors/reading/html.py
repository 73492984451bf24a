"""HTML → pieces: the readable text of a page in its order, each piece with its place in the tree.

Everything a visitor can read becomes a piece, menus and comment boxes included; scripts, styles and
what the markup hides do not. Which pieces are the article is decided in mainbody.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
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
_BLOCKS = {
    "address", "article", "aside", "blockquote", "button", "caption", "center", "dd", "details",
    "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main", "menu", "nav", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_ONE_TEXT = {"p", "h1", "h2", "h3", "h4", "h5", "h6"}  # a site's own elements in it are inline
_SEPARATE = {"a", "span", "time", "label"}
_SLANTED = {"em", "i"}
_ROLES = {
    "h1": Role.TITLE,
    **dict.fromkeys(["h2", "h3", "h4", "h5", "h6"], Role.HEADING),
    **dict.fromkeys(["li", "dd", "dt"], Role.ITEM),
    "blockquote": Role.QUOTE,
    "figcaption": Role.CAPTION,
}
_IN_ROLE = {"p", "div", "ul", "ol", "dl", "figure"}  # a quotation's paragraph is a quotation
_READABLE = re.compile(r"\w")
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")
_HIDING = re.compile(r"display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden", re.IGNORECASE)
_WORDS = re.compile(r"[A-Za-z][a-z]+|[A-Z]{2,}(?![a-z])")


class Place:
    """Where in the tree a piece stands: its block element and those around it.

    The pieces within it are those of ranks `start` to `end`, without the latter.
    """

    __slots__ = (
        "children",
        "classes",
        "end",
        "parent",
        "pictures",
        "role",
        "start",
        "tag",
        "words",
    )

    def __init__(
        self, parent: Place | None, tag: str, classes: str, named: str, start: int
    ) -> None:
        self.parent, self.tag, self.classes = parent, tag, classes
        self.words = _class_words(f"{classes} {named}")
        self.start = self.end = start
        self.children = self.pictures = 0  # block elements and pictures right in it
        inherited = parent.role if parent and tag in _IN_ROLE else None
        self.role: Role | None = _ROLES.get(tag, inherited)
        if parent:
            parent.children += 1

    def around(self) -> Iterator[Place]:
        """This place and those around it, the nearest first."""
        place: Place | None = self
        while place is not None:
            yield place
            place = place.parent


class Piece(NamedTuple):
    """A readable piece of the page; of its characters some stand in links, some in italics."""

    text: str
    role: Role
    place: Place
    linked: int
    slanted: int

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
    skipped = None
    for event, element in walk:
        tag = element.tag
        if not isinstance(tag, str):
            continue
        if event == "end":
            gathering.leave(element, tag, unseen=element is skipped)
        elif _is_unseen(element, tag):
            skipped = element
            walk.skip_subtree()
        else:
            gathering.enter(element, tag)
    return gathering.finish()


def _is_unseen(element: Tree, tag: str) -> bool:
    if tag in _UNSEEN or element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and bool(_HIDING.search(style))


class _Line:
    """Text between two line breaks as it is read; of its characters some in links and italics."""

    __slots__ = ("linked", "parts", "slanted")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.linked = self.slanted = 0


class _Gathering:
    """Collects text until a block begins or ends."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._place = Place(None, "html", "", "", 0)
        self._lines = [_Line()]
        self._links = self._slants = 0  # such elements that are open
        self._described = ""  # what the last picture shows

    def enter(self, element: Tree, tag: str) -> None:
        if tag == "br":
            self._lines.append(_Line())
        elif not self._is_inline(tag):
            self.close()
            self._place = Place(self._place, tag, *_labels(element), len(self.pieces))
        elif tag == "img":
            self._place.pictures += 1
            self._described = " ".join(element.get("alt", "").split()) or self._described
        else:
            self._count(tag, 1)
        if element.text:
            self._add(element.text)

    def leave(self, element: Tree, tag: str, *, unseen: bool) -> None:
        if unseen or tag == "br":
            pass
        elif self._is_inline(tag):
            self._count(tag, -1)
        else:
            self.close()
            self._place.end = len(self.pieces)
            self._place = self._place.parent or self._place
        tail = element.tail
        if tail:
            self._add(tail)
        elif tag in _SEPARATE and _is_followed(element):
            self._lines[-1].parts.append(" ")

    def _is_inline(self, tag: str) -> bool:
        return tag in _INLINE or (self._place.tag in _ONE_TEXT and tag not in _BLOCKS)

    def _count(self, tag: str, change: int) -> None:
        if tag == "a":
            self._links += change
        elif tag in _SLANTED:
            self._slants += change

    def _add(self, text: str) -> None:
        if self._place.tag == "pre":
            first, *others = _EMPTY_LINE.split(text)
            self._add_to_line(first)
            for other in others:
                self._lines += [_Line(), _Line()]
                self._add_to_line(other)
        else:
            self._add_to_line(text)

    def _add_to_line(self, text: str) -> None:
        line = self._lines[-1]
        if not line.parts and text.isspace():
            return
        line.parts.append(text.replace("\n", " "))
        if self._links:
            line.linked += len(text.strip())
        if self._slants:
            line.slanted += len(text.strip())

    def finish(self) -> list[Piece]:
        """The pieces, once all was walked."""
        self.close()
        for place in self._place.around():
            place.end = len(self.pieces)
        return self.pieces

    def close(self) -> None:
        """Make pieces of what was collected: one for each line that stands by itself."""
        lines = self._lines
        if len(lines) == 1 and not lines[0].parts:
            return
        for text, linked, slanted in _paragraphs(lines):
            own = Role.CAPTION if text == self._described else Role.PARAGRAPH
            role = self._place.role or own
            piece = Piece(text, role, self._place, min(linked, len(text)), min(slanted, len(text)))
            self.pieces.append(piece)
        self._lines = [_Line()]


def _is_followed(element: Tree) -> bool:
    """Whether a like element stands right beside this one: style sheets keep them apart."""
    following = element.getnext()
    return following is not None and following.tag in _SEPARATE


def _labels(element: Tree) -> tuple[str, str]:
    """The element's class names, and its id and role, as they are written."""
    named = f"{element.get('id', '')} {element.get('role', '')}"
    return element.get("class", "")[:400], named[:200]


@lru_cache(4096)
def _class_words(label: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORDS.findall(label))


def _paragraphs(lines: list[_Line]) -> list[tuple[str, int, int]]:
    """Lines parted at empty ones, and where a line stands by itself; with linked and slanted."""
    paragraphs: list[tuple[str, int, int]] = []
    open_line = False
    for line in lines:
        text = " ".join(clean("".join(line.parts)).split())
        if not _READABLE.search(text):
            open_line = False
        elif open_line and _runs_on(paragraphs[-1][0], text):
            before, linked, slanted = paragraphs[-1]
            whole = f"{before} {text}"
            paragraphs[-1] = (whole, linked + line.linked, slanted + line.slanted)
        else:
            paragraphs.append((text, line.linked, line.slanted))
            open_line = True
    return paragraphs


def _runs_on(before: str, line: str) -> bool:
    """Whether a sentence goes on over a line break."""
    if ends_sentence(before):
        return False
    return line[:1].islower() or len(before) > 90
