"""The report for reading, in two dresses: running sentences in style, or labelled plain lines.

On a terminal each attribution is shown as the sentence it stands in, with source, cue and content
in styles that differ in more than colour (bold, underlined, neither). Everywhere else the three
are written out under their names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from reportedly.cli.clean import one_line
from reportedly.cli.report.excerpt import Role, excerpt, spelled
from reportedly.cli.report.lines import Lines
from reportedly.cli.report.sections import REPORTING, Section, sections
from reportedly.schema import Attribution, BlockKind, Extraction, Kind

if TYPE_CHECKING:
    from rich.console import Console

# Of the eight colours that every terminal has, these three can be read on black and on white.
STYLES = {
    Role.SOURCE: "bold magenta",
    Role.CUE: "underline cyan",
    Role.CONTENT: "green",
    Role.CONTEXT: "dim",
}

NOBODY = "—"
_GUTTER = 24
"""Columns left of a running sentence: line, kind and confidence."""
_NARROW = 56
"""Below this width the running sentence stands under its line number, not beside it."""


class TextWriter:
    """Writes the report to a console, document by document.

    Args:
        console: where to, how wide, and whether it can show styles; without styles the plain
            form is written.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self._styled = console.is_terminal and not console.no_color
        self._first = True
        self._lines: list[Text] = []

    def write(self, extraction: Extraction) -> None:
        """Write one document's part of the report."""
        if not self._first:
            self._rule()
        for line in _header(extraction):
            self._hanging(Text(), line, 0)
        if self._first and self._styled and extraction.attributions:
            self._line(Text())
            self._line(_legend())
        self._first = False
        rows = _Rows(extraction)
        parts = list(sections(extraction.attributions))
        for section, found in parts:
            self._line(Text())
            if len(parts) > 1 or section is not REPORTING:
                self._hanging(Text(), Text(section.heading, "bold"), 0)
                self._line(Text())
            for attribution in found:
                self._row(rows, attribution)
        self._line(Text())
        # In one piece: to print line by line takes twice as long.
        whole = Text("\n").join(self._lines)
        self._lines.clear()
        self._console.print(whole, soft_wrap=True)
        self._console.file.flush()

    def _row(self, rows: _Rows, attribution: Attribution) -> None:
        if self._styled:
            self._sentence(rows, attribution)
            return
        self._line(rows.gutter(attribution))
        for label, words in rows.roles(attribution):
            self._hanging(Text(f"      {label:<9}"), Text(words), 15)

    def _sentence(self, rows: _Rows, attribution: Attribution) -> None:
        first, indent = rows.gutter(attribution), _GUTTER
        if self._console.width < _NARROW:
            self._line(first)
            first, indent = Text("      "), 6
        first.pad_right(indent - first.cell_len)
        self._hanging(first, rows.sentence(attribution), indent)
        if note := rows.note(attribution):
            self._hanging(Text(" " * indent), note, indent)

    def _hanging(self, first: Text, body: Text, indent: int) -> None:
        """Write `body` wrapped beside `first`, its further lines under its first one."""
        width = max(self._console.width - indent, 20)
        for line in body.wrap(self._console, width):
            line.rstrip()
            self._line(first + line)
            first = Text(" " * indent)

    def _line(self, line: Text) -> None:
        line.rstrip()
        self._lines.append(line)

    def _rule(self) -> None:
        self._line(Text("─" * self._console.width, "dim"))
        self._line(Text())


class _Rows:
    """What is shown of each attribution of one document."""

    def __init__(self, extraction: Extraction) -> None:
        self._document = extraction.document
        self._lines = Lines(extraction.document.text)
        self._by_id = {found.id: found for found in extraction.attributions}

    def gutter(self, found: Attribution) -> Text:
        """Line, kind and confidence."""
        line = Text()
        line.append(f"{self._lines.of(found):>5}", "bold")
        line.append(f"  {found.kind:<8} {found.confidence:>4.0%}", "dim")
        return line

    def sentence(self, found: Attribution) -> Text:
        """The sentence with its roles in style."""
        sentence = Text()
        for piece in excerpt(found, self._document.text, self._lines):
            sentence.append(piece.text, STYLES[piece.role])
        return sentence

    def note(self, found: Attribution) -> Text | None:
        """What the sentence itself does not show: whose it is, and whose comment it stands in."""
        notes = [] if found.source else [self._no_source(found)]
        if author := self._author(found):
            notes.append(f"comment by {author}")
        return Text("↳ " + "; ".join(notes), "dim") if notes else None

    def roles(self, found: Attribution) -> Iterator[tuple[str, str]]:
        """The three roles by name, in the plain form."""
        text = self._document.text
        yield "source", spelled(found.source, text) or f"{NOBODY} {self._no_source(found)}"
        yield "cue", spelled(found.cue, text)
        yield "content", spelled(found.content, text)
        if author := self._author(found):
            yield "comment", f"by {author}"

    def _no_source(self, found: Attribution) -> str:
        leant_on = self._by_id.get(found.source_from or "")
        if leant_on is None:
            return "the text names nobody"
        words = spelled(leant_on.source, self._document.text)
        return f"leans on line {self._lines.of(leant_on)}: {words or NOBODY}"

    def _author(self, found: Attribution) -> str | None:
        if found.block is not BlockKind.COMMENT:
            return None
        cue = found.cue[0]
        blocks = (b for b in self._document.blocks if cue.overlaps(b.span))
        return next((one_line(b.author) for b in blocks if b.author), None)


def _legend() -> Text:
    line = Text()
    line.append(" line  kind     sure".ljust(_GUTTER), "dim")
    for role in (Role.SOURCE, Role.CUE, Role.CONTENT):
        line.append(role.value, STYLES[role])
        line.append("  ")
    return line


def _header(extraction: Extraction) -> Iterator[Text]:
    document = extraction.document
    yield Text(one_line(document.title or "(no title)"), "bold")
    known = (document.publisher, document.published, document.path)
    yield Text(" · ".join(one_line(part) for part in known if part))
    yield Text(_summary(extraction), "dim")


def _summary(extraction: Extraction) -> str:
    words = len(extraction.document.text.split())
    total = len(extraction.attributions)
    if not total:
        return f"no attributions in {words:,} words"
    line = f"{total:,} attribution{'s' if total > 1 else ''} in {words:,} words"
    places = list(sections(extraction.attributions))
    if len(places) > 1 or places[0][0] is not REPORTING:
        own = sorted(places, key=lambda place: place[0] is not REPORTING)
        line += ": " + ", ".join(_counted(section, len(found)) for section, found in own)
    kinds = Counter(found.kind for found in extraction.attributions)
    if len(kinds) == 1 and total > 1:
        return f"{line}; all {next(iter(kinds))}"
    return line + "; " + ", ".join(f"{kinds[kind]} {kind}" for kind in Kind if kinds[kind])


def _counted(section: Section, number: int) -> str:
    return f"{number} {section.one if number == 1 else section.many}"
