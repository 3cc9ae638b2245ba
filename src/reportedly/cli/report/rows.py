"""One attribution in two dresses: a running sentence in style, or labelled plain lines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from rich.text import Text

from reportedly.cli.report.details import NOBODY, Detail, details, in_lines, no_source
from reportedly.cli.report.excerpt import Role, excerpt, spelled
from reportedly.cli.report.page import STYLES, Page, beside, styled
from reportedly.export.wording.phrases import Bit, Bits, act, said
from reportedly.export.wording.view import View
from reportedly.schema import Attribution

GUTTER = 20
"""Columns left of a running sentence: number, line, kind, confidence, act."""
_NARROW = 52
"""Below this width the running sentence stands under its number, not beside it."""
_STEP, _DEEPEST = 2, 4
"""Columns that what is said inside another is set in, and how often at most."""


def legend() -> Text:
    """What the columns and the styles of the running sentences are."""
    line = Text.assemble(("  no  line, sure".ljust(GUTTER), "dim"))
    for role in (Role.SOURCE, Role.CUE, Role.CONTENT):
        line.append(role.value, STYLES[role])
        line.append("  ")
    return line


def row(page: Page, view: View, found: Attribution, depth: int = 0, known: bool = True) -> None:
    """Add one attribution to the page.

    Args:
        page: where to.
        view: the document that it is in.
        found: the attribution.
        depth: in how many others it is said.
        known: with all that is known beyond its own words.
    """
    indent = _STEP * min(depth, _DEEPEST)
    more = list(details(view, found)) if known else []
    (_sentence if page.styled else _labelled)(page, view, found, indent, more)


def remark(page: Page, label: str, bits: Bits) -> None:
    """Add what stands among the attributions and is none, under a label in their column."""
    if not page.styled:
        page.hanging(Text(f"  {label}".ljust(15)), Text(said(bits)), 15)
        return
    column = GUTTER if page.width >= _NARROW else 15
    page.hanging(Text(f"      {label}".ljust(column), "bold"), styled(bits), column)


def _labelled(page: Page, view: View, found: Attribution, indent: int, more: list[Detail]) -> None:
    within = " " * indent
    page.line(beside(Text(within), _head(view, found)))
    for label, words in [*_roles(view, found), *((d.label, said(d.bits)) for d in more)]:
        page.hanging(Text(f"{within}      {label:<9}"), Text(words), indent + 15)


def _roles(view: View, found: Attribution) -> Iterator[tuple[str, str]]:
    text = view.document.text
    yield "source", spelled(found.source, text) or f"{NOBODY} {no_source(view, found)}"
    yield "cue", spelled(found.cue, text)
    yield "content", spelled(found.content, text)


def _sentence(page: Page, view: View, found: Attribution, indent: int, more: list[Detail]) -> None:
    gutter, column = _gutter(view, found), GUTTER
    if page.width < _NARROW:
        page.line(_head(view, found))
        gutter, column = [], 6
    column += indent
    lines = page.wrapped(sentence(view, found), column)
    if not found.source:
        more.insert(0, Detail("source", (Bit(no_source(view, found)),), beside=True))
    for number, bits in enumerate(in_lines(more)):
        head = Text("  " if number else "↳ ", "dim")
        for line in page.wrapped(styled(bits), column + 2):
            lines.append(beside(head, line))
            head = Text("  ")
    for left, line in zip_longest(gutter, lines):
        first = left or Text()
        first.pad_right(column - first.cell_len)
        page.line(beside(first, line or Text()))


def _head(view: View, found: Attribution) -> Text:
    """Number, line, kind, confidence and act, on one line."""
    line = Text.assemble((f"{view.number(found.id):>3}", "bold"))
    line.append(f"  line {view.lines.of(found)}  {found.kind:<8} {found.confidence:>4.0%}")
    return line.append("".join(f"  {word}" for word in act(found)))


def _gutter(view: View, found: Attribution) -> list[Text]:
    """The same, one below the other."""
    number = Text.assemble(
        (f"{view.number(found.id):>4}", "bold"), (f"  line {view.lines.of(found)}", "dim")
    )
    kind = Text(f"      {found.kind} {found.confidence:.0%}", "dim")
    return [number, kind, *(Text(f"      {word}") for word in act(found))]


def sentence(view: View, found: Attribution) -> Text:
    """The sentence that an attribution stands in, with its roles in style."""
    words = Text()
    for piece in excerpt(found, view.document.text, view.lines):
        words.append(piece.text, STYLES[piece.role])
    return words
