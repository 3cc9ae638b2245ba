"""The command that serves a record to assistants."""

from __future__ import annotations

import os
import signal

import typer

from reportedly.cli.messages import INTERRUPTED
from reportedly.cli.record.settings import DEFAULT, Where
from reportedly.cli.record.told import told

MCP = """Serve the record to an assistant, over the Model Context Protocol on standard input and
output.

\b
  reportedly mcp --record news.db

An assistant's program starts it, with this line in its settings. The tools only read: they search,
trace and quote, and every answer carries the document, the place and the words. It ends when
standard input does.
"""


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command(help=MCP, short_help="Serve the record to an assistant (MCP).")(mcp)


def mcp(record: Where = DEFAULT) -> None:
    """Serve the record to an assistant."""
    from reportedly.mcp import serve

    # Reading standard input cannot be interrupted in order; and there is nothing to put in order.
    signal.signal(signal.SIGINT, lambda *_: os._exit(INTERRUPTED))
    with told():
        serve(record)
