"""Documents put together from paragraphs, each a block: the body, or what it is said to be."""

from __future__ import annotations

from typing import Any

from reportedly.schema import Block, BlockKind, Document, Span, text_id

HARBOUR = (
    "The harbour of Ostrel was closed on Monday after a crane fell across two berths and blocked"
    " the only channel that is deep enough for tankers.",
    "Nobody was hurt, the port authority said, but eleven ships wait outside the breakwater and"
    " three of them carry grain that was due in Velmar before the end of the week.",
    "Engineers from the shipyard began to cut the crane into pieces in the afternoon. They work in"
    " shifts through the night and hope to lift the first part out of the water by Thursday.",
    "The crane was built in the sixties and had passed an inspection in March, according to papers"
    " which the authority showed to reporters at the gate.",
)
"""An invented report of four paragraphs."""
ORCHARD = (
    "Growers in the Tamsin valley have picked fewer pears than in any year since records began,"
    " and blame a late frost that came while the trees stood in blossom.",
    "A cooperative of forty farms will ask the ministry for loans, its chairwoman told members who"
    " had gathered in a barn outside the town of Lissow.",
)
"""Another, that has nothing in common with it."""


def printed(*paragraphs: str | tuple[BlockKind, str], **fields: Any) -> Document:
    """A document of some paragraphs, an empty line between each two.

    Args:
        paragraphs: text of the body, or a kind of block and its text.
        fields: other fields of the document.
    """
    text, blocks = "", []
    for paragraph in paragraphs:
        kind, words = (BlockKind.BODY, paragraph) if isinstance(paragraph, str) else paragraph
        text += "\n\n" if text else ""
        blocks.append(Block(kind, Span(len(text), len(text) + len(words))))
        text += words
    return Document(text_id(text), text, tuple(blocks), **fields)
