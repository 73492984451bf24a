"""The data dictionary for people: as Markdown, and as one HTML page that needs nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from pathlib import Path

from warehouse.dictionary import PARTS, Column, Entry

_TITLE = "The parley warehouse"
_LEAD = (
    "Every table, view and macro of warehouse.duckdb with its columns and what a NULL in them "
    "means; where nothing is said of NULL, there is none. Dates are EDTF texts with DATE bounds "
    "beside them, times are UTC, states are ISO 3166-1 alpha-3 codes, counts are low, best and "
    "high with the qualifier of the words."
)
_SIGN = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b")
_STYLE = Path(__file__).with_name("dictionary.css")


def as_markdown(entries: Sequence[Entry]) -> str:
    """The dictionary as Markdown, with tables of columns."""
    lines = [f"# {_TITLE}", "", _LEAD, ""]
    for part, its in _parts(entries):
        lines += [f"## {part}", "", PARTS[part], ""]
        for entry in its:
            lines += _markdown_entry(entry)
    return "\n".join(lines).rstrip() + "\n"


def _parts(entries: Sequence[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    for part, its in groupby(entries, key=lambda entry: entry.part):
        yield part, list(its)


def _markdown_entry(entry: Entry) -> list[str]:
    lines = [f"### {entry.signature}", "", entry.meaning, ""]
    if entry.example:
        lines += ["```sql", entry.example, "```", ""]
    if entry.columns:
        lines += ["| column | type | meaning | NULL |", "|---|---|---|---|"]
        lines += [
            f"| `{it.name}` | `{it.type}` | {_cell(it.meaning)} | {_cell(_null_of(it))} |"
            for it in entry.columns
        ]
        lines.append("")
    if entry.shared:
        lines += [f"{_shared(entry)}.", ""]
    return lines


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _null_of(column: Column) -> str:
    if not column.nullable:
        return "never"
    return column.null_meaning or ""


def _shared(entry: Entry) -> str:
    left_out = f" except {', '.join(entry.shared_except)}" if entry.shared_except else ""
    also = "Also" if entry.columns else "Has"
    return f"{also} the columns of {entry.shared}{left_out}"


def as_html(entries: Sequence[Entry]) -> str:
    """The dictionary as one page: no script, nothing from elsewhere, light and dark."""
    names = frozenset(entry.name for entry in entries)
    return "\n".join(
        [
            '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta http-equiv="Content-Security-Policy" '
            "content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            f"<title>{_TITLE}: tables, views, macros</title>",
            f"<style>\n{_STYLE.read_text(encoding='utf-8')}</style>\n</head>\n<body>",
            '<a class="skip" href="#main">Skip the list of names</a>',
            f"<header>\n<h1>{_TITLE}</h1>\n<p>{escape(_LEAD)}</p>\n</header>",
            *_navigation(entries),
            '<main id="main">',
            *(line for part, its in _parts(entries) for line in _section(part, its, names)),
            "</main>\n</body>\n</html>\n",
        ]
    )


def _navigation(entries: Sequence[Entry]) -> Iterator[str]:
    yield '<nav aria-label="Tables, views and macros">'
    for part, its in _parts(entries):
        links = "".join(f'<li><a href="#{it.name}">{escape(it.name)}</a></li>' for it in its)
        yield f"<h2>{escape(part)}</h2>\n<ul>{links}</ul>"
    yield "</nav>"


def _section(part: str, entries: Iterable[Entry], names: frozenset[str]) -> Iterator[str]:
    yield f"<h2>{escape(part)}</h2>\n<p>{escape(PARTS[part])}</p>"
    for entry in entries:
        yield f'<h3 id="{entry.name}"><a href="#{entry.name}">{escape(entry.signature)}</a></h3>'
        yield f"<p>{_linked(entry.meaning, names, entry.name)}</p>"
        if entry.example:
            yield f"<pre><code>{escape(entry.example)}</code></pre>"
        if entry.columns:
            yield from _table(entry, names)
        if entry.shared:
            yield f'<p class="soft">{_linked(_shared(entry), names, entry.name)}.</p>'


def _table(entry: Entry, names: frozenset[str]) -> Iterator[str]:
    label = f"Columns of {entry.name}"
    yield f'<div class="wide" role="region" aria-label="{label}" tabindex="0"><table>'
    heads = (("name", "Column"), ("type", "Type"), ("what", "Meaning"), ("null", "NULL means"))
    head = "".join(f'<th scope="col" class="{kind}">{said}</th>' for kind, said in heads)
    yield f"<thead><tr>{head}</tr></thead><tbody>"
    for it in entry.columns:
        cells = (_linked(it.meaning, names, entry.name), _linked(_null_of(it), names, entry.name))
        yield (
            f'<tr><th scope="row"><code>{escape(it.name)}</code></th>'
            f"<td><code>{escape(it.type)}</code></td><td>{cells[0]}</td><td>{cells[1]}</td></tr>"
        )
    yield "</tbody></table></div>"


def _linked(text: str, names: frozenset[str], own: str) -> str:
    """The text escaped, with links at the names of other entries."""

    def link(found: re.Match[str]) -> str:
        name = found[0]
        return f'<a href="#{name}">{name}</a>' if name in names - {own} else name

    return _SIGN.sub(link, escape(text))
