"""A page's outline and its main text → the document's text and blocks, in page order."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from reportedly.read.html.marks import Mark
from reportedly.read.html.match import matched
from reportedly.read.html.outline import Piece, key_of
from reportedly.read.html.thread import comments_in
from reportedly.read.metadata import Metadata
from reportedly.read.plain import PlainText, read_plain
from reportedly.read.plain.labels import label_of
from reportedly.read.plain.shape import ends_sentence
from reportedly.schema import Block, BlockKind, Span

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_LONGEST_SUBTITLE = 500
_LONGEST_CAPTION = 1_000
_MOST_RELATED = 40
_LONGEST_BYLINE = 120
_TO_JOIN = 30
"""Letters that a paragraph must have to be taken for body by its neighbours alone."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the document to be: its kind, its text, and who wrote it if it is a comment."""

    kind: BlockKind
    text: str
    author: str | None = None


def compose(
    pieces: list[Piece], paragraphs: tuple[str, ...], metadata: Metadata, description: str | None
) -> list[Part]:
    """Put the parts of a page in the order in which they stand on it.

    Args:
        pieces: the page's outline.
        paragraphs: its main text.
        metadata: what it says of itself: its title, and its authors.
        description: what it says of itself for search engines.

    Returns:
        The parts: title, subtitle, body with the captions and links that stand in it, links
        after it, and readers' comments. Without body paragraphs there are none.
    """
    title = metadata.title
    kinds = _Kinds(pieces, title, description)
    rest = kinds.place_body(paragraphs)
    if not kinds.body and not rest:
        return []
    kinds.place_rest()
    kinds.place_byline(metadata.authors)
    parts = [Part(kind, pieces[i].text) for i, kind in sorted(kinds.found.items())]
    if BlockKind.TITLE not in kinds.found.values() and title:
        parts.insert(0, Part(BlockKind.TITLE, title))
    parts += [Part(BlockKind.BODY, text) for text in rest]
    return parts + [Part(BlockKind.COMMENT, c.text, c.author) for c in comments_in(pieces)]


class _Kinds:
    """The kinds of a page's pieces, found step by step; a piece without one is left out."""

    def __init__(self, pieces: list[Piece], title: str | None, description: str | None) -> None:
        self.pieces = pieces
        self.found: dict[int, BlockKind] = {}
        self.body: list[int] = []
        self._title_key = key_of(title or "")
        self._description_key = key_of(description or "")
        self._title = self._find_title()

    def place_body(self, paragraphs: tuple[str, ...]) -> tuple[str, ...]:
        """Find the main text on the page; what of it is not found there is returned."""
        open_to = [
            i for i, p in enumerate(self.pieces) if p.mark in (None, Mark.LEAD, Mark.SUBTITLE)
        ]
        hits, covered = matched([self.pieces[i].key for i in open_to], paragraphs)
        if not covered:
            return paragraphs
        hits = {open_to[n] for n in hits} - {self._title}
        self.body = sorted(i for i in hits if not self._is_title_again(i))
        self._join_neighbours()
        self._mark_body()
        return ()

    def place_rest(self) -> None:
        """Find title, subtitle, captions and links around the body."""
        if not self.body:
            return
        if self._title is not None:
            self.found[self._title] = BlockKind.TITLE
        self._place_subtitle()
        first, last = self._start(), self.body[-1]
        related = 0
        for i, piece in enumerate(self.pieces):
            if i in self.found:
                continue
            if piece.mark is Mark.CAPTION and first <= i <= last + 2:
                self._place_caption(i)
            elif self._is_related(i, first, last) and related < _MOST_RELATED:
                self.found[i] = BlockKind.RELATED
                related += 1

    def place_byline(self, authors: tuple[str, ...]) -> None:
        """Short lines above the text that name its authors are credit."""
        names = [key for name in authors if (key := key_of(name))]
        for i in self.body[:3]:
            text = self.pieces[i].text
            if len(text) > _LONGEST_BYLINE or text[-1] in '.!?”"':
                break
            if any(name in self.pieces[i].key for name in names):
                self.found[i] = BlockKind.CREDIT

    def _find_title(self) -> int | None:
        """The headline: what says the title, an `h1` sooner than anything else."""
        same = [
            i
            for i, p in enumerate(self.pieces)
            if p.key and p.key == self._title_key and p.mark in (None, Mark.LEAD)
        ]
        heads = [i for i, p in enumerate(self.pieces) if p.tag == "h1"]
        both = [i for i in same if i in heads]
        return next(iter((*both, *same, *heads)), None)

    def _is_title_again(self, i: int) -> bool:
        return bool(self._title_key) and self.pieces[i].key == self._title_key

    def _start(self) -> int:
        return min(self.body[0], self._title if self._title is not None else self.body[0])

    def _join_neighbours(self) -> None:
        """Take in paragraphs that the main text left out, although they stand right within it."""
        body = set(self.body)
        parents = {self.pieces[i].parent for i in body if self.pieces[i].tag == "p"}
        for i in range(self.body[0] if body else 0, self.body[-1] if body else 0):
            piece = self.pieces[i]
            if (
                i not in body
                and piece.tag == "p"
                and piece.mark is None
                and piece.parent in parents
                and len(piece.key) >= _TO_JOIN
                and not piece.is_link
                and not self._is_title_again(i)
            ):
                body.add(i)
        self.body = sorted(body)

    def _mark_body(self) -> None:
        """Body paragraphs; among them headings, and links that trafilatura took along."""
        for i in self.body:
            piece = self.pieces[i]
            if piece.is_link and (piece.tag == "li" or not ends_sentence(piece.text)):
                self.found[i] = BlockKind.RELATED
            elif piece.tag in _HEADINGS:
                kind = BlockKind.RELATED if label_of(piece.text).opens_list else BlockKind.SUBTITLE
                self.found[i] = kind
            else:
                self.found[i] = BlockKind.BODY
        self.body = [i for i in self.body if self.found[i] is BlockKind.BODY]

    def _place_subtitle(self) -> None:
        start = self._title if self._title is not None else -1
        # A subtitle that was taken for body is the first of it.
        end = next((i for i in self.body if i > start and not self._heads(i, start)), None)
        for i in range(start + 1, self.body[0] if end is None else end):
            if self._heads(i, start) and self.found.get(i) in (None, BlockKind.BODY):
                self.found[i] = BlockKind.SUBTITLE
        self.body = [i for i in self.body if self.found[i] is BlockKind.BODY] or self.body

    def _heads(self, i: int, title: int) -> bool:
        """Whether a piece between title and body says what the text is about."""
        piece = self.pieces[i]
        if len(piece.text) > _LONGEST_SUBTITLE or piece.mark not in (
            None, Mark.SUBTITLE, Mark.LEAD
        ):  # fmt: skip
            return False
        if piece.mark is Mark.SUBTITLE:
            return True
        if piece.tag in ("h2", "h3") and title >= 0:
            return not any(p.tag == "p" and not p.mark for p in self.pieces[title + 1 : i])
        apart = all(self.pieces[b].parent != piece.parent for b in self.body if b != i)
        described = len(piece.key) > 20 and piece.key == self._description_key
        return apart and (piece.mark is Mark.LEAD or described)

    def _place_caption(self, i: int) -> None:
        piece = self.pieces[i]
        if len(piece.text) <= _LONGEST_CAPTION and piece.key:
            self.found[i] = BlockKind.CAPTION

    def _is_related(self, i: int, first: int, last: int) -> bool:
        piece = self.pieces[i]
        if i < first or len(piece.key) < 10 or len(piece.text) > 300:
            return False
        if piece.mark is Mark.RELATED:
            return piece.linked > 0 or label_of(piece.text).kind is BlockKind.RELATED
        return piece.mark is None and i < last and piece.is_link and piece.tag in ("li", "p", "div")


