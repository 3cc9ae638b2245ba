"""Who reads the record, and who changes it: threads that hold it open.

A `Record` is of one thread. Pages and the API ask through `Readers`, so that a slow question holds
nobody else up; whatever changes the record goes through `Writer`, one at a time.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from reportedly.record import Record
from reportedly.schema import RunError

Answer = TypeVar("Answer")
Question = Callable[[Record], Answer]


class Readers:
    """A few threads, each with the record open for reading.

    Args:
        where: the record.
        threads: how many.
    """

    def __init__(self, where: str, threads: int) -> None:
        self._where = where
        self._own = threading.local()
        self._open: list[Record] = []
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="reader")

    async def ask(self, question: Question[Answer]) -> Answer:
        """Ask the record something, in a thread; what comes lazily must be read in `question`.

        Raises:
            RunError: what the question raises, or opening the record.
        """
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, self._asked, question)

    def _asked(self, question: Question[Answer]) -> Answer:
        record: Record | None = getattr(self._own, "record", None)
        if record is None:
            record = Record.open(self._where, create=False, readonly=True)
            self._own.record = record
            self._open.append(record)
        return question(record)

    def close(self) -> None:
        """Wait for what is being read, and give files and connections back."""
        self._threads.shutdown(cancel_futures=True)
        for record in self._open:
            record.close()


class Writer:
    """One thread that may change the record; it opens it anew each time, and gives it back.

    Args:
        where: the record.
        readonly: refuse every change.
    """

    def __init__(self, where: str, *, readonly: bool) -> None:
        self._where = where
        self.readonly = readonly
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="writer")

    async def do(self, change: Question[Answer]) -> Answer:
        """Change the record.

        Raises:
            RunError: if it is open for reading alone, or the change cannot be made.
        """
        if self.readonly:
            raise RunError("this site is open for reading alone")
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, self._done, change)

    def _done(self, change: Question[Answer]) -> Answer:
        with Record.open(self._where) as record:
            return change(record)

    def close(self) -> None:
        """Wait for what is being changed."""
        self._thread.shutdown()
