"""Commands that hand the warehouse on: export, prov, schema."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from flows.commands.looking import Output, Raw, Shape
from flows.commands.shared import (
    Format,
    home_of,
    opened_bytes,
    opened_lines,
    refuse_bytes_on_terminal,
)


def export(
    context: typer.Context,
    what: Annotated[
        str,
        typer.Argument(
            metavar="NAME|CALL|QUERY", help="A table or view, a macro's call, a SELECT."
        ),
    ],
    *,
    shape: Shape = Format.CSV,
    raw: Raw = False,
    header: Annotated[
        bool, typer.Option("--header/--no-header", help="Column names on the first line.")
    ] = True,
    seconds: Annotated[
        float, typer.Option(metavar="N", min=0.1, help="Stop it after this time.")
    ] = 600.0,
    output: Output = None,
) -> None:
    """Write any table, view, macro or query to a file.

    In CSV and TSV, a cell that a spreadsheet would run as a formula gets an apostrophe.

    Example:  parley export compat_polecat --format tsv --output polecat.txt
    """
    from flows.asking import GRACE, ask
    from warehouse.exporting import ExportFormat
    from warehouse.queries import bound_memory, bound_time
    from warehouse.relations import export_relation, statement_of

    home = home_of(context)
    refuse_bytes_on_terminal(shape, output)
    if shape is Format.TABLE:
        with bound_memory():
            ask(home, statement_of(what), shape, output, seconds)
        return
    with opened_bytes(output) as out, bound_memory(), bound_time(seconds + GRACE):
        export_relation(
            home,
            what,
            out,
            ExportFormat(shape),
            raw=raw,
            header=header,
            limit_seconds=seconds,
        )


def prov(
    context: typer.Context,
    which: Annotated[
        str,
        typer.Argument(metavar="FACT|EVENT", help="The start of a fact's id, or an event's id."),
    ],
    *,
    output: Output = None,
) -> None:
    """Write the provenance of a fact or event.

    As W3C PROV-O in JSON-LD: values, words, article, page, batch; fetching, reading, extracting;
    outlet, speakers, program. Nothing in it needs the network.

    Example:  parley prov talks/RUS-UKR/2025-07-23 --output talks.jsonld
    """
    import json

    from warehouse.prov import provenance_of
    from warehouse.tracing import traces_of

    traces = traces_of(home_of(context), which)
    event_id = None if traces[0].fact.fact_id.startswith(which) else which
    graph = provenance_of(traces, event_id)
    with opened_lines(output) as out:
        out.write(json.dumps(graph, indent=2, ensure_ascii=False) + "\n")


class DictionaryFormat(StrEnum):
    """How the data dictionary is written."""

    MARKDOWN = "markdown"
    HTML = "html"


def schema(
    shape: Annotated[
        DictionaryFormat, typer.Option("--format", help="How to write it.")
    ] = DictionaryFormat.MARKDOWN,
    *,
    output: Output = None,
) -> None:
    """Write what every table, view, macro and column means.

    The data dictionary, from the comments in the database. It needs no warehouse.

    Example:  parley schema --format html --output warehouse.html
    """
    from flows.describing import as_html, as_markdown
    from warehouse.dictionary import data_dictionary

    write = as_html if shape is DictionaryFormat.HTML else as_markdown
    with opened_lines(output) as out:
        out.write(write(data_dictionary()))
