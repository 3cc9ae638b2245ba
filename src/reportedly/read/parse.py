"""Raw inputs → documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportedly.read.assemble import assemble
from reportedly.read.encoding import decode
from reportedly.read.metadata import Metadata
from reportedly.read.options import ReadOptions
from reportedly.read.raw import Media, Raw
from reportedly.read.sources import sources
from reportedly.read.unreadable import Unreadable, Unwanted
from reportedly.schema import Document, DocumentError


def parse(raw: Raw, options: ReadOptions | None = None) -> Iterator[Document | DocumentError]:
    """Read the document, or the documents, in one raw input.

    It needs nothing but its arguments, so that worker processes can do it.

    Yields:
        Documents, and a `DocumentError` for each that cannot be read; nothing only where
        `options.where` leaves it out. Nothing is raised for whatever the bytes may be.
    """
    options = options or ReadOptions()
    try:
        yield from _documents(raw, _on_host(raw, options))
    except Unwanted:
        return
    except Unreadable as error:
        if raw.instead is None:
            yield error.named(raw.name)
        else:
            yield from parse(raw.instead.because(error.reason), options)


def _on_host(raw: Raw, options: ReadOptions) -> ReadOptions:
    """The options, with the host dealt with where it is known before the document is.

    What a page was fetched from says more of that than the page does; not so what a list of
    articles was fetched from.

    Raises:
        Unwanted: if it comes from a host that is not wanted.
    """
    where = options.where
    if raw.url is None or raw.media is Media.JSON or not where.has_hosts:
        return options
    if not where.takes_url(raw.url):
        raise Unwanted
    return replace(options, where=where.without_hosts())


def _documents(raw: Raw, options: ReadOptions) -> Iterator[Document | DocumentError]:
    if raw.media is Media.JSON:
        from reportedly.read.records import read_records

        yield from read_records(raw, options)
    elif raw.media is Media.HTML:
        from reportedly.read.html import read_page  # a second to load

        yield read_page(raw, options)
    else:
        yield _read_text(raw, options)


def _read_text(raw: Raw, options: ReadOptions) -> Document:
    decoded = decode(raw.data, raw.charset)
    metadata = Metadata(url=raw.url).filled(raw.given)
    warnings = (*raw.warnings, *decoded.warnings)
    return assemble(raw.name, decoded.text, metadata, options, warnings=warnings)


def read(
    inputs: Iterable[str], options: ReadOptions | None = None
) -> Iterator[Document | DocumentError]:
    """Find, load and read every input, in order, one at a time.

    Args:
        inputs: paths of files and folders, http(s) addresses, and `-` for standard input.
        options: limits and metadata; the defaults if left out.

    Yields:
        A `Document` for each document, and in its place a `DocumentError` for each input that
        is none. Memory holds one input at a time.
    """
    options = options or ReadOptions()
    for raw in sources(inputs, options):
        if isinstance(raw, DocumentError):
            yield raw
        else:
            yield from parse(raw, options)
