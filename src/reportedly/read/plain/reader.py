"""From plain text to blocks: the order in which the signs are read."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.read.plain import marks
from reportedly.read.plain.comments import comments_in
from reportedly.read.plain.cut import cut
from reportedly.read.plain.head import head_of
from reportedly.read.plain.labels import label_of
from reportedly.read.plain.paragraphs import paragraphs_of
from reportedly.schema import Block, BlockKind

MOST_JUDGED = 5_000
"""Paragraphs that are judged; what stands beyond is body. The longest of 2,587 pasted articles
(FNC-1) has 140: what has thirty times as many is no article, and not worth waiting for."""


@dataclass(frozen=True, slots=True)
class PlainText:
    """What a plain text gives away of itself.

    Args:
        blocks: typed stretches in text order, disjoint; they hold every character that is not
            white space.
        title: the title in one line; None if the text was pasted without one.
        authors: names in bylines, as spelt there; empty if there are none.
        published: day of publication as `YYYY-MM-DD`, if a line of the text gives it beyond doubt.
    """

    blocks: tuple[Block, ...]
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None


def blocks_of(text: str) -> tuple[Block, ...]:
    """The typed blocks of a plain text; see `read_plain`."""
    return read_plain(text).blocks


def read_plain(text: str) -> PlainText:
    """Tell what each part of a pasted text is: title, body, caption, comment, and so on.

    Use it for text without mark-up. Any text will do, in time linear in its length; nothing is
    raised. Offsets are code points of `text` as given, which may hold line ends of any kind.
    """
    paragraphs = paragraphs_of(text)
    judged = paragraphs[:MOST_JUDGED]
    labels = [label_of(p.text) for p in judged]
    kinds: marks.Kinds = [label.kind for label in labels]
    marks.mark_lists(judged, kinds, labels)
    marks.mark_captions(judged, kinds)
    head = head_of(judged, kinds)
    for i, kind in head.kinds.items():
        kinds[i] = kind
    comments = comments_in(judged, kinds, labels, head.body)
    for comment in comments:
        for i in range(comment.first, comment.last + 1):
            kinds[i] = BlockKind.COMMENT
    authors = marks.mark_signatures(judged, kinds, head)
    marks.mark_title_again(judged, kinds, head)
    marks.mark_headings(judged, kinds, head)
    blocks = tuple(cut(text, paragraphs, kinds, comments))
    return PlainText(blocks, head.title, authors, head.published)
