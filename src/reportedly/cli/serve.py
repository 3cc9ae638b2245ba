"""`reportedly serve`: the record in a browser; `reportedly token`: who may look at it from afar."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.options import AllowPrivate, KnownNames, Quiet, check_known
from reportedly.cli.record.settings import DEFAULT, Where
from reportedly.cli.record.told import told

SERVE = """Open the record in a browser, on this machine alone.

\b
  reportedly serve                            then open http://localhost:8765
  reportedly serve --record years.db --read-only
  reportedly token tokens.txt                 a token for others; only its hash is kept
  reportedly serve --host 0.0.0.0 --tokens tokens.txt

A new record is made where there is none; the first page says how to begin. Nothing is loaded from
another host. Beyond this machine, it answers only to those who show a token; put a server that
speaks HTTPS before it.
"""

ADMIT = """Make a token for `serve --tokens`, and add its hash to FILE.

\b
  reportedly token tokens.txt

It is shown once: whoever has it may look at the record, and add and judge unless the site is
read-only. Take its line out of FILE, and it opens nothing any more.
"""


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command(help=SERVE, short_help="Open the record in a browser.")(serve)
    app.command(
        help=ADMIT,
        short_help="Make a token for others to look at the record.",
        no_args_is_help=True,
    )(token)


def serve(
    record: Where = DEFAULT,
    host: Annotated[str, typer.Option(help="Address to listen at.", metavar="HOST")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port; 0 takes any.", min=0, max=65535)] = 8765,
    tokens: Annotated[
        Path | None,
        typer.Option(help="Who is let in: a file that `reportedly token` made.", metavar="FILE"),
    ] = None,
    read_only: Annotated[
        bool, typer.Option("--read-only", help="Nothing can be added or judged.")
    ] = False,
    known: KnownNames = None,
    allow_private: AllowPrivate = False,
    quiet: Quiet = False,
) -> None:
    """Open the record in a browser."""
    from reportedly.cli.messages import Messages
    from reportedly.schema import RunError
    from reportedly.web.app import create_app
    from reportedly.web.security.tokens import Tokens
    from reportedly.web.serving import listen, run
    from reportedly.web.settings import LOOPBACK, Settings

    with told():
        check_known(known)
        if host not in LOOPBACK and tokens is None:
            raise RunError(
                f"--host {host} lets others than this machine in: name who may come, --tokens FILE"
            )
        settings = Settings(
            record=record,
            readonly=read_only,
            tokens=Tokens.load(tokens) if tokens else None,
            allow_private=allow_private,
            known=known,
        )
        site = create_app(settings)
        socket = listen(host, port)
        name = "localhost" if host in LOOPBACK else host
        if not quiet:
            Messages().line(
                f"{record} is open at http://{name}:{socket.getsockname()[1]} (Ctrl-C closes it)"
            )
        with contextlib.suppress(KeyboardInterrupt):
            run(site, socket)


def token(
    file: Annotated[Path, typer.Argument(help="The file of tokens' hashes.", metavar="FILE")],
) -> None:
    """Make a token."""
    from reportedly.web.security.tokens import new_token

    with told():
        typer.echo(new_token(file))
