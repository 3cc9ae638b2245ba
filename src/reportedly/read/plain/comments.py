"""Readers' comments: where they begin after an article, and who wrote each.

Comments look like reporting, so they are told by what stands around them: a line that names their
author in one of the forms that commenting systems print, or a heading that announces them. Nothing
is a comment before some reporting has been read.
"""

# ruff: noqa: E501  (a pattern broken over lines is harder to read than a long one)

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.read.plain.labels import Label
from reportedly.read.plain.paragraphs import Paragraph
from reportedly.read.plain.shape import ends_sentence, opens_quoted, plain, words_of
from reportedly.schema import BlockKind

LEAST_BEFORE = 200
"""Characters of reporting before the first comment can stand: about two sentences."""

LEAST_SHARE = 0.4
"""Share of a text's characters that must stand before a bare heading ("Comments (12)") for what
follows to be comments: the same words are a counter or a button at the head of a page."""

LONGEST_NAME = 40

_AGO = (
    r"(?:(?:about |over |almost )?(?:\d{1,3}|an?|one) ?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|"
    r"weeks?|mos?|months?|y|yrs?|years?)(?: ago)|just now|yesterday)"
)
_TIME = (
    r"(?:(?:on |at )?(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,? )?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? "
    r"\d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?(?: \d{4})?|"
    r"(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}[/.-]\d{1,2}[/.-]\d{1,2})),?(?: (?:at |- |@ )?\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?)?(?: [a-z]{2,4})?)"
)
_EDITED = r"(?:[\s•·|,–-]*\(?(?:edited|top commenter|verified|subscriber|author|mod|moderator|op|staff)\)?)*"
_STAMP = re.compile(rf"[\s•·|,–-]*(?:{_AGO}|{_TIME}){_EDITED}(?: said)?:?")
_NAMED_STAMP = re.compile(
    rf"(?:(?P<a>[^\n•·|–]{{1,60}}?)\s*[•·|–]\s*(?:[^•·|–]{{2,40}}[•·|–]\s*)?|(?P<b>[^\n,]{{1,40}}?)(?:, [^,\d]{{2,30}}){{1,3}}, |"
    rf"(?P<c>[^\n•·|]{{1,60}}?)(?:,\s*|\s+-\s+|\s+)(?:top commenter\s+)?)"
    rf"(?P<stamp>{_AGO}){_EDITED}:?"
)
_SEPARATED_STAMP = re.compile(
    rf"(?:comment |posted |submitted |written )?by:? (?P<by>[^\n|]{{1,40}}?)(?:,? on |,? at |\s*[|,•·–-]\s*|\s+)(?P<t1>{_TIME}|{_AGO})\W*"
    rf"|(?P<name>[^\n|]{{1,40}}?)(?:\s*[|•·–]\s*|\s+-\s+|,? (?:says|said|wrote|commented)?,? ?(?:on|at) )(?P<t2>{_TIME}){_EDITED}(?: said)?:?"
)
_SAYS = re.compile(
    rf"(?P<name>[^\n:]{{1,40}}?) (?:says|said|wrote|writes|commented|replied|responded)(?:\.\.\.|…)?:?(?P<time>\s+{_TIME}:?)?"
)
_SPEAKS = re.compile(r" (?:says|said|wrote|writes|commented|replied|responded)\b", re.IGNORECASE)
_ENDS_AGO = re.compile(r"(?:ago|now|yesterday|\d ?(?:s|m|h|d|w|y|mo|min|hr|wk)s?)\b")
_ENDS_DATED = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d[/.-]\d|ago\b|now\b|yesterday"
)
_BULLET = re.compile(r"[•·●▪◦‣*–-]\s+(?P<name>\S[^\n]{0,39})")
_NAME_CHARS = re.compile(r"@?[\w][\w .'’_@()&!+*#-]*")
_REPORTED = re.compile(r"\b(?:said|told|according to|announced|reported)\b")
_FILE_LIKE = re.compile(r"@\w{2,}|[a-z0-9]+(?:[-_][a-z0-9]+)+")
_HANDLE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Comment:
    """Paragraphs `first` to `last` of a text (both counted) are one reader's comment."""

    first: int
    last: int
    author: str | None


