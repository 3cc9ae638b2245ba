"""Feeds: RSS, Atom and JSON Feed → raw inputs, one for each entry.

follow(loaded, options)   the entries' articles, fetched, or else what the feed holds of them
"""

from reportedly.read.feeds.follow import follow

__all__ = ["follow"]
