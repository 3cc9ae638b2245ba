"""Reading: whatever the user names → documents, each with its blocks and its metadata.

    sources(inputs, options)   finds and loads: files, folders, gzip, `-`, addresses, feeds, web
                               archives → Raw
    parse(raw, options)        bytes → Document: text, HTML, JSON
    read(inputs, options)      the two joined

Importing this is cheap: the readers of HTML, JSON and the web load when they are first needed.
"""

from reportedly.read.options import ReadOptions
from reportedly.read.parse import parse, read
from reportedly.read.raw import Media, Raw
from reportedly.read.remembered import Feeds
from reportedly.read.sources import sources
from reportedly.read.where import Where

__all__ = ["Feeds", "Media", "Raw", "ReadOptions", "Where", "parse", "read", "sources"]
