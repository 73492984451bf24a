"""The command `parley`: its options, its commands, and what each failure means to the shell."""

from __future__ import annotations

import os
import sys
from importlib.metadata import version
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from extractors import errors
from flows.commands import changing, eventing, exporting, keeping, looking, running, sourcing
from flows.printable import printable
from flows.redaction import scrubbed

#: Exit codes by kind of failure; 0 is done, 1 a fault in parley itself (with its traceback).
EXIT_CODES: dict[type[BaseException], int] = {
    errors.UsageError: 2,
    errors.QueryError: 2,
    errors.DiskError: 3,
    OSError: 3,
    errors.ConfigurationError: 4,
    errors.LockHeldError: 5,
    errors.GateFailedError: 6,
    errors.RejectLimitError: 7,
    errors.DamagedWarehouseError: 8,
    errors.InterruptedRunError: 11,
    KeyboardInterrupt: 11,
}


class _Edge(TyperGroup):
    """Where expected failures become a message on stderr and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # the reader of our output has seen enough
            raise
        except tuple(EXIT_CODES) as error:
            message = printable(scrubbed(str(error))) or "interrupted; what was committed is whole"
            print(f"Error: {message}", file=sys.stderr)  # noqa: T201  # stdout is for results
            raise typer.Exit(exit_code(error)) from error


def exit_code(error: BaseException) -> int:
    """The code of the nearest kind of failure in EXIT_CODES."""
    return next(EXIT_CODES[kind] for kind in type(error).__mro__ if kind in EXIT_CODES)


app = typer.Typer(
    name="parley",
    cls=_Edge,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:  # noqa: FBT001  # as Typer calls it
    if wanted:
        typer.echo(f"parley {version('parley')}")
        raise typer.Exit


@app.callback()
def parley(
    context: typer.Context,
    *,
    home: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="The warehouse; else PARLEY_HOME, else data/."),
    ] = None,
    _version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version and stop."
        ),
    ] = False,
) -> None:
    """Negotiations in wars, read from the news into a warehouse that shows every value's source.

    Exit codes: 0 done, 2 usage, 3 disk, 4 configuration, 5 another publisher holds the lock,
    6 not published for failed checks, 7 too many rejects, 8 damaged warehouse, 11 interrupted.

    Example:  parley ingest seeds/articles && parley facts
    """
    context.obj = home


for command in (
    running.ingest,
    running.nightly,
    running.backfill,
    running.reextract,
    running.reread,
    eventing.relink,
    looking.facts,
    looking.articles,
    eventing.events,
    changing.changes,
    looking.show,
    looking.sql,
    exporting.export,
    exporting.prov,
    exporting.schema,
    looking.evaluate,
    looking.silence,
    looking.runs,
    looking.outcomes,
    keeping.publish,
    keeping.accept,
    keeping.rebuild,
    keeping.doctor,
):
    app.command()(command)
app.add_typer(sourcing.app)


def main() -> None:
    """Entry point of the installed command."""
    _mend_streams()
    app()


def _mend_streams() -> None:
    """Streams that were closed lead nowhere; signs that the terminal's code lacks are escaped."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  # for good
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