@dataclass(frozen=True, slots=True)
class Composed:
    """The document's text and blocks, and what its body paragraphs say of authors and day."""

    text: str
    blocks: tuple[Block, ...]
    authors: tuple[str, ...]
    published: str | None


def text_and_blocks(parts: list[Part]) -> Composed:
    """The document's text, blank lines between its parts, and the blocks that point into it.

    Datelines, credits and what else stands in body paragraphs is told as in plain text; nothing
    that the page itself tells is asked of it again.
    """
    blocks: list[Block] = []
    said, plain = _said_of_body(parts)
    at = 0
    for n, part in enumerate(parts):
        inner = said.get(n) or [(Span(0, len(part.text)), part.kind)]
        blocks += [
            Block(kind, Span(at + span.start, at + span.end), part.author) for span, kind in inner
        ]
        at += len(part.text) + 2
    text = "\n\n".join(part.text for part in parts)
    return Composed(text, tuple(blocks), tuple(plain.authors), plain.published)


_FROM_PLAIN = frozenset(
    {
        BlockKind.BODY, BlockKind.DATELINE, BlockKind.CREDIT, BlockKind.RELATED,
        BlockKind.ARTEFACT, BlockKind.CAPTION,
    }
)  # fmt: skip


def _said_of_body(parts: list[Part]) -> tuple[dict[int, list[tuple[Span, BlockKind]]], PlainText]:
    """What the rules for plain text say of the body paragraphs, by part."""
    asked = [n for n, p in enumerate(parts) if p.kind in (BlockKind.BODY, BlockKind.TITLE)]
    starts: dict[int, int] = {}
    at = 0
    for n in asked:
        starts[n] = at
        at += len(parts[n].text) + 2
    plain = read_plain("\n\n".join(parts[n].text for n in asked))
    blocks = deque(plain.blocks)
    said: dict[int, list[tuple[Span, BlockKind]]] = {}
    for n in asked:
        start, end = starts[n], starts[n] + len(parts[n].text)
        mine = []
        while blocks and blocks[0].span.start < end:
            mine.append(blocks.popleft())
        if parts[n].kind is BlockKind.BODY and all(
            b.kind in _FROM_PLAIN and start <= b.span.start and b.span.end <= end for b in mine
        ):
            said[n] = [(Span(b.span.start - start, b.span.end - start), b.kind) for b in mine]
    return said, plain
