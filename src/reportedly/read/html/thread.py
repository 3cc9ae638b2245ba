"""Readers' comments on a page: what stands between one writer's name and the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.read.html.marks import Mark
from reportedly.read.html.outline import Piece
from reportedly.read.plain.labels import label_of
from reportedly.schema import BlockKind

_LONGEST_NAME = 60
_BESIDE_NAME = re.compile(r"\s*\b(?:says?|said|wrote)\b\s*:?\s*$|^by\s+", re.IGNORECASE)
_BESIDE = re.compile(
    r"\([^()]{1,30}\)|(?:(?:posted|on|at|about|edited|by)\b[\s:]*)*(?:says?|said|wrote|commented|replied)?[\s:.…]*"
    r"(?:.{0,30}\b(?:ago|[ap]\.?m\.?|\d{4}|\d{1,2}:\d{2}|yesterday|today)\b.{0,20})?",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"leave a |your (?:email|e-mail|name|comment)|required fields|(?:log|sign|logged) in|"
    r"save my name|comments? (?:are|is) (?:closed|moderated)|notify me",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Comment:
    """A reader's comment: the text, with the writer's name on its first line if it has one."""

    text: str
    author: str | None


def comments_in(pieces: list[Piece]) -> list[Comment]:
    """The comments among a page's pieces, in page order."""
    marked = [p for p in pieces if p.mark is Mark.COMMENT]
    named = any(p.author for p in marked)
    return list(_by_author(marked) if named else _by_paragraph(marked))


def _by_author(pieces: list[Piece]) -> Iterator[Comment]:
    author: str | None = None
    texts: list[str] = []
    for piece in pieces:
        if piece.author and len(piece.text) <= _LONGEST_NAME:
            if texts or author is None:
                yield from _comment(author, texts)
                author, texts = _name(piece.text), []
        elif author is not None and _is_said(piece):
            texts.append(piece.text)
    yield from _comment(author, texts)


def _by_paragraph(pieces: list[Piece]) -> Iterator[Comment]:
    for piece in pieces:
        if piece.tag in ("p", "blockquote", "div", "li") and _is_said(piece):
            yield Comment(piece.text, None)


def _comment(author: str | None, texts: list[str]) -> Iterator[Comment]:
    if author and texts:
        yield Comment("\n".join((author, *texts)), author)


def _name(text: str) -> str:
    return _BESIDE_NAME.sub("", text).strip(" :,")


def _is_said(piece: Piece) -> bool:
    """Whether a piece of a comment is what the reader wrote, and not the system's furniture."""
    text = piece.text
    if piece.author or piece.is_link or not piece.key or _BESIDE.fullmatch(text):
        return False
    if piece.tag in ("h1", "h2", "h3", "h4") or _FORM.search(text[:200]):
        return False
    label = label_of(text)
    return label.kind is not BlockKind.ARTEFACT and not label.opens_comments
