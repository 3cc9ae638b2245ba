"""Exports on their way out: as much is read of the record as whoever gets it takes."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor

from fastapi.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from reportedly.export import OfRecord, Selection, Uris, export
from reportedly.record import Record
from reportedly.web.failing import BusyError
from reportedly.web.shown import shown

AT_ONCE = 4
"""Exports that may be on their way: each holds the record open by itself."""

PIECE = 64_000
"""Bytes that are sent at once, if there are as many."""


def written(
    record: Record, selection: Selection, form: str, uris: Uris | None = None
) -> Iterator[bytes]:
    """An export without the folders of the machine, which a copy of the whole record has.

    Raises:
        RunError: as `export` does.
    """
    pieces = export(record, selection, form, uris=uris)
    whole = form == "jsonl" and isinstance(selection, OfRecord)
    return map(_line, pieces) if whole else pieces


def _line(line: bytes) -> bytes:
    return json.dumps(shown(json.loads(line)), ensure_ascii=False).encode() + b"\n"


Writing = Callable[[Record], Iterator[bytes]]


class Exports:
    """Sends exports of a record, each read in a thread of its own.

    Not by `Readers`: whoever is slow to take a large export would hold up all who read.

    Args:
        where: the record.
    """

    def __init__(self, where: str) -> None:
        self._where = where
        self.running = 0

    async def begin(self, writing: Writing, media: str, name: str) -> Response:
        """Begin an export; whatever is wrong with it is raised here, not while it is sent.

        A short one is sent as a whole.

        Args:
            writing: gives its pieces; called in the thread that the record belongs to.
            media: its media type.
            name: what it is saved as; letters, digits, dots and hyphens.

        Raises:
            BusyError: if as many are on their way as may be.
            RunError: what `writing` raises, or opening the record.
        """
        if self.running >= AT_ONCE:
            raise BusyError
        self.running += 1
        sent = _Export(self._where, writing, self._ended)
        saved = {"Content-Disposition": f'attachment; filename="{name}"'}
        try:
            first = await sent.piece()
        except BaseException:
            sent.end()
            raise
        if len(first) < PIECE:
            sent.end()
            return Response(first, headers=saved, media_type=media)
        return _Sent(sent, first, media, saved)

    def _ended(self) -> None:
        self.running -= 1


class _Export:
    """One export, with the thread that its record belongs to."""

    def __init__(self, where: str, writing: Writing, ended: Callable[[], None]) -> None:
        self._where = where
        self._writing = writing
        self._ended = ended
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="export")
        self._record: Record | None = None
        self._pieces: Iterator[bytes] = iter(())

    async def piece(self) -> bytes:
        """The next piece; empty at the end."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._next)

    def end(self) -> None:
        """Close the record, in its thread; nobody waits for it."""
        self._ended()
        self._thread.submit(self._close)
        self._thread.shutdown(wait=False)

    def _next(self) -> bytes:
        if self._record is None:
            self._record = Record.open(self._where, create=False, readonly=True)
            self._pieces = self._writing(self._record)
        found, size = list[bytes](), 0
        for piece in self._pieces:
            found.append(piece)
            size += len(piece)
            if size >= PIECE:
                break
        return b"".join(found)

    def _close(self) -> None:
        if self._record is not None:
            self._record.close()


class _Sent(StreamingResponse):
    """An export as an answer: ended however sending it ends."""

    def __init__(
        self, export: _Export, first: bytes, media: str, headers: Mapping[str, str]
    ) -> None:
        super().__init__(_pieces(export, first), headers=headers, media_type=media)
        self._export = export

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._export.end()


async def _pieces(export: _Export, first: bytes) -> AsyncIterator[bytes]:
    piece = first
    while piece:
        yield piece
        piece = await export.piece()
