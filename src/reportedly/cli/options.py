"""Options on reading, for the commands that read: what they are called, and what they make."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.words import LANGUAGES

if TYPE_CHECKING:
    from reportedly.pipeline import ReadOptions

Inputs = Annotated[
    list[str],
    typer.Argument(
        help="Files, folders, web addresses, or - for standard input.", metavar="INPUTS"
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        help="Day of publication; wins over what an input says. Days are reckoned from it.",
        metavar="YYYY-MM-DD",
    ),
]
Publisher = Annotated[
    str | None, typer.Option(help="Publisher; wins over what an input says.", metavar="NAME")
]
Language = Annotated[
    str,
    typer.Option(
        help="en leaves out documents in other languages; any reads them too.", metavar="en|any"
    ),
]
Fields = Annotated[
    list[str] | None,
    typer.Option(
        help="For JSON and Parquet: take PART (text, title, url, publisher, authors, date) from "
        "the field NAME. Can be repeated.",
        metavar="PART=NAME",
    ),
]
Conditions = Annotated[
    list[str] | None,
    typer.Option(
        help="Leave out what does not come from HOST or is not in LANGUAGE: host=HOST (and all "
        "below it), host!=HOST, language=CODE, language!=CODE, with commas between them. "
        "Can be repeated.",
        metavar="CONDITIONS",
    ),
]
EntriesOnly = Annotated[
    bool,
    typer.Option(
        "--entries-only",
        help="Of a feed, read what it holds itself; fetch none of the articles it links to.",
    ),
]
KnownNames = Annotated[
    Path | None,
    typer.Option(
        "--known",
        help="Names that you know, as TOML; added to those that come with the program.",
        metavar="FILE",
    ),
]
Jobs = Annotated[
    int, typer.Option("--jobs", "-j", min=1, help="Processes to share the work.", metavar="N")
]
MaxCharacters = Annotated[
    int | None,
    typer.Option(min=1, help="Leave out documents longer than N characters.", metavar="N"),
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from private and local addresses too.")
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="No progress, no warnings; errors alone.")
]


def read_options(
    *,
    published: str | None,
    publisher: str | None,
    language: str,
    field: list[str] | None,
    where: list[str] | None,
    entries_only: bool,
    max_characters: int | None,
    allow_private: bool,
) -> ReadOptions:
    """How inputs are read, from what was typed.

    Raises:
        RunError: if something typed cannot be meant.
    """
    from reportedly.pipeline import ReadOptions, Where

    options = ReadOptions(
        published=published,
        publisher=publisher,
        fields=_fields(field or []),
        language=_language(language),
        where=Where.parse(where) if where else Where(),
        entries_only=entries_only,
        allow_private=allow_private,
    )
    return options if max_characters is None else replace(options, max_characters=max_characters)


def check_known(known: Path | None) -> None:
    """Refuse a file of names that is not there.

    Raises:
        RunError: if it is not.
    """
    from reportedly.schema import RunError

    if known is not None and not known.is_file():
        raise RunError(f"--known {known}: no such file")


def _fields(pairs: list[str]) -> dict[str, str]:
    from reportedly.schema import RunError

    fields = {}
    for pair in pairs:
        part, equals, name = pair.partition("=")
        if not (part and equals and name):
            raise RunError(f"--field {pair!r}: PART=NAME is meant, as in text=body")
        fields[part] = name
    return fields


def _language(name: str) -> str | None:
    from reportedly.schema import RunError

    if name not in LANGUAGES:
        raise RunError(f"--language {name!r}: one of {', '.join(LANGUAGES)} is meant")
    return None if name == "any" else name
