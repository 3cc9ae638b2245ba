"""Extraction for who asks for it: the engine is loaded once, and reads one text at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

from reportedly import pipeline
from reportedly.read import Raw, ReadOptions, parse
from reportedly.schema import Document, DocumentError, Extraction, RunError
from reportedly.web.failing import BusyError

WAITING = 8
"""Texts that may wait for the one that is read; beyond these nobody is helped by waiting."""


class Extractor:
    """Reads texts that are sent, and stores nothing.

    In a thread of its own, as most of the engine's time is spent outside of Python; one, as there
    is one engine and memory for few long texts.

    Args:
        known: the user's file of names.
    """

    def __init__(self, known: Path | None) -> None:
        self._known = known
        self._engine: pipeline.Attributes | None = None
        self._waiting = 0
        # One document's statements are asked for one after the other.
        self._last: dict[Document, Extraction | DocumentError] = {}
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="extractor")

    async def extract(self, raw: Raw, options: ReadOptions) -> Extraction | DocumentError:
        """What is found in a text, or why it cannot be read.

        Raises:
            BusyError: if too many wait already.
            RuntimeError: if the engine cannot be loaded.
        """
        found = await self._in_turn(partial(self._extracted, raw, options))
        if isinstance(found, DocumentError):
            return found
        return replace(found, document=replace(found.document, path=None))

    async def again(self, document: Document) -> Extraction | DocumentError:
        """What is found in a document that a record holds, with the reasons, which it keeps not.

        Raises:
            BusyError: if too many wait already.
            RuntimeError: if the engine cannot be loaded.
        """
        return await self._in_turn(partial(self._found_again, document))

    async def _in_turn(
        self, work: Callable[[], Extraction | DocumentError]
    ) -> Extraction | DocumentError:
        if self._waiting > WAITING:
            raise BusyError
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, work)
        finally:
            self._waiting -= 1

    def close(self) -> None:
        """Wait for the text that is read."""
        self._thread.shutdown(cancel_futures=True)

    def _extracted(self, raw: Raw, options: ReadOptions) -> Extraction | DocumentError:
        return self._attributed(parse(raw, options))

    def _found_again(self, document: Document) -> Extraction | DocumentError:
        if document not in self._last:
            self._last = {document: self._attributed([document])}
        return self._last[document]

    def _attributed(
        self, documents: Iterable[Document | DocumentError]
    ) -> Extraction | DocumentError:
        (one,) = pipeline.attribute(documents, lambda: _unchanged, attributor=self._loaded)
        return one

    def _loaded(self) -> pipeline.Attributes:
        if self._engine is None:
            try:
                self._engine = pipeline.load_engine(self._known)
            except RunError as error:  # it names folders of the machine
                raise RuntimeError("the engine cannot be loaded") from error
        return self._engine


def _unchanged(extraction: Extraction) -> Extraction:
    return extraction
