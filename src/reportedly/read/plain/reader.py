"""From plain text to blocks: the order in which the signs are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.read.plain import captions
from reportedly.read.plain.bylines import byline_of, signature_of
from reportedly.read.plain.comments import Comment, comments_in
from reportedly.read.plain.dateline import dateline_end, is_dateline
from reportedly.read.plain.dates import is_date_line
from reportedly.read.plain.head import Head, head_of
from reportedly.read.plain.inline import artefacts_in, credit_start
from reportedly.read.plain.labels import is_headline_like, label_of, opens_comments, opens_list
from reportedly.read.plain.paragraphs import Paragraph, paragraphs_of
from reportedly.read.plain.shape import ends_sentence, opens_quoted, plain, title_cased, words_of
from reportedly.schema import Block, BlockKind, Span

LONGEST_LIST = 15
"""Links that a list's heading governs at most."""

LONGEST_HEADING = 70
LEAST_TO_JUDGE = 4
"""Longer paragraphs that a text needs before the way they end is a habit."""

LATEST_DATELINE = 3
"""Paragraphs of reporting among which the dateline may stand: some texts print an introduction, or
a note on the report, before it."""

_Kinds = list[BlockKind | None]


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
    if not paragraphs:
        return PlainText(())
    kinds: _Kinds = [label_of(p.text) for p in paragraphs]
    _mark_lists(paragraphs, kinds)
    _mark_captions(paragraphs, kinds)
    head = head_of(paragraphs, kinds)
    for i, kind in head.kinds.items():
        kinds[i] = kind
    comments = comments_in(paragraphs, [*([BlockKind.TITLE] * head.body), *kinds[head.body :]])
    for comment in comments:
        kinds[comment.first : comment.last + 1] = [BlockKind.COMMENT] * (
            comment.last + 1 - comment.first
        )
    authors = _mark_signatures(paragraphs, kinds, head)
    _mark_title_again(paragraphs, kinds, head)
    _mark_headings(paragraphs, kinds, head)
    blocks = tuple(_blocks(text, paragraphs, kinds, comments))
    return PlainText(blocks, head.title, authors, head.published)


def _mark_lists(paragraphs: Sequence[Paragraph], kinds: _Kinds) -> None:
    """Headlines under the heading of a list, and headlines in a row, are links."""
    left = 0
    run: list[int] = []
    for i, paragraph in enumerate(paragraphs):
        text = paragraph.text
        if opens_list(text):
            kinds[i] = BlockKind.RELATED
            left = LONGEST_LIST
        elif kinds[i] is None and is_headline_like(text) and not opens_quoted(text):
            if left:
                kinds[i] = BlockKind.RELATED
                left -= 1
            elif i and title_cased(text) >= 0.7 and len(words_of(text)) >= 4:
                run.append(i)
                continue
        elif kinds[i] is None:
            left = 0
        _close_run(run, kinds)
    _close_run(run, kinds)


def _close_run(run: list[int], kinds: _Kinds) -> None:
    if len(run) >= 3 and run[0] > 2:
        for i in run:
            kinds[i] = BlockKind.RELATED
    run.clear()


def _mark_captions(paragraphs: Sequence[Paragraph], kinds: _Kinds) -> None:
    long = [p for i, p in enumerate(paragraphs) if kinds[i] is None and len(p.text) >= 120]
    stopped = sum(ends_sentence(p.text) for p in long) / len(long) if long else 0.0
    stopped = stopped if len(long) >= LEAST_TO_JUDGE else 0.0
    furniture = True
    for i, paragraph in enumerate(paragraphs):
        text = paragraph.text
        if kinds[i] is not None or len(text) > captions.LONGEST_CAPTION:
            furniture = furniture and kinds[i] is not None
            continue
        following = paragraphs[i + 1].text if i + 1 < len(paragraphs) else ""
        around = captions.Around(
            # What has no stop at the head is a title or a subtitle sooner than a caption.
            stopped=0.0 if furniture and not ends_sentence(text) else stopped,
            repeated=not furniture and _repeated(paragraphs, i),
            breaks_off=following[:1].islower(),
            first=furniture,
        )
        if captions.score(text, around) >= captions.THRESHOLD:
            kinds[i] = BlockKind.CAPTION
        elif ends_sentence(text):
            furniture = False


def _repeated(paragraphs: Sequence[Paragraph], i: int) -> bool:
    text = paragraphs[i].text
    return any(
        paragraphs[k].text == text for k in (i - 1, i + 1) if 0 <= k < len(paragraphs)
    )


