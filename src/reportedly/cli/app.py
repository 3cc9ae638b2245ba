"""The commands: `reportedly extract`, `demo`, `schema`, and those of the record.

Whatever is heavy (the engine, the readers, the report) is imported when a command needs it, so
that `--help` answers at once.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from reportedly import __version__
from reportedly.cli import batch, connecting, mcp, serve
from reportedly.cli.formats import Format
from reportedly.cli.messages import wrong
from reportedly.cli.options import (
    AllowPrivate,
    Conditions,
    EntriesOnly,
    Fields,
    Inputs,
    Jobs,
    KnownNames,
    Language,
    MaxCharacters,
    Published,
    Publisher,
    Quiet,
    check_known,
    read_options,
)
from reportedly.cli.record import register
from reportedly.cli.words import EXTRACT, MAIN
from reportedly.tuning import tune

app = typer.Typer(
    name="reportedly",
    help=MAIN,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # rich's help takes 0.14 s more to appear than plain help's 0.09
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"reportedly {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    """Hold what belongs to no command."""


@app.command(
    help=EXTRACT, short_help="Read articles; write who said what in them.", no_args_is_help=True
)
def extract(
    inputs: Inputs,
    form: Annotated[
        Format, typer.Option("--format", "-f", help="How to write what is found.")
    ] = Format.TEXT,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="Write to FILE, not to standard output.", metavar="FILE"
        ),
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Option("--out", help="With --format brat: the folder to write to.", metavar="DIR"),
    ] = None,
    published: Published = None,
    publisher: Publisher = None,
    language: Language = "en",
    field: Fields = None,
    where: Conditions = None,
    entries_only: EntriesOnly = False,
    known: KnownNames = None,
    explain: Annotated[
        list[str] | None,
        typer.Option(
            "--explain",
            help="Say of the statement with this number (7) or id what it was decided by, field "
            "by field, instead of writing all. Can be repeated.",
            metavar="ID",
        ),
    ] = None,
    jobs: Jobs = 1,
    max_characters: MaxCharacters = None,
    allow_private: AllowPrivate = False,
    quiet: Quiet = False,
) -> None:
    """Read articles; write who said what."""
    from reportedly.cli.run import Job, perform
    from reportedly.schema import RunError

    if folder is not None and form is not Format.BRAT:
        raise wrong("only --format brat writes to a folder; --output names a file")
    if output is not None and form is Format.BRAT:
        raise wrong("--format brat writes to a folder: name it with --out")
    if explain and form is not Format.TEXT:
        raise wrong(f"--explain is for reading: it cannot go with --format {form}")
    try:
        check_known(known)
        options = read_options(
            published=published,
            publisher=publisher,
            language=language,
            field=field,
            where=where,
            entries_only=entries_only,
            max_characters=max_characters,
            allow_private=allow_private,
        )
    except RunError as error:
        raise wrong(str(error)) from None
    asked = tuple(explain or ())
    job = Job(tuple(inputs), options, form, output, folder, jobs, quiet, asked, known)
    raise typer.Exit(perform(job))


@app.command(short_help="Read three invented articles, and explain the report.")
def demo() -> None:
    """Read the three invented articles that ship with the package, and explain the report."""
    from reportedly.cli.demo import show

    raise typer.Exit(show())


@app.command(short_help="Print the JSON Schema of the jsonl format.")
def schema() -> None:
    """Print the JSON Schema (2020-12) of what `extract --format jsonl` writes."""
    import json

    from reportedly.schema import json_schema

    typer.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))


register(app)
batch.register(app)
connecting.register(batch.batch)
serve.register(app)
mcp.register(app)


def main() -> None:
    """Run the command line; `reportedly` on a shell does this."""
    tune()
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        if os.environ.get("REPORTEDLY_TRACEBACK"):
            raise
        _fault(error)


def _fault(error: Exception) -> NoReturn:
    """End a run that nothing foresaw with one line, not with a page of this program's insides."""
    from reportedly.cli.messages import Messages

    Messages().line(
        f"a fault of this program ({type(error).__name__}: {error}); "
        "set REPORTEDLY_TRACEBACK=1 to see where"
    )
    sys.exit(1)
