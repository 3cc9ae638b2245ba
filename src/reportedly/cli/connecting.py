"""`reportedly batch connect`: what the tables of a run are to each other."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.batch import Ray, Workers, engaged
from reportedly.cli.messages import DONE, FAILED, INTERRUPTED, Messages
from reportedly.cli.options import Quiet

CONNECT = """Connect what `batch extract` read: who is one, what says the same, what was copied, and
from how many independent origins each claim comes.

\b
  reportedly batch connect tables
  reportedly batch connect /mnt/tables --ray head.example.org:6379

It is what a record of the same documents would hold: `reportedly import` takes it from here. A
document that is there twice counts once.

\b
What it adds to DIR, in connected/:
  links         two documents, entities or statements, what they are to each other, and why
  groups        those that are one: families of copies, entities, claims, narratives
  origins       for each claim of several statements, its origins

It goes on with the first step that is not finished, whatever ended it before. Where shards were
added since, all is connected anew. On the way it needs as much room in DIR as the tables take.

Exit status: 0 all is done, 1 it failed on the way, 2 the call was wrong.
"""


def register(group: typer.Typer) -> None:
    """Add the command to its group."""
    group.command(
        name="connect",
        help=CONNECT,
        short_help="Connect what was read: entities, claims, copies, origins.",
        no_args_is_help=True,
    )(connect)


def connect(
    folder: Annotated[Path, typer.Argument(help="A finished run's folder.", metavar="DIR")],
    ray: Ray = None,
    workers: Workers = None,
    quiet: Quiet = False,
) -> None:
    """Connect a run."""
    with engaged(ray, workers):
        from reportedly.batch.connect import check

        check(folder)
        raise typer.Exit(_perform(folder, ray, workers, Messages(quiet), quiet))


def _perform(
    folder: Path, ray: str | None, workers: int | None, messages: Messages, quiet: bool
) -> int:
    """Do it, and say what became of it; the exit status."""
    from reportedly.batch.connect import connect as run
    from reportedly.schema import RunError

    def say(text: str) -> None:
        if not quiet:
            messages.line(text)

    try:
        if not run(folder, ray, workers, say):
            say(f"{folder}: it is connected; nothing was added to it since")
    except KeyboardInterrupt:
        messages.line("stopped; run it again to go on")
        return INTERRUPTED
    except RunError as error:
        messages.line(str(error))
        return FAILED
    return DONE