@dataclass(frozen=True, slots=True)
class _Opening:
    """Where a comment opens: its author's line, how many lines that takes, and how sure it is.

    `closes` marks where a run of comments ends before the text does.
    """

    index: int
    author: str | None
    lines: int = 1
    sure: bool = True
    closes: bool = False


def comments_in(
    paragraphs: Sequence[Paragraph],
    kinds: Sequence[BlockKind | None],
    labels: Sequence[Label],
    body: int = 0,
) -> tuple[Comment, ...]:
    """The comments under a text.

    Args:
        paragraphs: the text's paragraphs.
        kinds: what is known of each, None where nothing is yet; only those can be comments.
        labels: what the words of each say.
        body: the first paragraph of reporting; no comment stands above it.
    """
    openings = _openings(paragraphs, kinds, labels, body)
    if not openings:
        return ()
    comments = []
    ends = [o.index for o in openings[1:]] + [len(paragraphs)]
    for opening, end in zip(openings, ends, strict=True):
        if not opening.closes:
            parts = _until(opening, end, kinds)
            if not any(_reporting(paragraphs, part) for part in parts):
                comments += parts
    return tuple(comments)


def _reporting(paragraphs: Sequence[Paragraph], comment: Comment) -> bool:
    """Whether what looked like a comment reads as an article: most of its paragraphs report."""
    texts = [p.text[:600] for p in paragraphs[comment.first : comment.last + 1]]
    reported = sum(_REPORTED.search(t) is not None for t in texts)
    return reported >= 2 and 3 * reported >= len(texts)


def _until(opening: _Opening, end: int, kinds: Sequence[BlockKind | None]) -> list[Comment]:
    """One comment, or its parts where furniture ("Reply") stands within it."""
    parts: list[Comment] = []
    first: int | None = opening.index
    for i in range(opening.index + opening.lines, end):
        if kinds[i] is None:
            first = i if first is None else first
        elif first is not None:
            parts.append(Comment(first, i - 1, opening.author))
            first = None
    if first is not None:
        parts.append(Comment(first, end - 1, opening.author))
    return parts


def _openings(
    paragraphs: Sequence[Paragraph],
    kinds: Sequence[BlockKind | None],
    labels: Sequence[Label],
    body: int,
) -> list[_Opening]:
    """Every comment's author line, once it is sure that comments stand here."""
    total = sum(len(p.text) for p in paragraphs)
    before = 0
    heading = False
    found: list[_Opening] = []
    i = body
    while i < len(paragraphs):
        enough = before >= LEAST_BEFORE
        if labels[i].closes_comments:
            heading = False
            if found:
                found.append(_Opening(i, None, 0, closes=True))
        elif enough and labels[i].opens_comments:
            heading = heading or before >= LEAST_SHARE * total
        elif enough and _may_open(paragraphs[i].text, kinds[i], heading or _inside(found)):
            opening = _opening(paragraphs, kinds, i, heading or _inside(found))
            if opening:
                found.append(opening)
                i += opening.lines
                continue
            if heading and not _inside(found) and kinds[i] is None:
                found.append(_Opening(i, None, 0))
        before += len(paragraphs[i].text) if kinds[i] is None else 0
        i += 1
    return _sure(found, paragraphs)


def _may_open(text: str, kind: BlockKind | None, inside: bool) -> bool:
    """Whether the paragraph may name a comment's author; among comments, a file's name may."""
    if kind is None or kind is BlockKind.CREDIT:
        return True
    return inside and kind is BlockKind.ARTEFACT and _FILE_LIKE.fullmatch(text) is not None


def _inside(found: Sequence[_Opening]) -> bool:
    return bool(found) and not found[-1].closes and any(o.sure for o in found)


def _sure(found: list[_Opening], paragraphs: Sequence[Paragraph]) -> list[_Opening]:
    """Openings from the first sure one on; unsure ones count where two stand together."""
    unsure = [o for o in found if not o.sure]
    if len(unsure) >= 2 and not _reports(unsure, paragraphs):
        return found
    first = next((k for k, o in enumerate(found) if o.sure), len(found))
    return found[first:]


