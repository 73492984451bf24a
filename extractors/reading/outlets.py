"""Outlets: looking names and domains up in the list, and how a text names its own outlet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from extractors.reading.blocks import Block, fold
from extractors.reading.pitches import pitching_outlet
from extractors.references import Outlet, References

_WORD = r"[A-Z](?:[\w&'’-]|\.(?=\w)){1,25}"
_NAME = rf"(?P<name>(?:The )?{_WORD}(?: (?:of |and |for |the |& ){{0,2}}{_WORD}){{0,4}})"
_KINDS = r"(?:outlet|newsroom|media|newspaper|magazine|site)"
_SELF_NAMING = (
    re.compile(
        rf"{_NAME} is an? (?:independent|non-?profit|reader-supported)\b[^.]{{0,60}}\b{_KINDS}\b"
    ),
    re.compile(rf"(?:©|\([cC]\)|Copyright)(?: ©)? ?(?:20\d\d)?(?: ?[-–] ?20\d\d)?,? {_NAME}"),
)
_WE_ARE = re.compile(rf"We are an? (?:independent|non-?profit)\b[^.\n]{{0,60}}\b{_KINDS}\b")
_NO_NAMES = frozenset({"all rights reserved", "all", "the"})


class Outlets:
    """The reference list of outlets, by name and by domain."""

    def __init__(self, outlets: Sequence[Outlet]) -> None:
        self._by_name: dict[str, Outlet] = {}
        self._by_domain: dict[str, Outlet] = {}
        for outlet in outlets:
            for name in (outlet.name, *outlet.other_names, outlet.slug):
                self._by_name.setdefault(_key(name), outlet)
            for domain in outlet.domains:
                self._by_domain.setdefault(domain.casefold(), outlet)

    def find(self, name: str) -> Outlet | None:
        """The outlet of this name or domain."""
        return self._by_name.get(_key(name)) or self.at(name)

    def at(self, address: str) -> Outlet | None:
        """The outlet whose domain an address or host belongs to."""
        host = host_of(address)
        labels = host.split(".")
        parents = (".".join(labels[start:]) for start in range(len(labels) - 1))
        return next((self._by_domain[p] for p in parents if p in self._by_domain), None)

    def name(self, name: str) -> str:
        """The outlet's name as the reference list writes it, or as written here."""
        found = self.find(name)
        return found.name if found else name

    def slug(self, name: str) -> str:
        """The outlet's slug, or the name as written where the list does not know it."""
        found = self.find(name)
        return found.slug if found else name


_known: list[tuple[tuple[Outlet, ...], Outlets]] = []  # the last list asked for, and its look-up


def outlets_of(references: References) -> Outlets:
    """The look-up of a reference list; made once, since a run reads all its pages with one list."""
    if not _known or _known[0][0] is not references.outlets:
        _known[:] = [(references.outlets, Outlets(references.outlets))]
    return _known[0][1]


def _key(name: str) -> str:
    folded = fold(name)
    return folded.removeprefix("the ")


def host_of(address: str) -> str:
    """The host of an address, without www; empty if there is none."""
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def own_name(blocks: Sequence[Block]) -> str | None:
    """How the page names the outlet it is from, in a pitch, a notice or a copyright line."""
    if pitched := pitching_outlet(blocks):
        return pitched
    for before, block in zip([None, *blocks], blocks, strict=False):
        if block.kind is None:
            continue
        if before and _WE_ARE.match(block.text) and _is_name(before.text):
            return before.text
        named = next((m for p in _SELF_NAMING if (m := p.search(block.text[:600]))), None)
        if named and fold(named["name"]) not in _NO_NAMES:
            return named["name"]
    return None


def _is_name(text: str) -> bool:
    return bool(re.fullmatch(_NAME, text))
