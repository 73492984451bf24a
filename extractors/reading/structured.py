"""What an HTML page declares about itself: JSON-LD (schema.org), meta tags, Open Graph, links.

JSON-LD is believed before meta tags; what neither says is left open.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

from extractors.reading.blocks import fold
from extractors.reading.dating import read_dates, read_modified
from extractors.reading.decoding import clean
from extractors.reading.html import Tree
from extractors.reading.metadata import Declared

Node = Mapping[str, Any]

_ARTICLES = re.compile(
    r"(?:article|blogposting|report|newsreport|pressrelease|liveblogposting)\Z", re.IGNORECASE
)
_TITLES = ("og:title", "twitter:title", "parsely-title", "dc.title", "sailthru.title")
_DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description")
_AUTHORS = ("author", "article:author", "parsely-author", "dc.creator", "sailthru.author", "byl")
_MACHINE_META = ("ai-disclosure", "ai-generated", "ai_generated", "ai-content-declaration")
_MACHINE_SAYS = re.compile(
    r"(?:true|yes|1|full|ai|generated|autonomous|(?:fully )?ai[- ]generated|machine[- ]generated)",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r" [|–—·»:-] ([^|–—·»]{2,50})\Z")
_LONGEST_SCRIPT = 2_000_000


def read_declared(tree: Tree, base: str | None) -> Declared:
    """All that the page declares; `base` is the address it was fetched from."""
    node = _article_node(tree)
    meta = _meta(tree)
    outlet = _text(_first(node, "publisher", "name")) or meta.get("og:site_name") or None
    title, is_of_page = _title(tree, node, meta, outlet)
    return Declared(
        title=title,
        title_is_of_page=is_of_page,
        description=next((meta[name] for name in _DESCRIPTIONS if name in meta), None),
        dates=read_dates(tree, node, meta),
        modified=read_modified(node, meta),
        is_article=bool(node) or meta.get("og:type", "").casefold() == "article",
        is_walled=_is_walled(node),
        language=_text(node.get("inLanguage"))
        or tree.get("lang")
        or meta.get("og:locale")
        or meta.get("content-language"),
        url=_url(tree, node, meta, base),
        outlet=outlet,
        authors=_authors(node, meta),
        machine_made=_machine_made(node, meta),
    )


def _article_node(tree: Tree) -> Node:
    """The JSON-LD node of the article, or an empty one."""
    nodes = [node for script in tree.iter("script") for node in _nodes(script)]
    return next((node for node in nodes if any(map(_ARTICLES.search, _types(node)))), {})


def _nodes(script: Tree) -> Iterator[Node]:
    if "ld+json" not in script.get("type", "").lower() or len(script.text or "") > _LONGEST_SCRIPT:
        return
    try:
        waiting = [json.loads(script.text or "", strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(200):
        if not waiting:
            return
        found = waiting.pop(0)
        if isinstance(found, list):
            waiting.extend(found)
        elif isinstance(found, dict):
            yield found
            waiting.extend(
                found[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in found
            )


def _types(node: Node) -> list[str]:
    named = node.get("@type")
    return [
        name for name in (named if isinstance(named, list) else [named]) if isinstance(name, str)
    ]


def _meta(tree: Tree) -> dict[str, str]:
    """Meta tags by lower-case name; of several with one name the first that says something."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (
            element.get("property")
            or element.get("name")
            or element.get("itemprop")
            or element.get("http-equiv")
        )
        content = _text(element.get("content"))
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _first(node: Node, *path: str) -> Any:
    found: Any = node
    for key in path:
        found = found[0] if isinstance(found, list) and found else found
        found = found.get(key) if isinstance(found, dict) else None
    return found


def _text(value: Any) -> str | None:
    """A string as text: entities resolved, white space squeezed; None for anything else."""
    if not isinstance(value, str):
        return None
    return " ".join(clean(unescape(value)).split())[:1000] or None


def _title(
    tree: Tree, node: Node, meta: Mapping[str, str], outlet: str | None
) -> tuple[str | None, bool]:
    """The title, and whether nothing but the page's <title> gives it."""
    headings = [_text("".join(h.itertext())) for h in tree.iter("h1")]
    named = (_text(node.get("headline")), *(meta.get(name) for name in _TITLES))
    own = next((_without_outlet(title, outlet) for title in named if title), None)
    lone = headings[0] if len(headings) == 1 else None
    if own and own.endswith(("…", "...")) and lone and fold(lone).startswith(fold(own)):
        return lone, False
    page = next((_text("".join(t.itertext())) for t in tree.iter("title")), None)
    if own or lone:
        return own or lone, False
    return (_without_outlet(page, outlet), True) if page else (None, True)


def _without_outlet(title: str, outlet: str | None) -> str:
    """A title without the outlet's name after a bar or dash."""
    found = _SUFFIX.search(title)
    if found and outlet and (fold(found[1]) in fold(outlet) or fold(outlet) in fold(found[1])):
        return title[: found.start()].strip()
    return title[: found.start()].strip() if found and found[0].startswith(" |") else title


def _is_walled(node: Node) -> bool:
    """Whether the page says that its article, or a part of it, is not free to read."""
    parts = node.get("hasPart")
    told = [node, *(parts if isinstance(parts, list) else [parts])]
    free = [part.get("isAccessibleForFree") for part in told if isinstance(part, dict)]
    return any(value is False or str(value).casefold() == "false" for value in free)


def _url(tree: Tree, node: Node, meta: Mapping[str, str], base: str | None) -> str | None:
    canonical = (
        e.get("href") for e in tree.iter("link") if "canonical" in e.get("rel", "").lower().split()
    )
    given = [*canonical, meta.get("og:url"), _text(node.get("url")), base]
    absolute = (_absolute(address, base) for address in given if address)
    return next((address for address in absolute if address), None)


def _absolute(address: str, base: str | None) -> str | None:
    try:
        joined = urljoin(base or "", address.strip())
        return (
            joined
            if urlsplit(joined).scheme in ("http", "https") and urlsplit(joined).hostname
            else None
        )
    except ValueError:
        return None


def _authors(node: Node, meta: Mapping[str, str]) -> tuple[str, ...]:
    named = node.get("author")
    people = named if isinstance(named, list) else [named]
    names = [_text(p.get("name") if isinstance(p, dict) else p) for p in people]
    if not any(names):
        told = next((meta[name] for name in _AUTHORS if name in meta), "")
        names = list(re.split(r", | and |; ", told.removeprefix("By ")))
    return tuple(dict.fromkeys(n.strip() for n in names if n and n.strip() and "://" not in n))


def _machine_made(node: Node, meta: Mapping[str, str]) -> str | None:
    """A declaration that a machine wrote the article: IPTC's digital source type, or a meta tag."""
    source = _text(node.get("digitalSourceType")) or ""
    if source.rstrip("/").endswith(
        ("/trainedAlgorithmicMedia", "TrainedAlgorithmicMediaDigitalSource")
    ):
        return f"digitalSourceType: {source}"
    said = ((name, meta[name]) for name in _MACHINE_META if name in meta)
    return next(
        (f"{name}: {value}" for name, value in said if _MACHINE_SAYS.fullmatch(value)), None
    )
