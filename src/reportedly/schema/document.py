"""Documents: one published text each, with what its publisher says of it, and its blocks."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum

from reportedly.schema.codec import OMIT_NONE
from reportedly.schema.spans import Span


class BlockKind(StrEnum):
    """What a stretch of a document is; only `body` and `title` are the document's own reporting."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    COMMENT = "comment"
    RELATED = "related"
    CREDIT = "credit"
    ARTEFACT = "artefact"


@dataclass(frozen=True, slots=True)
class Block:
    """A typed stretch of a document; `author` is who wrote it, where it is a reader's comment."""

    kind: BlockKind
    span: Span
    author: str | None = field(default=None, metadata=OMIT_NONE)


def text_id(text: str) -> str:
    """The id of a document: `sha256:` and the hexadecimal digest of its text in UTF-8."""
    return "sha256:" + hashlib.sha256(text.encode("utf-8")).hexdigest()


@dataclass(frozen=True, slots=True)
class Document:
    """One published text. `text` never changes; every span in the program points into it.

    Args:
        id: what `text_id` gives for `text`; two copies of one text have one id.
        text: the decoded text; it holds no lone surrogates, so that UTF-8 can hold it.
        blocks: typed stretches in text order, disjoint; white space between them is in none.
        path: where it was read from: a file's path as given, `-`, or an address;
            a line of a JSON-lines file is `PATH:LINE`.
        url: the address that it was published under, where known.
        published: day of publication as `YYYY-MM-DD`, where known.
        language: ISO 639-1 code, where known.
        warnings: what a reader of the output should know, a sentence each.

    Raises:
        ValueError: if a block reaches beyond the text, or blocks overlap or are out of order.
    """

    id: str
    text: str
    blocks: tuple[Block, ...] = ()
    path: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    warnings: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        end = 0
        for block in self.blocks:
            if block.span.start < end:
                raise ValueError(f"blocks overlap or are out of order at {block.span.start}")
            end = block.span.end
        if end > len(self.text):
            raise ValueError(f"a block ends at {end}, beyond the text's end at {len(self.text)}")
