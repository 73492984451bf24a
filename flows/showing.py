"""One article or one fact for the eye: the text with its marks, and where every value came from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from extractors.article import ArticleFlag
from extractors.errors import UsageError
from extractors.fact import Ground
from extractors.parsing.dates import read_dates
from extractors.values import Span
from flows.console import SHORT, console, in_short, print_table, text
from flows.marking import Mark, Removed, marked
from flows.telling import is_event, show_event
from warehouse.home import Home
from warehouse.queries import (
    ArticleFilter,
    FactFilter,
    StoredArticle,
    StoredFact,
    articles,
    facts,
    run_sql,
)

T = TypeVar("T")

_PAGES = """
SELECT captures.reference, captures.url, captures.source, captures.fetched_at,
    captures.run_id AS run, captures.batch_id AS batch,
    captures.warc_offset AS "byte of pages.warc.gz"
FROM current_readings JOIN captures USING (capture_id) WHERE article_id = ? ORDER BY ALL"""

_VALUES = """
SELECT field, value, coalesce(words, 'derived from ' || derived_from) AS "read from the words",
    char_start AS "from", char_end AS "to"
FROM provenance WHERE fact_id = ? ORDER BY field"""

_READ_BY = "SELECT DISTINCT run_id, batch_id FROM provenance WHERE fact_id = ?"


def show(home: Home, which: str, *, with_removed: bool) -> None:
    """Show the event of an id, or the article or fact that an id (its beginning), a file or a URL
    (its end) names.

    Raises UsageError where it names none or several.
    """
    if is_event(home, which):
        show_event(home, which)
        return
    if re.fullmatch(r"[0-9a-f]{4,64}", which):
        found = list(facts(home, FactFilter(fact_id=which)))
        if found:
            _show_fact(home, _only(which, found, [fact.fact_id for fact in found]))
            return
    _show_article(home, _article(home, which), with_removed=with_removed)


def _article(home: Home, which: str) -> StoredArticle:
    wanted = [ArticleFilter(article_id=which), ArticleFilter(reference=which)]
    found = next((found for it in wanted if (found := list(articles(home, it)))), [])
    exact = [it for it in found if it.reference == which]
    return _only(which, exact or found, [it.reference for it in found])


def _only(which: str, found: Sequence[T], names: Sequence[str]) -> T:
    if not found:
        raise UsageError(
            f"there is no article, fact or event {which!r}; parley articles and events list them"
        )
    if len(found) > 1:
        raise UsageError(f"{which!r} fits {len(found)}: {', '.join(names[:5])}; say more of it")
    return found[0]


def _show_article(home: Home, article: StoredArticle, *, with_removed: bool) -> None:
    found = list(facts(home, FactFilter(article_id=article.article_id)))
    marks = [
        Mark(*mention.span, name=str(number), label=f"{number} {fact.kind} {fact.status}")
        for number, fact in enumerate(found, start=1)
        for mention in fact.mentions
    ]
    removed = [
        Removed(block.text_offset, f"{block.kind}, {block.rule}", block.text)
        for block in (article.removed if with_removed else ())
    ]
    _print_head(article)
    console().print(marked(article.text, marks, removed), soft_wrap=True)
    if article.removed and not with_removed:
        console().print(f"\n{len(article.removed)} blocks were taken out; --removed shows them")
    _print_facts(found)
    _print_result(home, _PAGES, article.article_id, "pages that this was read from")


def _print_head(article: StoredArticle) -> None:
    out = console()
    out.print(text(article.title or "(no title)", "bold"), soft_wrap=True)
    out.print(text(_head(article)), soft_wrap=True)
    if ArticleFlag.PARTIAL in article.flags:
        said = "only the beginning: the rest is behind a wall, so no facts are read from it"
        out.print(text(said, "bold red"))
    if article.ai_generated_words:
        out.print(text(f"declared as machine-made: {article.ai_generated_words!r}", "bold red"))
    out.print()


def _head(article: StoredArticle) -> str:
    published = (
        f"{article.published} ({article.published_basis})" if article.published else "no date"
    )
    who = ", ".join((*article.authors, article.outlet or "no outlet"))
    return f"article {article.article_id[:SHORT]} · {who} · {published} · {article.reference}"


def _print_facts(found: Sequence[StoredFact]) -> None:
    rows = [
        (number, it.fact_id[:SHORT], it.kind, it.status, it.date, in_short(it.fields), _sayers(it))
        for number, it in enumerate(found, start=1)
    ]
    console().print()
    columns = ("no", "fact", "kind", "status", "date", "what", "who says so")
    print_table(columns, rows, "facts" if rows else "no facts of the kinds that are read")


def _sayers(fact: StoredFact) -> str:
    return " ← ".join(f"{by.name} ({by.role})" for by in fact.attribution) or "the article itself"


def _show_fact(home: Home, fact: StoredFact) -> None:
    """The fact's sentence in its article, with the words of each field marked."""
    article = _article(home, fact.article_id)
    marks = [Mark(*mention.span, name="§", label="§") for mention in fact.mentions]
    for field, ground in fact.grounding.items():
        if isinstance(ground, Span):
            marks.append(Mark(*ground, name=field, label=field))
    out = console()
    out.print(text(f"{fact.kind} {fact.status} {fact.date or ''}", "bold"))
    out.print(text(in_short(fact.fields)), soft_wrap=True)
    out.print(text(f"says so: {_sayers(fact)}"), soft_wrap=True)
    said = f"read by {fact.extractor} {fact.extractor_version}, rule {fact.rule}"
    out.print(text(f"{said}, confidence {fact.confidence:g}; fact {fact.fact_id}"), soft_wrap=True)
    for run_id, batch_id in run_sql(home, _READ_BY, parameters=[fact.fact_id]).rows:
        out.print(text(f"in run {run_id}, batch {batch_id}"), soft_wrap=True)
    out.print()
    _print_head(article)
    out.print(marked(article.text, marks), soft_wrap=True)
    out.print()
    _print_result(home, _VALUES, fact.fact_id, "where each value was read")
    _print_dates(fact, article)
    _print_result(home, _PAGES, fact.article_id, "pages that this was read from")


def _print_dates(fact: StoredFact, article: StoredArticle) -> None:
    """How each date of the fact was settled: its words, the day they count from, the day meant."""
    read = article.article()
    settled = {it.span: it for it in read_dates(read.text, read.published_on)}
    rows = []
    for field, ground in fact.grounding.items():
        value = fact.date if field == "date" else fact.fields.get(field)
        here = [it for span, it in settled.items() if _within(span, ground)]
        rows += [
            (field, it.span.of(read.text), it.basis, it.anchor or "said in full", it.edtf, value)
            for it in here
            if field == "date" or isinstance(value, str)
        ]
    if rows:
        from_day = f"published {article.published or 'on no known day'}"
        columns = ("field", "words", "basis", "settled by", "the words mean", "the fact has")
        console().print()
        print_table(
            columns, rows, f"how dates were settled ({from_day}, {article.published_basis})"
        )


def _within(span: Span, ground: Ground) -> bool:
    return isinstance(ground, Span) and ground.overlaps(span)


def _print_result(home: Home, query: str, which: str, title: str) -> None:
    result = run_sql(home, query, parameters=[which])
    console().print()
    print_table([column.name for column in result.columns], result.rows, title)