def _reports(openings: Sequence[_Opening], paragraphs: Sequence[Paragraph]) -> bool:
    """Whether what follows the openings reads as reporting or quotation in at least half of them."""
    after = [
        paragraphs[o.index + o.lines].text for o in openings if o.index + o.lines < len(paragraphs)
    ]
    reported = sum(opens_quoted(t) or _REPORTED.search(t[:300]) is not None for t in after)
    return 2 * reported >= len(after)


def _opening(
    paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind | None], i: int, inside: bool
) -> _Opening | None:
    """The comment that opens at paragraph `i`, if one does.

    Args:
        paragraphs: the text's paragraphs.
        kinds: what is known of each.
        i: the paragraph asked about.
        inside: comments have been announced or have begun, so that weaker signs will do.
    """
    if len(paragraphs[i].text) > 120:
        return None
    text = plain(paragraphs[i].text)
    following = paragraphs[i + 1] if i + 1 < len(paragraphs) else None
    bullet = _BULLET.fullmatch(text)
    if bullet and following and kinds[i + 1] is None:
        return _bulleted(paragraphs[i], following, bullet["name"], i, inside)
    stamped = _stamped(text)
    if stamped:
        return _Opening(i, stamped)
    if following is None:
        return None
    dated = _is_stamp(following.text)
    if dated and _is_name(text):
        return _Opening(i, _clean(text), 2)
    said = _SAYS.fullmatch(text.lower()) if _SPEAKS.search(text) else None
    if said and _is_name(text[: said.end("name")]):
        name = _clean(text[: said.end("name")])
        sure = said["time"] is not None or dated or inside
        return _Opening(i, name, 2 if dated else 1, sure)
    if (
        inside
        and kinds[i] is not BlockKind.CREDIT
        and kinds[i + 1] is None
        and _is_handle(text, following)
    ):
        return _Opening(i, _clean(text))
    return None


def _bulleted(
    line: Paragraph, following: Paragraph, name: str, i: int, inside: bool
) -> _Opening | None:
    """A bullet with a name, and the comment set in below it."""
    if not _is_name(name) or _BULLET.match(following.text) or name[-1] in ".:;,?!":
        return None
    if following.indent > line.indent or inside:
        sure = inside or not _REPORTED.search(following.text[:300])
        return _Opening(i, _clean(name), 1, sure)
    return None


def _is_stamp(text: str) -> bool:
    return len(text) <= 80 and _STAMP.fullmatch(plain(text).lower()) is not None


def _stamped(text: str) -> str | None:
    """The name in a line that names an author and a time."""
    low = text.lower()
    tail = low[-40:]
    match = _NAMED_STAMP.fullmatch(low) if _ENDS_AGO.search(tail) else None
    if match:
        name = next(text[slice(*match.span(g))] for g in "abc" if match[g])
        return _clean(name) if _is_name(name) else None
    match = _SEPARATED_STAMP.fullmatch(low) if _ENDS_DATED.search(tail) else None
    if match:
        group = "by" if match["by"] else "name"
        name = text[match.start(group) : match.end(group)]
        return _clean(name) if _is_name(name) else None
    return None


def _is_name(text: str) -> bool:
    """Whether a reader might go by this: a few words, nothing that ends a sentence."""
    text = text.strip()
    if not 0 < len(text) <= LONGEST_NAME or not _NAME_CHARS.fullmatch(text):
        return False
    if re.search(r"\d[/.:-]\d", text):
        return False
    return len(text.split()) <= 5 and not text.lower().startswith(("updated", "published", "the "))


def _is_handle(text: str, following: Paragraph) -> bool:
    """Among comments: a short line alone, with a comment's text below it."""
    return (
        len(words_of(text)) <= _HANDLE_WORDS
        and _is_name(text)
        and not ends_sentence(text)
        and len(following.text) > len(text)
    )


def _clean(name: str) -> str:
    return name.strip(" •·|–-,:*")
