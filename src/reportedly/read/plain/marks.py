"""Passes over the paragraphs that give kinds by what stands around each.

Every pass fills in kinds that are still open (None) and leaves the others alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reportedly.read.plain import captions
from reportedly.read.plain.bylines import AGENCIES, byline_of, is_biography, signature_of
from reportedly.read.plain.dates import is_date_line
from reportedly.read.plain.head import Head
from reportedly.read.plain.labels import Label, is_headline_like
from reportedly.read.plain.paragraphs import Paragraph
from reportedly.read.plain.shape import ends_sentence, opens_quoted, plain, title_cased, words_of
from reportedly.schema import BlockKind

Kinds = list[BlockKind | None]

LONGEST_LIST = 15
"""Links that a list's heading governs at most."""

LONGER = 60
"""Characters from which on a paragraph counts when the habit of its endings is judged."""

ECHO = 50
"""Characters in which two paragraphs must begin alike for one to echo the other."""

LONGEST_HEADING = 70
LEAST_TO_JUDGE = 4
"""Longer paragraphs that a text needs before the way they end is a habit."""

LEAST_UNDER_HEADING = 80
"""Characters in the paragraph below a heading; a list's items are shorter."""

_NOT_IN_HEADINGS = frozenset(':;"“”@#/{}=|')
_ASIDES = frozenset("so but and or now then really right come".split())


def mark_lists(paragraphs: Sequence[Paragraph], kinds: Kinds, labels: Sequence[Label]) -> None:
    """Headlines under the heading of a list, and headlines in a row, are links."""
    left = 0
    run: list[int] = []
    for i, paragraph in enumerate(paragraphs):
        text = paragraph.text
        if labels[i].opens_list or kinds[i] is BlockKind.RELATED:
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


def _close_run(run: list[int], kinds: Kinds) -> None:
    if len(run) >= 3 and run[0] > 2:
        for i in run:
            kinds[i] = BlockKind.RELATED
    run.clear()


def mark_captions(paragraphs: Sequence[Paragraph], kinds: Kinds) -> None:
    long = [p for i, p in enumerate(paragraphs) if kinds[i] is None and len(p.text) >= LONGER]
    stopped = sum(ends_sentence(p.text) for p in long) / len(long) if long else 0.0
    stopped = stopped if len(long) >= LEAST_TO_JUDGE else 0.0
    beginnings = Counter(p.text[:ECHO] for p in paragraphs if len(p.text) >= ECHO)
    first = _first_stopped(paragraphs, kinds)
    open_ended = sum(
        _is_open_ended(paragraphs[i].text)
        for i in range(first, len(paragraphs))
        if kinds[i] is None
    )
    for i, paragraph in enumerate(paragraphs):
        text = paragraph.text
        if kinds[i] is not None or len(text) > captions.LONGEST_CAPTION:
            continue
        following = paragraphs[i + 1].text if i + 1 < len(paragraphs) else ""
        around = captions.Around(
            # What has no stop at the head is a title or a subtitle sooner than a caption.
            stopped=stopped if i > first else 0.0,
            company=open_ended >= 2,
            echoed=i > first and beginnings[text[:ECHO]] > 1,
            repeated=i > first and _repeated(paragraphs, i),
            breaks_off=following[:1].islower(),
        )
        if captions.score(text, around) >= captions.THRESHOLD and not is_date_line(text):
            kinds[i] = BlockKind.CAPTION


def _first_stopped(paragraphs: Sequence[Paragraph], kinds: Kinds) -> int:
    """The first paragraph that ends as a sentence: the head is over by then."""
    return next(
        (i for i, p in enumerate(paragraphs) if kinds[i] is None and ends_sentence(p.text)), 0
    )


def _is_open_ended(text: str) -> bool:
    """Whether the paragraph is a sentence without a stop, of a caption's length."""
    return (
        len(text) <= captions.LONGEST_CAPTION
        and not ends_sentence(text)
        and text[-1] not in ":,;"
        and len(words_of(text)) >= 6
    )


def _repeated(paragraphs: Sequence[Paragraph], i: int) -> bool:
    text = paragraphs[i].text
    return any(paragraphs[k].text == text for k in (i - 1, i + 1) if 0 <= k < len(paragraphs))


def mark_signatures(paragraphs: Sequence[Paragraph], kinds: Kinds, head: Head) -> tuple[str, ...]:
    """Bylines and dates among the last paragraphs; the authors from head and foot."""
    authors = head.authors
    if paragraphs and AGENCIES.fullmatch(paragraphs[-1].text):
        kinds[-1] = BlockKind.CREDIT
    last = [i for i in range(len(paragraphs)) if kinds[i] is None and i > head.body][-3:]
    for i in last:
        text = paragraphs[i].text
        if is_biography(text):
            kinds[i] = BlockKind.CREDIT
            continue
        names = signature_of(text) if i == last[-1] else None
        names = names or (byline_of(text) if text.lower().startswith("by ") else None)
        if names or is_date_line(plain(text)):
            kinds[i] = BlockKind.CREDIT
            authors += tuple(n for n in names or () if n not in authors)
    return authors


def mark_title_again(paragraphs: Sequence[Paragraph], kinds: Kinds, head: Head) -> None:
    """A title is printed again above the text by some pages, and taken along."""
    for i in range(head.body, min(head.body + 3, len(paragraphs))):
        if kinds[i] is None and head.title and plain(paragraphs[i].text) == head.title:
            kinds[i] = BlockKind.TITLE


def mark_headings(paragraphs: Sequence[Paragraph], kinds: Kinds, head: Head) -> None:
    """Short lines without a stop between paragraphs of sentences head what follows."""
    for i in range(max(1, head.body + 1), len(paragraphs) - 1):
        if kinds[i] is not None or kinds[i + 1] is not None:
            continue
        text, before, after = (paragraphs[k].text for k in (i, i - 1, i + 1))
        follows = kinds[i - 1] is not None or ends_sentence(before)
        heads = (
            len(after) >= LEAST_UNDER_HEADING and ends_sentence(after) and not after[0].islower()
        )
        if follows and heads and _is_heading(text):
            kinds[i] = BlockKind.SUBTITLE


def _is_heading(text: str) -> bool:
    """Whether the line is short and no sentence; a heading may be a question or a quoted word."""
    if len(text) > LONGEST_HEADING or (ends_sentence(text) and text[-1] != "?"):
        return False
    words = words_of(text)
    quoted = text[0] in "'‘" and text[-1] in "'’" and len(words) <= 5
    bare = text[1:-1] if quoted else text
    if not words or not bare[:1].isupper() or set(bare) & _NOT_IN_HEADINGS:
        return False
    return text[-1] != "?" or words[0].lower() not in _ASIDES
