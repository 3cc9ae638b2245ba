"""What the user names → raw inputs: files, folders, standard input, addresses."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from reportedly.read.files import from_path, from_stream, shown
from reportedly.read.options import ReadOptions
from reportedly.read.raw import Raw
from reportedly.read.remembered import Feeds
from reportedly.read.unreadable import Unreadable
from reportedly.read.within import within
from reportedly.schema import DocumentError, FeedRead

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def sources(
    inputs: Iterable[str], options: ReadOptions | None = None
) -> Iterator[Raw | DocumentError]:
    """Find and load every input, in order, one at a time.

    Args:
        inputs: paths of files and folders, http(s) addresses, and `-` for standard input.
        options: limits; the defaults if left out.

    Yields:
        For each document's bytes a `Raw`; for each input, file or line that cannot be loaded a
        `DocumentError` in its place. A folder gives many, a JSON-lines file one for each line, a
        feed one for each entry, a web archive one for each page in it.
    """
    options = options or ReadOptions()
    for name in inputs:
        yield from _source(name, options)


def _source(name: str, options: ReadOptions) -> Iterator[Raw | DocumentError]:
    if name == "-":
        yield from _standard_input(options)
    elif _ADDRESS.match(name):
        yield from _fetched(name, options)
    elif not name:
        yield DocumentError("''", "an empty name")
    else:
        yield from from_path(Path(name), options)


def _standard_input(options: ReadOptions) -> Iterator[Raw | DocumentError]:
    try:
        yield from from_stream("-", sys.stdin.buffer, options)
    except Unreadable as error:
        yield error.named("-")
    except (OSError, ValueError) as error:
        yield DocumentError("-", str(error))


def _fetched(address: str, options: ReadOptions) -> Iterator[Raw | DocumentError]:
    # Loaded here, so that reading files does not wait for an HTTP client.
    from reportedly.read.fetch import fetch_if_new

    feeds = options.feeds or Feeds()
    state = feeds.before(address)
    try:
        loaded = fetch_if_new(address, options, state)
        if loaded is None:
            feeds.note(FeedRead(state, entries=0, new=0))
            return
        yield from within(loaded, options)
    except Unreadable as error:
        yield error.named(shown(address))