def _mark_signatures(
    paragraphs: Sequence[Paragraph], kinds: _Kinds, head: Head
) -> tuple[str, ...]:
    """Bylines and dates among the last paragraphs; the authors from head and foot."""
    authors = head.authors
    last = [i for i in range(len(paragraphs)) if kinds[i] is None and i > head.body][-3:]
    for i in last:
        text = paragraphs[i].text
        names = signature_of(text) if i == last[-1] else None
        names = names or (byline_of(text) if text.lower().startswith("by ") else None)
        if names or is_date_line(plain(text)):
            kinds[i] = BlockKind.CREDIT
            authors += tuple(n for n in names or () if n not in authors)
    return authors


def _mark_title_again(paragraphs: Sequence[Paragraph], kinds: _Kinds, head: Head) -> None:
    """A title is printed again above the text by some pages, and taken along."""
    for i in range(head.body, min(head.body + 3, len(paragraphs))):
        if kinds[i] is None and head.title and plain(paragraphs[i].text) == head.title:
            kinds[i] = BlockKind.TITLE


def _mark_headings(paragraphs: Sequence[Paragraph], kinds: _Kinds, head: Head) -> None:
    """Short lines without a stop between paragraphs of sentences head what follows."""
    for i in range(max(1, head.body + 1), len(paragraphs) - 1):
        if kinds[i] is not None or kinds[i + 1] is not None:
            continue
        text, before, after = (paragraphs[k].text for k in (i, i - 1, i + 1))
        if (
            len(text) <= LONGEST_HEADING
            and (not ends_sentence(text) or text[-1] == "?")
            and text[0].isupper()
            and text[-1] not in ":,;-–—\"”’'"
            and not opens_quoted(text)
            and len(words_of(text)) >= 1
            and len(after) >= 80
            and ends_sentence(after)
            and (kinds[i - 1] is not None or ends_sentence(before))
            and not (after[0].islower())
        ):
            kinds[i] = BlockKind.SUBTITLE


def _blocks(
    text: str,
    paragraphs: Sequence[Paragraph],
    kinds: Sequence[BlockKind | None],
    comments: Sequence[Comment],
) -> Iterator[Block]:
    """Blocks in text order: comments whole, every other paragraph by itself."""
    by_first = {c.first: c for c in comments}
    bodies = 0
    dated = False
    i = 0
    while i < len(paragraphs):
        paragraph = paragraphs[i]
        comment = by_first.get(i)
        if comment:
            end = paragraphs[comment.last].end
            yield from _cut(text, paragraph.start, end, BlockKind.COMMENT, comment.author)
            i = comment.last + 1
            continue
        kind = kinds[i] or BlockKind.BODY
        start = paragraph.start
        if kind is BlockKind.BODY and not dated and bodies < LATEST_DATELINE:
            following = paragraphs[i + 1].text if i + 1 < len(paragraphs) else ""
            length = _dateline(paragraph.text, following)
            if length:
                yield Block(BlockKind.DATELINE, Span(start, start + length))
                start, dated = start + length, True
        bodies += kind is BlockKind.BODY
        yield from _cut(text, start, paragraph.end, kind)
        i += 1


def _dateline(text: str, following: str) -> int:
    return len(text) if is_dateline(text) else dateline_end(text, following)


def _cut(
    text: str, start: int, end: int, kind: BlockKind, author: str | None = None
) -> Iterator[Block]:
    """A paragraph's blocks: itself, or its parts around the artefacts in it and before a credit."""
    credit = credit_start(text, start, end) if kind is BlockKind.BODY else end
    at = start
    for cut_start, cut_end in artefacts_in(text, start, credit):
        yield from _bare(text, at, cut_start, kind, author)
        yield Block(BlockKind.ARTEFACT, Span(cut_start, cut_end))
        at = cut_end
    yield from _bare(text, at, credit, kind, author)
    yield from _bare(text, credit, end, BlockKind.CREDIT)


def _bare(
    text: str, start: int, end: int, kind: BlockKind, author: str | None = None
) -> Iterator[Block]:
    """The block without white space at its ends; none if nothing is left."""
    part = text[start:end]
    bare = part.strip()
    if bare:
        start += len(part) - len(part.lstrip())
        yield Block(kind, Span(start, start + len(bare)), author)


__all__ = ["PlainText", "blocks_of", "opens_comments", "read_plain"]
