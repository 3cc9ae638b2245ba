"""A page's outline: every stretch of its text, in page order, with what the page says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from reportedly.read.html.marks import Mark, is_block, mark_of

_SPACE = re.compile(r"[ \t\r\n\f\v\u00a0]+")
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
    """What holds inside an element that the walk is in."""

    number: int
    tag: str
    parent: int
    mark: Mark | None
    group: int
    in_link: bool
    author: bool
    stands: bool


@dataclass(slots=True)
class Outline:
    """The pieces of a page, and the elements that bear marks, by number."""

    pieces: list[Piece]
    marked: dict[int, HtmlElement]


class _Walk:
    def __init__(self) -> None:
        self.outline = Outline([], {})
        self._stack = [_Frame(0, "html", 0, None, 0, False, False, True)]
        self._parts: list[str] = []
        self._linked = 0
        self._count = 0

    def run(self, root: HtmlElement) -> Outline:
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                self._leave(element)
            elif not isinstance(element.tag, str) or not self._enter(element):
                walk.skip_subtree()
        self._flush()
        return self.outline

    def _enter(self, element: HtmlElement) -> bool:
        """Step into an element; whether there is anything for readers in it."""
        tag = str(element.tag)
        around = self._stack[-1]
        self._count += 1
        if tag == "br":
            self._break()
        own = mark_of(element)
        if own is not None and own not in _ALLOWED_IN[around.mark]:
            own = Mark.SKIP if own is Mark.SKIP else None
        if own not in (None, Mark.SKIP) and _holds_title(element):
            own = None
        frame = self._frame(tag, around, own)
        if frame.stands:
            self._flush()
        self._stack.append(frame)
        if own is Mark.SKIP:
            return False
        if own is not None and own is not Mark.AUTHOR:
            self.outline.marked[frame.number] = element
        self._add(element.text)
        return True

    def _frame(self, tag: str, around: _Frame, own: Mark | None) -> _Frame:
        marked = own if own not in (Mark.AUTHOR, Mark.SKIP) else None
        # Inside a line, only what changes the mark or names an author is set apart.
        stands = is_block(tag) or marked is not None
        stands = stands or (own is Mark.AUTHOR and around.mark is Mark.COMMENT)
        return _Frame(
            number=self._count,
            tag=tag if is_block(tag) else around.tag,
            parent=around.number if is_block(tag) else around.parent,
            mark=marked or around.mark,
            group=self._count if marked is not None else around.group,
            in_link=around.in_link or tag == "a",
            author=own is Mark.AUTHOR or (around.author and own is None),
            stands=stands,
        )

    def _leave(self, element: HtmlElement) -> None:
        if self._stack[-1].stands:
            self._flush()
        if len(self._stack) > 1:
            self._stack.pop()
        self._add(element.tail)

    def _break(self) -> None:
        """A line break; a second one right after it ends the paragraph."""
        if self._parts and not "".join(self._parts[-2:]).strip(" \t\r\n") and "\x1e" in self._parts:
            self._flush()
        self._parts.append("\x1e")

    def _add(self, text: str | None) -> None:
        if text:
            self._parts.append(text)
            if self._stack[-1].in_link:
                self._linked += len(text.strip())

    def _flush(self) -> None:
        if not self._parts:
            return
        lines = "".join(self._parts).split("\x1e")
        text = "\n".join(line for part in lines if (line := _SPACE.sub(" ", part).strip()))
        linked = self._linked
        self._parts, self._linked = [], 0
        if text:
            top = self._stack[-1]
            self.outline.pieces.append(
                Piece(text, top.tag, top.parent, top.mark, top.group, linked, top.author)
            )


def outline_of(tree: HtmlElement) -> Outline:
    """Walk a page and note every stretch of text that readers see."""
    body = tree.find("body")
    return _Walk().run(tree if body is None else body)


def _holds_title(element: HtmlElement) -> bool:
    """Whether the page's headline is in the element: then its mark is not about what is in it."""
    return element.tag in ("body", "main") or next(element.iter("h1"), None) is not None
