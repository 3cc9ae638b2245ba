"""`reportedly batch …`: years of news, on a dataframe engine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Annotated

import typer

from reportedly.cli.messages import wrong
from reportedly.cli.record.told import told

Ray = Annotated[
    str | None,
    typer.Option("--ray", help="Work on the Ray cluster with this head.", metavar="HOST:PORT"),
]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers",
        "-w",
        min=1,
        help="Processes to share the work on this machine; as many as cores unless told.",
        metavar="N",
    ),
]

batch = typer.Typer(
    help="Years of news: the same, on one large machine or a cluster, into Parquet tables.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    app.add_typer(batch, name="batch")


@contextmanager
def engaged(ray: str | None, workers: int | None) -> Iterator[None]:
    """What every command of the group begins with: errors told in one line, the engine there.

    Raises:
        typer.Exit: if the engine is not installed, or the options cannot go together.
    """
    if ray is not None and workers is not None:
        raise wrong("--workers is for this machine: a cluster has as many as it has processors")
    # Asked for without being imported: `batch.engine` has something to say to Daft before that.
    if not all(map(find_spec, ("daft", "pyarrow"))):
        raise wrong("batch needs more than is installed: pip install 'reportedly[batch]'")
    with told():
        yield
