"""Reading: whatever the user names → documents, each with its blocks and its metadata.

    sources(inputs, options)   finds and loads: files, folders, gzip, `-`, addresses → Raw
    parse(raw, options)        bytes → Document: text, HTML, JSON
    read(inputs, options)      the two joined

Importing this is cheap: the readers of HTML, JSON and the web load when they are first needed.
"""

from reportedly.read.options import ReadOptions
from reportedly.read.parse import parse, read
from reportedly.read.raw import Media, Raw
from reportedly.read.sources import sources

__all__ = ["Media", "Raw", "ReadOptions", "parse", "read", "sources"]
