"""Golden pages from their skeletons: what is marked in a skeleton is the expectation.

    python -m tests.golden.writing

writes tests/golden/pages/*.html (or .txt, .md) and the expectation beside each, two pages a
skeleton with stories of their own. A skeleton is a page with marks:

    {{p}} {{short}} {{h}} {{lead}} {{point}}      a paragraph, line, subhead, … of the story: kept
    {{link}} {{caption}} {{comment}} {{appeal}} {{newsletter}}   of the stock: removed as that
    {{+ some words}}    these words are kept        {{related: some words}}    removed as that kind
    {{title}} {{author}} {{outlet}} {{iso}} {{date}} {{slug}} {{year}}    the page's own, unmarked
    *3 <p>{{p}}</p>     the line three times        ?1 … ?2 …    only in the first or second page
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path
from random import Random
from typing import Any

from extractors.article import BlockKind

FOLDER = Path(__file__).parent
SKELETONS = FOLDER / "skeletons"
PAGES = FOLDER / "pages"
VARIANTS = (1, 2)

_STOCK = tomllib.loads((FOLDER / "stock.toml").read_text("utf-8"))
_MARK = re.compile(r"\{\{([^{}]+)\}\}")
_REPEATED = re.compile(r"\*(\d+) (.*)", re.DOTALL)
_KEPT = {"short": "SHORT", "h": "SUBHEADS", "lead": "LEADS", "point": "POINTS"}
_CUT = {
    "link": ("related", "HEADLINES"), "caption": ("caption", "CAPTIONS"),
    "comment": ("comments", "COMMENTS"), "appeal": ("appeal", "APPEALS"),
    "newsletter": ("newsletter", "NEWSLETTERS"),
}  # fmt: skip


class Telling:
    """One page in the making: its names and dates, and what of the stock is left."""

    def __init__(self, seed: str) -> None:
        self._random = Random(seed)  # noqa: S311  # the same page every time
        self._names = {key: self._random.choice(names) for key, names in _STOCK["NAMES"].items()}
        self._left: dict[str, list[str]] = {}
        moment = datetime(2024, 1, 7, 9, 30, tzinfo=UTC) + timedelta(
            hours=self._random.randrange(12000)
        )
        self.own = {
            "outlet": self._random.choice(_STOCK["OUTLETS"]),
            "author": self._random.choice(_STOCK["AUTHORS"]),
            "iso": moment.isoformat(),
            "date": f"{moment:%B} {moment.day}, {moment.year}",
            "year": str(moment.year),
        }
        self.own["title"] = self.line("TITLES")
        self.own["slug"] = re.sub(r"\W+", "-", self.own["title"].casefold()).strip("-")
        self.text: list[str] = []
        self.removed: list[str] = []

    def line(self, kind: str) -> str:
        """The next line of a kind that this page has not used yet, its names filled in."""
        if not self._left.get(kind):
            lines = list(_STOCK[kind])
            self._left[kind] = self._random.sample(lines, len(lines))
        figures = {"n": self._random.randint(12, 980), "m": self._random.randint(3, 11)}
        names = {**self._names, **figures, "outlet": getattr(self, "own", {}).get("outlet", "")}
        return self._left[kind].pop().format(**names)

    def paragraph(self) -> str:
        return " ".join(self.line("STORY") for _ in range(self._random.choice((1, 2, 2, 3))))

    def fill(self, mark: str) -> str:
        """The words for one mark; what is expected of them is written down."""
        if mark in self.own:
            return self.own[mark]
        if mark in _CUT:
            kind, lines = _CUT[mark]
            return self._cut(kind, self.line(lines))
        if mark == "p" or mark in _KEPT:
            return self._keep(self.paragraph() if mark == "p" else self.line(_KEPT[mark]))
        if mark.startswith("+ "):
            return self._keep(self._own_words(mark[2:]))
        kind, words = mark.split(": ", 1)
        return self._cut(BlockKind(kind).value, self._own_words(words))

    def _own_words(self, words: str) -> str:
        return re.sub(r"\[(\w+)\]", lambda found: self.own[found[1]], words)

    def _keep(self, words: str) -> str:
        self.text.append(_plain(words))
        return words

    def _cut(self, kind: str, words: str) -> str:
        self.removed.append(f"{kind}: {_plain(words)}")
        return words


def _plain(words: str) -> str:
    return " ".join(unescape(re.sub(r"<[^<>]*>", "", words)).split())


def written(skeleton: Path, variant: int) -> tuple[str, dict[str, Any]]:
    """A page of this skeleton and what is expected of it."""
    telling = Telling(f"{skeleton.name} {variant}")
    lines = (
        part for line in skeleton.read_text("utf-8").splitlines() for part in _lines(line, variant)
    )
    page = "\n".join(_MARK.sub(lambda found: telling.fill(found[1]), line) for line in lines)
    said = {
        key: telling.own[key]
        for key in ("title", "author", "iso", "date")
        if telling.own[key] in page
    }
    declares = re.search(r'"og:site_name"|"publisher"|"@type":"WebSite"', page)
    expected = {
        "title": said.get("title"),
        "authors": [said["author"]] if "author" in said else [],
        "outlet": telling.own["outlet"] if declares else None,
        "published": said.get("iso") or (said.get("date") and telling.own["iso"][:10]),
        "text": telling.text,
        "removed": telling.removed,
    }
    return page + "\n", expected


def _lines(line: str, variant: int) -> Iterator[str]:
    if line.startswith(("?1 ", "?2 ")):
        if line[1] != str(variant):
            return
        line = line[3:]
    repeated = _REPEATED.fullmatch(line)
    yield from [repeated[2]] * int(repeated[1]) if repeated else [line]


def all_written() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """File name, page and expectation of every golden page."""
    for skeleton in sorted(SKELETONS.iterdir()):
        for variant in VARIANTS:
            yield f"{skeleton.stem}_{variant}{skeleton.suffix}", *written(skeleton, variant)


def main() -> None:
    PAGES.mkdir(exist_ok=True)
    for name, page, expected in all_written():
        (PAGES / name).write_text(page, "utf-8")
        told = json.dumps(expected, ensure_ascii=False, indent=1)
        (PAGES / f"{name}.json").write_text(told + "\n", "utf-8")


if __name__ == "__main__":
    main()
