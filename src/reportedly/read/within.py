"""An input's bytes → raw inputs: itself, or the lines, records or entries in it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from reportedly.read.lines import lines
from reportedly.read.options import ReadOptions
from reportedly.read.raw import Loaded, Raw
from reportedly.schema import DocumentError


def within(loaded: Loaded, options: ReadOptions) -> Iterator[Raw | DocumentError]:
    """The raw inputs in an input that is loaded as a whole.

    Raises:
        Unreadable: if it stands where a feed should stand, or is one that cannot be read.
    """
    if loaded.kind == "lines":
        yield from lines(loaded.name, BytesIO(loaded.data), options.max_bytes)
    elif loaded.kind == "warc":
        from reportedly.read.warc import archived

        yield from archived(loaded.name, BytesIO(loaded.data), options)
    elif loaded.kind == "parquet":
        from reportedly.read.parquet import rows

        yield from rows(loaded.name, BytesIO(loaded.data), options)
    elif loaded.kind == "feed" or _may_be_feed(loaded, options):
        from reportedly.read.feeds import follow

        yield from follow(loaded, options)
    else:
        yield loaded.raw()


def _may_be_feed(loaded: Loaded, options: ReadOptions) -> bool:
    """Whether it is a JSON Feed, or a page in the place of a feed."""
    if loaded.kind == "json":
        from reportedly.read.feeds.json_feed import is_json_feed

        return is_json_feed(loaded.data)
    remembered = options.feeds is not None and options.feeds.holds(loaded.name)
    # What is XML to the letter was meant to stand there, whatever its name is.
    xhtml = loaded.data.lstrip().startswith(b"<?xml")
    return loaded.kind == "html" and (remembered or (loaded.called_feed and not xhtml))
