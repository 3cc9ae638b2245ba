"""`reportedly batch …`: years of news, on a dataframe engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.messages import DONE, FAILED, INTERRUPTED, Messages, wrong
from reportedly.cli.options import (
    Conditions,
    Fields,
    KnownNames,
    Language,
    MaxCharacters,
    Published,
    Publisher,
    Quiet,
    check_known,
    read_options,
)
from reportedly.cli.record.told import told

if TYPE_CHECKING:
    from reportedly.batch.extract import Planned, Progress
    from reportedly.schema import DocumentError

TOLD = 20
"""Documents left out that are named on standard error; the others are in the table alone."""

EXTRACT = """Read years of articles into Parquet tables: the same as `extract`, and as much more as
`add` keeps of a document.

\b
  reportedly batch extract archive/ --out tables
  reportedly batch extract 'crawl/2031-*.warc.gz' --where language=en --out tables --workers 16
  reportedly batch extract dump.parquet --field text=body --field date=day --out tables
  reportedly batch extract /mnt/news --out /mnt/tables --ray head.example.org:6379

Inputs are files, folders and patterns of paths (in quotation marks): plain text, HTML, JSON, JSON
lines, Parquet with a column of text, web archives (WARC), feeds that were saved; also gzipped. Of
a feed, what it holds itself is read; addresses are for `add`.

The work is cut into shards: small files together, large ones in parts. A shard counts when it is
finished as a whole. Whatever ends the run, the same command goes on where it stopped and ends in
the same tables; with more inputs, it adds those. A file must stay as it was when it was planned.

\b
What DIR holds:
  documents, attributions, entities, fingerprints, vectors
                a folder for each table, in it a file for each shard
  left_out      what could not be read, and why
  run.json      the settings; another run's tables are refused
  plan.jsonl    which shard holds which inputs
  done          a mark for each finished shard

On a cluster (--ray), DIR and the inputs must lie where every machine reaches them under the same
path, and the program must be installed on each. A worker takes one processor and less than 1.5 GB.

Exit status: 0 all is done, 1 some input was left out or some shard not finished, 2 the call was
wrong.
"""

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


@batch.command(
    help=EXTRACT, short_help="Read years of articles into Parquet tables.", no_args_is_help=True
)
def extract(
    inputs: Annotated[
        list[str],
        typer.Argument(help="Files, folders, and patterns of paths.", metavar="INPUTS"),
    ],
    out: Annotated[
        Path, typer.Option("--out", "-o", help="The folder for the tables.", metavar="DIR")
    ],
    ray: Ray = None,
    workers: Workers = None,
    published: Published = None,
    publisher: Publisher = None,
    language: Language = "en",
    field: Fields = None,
    where: Conditions = None,
    known: KnownNames = None,
    max_characters: MaxCharacters = None,
    shard: Annotated[
        int,
        typer.Option(
            min=1,
            help="Documents in a shard at most, where they can be counted before they are read. "
            "A lost worker costs a shard; of years of news, 10000 make fewer files.",
            metavar="N",
        ),
    ] = 500,
    quiet: Quiet = False,
) -> None:
    """Read articles into tables."""
    with engaged(ray, workers), Messages(quiet) as messages:
        from reportedly.batch.extract import Job, prepare
        from reportedly.cli.output import check_apart

        check_known(known)
        check_apart(inputs, out)
        options = read_options(
            published=published,
            publisher=publisher,
            language=language,
            field=field,
            where=where,
            entries_only=True,
            max_characters=max_characters,
            allow_private=False,
        )
        planned = prepare(Job(tuple(inputs), out, options, known, shard))
        for error in planned.errors:
            messages.error(error)
        raise typer.Exit(_perform(planned, ray, workers, _Shown(messages, out, quiet)))


def _perform(planned: Planned, ray: str | None, workers: int | None, shown: _Shown) -> int:
    """Do what is planned, and say what became of it; the exit status."""
    from reportedly.batch.extract import extract as run
    from reportedly.schema import RunError

    try:
        done = run(planned, shown.tell, ray, workers)
    except KeyboardInterrupt:
        shown.fail("stopped; run it again to go on")
        return INTERRUPTED
    except RunError as error:
        shown.fail(str(error))
        return FAILED
    shown.all(planned, done)
    return FAILED if planned.errors or done.failed or done.left_out else DONE


class _Shown:
    """What is said while a run goes on, and at its end."""

    def __init__(self, messages: Messages, out: Path, quiet: bool) -> None:
        self._messages = messages
        self._out = out
        self._quiet = quiet
        self._told = 0

    def tell(self, progress: Progress, errors: Iterable[DocumentError]) -> None:
        """Show how far it has come."""
        for error in errors:
            if self._told < TOLD:
                self._messages.error(error)
            elif self._told == TOLD:
                self._messages.line(f"more are left out; all are in {self._out / 'left_out'}")
            self._told += 1
        share = progress.finished_bytes / progress.bytes if progress.bytes else 0.0
        total = (
            max(round(progress.finished_documents / share), progress.documents) if share else None
        )
        more = f", {progress.left_out:,} left out" if progress.left_out else ""
        self._messages.reach(progress.documents, total, more)

    def all(self, planned: Planned, done: Progress) -> None:
        """Say what was done."""
        for error in done.failed:
            self._messages.error(error)
        from reportedly.cli.record.render import many

        before = f", {planned.held:,} before" if planned.held else ""
        self._messages.close()
        if self._quiet:
            return
        self._messages.line(
            f"{self._out}: {many(done.documents, 'document')}, "
            f"{many(done.statements, 'statement')}, {done.left_out:,} left out; "
            f"{done.done:,} of {many(done.shards, 'shard')} finished{before}"
        )

    def fail(self, said: str) -> None:
        """Say why it ends before its end."""
        self._messages.close()
        self._messages.line(said)
