"""The head of a text: what stands before its first paragraph of reporting."""

# ruff: noqa: E501  (a pattern broken over lines is harder to read than a long one)

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.read.plain.bylines import byline_of, is_biography
from reportedly.read.plain.dateline import dateline_end, is_dateline
from reportedly.read.plain.dates import is_date_line, published_in
from reportedly.read.plain.paragraphs import Paragraph
from reportedly.read.plain.shape import (
    ends_sentence,
    opens_quoted,
    plain,
    sentences,
    title_cased,
    words_of,
)
from reportedly.schema import BlockKind

LONGEST_TITLE = 200
"""Characters; the longest title in PolNeAR train (840 articles) has 141."""

LONGEST_STOPPED_TITLE = 140
"""Characters in a title that ends with a full stop, as some archives print them."""

LONGEST_SUBTITLE = 320
LONGEST_HEAD = 25
"""Paragraphs looked at before the reporting begins, furniture not counted."""

# Words that full sentences need and headlines leave out.
_SENTENCE_WORDS = frozenset(
    "a an the was were is are am been being has have had that which who whom whose there it its this these"
    " he she they his her their we our i my you will would could been after according reportedly".split()
)


@dataclass(slots=True)
class Head:
    """What the head of a text holds.

    Args:
        kinds: kind of each paragraph that has one, by its place among the paragraphs.
        title: the title in one line, or None.
        authors: names in the bylines.
        published: day of publication, `YYYY-MM-DD`, or None.
        body: place of the first paragraph of reporting.
    """

    kinds: dict[int, BlockKind] = field(default_factory=dict)
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    body: int = 0


def head_of(paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind | None]) -> Head:
    """Read the head: title, subtitles, bylines, dates.

    Args:
        paragraphs: the text's paragraphs.
        kinds: what is known of each already; None where nothing is.
    """
    head = Head()
    unknown: list[int] = []
    known = 0
    for i in range(len(paragraphs)):
        head.body = i
        dated = is_date_line(paragraphs[i].text)
        if kinds[i] not in (None, BlockKind.CREDIT) and not dated:
            known += 1
            continue
        if _is_meta(paragraphs, i, head):
            continue
        if kinds[i] is not None:
            continue
        if len(unknown) >= LONGEST_HEAD or _begins_body(paragraphs, i, unknown):
            break
        unknown.append(i)
    else:
        head.body = len(paragraphs)
    _name(paragraphs, unknown, head)
    return head


def _is_meta(paragraphs: Sequence[Paragraph], i: int, head: Head) -> bool:
    """Take a date line or byline down; whether the paragraph is one."""
    text = paragraphs[i].text
    if is_date_line(plain(text)):
        head.published = head.published or published_in(plain(text))
        head.kinds[i] = BlockKind.CREDIT
        return True
    if is_biography(text):
        head.kinds[i] = BlockKind.CREDIT
        return True
    if i == 0 and not text.lower().startswith(("by ", "by:")):
        return False
    names = byline_of(text, near_date=i > 0 and _near_date(paragraphs, i))
    if names is None:
        return False
    head.authors += tuple(n for n in names if n not in head.authors)
    head.kinds[i] = BlockKind.CREDIT
    head.published = head.published or published_in(plain(text))
    return True


def _near_date(paragraphs: Sequence[Paragraph], i: int) -> bool:
    beside = [paragraphs[k].text for k in (i - 1, i + 1) if 0 <= k < len(paragraphs)]
    return any(is_date_line(plain(t)) or t.startswith("@") for t in beside)


def _begins_body(paragraphs: Sequence[Paragraph], i: int, before: Sequence[int]) -> bool:
    """Whether reporting begins here: a dateline, or a sentence with its end that is no headline."""
    text = paragraphs[i].text
    after = [p.text for p in paragraphs[i + 1 : i + 4]]
    following = after[0] if after else ""
    if dateline_end(text, after) or is_dateline(text):
        return True
    if len(text) > LONGEST_SUBTITLE or text[-1] in ":,;":
        # Some archives close their titles with a semicolon.
        return bool(before) or text[-1] != ";" or len(text) > LONGEST_STOPPED_TITLE
    if _twice(paragraphs, i):
        return False
    if not ends_sentence(text):
        return bool(following[:1].islower()) or not following
    if before:
        return True
    return not is_stopped_title(text, following)


def _twice(paragraphs: Sequence[Paragraph], i: int) -> bool:
    """Whether a short paragraph at the head is printed twice running."""
    text = paragraphs[i].text
    beside = [paragraphs[k].text for k in (i - 1, i + 1) if 0 <= k < len(paragraphs)]
    return len(text) <= LONGEST_TITLE and sentences(text) == 1 and text in beside


def is_stopped_title(text: str, following: str) -> bool:
    """Whether a first paragraph that ends with a stop is a title all the same.

    Args:
        text: the paragraph.
        following: the paragraph after it. A dateline there says that the report begins there.
    """
    if len(text) > LONGEST_STOPPED_TITLE or not following or text[-1] == "…":
        return False
    if dateline_end(following):
        return True
    if opens_quoted(text) and text[-1] in "\"”’'" and title_cased(text) < 0.7:
        return False
    if title_cased(text) >= 0.9 and len(words_of(text)) >= 3:
        return True
    # A question's first word says nothing: headlines ask who and which as sentences do.
    words = {w.lower() for w in words_of(text)[text[-1] == "?" :]}
    return len(words) >= 4 and words.isdisjoint(_SENTENCE_WORDS) and sentences(text) == 1


def _name(paragraphs: Sequence[Paragraph], unknown: Sequence[int], head: Head) -> None:
    """Give the paragraphs at the head that nothing else explains their kinds."""
    if not unknown or (head.body >= len(paragraphs) and len(unknown) < 2):
        head.body = unknown[0] if unknown else head.body
        return
    title = _title_among(paragraphs, unknown)
    words = paragraphs[title].text
    head.title = plain(words)
    for i in unknown:
        if i < title:
            head.kinds[i] = BlockKind.ARTEFACT
        elif i == title or plain(paragraphs[i].text) == head.title:
            head.kinds[i] = BlockKind.TITLE
        else:
            head.kinds[i] = BlockKind.SUBTITLE


def _title_among(paragraphs: Sequence[Paragraph], unknown: Sequence[int]) -> int:
    """The first line of the head that is more than the name of a section ("World", "Politics")."""
    first = unknown[0]
    if len(unknown) < 2 or len(paragraphs[first].text.split()) > 2:
        return first
    second = unknown[1]
    words = paragraphs[second].text.split()
    if len(words) >= 4 and len(paragraphs[second].text) <= LONGEST_TITLE:
        return second
    return first
