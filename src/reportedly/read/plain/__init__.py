"""Plain text as people paste it: typed blocks, and what the text itself says of its publication.

    from reportedly.read.plain import blocks_of, read_plain

The rules know no publisher. Each looks at the shape of a paragraph (how it begins and ends, what
stands around it) or at words that only the furniture of a page uses; what nothing speaks for is
body. `docs/decisions/0003-plain-text-blocks.md` says how well they hold.
"""

from reportedly.read.plain.reader import PlainText, blocks_of, read_plain

__all__ = ["PlainText", "blocks_of", "read_plain"]
