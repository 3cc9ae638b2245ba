"""`reportedly export`: a document, a claim, a search or the whole record, in another's form."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from reportedly.cli.record.filters import (
    Acts,
    Carrier,
    Marks,
    Publisher,
    Since,
    Speaker,
    Until,
    query,
)
from reportedly.cli.record.settings import DEFAULT, Where
from reportedly.cli.record.told import told
from reportedly.export import FORMATS, MOST, URN
from reportedly.schema.errors import RunError

if TYPE_CHECKING:
    from reportedly.export import OfSearch, Selection
    from reportedly.record import Query, Record


def export(
    what: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="A document or a claim; all there is if left out."),
    ] = None,
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help=f"{', '.join(FORMATS)}.")
    ] = "jsonl",
    output: Annotated[
        Path | None,
        typer.Option("--output", "--out", "-o", metavar="FILE|DIR",
                     help="Write to FILE; parquet of the whole record also to a folder DIR."),
    ] = None,
    search: Annotated[
        str, typer.Option(metavar="WORDS", help="What a search finds; words as for `search`.")
    ] = "",
    speaker: Speaker = "",
    publisher: Publisher = "",
    carrier: Carrier = "",
    act: Acts = None,
    evidence: Marks = None,
    since: Since = None,
    until: Until = None,
    limit: Annotated[
        int | None,
        typer.Option("--limit", "-n", min=1, max=MOST, metavar="N",
                     help=f"Of a search, how many statements at most; {MOST:,} unless told."),
    ] = None,
    base: Annotated[
        str, typer.Option(metavar="URI", help="What names begin with; a site's address, say.")
    ] = URN,
    record: Where = DEFAULT,
) -> None:  # fmt: skip
    """Write a part of the record, or all of it, for other programs."""
    from reportedly.export import Uris
    from reportedly.export import export as exported
    from reportedly.record import Record

    with told(), Record.open(record, create=False) as held:
        asked = query(search, speaker, publisher, carrier, act, evidence, since, until)
        selection = _selection(held, what, asked, limit)
        if output is not None and form == "parquet" and _is_folder(output):
            _tables(record, selection, output)
            return
        parts = exported(held, selection, form, uris=Uris(base))
        with _written(output, form) as out:
            for part in parts:
                out.write(part)


def _selection(held: Record, what: str | None, asked: Query, limit: int | None) -> Selection:
    """What is meant.

    Raises:
        RunError: if two things are, or the record does not hold it.
    """
    from reportedly.export import OfRecord, OfSearch, named
    from reportedly.record import Query

    searched = asked != Query() or limit is not None
    if what is not None and searched:
        raise RunError(f"{what}: either one thing is exported or what a search finds, not both")
    if what is not None:
        return named(held, what)
    return _found(held, OfSearch(asked, limit or MOST)) if searched else OfRecord()


def _found(held: Record, search: OfSearch) -> OfSearch:
    """A search, with a line on standard error where it may have found more."""
    from reportedly.cli.messages import Messages

    if len(held.search(search.query, limit=search.limit)) == search.limit:
        Messages().line(f"the first {search.limit:,} statements; there may be more")
    return search


def _is_folder(output: Path) -> bool:
    """Whether tables go into a folder: it is there, or the name has nothing behind a dot."""
    return output.is_dir() or not (output.exists() or output.suffix)


def _tables(record: str, selection: Selection, folder: Path) -> None:
    """Write the whole record as a run's tables, for `import`.

    Raises:
        RunError: if another part of it is meant, or the folder cannot be written to.
    """
    from reportedly.cli.messages import INTERRUPTED, Messages
    from reportedly.cli.record.importing import expect_pyarrow
    from reportedly.cli.record.render import many
    from reportedly.export import OfRecord
    from reportedly.store import Store

    if not isinstance(selection, OfRecord):
        raise RunError(f"{folder}: a folder takes the whole record; name a file, {folder}.zip")
    expect_pyarrow()
    from reportedly.batch.unloading import unload

    with Store.open(record, create=False) as store, Messages() as messages:
        total, done = store.documents.coverage().documents, 0
        try:
            for done in unload(store, folder):
                messages.reach(done, total)
        except KeyboardInterrupt:
            messages.line("stopped; run it again to go on")
            raise typer.Exit(INTERRUPTED) from None
    messages.line(f"{store.name}: {many(done, 'document')} in {folder}")


@contextmanager
def _written(output: Path | None, form: str) -> Iterator[BinaryIO]:
    """Where the bytes go.

    Raises:
        RunError: if it cannot be opened, or would fill a terminal with what nobody can read.
    """
    if output is None:
        if FORMATS[form].binary and sys.stdout.isatty():
            raise RunError(f"{form} is nothing to look at: name a file with --output")
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        out = output.open("wb")
    except OSError as error:
        raise RunError(f"{output}: {(error.strerror or str(error)).lower()}") from None
    with out:
        yield out
