"""The commands: `reportedly extract`, `demo` and `schema`.

Whatever is heavy (the engine, the readers, the report) is imported when a command needs it, so
that `--help` answers at once.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from reportedly import __version__
from reportedly.cli.formats import Format
from reportedly.cli.words import EXTRACT, LANGUAGES, MAIN

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
    inputs: Annotated[
        list[str],
        typer.Argument(
            help="Files, folders, web addresses, or - for standard input.", metavar="INPUTS"
        ),
    ],
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
    published: Annotated[
        str | None,
        typer.Option(
            help="Day of publication; wins over what an input says. Days are reckoned from it.",
            metavar="YYYY-MM-DD",
        ),
    ] = None,
    publisher: Annotated[
        str | None, typer.Option(help="Publisher; wins over what an input says.", metavar="NAME")
    ] = None,
    language: Annotated[
        str,
        typer.Option(
            help="en leaves out documents in other languages; any reads them too.", metavar="en|any"
        ),
    ] = "en",
    field: Annotated[
        list[str] | None,
        typer.Option(
            help="For JSON: take PART (text, title, url, publisher, authors, date) from the field "
            "NAME. Can be repeated.",
            metavar="PART=NAME",
        ),
    ] = None,
    where: Annotated[
        list[str] | None,
        typer.Option(
            help="Leave out what does not come from HOST or is not in LANGUAGE: host=HOST (and all "
            "below it), host!=HOST, language=CODE, language!=CODE, with commas between them. "
            "Can be repeated.",
            metavar="CONDITIONS",
        ),
    ] = None,
    entries_only: Annotated[
        bool,
        typer.Option(
            "--entries-only",
            help="Of a feed, read what it holds itself; fetch none of the articles it links to.",
        ),
    ] = False,
    known: Annotated[
        Path | None,
        typer.Option(
            "--known",
            help="Names that you know, as TOML; added to those that come with the program.",
            metavar="FILE",
        ),
    ] = None,
    explain: Annotated[
        list[str] | None,
        typer.Option(
            "--explain",
            help="Say of the statement with this number (7) or id what it was decided by, field "
            "by field, instead of writing all. Can be repeated.",
            metavar="ID",
        ),
    ] = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=1, help="Processes to share the work.", metavar="N")
    ] = 1,
    max_characters: Annotated[
        int | None,
        typer.Option(min=1, help="Leave out documents longer than N characters.", metavar="N"),
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from private and local addresses too.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress, no warnings; errors alone.")
    ] = False,
) -> None:
    """Read articles; write who said what."""
    from reportedly.cli.run import Job, perform
    from reportedly.pipeline import ReadOptions, Where
    from reportedly.schema import RunError

    if folder is not None and form is not Format.BRAT:
        raise _wrong("only --format brat writes to a folder; --output names a file")
    if output is not None and form is Format.BRAT:
        raise _wrong("--format brat writes to a folder: name it with --out")
    if explain and form is not Format.TEXT:
        raise _wrong(f"--explain is for reading: it cannot go with --format {form}")
    if known is not None and not known.is_file():
        raise _wrong(f"--known {known}: no such file")
    try:
        options = ReadOptions(
            published=published,
            publisher=publisher,
            fields=_fields(field or []),
            language=_language(language),
            where=Where.parse(where) if where else Where(),
            entries_only=entries_only,
            allow_private=allow_private,
        )
        if max_characters is not None:
            options = replace(options, max_characters=max_characters)
    except RunError as error:
        raise _wrong(str(error)) from None
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


def _wrong(said: str) -> typer.Exit:
    from reportedly.cli.messages import Messages
    from reportedly.cli.run import WRONG_CALL

    Messages().line(said)
    return typer.Exit(WRONG_CALL)


def _fields(pairs: list[str]) -> dict[str, str]:
    fields = {}
    for pair in pairs:
        part, equals, name = pair.partition("=")
        if not (part and equals and name):
            raise _wrong(f"--field {pair!r}: PART=NAME is meant, as in text=body")
        fields[part] = name
    return fields


def _language(name: str) -> str | None:
    if name not in LANGUAGES:
        raise _wrong(f"--language {name!r}: one of {', '.join(LANGUAGES)} is meant")
    return None if name == "any" else name


def main() -> None:
    """Run the command line; `reportedly` on a shell does this."""
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
