"""Pages a second, parley's reading beside bare trafilatura with metadata, on the same pages.

    python -m pytest tests/benchmarks/test_reading.py --benchmark-only --benchmark-json=out.json

The golden pages as they are (about 4 kB), and dressed with the menus, scripts, side columns and
footers that make a page of today 150 kB. Nothing is asserted of times: `extra_info["ratio"]` says
how many times as long as trafilatura parley takes, both in one process, in turns.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from random import Random

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from trafilatura import bare_extraction

from extractors.page import Page
from extractors.reading import read
from tests.reading.pages import golden_files, page_in, references

TURNS = 5

_SCRIPT = "window.q=window.q||[];q.push({id:%d,slot:'mid',sizes:[[300,250],[728,90]],tags:['a']});"
_CARD = (
    '<div class="c-card c-card--{0}"><a href="/s/{0}" class="c-card__media"><img src="/i/{0}.jpg" '
    'alt="" width="320" height="180"></a><div class="c-card__body"><h3 class="c-card__title">'
    '<a href="/s/{0}">Story number {0} of today, told in eight words</a></h3><span>3 h</span></div>'
    "</div>"
)


def dressed(page: Page) -> Page:
    """The page with what stands around articles on the sites of today."""
    random = Random(page.reference)  # noqa: S311  # the same pages every time
    items = "".join(
        f'<li class="nav__item"><a class="nav__link" href="/t/{n}">Topic {n}</a></li>'
        for n in range(random.randint(120, 200))
    )
    cards = "".join(_CARD.format(n) for n in range(random.randint(40, 80)))
    scripts = "".join(f"<script>{(_SCRIPT % n) * 40}</script>" for n in range(20))
    html = page.content.decode(errors="surrogateescape")  # one sample is no UTF-8
    html = html.replace("</head>", f"{scripts}</head>", 1)
    html = html.replace(
        "</body>", f'<div class="rail">{cards}</div><footer>{items}</footer></body>'
    )
    opened = html.find(">", html.find("<body")) + 1
    menu = f'<nav class="nav"><ul class="nav__list">{items}</ul></nav>'
    whole = html[:opened] + menu + html[opened:]
    return page.model_copy(update={"content": whole.encode(errors="surrogateescape")})


def as_they_are() -> list[Page]:
    return [page_in(path) for path in golden_files() if path.suffix == ".html"]


def seconds(work: Callable[[Page], object], pages: Sequence[Page]) -> float:
    began = time.process_time()
    for page in pages:
        work(page)
    return time.process_time() - began


def bare(page: Page) -> object:
    return bare_extraction(page.content, with_metadata=True, include_comments=False)


@pytest.mark.parametrize("size", ["golden", "dressed"])
def test_reading_beside_bare_trafilatura(benchmark: BenchmarkFixture, size: str) -> None:
    pages = as_they_are() if size == "golden" else [dressed(page) for page in as_they_are()[::3]]
    known = references()

    def own(page: Page) -> object:
        return read(page, known)

    own(pages[0]), bare(pages[0])
    turns = [(seconds(bare, pages), seconds(own, pages)) for _ in range(TURNS)]
    bare_best, own_best = (min(turn[side] for turn in turns) for side in (0, 1))
    benchmark.extra_info["pages"] = len(pages)
    benchmark.extra_info["mean_kb"] = sum(len(p.content) for p in pages) // len(pages) // 1000
    benchmark.extra_info["trafilatura_ms_a_page"] = round(1000 * bare_best / len(pages), 2)
    benchmark.extra_info["parley_ms_a_page"] = round(1000 * own_best / len(pages), 2)
    benchmark.extra_info["ratio"] = round(own_best / bare_best, 2)
    benchmark.pedantic(lambda: [own(page) for page in pages], rounds=1)
