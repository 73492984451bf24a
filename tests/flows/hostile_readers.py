"""Readers that do to their worker what a page can do: chosen by the name of the page's file."""

from __future__ import annotations

import ctypes
import os
import re
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

from extractors import extracting
from extractors.article import Article
from extractors.extracting import extract
from extractors.fact import Extraction
from extractors.page import Page
from extractors.references import References
from flows.reading import Read, read_page


def hang() -> None:
    time.sleep(600)


def hang_in_c() -> None:
    """The interpreter's lock is held all the while, so no thread and no handler of Python runs."""
    re.match(r"(a+)+$", "a" * 60 + "b")


def sleep_through_signals() -> None:
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGALRM):
        signal.signal(number, signal.SIG_IGN)
    time.sleep(600)


def eat_memory_slowly() -> None:
    eaten = []
    while True:
        eaten.append(b"x" * 2**20)


def eat_memory_at_once() -> None:
    bytearray(2**40)


def eat_memory_in_c() -> None:
    """libxml2 says "unknown error" when it gets no more memory, which readers take for no HTML."""
    from lxml.html import document_fromstring

    kept = []
    while True:
        try:
            kept.append(document_fromstring("<p>x</p>" * 100_000))
        except Exception:  # noqa: BLE001, S112  # as readers do
            continue


def leave() -> None:
    os._exit(3)


def leave_in_order() -> None:
    os._exit(0)


def crash() -> None:
    ctypes.string_at(0)


def abort() -> None:
    os.abort()


def be_killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def recurse() -> None:
    recurse()


def recurse_in_c() -> None:
    """Every second call is C's, so the C stack is at its end before Python's limit is."""
    sys.setrecursionlimit(10**9)
    inner: list[Callable[[], None]] = []
    inner.append(ctypes.CFUNCTYPE(None)(lambda: inner[0]()))
    inner[0]()


def leave_by_exception() -> None:
    raise SystemExit(5)


def print_rubbish() -> None:
    os.write(1, b"rubbish on standard output\n")


HOSTILE = {
    f.__name__: f
    for f in (
        hang,
        hang_in_c,
        sleep_through_signals,
        eat_memory_slowly,
        eat_memory_at_once,
        eat_memory_in_c,
        leave,
        leave_in_order,
        crash,
        abort,
        be_killed,
        recurse,
        recurse_in_c,
        leave_by_exception,
        print_rubbish,
    )
}


def read_hostile(page: Page, references: References) -> Read:
    """Read as always, after what the name of the file asks for."""
    name = Path(page.reference).stem
    if name in HOSTILE:
        HOSTILE[name]()
    return read_page(page, references)


def fail(page: Page, references: References) -> Read:
    """A fault of our own, on one page."""
    if page.reference == "news/swap.txt":
        raise ZeroDivisionError("of all things")
    return read_page(page, references)


def read_as_before(page: Page, references: References) -> Read:
    """As the reader before this one, which left a line of junk in texts."""
    read = read_page(page, references)
    article = read.article
    if isinstance(article, Article) and page.media_type == "text/plain":
        article = article.model_copy(update={"text": f"{article.text}\n\nClick here"})
    extractions = extract(article, references) if isinstance(article, Article) else ()
    return Read(read.reader_version - 1, article, extractions)


def extract_hostile(
    article: Article, references: References, kinds: tuple[str, ...]
) -> tuple[Extraction, ...]:
    """Leaves over articles about Istanbul."""
    if "Istanbul" in article.text:
        os._exit(3)
    return extract(article, references, kinds)


def extract_bumped(
    article: Article, references: References, kinds: tuple[str, ...]
) -> tuple[Extraction, ...]:
    """As an extractor of talks of the next version would."""
    raised = tuple(
        it._replace(version=it.version + 1) if it.name == "talks" else it for it in extracting.KINDS
    )
    with patch.object(extracting, "KINDS", raised):
        return extract(article, references, kinds)


def echo(value: object, _references: References) -> object:
    return value


def wait(seconds: float, _references: References) -> float:
    """As a page does whose worker gets no processor."""
    time.sleep(seconds)
    return seconds


def tell_process(_value: object, _references: References) -> int:
    return os.getpid()
