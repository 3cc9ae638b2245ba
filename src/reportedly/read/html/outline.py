"""A page's outline: every stretch of its text, in page order, with what the page says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from reportedly.read.html.marks import Mark, is_block, mark_of

_BREAK = "\0"
"""Stands for a `br` while a stretch is gathered; `tree_of` lets no such character through."""

_NOT_WORDS = re.compile(r"[\W_]+")

# Marks that hold although something around them is marked already: a comment is one wherever it
# stands, and what is in it is told apart by `AUTHOR` alone.
_ALLOWED_IN: dict[Mark | None, frozenset[Mark]] = {
    None: frozenset(Mark),
    Mark.COMMENT: frozenset({Mark.AUTHOR}),
    Mark.CAPTION: frozenset(),
    Mark.RELATED: frozenset({Mark.COMMENT}),
    Mark.SUBTITLE: frozenset({Mark.COMMENT, Mark.RELATED}),
    Mark.LEAD: frozenset(Mark) - {Mark.AUTHOR},
    Mark.CHROME: frozenset({Mark.COMMENT, Mark.RELATED}),
    Mark.AUTHOR: frozenset(Mark),
}


def key_of(text: str) -> str:
    """A text's letters and digits alone, to compare texts that were cleaned in different ways."""
    return _NOT_WORDS.sub("", text).casefold()


@dataclass(slots=True)
class Piece:
    """A stretch of a page's text that stands by itself: a paragraph, a heading, a link in a list.

    Args:
        text: its text, white space made single; a line break is kept.
        tag: the tag of the element that it stands in.
        parent: number of the element around that one, to see what stands side by side.
        mark: what it is marked as.
        group: number of the element that bears the mark.
        linked: how many of its characters are in links.
        author: whether it is marked as somebody's name.
    """

    text: str
    tag: str
    parent: int
    mark: Mark | None
    group: int
    linked: int
    author: bool
    key: str = field(init=False)

    def __post_init__(self) -> None:
        self.key = key_of(self.text)

    @property
    def is_link(self) -> bool:
        """Whether it is nothing but a link, or links."""
        return self.linked >= 0.9 * len(self.text)


@dataclass(slots=True)
class _Frame:
    """What holds inside an element that the walk is in; a plain tag in a line makes none."""

    number: int
    tag: str
    parent: int
    mark: Mark | None
    group: int
    in_link: bool
    author: bool


@dataclass(slots=True)
class Outline:
    """The pieces of a page, and the elements that bear marks, by number."""

    pieces: list[Piece]
    marked: dict[int, HtmlElement]


class _Walk:
    def __init__(self) -> None:
        self.outline = Outline([], {})
        self._top = _Frame(0, "html", 0, None, 0, in_link=False, author=False)
        self._stack = [self._top]
        self._stands = [True]
        self._parts: list[str] = []
        self._linked = 0
        self._count = 0

    def run(self, root: HtmlElement) -> Outline:
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                self._leave(element)
            elif not self._enter(element):
                walk.skip_subtree()
        self._flush()
        return self.outline

    def _enter(self, element: HtmlElement) -> bool:
        """Step into an element; whether there is anything for readers in it."""
        tag = str(element.tag)
        self._count += 1
        if tag == "br":
            self._break()
        own = self._own(tag, element)
        stands = is_block(tag)
        if stands or tag == "a" or own is not None:
            frame = self._frame(tag, own, stands)
            # Inside a line, only what changes the mark or names a comment's writer is set apart.
            stands = stands or frame.mark is not self._top.mark
            stands = stands or (own is Mark.AUTHOR and frame.mark is Mark.COMMENT)
        else:
            frame = self._top
        if stands:
            self._flush()
        self._push(frame, stands)
        if own is Mark.SKIP:
            return False
        if frame.group == self._count:
            self.outline.marked[frame.group] = element
        self._add(element.text)
        return True

    def _own(self, tag: str, element: HtmlElement) -> Mark | None:
        """The element's own mark, where one may hold."""
        own = mark_of(tag, element)
        if own is None or own is Mark.SKIP:
            return own
        around = self._top.mark
        if own is Mark.UNREAD:
            return Mark.SKIP if around is not Mark.COMMENT else None
        if own not in _ALLOWED_IN[around] or _holds_title(element):
            return None
        return own

    def _frame(self, tag: str, own: Mark | None, stands: bool) -> _Frame:
        around = self._top
        marked = own if own not in (Mark.AUTHOR, Mark.SKIP) else None
        return _Frame(
            number=self._count,
            tag=tag if stands else around.tag,
            parent=around.number if stands else around.parent,
            mark=marked or around.mark,
            group=self._count if marked is not None else around.group,
            in_link=around.in_link or tag == "a",
            author=own is Mark.AUTHOR or (around.author and own is None),
        )

    def _push(self, frame: _Frame, stands: bool) -> None:
        self._stack.append(frame)
        self._stands.append(stands)
        self._top = frame

    def _leave(self, element: HtmlElement) -> None:
        if self._stands.pop():
            self._flush()
        self._stack.pop()
        self._top = self._stack[-1]
        self._add(element.tail)

    def _break(self) -> None:
        """A line break; a second one right after it ends the paragraph."""
        last = next((n for n in range(len(self._parts) - 1, -1, -1) if self._parts[n].strip()), -1)
        if last >= 0 and self._parts[last] == _BREAK:
            self._flush()
        self._parts.append(_BREAK)

    def _add(self, text: str | None) -> None:
        if text:
            self._parts.append(text)
            if self._top.in_link:
                self._linked += len(text.strip())

    def _flush(self) -> None:
        if not self._parts:
            return
        whole = "".join(self._parts)
        linked = self._linked
        self._parts.clear()
        self._linked = 0
        top = self._top
        if top.mark is Mark.CHROME or not (text := _tidy(whole)):
            return
        self.outline.pieces.append(
            Piece(text, top.tag, top.parent, top.mark, top.group, linked, top.author)
        )


def _tidy(text: str) -> str:
    """A stretch of text with its white space made single, and its line breaks kept."""
    if _BREAK not in text:
        return " ".join(text.split())
    return "\n".join(line for part in text.split(_BREAK) if (line := " ".join(part.split())))


def outline_of(tree: HtmlElement) -> Outline:
    """Walk a page and note every stretch of text that may be part of what readers read."""
    body = tree.find("body")
    return _Walk().run(tree if body is None else body)


def _holds_title(element: HtmlElement) -> bool:
    """Whether the page's headline is in the element: then its mark is not about what is in it."""
    return element.tag in ("body", "main") or next(element.iter("h1"), None) is not None
