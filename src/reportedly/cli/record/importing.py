"""`reportedly import`: what `export` wrote, a run's tables, or ClaimReviews of others."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from reportedly.cli.messages import FAILED, INTERRUPTED, Messages
from reportedly.cli.options import Language
from reportedly.cli.record.settings import DEFAULT, Where
from reportedly.cli.record.told import told
from reportedly.schema.errors import RunError

if TYPE_CHECKING:
    from reportedly.record import Record


def import_(
    source: Annotated[
        str,
        typer.Argument(help="A file, or a folder of tables; - for standard input.", metavar="FILE"),
    ],
    record: Where = DEFAULT,
    language: Language = "en",
    partial: Annotated[
        bool,
        typer.Option("--partial", help="Of tables: import the shards that are finished."),
    ] = False,
) -> None:
    """Read what `export` wrote, tables, or ClaimReviews."""
    from reportedly.record import Record

    if Path(source).is_dir():
        with told():
            _tables(record, Path(source), partial)
        return
    with told(), _opened(source) as file, Record.open(record) as held:
        first = file.readline()
        if _is_export(first):
            _record(held, source, chain((first,), file))
        else:
            _reviews(held, source, first + file.read(), language)


def _is_export(line: bytes) -> bool:
    """Whether a first line is that of an export; of anything else, it is a review at best."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and list(found) == ["record"]


def _record(held: Record, source: str, lines: Iterable[bytes]) -> None:
    from reportedly.cli.record.render import many

    try:
        done = held.import_(line.decode("utf-8") for line in lines)
    except UnicodeDecodeError:
        raise RunError(f"{source}: not what export writes (no UTF-8)") from None
    Messages().line(
        f"{held.name}: {many(done.documents, 'document')} read, {done.added:,} of them new"
    )


def _tables(record: str, folder: Path, partial: bool) -> None:
    expect_pyarrow()
    from reportedly.batch.loading import load
    from reportedly.cli.record.render import many

    with Messages() as messages:

        def tell(what: str, done: int, total: int) -> None:
            messages.reach(done, total, "" if what == "documents" else f"; {what}")

        try:
            done = load(record, folder, partial=partial, tell=tell)
        except KeyboardInterrupt:
            messages.line("stopped; run it again to go on")
            raise typer.Exit(INTERRUPTED) from None
    messages.line(f"{record}: {many(done.documents, 'document')} read, {done.added:,} of them new")


def expect_pyarrow() -> None:
    """Tables need more than the program does by itself.

    Raises:
        RunError: if it is not installed.
    """
    if find_spec("pyarrow") is None:
        raise RunError("tables need pyarrow: pip install 'reportedly[parquet]'")


def _reviews(held: Record, source: str, data: bytes, language: str) -> None:
    from reportedly.cli.options import read_options
    from reportedly.cli.record.render import many

    options = read_options(
        published=None, publisher=None, language=language, field=None, where=None,
        entries_only=False, max_characters=None, allow_private=False,
    )  # fmt: skip
    messages = Messages()
    taken = held.add_reviews(source, data, options)
    for one in taken:
        if one.error is not None:
            messages.error(one.error)
    tally = Counter(one.outcome for one in taken)
    counts = ", ".join(f"{n:,} {outcome}" for outcome, n in sorted(tally.items()))
    messages.line(f"{held.name}: {many(len(taken), 'review')}: {counts}")
    raise typer.Exit(FAILED if any(one.error for one in taken) else 0)


@contextmanager
def _opened(source: str) -> Iterator[BinaryIO]:
    if source == "-":
        yield sys.stdin.buffer
        return
    try:
        with Path(source).open("rb") as file:
            yield file
    except OSError as error:
        raise RunError(f"{source}: {(error.strerror or str(error)).lower()}") from None
