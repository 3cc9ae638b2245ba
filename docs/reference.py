"""Writes `docs/guide/cli.md`, the command-line reference, from the commands themselves.

Run it after a change of a command or an option; a test fails while the page is stale.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

import typer
from typer.core import TyperGroup

from reportedly.cli.app import app

PAGE = Path(__file__).resolve().parent / "guide" / "cli.md"
PREFACE = """\
# Command line

This page is made by `docs/reference.py` from the commands themselves: do not edit it.
"""


def reference(program: typer.Typer) -> str:
    """The whole page for `program`, as Markdown."""
    command = typer.main.get_command(program)
    context = typer.Context(command, info_name="reportedly", **command.context_settings)
    return "\n".join([PREFACE, *_sections(context)])


def _sections(context: typer.Context) -> Iterator[str]:
    """One section for the command and one for each command below it, in their own order."""
    command = context.command
    yield "\n".join(_section(context))
    if isinstance(command, TyperGroup):
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            if child is not None and not child.hidden:
                yield from _sections(typer.Context(child, parent=context, info_name=name))


def _section(context: typer.Context) -> Iterator[str]:
    command = context.command
    yield f"## `{context.command_path}`\n"
    yield from _paragraphs(command.help)
    usage = " ".join(command.collect_usage_pieces(context))
    yield f"```\n{context.command_path} {usage}\n```\n"
    rows = [p.get_help_record(context) for p in command.get_params(context)]
    yield from _table([row for row in rows if row])


def _paragraphs(text: str | None) -> Iterator[str]:
    """A help text as Markdown: a paragraph a line, but what keeps its lines in the help, does."""
    for paragraph in (text or "").strip().split("\n\n"):
        first, _, rest = paragraph.partition("\n")
        if first.strip() == "\b":
            yield f"```\n{textwrap.dedent(rest).rstrip()}\n```\n"
        else:
            yield " ".join(paragraph.split()) + "\n"


def _table(rows: list[tuple[str, str]]) -> Iterator[str]:
    """Arguments and options with what they do, in the words of `--help`."""
    if rows:
        yield "| argument or option | what it does |\n|---|---|"
    for names, what in rows:
        yield f"| `{_cell(names)}` | {_cell(what)} |"
    yield ""


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def main() -> None:
    """Write the page."""
    PAGE.write_text(reference(app), encoding="utf-8")


if __name__ == "__main__":
    main()
